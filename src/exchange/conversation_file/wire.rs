//! Version 1 of both files of a conversation; feelings, needs, behaviours and choices are those of the file of notes.
//! Never changes: a change is a version 2. Never has a place for a judgement, a need that was said no to, or a sign.

use serde::{Deserialize, Serialize};

use crate::exchange::wire::leaf::{
    Agreement, EffectKind, Hands, Hex, HexKey, IsoDay, Relation, Standing,
};
use crate::exchange::wire::understanding::Choice;
use crate::exchange::wire::{Behaviour, Feeling, Listed, Need, OwnWord, Text, Word};

pub(super) const VERSION: u64 = 1;

#[derive(Serialize, Deserialize)]
pub(super) struct File<'a> {
    #[serde(borrow)]
    pub format: Text<'a>,
    pub version: u64,
    /// For whoever unpacks it and does not know what it is; nothing reads it.
    #[serde(borrow, default)]
    pub about: Text<'a>,
    pub conversation: Hex,
    pub made_on: IsoDay,
    #[serde(borrow)]
    pub made_by: Text<'a>,
    /// In an opening file, and in no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<HexKey>,
    #[serde(borrow)]
    pub frame: Frame<'a>,
    #[serde(borrow)]
    pub said: Vec<Said<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Frame<'a> {
    pub revision: u32,
    pub begun_on: IsoDay,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    pub topic: Option<Text<'a>>,
    #[serde(deserialize_with = "Option::deserialize")]
    pub relation: Option<Relation>,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    pub opening: Option<Text<'a>>,
    #[serde(borrow)]
    pub areas: Vec<Listed<'a>>,
    #[serde(borrow)]
    pub people: Vec<Named<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Named<'a> {
    pub id: Hex,
    #[serde(borrow)]
    pub code: Text<'a>,
    pub since: u16,
    #[serde(deserialize_with = "Option::deserialize")]
    pub released: Option<u16>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Said<'a> {
    pub person: Hex,
    pub revision: u32,
    pub since: u16,
    #[serde(deserialize_with = "Option::deserialize")]
    pub left: Option<u16>,
    #[serde(borrow)]
    pub own_words: Vec<OwnWord<'a>>,
    #[serde(borrow)]
    pub rounds: Vec<Ready<'a>>,
    #[serde(borrow)]
    pub requests: Vec<Request<'a>>,
    #[serde(borrow)]
    pub replies: Vec<Reply<'a>>,
}

/// Being ready for a round is what makes an entry: words without it cannot be written.
#[derive(Serialize, Deserialize)]
pub(super) struct Ready<'a> {
    pub round: u16,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    pub words: Option<Words<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Words<'a> {
    #[serde(borrow)]
    pub mine: Side<'a>,
    #[serde(borrow)]
    pub guesses: Vec<Guess<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Guess<'a> {
    pub about: Hex,
    #[serde(borrow)]
    pub side: Side<'a>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Side<'a> {
    pub id: Hex,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    pub label: Option<Text<'a>>,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    pub area: Option<Listed<'a>>,
    #[serde(deserialize_with = "Option::deserialize")]
    pub hands: Option<Hands>,
    #[serde(borrow)]
    pub items: Vec<Item<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Item<'a> {
    #[serde(borrow)]
    Feeling(Feeling<'a>),
    #[serde(borrow)]
    Need(Need<'a>),
    #[serde(borrow)]
    Behaviour(Behaviour<'a>),
    #[serde(borrow)]
    Choice(Choice<'a>),
}

#[derive(Serialize, Deserialize)]
pub(super) struct Request<'a> {
    pub id: Hex,
    pub round: u16,
    #[serde(borrow)]
    pub text: Text<'a>,
    #[serde(borrow)]
    pub effects: Vec<Placed<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Placed<'a> {
    pub whose: Hex,
    #[serde(borrow)]
    pub word: Word<'a>,
    pub effect: EffectKind,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Reply<'a> {
    pub request: Hex,
    pub agreement: Agreement,
    #[serde(borrow)]
    pub turned_out: Vec<Looked<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Looked<'a> {
    #[serde(borrow)]
    pub word: Word<'a>,
    pub standing: Standing,
    pub round: u16,
}
