//! Version 1 of what was counted of a group.
//! Never takes numbers that counting cannot have come to: they would show what is not to be shown.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Unreadable;
use super::gate::{self, id_of, listed};
use crate::domain::{self, HandoverId, Listed};
use crate::order;
use crate::vocabulary::{Feeling, Need};

#[derive(Serialize, Deserialize)]
pub(super) struct Counted<'a> {
    #[serde(borrow)]
    shown: Counts<'a>,
    #[serde(borrow)]
    waiting: Counts<'a>,
    taken: Vec<[u8; 8]>,
}

#[derive(Serialize, Deserialize)]
struct Counts<'a> {
    people: u32,
    #[serde(borrow)]
    unmet: Vec<(&'a str, u32)>,
    #[serde(borrow)]
    met: Vec<(&'a str, u32)>,
    #[serde(borrow)]
    feelings: Vec<(&'a str, u32)>,
}

pub(super) fn of(it: &domain::Counted) -> Counted<'_> {
    Counted {
        shown: of_counts(&it.shown),
        waiting: of_counts(&it.waiting),
        taken: it.taken.iter().map(|id| id.0).collect(),
    }
}

fn of_counts(it: &domain::Counts) -> Counts<'_> {
    Counts {
        people: it.people,
        unmet: rows(&it.unmet, Need::id),
        met: rows(&it.met, Need::id),
        feelings: rows(&it.feelings, Feeling::id),
    }
}

fn rows<T: Copy>(counts: &BTreeMap<Listed<T>, u32>, id: fn(T) -> &'static str) -> Vec<(&str, u32)> {
    counts.iter().map(|(it, count)| (id_of(it, id), *count)).collect()
}

pub(super) fn counted(wire: Counted) -> Result<domain::Counted, Unreadable> {
    let taken = gate::once(wire.taken, domain::Counted::MOST)?;
    let counted = domain::Counted {
        shown: counts(wire.shown)?,
        waiting: counts(wire.waiting)?,
        taken: taken.into_iter().map(HandoverId).collect(),
    };
    if counted.is_sound() { Ok(counted) } else { Err(Unreadable::Damaged) }
}

fn counts(wire: Counts) -> Result<domain::Counts, Unreadable> {
    Ok(domain::Counts {
        people: wire.people,
        unmet: map(wire.unmet, Need::from_id)?,
        met: map(wire.met, Need::from_id)?,
        feelings: map(wire.feelings, Feeling::from_id)?,
    })
}

/// None twice.
fn map<T: Copy + Ord>(
    rows: Vec<(&str, u32)>,
    find: fn(&str) -> Option<T>,
) -> Result<BTreeMap<Listed<T>, u32>, Unreadable> {
    let count = rows.len();
    let map = order::map(rows.into_iter().map(|(id, count)| (listed(id, find), count)));
    if map.len() == count { Ok(map) } else { Err(Unreadable::Damaged) }
}
