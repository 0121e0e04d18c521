//! A store of bytes by key whose commits are there whole or not at all, and only on top of what was expected.
//! Never waits in place: every answer comes later.

use std::pin::Pin;

use super::StorageError;

/// An answer that comes later. Dropped before, what was asked may still happen.
pub type Later<T, E = StorageError> = Pin<Box<dyn Future<Output = Result<T, E>>>>;

/// A key and what lies under it.
pub type Kept = (String, Vec<u8>);

/// Unlike a `Slot` it changes many keys together, and says "done" only when a kill cannot undo it.
pub trait Book {
    /// Everything, in the order of the keys.
    fn read_all(&self) -> Later<Vec<Kept>> {
        self.read_where(|_| true)
    }

    /// What lies under the keys that `is_asked` says, in their order.
    fn read_where(&self, is_asked: fn(&str) -> bool) -> Later<Vec<Kept>>;

    /// In the order asked; `None` where nothing has this key.
    fn read(&self, keys: Vec<String>) -> Later<Vec<Option<Vec<u8>>>>;

    /// All of it or nothing. After an error nothing of it is there, save where the connection broke: `Failed` proves nothing.
    fn commit(&self, commit: Commit) -> Later<(), CommitError>;

    /// Leaves nothing, also of what is not ours by name: nobody else writes here.
    fn erase_all(&self) -> Later<()>;
}

/// What changes together.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Commit {
    /// What must still be there under these keys, byte by byte; `None` where nothing may be.
    pub expected: Vec<(String, Option<Vec<u8>>)>,
    pub puts: Vec<Kept>,
    /// To remove what is not there is no error. A key that is also put is put.
    pub removes: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CommitError {
    /// Not on top of what was expected: another has written here. Nothing was changed.
    Stale,
    Storage(StorageError),
}

impl From<StorageError> for CommitError {
    fn from(error: StorageError) -> Self {
        CommitError::Storage(error)
    }
}
