//! What opening, saving and changing the lock may come to: values a person can act on.
//! Never words: those are `i18n`'s.

use super::{Keeper, Locked};
use crate::domain::{Cabinet, OwnerId, PartId};
use crate::storage::StorageError;
use crate::vault::key::NoChance;
use crate::vault::lock::NoWayIn;
use crate::vault::seal::Unsealable;
use crate::vault::{TooLarge, Unreadable};

/// What there is to open.
pub enum Opening {
    /// Nothing stands in the way, or nothing is kept yet.
    Open(Box<Opened>),
    Locked(Locked),
}

/// What is kept, and its keeper from now on.
pub struct Opened {
    pub keeper: Keeper,
    pub cabinet: Cabinet,
    pub unread: Vec<Unread>,
    /// What another tab has written beside it, to be merged and saved.
    pub fork: Option<Cabinet>,
}

/// Something that is kept but could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unread {
    /// Whose it is; `None` for the settings, or where a whole state could not be read.
    pub owner: Option<OwnerId>,
    /// Of which session, participant or group; `None` where more than one may be meant.
    pub part: Option<PartId>,
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

/// Why a lock did not open. Nothing was written.
pub enum NotUnlocked {
    /// Try another key, or another way: there may be others now than before.
    WrongKey(Locked),
    Refused(Refusal),
}

/// Where the newest state is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeptIn {
    Both,
    /// In the slot, while the ledger is still to take it.
    LocalFirst,
    /// The slot would not take it.
    InLedger(SaveError),
    /// The ledger would not take it: what was written last may be lost if the browser is killed.
    InLocal(SaveError),
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

/// Why the lock is as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LockError {
    /// Without a passphrase or a recovery code nobody could be sure to come in again.
    NobodyCouldOpen,
    /// A way to be kept that is not there.
    NoSuchWay,
    NotSaved(SaveError),
}

impl From<Unreadable> for Reason {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::Newer => Reason::Newer,
            Unreadable::Damaged => Reason::Damaged,
        }
    }
}

impl From<StorageError> for Refusal {
    fn from(_: StorageError) -> Self {
        Refusal::Blocked
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

impl From<NoChance> for SaveError {
    fn from(_: NoChance) -> Self {
        SaveError::Failed
    }
}

impl From<SaveError> for LockError {
    fn from(error: SaveError) -> Self {
        LockError::NotSaved(error)
    }
}

impl From<NoChance> for LockError {
    fn from(_: NoChance) -> Self {
        LockError::NotSaved(SaveError::Failed)
    }
}

impl From<Unsealable> for LockError {
    fn from(_: Unsealable) -> Self {
        LockError::NotSaved(SaveError::Failed)
    }
}

impl From<NoWayIn> for LockError {
    fn from(_: NoWayIn) -> Self {
        LockError::NobodyCouldOpen
    }
}
