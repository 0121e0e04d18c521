//! The state machine between the two homes: what to ask of the ledger, what its answer means, and when the slot is next.
//! Never calls the ledger, and never decides what is worth keeping.

use super::local::Run;
use super::side::{Bytes, Flight, Side, Standing};
use super::{Answer, Ask, HEAD_KEYS, Home, Outcome, Save};
use crate::storage::book::{Commit, CommitError};
use crate::storage::{Slot, StorageError};

/// A slot two states ahead of a ledger that another tab has swapped still shows that both have gone apart: the state before lies
/// beside it. Further ahead it would not.
const MOST_AHEAD: usize = 2;

/// What this tab has on its way to both homes.
pub struct Mirror {
    ledger: Side,
    local: Side,
    /// Handed in, and not yet known to be in either home.
    current: Option<Save>,
    flight: Option<Flight>,
    /// A flight that ended without a clear answer, and whether its save is still wanted.
    unsure: Option<(Flight, bool)>,
    /// Whether a commit has been asked for since the last time all was settled.
    has_tried: bool,
    /// States that the slot took while the ledger had yet to answer.
    ahead: usize,
    run: Option<Run>,
    /// The slot holds a state of its own that only the next commit takes over: until then it must not be touched.
    local_waits: bool,
    /// The next commit takes over a state that lies apart in one of the homes. The head before goes with it: else that state would
    /// seem to lie apart from the new one too.
    merges: bool,
}

impl Mirror {
    pub fn new(ledger: Side, local: Side, fork: Option<Home>) -> Mirror {
        let (local_waits, merges) = (fork == Some(Home::Local), fork.is_some());
        Mirror {
            ledger,
            local,
            current: None,
            flight: None,
            unsure: None,
            has_tried: false,
            ahead: 0,
            run: None,
            local_waits,
            merges,
        }
    }

    /// Hands a further state in. The one before must have been settled.
    pub fn begin(&mut self, save: Save) {
        self.current = Some(save);
        self.run = None;
        self.wait_for_current();
    }

    /// What to ask of the ledger now. `None` where it holds everything, is being asked, or has just refused.
    pub fn ask(&mut self) -> Option<Ask> {
        if self.flight.is_some() || self.ledger.standing != Standing::Waits {
            return None;
        }
        if self.unsure.is_some() {
            return Some(Ask::Heads);
        }
        let next = self.ledger_next();
        let flight = next.flight()?;
        let text = |bytes: &Bytes| bytes.to_vec();
        let heads = HEAD_KEYS.iter().zip(&next.heads);
        let mut puts: Vec<(String, Vec<u8>)> =
            next.owed.iter().map(|(key, bytes)| (key.clone(), text(bytes))).collect();
        puts.push((HEAD_KEYS[flight.head.0].to_owned(), text(&flight.head.1)));
        let mut removes = flight.removes.clone();
        if self.merges {
            removes.push(HEAD_KEYS[1 - flight.head.0].to_owned());
        }
        let commit = Commit {
            expected: heads.map(|(key, it)| ((*key).to_owned(), it.as_ref().map(text))).collect(),
            puts,
            removes,
        };
        self.flight = Some(flight);
        self.has_tried = true;
        Some(Ask::Commit(commit))
    }

    fn ledger_next(&self) -> Side {
        let mut next = self.ledger.clone();
        if let Some(save) = &self.current {
            next.adopt(save, None);
        }
        next
    }

    pub fn answer(&mut self, answer: Answer) {
        self.ahead = 0;
        match answer {
            Answer::Commit(answered) => {
                let Some(flight) = self.flight.take() else { return };
                match answered {
                    Ok(()) => self.landed(flight, true),
                    Err(CommitError::Stale) => self.ledger.standing = Standing::Elsewhere,
                    // The connection broke: perhaps after the disk had it.
                    Err(CommitError::Storage(StorageError::Failed)) => {
                        self.unsure = Some((flight, true));
                    }
                    Err(CommitError::Storage(error)) => {
                        self.ledger.standing = Standing::Lacks(error);
                    }
                }
            }
            Answer::Heads(Err(error)) => self.ledger.standing = Standing::Lacks(error),
            Answer::Heads(Ok(heads)) => self.make_sure(&heads),
        }
    }

    fn make_sure(&mut self, heads: &[Option<Vec<u8>>]) {
        let Some((flight, is_wanted)) = self.unsure.take() else { return };
        let are_as = |expected: &[Option<Bytes>; 2]| {
            heads.iter().map(Option::as_deref).eq(expected.iter().map(Option::as_deref))
        };
        let after = self.heads_after(&flight);
        if are_as(&after) {
            self.landed(flight, is_wanted);
        } else if !are_as(&self.ledger.heads) {
            self.ledger.standing = Standing::Elsewhere;
        } else if self.has_tried {
            self.ledger.standing = Standing::Lacks(StorageError::Failed);
        }
    }

