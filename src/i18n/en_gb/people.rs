//! Texts of the list of people, in British English.
//! Shapes are in `i18n::people`.

use crate::i18n::People;

pub const PEOPLE: People = People {
    title: "People",
    lead: "Everyone is known by a code. Names stay outside.",
    add: "Add a client",
    code: "A code, not a name",
    code_hint: "A bird, a colour, a number: something only you can tell whose it is.",
    find: "Find by code",
    none: "Nobody here yet. Add your first client by a code.",
    none_found: "Nobody by that code.",
    actions: "More about {code}",
    set_aside: "Set aside",
    take_back: "Take back",
    set_aside_title: "Set aside",
    set_aside_hint: "Out of the way, not gone.",
    me: "Me",
    sessions_one: "{count} session",
    sessions_other: "{count} sessions",
    no_session: "No session yet",
    last: "last {day}",
    new_code: "New code",
};
