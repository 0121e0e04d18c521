//! Texts of the frame around every screen: places, state of saving, shortcuts.
//! Nothing of a single screen.

texts! {
    /// Places and the state of keeping.
    Frame {
        places,
        skip,
        attune,
        worksheet,
        understanding,
        understand,
        sessions,
        people,
        together,
        learn,
        words,
        settings,
        turn,
        paper,
        turn_back,
        hide,
        hide_hint,
        hide_and_lock_hint,
        lock,
        lock_hint,
        not_locked,
        not_kept,
        uncover,
        leave_all,
        leave_all_hint,
        more,
        shortcuts,
        saved,
        saving,
        not_saved,
        this_visit,
        looking_around,
        leave_example,
        deleted_person,
        deleted_session,
        deleted_conversation,
        let_go_record,
        deleted_moment,
        deleted_item,
    }
}

texts! {
    /// The list of shortcuts.
    Shortcuts {
        lead,
        key_enter,
        key_number,
        key_signs,
        key_next,
        key_arrows,
        key_open,
        key_escape,
        key_undo,
        key_help,
        key_hide,
        enter,
        strength,
        standing,
        next_moment,
        escape,
        arrows,
        open_list,
        undo,
        help,
        hide,
    }
}
