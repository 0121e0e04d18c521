//! What one participant writes in one round: about themselves, and what they guess about the others.
//! Never shows more than was shared: judgements stay with their writer, and so does what is kept private.

use std::sync::Arc;

use super::Round;
use crate::domain::id::{ItemId, MomentId, PersonId};
use crate::domain::moment::{About, Item, Moment};
use crate::domain::naming::NeedWord;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    pub round: Round,
    pub is_ready: bool,
    /// `None`: all that is known here is whether they are ready; their words are on another device.
    pub words: Option<Words>,
}

/// The sides of a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Words {
    pub mine: Side,
    /// What they guess that others feel and need; at most one side for each.
    pub guesses: Vec<(PersonId, Side)>,
}

/// One side: what was caught, and which of it is not for the others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Side {
    pub moment: Arc<Moment>,
    pub kept_private: Vec<ItemId>,
}

impl Sheet {
    pub fn new(round: Round) -> Sheet {
        Sheet { round, is_ready: false, words: None }
    }

    pub fn guesses_about(&self, person: PersonId) -> bool {
        self.words.as_ref().is_some_and(|it| it.guesses.iter().any(|(about, _)| *about == person))
    }

    pub(super) fn forget(&mut self, person: PersonId) {
        if let Some(words) = &mut self.words {
            words.guesses.retain(|(about, _)| *about != person);
        }
    }
}

impl Words {
    pub fn new(moment: MomentId) -> Words {
        Words { mine: Side::new(moment), guesses: Vec::new() }
    }

    /// Of one who shares nothing, and has written nothing.
    pub fn silent() -> Words {
        Words::new(MomentId([0; 8]))
    }

    /// The same without anything that is not for the others, and without sides on which nothing is left.
    pub fn shared(&self) -> Words {
        let guesses = self.guesses.iter().map(|(about, side)| (*about, side.shared()));
        let guesses = guesses.filter(|(_, side)| !side.moment.is_blank()).collect();
        Words { mine: self.mine.shared(), guesses }
    }

    pub fn guess(&self, about: PersonId) -> Option<&Side> {
        self.guesses.iter().find(|(person, _)| *person == about).map(|(_, side)| side)
    }
}

impl Side {
    pub fn new(moment: MomentId) -> Side {
        Side { moment: Arc::new(Moment::new(moment)), kept_private: Vec::new() }
    }

    /// Whether the others will see it. A judgement is never for the others: what it covers may be.
    pub fn is_shared(&self, item: &Item) -> bool {
        !matches!(item, Item::Heard(_)) && !self.kept_private.contains(&item.id())
    }

    /// Keeps an item private, or shares it again.
    pub fn keep_private(&mut self, item: ItemId, private: bool) {
        self.kept_private.retain(|it| *it != item);
        if private {
            self.kept_private.push(item);
        }
    }

    /// Without what is private. A feeling about something private is about the moment, a choice leaves out what it does to a
    /// need that is kept private beside it, and needs that were said no to are the writer's alone. Items are numbered anew: a
    /// gap would tell that something was kept back.
    pub fn shared(&self) -> Side {
        let private = self.moment.needs().filter(|mark| self.kept_private.contains(&mark.id));
        let private: Vec<&NeedWord> = private.map(|mark| &mark.need).collect();
        let mut moment = Moment::clone(&self.moment);
        moment.items.retain(|item| self.is_shared(item));
        let old: Vec<ItemId> = moment.items.iter().map(Item::id).collect();
        let new =
            |id: ItemId| old.iter().zip(1..).find(|(it, _)| **it == id).map(|(_, n)| ItemId(n));
        for item in &mut moment.items {
            match item {
                Item::Felt(felt) => {
                    if let About::Item(about) = felt.about {
                        felt.about = new(about).map_or(About::Moment, About::Item);
                    }
                }
                Item::Choice(it) => it.effects.retain(|effect| !private.contains(&&effect.need)),
                _ => {}
            }
            if let Some(id) = new(item.id()) {
                item.number(id);
            }
        }
        moment.next_item = u16::try_from(old.len()).unwrap_or(u16::MAX).saturating_add(1);
        moment.dismissed.clear();
        Side { moment: Arc::new(moment), kept_private: Vec::new() }
    }
}
