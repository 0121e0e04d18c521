//! Texts that many screens share, and what is said when something did not work.
//! No screen's own words.

texts! {
    /// Buttons and names that recur.
    Shared {
        app,
        undo,
        close,
        /// Makes hidden characters seen.
        show,
        cancel,
        save,
        delete,
        rename,
        more,
        add,
        remove,
        something_else,
    }
}

texts! {
    /// What happened, what is safe, what to do.
    Trouble {
        full,
        blocked,
        /// One of two homes will not take more.
        /// Another tab writes.
        reads,
        take_over,
        make_backup,
        only_reads,
        /// Nothing is kept, because the person chose so.
        this_visit,
        one_full,
        one_home,
        /// Only localStorage is there.
        no_ledger,
        failed,
        elsewhere,
        try_again,
        part_missing,
        reload,
        refused_newer_title,
        refused_newer,
        refused_damaged_title,
        refused_damaged,
        refused_look,
        unread_newer,
        unread_damaged,
        unread_missing,
        unread_of,
        empty_code,
        long_code,
        taken_code,
        long_label,
        long_line,
        long_word,
        long_note,
        not_put_back,
        /// What a session is called that was kept twice.
        kept_twice,
        wrong_day,
    }
}
