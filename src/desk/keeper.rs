//! Keeps the cabinet in storage: opens the newest whole state, and saves what has changed, whole or not at all.
//! Never writes over what it could not read, nor over what another tab has saved. The order of its writes is the promise:
//! new segments under new names, then the head that lists them, and only after the next head the segments it replaced.

mod difference;
mod gather;
mod index;
mod load;
mod open;
mod shelf;

use crate::domain::{Cabinet, PersonId, SessionId};
use crate::order;
use crate::storage::{Slot, StorageError};
use crate::vault::envelope::SegmentName;
use crate::vault::wire::Record;
use crate::vault::{TooLarge, Unreadable, head};
use shelf::{Changes, Owner, Shelf, Writes};

pub struct Keeper {
    slot: Box<dyn Slot>,
    /// The bytes of both heads as this keeper last saw them: anything else there is another's.
    heads: [Option<Vec<u8>>; 2],
    /// Of the head this keeper stands on; 0 where nothing is kept yet.
    generation: u64,
    /// The highest generation that was ever seen here.
    highest: u64,
    shelf: Shelf,
    saved: Cabinet,
    /// Segments that the present head does not list, to be removed once the next head is written.
    stale: Vec<SegmentName>,
}

/// Something that is kept but could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unread {
    /// Whose it is; `None` for the settings, or where a whole state could not be read.
    pub person: Option<PersonId>,
    /// `None` where more than one session may be meant.
    pub session: Option<SessionId>,
    pub reason: Reason,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// A newer Attune can read it.
    Newer,
    Damaged,
    /// It should be there and is not.
    Missing,
}

/// Why nothing is opened, and nothing will be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// A newer Attune was here last.
    Newer,
    /// Something is kept, and no head to say what it is.
    Damaged,
    /// The browser gives no storage, or it failed while reading.
    Blocked,
}

/// Why a change is not kept yet. What was kept before still is; saving may be tried again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SaveError {
    Full,
    Blocked,
    Failed,
    /// Another tab has saved since: this one has to open anew.
    Elsewhere,
}

impl Keeper {
    /// An empty slot is an empty cabinet. Reads only.
    pub fn open(slot: Box<dyn Slot>) -> Result<(Keeper, Cabinet, Vec<Unread>), Refusal> {
        open::open(slot)
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
        self.commit(shelf, writes, generation)?;
        self.saved = cabinet.clone();
        Ok(())
    }

    /// Removes what earlier states left behind, at once: a save alone keeps the state before it until the next one.
    pub fn sweep(&mut self) -> Result<(), SaveError> {
        if self.stale.is_empty() {
            return Ok(());
        }
        let generation = self.next_generation()?;
        self.commit(self.shelf.clone(), Writes::new(), generation)
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
        let mut writes = Writes::new();
        let mut next_segment = self.shelf.next_segment;
        let mut arrange = |segments: &[_], changes| {
            shelf::rearrange(segments, changes, generation, &mut next_segment, &mut writes)
        };
        let mut common = Changes::default();
        if self.saved.settings != cabinet.settings {
            common.put(Record::Settings(cabinet.settings.clone()));
        }
        let common = arrange(&self.shelf.common, common)?;
        let mut owners = Vec::with_capacity(cabinet.journals.len());
        for journal in &cabinet.journals {
            let person = journal.person.id;
            let before = self.shelf.owners.iter().find(|owner| owner.person == person);
            let changes = difference::between_journals(self.saved.journal(person), journal);
            let segments = arrange(before.map_or(&[], |owner| &owner.segments), changes)?;
            owners.push(Owner { person, is_shown: true, segments });
        }
        owners.extend(self.shelf.owners.iter().filter(|owner| !owner.is_shown).cloned());
        Ok((Shelf { next_segment, common, owners }, writes))
    }

    fn commit(&mut self, shelf: Shelf, writes: Writes, generation: u64) -> Result<(), SaveError> {
        let head = head::write(&shelf.head(generation))?;
        self.check_still_ours()?;
        for (name, bytes) in &writes {
            if let Err(error) = self.write(&segment_key(*name), bytes) {
                self.take_back(&writes);
                return Err(error.into());
            }
        }
        self.write_head(&head, generation, &writes)?;
        self.heads[parity(generation)] = Some(head);
        self.generation = generation;
        self.highest = generation;
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

    /// Where there is no room, what no present head lists makes some: the present head is whole without it.
    fn write(&mut self, key: &str, bytes: &[u8]) -> Result<(), StorageError> {
        match self.slot.write(key, bytes) {
            Err(StorageError::Full) if !self.stale.is_empty() => {
                self.remove_stale(&[]);
                self.slot.write(key, bytes)
            }
            other => other,
        }
    }

    fn write_head(
        &mut self,
        head: &[u8],
        generation: u64,
        writes: &Writes,
    ) -> Result<(), SaveError> {
        let key = HEAD_KEYS[parity(generation)];
        let Err(error) = self.write(key, head) else { return Ok(()) };
        // An error does not prove that nothing was written. What is there decides.
        match self.slot.read(key) {
            Ok(Some(there)) if there == head => return Ok(()),
            Ok(_) => self.take_back(writes),
            // The head may list these segments: they stay, and the next save finds out.
            Err(_) => {}
        }
        Err(error.into())
    }

    /// Makes room again after a save that failed. What cannot be removed now goes with the next save.
    fn take_back(&mut self, writes: &Writes) {
        for (name, _) in writes {
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

impl From<Unreadable> for Reason {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::Newer => Reason::Newer,
            Unreadable::Damaged => Reason::Damaged,
        }
    }
}

impl From<StorageError> for SaveError {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Blocked => SaveError::Blocked,
            StorageError::Full => SaveError::Full,
            StorageError::Failed => SaveError::Failed,
        }
    }
}

impl From<TooLarge> for SaveError {
    fn from(_: TooLarge) -> Self {
        SaveError::Failed
    }
}
