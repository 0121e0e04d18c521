//! What was found in both homes: their heads, which state is whole, and whether two have gone apart.
//! Never writes, and never decides what follows from it.

use std::cmp::Reverse;
use std::rc::Rc;

use super::HEAD_KEYS;
use super::decide::{Judge, Lack, Listed, Passed, Refused, Seen};
use super::side::Bytes;
use crate::order;
use crate::storage::{Slot, StorageError};

/// A head, and in which homes it lies: the ledger first.
#[derive(Clone)]
pub struct Found {
    pub place: usize,
    pub bytes: Bytes,
    pub listed: Listed,
    pub homes: [bool; 2],
}

impl Found {
    pub fn lists(&self, key: &str) -> bool {
        self.listed.keys.iter().any(|listed| listed == key)
    }
}

/// One home as it was read.
pub struct Kept<'a> {
    slot: &'a dyn Slot,
    pub heads: [Option<Bytes>; 2],
    /// But for the heads.
    pub keys: Vec<String>,
}

impl Kept<'_> {
    pub fn read(slot: &dyn Slot) -> Result<Kept<'_>, StorageError> {
        let mut heads = [None, None];
        for (key, head) in HEAD_KEYS.iter().zip(&mut heads) {
            *head = slot.read(key)?.map(Rc::from);
        }
        let mut keys = slot.keys()?;
        keys.retain(|key| !HEAD_KEYS.contains(&key.as_str()));
        Ok(Kept { slot, heads, keys })
    }
}

pub type Homes<'a> = [Result<Kept<'a>, StorageError>; 2];

/// A state as far as it can be read.
pub struct State {
    /// Among those found.
    pub head: usize,
    pub lacks: Vec<Lack>,
    /// Each segment that is whole, and the home it was whole in.
    whole: Vec<(String, usize)>,
    /// Why something that is lacking may be there all the same: asking for it failed.
    unsure: Option<StorageError>,
}

impl State {
    /// The segments that one home lacks, or has otherwise than the other: those only where nothing is lacking at all.
    pub fn owed_to(&self, homes: &Homes, at: usize) -> Vec<(String, Bytes)> {
        let mut owed = Vec::new();
        for (key, from) in self.whole.iter().filter(|(_, from)| *from != at) {
            let Some(bytes) = read(&homes[*from], key) else { continue };
            let there = read(&homes[at], key);
            let is_otherwise = there.as_ref().is_some_and(|there| *there != bytes);
            if there.is_none() || is_otherwise && self.lacks.is_empty() {
                owed.push((key.clone(), bytes.into()));
            }
        }
        owed
    }
}

/// Errors: the home is there, and this could not be read.
fn ask(home: &Result<Kept, StorageError>, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
    home.as_ref().map_or(Ok(None), |home| home.slot.read(key))
}

/// What cannot be read is as good as not there: the other home may have it.
fn read(home: &Result<Kept, StorageError>, key: &str) -> Option<Vec<u8>> {
    home.as_ref().ok()?.slot.read(key).ok()?
}

/// All heads that can be read, the newest first, and of two as new the ledger's; and how many cannot and have no other in their place.
pub fn heads(homes: &Homes, judge: &mut dyn Judge) -> Result<(Vec<Found>, usize), Refused> {
    let mut found: Vec<Found> = Vec::new();
    let mut damaged = Vec::new();
    for (at, home) in homes.iter().enumerate() {
        let heads = home.iter().flat_map(|home| home.heads.iter().enumerate());
        for (place, bytes) in heads.filter_map(|(place, head)| Some((place, head.as_ref()?))) {
            let known = found.iter_mut().find(|it| it.place == place && it.bytes == *bytes);
            if let Some(known) = known {
                known.homes[at] = true;
                continue;
            }
            match judge.head(place, bytes) {
                Seen::Newer => return Err(Refused::Newer),
                Seen::Damaged => damaged.push(place),
                Seen::Head(listed) => {
                    let homes = [at == 0, at == 1];
                    found.push(Found { place, bytes: bytes.clone(), listed, homes });
                }
            }
        }
    }
    order::sort_by_key(&mut found, |head| Reverse(head.listed.generation));
    damaged.retain(|place| found.iter().all(|head| head.place != *place));
    Ok((found, damaged.len()))
}

/// The newest heads of both homes, where neither state follows from the other.
pub fn apart(found: &[Found]) -> Option<[usize; 2]> {
    let top = |at: usize| found.iter().position(|head| head.homes[at]);
    let (one, other) = (top(0)?, top(1)?);
    let (newer, older) = (&found[one.min(other)], &found[one.max(other)]);
    let follows = one == other
        // The state before lies beside the newer one. Where it does not, the older home was left behind long ago.
        || newer.listed.vault == older.listed.vault
            && newer.listed.generation > older.listed.generation
            && found.iter().all(|head| {
                let is_beside = head.listed.generation == older.listed.generation
                    && (0..2).any(|at| head.homes[at] && newer.homes[at]);
                !is_beside || head.bytes == older.bytes
            });
    (!follows).then_some([one, other])
}

/// The newest whole state, or where none is whole the one that lacks least.
pub fn choose(
    homes: &Homes,
    found: &[Found],
    is_apart: bool,
    judge: &mut dyn Judge,
) -> Result<(Option<State>, Vec<Passed>), StorageError> {
    let mut states: Vec<State> = Vec::new();
    for head in 0..found.len() {
        let state = look(homes, found, head, is_apart, judge);
        // A state before it must not take the place of one that only could not be read this time.
        if let Some(error) = state.unsure {
            return Err(error);
        }
        let is_whole = state.lacks.is_empty();
        states.push(state);
        if is_whole {
            break;
        }
    }
    let least = (0..states.len()).min_by_key(|at| states[*at].lacks.len());
    let Some(least) = least else { return Ok((None, Vec::new())) };
    let passed = states.drain(..least).map(|state| Passed {
        generation: found[state.head].listed.generation,
        lacks: state.lacks,
    });
    let passed = passed.collect();
    Ok((states.into_iter().next(), passed))
}

/// Looks for each segment in the homes that hold the head, then in the other: names are not reused within one line of states.
fn look(
    homes: &Homes,
    found: &[Found],
    head: usize,
    is_apart: bool,
    judge: &mut dyn Judge,
) -> State {
    let Found { listed, homes: holds, bytes: of, .. } = &found[head];
    let mut places: Vec<usize> = if holds[0] { vec![0, 1] } else { vec![1, 0] };
    places.retain(|at| holds[*at] || !is_apart);
    let (mut lacks, mut whole, mut unsure) = (Vec::new(), Vec::new(), None);
    for key in &listed.keys {
        let (mut is_there, mut failed) = (false, None);
        let from = places.iter().find(|at| {
            let bytes = ask(&homes[**at], key).unwrap_or_else(|error| {
                failed = Some(error);
                None
            });
            is_there |= bytes.is_some();
            bytes.is_some_and(|bytes| judge.is_whole(of, key, &bytes))
        });
        match from {
            Some(from) => whole.push((key.clone(), *from)),
            None => {
                lacks.push(Lack { key: key.clone(), is_there });
                unsure = unsure.or(failed);
            }
        }
    }
    State { head, lacks, whole, unsure }
}
