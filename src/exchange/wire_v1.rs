//! Version 1 of the file, field by field: serde types that stay as they are for ever. docs/exchange-format.md describes them.
//! Never meets the domain but in `out` and `gate`. What changes here opens no old backup: a change is a version 2.
//!
//! Every field is always written and has to be there, empty ones too. Then a name that was spoilt is a field that is
//! missing, and is noticed; were it optional, what it held would be gone without a word.

mod gate;
mod leaf;
mod out;

use std::borrow::Cow;

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

use super::layout::Layout;
use super::{Meta, Read, Refused};
use crate::domain::Cabinet;
use leaf::{Hands, Hex, IsoDay, KnownBy, PersonKind, Standing, Theme};

type Text<'a> = Cow<'a, str>;

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
    settings: Settings<'a>,
    people: Vec<Person<'a>>,
}

#[derive(Serialize, Deserialize)]
struct Settings<'a> {
    theme: Theme,
    #[serde(borrow)]
    pointer: Text<'a>,
    #[serde(deserialize_with = "Option::deserialize")]
    open: Option<Open>,
}

/// The session that was open last.
#[derive(Serialize, Deserialize)]
struct Open {
    person: Hex,
    session: Hex,
}

#[derive(Serialize, Deserialize)]
struct Person<'a> {
    id: Hex,
    code: Text<'a>,
    kind: PersonKind,
    set_aside: bool,
    #[serde(borrow)]
    own_words: Vec<OwnWord<'a>>,
    sessions: Vec<Session<'a>>,
}

#[derive(Serialize, Deserialize)]
struct OwnWord<'a> {
    id: Hex,
    #[serde(borrow)]
    text: Text<'a>,
    kind: OwnWordKind,
    /// A family for a feeling, a need for a need.
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    kin: Option<Listed<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum OwnWordKind {
    Feeling,
    Need,
}

#[derive(Serialize, Deserialize)]
struct Session<'a> {
    id: Hex,
    day: IsoDay,
    /// Which of one day came first.
    order: u32,
    #[serde(borrow)]
    moments: Vec<Moment<'a>>,
    reflection: Text<'a>,
    record: Text<'a>,
}

#[derive(Serialize, Deserialize)]
struct Moment<'a> {
    id: Hex,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    label: Option<Text<'a>>,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    area: Option<Listed<'a>>,
    #[serde(deserialize_with = "Option::deserialize")]
    hands: Option<Hands>,
    items: Vec<Item<'a>>,
    dismissed: Vec<Listed<'a>>,
    next_item: u16,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Item<'a> {
    Feeling {
        id: u16,
        #[serde(borrow)]
        word: Word<'a>,
        #[serde(deserialize_with = "Option::deserialize")]
        strength: Option<u8>,
        /// `None` for the moment itself.
        #[serde(deserialize_with = "Option::deserialize")]
        about_item: Option<u16>,
        known_by: KnownBy,
    },
    Need {
        id: u16,
        #[serde(borrow)]
        word: Word<'a>,
        standing: Standing,
        #[serde(deserialize_with = "Option::deserialize")]
        hands: Option<Hands>,
        known_by: KnownBy,
    },
    Judgement {
        id: u16,
        #[serde(borrow)]
        word: Word<'a>,
    },
    Behaviour {
        id: u16,
        text: Text<'a>,
    },
    Choice {
        id: u16,
        text: Text<'a>,
    },
}

/// A word that only the vocabulary can give. The name stands beside it for people; only the id is read.
#[derive(Serialize, Deserialize)]
struct Listed<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(default, deserialize_with = "pass_over")]
    name: Option<&'a str>,
}

/// A word of the vocabulary by its `id`, or the person's own by the id of their word: one of the two, never both.
#[derive(Serialize, Deserialize)]
struct Word<'a> {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    own: Option<Hex>,
    #[serde(default, deserialize_with = "pass_over")]
    name: Option<&'a str>,
}

/// A name is for people: whatever stands there, the id decides.
fn pass_over<'de, 'a, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'a str>, D::Error> {
    IgnoredAny::deserialize(deserializer).map(|_| None)
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
    gate::file(serde_json::from_slice(bytes)?)
}
