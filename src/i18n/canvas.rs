//! Texts of the canvas: moments, what stands in them, and what is suggested.
//! Nothing of the catch line: that is capture's.

texts! {
    /// The canvas and its moments.
    Canvas {
        nobody,
        choose,
        no_session,
        nth_session,
        empty,
        moment,
        moment_label,
        label_hint,
        add_label,
        area,
        circumstances,
        feeling,
        needing,
        heard,
        did,
        choosing,
        add_behaviour,
        add_choice,
        behaviour_hint,
        choice_hint,
        about_feeling,
        about_words,
        actions,
        up,
        down,
        delete,
        next_moment,
        make_current,
        remove,
        turn_standing,
        item,
        texts,
        summary,
        reflection,
        reflection_hint,
        record,
        record_hint,
        reflection_me,
        record_me,
        turned_title,
        turned_empty,
        turned_check,
        guess,
    }
}

texts! {
    /// Standing, strength, hands and how it is known.
    Marks {
        not_said,
        unmet,
        partly,
        met,
        strength,
        strength_of,
        mine,
        influence,
        not_mine,
        hands,
        said,
        seen,
        guessed,
        confirmed,
        known_by,
        standing,
        feeling_about,
        feeling_about_hint,
    }
}

texts! {
    /// What the moment suggests.
    Suggesting {
        title,
        lead,
        empty,
        because,
        also,
        no,
        not_this,
        take,
        take_likely,
        often_unmet,
        often_met,
        add_feeling,
        strip,
    }
}
