//! What all versions of the file have in common, field by field: serde types that stay as they are for ever, as
//! docs/exchange-format.md describes them. Never knows a version: where versions differ, each brings a type of its own.
//!
//! Every field is always written and has to be there, empty ones too. Then a name that was spoilt is a field that is
//! missing, and is noticed; were it optional, what it held would be gone without a word.

pub(super) mod gate;
pub(super) mod invitation;
pub(super) mod leaf;
pub(super) mod out;
pub(super) mod person;
pub(super) mod record_sheet;
pub(super) mod understanding;

use std::borrow::Cow;

use serde::de::{Error, IgnoredAny};
use serde::{Deserialize, Deserializer, Serialize};

use leaf::{Hands, Hex, IsoDay, KnownBy, Standing, Theme};

pub(super) type Text<'a> = Cow<'a, str>;

/// Up to version 3; the format and the version were looked at before.
#[derive(Deserialize)]
pub(super) struct File<'a, P> {
    pub made_on: IsoDay,
    #[serde(borrow)]
    pub made_by: Text<'a>,
    pub settings: Settings<'a>,
    pub people: Vec<P>,
    /// From version 4 on.
    #[serde(default, rename = "conversations")]
    pub _later: Absent,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Settings<'a> {
    pub theme: Theme,
    #[serde(borrow)]
    pub pointer: Text<'a>,
    #[serde(deserialize_with = "Option::deserialize")]
    pub open: Option<Open>,
}

/// The session that was open last.
#[derive(Serialize, Deserialize)]
pub(super) struct Open {
    pub person: Hex,
    pub session: Hex,
}

#[derive(Serialize, Deserialize)]
pub(super) struct OwnWord<'a> {
    pub id: Hex,
    #[serde(borrow)]
    pub text: Text<'a>,
    pub kind: OwnWordKind,
    /// A family for a feeling, a need for a need.
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    pub kin: Option<Listed<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum OwnWordKind {
    Feeling,
    Need,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Session<'a, C> {
    pub id: Hex,
    pub day: IsoDay,
    /// Which of one day came first.
    pub order: u32,
    #[serde(borrow)]
    pub moments: Vec<Moment<'a, C>>,
    pub reflection: Text<'a>,
    pub record: Text<'a>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Moment<'a, C> {
    pub id: Hex,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    pub label: Option<Text<'a>>,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    pub area: Option<Listed<'a>>,
    #[serde(deserialize_with = "Option::deserialize")]
    pub hands: Option<Hands>,
    #[serde(borrow)]
    pub items: Vec<Item<'a, C>>,
    pub dismissed: Vec<Listed<'a>>,
    pub next_item: u16,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Item<'a, C> {
    #[serde(borrow)]
    Feeling(Feeling<'a>),
    #[serde(borrow)]
    Need(Need<'a>),
    #[serde(borrow)]
    Judgement(Judgement<'a>),
    #[serde(borrow)]
    Behaviour(Behaviour<'a>),
    Choice(C),
}

#[derive(Serialize, Deserialize)]
pub(super) struct Feeling<'a> {
    pub id: u16,
    #[serde(borrow)]
    pub word: Word<'a>,
    #[serde(deserialize_with = "Option::deserialize")]
    pub strength: Option<u8>,
    /// `None` for the moment itself.
    #[serde(deserialize_with = "Option::deserialize")]
    pub about_item: Option<u16>,
    pub known_by: KnownBy,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Need<'a> {
    pub id: u16,
    #[serde(borrow)]
    pub word: Word<'a>,
    pub standing: Standing,
    #[serde(deserialize_with = "Option::deserialize")]
    pub hands: Option<Hands>,
    pub known_by: KnownBy,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Judgement<'a> {
    pub id: u16,
    #[serde(borrow)]
    pub word: Word<'a>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Behaviour<'a> {
    pub id: u16,
    #[serde(borrow)]
    pub text: Text<'a>,
}

/// A word that only the vocabulary can give. The name stands beside it for people; only the id is read.
#[derive(Serialize, Deserialize)]
pub(super) struct Listed<'a> {
    #[serde(borrow)]
    pub id: Text<'a>,
    #[serde(default, deserialize_with = "pass_over")]
    pub name: Option<&'a str>,
}

/// A word of the vocabulary by its `id`, or the person's own by the id of their word: one of the two, never both.
#[derive(Serialize, Deserialize)]
pub(super) struct Word<'a> {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Hex>,
    #[serde(default, deserialize_with = "pass_over")]
    pub name: Option<&'a str>,
}

/// A name is for people: whatever stands there, the id decides.
fn pass_over<'de, 'a, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'a str>, D::Error> {
    IgnoredAny::deserialize(deserializer).map(|_| None)
}

/// In the place of a field that only a later version has. One bit makes a 1 or a 2 of a 3: read by an earlier version, what came
/// after it would be gone without a word.
#[derive(Default)]
pub(super) struct Absent;

impl<'de> Deserialize<'de> for Absent {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(D::Error::custom("a field of a later version"))
    }
}
