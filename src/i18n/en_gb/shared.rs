//! Texts that many screens share, and what is said when something did not work, in British English.
//! Shapes are in `i18n::shared`.

use crate::i18n::{Shared, Trouble};

pub const SHARED: Shared = Shared {
    app: "Attune",
    undo: "Undo",
    close: "Close",
    show: "Show",
    cancel: "Cancel",
    save: "Save",
    delete: "Delete",
    rename: "Rename",
    more: "More",
    add: "Add",
    remove: "Remove",
    something_else: "Something else",
};

pub const TROUBLE: Trouble = Trouble {
    full: "This browser's store for Attune is full, so the last change is not kept yet. What you typed is still on the screen. Delete a session you no longer need, and it will be tried again.",
    blocked: "This browser does not let Attune keep notes, often because cookies or site data are blocked. You can go on, and everything is gone when this page closes. Allow site data for this page to keep notes.",
    this_visit: "Nothing is kept, as you chose: all of it is gone when this page closes.",
    one_full: "Everything is kept, but one of this browser's two stores is full. Make a backup file soon, and delete what you no longer need.",
    one_home: "Everything is kept, but in one of this browser's two stores only. Make a backup file now and then.",
    no_ledger: "This browser does not give Attune its safer store. What you note is kept, but the last minute may be lost if the browser crashes. Make a backup file now and then.",
    failed: "The last change could not be kept, and the browser did not say why. What you typed is still on the screen. Try again; if it stays so, copy what matters to paper.",
    elsewhere: "Attune is open in another tab, and that tab has kept something since. Nothing there is lost. What you typed here is still on the screen: note it down, then reload this page to go on with the newer notes.",
    part_missing: "A part of Attune did not arrive, so nothing can be noted yet. What you noted before is safe.",
    try_again: "Try again",
    reload: "Reload",
    refused_newer_title: "These notes come from a newer Attune",
    refused_newer: "They are safe, and this page has not changed them. Open them with the newer version: reload this page while you are online, or go back to where you used it last.",
    refused_damaged_title: "These notes cannot be read",
    refused_damaged: "Something in this browser has damaged them. This page has not changed or deleted anything. If you have used Attune in another browser or profile, look there first, and do not clear this browser's data.",
    refused_look: "You can still look around; nothing is kept meanwhile.",
    unread_newer: "Part of what is kept here was written by a newer Attune. It is kept as it is, and not shown.",
    unread_damaged: "Part of what is kept here cannot be read. It is kept as it is, and not shown; the rest is all here.",
    unread_missing: "Something that was kept here is no longer there: the browser may have cleared it. The rest is all here.",
    unread_of: "It belongs to {code}.",
    empty_code: "A code is needed to find this person again. A colour, a bird, a number: anything but a name.",
    long_code: "That is {has} characters. A code has at most {most}.",
    taken_code: "Someone here has this code already. Please choose another.",
    long_label: "That is {has} characters, and a moment's label has room for {most}. Shorten it to what points at the moment; nothing is lost meanwhile.",
    long_line: "That is {has} characters, and there is room for {most}. Nothing is lost meanwhile.",
    long_word: "That is {has} characters. A word of one's own has at most {most}.",
    long_note: "That is more than {most} characters, and the rest is not kept yet. Shorten it, or use a second session.",
    kept_twice: "Kept twice: written in two places at once",
    not_put_back: "That could not be put back, because its place is gone; everything else is as it was.",
    wrong_day: "There is no such day. Please pick one between 1900 and 2199.",
};
