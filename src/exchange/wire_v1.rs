//! Version 1 of the file: people without answers, choices without effects. Read for ever, and written no more.
//! Never changes.

use serde::Deserialize;

use super::wire::gate::{self, Taken};
use super::wire::leaf::{Hex, PersonKind};
use super::wire::{Absent, File, OwnWord, Session, Text};
use super::{Read, Refused};
use crate::domain::{self, ItemId, Journal, PersonId};

#[derive(Deserialize)]
struct Person<'a> {
    id: Hex,
    code: Text<'a>,
    kind: PersonKind,
    set_aside: bool,
    /// From version 3 on.
    #[serde(default, rename = "review_by")]
    _later: Absent,
    #[serde(borrow)]
    own_words: Vec<OwnWord<'a>>,
    #[serde(borrow)]
    sessions: Vec<Session<'a, Choice<'a>>>,
}

#[derive(Deserialize)]
struct Choice<'a> {
    id: u16,
    #[serde(borrow)]
    text: Text<'a>,
}

pub(super) fn read(bytes: &[u8]) -> Result<Read, Refused> {
    gate::file(serde_json::from_slice::<File<Person>>(bytes)?, journal)
}

fn journal(wire: Person) -> Taken<Journal> {
    let person = domain::Person {
        id: PersonId(wire.id.0),
        kind: wire.kind.into(),
        code: gate::line("code", &wire.code)?,
        set_aside: wire.set_aside,
        own_words: gate::own_words(wire.own_words)?,
    };
    let sessions = gate::sessions(wire.sessions)?;
    Ok(Journal { sessions, ..Journal::new(person) })
}

impl TryFrom<Choice<'_>> for domain::Choice {
    type Error = Refused;

    fn try_from(wire: Choice) -> Result<Self, Refused> {
        let text = gate::line("text", &wire.text)?;
        Ok(domain::Choice { id: ItemId(wire.id), text, effects: Vec::new() })
    }
}
