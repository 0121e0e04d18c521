//! Texts of the sessions of one person, in British English.
//! Shapes are in `i18n::sessions`.

use crate::i18n::Sessions;

pub const SESSIONS: Sessions = Sessions {
    title: "Sessions",
    of: "Sessions with {code}",
    mine: "My sessions",
    begin_today: "Begin a session today",
    begin_other: "On another day",
    day: "Day of the session",
    begin: "Begin",
    none: "No session yet. Begin one when you like.",
    nobody: "First choose who this is about.",
    moments_none: "nothing caught yet",
    moments_one: "{count} moment",
    moments_other: "{count} moments",
    open: "Open the session of {day}",
    redate: "Change the day",
    nth: "{nth} of that day",
};
