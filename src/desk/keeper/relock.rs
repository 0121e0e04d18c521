//! Changing the lock: other ways to the same key, or a new key and everything sealed anew.
//! Never leaves a vault that nobody could be sure to open. Like a save, it is there whole or not at all.

use std::rc::Rc;

use super::load::Segment;
use super::plan::{Plan, Seal, Writes};
use super::saving::Pending;
use super::shelf::{Owner, Shelf};
use super::{Keeper, LockError, SaveError};
use crate::vault::envelope::{self, Part, SegmentName};
use crate::vault::kept;
use crate::vault::key::{DerivedKey, Vault};
use crate::vault::lock::Lock;
use crate::vault::way::{Entry, Way, WayFault, WayIn, Ways};

/// What a person wants: anyone on this device, or only who knows one of these.
pub enum LockChoice {
    Open,
    Closed(Vec<WayChoice>),
}

pub enum WayChoice {
    /// As it stands, at this place of `Keeper::ways`.
    Keep(usize),
    New(WayIn, DerivedKey),
}

impl Keeper {
    /// Whether a key is asked for when this vault is opened.
    pub fn is_locked(&self) -> bool {
        self.seal.lock.as_ref().is_some_and(|lock| !lock.is_open())
    }

    /// The ways in, in their order; none for a vault of the first versions.
    pub fn ways(&self) -> Vec<Result<Entry, WayFault>> {
        let lock = self.seal.lock.as_ref();
        lock.map_or(Vec::new(), |lock| lock.ways().iter().map(Way::read).collect())
    }

    /// Begins to change the lock; whether there is anything to bring home. What was open gets a new key and a new id, and all
    /// of it is sealed anew: the old key lies in the browser's files for a while. A locked vault keeps its key. Costs room for
    /// all of it a second time where it is sealed anew. Changes not saved yet stay so. Once the lock stands, what it replaced
    /// is to be swept.
    pub fn begin_lock(&mut self, choice: LockChoice) -> Result<bool, LockError> {
        let standing = self.seal.lock.clone();
        let (lock, is_new) = match (choice, standing) {
            (LockChoice::Open, Some(lock)) if lock.is_open() => return Ok(false),
            (LockChoice::Open, Some(lock)) => (Lock::opened_up(lock.vault().clone()), false),
            (LockChoice::Open, None) => (Lock::draw(self.seal.draw)?, true),
            (LockChoice::Closed(ways), Some(lock)) if !lock.is_open() => {
                (self.closed(lock.vault().clone(), Some(lock.ways()), ways)?, false)
            }
            (LockChoice::Closed(ways), _) => {
                (self.closed(Rc::new(Vault::draw(self.seal.draw)?), None, ways)?, true)
            }
        };
        let seal = Seal { lock: Some(lock), ..self.seal.clone() };
        let generation = self.next_generation()?;
        let (shelf, writes) = match is_new {
            true => self.reseal(&seal, generation)?,
            false => (self.shelf.clone(), Writes::new()),
        };
        self.begin_with(writes, Pending::relocked(shelf, seal, generation))?;
        Ok(true)
    }

    fn closed(
        &self,
        vault: Rc<Vault>,
        standing: Option<&Ways>,
        choices: Vec<WayChoice>,
    ) -> Result<Lock, LockError> {
        let mut ways = Ways::none();
        for choice in choices {
            match choice {
                WayChoice::Keep(place) => {
                    let way = standing.and_then(|ways| ways.iter().nth(place));
                    ways.push(way.ok_or(LockError::NoSuchWay)?).map_err(SaveError::from)?;
                }
                WayChoice::New(way, key) => ways.wrap(&way, &key, &vault, self.seal.draw)?,
            }
        }
        Ok(Lock::new(vault, ways)?)
    }

    /// Everything that is kept, closed with another seal under new names.
    fn reseal(&self, seal: &Seal, generation: u64) -> Result<(Shelf, Writes), SaveError> {
        let next_segment = self.shelf.next_segment;
        let mut plan = Plan::new(generation, next_segment, seal);
        let common = self.reseal_all(&self.shelf.common, &mut plan)?;
        let mut owners = Vec::with_capacity(self.shelf.owners.len());
        for owner in &self.shelf.owners {
            let segments = self.reseal_all(&owner.segments, &mut plan)?;
            owners.push(Owner { segments, ..*owner });
        }
        Ok((Shelf { next_segment, common, owners }, plan.writes))
    }

    fn reseal_all(
        &self,
        segments: &[Rc<Segment>],
        plan: &mut Plan,
    ) -> Result<Vec<Rc<Segment>>, SaveError> {
        let mut resealed = Vec::with_capacity(segments.len());
        for segment in segments {
            resealed.push(self.reseal_one(segment, plan)?);
        }
        Ok(resealed)
    }

    fn reseal_one(&self, segment: &Rc<Segment>, plan: &mut Plan) -> Result<Rc<Segment>, SaveError> {
        let name = SegmentName { id: segment.name.id, generation: plan.generation };
        let (sealed, bytes) = if segment.is_readable {
            plan.seal.close_segment(name, segment, None)?
        } else if segment.payload.is_empty() {
            // What is missing stays listed under its old name, and named.
            return Ok(segment.clone());
        } else {
            let payload = self.unread_payload(segment.name, &segment.payload);
            let bytes = plan.seal.close(Part::Kept(name), &payload)?;
            (Segment { stored: bytes.len(), ..Segment::unreadable(name, bytes.clone()) }, bytes)
        };
        plan.writes.push((name, bytes));
        Ok(Rc::new(sealed))
    }

    /// It may have been sealed unread before: then it goes on as it is.
    fn unread_payload(&self, name: SegmentName, bytes: &[u8]) -> Vec<u8> {
        match envelope::open(bytes, self.seal.vault()) {
            Ok((Part::Kept(it), payload)) if it == name => payload,
            _ => kept::write(bytes, self.seal.vault()),
        }
    }
}
