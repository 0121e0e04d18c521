//! An opening file as the conversation it begins on another device.
//! Never decides who somebody is: they say so themselves.

use std::sync::Arc;

use super::merge::{say, set_frame, unheard};
use super::{Named, Opening};
use crate::domain::conversation::{Frame, Participant, ToldSoFar};
use crate::domain::{Conversation, PersonId};

/// Why nobody takes part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotOfIt {
    /// Nobody was chosen.
    Nobody,
    /// The opening file does not know them.
    Unknown(PersonId),
}

/// The conversation on the device of these participants; everyone else writes elsewhere.
pub fn join(opening: &Opening, here: &[PersonId]) -> Result<Conversation, NotOfIt> {
    let statement = &opening.statement;
    let people = &statement.frame.people;
    if here.is_empty() {
        return Err(NotOfIt::Nobody);
    }
    if let Some(unknown) = here.iter().find(|id| people.iter().all(|it| it.id != **id)) {
        return Err(NotOfIt::Unknown(*unknown));
    }
    let participants = people.iter().map(|named| participant(opening, named, here));
    let mut conversation = Conversation {
        id: statement.conversation,
        frame: Frame {
            revision: 0,
            begun_on: statement.frame.begun_on,
            topic: None,
            relation: None,
            opening: None,
            areas: Vec::new(),
            is_ours: false,
        },
        participants: participants.map(Arc::new).collect(),
        secret: Some(opening.secret.clone()),
    };
    set_frame(&mut conversation, &statement.frame);
    Ok(conversation)
}

fn participant(opening: &Opening, named: &Named, here: &[PersonId]) -> Participant {
    let said = opening.statement.said.iter().find(|it| it.id == named.id);
    let heard = said.map_or_else(|| unheard(named), |said| say(&unheard(named), said));
    let until = heard.sheets.iter().map(|it| it.round).max().unwrap_or(0);
    match here.contains(&named.id) {
        true => Participant {
            is_here: true,
            told: ToldSoFar { until, ..ToldSoFar::default() },
            ..heard
        },
        false => heard,
    }
}
