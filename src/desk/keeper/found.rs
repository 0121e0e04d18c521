//! What lies in storage before anything is opened: both heads, and which of them a key is needed for.
//! Never writes, and trusts no head that has not been opened.

use std::rc::Rc;

use super::{HEAD_KEYS, Refusal, parity, segment_name};
use crate::order;
use crate::storage::Slot;
use crate::vault::Unreadable;
use crate::vault::envelope::SegmentName;
use crate::vault::head::{self, Head, Stored};
use crate::vault::key::{Vault, VaultId};
use crate::vault::lock::Lock;
use crate::vault::way::Ways;

pub struct Found {
    pub heads: [Option<Vec<u8>>; 2],
    pub names: Vec<SegmentName>,
    /// Newest first.
    stored: Vec<Stored>,
    damaged: usize,
}

/// A head that has been opened, and the lock it stands behind; `None` where it is of seal 0.
pub struct Candidate {
    pub head: Head,
    pub lock: Option<Lock>,
}

impl Found {
    /// Errors: one of the heads is newer than this Attune, or storage gives nothing.
    pub fn read(slot: &dyn Slot) -> Result<Found, Refusal> {
        let heads = [slot.read(HEAD_KEYS[0])?, slot.read(HEAD_KEYS[1])?];
        let names = slot.keys()?.iter().filter_map(|key| segment_name(key)).collect();
        let (mut stored, mut damaged) = (Vec::new(), 0);
        for (place, bytes) in heads.iter().enumerate() {
            let Some(bytes) = bytes else { continue };
            match head::read(bytes) {
                // The last generations are refused, so that counting up from here cannot overflow.
                Ok(head)
                    if parity(head.generation()) == place && head.generation() < u64::MAX / 2 =>
                {
                    stored.push(head);
                }
                Ok(_) | Err(Unreadable::Damaged) => damaged += 1,
                Err(Unreadable::Newer) => return Err(Refusal::Newer),
            }
        }
        order::sort_by_key(&mut stored, |head| std::cmp::Reverse(head.generation()));
        if is_forged(&stored) {
            stored.remove(0);
            damaged += 1;
        }
        Ok(Found { heads, names, stored, damaged })
    }

    /// Whether the head that would count asks for a key.
    pub fn is_locked(&self) -> bool {
        self.stored.first().is_some_and(is_locked)
    }

    /// The ways into each locked head, those of the newest first.
    pub fn ways(&self) -> Vec<(VaultId, Ways)> {
        let mut ways = Vec::new();
        for stored in self.stored.iter().filter(|stored| is_locked(stored)) {
            if let Stored::Sealed(head) = stored {
                ways.push((head.vault, head.ways.clone()));
            }
        }
        ways
    }

    /// Whether the heads do not let in the same.
    pub fn has_two_locks(&self) -> bool {
        match self.stored.as_slice() {
            [Stored::Sealed(one), Stored::Sealed(other)] => {
                one.vault != other.vault || one.ways != other.ways
            }
            [Stored::Clear(_), Stored::Clear(_)] | [] | [_] => false,
            _ => true,
        }
    }

    /// The heads that open, newest first, and how many do not. `key` is that of a lock that has been opened.
    pub fn open(&self, key: Option<&Rc<Vault>>) -> (Vec<Candidate>, usize) {
        let mut vaults: Vec<Rc<Vault>> = self.stored.iter().filter_map(open_vault).collect();
        vaults.extend(key.cloned());
        let mut candidates = Vec::new();
        let mut damaged = self.damaged;
        for stored in &self.stored {
            match open_stored(stored, &vaults) {
                Some(candidate) => candidates.push(candidate),
                None => damaged += 1,
            }
        }
        (candidates, damaged)
    }
}

/// The vault whose key lies open in a head.
fn open_vault(stored: &Stored) -> Option<Rc<Vault>> {
    match stored {
        Stored::Clear(_) => None,
        Stored::Sealed(head) => Some(Rc::new(Vault { id: head.vault, key: head.open_key()? })),
    }
}

/// With whichever of `vaults` is its own: a head before may still stand behind the lock that has been taken off.
fn open_stored(stored: &Stored, vaults: &[Rc<Vault>]) -> Option<Candidate> {
    match stored {
        Stored::Clear(head) => Some(Candidate { head: head.clone(), lock: None }),
        Stored::Sealed(head) => {
            let mut own = vaults.iter().filter(|vault| vault.id == head.vault);
            let (head, lock) = own.find_map(|vault| head.open(vault).ok())?;
            Some(Candidate { head, lock: Some(lock) })
        }
    }
}

fn is_locked(stored: &Stored) -> bool {
    matches!(stored, Stored::Sealed(head) if head.open_key().is_none())
}

/// A lock is taken off the vault it was on, and a new one is a new vault's. So an open vault never follows a locked one of
/// another id: whoever lays it there may want what is written next to lie open. Nor a locked one an open one of its own id.
fn is_forged(newest_first: &[Stored]) -> bool {
    let [newest, before] = newest_first else { return false };
    let is_same_vault = match (newest, before) {
        (Stored::Sealed(newest), Stored::Sealed(before)) => newest.vault == before.vault,
        _ => false,
    };
    is_locked(newest) != is_locked(before) && is_same_vault == is_locked(newest)
}
