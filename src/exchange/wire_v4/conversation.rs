//! A conversation in version 4 of the file: its frame, and who takes part. In by `conversation`, out by `of`.
//! Never decides what of it a file may hold: that is done before it is written.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::request::{self, Reply, Request};
use super::sheet::{self, Sheet};
use crate::domain::{
    self, ConversationId, Frame, Kind, OwnWord as DomainWord, Person, PersonId, SecretKey, Sign,
    ToldSoFar,
};
use crate::exchange::wire::gate::{self, Taken};
use crate::exchange::wire::leaf::{Hex, HexKey, IsoDay, Relation};
use crate::exchange::wire::out::{OwnTexts, listed, own_word, texts};
use crate::exchange::wire::{Listed, OwnWord, Text};
use crate::vocabulary::Area;

#[derive(Serialize, Deserialize)]
pub(super) struct Conversation<'a> {
    id: Hex,
    revision: u32,
    begun_on: IsoDay,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    topic: Option<Text<'a>>,
    #[serde(deserialize_with = "Option::deserialize")]
    relation: Option<Relation>,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    opening: Option<Text<'a>>,
    #[serde(borrow)]
    areas: Vec<Listed<'a>>,
    is_ours: bool,
    #[serde(deserialize_with = "Option::deserialize")]
    secret: Option<HexKey>,
    #[serde(borrow)]
    participants: Vec<Participant<'a>>,
}

#[derive(Serialize, Deserialize)]
struct Participant<'a> {
    id: Hex,
    #[serde(borrow)]
    code: Text<'a>,
    is_here: bool,
    revision: u32,
    #[serde(deserialize_with = "Option::deserialize")]
    sign: Option<u32>,
    since: u16,
    #[serde(deserialize_with = "Option::deserialize")]
    left: Option<u16>,
    #[serde(deserialize_with = "Option::deserialize")]
    released: Option<u16>,
    told_until: u16,
    told_checksum: u32,
    #[serde(borrow)]
    own_words: Vec<OwnWord<'a>>,
    #[serde(borrow)]
    sheets: Vec<Sheet<'a>>,
    #[serde(borrow)]
    requests: Vec<Request<'a>>,
    #[serde(borrow)]
    replies: Vec<Reply<'a>>,
}

pub(super) fn of(it: &domain::Conversation) -> Conversation<'_> {
    let frame = &it.frame;
    // A request may name a need in another's words.
    let mut names = OwnTexts::new();
    it.participants.iter().for_each(|it| names.extend(texts(&it.person.own_words)));
    Conversation {
        id: Hex(it.id.0),
        revision: frame.revision,
        begun_on: IsoDay(frame.begun_on),
        topic: frame.topic.as_ref().map(|it| Text::Borrowed(it.as_str())),
        relation: frame.relation.map(Into::into),
        opening: frame.opening.as_ref().map(|it| Text::Borrowed(it.as_str())),
        areas: frame.areas.iter().map(|it| listed(it, Area::id, Area::name)).collect(),
        is_ours: frame.is_ours,
        secret: it.secret.as_ref().map(|it| HexKey(*it.bytes())),
        participants: it.participants.iter().map(|it| of_participant(it, &names)).collect(),
    }
}

fn of_participant<'a>(it: &'a domain::Participant, names: &OwnTexts<'a>) -> Participant<'a> {
    Participant {
        id: Hex(it.person.id.0),
        code: Text::Borrowed(it.person.code.as_str()),
        is_here: it.is_here,
        revision: it.revision,
        sign: it.sign.map(|sign| sign.0),
        since: it.since,
        left: it.left,
        released: it.released,
        told_until: it.told.until,
        told_checksum: it.told.checksum,
        own_words: it.person.own_words.iter().map(own_word).collect(),
        sheets: it.sheets.iter().map(|it| sheet::of(it, names)).collect(),
        requests: it.requests.iter().map(|it| request::of(it, names)).collect(),
        replies: it.replies.iter().map(|it| request::of_reply(it, names)).collect(),
    }
}

pub(super) fn conversation(wire: Conversation) -> Taken<domain::Conversation> {
    let frame = Frame {
        revision: wire.revision,
        begun_on: wire.begun_on.0,
        topic: wire.topic.map(|it| gate::line("topic", &it)).transpose()?,
        relation: wire.relation.map(Into::into),
        opening: wire.opening.map(|it| gate::line("opening", &it)).transpose()?,
        areas: wire.areas.into_iter().map(|it| gate::listed(it, Area::from_id)).collect(),
        is_ours: wire.is_ours,
    };
    let participants =
        gate::each("participants", wire.participants, |it| participant(it).map(Arc::new))?;
    let secret = wire.secret.map(|it| SecretKey::new(it.0));
    Ok(domain::Conversation { id: ConversationId(wire.id.0), frame, participants, secret })
}

fn participant(wire: Participant) -> Taken<domain::Participant> {
    let own_words: Vec<DomainWord> = gate::own_words(wire.own_words)?;
    let code = gate::line("code", &wire.code)?;
    let person = Person { own_words, ..Person::new(PersonId(wire.id.0), Kind::Participant, code) };
    Ok(domain::Participant {
        is_here: wire.is_here,
        revision: wire.revision,
        sign: wire.sign.map(Sign),
        left: wire.left,
        released: wire.released,
        told: ToldSoFar { until: wire.told_until, checksum: wire.told_checksum },
        sheets: gate::each("sheets", wire.sheets, |it| sheet::sheet(it).map(Arc::new))?,
        requests: gate::each("requests", wire.requests, |it| request::request(it).map(Arc::new))?,
        replies: gate::each("replies", wire.replies, request::reply)?,
        ..domain::Participant::new(person, wire.since)
    })
}
