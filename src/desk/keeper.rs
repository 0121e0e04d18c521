//! Keeps the cabinet in storage: opens the newest whole state, and saves what has changed, whole or not at all.
//! Never writes over what it could not read, nor over what another tab has saved. The order of its writes is the promise:
//! new segments under new names, then the head that lists them, and only after the next head the segments it replaced.

mod difference;
mod found;
mod gather;
mod index;
mod load;
mod locked;
mod open;
mod outcome;
mod plan;
mod relock;
mod shelf;

pub use locked::Locked;
pub use outcome::{LockError, NotUnlocked, Opened, Opening, Reason, Refusal, SaveError, Unread};
pub use relock::{LockChoice, WayChoice};

use crate::domain::Cabinet;
use crate::order;
use crate::storage::{Slot, StorageError};
use crate::vault::envelope::SegmentName;
use crate::vault::key::Draw;
use crate::vault::lock::Lock;
use crate::vault::wire::Record;
use plan::{Plan, Seal, Writes};
use shelf::{Changes, Owner, Shelf};

pub struct Keeper {
    slot: Box<dyn Slot>,
    /// The bytes of both heads as this keeper last saw them: anything else there is another's.
    heads: [Option<Vec<u8>>; 2],
    /// Of the head this keeper stands on; 0 where nothing is kept yet.
    generation: u64,
    /// The highest generation that was ever seen here.
    highest: u64,
    seal: Seal,
    shelf: Shelf,
    saved: Cabinet,
    /// Segments that the present head does not list, to be removed once the next head is written.
    stale: Vec<SegmentName>,
    /// The head before still lets in whom the present one does not, until the next one is written over it.
    has_former_lock: bool,
}

impl Keeper {
    /// An empty slot is an empty cabinet, to be sealed with a key that lies open until a lock is chosen. Reads only.
    pub fn open(slot: Box<dyn Slot>, draw: Draw) -> Result<Opening, Refusal> {
        locked::open(slot, draw)
    }

    /// Keeps all of `cabinet`. Costs what has changed since the last save, not what there is.
    pub fn save(&mut self, cabinet: &Cabinet) -> Result<(), SaveError> {
        let generation = self.next_generation()?;
        let (shelf, writes) = self.plan(cabinet, generation)?;
        let is_same = writes.is_empty() && shelf.head(0) == self.shelf.head(0);
        if is_same {
            self.saved = cabinet.clone();
            return Ok(());
        }
        self.commit(shelf, writes, generation, self.seal.clone())?;
        self.saved = cabinet.clone();
        Ok(())
    }

    /// Removes what earlier states left behind, at once: a save alone keeps the state before it until the next one.
    pub fn sweep(&mut self) -> Result<(), SaveError> {
        if !self.has_remains() {
            return Ok(());
        }
        let generation = self.next_generation()?;
        self.commit(self.shelf.clone(), Writes::new(), generation, self.seal.clone())
    }

    /// Whether earlier states left something behind: what was deleted, or a lock that is no more.
    pub fn has_remains(&self) -> bool {
        self.has_former_lock || !self.stale.is_empty()
    }

    /// The next of the other parity, so that the head this keeper stands on is not written over.
    fn next_generation(&self) -> Result<u64, SaveError> {
        let next = self.highest.checked_add(1).ok_or(SaveError::Failed)?;
        if self.generation == 0 || next % 2 != self.generation % 2 {
            return Ok(next);
        }
        next.checked_add(1).ok_or(SaveError::Failed)
    }

    fn plan(&self, cabinet: &Cabinet, generation: u64) -> Result<(Shelf, Writes), SaveError> {
        let next_segment = self.shelf.next_segment;
        let mut plan = Plan { generation, next_segment, seal: &self.seal, writes: Writes::new() };
        let mut common = Changes::default();
        if self.saved.settings != cabinet.settings {
            common.put(Record::Settings(cabinet.settings.clone()));
        }
        let common = shelf::rearrange(&self.shelf.common, common, &mut plan)?;
        let mut owners = Vec::with_capacity(cabinet.journals.len());
        for journal in &cabinet.journals {
            let person = journal.person.id;
            let before = self.shelf.owners.iter().find(|owner| owner.person == person);
            let changes = difference::between_journals(self.saved.journal(person), journal);
            let before = before.map_or(&[][..], |owner| &owner.segments);
            let segments = shelf::rearrange(before, changes, &mut plan)?;
            owners.push(Owner { person, is_shown: true, segments });
        }
        owners.extend(self.shelf.owners.iter().filter(|owner| !owner.is_shown).cloned());
        Ok((Shelf { next_segment: plan.next_segment, common, owners }, plan.writes))
    }

