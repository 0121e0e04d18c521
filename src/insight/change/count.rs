//! One person's worksheet as counts, and what of a group's counts may be shown.
//! Never a number below five, never one between two steps, and nothing of what waits: see `Counted`.

use std::collections::{BTreeMap, BTreeSet};

use super::place;
use crate::domain::{Counted, Counts, Group, KnownBy, Listed, Moment, Naming, Standing};
use crate::order;
use crate::vocabulary::{Feeling, Need};

/// What may be shown of a group's worksheets.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// How many were counted; `None` below five.
    pub people: Option<u32>,
    /// Needs with anything to show: those of the workplace, then as the vocabulary has them. Never by number: two in one step
    /// would tell which is more.
    pub needs: Vec<Cell>,
    pub feelings: Vec<(Listed<Feeling>, u32)>,
}

/// A need in worksheets, in whole steps of five people; one of the two is there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    pub need: Listed<Need>,
    /// Going short, wholly or in part.
    pub unmet: Option<u32>,
    pub met: Option<u32>,
}

/// One person's worksheet, whatever sessions it has: each need and feeling once on each side. Own words are left out, for they
/// could tell whose they are, and so are guesses and needs of which nobody said how they stand.
pub fn count<'a>(moments: impl Iterator<Item = &'a Moment>) -> Counts {
    let (mut unmet, mut met) = (BTreeSet::new(), BTreeSet::new());
    let mut feelings = BTreeSet::new();
    for moment in moments {
        for mark in moment.needs().filter(|it| it.known_by != KnownBy::Guessed) {
            let side = match mark.standing {
                Standing::Unmet | Standing::Partly => &mut unmet,
                Standing::Met => &mut met,
                Standing::NotSaid => continue,
            };
            side.extend(listed(&mark.need));
        }
        let felt = moment.felt().filter(|it| it.known_by != KnownBy::Guessed);
        feelings.extend(felt.filter_map(|it| listed(&it.feeling)));
    }
    Counts { people: 1, unmet: once(unmet), met: once(met), feelings: once(feelings) }
}

fn listed<T: Copy>(word: &Naming<T>) -> Option<Listed<T>> {
    match word {
        Naming::Known(known) => Some(Listed::Known(*known)),
        Naming::Unknown(id) => Some(Listed::Unknown(id.clone())),
        Naming::Own(_) => None,
    }
}

fn once<K: Ord>(keys: BTreeSet<K>) -> BTreeMap<K, u32> {
    keys.into_iter().map(|key| (key, 1)).collect()
}

/// The only door from counts to a screen.
pub fn tally(group: &Group) -> Tally {
    let shown = &group.counted.shown;
    let cell = |need: &Listed<Need>| Cell {
        need: need.clone(),
        unmet: step(&shown.unmet, need),
        met: step(&shown.met, need),
    };
    let needs: BTreeSet<&Listed<Need>> = shown.unmet.keys().chain(shown.met.keys()).collect();
    let cells = needs.into_iter().map(cell);
    let mut needs: Vec<Cell> = cells.filter(|it| it.unmet.is_some() || it.met.is_some()).collect();
    order::sort_by_key(&mut needs, |it| place(&it.need));
    let feelings = shown.feelings.keys();
    Tally {
        people: Counted::step(shown.people),
        needs,
        feelings: feelings
            .filter_map(|it| Some((it.clone(), step(&shown.feelings, it)?)))
            .collect(),
    }
}

fn step<K: Ord>(counts: &BTreeMap<K, u32>, key: &K) -> Option<u32> {
    Counted::step(counts.get(key).copied().unwrap_or_default())
}

/// Needs that worksheets speak of and that nobody has marked for the group.
pub fn unmarked(group: &Group) -> Vec<Cell> {
    let mut cells = tally(group).needs;
    cells.retain(|it| group.touch(&it.need).is_none());
    cells
}