    fn heads_after(&self, flight: &Flight) -> [Option<Bytes>; 2] {
        let (place, head) = &flight.head;
        let mut after = self.ledger.heads.clone();
        after[*place] = Some(head.clone());
        if self.merges {
            after[1 - *place] = None;
        }
        after
    }

    fn landed(&mut self, flight: Flight, is_wanted: bool) {
        self.ledger.heads = self.heads_after(&flight);
        (self.local_waits, self.merges) = (false, false);
        if !is_wanted {
            // A state that was given up: its head is there now, and nothing that the present state needs is gone for it.
            return;
        }
        if let Some(save) = self.current.take_if(|save| save.head == flight.head.1) {
            self.ledger.adopt(&save, None);
            self.local.adopt(&save, None);
            self.run = None;
        }
        self.ledger.land(flight);
        self.wait_for_current();
    }

    /// Does one thing in the slot. `false` where there is nothing to do there now.
    pub fn local_step(&mut self, slot: &dyn Slot) -> bool {
        let may_not = self.local_waits
            || self.ahead >= MOST_AHEAD
            || self.ledger.standing == Standing::Elsewhere
            || self.local.standing != Standing::Waits;
        if may_not {
            self.run = None;
            return false;
        }
        let run = self.run.take().or_else(|| {
            let mut next = self.local.clone();
            if let Some(save) = &self.current {
                next.adopt(save, None);
            }
            Run::new(next)
        });
        let Some(mut run) = run else { return false };
        if run.step(slot) {
            self.run = Some(run);
            return true;
        }
        if run.side.standing != Standing::Holds {
            self.local = run.ended(&self.local);
            return false;
        }
        if let Some(save) = self.current.take_if(|save| save.head == run.head().1) {
            let unsure = self.unsure.as_ref().map(|(flight, _)| flight);
            self.ledger.adopt(&save, self.flight.as_ref().or(unsure));
        }
        self.local = run.side;
        self.ahead += usize::from(self.ledger.standing == Standing::Waits);
        self.wait_for_current();
        false
    }

    /// Leaves nothing in the slot, where the ledger holds all of it: what is owed finds room then.
    pub fn clear_local(&mut self, slot: &dyn Slot) {
        let is_safe = self.ledger.standing == Standing::Holds && self.local.absent.is_none();
        if !is_safe || self.current.is_some() {
            return;
        }
        let keys = slot.keys().unwrap_or_default();
        // The heads go first: a state that lacks something is then never looked for.
        let (heads, rest): (Vec<_>, Vec<_>) =
            keys.into_iter().partition(|key| HEAD_KEYS.contains(&key.as_str()));
        let stuck: Vec<String> =
            heads.into_iter().chain(rest).filter(|key| slot.remove(key).is_err()).collect();
        for (place, head) in self.local.heads.iter_mut().enumerate() {
            if !stuck.iter().any(|key| key == HEAD_KEYS[place]) {
                *head = None;
            }
        }
        self.local.replaced.clear();
        self.local.stale = stuck;
        self.local.stale.retain(|key| !HEAD_KEYS.contains(&key.as_str()));
    }

    /// Whether a home still holds what the present state does not need.
    pub fn has_remains(&self) -> bool {
        [&self.ledger, &self.local].iter().any(|it| !it.stale.is_empty() || !it.replaced.is_empty())
    }

    /// The ledger has not answered in time. The slot goes on alone; what was asked is looked for with the next state.
    pub fn give_ledger_up(&mut self) {
        self.ahead = 0;
        if let Some(flight) = self.flight.take() {
            self.unsure = Some((flight, true));
        }
        if self.ledger.standing != Standing::Elsewhere {
            self.ledger.standing = Standing::Lacks(StorageError::Failed);
        }
    }

    /// What was handed in meanwhile is still to be brought home.
    fn wait_for_current(&mut self) {
        for side in [&mut self.ledger, &mut self.local] {
            if self.current.is_some() && side.standing == Standing::Holds {
                side.standing = Standing::Waits;
            }
        }
    }

    /// After both were tried: where the state is. One that is nowhere is given up, and the homes are as before.
    pub fn settle(&mut self) -> Outcome {
        let outcome = Outcome { ledger: self.ledger.standing, local: self.local.standing };
        if self.flight.is_some() {
            return outcome;
        }
        self.has_tried = false;
        if self.current.take().is_some()
            && let Some((_, is_wanted)) = &mut self.unsure
        {
            *is_wanted = false;
        }
        for side in [&mut self.ledger, &mut self.local] {
            side.rest();
        }
        outcome
    }
}
