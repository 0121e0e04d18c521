//! A save, from what has changed to where it is kept: begun, brought home, settled.
//! Never waits itself: whoever called decides how long to.

use super::plan::{Plan, Seal, Writes};
use super::shelf::{self, Changes, Owner, Shelf};
use super::{Keeper, KeptIn, SaveError, difference, is_other_lock, parity, segment_key};
use crate::domain::{Cabinet, OwnerId};
use crate::order;
use crate::storage::Snapshot;
use crate::storage::mirror::{self, Outcome, Save, Standing};
use crate::vault::wire::Record;

/// What a keeper stands on once a save is kept.
pub struct Pending {
    shelf: Shelf,
    seal: Seal,
    generation: u64,
    /// `None` where nothing of it changes.
    saved: Option<Cabinet>,
}

impl Keeper {
    /// Begins to keep all of `cabinet`. Costs what has changed since the last save, not what there is. Whether there is
    /// anything to bring home. What was begun before must have been settled.
    pub fn begin(&mut self, cabinet: &Cabinet) -> Result<bool, SaveError> {
        let generation = self.next_generation()?;
        let (shelf, writes) = self.plan(cabinet, generation)?;
        let is_same = writes.is_empty() && shelf.head(0) == self.shelf.head(0) && !self.has_fork;
        if is_same {
            self.saved = cabinet.clone();
            return Ok(false);
        }
        let saved = Some(cabinet.clone());
        self.begin_with(writes, Pending { shelf, seal: self.seal.clone(), generation, saved })?;
        Ok(true)
    }

    /// Begins to remove what earlier states left behind: a save alone keeps the state before it until the next one.
    /// Whether there is any.
    pub fn begin_sweep(&mut self) -> Result<bool, SaveError> {
        if !self.has_remains() {
            return Ok(false);
        }
        let generation = self.next_generation()?;
        let (shelf, seal) = (self.shelf.clone(), self.seal.clone());
        self.begin_with(Writes::new(), Pending { shelf, seal, generation, saved: None })?;
        Ok(true)
    }

    /// Brings what has been begun, and what is owed from before, to both homes: the ledger first.
    pub fn bring(&self) -> impl Future<Output = Outcome> + use<> {
        let (mirror, homes) = (self.mirror.clone(), self.homes.clone());
        async move {
            let nowhere = nowhere();
            let local = homes.local.as_deref().unwrap_or(&nowhere);
            mirror::run(&mirror, homes.book(), local).await
        }
    }

    /// Brings what has been begun to the slot alone, at once: for a page that ends. The ledger stays owed.
    pub fn bring_at_once(&mut self) -> Outcome {
        let nowhere = nowhere();
        let local = self.homes.local.as_deref().unwrap_or(&nowhere);
        mirror::flush(&mut self.mirror.borrow_mut(), local)
    }

    /// The ledger has not answered in time: the slot goes on alone.
    pub fn give_ledger_up(&mut self) {
        self.mirror.borrow_mut().give_ledger_up();
    }

    /// Removes what the slot holds of before, where the ledger holds all of it: a slot too full to take what was sealed anew
    /// must not keep what lay open.
    pub fn clear_local(&mut self) {
        if let Ok(local) = &self.homes.local {
            self.mirror.borrow_mut().clear_local(&**local);
        }
    }

    /// Whether something has been begun and not been settled.
    pub fn is_saving(&self) -> bool {
        self.pending.is_some()
    }

    /// Takes over what came of bringing it home. `None` while that is still open.
    pub fn settle(&mut self, outcome: Outcome) -> Option<Result<KeptIn, SaveError>> {
        if outcome.is_kept() {
            if let Some(pending) = self.pending.take() {
                self.adopt(pending);
            }
        } else if outcome.ledger == Standing::Waits && !outcome.is_elsewhere() {
            return None;
        } else {
            self.pending = None;
        }
        Some(result(outcome))
    }

    fn adopt(&mut self, pending: Pending) {
        let Pending { shelf, seal, generation, saved } = pending;
        self.has_former_lock = is_other_lock(self.seal.lock.as_ref(), seal.lock.as_ref());
        self.has_fork = false;
        self.generation = generation;
        self.seal = seal;
        self.shelf = shelf;
        if let Some(saved) = saved {
            self.saved = saved;
        }
    }

    /// The next of the other parity, so that the head this keeper stands on is not written over.
    pub(super) fn next_generation(&self) -> Result<u64, SaveError> {
        let next = self.highest.checked_add(1).ok_or(SaveError::Failed)?;
        if self.generation == 0 || next % 2 != self.generation % 2 {
            return Ok(next);
        }
        next.checked_add(1).ok_or(SaveError::Failed)
    }

