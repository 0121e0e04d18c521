//! Texts of the frame around every screen: places, state of saving, shortcuts, in British English.
//! Shapes are in `i18n::frame`.

use crate::i18n::{Frame, Shortcuts};

pub const FRAME: Frame = Frame {
    places: "Places",
    skip: "Skip to the main part",
    attune: "Attune",
    sessions: "Sessions",
    people: "People",
    learn: "Learn",
    words: "Words",
    settings: "Settings",
    turn: "Turn the screen",
    turn_back: "Turn back",
    hide: "Hide",
    hide_hint: "Leaves this page at once for an empty one. It only hides: notes are not locked yet.",
    more: "More",
    shortcuts: "Shortcuts",
    saved: "Saved",
    saving: "Saving",
    not_saved: "Not saved",
    this_visit: "Kept for this visit only",
    looking_around: "You are looking around: two made-up people. Change anything; nothing is kept.",
    leave_example: "Leave the examples",
    deleted_person: "{code} is deleted.",
    deleted_session: "The session is deleted.",
    deleted_moment: "The moment is deleted.",
    deleted_item: "“{what}” is removed.",
    put_back: "It is back.",
    cannot_put_back: "It cannot be put back: the place it stood in is gone.",
};

pub const SHORTCUTS: Shortcuts = Shortcuts {
    title: "Shortcuts",
    lead: "In the catch line, while your eyes stay on the person.",
    enter: "Catch what is marked",
    strength: "Strength of a feeling: “fru 4”, or “4” for the one caught last",
    standing: "A need met, partly, unmet: “comp +”, “comp ~”, “comp -”, or the sign alone",
    next_moment: "The next moment",
    escape: "Close the list; again: clear the line",
    arrows: "Through the list",
    open_list: "What could come next",
    undo: "Undo the last deletion, when the line is empty",
    help: "This list, when the line is empty",
    feelings: "Feelings: list and wheel",
    needs: "Needs in their groups",
};
