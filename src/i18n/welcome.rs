//! Texts of the first page: what Attune is, where notes are kept, and its doors.
//! No promise that the code does not keep.

texts! {
    /// The welcome and its doors.
    Welcome {
        lead,
        kept,
        doors,
        with_client,
        with_client_hint,
        for_myself,
        for_myself_hint,
        with_others,
        with_others_hint,
        look_around,
        look_around_hint,
        whose,
        what_is,
    }
}
