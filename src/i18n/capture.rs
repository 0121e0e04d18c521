//! Texts of the catch line and of the lists and wheel to pick from.
//! Nothing that is caught.

texts! {
    /// The catch line.
    Capture {
        label,
        hint,
        feelings,
        needs,
        judgements,
        areas,
        own_words,
        suggested,
        as_label,
        as_feeling,
        as_need,
        as_behaviour,
        as_choice,
        points_here_one,
        points_here_two,
        found_by,
        count_one,
        count_other,
        caught,
        next_begun,
        set_strength,
        too_long_for_all,
        own,
    }
}

texts! {
    /// The lists of feelings and needs.
    Pickers {
        feelings_open,
        needs_open,
        feelings_title,
        needs_title,
        as_list,
        as_wheel,
        own_feelings,
        own_needs,
        add_own_feeling,
        add_own_need,
        kin_family,
        kin_need,
        no_kin,
    }
}
