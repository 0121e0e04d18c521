//! Texts of backups: making one, the plain file, being asked for one.
//! No promise that the code does not keep.

texts! {
    /// Backups.
    Backup {
        title,
        lead,
        never,
        /// The day of the last one, and how many sessions came since.
        last_one,
        last_other,
        make,
        plain,
        restore,
        passphrase_lead,
        passphrase,
        making,
        made,
        not_saved,
        not_read_back,
        too_large,
        not_whole,
        plain_warning,
        /// Where several write here for one conversation.
        plain_shared,
        plain_make,
        plain_made,
        ask_never,
        ask_again,
        not_today,
        unread,
        nothing_here,
    }
}
