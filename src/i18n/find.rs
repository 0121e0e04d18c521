//! Texts of finding again what was noted.
//! Never what was sought or found.

texts! {
    /// One field over everything, whose notes it looks through, and what was found.
    Find {
        title,
        door,
        field,
        hint,
        within,
        this_person,
        mine,
        everyone,
        can_be_found,
        no_texts,
        none,
        none_here,
        found_one,
        found_other,
        found_many,
        label,
        feeling,
        need,
        judgement,
        behaviour,
        choice,
        area,
        summary,
        observation,
        intervention,
        modality,
        attendance,
        amendment,
    }
}
