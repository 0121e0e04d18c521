//! Version 1 of a conversation's front: its frame, the order of its participants, and what seals its files.
//! Never holds a word of a participant: each has a record, and each of their sheets.

use serde::{Deserialize, Serialize};

use super::gate::{self, id_of, line_of, listed};
use super::{Unreadable, numbers};
use crate::domain::{self, ConversationId, Frame, PersonId, SecretKey};
use crate::vocabulary::Area;

#[derive(Serialize, Deserialize)]
pub(super) struct Conversation<'a> {
    id: [u8; 8],
    revision: u32,
    begun_on: i32,
    topic: Option<&'a str>,
    relation: u8,
    opening: Option<&'a str>,
    #[serde(borrow)]
    areas: Vec<&'a str>,
    is_ours: bool,
    /// Zeros for none.
    secret: [u8; 32],
    participants: Vec<[u8; 8]>,
}

pub(super) fn of<'a>(it: &'a domain::Conversation, order: &[PersonId]) -> Conversation<'a> {
    let frame = &it.frame;
    Conversation {
        id: it.id.0,
        revision: frame.revision,
        begun_on: frame.begun_on.number(),
        topic: frame.topic.as_ref().map(line_of),
        relation: numbers::of_relation(frame.relation),
        opening: frame.opening.as_ref().map(|it| it.as_str()),
        areas: frame.areas.iter().map(|area| id_of(area, Area::id)).collect(),
        is_ours: frame.is_ours,
        secret: it.secret.as_ref().map_or([0; 32], |it| *it.bytes()),
        participants: order.iter().map(|id| id.0).collect(),
    }
}

/// Without its participants, and their order.
pub(super) fn conversation(
    wire: Conversation,
) -> Result<(domain::Conversation, Vec<PersonId>), Unreadable> {
    let order = gate::once(wire.participants, domain::Conversation::MOST)?;
    let areas = wire.areas.into_iter().map(|id| listed(id, Area::from_id));
    let frame = Frame {
        revision: wire.revision,
        begun_on: gate::day(wire.begun_on)?,
        topic: wire.topic.map(gate::line).transpose()?,
        relation: numbers::relation(wire.relation)?,
        opening: wire.opening.map(gate::line).transpose()?,
        areas: areas.collect(),
        is_ours: wire.is_ours,
    };
    let conversation = domain::Conversation {
        id: ConversationId(wire.id),
        frame,
        participants: Vec::new(),
        secret: SecretKey::written(wire.secret),
    };
    Ok((conversation, order.into_iter().map(PersonId).collect()))
}
