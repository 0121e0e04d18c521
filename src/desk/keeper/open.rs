//! Opens what both homes hold: which state counts, what can be read of it, and what is named and left alone.
//! Never writes.

use std::cell::RefCell;
use std::rc::Rc;

use super::found::{Candidate, Found};
use super::homes::{Homes, Look};
use super::judge::Judge;
use super::plan::Seal;
use super::state::State;
use super::{Keeper, Opened, Reason, Refusal, segment_name};
use crate::domain::Cabinet;
use crate::storage::mirror::{self, Decision, Fork};
use crate::vault::key::{Draw, Vault};
use crate::vault::lock::Lock;

/// `key` is that of the lock that has been opened; `None` where there is none.
pub fn open(
    (homes, look): (Homes, &Look),
    draw: Draw,
    found: &Found,
    key: Option<&Rc<Vault>>,
) -> Result<Opened, Refusal> {
    let mut judge = Judge::new(found, key);
    let decision = mirror::decide(look.slots(), &mut judge)?;
    let mut state = State::default();
    let (generation, lock) = match decision.head.as_ref().and_then(|it| judge.take(&it.bytes)) {
        Some((Candidate { head, lock }, gave)) => {
            state = State::read(head.clone(), gave);
            (head.generation, lock)
        }
        // Where there is no chance to make a key from, notes are better kept in clear than not at all.
        None if is_first(&decision) => (0, Lock::draw(draw).ok()),
        None => return Err(Refusal::Damaged),
    };
    name_what_is_lost(&decision, &mut state);
    let fork = decision.fork.as_ref().and_then(|fork| read_fork(fork, look, found, key));
    let State { shelf, cabinet, unread, .. } = state;
    let keeper = Keeper {
        homes: Rc::new(homes),
        highest: highest(&decision),
        mirror: Rc::new(RefCell::new(decision.mirror)),
        generation,
        seal: Seal { lock, draw, packer: Rc::default() },
        shelf,
        saved: cabinet.clone(),
        has_former_lock: found.has_two_locks(),
        has_fork: decision.fork.is_some(),
        pending: None,
    };
    Ok(Opened { keeper, cabinet, unread, fork })
}

fn name_what_is_lost(decision: &Decision, state: &mut State) {
    if decision.damaged_heads > 0 {
        state.name_first(None, Reason::Damaged);
    }
    // A save cut short leaves segments out, and the state before it is right. A damaged one has lost something.
    if decision.passed.first().is_some_and(|newest| newest.lacks.iter().any(|lack| lack.is_there)) {
        state.name_first(None, Reason::Damaged);
    }
}

/// A save that failed has used up its generation: no name is ever given twice.
fn highest(decision: &Decision) -> u64 {
    let others = decision.others.iter().filter_map(|key| Some(segment_name(key)?.generation));
    others.filter(|it| *it <= decision.highest + 2).fold(decision.highest, u64::max)
}

/// Before the first head come the segments of the first save. With nothing else there, that save never happened.
fn is_first(decision: &Decision) -> bool {
    let others = decision.others.iter().filter_map(|key| segment_name(key));
    decision.head.is_none()
        && decision.damaged_heads == 0
        && others.into_iter().all(|name| name.generation == 1)
}

/// What another tab has written beside what counts, as far as it can be read.
fn read_fork(fork: &Fork, look: &Look, found: &Found, key: Option<&Rc<Vault>>) -> Option<Cabinet> {
    let home = look.slots()[fork.home as usize].ok()?;
    let mut judge = Judge::new(found, key);
    mirror::Judge::head(&mut judge, fork.head.place, &fork.head.bytes);
    for key in &fork.head.listed.keys {
        if let Ok(Some(bytes)) = home.read(key) {
            mirror::Judge::is_whole(&mut judge, &fork.head.bytes, key, &bytes);
        }
    }
    let (Candidate { head, .. }, gave) = judge.take(&fork.head.bytes)?;
    Some(State::read(head, gave).cabinet)
}

impl From<mirror::Refused> for Refusal {
    fn from(refused: mirror::Refused) -> Refusal {
        match refused {
            mirror::Refused::Newer => Refusal::Newer,
            mirror::Refused::Unread(_) => Refusal::Blocked,
        }
    }
}
