//! What a book held when it was read, to be looked through like a slot.
//! Never changes: what is written to it is refused.

use super::book::Kept;
use super::{Slot, StorageError};

/// In the order of the keys, as a book gives them. A map would weigh 3 KB more after brotli.
pub struct Snapshot {
    all: Vec<Kept>,
}

impl Snapshot {
    /// `all` comes from `Book::read_all`, so it is in order.
    pub fn of(all: Vec<Kept>) -> Snapshot {
        Snapshot { all }
    }
}

impl Slot for Snapshot {
    fn read(&self, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
        let found = self.all.binary_search_by(|(there, _)| there.as_str().cmp(key));
        Ok(found.ok().map(|at| self.all[at].1.clone()))
    }

    fn write(&self, _: &str, _: &[u8]) -> Result<(), StorageError> {
        Err(StorageError::Failed)
    }

    fn remove(&self, _: &str) -> Result<(), StorageError> {
        Err(StorageError::Failed)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.all.iter().map(|(key, _)| key.clone()).collect())
    }
}
