//! Erasing everything: the keys first, then both stores and what the browser keeps of the page's files; and a receipt.
//! Never says that something is gone without having looked again.

use leptos::prelude::*;

use super::keeping::PATIENCE;
use super::sharing::word;
use super::{Desk, Kept, Lock, Phase, Role};
use crate::domain::{Cabinet, Day};
use crate::storage::book::Later;
use crate::storage::mirror::HEAD_KEYS;
use crate::storage::{Book, Commit, Slot};

/// What became of one store.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gone {
    /// Looked at again, and empty.
    All,
    /// Something is there still, or nobody can tell.
    NotAll,
    /// The browser gives this page no such store.
    NoStore,
}

/// A receipt.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Erased {
    pub day: Day,
    pub local: Gone,
    pub ledger: Gone,
    pub caches: Gone,
}

impl Erased {
    pub fn is_all(self) -> bool {
        ![self.local, self.ledger, self.caches].contains(&Gone::NotAll)
    }
}

/// Another tab writes: it would write again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OnlyReads;

impl Desk {
    /// Erases all that is kept here for this page, and goes to the phase that shows the receipt. It may be done again.
    /// `caches` erases what the browser keeps of the page's own files.
    pub async fn erase_all(self, caches: fn() -> Later<()>) -> Result<Erased, OnlyReads> {
        let is_shared = self.phase.get_untracked() == Phase::Open(Kept::Kept);
        if is_shared && self.role.get_untracked() != Role::Writer {
            return Err(OnlyReads);
        }
        // Never given back: nothing is written from here any more, until the page is loaded anew.
        if !matches!(self.phase.get_untracked(), Phase::Erased(_)) {
            self.wait_for_turn().await;
        }
        self.wipe();
        let local = (self.world.local)();
        let ledger = self.world.within(PATIENCE, (self.world.ledger)()).await;
        let ledger = ledger.and_then(Result::ok);
        self.erase_keys(local.as_deref().ok(), ledger.as_deref()).await;
        let erased = Erased {
            day: self.today(),
            local: local.map_or(Gone::NoStore, |local| erase_slot(&*local)),
            ledger: match ledger {
                Some(ledger) => self.erase_book(&*ledger).await,
                None => Gone::NoStore,
            },
            caches: match self.world.within(PATIENCE, caches()).await {
                Some(Ok(())) => Gone::All,
                _ => Gone::NotAll,
            },
        };
        // The others show what is kept now: nothing.
        (self.world.tell)(word::SAVED);
        self.lock.set(Lock::Open);
        self.lay_out(Cabinet::default(), Phase::Erased(erased));
        Ok(erased)
    }

    /// A head holds the keys, or what they are wrapped in. Whether they are gone the second look says.
    async fn erase_keys(self, local: Option<&dyn Slot>, ledger: Option<&dyn Book>) {
        if let Some(local) = local {
            for key in HEAD_KEYS {
                let _ = local.remove(key);
            }
        }
        if let Some(ledger) = ledger {
            let removes = HEAD_KEYS.map(str::to_owned).to_vec();
            let heads = ledger.commit(Commit { removes, ..Commit::default() });
            let _ = self.world.within(PATIENCE, heads).await;
        }
    }

    async fn erase_book(self, ledger: &dyn Book) -> Gone {
        let _ = self.world.within(PATIENCE, ledger.erase_all()).await;
        match self.world.within(PATIENCE, ledger.read_all()).await {
            Some(Ok(left)) if left.is_empty() => Gone::All,
            _ => Gone::NotAll,
        }
    }
}

fn erase_slot(local: &dyn Slot) -> Gone {
    for key in local.keys().unwrap_or_default() {
        // What could not be removed is found by the second look.
        let _ = local.remove(&key);
    }
    match local.keys() {
        Ok(left) if left.is_empty() => Gone::All,
        _ => Gone::NotAll,
    }
}
