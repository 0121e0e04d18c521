//! Texts of the record of a session, where it is drawn up, written, locked and amended.
//! Never promises what the law asks for.

texts! {
    /// The record of a session.
    Recording {
        title,
        lead,
        open,
        back,
        no_session,
        not_mine,
        form,
        dap,
        soap,
        birp,
        girp,
        parts,
        observation,
        observation_hint,
        intervention,
        intervention_hint,
        time,
        length,
        modality,
        /// Offered while one types, `|` between them.
        modalities,
        attendance,
        /// Offered while one types, `|` between them.
        attendances,
        note,
        follows,
        own,
        anew,
        copy,
        copied,
        not_copied,
        save,
        print,
        lock,
        lock_what,
        lock_now,
        lock_nothing,
        locked_on,
        amendments,
        amend,
        amend_hint,
        amend_add,
        amend_added,
        amended_on,
        too_long,
    }
}
