//! Texts of the sessions of one person.
//! Never what was said in one.

texts! {
    /// The list of one person's sessions.
    Sessions {
        title,
        of,
        mine,
        begin_today,
        begin_other,
        day,
        begin,
        none,
        nobody,
        moments_none,
        moments_one,
        moments_other,
        open,
        redate,
        nth,
    }
}