    /// Segments first, then the head that lists them: with it stands what is saved, and the seal it is closed with.
    fn commit(
        &mut self,
        shelf: Shelf,
        writes: Writes,
        generation: u64,
        seal: Seal,
    ) -> Result<(), SaveError> {
        let head = seal.close_head(&shelf.head(generation))?;
        self.check_still_ours()?;
        let mut ours: Vec<SegmentName> = writes.iter().map(|(name, _)| *name).collect();
        order::sort(&mut ours);
        for (name, bytes) in &writes {
            if let Err(error) = self.write(&segment_key(*name), bytes, &ours) {
                self.take_back(&ours);
                return Err(error.into());
            }
        }
        self.write_head(&head, generation, &ours)?;
        self.heads[parity(generation)] = Some(head);
        self.generation = generation;
        self.highest = generation;
        self.has_former_lock = is_other_lock(self.seal.lock.as_ref(), seal.lock.as_ref());
        self.seal = seal;
        self.settle(shelf);
        Ok(())
    }

    fn check_still_ours(&self) -> Result<(), SaveError> {
        for (place, known) in self.heads.iter().enumerate() {
            if self.slot.read(HEAD_KEYS[place])? != *known {
                return Err(SaveError::Elsewhere);
            }
        }
        Ok(())
    }

    /// Where there is no room, what no present head lists makes some: the present head is whole without it. Not `ours`,
    /// which this save writes: a save before may have failed under the same names.
    fn write(&mut self, key: &str, bytes: &[u8], ours: &[SegmentName]) -> Result<(), StorageError> {
        match self.slot.write(key, bytes) {
            Err(StorageError::Full) if !self.stale.is_empty() => {
                self.remove_stale(ours);
                self.slot.write(key, bytes)
            }
            other => other,
        }
    }

    fn write_head(
        &mut self,
        head: &[u8],
        generation: u64,
        ours: &[SegmentName],
    ) -> Result<(), SaveError> {
        let key = HEAD_KEYS[parity(generation)];
        let Err(error) = self.write(key, head, ours) else { return Ok(()) };
        // An error does not prove that nothing was written. What is there decides.
        match self.slot.read(key) {
            Ok(Some(there)) if there == head => return Ok(()),
            Ok(_) => self.take_back(ours),
            // The head may list these segments: they stay, and the next save finds out.
            Err(_) => {}
        }
        Err(error.into())
    }

    /// Makes room again after a save that failed. What cannot be removed now goes with the next save.
    fn take_back(&mut self, ours: &[SegmentName]) {
        for name in ours {
            if self.slot.remove(&segment_key(*name)).is_err() {
                self.stale.push(*name);
            }
        }
    }

    /// After a head was written: what neither it nor the one before lists goes now, what only the one before lists goes next time.
    fn settle(&mut self, shelf: Shelf) {
        let mut listed = shelf.head(0).segments();
        order::sort(&mut listed);
        self.remove_stale(&listed);
        let before = std::mem::replace(&mut self.shelf, shelf);
        for name in before.head(0).segments() {
            if listed.binary_search(&name).is_err() {
                self.stale.push(name);
            }
        }
    }

    /// All but `listed`, which is sorted. What cannot be removed is tried again next time.
    fn remove_stale(&mut self, listed: &[SegmentName]) {
        let mut stale = std::mem::take(&mut self.stale);
        stale.retain(|name| {
            listed.binary_search(name).is_err() && self.slot.remove(&segment_key(*name)).is_err()
        });
        self.stale = stale;
    }
}

/// Two, written in turn: not every browser writes two keys together.
const HEAD_KEYS: [&str; 2] = ["head.0", "head.1"];
const SEGMENT_PREFIX: &str = "segment.";

fn parity(generation: u64) -> usize {
    usize::from(generation % 2 == 1)
}

fn segment_key(name: SegmentName) -> String {
    format!("{SEGMENT_PREFIX}{}.{}", name.id, name.generation)
}

/// `None` for a key that is no segment's.
fn segment_name(key: &str) -> Option<SegmentName> {
    let (id, generation) = key.strip_prefix(SEGMENT_PREFIX)?.split_once('.')?;
    let id: u64 = id.parse().ok()?;
    Some(SegmentName { id: id.try_into().ok()?, generation: generation.parse().ok()? })
}

/// Whether whom the one lets in may differ from whom the other does.
fn is_other_lock(one: Option<&Lock>, other: Option<&Lock>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => !one.is_same(other),
        (None, None) => false,
        _ => true,
    }
}
