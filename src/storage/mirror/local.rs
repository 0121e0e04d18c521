//! Brings the slot to the present state, one call at a time, so that it can be stopped after each.
//! Never writes over the head it stands on, nor over what another tab has written.

use super::HEAD_KEYS;
use super::side::{Flight, Placed, Side, Standing};
use crate::storage::{Slot, StorageError};

/// What the next call is.
#[derive(Clone, Copy)]
enum Next {
    /// Whether this head is still the one we left.
    Look(usize),
    /// The n-th owed segment; after the last the head.
    Write(usize),
    /// Something stale goes, to make room for the n-th.
    Room(usize),
    /// An error does not prove that the head was not written: what is there decides.
    LookAgain(StorageError),
    /// Written segments go again, from this one down, so that what failed takes no room.
    TakeBack(usize, StorageError),
    Sweep,
}

pub struct Run {
    /// As it will be once all is there.
    pub side: Side,
    flight: Flight,
    next: Next,
    /// Stale keys that could not be removed this time.
    stuck: Vec<String>,
    /// Keys that were written and could not be taken back.
    strays: Vec<String>,
}

impl Run {
    /// `None` where nothing is owed.
    pub fn new(mut side: Side) -> Option<Run> {
        // What could not be taken back and is wanted after all is no longer stale.
        let owed = &side.owed;
        side.stale.retain(|key| owed.iter().all(|(owed, _)| owed != key));
        let flight = side.flight()?;
        let (stuck, strays) = (Vec::new(), Vec::new());
        Some(Run { side, flight, next: Next::Look(0), stuck, strays })
    }

    pub fn head(&self) -> &Placed {
        &self.flight.head
    }

    /// Makes one call. `false` after the last: the side's standing says what came of it.
    pub fn step(&mut self, slot: &dyn Slot) -> bool {
        let next = match self.next {
            Next::Look(place) => self.look(slot, place),
            Next::Write(number) => self.write(slot, number),
            Next::Room(number) => {
                self.remove_stale(slot);
                Some(Next::Write(number))
            }
            Next::LookAgain(error) => self.look_again(slot, error),
            Next::TakeBack(number, error) => self.take_back(slot, number, error),
            Next::Sweep => {
                self.remove_stale(slot);
                self.sweep_or_land()
            }
        };
        let Some(next) = next else { return false };
        self.next = next;
        true
    }

    fn look(&mut self, slot: &dyn Slot, place: usize) -> Option<Next> {
        let there = match slot.read(HEAD_KEYS[place]) {
            Ok(there) => there,
            Err(error) => return self.fail(error),
        };
        if !self.side.knows(place, there.as_deref()) {
            self.side.standing = Standing::Elsewhere;
            return None;
        }
        if there.as_deref() != self.side.heads[place].as_deref() {
            self.side.heads[place] = there.map(Into::into);
        }
        Some(if place + 1 < HEAD_KEYS.len() { Next::Look(place + 1) } else { Next::Write(0) })
    }

    fn write(&mut self, slot: &dyn Slot, number: usize) -> Option<Next> {
        let (place, head) = &self.flight.head;
        let is_head = number == self.side.owed.len();
        let written = match self.side.owed.get(number) {
            Some((key, bytes)) => slot.write(key, bytes),
            None => slot.write(HEAD_KEYS[*place], head),
        };
        match written {
            Ok(()) if is_head => self.sweep_or_land(),
            Ok(()) => Some(Next::Write(number + 1)),
            Err(StorageError::Full) if !self.side.stale.is_empty() => Some(Next::Room(number)),
            Err(error) if is_head => Some(Next::LookAgain(error)),
            Err(error) => Some(Next::TakeBack(number, error)),
        }
    }

    fn look_again(&mut self, slot: &dyn Slot, error: StorageError) -> Option<Next> {
        let (place, head) = self.flight.head.clone();
        match slot.read(HEAD_KEYS[place]) {
            Ok(there) if there.as_deref() == Some(&*head) => self.sweep_or_land(),
            Ok(_) => match self.side.owed.len().checked_sub(1) {
                Some(last) => Some(Next::TakeBack(last, error)),
                None => self.fail(error),
            },
            // The head may list what was written: it stays, and the next run finds out.
            Err(_) => {
                self.side.maybe = Some((place, head));
                self.fail(error)
            }
        }
    }

    fn take_back(&mut self, slot: &dyn Slot, number: usize, error: StorageError) -> Option<Next> {
        if let Some((key, _)) = self.side.owed.get(number)
            && slot.remove(key).is_err()
        {
            self.strays.push(key.clone());
        }
        match number.checked_sub(1) {
            Some(before) => Some(Next::TakeBack(before, error)),
            None => self.fail(error),
        }
    }

    fn remove_stale(&mut self, slot: &dyn Slot) {
        if let Some(key) = self.side.stale.pop()
            && slot.remove(&key).is_err()
        {
            self.stuck.push(key);
        }
    }

    fn sweep_or_land(&mut self) -> Option<Next> {
        if !self.side.stale.is_empty() {
            return Some(Next::Sweep);
        }
        self.flight.removes.clear();
        self.side.land(self.flight.clone());
        self.side.stale.append(&mut self.stuck);
        None
    }

    fn fail(&mut self, error: StorageError) -> Option<Next> {
        self.side.standing = Standing::Lacks(error);
        None
    }

    /// What this run leaves of a side whose present state it did not bring there.
    pub fn ended(self, before: &Side) -> Side {
        let mut side = before.clone();
        side.standing = self.side.standing;
        side.heads = self.side.heads;
        side.maybe = self.side.maybe;
        side.stale = self.side.stale;
        side.stale.extend(self.stuck);
        side.stale.extend(self.strays);
        side
    }
}
