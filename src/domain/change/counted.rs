//! What worksheets come to that people handed over for a group: counts, and never a worksheet.
//! Shows no number that stands for fewer than five people, and moves only when five more have come: so that nobody is found
//! by subtracting what was shown before.

use std::collections::BTreeMap;

use crate::domain::id::HandoverId;
use crate::domain::naming::Listed;
use crate::order;
use crate::vocabulary::{Feeling, Need};

/// What is shown, and what waits until five are together.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Counted {
    /// Of as many people as are a multiple of five.
    pub shown: Counts,
    /// Of fewer than five: never shown.
    pub waiting: Counts,
    /// By which a worksheet is known that comes twice; they say nothing of who sent it.
    pub taken: Vec<HandoverId>,
}

/// In how many people's worksheets something stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    pub people: u32,
    /// Needs that go short, wholly or in part.
    pub unmet: BTreeMap<Listed<Need>, u32>,
    pub met: BTreeMap<Listed<Need>, u32>,
    pub feelings: BTreeMap<Listed<Feeling>, u32>,
}

impl Counted {
    /// Of people: fewer are not shown, and a number moves in steps of it.
    pub const STEP: u32 = 5;
    /// Of people in one group.
    pub const MOST: usize = 10_000;

    /// Whether it can have come about: what is shown moved in whole steps, fewer than five wait, and no number is higher than
    /// the people it counts.
    pub fn is_sound(&self) -> bool {
        self.shown.people.is_multiple_of(Self::STEP)
            && self.waiting.people < Self::STEP
            && self.taken.len() <= Self::MOST
            && self.shown.people as usize <= Self::MOST
            && self.shown.is_sound()
            && self.waiting.is_sound()
    }

    /// Takes one person's worksheet, which counts as one whatever it says of itself. Whether it was new. Where there are other
    /// groups, `ChangeMap::take` looks there too.
    pub fn take(&mut self, id: HandoverId, one: &Counts) -> bool {
        if self.taken.contains(&id) {
            return false;
        }
        self.taken.push(id);
        self.waiting.add(&one.capped());
        if self.waiting.people >= Self::STEP {
            self.shown.add(&std::mem::take(&mut self.waiting));
        }
        true
    }

    /// How many are waiting to be counted with others.
    pub fn waiting(&self) -> u32 {
        self.waiting.people
    }

    /// Whole steps of five people, or `None` where there are fewer.
    pub fn step(count: u32) -> Option<u32> {
        Some(count - count % Self::STEP).filter(|it| *it > 0)
    }
}

impl Counts {
    /// As of one person, in whose worksheet each thing stands or does not.
    fn capped(&self) -> Counts {
        fn once<K: Ord + Clone>(of: &BTreeMap<K, u32>) -> BTreeMap<K, u32> {
            order::map(of.iter().filter(|(_, count)| **count > 0).map(|(key, _)| (key.clone(), 1)))
        }
        Counts {
            people: 1,
            unmet: once(&self.unmet),
            met: once(&self.met),
            feelings: once(&self.feelings),
        }
    }

    fn is_sound(&self) -> bool {
        let needs = self.unmet.values().chain(self.met.values());
        needs.chain(self.feelings.values()).all(|count| *count <= self.people)
    }

    fn add(&mut self, other: &Counts) {
        self.people = self.people.saturating_add(other.people);
        add_all(&mut self.unmet, &other.unmet);
        add_all(&mut self.met, &other.met);
        add_all(&mut self.feelings, &other.feelings);
    }
}

fn add_all<K: Ord + Clone>(to: &mut BTreeMap<K, u32>, from: &BTreeMap<K, u32>) {
    for (key, count) in from {
        let here = to.entry(key.clone()).or_default();
        *here = here.saturating_add(*count);
    }
}
