//! What a participant shares in a round, without a place for anything else: no judgement, no need that was said no to, nothing
//! kept private. Never made but out of what `Words::shared` leaves.

use std::sync::Arc;

use crate::domain::conversation::{Side, Words};
use crate::domain::moment::{AreaName, Line};
use crate::domain::{
    Behaviour, Choice, Felt, Hands, Item, Moment, MomentId, Naming, NeedMark, PersonId, WordId,
};

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SharedWords {
    pub mine: SharedSide,
    /// At most one for each.
    pub guesses: Vec<(PersonId, SharedSide)>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SharedSide {
    pub id: MomentId,
    pub label: Option<Line>,
    pub area: Option<AreaName>,
    pub hands: Option<Hands>,
    /// Counted from 1: a number that is missing would say that something was left out.
    pub items: Vec<SharedItem>,
}

/// What can be shared: there is no judgement among these.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SharedItem {
    Felt(Felt),
    Need(NeedMark),
    Behaviour(Behaviour),
    Choice(Choice),
}

impl SharedWords {
    pub fn of(words: &Words) -> SharedWords {
        let words = words.shared();
        let guesses = words.guesses.iter().map(|(about, side)| (*about, SharedSide::of(side)));
        SharedWords { mine: SharedSide::of(&words.mine), guesses: guesses.collect() }
    }

    pub fn words(&self) -> Words {
        let guesses = self.guesses.iter().map(|(about, side)| (*about, side.side()));
        Words { mine: self.mine.side(), guesses: guesses.collect() }
    }

    /// The same without guesses about anyone else than these.
    pub(super) fn about(mut self, people: &[PersonId]) -> SharedWords {
        self.guesses.retain(|(about, _)| people.contains(about));
        self
    }

    pub(super) fn sides(&self) -> impl Iterator<Item = &SharedSide> {
        std::iter::once(&self.mine).chain(self.guesses.iter().map(|(_, side)| side))
    }
}

impl SharedSide {
    fn of(side: &Side) -> SharedSide {
        let side = side.shared();
        let moment = &side.moment;
        SharedSide {
            id: moment.id,
            label: moment.label.clone(),
            area: moment.area.clone(),
            hands: moment.hands,
            items: moment.items.iter().cloned().filter_map(SharedItem::of).collect(),
        }
    }

    pub(super) fn moment(&self) -> Moment {
        let items: Vec<Item> = self.items.iter().map(SharedItem::item).collect();
        let after = |item: &Item| item.id().0.saturating_add(1);
        Moment {
            label: self.label.clone(),
            area: self.area.clone(),
            hands: self.hands,
            next_item: items.iter().map(after).fold(1, u16::max),
            items,
            ..Moment::new(self.id)
        }
    }

    fn side(&self) -> Side {
        Side { moment: Arc::new(self.moment()), kept_private: Vec::new() }
    }

    /// The own words it uses.
    pub(super) fn own_words(&self) -> Vec<WordId> {
        self.items.iter().flat_map(SharedItem::own_words).collect()
    }
}

impl SharedItem {
    fn of(item: Item) -> Option<SharedItem> {
        match item {
            Item::Felt(it) => Some(SharedItem::Felt(it)),
            Item::Need(it) => Some(SharedItem::Need(it)),
            Item::Behaviour(it) => Some(SharedItem::Behaviour(it)),
            Item::Choice(it) => Some(SharedItem::Choice(it)),
            Item::Heard(_) => None,
        }
    }

    pub(super) fn item(&self) -> Item {
        match self {
            SharedItem::Felt(it) => Item::Felt(it.clone()),
            SharedItem::Need(it) => Item::Need(it.clone()),
            SharedItem::Behaviour(it) => Item::Behaviour(it.clone()),
            SharedItem::Choice(it) => Item::Choice(it.clone()),
        }
    }

    fn own_words(&self) -> Vec<WordId> {
        match self {
            SharedItem::Felt(it) => own(&it.feeling).into_iter().collect(),
            SharedItem::Need(it) => own(&it.need).into_iter().collect(),
            SharedItem::Behaviour(_) => Vec::new(),
            SharedItem::Choice(it) => it.effects.iter().filter_map(|it| own(&it.need)).collect(),
        }
    }
}

/// The word, where it is one of somebody's own.
pub(super) fn own<T>(name: &Naming<T>) -> Option<WordId> {
    match name {
        Naming::Own(word) => Some(*word),
        Naming::Known(_) | Naming::Unknown(_) => None,
    }
}
