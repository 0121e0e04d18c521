//! Texts of the list of people.
//! Never a person's code.

texts! {
    /// The list of people.
    People {
        title,
        lead,
        add,
        code,
        code_hint,
        find,
        none,
        none_found,
        actions,
        set_aside,
        take_back,
        set_aside_title,
        set_aside_hint,
        me,
        sessions_one,
        sessions_other,
        no_session,
        last,
        new_code,
    }
}