    fn plan(&self, cabinet: &Cabinet, generation: u64) -> Result<(Shelf, Writes), SaveError> {
        let next_segment = self.shelf.next_segment;
        let mut plan = Plan::new(generation, next_segment, &self.seal);
        let mut common = Changes::default();
        if self.saved.settings != cabinet.settings {
            common.put(Record::Settings(cabinet.settings.clone()));
        }
        if self.saved.backups != cabinet.backups {
            common.put(Record::Backups(cabinet.backups));
        }
        if self.saved.idle_time != cabinet.idle_time {
            common.put(Record::IdleTime(cabinet.idle_time));
        }
        let common = shelf::rearrange(&self.shelf.common, common, &mut plan)?;
        let mut owners = Vec::with_capacity(self.shelf.owners.len());
        for (id, changes) in self.changes(cabinet) {
            let before = self.shelf.owners.iter().find(|owner| owner.id == id);
            let before = before.map_or(&[][..], |owner| &owner.segments);
            let segments = shelf::rearrange(before, changes, &mut plan)?;
            owners.push(Owner { id, is_shown: true, segments });
        }
        // What is out of sight may be in the cabinet again: from a backup, say.
        let is_out_of_sight =
            |it: &&Owner| !it.is_shown && owners.iter().all(|owner| owner.id != it.id);
        let hidden: Vec<_> = self.shelf.owners.iter().filter(is_out_of_sight).cloned().collect();
        owners.extend(hidden);
        Ok((Shelf { next_segment: plan.next_segment, common, owners }, plan.writes))
    }

    /// What has changed of whom since the last save, in the order of the head.
    fn changes(&self, cabinet: &Cabinet) -> Vec<(OwnerId, Changes)> {
        let saved = &self.saved;
        let journals = cabinet.journals.iter().map(|it| {
            let id = it.person.id;
            (id.into(), difference::between_journals(saved.journal(id), it))
        });
        let conversations = cabinet.conversations.iter().map(|it| {
            (it.id.into(), difference::between_conversations(saved.conversation(it.id), it))
        });
        let changes = cabinet
            .changes
            .iter()
            .map(|it| (it.id.into(), difference::between_changes(saved.change_map(it.id), it)));
        journals.chain(conversations).chain(changes).collect()
    }

    /// Hands a further state to the mirror: with its head stands what is saved, and the seal it is closed with.
    pub(super) fn begin_with(&mut self, writes: Writes, pending: Pending) -> Result<(), SaveError> {
        let generation = pending.generation;
        let head = pending.shelf.head(generation);
        // Two owners of one id, say: whoever opened it next would find nothing.
        if !head.is_sound() {
            return Err(SaveError::Failed);
        }
        let head = pending.seal.close_head(&head)?;
        let mut listed = pending.shelf.head(0).segments();
        order::sort(&mut listed);
        let mut replaced = self.shelf.head(0).segments();
        replaced.retain(|name| listed.binary_search(name).is_err());
        // A save that fails uses its generation up: no name is ever given twice.
        self.highest = generation;
        self.mirror.borrow_mut().begin(Save {
            place: parity(generation),
            head: head.into(),
            puts: writes
                .into_iter()
                .map(|(name, bytes)| (segment_key(name), bytes.into()))
                .collect(),
            replaced: replaced.into_iter().map(segment_key).collect(),
        });
        self.pending = Some(pending);
        Ok(())
    }
}

impl Pending {
    /// The same notes behind another seal.
    pub(super) fn relocked(shelf: Shelf, seal: Seal, generation: u64) -> Pending {
        Pending { shelf, seal, generation, saved: None }
    }
}

fn result(outcome: Outcome) -> Result<KeptIn, SaveError> {
    if outcome.is_elsewhere() {
        return Err(SaveError::Elsewhere);
    }
    match (outcome.ledger, outcome.local) {
        (Standing::Holds, Standing::Holds) => Ok(KeptIn::Both),
        (Standing::Holds, Standing::Lacks(error)) => Ok(KeptIn::InLedger(error.into())),
        (Standing::Holds, _) => Ok(KeptIn::InLedger(SaveError::Failed)),
        (Standing::Lacks(error), Standing::Holds) => Ok(KeptIn::InLocal(error.into())),
        (_, Standing::Holds) => Ok(KeptIn::LocalFirst),
        (_, Standing::Lacks(error)) => Err(error.into()),
        _ => Err(SaveError::Failed),
    }
}

/// In the place of a slot that is not there.
fn nowhere() -> Snapshot {
    Snapshot::of(Vec::new())
}
