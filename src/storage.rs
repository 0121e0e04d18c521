//! Where bytes are kept, by key: the traits `Slot` and `Book`, their homes, and the mirror between two of them.
//! Never looks into the bytes: what they mean is the vault's.

pub mod book;
mod caches;
#[cfg(target_arch = "wasm32")]
pub mod ledger;
#[cfg(target_arch = "wasm32")]
pub mod local;
pub mod memory;
pub mod memory_ledger;
pub mod mirror;
mod reason;
pub mod snapshot;

pub use book::{Book, Commit, CommitError};
pub use caches::erase_caches;
#[cfg(target_arch = "wasm32")]
pub use ledger::Ledger;
#[cfg(target_arch = "wasm32")]
pub use local::Local;
pub use memory::Memory;
pub use memory_ledger::MemoryLedger;
pub use snapshot::Snapshot;

/// In units, keys included: as much as every engine we know gives a page in localStorage, measured.
pub const LOCAL_MOST: usize = 5_242_880;
/// What stands before each of our keys there: other pages of the same origin may keep things beside ours.
pub const LOCAL_PREFIX: &str = "attune.";

/// A small store of bytes by key. One `write` is there whole or not at all; two are not tied to each other.
pub trait Slot {
    /// `None` where nothing has this key.
    fn read(&self, key: &str) -> Result<Option<Vec<u8>>, StorageError>;

    /// Puts `bytes` in the place of what was there. After an error the old bytes are still there.
    fn write(&self, key: &str, bytes: &[u8]) -> Result<(), StorageError>;

    /// To remove what is not there is no error.
    fn remove(&self, key: &str) -> Result<(), StorageError>;

    /// In no particular order.
    fn keys(&self) -> Result<Vec<String>, StorageError>;
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StorageError {
    /// The browser allows this page no storage: a setting, a private window, a frame.
    Blocked,
    /// No room: something has to be deleted, or kept elsewhere.
    Full,
    /// Anything else; trying again may help.
    Failed,
}
