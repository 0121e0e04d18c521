//! Keeps the cabinet in its two homes: opens the newest whole state, and saves what has changed, whole or not at all.
//! Never writes over what it could not read, nor over what another tab has saved: how a state is brought home is the mirror's.

mod aside;
mod difference;
mod found;
mod gather;
mod homes;
mod index;
mod judge;
mod load;
mod locked;
mod open;
mod outcome;
mod plan;
mod relock;
mod saving;
mod shelf;
mod state;

use std::cell::RefCell;
use std::rc::Rc;

pub use aside::{LaidAside, Ring};
pub use homes::Homes;
pub use locked::Locked;
pub use outcome::{
    KeptIn, LockError, NotUnlocked, Opened, Opening, Reason, Refusal, SaveError, Unread,
};
pub use relock::{LockChoice, WayChoice};

use crate::domain::Cabinet;
use crate::storage::mirror::Mirror;
pub use crate::storage::mirror::Outcome;
use crate::vault::envelope::SegmentName;
use crate::vault::key::Draw;
use crate::vault::lock::Lock;
use plan::Seal;
use saving::Pending;
use shelf::Shelf;

pub struct Keeper {
    homes: Rc<Homes>,
    mirror: Rc<RefCell<Mirror>>,
    /// Of the head this keeper stands on; 0 where nothing is kept yet.
    generation: u64,
    /// The highest generation that was ever seen here, or tried.
    highest: u64,
    seal: Seal,
    shelf: Shelf,
    saved: Cabinet,
    /// The head before still lets in whom the present one does not, until the next one is written over it.
    has_former_lock: bool,
    /// A home holds another tab's state beside the one taken: the next save takes both together.
    has_fork: bool,
    /// What is on its way to its homes.
    pending: Option<Pending>,
}

impl Keeper {
    /// Where nothing is kept, that is an empty cabinet, to be sealed with a key that lies open until a lock is chosen.
    /// Reads only.
    pub async fn open(homes: Homes, draw: Draw) -> Result<Opening, Refusal> {
        locked::open(homes, draw).await
    }

    /// Opens the same homes anew, with the key this keeper has: for a tab that reads what another writes. Reads only.
    /// It asks for a key where the lock is another now.
    pub fn open_again(&self) -> impl Future<Output = Result<Opening, Refusal>> + use<> {
        let vault = self.seal.lock.as_ref().map(|lock| lock.vault().clone());
        locked::open_again(Homes::clone(&self.homes), self.seal.draw, vault)
    }

    /// Whether earlier states left something behind: what was deleted, or a lock that is no more.
    pub fn has_remains(&self) -> bool {
        self.has_former_lock || self.mirror.borrow().has_remains()
    }

    /// Whether nobody has said yet who may open this: nothing is kept, or what is kept lies in clear.
    pub fn asks_for_lock(&self) -> bool {
        self.generation == 0 || self.seal.lock.is_none()
    }
}

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
