//! Version 2 of the file, as far as it is its own: what a person answered, and what a choice does to needs.
//! Never meets the domain but here and in `out`. What changes here opens no old backup: a change is a version 3.

mod out;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::layout::Layout;
use super::wire::gate::{self, Taken};
use super::wire::leaf::{Answer, EffectKind, Hex, IsoDay, PersonKind, Standing};
use super::wire::{File, OwnWord, Session, Text, Word};
use super::{Meta, Read, Refused};
use crate::domain::{self, Cabinet, ItemId, Journal, PersonId};

const VERSION: u64 = 2;

#[derive(Serialize, Deserialize)]
struct Person<'a> {
    id: Hex,
    code: Text<'a>,
    kind: PersonKind,
    set_aside: bool,
    #[serde(borrow)]
    own_words: Vec<OwnWord<'a>>,
    #[serde(borrow)]
    core_needs: Vec<CoreNeed<'a>>,
    #[serde(borrow)]
    sessions: Vec<Session<'a, Choice<'a>>>,
}

#[derive(Serialize, Deserialize)]
struct CoreNeed<'a> {
    #[serde(borrow)]
    word: Word<'a>,
    answer: Answer,
    day: IsoDay,
    traces: u32,
}

#[derive(Serialize, Deserialize)]
struct Choice<'a> {
    id: u16,
    #[serde(borrow)]
    text: Text<'a>,
    #[serde(borrow)]
    effects: Vec<Effect<'a>>,
}

#[derive(Serialize, Deserialize)]
struct Effect<'a> {
    #[serde(borrow)]
    word: Word<'a>,
    effect: EffectKind,
    turned_out: Standing,
}

pub(super) fn write(cabinet: &Cabinet, meta: &Meta) -> Result<Vec<u8>, Refused> {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Layout::default());
    // A Vec takes whatever is written, and these types have no value that JSON cannot say.
    let written = out::file(cabinet, meta).serialize(&mut serializer);
    written.map_err(|_| Refused::TooLarge)?;
    bytes.push(b'\n');
    Ok(bytes)
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
    Ok(Journal { person: Arc::new(person), sessions, core_needs })
}

fn core_need(wire: CoreNeed) -> Taken<domain::CoreNeed> {
    Ok(domain::CoreNeed {
        need: gate::need_word(wire.word)?,
        answer: wire.answer.into(),
        day: wire.day.0,
        traces: wire.traces,
    })
}

fn effect(wire: Effect) -> Taken<domain::Effect> {
    Ok(domain::Effect {
        need: gate::need_word(wire.word)?,
        kind: wire.effect.into(),
        turned_out: wire.turned_out.into(),
    })
}

impl TryFrom<Choice<'_>> for domain::Choice {
    type Error = Refused;

    fn try_from(wire: Choice) -> Result<Self, Refused> {
        Ok(domain::Choice {
            id: ItemId(wire.id),
            text: gate::line("text", &wire.text)?,
            effects: gate::each("effects", wire.effects, effect)?,
        })
    }
}
