//! Which state counts when both homes have been read, what each home then lacks, and whether they have gone apart.
//! Never writes. What heads and segments mean is the judge's.

use super::found::{self, Found, Homes, Kept, State};
use super::side::{Side, Standing};
use super::{Home, Mirror};
use crate::storage::{Slot, StorageError};

/// Who can read heads and segments. It is asked for each segment of a state until one is whole, and may keep what it read.
pub trait Judge {
    /// What lies under `HEAD_KEYS[place]`.
    fn head(&mut self, place: usize, bytes: &[u8]) -> Seen;

    /// Whether `bytes` are all that `key` should hold in the state of this head.
    fn is_whole(&mut self, head: &[u8], key: &str, bytes: &[u8]) -> bool;

    /// Whether a key that no head lists may go: a segment, and none that another tab is just writing.
    fn may_go(&mut self, key: &str, highest: u64) -> bool;
}

pub enum Seen {
    Head(Listed),
    Damaged,
    /// A newer Attune's: nothing is opened, and nothing written.
    Newer,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    pub generation: u64,
    /// Which vault: states of two vaults do not follow from each other. Always 0 where there can be but one.
    pub vault: u64,
    /// All keys that make up the state.
    pub keys: Vec<String>,
}

/// A segment that should be there and is whole in no home.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lack {
    pub key: String,
    /// Damaged rather than missing.
    pub is_there: bool,
}

/// A newer state that was not taken because something of it is lacking.
pub struct Passed {
    pub generation: u64,
    pub lacks: Vec<Lack>,
}

/// A state in one home that the one taken does not follow from: two tabs have written at once. To be merged into a next save.
pub struct Fork {
    pub home: Home,
    pub head: Found,
}

pub struct Decision {
    /// The state that counts; `None` where neither home has a head that can be read.
    pub head: Option<Found>,
    /// The highest generation seen anywhere; 0 where there is none.
    pub highest: u64,
    /// What the state that counts lacks. Where it lacks anything, nothing is removed and nothing written over.
    pub lacks: Vec<Lack>,
    pub passed: Vec<Passed>,
    /// Heads that cannot be read, and that no other home makes up for.
    pub damaged_heads: usize,
    pub fork: Option<Fork>,
    /// Keys of both homes that are no heads: where there is no head, these say whether there should be one.
    pub others: Vec<String>,
    pub mirror: Mirror,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    /// A newer Attune was here last.
    Newer,
    /// Neither home can be read, or not all of the state that counts this time.
    Unread(StorageError),
}

/// Takes both homes as they are, the ledger first; a home that is not there by its error.
pub fn decide(
    homes: [Result<&dyn Slot, StorageError>; 2],
    judge: &mut dyn Judge,
) -> Result<Decision, Refused> {
    let homes = homes.map(|home| home.and_then(Kept::read));
    if let [Err(_), Err(error)] = homes {
        return Err(Refused::Unread(error));
    }
    let (found, damaged_heads) = found::heads(&homes, judge)?;
    let highest = found.first().map_or(0, |head| head.listed.generation);
    let apart = found::apart(&found);
    let (chosen, passed) =
        found::choose(&homes, &found, apart.is_some(), judge).map_err(Refused::Unread)?;
    let fork = apart.zip(chosen.as_ref()).and_then(|(tops, state)| fork(&found, tops, state));
    let others = homes.iter().flatten().flat_map(|home| home.keys.iter().cloned()).collect();
    let mut sides = [0, 1]
        .map(|at| side(&homes, at, &found, chosen.as_ref(), &mut |key| judge.may_go(key, highest)));
    if let Some(fork) = &fork {
        hold(&mut sides[fork.home as usize]);
    }
    let [ledger, local] = sides;
    let mirror = Mirror::new(ledger, local, fork.as_ref().map(|fork| fork.home));
    let (head, lacks) = chosen.map(|state| (found[state.head].clone(), state.lacks)).unzip();
    let lacks = lacks.unwrap_or_default();
    Ok(Decision { head, highest, lacks, passed, damaged_heads, fork, others, mirror })
}

/// Of the two that have gone apart, the one that does not share a home with what is taken.
fn fork(found: &[Found], tops: [usize; 2], taken: &State) -> Option<Fork> {
    let taken = found[taken.head].homes;
    let lost = tops.map(|top| &found[top]).into_iter().find(|top| top.homes != taken)?;
    let home = if lost.homes[0] { Home::Ledger } else { Home::Local };
    (taken[0] != taken[1]).then(|| Fork { home, head: lost.clone() })
}

/// What one home is owed, and what may go from it.
fn side(
    homes: &Homes,
    at: usize,
    found: &[Found],
    chosen: Option<&State>,
    may_go: &mut dyn FnMut(&str) -> bool,
) -> Side {
    let home = match &homes[at] {
        Ok(home) => home,
        Err(error) => return Side::absent(*error),
    };
    let mut side = Side::new(home.heads.clone());
    let here: Vec<&Found> = found.iter().filter(|head| head.homes[at]).collect();
    let Some(state) = chosen else {
        side.stale = home.keys.iter().filter(|key| may_go(key)).cloned().collect();
        return side;
    };
    let head = &found[state.head];
    let is_whole = state.lacks.is_empty();
    side.owed = state.owed_to(homes, at);
    let may_write_head = is_whole || here.is_empty();
    if may_write_head && (!head.homes[at] || !side.owed.is_empty()) {
        side.owed_head = Some((head.place, head.bytes.clone()));
        side.standing = Standing::Waits;
    }
    // What stands here stays whole until the state that counts stands here too; where that lacks something, all that can be read stays.
    let count = match (is_whole, head.homes[at]) {
        (true, true) => 0,
        (true, false) => 1,
        (false, _) => here.len(),
    };
    for key in home.keys.iter().filter(|key| !head.lists(key)) {
        match here.iter().take(count).any(|head| head.lists(key)) {
            true if is_whole => side.replaced.push(key.clone()),
            false if may_go(key) => side.stale.push(key.clone()),
            _ => {}
        }
    }
    side
}

/// A home whose state is still to be merged: nothing goes, and nothing is written before a head that takes it over.
fn hold(side: &mut Side) {
    side.owed_head = None;
    side.stale.clear();
    side.replaced.clear();
    side.standing = Standing::Holds;
}
