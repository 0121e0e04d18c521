//! Version 4 of the file, as far as it is its own: what was said together, in conversations and about changes.
//! Never meets the domain but here and in its parts. What changes here opens no old backup: a change is a version 5.

mod change;
mod conversation;
mod counted;
mod request;
mod sheet;

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::layout::Layout;
use super::wire::gate;
use super::wire::leaf::{Hex, IsoDay};
use super::wire::person::{self, Person, journal};
use super::wire::{Open, Settings, Text};
use super::{FORMAT, Meta, Read, Refused};
use crate::domain::{self, Cabinet};
use change::Change;
use conversation::Conversation;

const VERSION: u64 = 4;

/// In twenty years this may be all that someone knows of the file.
const ABOUT: &str = "Notes kept with Attune: people by their codes, their sessions, and in each the feelings, needs, \
    judgements, behaviours and choices that came up; conversations, with what each participant wrote in each round; and \
    changes at work, with the groups they touch. The names of words stand beside their ids. \
    The documents exchange-format.md and exchange-v4.schema.json of Attune say what each field means.";

#[derive(Serialize, Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    format: Text<'a>,
    version: u64,
    /// For whoever finds the file and does not know what it is; nothing reads it.
    #[serde(borrow, default)]
    about: Text<'a>,
    made_on: IsoDay,
    #[serde(borrow)]
    made_by: Text<'a>,
    #[serde(borrow)]
    settings: Settings<'a>,
    #[serde(borrow)]
    people: Vec<Person<'a>>,
    #[serde(borrow)]
    conversations: Vec<Conversation<'a>>,
    #[serde(borrow)]
    changes: Vec<Change<'a>>,
}

pub(super) fn write(cabinet: &Cabinet, meta: &Meta) -> Result<Vec<u8>, Refused> {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Layout::default());
    // A Vec takes whatever is written, and these types have no value that JSON cannot say.
    let written = file(cabinet, meta).serialize(&mut serializer);
    written.map_err(|_| Refused::TooLarge)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn file<'a>(cabinet: &'a Cabinet, meta: &'a Meta) -> File<'a> {
    File {
        format: Cow::Borrowed(FORMAT),
        version: VERSION,
        about: Cow::Borrowed(ABOUT),
        made_on: IsoDay(meta.made_on),
        made_by: Cow::Borrowed(meta.made_by.as_str()),
        settings: settings(&cabinet.settings),
        people: cabinet.journals.iter().map(|it| person::of(it)).collect(),
        conversations: cabinet.conversations.iter().map(|it| conversation::of(it)).collect(),
        changes: cabinet.changes.iter().map(|it| change::of(it)).collect(),
    }
}

fn settings(settings: &domain::Settings) -> Settings<'_> {
    let open = settings.open;
    Settings {
        theme: settings.theme.into(),
        pointer: Cow::Borrowed(settings.pointer.as_str()),
        open: open.map(|(person, session)| Open { person: Hex(person.0), session: Hex(session.0) }),
    }
}

pub(super) fn read(bytes: &[u8]) -> Result<Read, Refused> {
    let file = serde_json::from_slice::<File>(bytes)?;
    let together = |it| conversation::conversation(it).map(Arc::new);
    let cabinet = Cabinet {
        journals: gate::each("people", file.people, |it| journal(it).map(Arc::new))?,
        conversations: gate::each("conversations", file.conversations, together)?,
        changes: gate::each("changes", file.changes, |it| change::change(it).map(Arc::new))?,
        settings: gate::settings(file.settings)?,
        ..Cabinet::default()
    };
    Ok(Read { cabinet, meta: gate::meta(file.made_on, &file.made_by)? })
}
