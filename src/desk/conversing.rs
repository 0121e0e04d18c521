//! Commands on conversations: begin, open, what one is about, delete; and in whose hands the device is.
//! Never decides what others see: that is the conversation's own.

mod participants;
mod requests;
mod sheets;

use std::sync::Arc;

use leptos::prelude::*;

use super::{Desk, Removal};
use crate::domain::conversation::Opening;
use crate::domain::moment::Line;
use crate::domain::{
    Conversation, ConversationId, Frame, Listed, Participant, PersonId, Relation, Round, TextError,
};
use crate::reactive::Look;
use crate::vocabulary::Area;

pub use participants::NotJoined;
pub use requests::NotAsked;
pub(super) use sheets::LiesOn;
pub use sheets::NotOpened;

/// Which conversation is open, and who holds the device. In memory alone: a page that is loaded anew has every sheet closed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Talk {
    open: Option<ConversationId>,
    hand: Hand,
}

/// In whose hands the device is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Hand {
    /// Laid between everyone: only what is everyone's.
    #[default]
    Table,
    /// On its way to someone: nothing of anybody's.
    Passing,
    /// This one is asked for their sign.
    Asked(PersonId),
    /// This one's sheet of this round lies open.
    Sheet(PersonId, Round),
    /// Everyone is ready: what was shared shows once all can see it.
    Revealing,
}

/// With what a conversation begins; every part can be changed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Beginning<'a> {
    pub relation: Option<Relation>,
    pub opening: &'a str,
    pub areas: Vec<Area>,
}

/// What it is about, changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FrameChange<'a> {
    /// An empty one takes it off.
    Topic(&'a str),
    Opening(&'a str),
    Relation(Option<Relation>),
    /// Adds an area, or takes it off.
    Area(Area, bool),
    /// These and no others.
    Areas(&'a [Area]),
}

impl Desk {
    /// The open one. Where there is only one, it is open.
    pub fn conversation(&self) -> Memo<Option<Arc<Conversation>>> {
        self.conversation
    }

    pub fn hand(&self) -> Hand {
        self.talk.look(|talk| talk.hand)
    }

    pub(super) fn set_hand(&self, hand: Hand) {
        if self.talk.glance(|talk| talk.hand) != hand {
            self.talk.update(|talk| talk.hand = hand);
        }
    }

    /// Begins a conversation of today and opens it. `None` where this tab only reads. Errors: an opening too long.
    pub fn begin_conversation(
        &self,
        beginning: Beginning<'_>,
    ) -> Result<Option<ConversationId>, TextError> {
        let opening = opening(beginning.opening)?;
        let id = ConversationId((self.world.draw)());
        let frame = Frame {
            revision: 1,
            begun_on: self.today(),
            topic: None,
            relation: beginning.relation,
            opening,
            areas: beginning.areas.into_iter().map(Listed::Known).collect(),
            is_ours: true,
        };
        let begun = Conversation { id, frame, participants: Vec::new(), secret: None };
        self.change(|cabinet| cabinet.conversations.push(Arc::new(begun)));
        let is_there = self.cabinet.glance(|it| it.conversation(id).is_some());
        if is_there {
            self.open_conversation(id);
        }
        Ok(is_there.then_some(id))
    }

    pub fn open_conversation(&self, id: ConversationId) {
        self.talk.set(Talk { open: Some(id), hand: Hand::Table });
    }

    /// Nobody's sheet is open any more: nothing of it stays on the page.
    pub fn pass_on(&self) {
        self.set_hand(Hand::Passing);
    }

    /// Lays the device between everyone.
    pub fn lay_down(&self) {
        self.set_hand(Hand::Table);
    }

    /// Asks someone for their sign, or opens their sheet where nobody else writes here. Nothing where they take no part.
    pub fn hand_to(&self, person: PersonId) {
        match self.asks_sign_of(person) {
            Some(true) => self.set_hand(Hand::Asked(person)),
            Some(false) => drop(self.take_up_sheet(person, "")),
            None => {}
        }
    }

    /// Changes what the open conversation is about. Errors: a text too long; what was kept before stays.
    pub fn change_frame(&self, change: FrameChange<'_>) -> Result<(), TextError> {
        match change {
            FrameChange::Topic(raw) => {
                let topic = match Line::parse(raw) {
                    Err(TextError::Empty) => None,
                    parsed => Some(parsed?),
                };
                self.with_frame(|frame| frame.topic = topic);
            }
            FrameChange::Opening(raw) => {
                let opening = opening(raw)?;
                self.with_frame(|frame| frame.opening = opening);
            }
            FrameChange::Relation(relation) => self.with_frame(|frame| frame.relation = relation),
            FrameChange::Area(area, is_in) => self.with_frame(|frame| {
                frame.areas.retain(|it| it.known() != Some(area));
                frame.areas.extend(is_in.then_some(Listed::Known(area)));
            }),
            FrameChange::Areas(areas) => self.with_frame(|frame| {
                frame.areas = areas.iter().copied().map(Listed::Known).collect();
            }),
        }
        Ok(())
    }

    fn with_frame(&self, change: impl FnOnce(&mut Frame)) {
        self.with_conversation(|it| {
            let before = it.frame.clone();
            change(&mut it.frame);
            if it.frame != before {
                it.frame.revision = before.revision.saturating_add(1);
            }
        });
    }

    /// Deletes a conversation with everything in it; it can be put back as long as the page is open.
    pub fn remove_conversation(&self, id: ConversationId) {
        let removed = self.change(|cabinet| {
            let position = cabinet.conversations.iter().position(|it| it.id == id)?;
            Some((position, cabinet.conversations.remove(position)))
        });
        self.talk.update(|talk| {
            if talk.open.is_none_or(|open| open == id) {
                *talk = Talk::default();
            }
        });
        if let Some((position, conversation)) = removed {
            self.remember(Removal::Conversation { position, conversation });
        }
    }

    /// Changes the open conversation; `None` where there is none.
    fn with_conversation<R>(&self, change: impl FnOnce(&mut Conversation) -> R) -> Option<R> {
        let id = self.conversation.glance(|it| it.as_ref().map(|it| it.id))?;
        self.change(|cabinet| cabinet.change_conversation(id, change))
    }

    /// Changes one participant of the open conversation, in what the others may come to see.
    fn with_participant<R>(
        &self,
        person: PersonId,
        change: impl FnOnce(&mut Participant) -> R,
    ) -> Option<R> {
        self.with_conversation(|it| {
            it.change_participant(person, |participant| {
                participant.revision = participant.revision.saturating_add(1);
                change(participant)
            })
        })?
    }
}

/// An empty one is none.
fn opening(raw: &str) -> Result<Option<Opening>, TextError> {
    match Opening::parse(raw) {
        Err(TextError::Empty) => Ok(None),
        parsed => parsed.map(Some),
    }
}

/// The one that is open; where there is only one, that is it. Of several none is guessed: it could be other people's.
pub(super) fn open_one(cabinet: &crate::domain::Cabinet, talk: Talk) -> Option<Arc<Conversation>> {
    match (talk.open, &cabinet.conversations[..]) {
        (Some(id), _) => cabinet.conversation(id).cloned(),
        (None, [only]) => Some(Arc::clone(only)),
        (None, _) => None,
    }
}
