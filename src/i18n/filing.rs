//! Texts of everything of one person: handed out, reviewed, erased.
//! Never legal advice, and never more certainty about erasing than a page can have.

texts! {
    /// Everything of one person.
    Filing {
        of,
        lead,
        reflections,
        reflections_rules,
        take,
        json,
        markdown,
        print,
        tables,
        tables_hint,
        moments,
        feelings,
        needs,
        choices,
        not_made,
        review,
        review_by,
        review_hint,
        review_clear,
        overdue,
        erase,
        erase_what,
        erase_rest,
        erase_now,
        erasing,
        erased,
        erased_what,
        sessions_one,
        sessions_other,
        moments_one,
        moments_other,
        texts_one,
        texts_other,
        left_nothing,
        left_something,
        never_kept,
    }
}
