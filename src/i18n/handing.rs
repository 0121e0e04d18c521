//! Texts of handing over: what is picked, how it is sealed, and the page of whoever opened an invitation.
//! Promises nothing that depends on the other side.

texts! {
    /// Picking and sealing.
    Handing {
        title_me,
        title_client,
        lead_me,
        lead_client,
        none_yet,
        label,
        summary,
        all,
        none,
        nothing,
        earlier,
        pick_first,
        go_on,
        back,
        how,
        how_link,
        how_passphrase,
        link,
        link_hint,
        link_wrong,
        link_newer,
        passphrase_lead,
        passphrase,
        seal,
        sealing,
        sealed_key,
        sealed_passphrase,
        save,
        saved,
        show,
        show_hint,
        too_large_to_show,
        picture,
        before,
        next,
        play,
        too_large,
        not_sealed,
        door_me,
        door_client,
    }
}

texts! {
    /// The page of whoever opened an invitation.
    Guest {
        title,
        lead,
        kept_nowhere,
        begin_with,
        hand_over,
        hand_over_lead,
        to_worksheet,
        keep,
        keep_hint,
        leave,
        leave_hint,
        broken_title,
        broken,
        newer,
        too_long,
        to_attune,
    }
}
