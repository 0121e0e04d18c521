//! Texts of the first page: what Attune is, where notes are kept, and its doors, in British English.
//! Shapes are in `i18n::welcome`.

use crate::i18n::Welcome;

pub const WELCOME: Welcome = Welcome {
    lead: "Attune helps two people see what someone feels and what they need underneath, until both see it.",
    kept: "Notes stay in this browser, on this device, and nothing is sent anywhere. You say who may open them before the first word is written.",
    doors: "Where would you like to begin?",
    with_client: "With a client",
    with_client_hint: "Catch feelings and needs while they speak.",
    for_myself: "For myself",
    for_myself_hint: "A quiet page of your own.",
    with_others: "With someone, or a team",
    with_others_hint: "Each alone first, then all is seen at once.",
    look_around: "Look around first",
    look_around_hint: "Two made-up people, filled in over several sessions. Nothing is kept.",
    whose: "Whose page would you like to see?",
    what_is: "What is attuning?",
};
