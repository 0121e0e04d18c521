//! Version 2 of the file: people without invitations and days to review by, sessions of two texts. Read for ever, and
//! written no more. Never changes.

use std::sync::Arc;

use serde::Deserialize;

use super::wire::gate::{self, Taken};
use super::wire::leaf::{Hex, PersonKind};
use super::wire::understanding::{Choice, CoreNeed, core_need};
use super::wire::{Absent, File, OwnWord, Session, Text};
use super::{Read, Refused};
use crate::domain::{self, Journal, PersonId};

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
    core_needs: Vec<CoreNeed<'a>>,
    #[serde(borrow)]
    sessions: Vec<Session<'a, Choice<'a>>>,
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
    let core_needs = Arc::new(gate::each("core_needs", wire.core_needs, core_need)?);
    let sessions = gate::sessions(wire.sessions)?;
    Ok(Journal { sessions, core_needs, ..Journal::new(person) })
}
