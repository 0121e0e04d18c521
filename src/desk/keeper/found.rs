//! What lies in both homes before anything is opened: their heads, and which of them a key is needed for.
//! Never writes, and trusts no head that has not been opened.

use std::rc::Rc;

use super::homes::Look;
use super::{Refusal, parity};
use crate::order;
use crate::storage::StorageError;
use crate::storage::mirror::HEAD_KEYS;
use crate::vault::Unreadable;
use crate::vault::head::{self, Head, Stored};
use crate::vault::key::{Vault, VaultId};
use crate::vault::lock::Lock;
use crate::vault::way::Ways;

pub struct Found {
    /// Each with its bytes, once, the newest first.
    stored: Vec<(Vec<u8>, Stored)>,
}

/// A head that has been opened, and the lock it stands behind; `None` where it is of seal 0.
#[derive(Clone)]
pub struct Candidate {
    pub head: Head,
    pub lock: Option<Lock>,
}

impl Found {
    /// Errors: one of the heads is newer than this Attune, or neither home gives anything.
    pub fn read(look: &Look) -> Result<Found, Refusal> {
        let mut stored: Vec<(Vec<u8>, Stored)> = Vec::new();
        let mut failed = 0;
        for home in look.slots() {
            for (place, key) in HEAD_KEYS.into_iter().enumerate() {
                let bytes = match home.and_then(|home| home.read(key)) {
                    Ok(Some(bytes)) => bytes,
                    Ok(None) => continue,
                    Err(_) => {
                        failed += 1;
                        break;
                    }
                };
                match head::read(&bytes) {
                    Ok(head) if is_in_place(place, head.generation()) => {
                        if stored.iter().all(|(known, _)| *known != bytes) {
                            stored.push((bytes, head));
                        }
                    }
                    Ok(_) | Err(Unreadable::Damaged) => {}
                    Err(Unreadable::Newer) => return Err(Refusal::Newer),
                }
            }
        }
        if failed == look.slots().len() {
            return Err(StorageError::Blocked.into());
        }
        order::sort_by_key(&mut stored, |(_, head)| std::cmp::Reverse(head.generation()));
        while is_forged(&stored) {
            stored.remove(0);
        }
        Ok(Found { stored })
    }

    /// Whether the head that would count asks for a key.
    pub fn is_locked(&self) -> bool {
        self.stored.first().is_some_and(|(_, head)| is_locked(head))
    }

    /// The ways into each locked head, those of the newest first.
    pub fn ways(&self) -> Vec<(VaultId, Ways)> {
        let mut ways = Vec::new();
        for (_, stored) in self.stored.iter().filter(|(_, stored)| is_locked(stored)) {
            if let Stored::Sealed(head) = stored {
                ways.push((head.vault, head.ways.clone()));
            }
        }
        ways
    }

    /// Whether not all heads let in the same.
    pub fn has_two_locks(&self) -> bool {
        self.stored.windows(2).any(|pair| match (&pair[0].1, &pair[1].1) {
            (Stored::Sealed(one), Stored::Sealed(other)) => {
                one.vault != other.vault || one.ways != other.ways
            }
            (Stored::Clear(_), Stored::Clear(_)) => false,
            _ => true,
        })
    }

    /// Those whose key lies open.
    pub fn open_vaults(&self) -> Vec<Rc<Vault>> {
        self.stored.iter().filter_map(|(_, stored)| open_vault(stored)).collect()
    }

    /// The head of these bytes, with whichever of `vaults` is its own: a head before may still stand behind the lock that has
    /// been taken off. `None` where it does not open, is not where it should be, or was laid there by another.
    pub fn open(&self, place: usize, bytes: &[u8], vaults: &[Rc<Vault>]) -> Option<Candidate> {
        let (_, stored) = self.stored.iter().find(|(known, _)| *known == bytes)?;
        if !is_in_place(place, stored.generation()) {
            return None;
        }
        match stored {
            Stored::Clear(head) => Some(Candidate { head: head.clone(), lock: None }),
            Stored::Sealed(head) => {
                let mut own = vaults.iter().filter(|vault| vault.id == head.vault);
                let (head, lock) = own.find_map(|vault| head.open(vault).ok())?;
                Some(Candidate { head, lock: Some(lock) })
            }
        }
    }
}

/// The last generations are refused, so that counting up from here cannot overflow.
fn is_in_place(place: usize, generation: u64) -> bool {
    parity(generation) == place && generation < u64::MAX / 2
}

/// The vault whose key lies open in a head.
fn open_vault(stored: &Stored) -> Option<Rc<Vault>> {
    match stored {
        Stored::Clear(_) => None,
        Stored::Sealed(head) => Some(Rc::new(Vault { id: head.vault, key: head.open_key()? })),
    }
}

fn is_locked(stored: &Stored) -> bool {
    matches!(stored, Stored::Sealed(head) if head.open_key().is_none())
}

/// A lock is taken off the vault it was on, and a new one is a new vault's. So an open vault never follows a locked one of
/// another id: whoever lays it there may want what is written next to lie open. Nor a locked one an open one of its own id.
fn is_forged(newest_first: &[(Vec<u8>, Stored)]) -> bool {
    let [(_, newest), (_, before), ..] = newest_first else { return false };
    let is_same_vault = match (newest, before) {
        (Stored::Sealed(newest), Stored::Sealed(before)) => newest.vault == before.vault,
        _ => false,
    };
    is_locked(newest) != is_locked(before) && is_same_vault == is_locked(newest)
}
