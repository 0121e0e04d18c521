//! What is stored where, and how full it is.
//! Never changes anything.

use super::Desk;
use super::keeping::PATIENCE;
use crate::storage::{LOCAL_MOST, LOCAL_PREFIX, Slot};

/// What one store holds of ours.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Holds {
    pub parts: usize,
    /// In bytes, keys included: what a browser counts.
    pub bytes: usize,
}

/// `None` where the browser gives this page no such store, or it does not answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Stored {
    pub local: Option<Holds>,
    pub ledger: Option<Holds>,
}

/// How full a store is, in the steps that call for something to be done.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fullness {
    Roomy,
    /// From 70 percent.
    Filling,
    /// From 85 percent.
    NearlyFull,
    /// From 95 percent.
    Full,
}

impl Stored {
    /// Of the store that is full first, in percent.
    pub fn local_percent(self) -> usize {
        self.local.map_or(0, |local| percent(local.bytes, LOCAL_MOST))
    }

    pub fn fullness(self) -> Fullness {
        Fullness::of(self.local_percent())
    }
}

impl Fullness {
    pub fn of(percent: usize) -> Fullness {
        match percent {
            0..70 => Fullness::Roomy,
            70..85 => Fullness::Filling,
            85..95 => Fullness::NearlyFull,
            _ => Fullness::Full,
        }
    }
}

fn percent(part: usize, whole: usize) -> usize {
    part.saturating_mul(100) / whole.max(1)
}

impl Desk {
    pub async fn look_at_stores(self) -> Stored {
        let local = (self.world.local)().ok().and_then(|local| held(&*local));
        let ledger = self.world.within(PATIENCE, (self.world.ledger)()).await;
        let ledger = match ledger.and_then(Result::ok) {
            Some(ledger) => self.world.within(PATIENCE, ledger.read_all()).await,
            None => None,
        };
        let ledger = ledger.and_then(Result::ok).map(|all| Holds {
            parts: all.len(),
            bytes: all.iter().map(|(key, bytes)| key.len() + bytes.len()).sum(),
        });
        Stored { local, ledger }
    }
}

fn held(local: &dyn Slot) -> Option<Holds> {
    let keys = local.keys().ok()?;
    let mut holds = Holds { parts: keys.len(), bytes: 0 };
    for key in keys {
        let length = local.read(&key).ok()?.map_or(0, |bytes| bytes.len());
        holds.bytes += LOCAL_PREFIX.len() + key.len() + length;
    }
    Some(holds)
}
