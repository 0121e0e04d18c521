//! Texts of backups, in British English.
//! Shapes are in `i18n::backup`.

use crate::i18n::Backup;

pub const BACKUP: Backup = Backup {
    title: "Backup",
    lead: "A backup is one file with everything in it, sealed with a passphrase of its own. It is what remains if this browser's data is cleared or the device is lost.",
    never: "There is no backup yet.",
    last_one: "Last backup: {day}. {count} session more since then.",
    last_other: "Last backup: {day}. {count} sessions more since then.",
    make: "Make a backup",
    plain: "Export as plain text",
    restore: "Try or restore a backup",
    passphrase_lead: "Choose a passphrase for this file; it need not be the lock's. Without it nobody can open the file: not we, not anyone. Write it down, and keep the paper apart from the file.",
    passphrase: "Passphrase for this backup",
    making: "Sealing it, and opening it again to check. This takes a few seconds …",
    made: "“{name}” is made: it was opened again, compared, and handed to your browser, which keeps it among your downloads. Copy it to a place away from this device.",
    not_saved: "The browser would not take the file. Nothing here has changed; please try again.",
    not_read_back: "What was sealed did not come back as it went in, so no file was handed out. Nothing here has changed; please try again.",
    too_large: "There is more here than fits into one file. Nothing has changed. Delete what you no longer need, then try again.",
    not_whole: "Something in these notes could not be written into a file and read back, so no file was handed out. Nothing has changed. Please tell us which version this is.",
    plain_warning: "This file is not sealed. Whoever gets hold of it can read every word: on this device, in a cloud folder, in an e-mail. For a backup the sealed file is the better one. Go on?",
    plain_shared: "What several people write on this device for a conversation and have not shown each other is left out of it: rounds that are not revealed yet, and what they keep private. A sealed backup holds it.",
    plain_make: "Export it unsealed",
    plain_made: "“{name}” was handed to your browser, which keeps it among your downloads. Anyone who has it can read it: delete it there once you no longer need it.",
    ask_never: "Your notes are in this browser only. Would you like to make a backup file?",
    ask_again: "Your last backup was made on {day}. Would you like to make a new one?",
    not_today: "Not today",
    unread: "Part of what is kept here cannot be read, so it is not in a backup either. It stays in this browser as it is.",
    nothing_here: "You are looking at examples. Leave them to make or restore a backup of your own notes.",
};
