//! A book that lasts as long as the page, answering at once: for tests, and as the meaning of the contract.
//! Never touches the browser.

use std::future::ready;

use super::book::{Book, Commit, CommitError, Kept, Later};
use super::{Memory, Slot, StorageError};

/// Copies share what they hold, as two tabs share a database.
#[derive(Clone, Default)]
pub struct MemoryLedger {
    pub kept: Memory,
}

impl MemoryLedger {
    pub fn over(kept: Memory) -> MemoryLedger {
        MemoryLedger { kept }
    }

    /// The commit itself, for whoever decides when it happens.
    pub fn commit_now(&self, commit: &Commit) -> Result<(), CommitError> {
        for (key, expected) in &commit.expected {
            if self.kept.read(key)? != *expected {
                return Err(CommitError::Stale);
            }
        }
        for key in &commit.removes {
            self.kept.remove(key)?;
        }
        for (key, bytes) in &commit.puts {
            self.kept.write(key, bytes)?;
        }
        Ok(())
    }

    fn all(&self) -> Result<Vec<Kept>, StorageError> {
        let mut all = Vec::new();
        for key in self.kept.keys()? {
            if let Some(bytes) = self.kept.read(&key)? {
                all.push((key, bytes));
            }
        }
        Ok(all)
    }
}

impl Book for MemoryLedger {
    fn read_where(&self, is_asked: fn(&str) -> bool) -> Later<Vec<Kept>> {
        let all = self.all().map(|all| all.into_iter().filter(|(key, _)| is_asked(key)).collect());
        Box::pin(ready(all))
    }

    fn read(&self, keys: Vec<String>) -> Later<Vec<Option<Vec<u8>>>> {
        Box::pin(ready(keys.iter().map(|key| self.kept.read(key)).collect()))
    }

    fn commit(&self, commit: Commit) -> Later<(), CommitError> {
        Box::pin(ready(self.commit_now(&commit)))
    }

    fn erase_all(&self) -> Later<()> {
        let removes = self.kept.keys().unwrap_or_default();
        let gone = self.commit_now(&Commit { removes, ..Commit::default() });
        Box::pin(ready(gone.map_err(|_| StorageError::Failed)))
    }
}
