//! The head: all segments that make up one state of the vault, by owner; where it is sealed, before it the ways in.
//! Never holds anything a person typed.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::envelope::{self, Part, SegmentName};
use super::key::{Nonce, Vault, VaultId, VaultKey};
use super::lock::Lock;
use super::way::Ways;
use super::{TooLarge, Unreadable};
use crate::domain::OwnerId;
use crate::order;

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Head {
    /// Counts up with every save.
    pub generation: u64,
    /// The id the next new segment gets.
    pub next_segment: u32,
    /// What belongs to no owner: the settings.
    pub common: Vec<SegmentName>,
    /// People first, then conversations, then changes, each in the order they were added.
    pub owners: Vec<Owner>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Owner {
    pub id: OwnerId,
    /// Oldest first: new records go into the last.
    pub segments: Vec<SegmentName>,
}

#[derive(Serialize, Deserialize)]
struct WireHead {
    next_segment: u32,
    common: Vec<(u32, u64)>,
    owners: Vec<WireOwner>,
}

#[derive(Serialize, Deserialize)]
struct WireOwner {
    id: [u8; 8],
    segments: Vec<(u32, u64)>,
}

impl Head {
    pub fn segments(&self) -> Vec<SegmentName> {
        let mut segments = self.common.clone();
        for owner in &self.owners {
            segments.extend_from_slice(&owner.segments);
        }
        segments
    }

    /// No name twice, no owner twice, no name newer than the head itself, none that a new segment could get again: else no
    /// reader takes it.
    pub fn is_sound(&self) -> bool {
        let names = self.segments();
        let owners = self.owners.iter().map(|owner| u64::from_be_bytes(owner.id.0));
        are_distinct(names.iter().map(|name| name.id.into()).collect())
            && are_distinct(owners.collect())
            && names
                .iter()
                .all(|name| name.id < self.next_segment && name.generation <= self.generation)
    }
}

/// A head as it is stored.
pub enum Stored {
    Clear(Head),
    Sealed(SealedHead),
}

/// What can be said of a head before it is opened. Nobody vouches for any of it until then.
pub struct SealedHead {
    pub generation: u64,
    pub vault: VaultId,
    pub ways: Ways,
    bytes: Vec<u8>,
}

/// Readers refuse generations from here on, so that counting up from one that was read cannot overflow.
pub const GENERATION_END: u64 = u64::MAX / 2;

/// Closed in its envelope, and sealed where there is a lock. Errors: too large for any reader, in length or in generation.
pub fn write(head: &Head, seal: Option<(&Lock, Nonce)>) -> Result<Vec<u8>, TooLarge> {
    if head.generation >= GENERATION_END {
        return Err(TooLarge);
    }
    let owners = head
        .owners
        .iter()
        .map(|owner| WireOwner { id: owner.id.0, segments: pairs(&owner.segments) });
    let wire = WireHead {
        next_segment: head.next_segment,
        common: pairs(&head.common),
        owners: owners.collect(),
    };
    let payload = postcard::to_allocvec(&wire).map_err(|_| TooLarge)?;
    let generation = head.generation;
    match seal {
        None => envelope::close(Part::Head { generation }, &payload, None),
        Some((lock, nonce)) => {
            envelope::close_head(generation, lock.ways().bytes(), &payload, (lock.vault(), nonce))
        }
    }
}

/// Errors: newer; damaged, which includes two owners or two segments by one name.
pub fn read(bytes: &[u8]) -> Result<Stored, Unreadable> {
    match envelope::read_head_front(bytes)? {
        (_, None) => Ok(Stored::Clear(read_state(bytes, None)?)),
        (generation, Some((vault, ways))) => {
            let ways = Ways::read(&bytes[ways])?;
            Ok(Stored::Sealed(SealedHead { generation, vault, ways, bytes: bytes.to_vec() }))
        }
    }
}

impl Stored {
    pub fn generation(&self) -> u64 {
        match self {
            Stored::Clear(head) => head.generation,
            Stored::Sealed(head) => head.generation,
        }
    }
}

impl SealedHead {
    /// The key, where it lies open.
    pub fn open_key(&self) -> Option<VaultKey> {
        self.ways.open_key()
    }

    /// The head, and the lock it stands behind. Errors: damaged, or not sealed for this vault.
    pub fn open(&self, vault: &Rc<Vault>) -> Result<(Head, Lock), Unreadable> {
        let head = read_state(&self.bytes, Some(vault))?;
        Ok((head, Lock::found(vault.clone(), self.ways.clone())))
    }
}

fn read_state(bytes: &[u8], vault: Option<&Vault>) -> Result<Head, Unreadable> {
    let (Part::Head { generation }, payload) = envelope::open(bytes, vault)? else {
        return Err(Unreadable::Damaged);
    };
    let (wire, rest) = postcard::take_from_bytes::<WireHead>(&payload)?;
    let owners = wire.owners.into_iter();
    let head = Head {
        generation,
        next_segment: wire.next_segment,
        common: names(wire.common),
        owners: owners
            .map(|owner| Owner { id: OwnerId(owner.id), segments: names(owner.segments) })
            .collect(),
    };
    if rest.is_empty() && head.is_sound() { Ok(head) } else { Err(Unreadable::Damaged) }
}

fn are_distinct(mut ids: Vec<u64>) -> bool {
    order::sort(&mut ids);
    ids.windows(2).all(|pair| pair[0] < pair[1])
}

fn pairs(names: &[SegmentName]) -> Vec<(u32, u64)> {
    names.iter().map(|name| (name.id, name.generation)).collect()
}

fn names(pairs: Vec<(u32, u64)>) -> Vec<SegmentName> {
    pairs.into_iter().map(|(id, generation)| SegmentName { id, generation }).collect()
}
