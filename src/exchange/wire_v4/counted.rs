//! What was counted of a group, in version 4 of the file: in by `counted`, out by `of`.
//! Never takes one need or feeling twice: which number counts nobody could say.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::{self, HandoverId};
use crate::exchange::Refused;
use crate::exchange::wire::Listed;
use crate::exchange::wire::gate::{self, Taken};
use crate::exchange::wire::leaf::Hex;
use crate::exchange::wire::out::listed;
use crate::vocabulary::{Feeling, Need};

#[derive(Serialize, Deserialize)]
pub(super) struct Counted<'a> {
    #[serde(borrow)]
    shown: Counts<'a>,
    #[serde(borrow)]
    waiting: Counts<'a>,
    taken: Vec<Hex>,
}

#[derive(Serialize, Deserialize)]
struct Counts<'a> {
    people: u32,
    #[serde(borrow)]
    unmet: Vec<Count<'a>>,
    #[serde(borrow)]
    met: Vec<Count<'a>>,
    #[serde(borrow)]
    feelings: Vec<Count<'a>>,
}

#[derive(Serialize, Deserialize)]
struct Count<'a> {
    #[serde(borrow)]
    word: Listed<'a>,
    people: u32,
}

/// Numbers of people, by what they named.
type Numbers<T> = BTreeMap<domain::Listed<T>, u32>;

pub(super) fn of(it: &domain::Counted) -> Counted<'_> {
    Counted {
        shown: of_counts(&it.shown),
        waiting: of_counts(&it.waiting),
        taken: it.taken.iter().map(|it| Hex(it.0)).collect(),
    }
}

fn of_counts(it: &domain::Counts) -> Counts<'_> {
    Counts {
        people: it.people,
        unmet: rows(&it.unmet, Need::id, Need::name),
        met: rows(&it.met, Need::id, Need::name),
        feelings: rows(&it.feelings, Feeling::id, Feeling::name),
    }
}

fn rows<T: Copy>(
    numbers: &Numbers<T>,
    id: fn(T) -> &'static str,
    name: fn(T) -> &'static str,
) -> Vec<Count<'_>> {
    let row = |(it, people): (_, &u32)| Count { word: listed(it, id, name), people: *people };
    numbers.iter().map(row).collect()
}

pub(super) fn counted(wire: Counted) -> Taken<domain::Counted> {
    Ok(domain::Counted {
        shown: counts(wire.shown).map_err(|fault| fault.within("shown"))?,
        waiting: counts(wire.waiting).map_err(|fault| fault.within("waiting"))?,
        taken: wire.taken.into_iter().map(|it| HandoverId(it.0)).collect(),
    })
}

fn counts(wire: Counts) -> Taken<domain::Counts> {
    Ok(domain::Counts {
        people: wire.people,
        unmet: numbers("unmet", wire.unmet, Need::from_id)?,
        met: numbers("met", wire.met, Need::from_id)?,
        feelings: numbers("feelings", wire.feelings, Feeling::from_id)?,
    })
}

fn numbers<T: Ord>(name: &str, wire: Vec<Count>, find: fn(&str) -> Option<T>) -> Taken<Numbers<T>> {
    let count = wire.len();
    let rows = wire.into_iter().map(|it| (gate::listed(it.word, find), it.people));
    let numbers: Numbers<T> = rows.collect();
    if numbers.len() == count { Ok(numbers) } else { Err(Refused::here().within(name)) }
}
