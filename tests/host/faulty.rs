//! A slot that fails when told to: at the n-th change, when full, or cut off as if the browser were killed.
//! Never loses what was written before the fault.

use std::cell::Cell;
use std::rc::Rc;

use attune::storage::{Memory, Slot, StorageError};

/// Copies share memory and faults.
#[derive(Clone, Default)]
pub struct Faulty {
    pub memory: Memory,
    /// Calls of any kind so far.
    pub calls: Rc<Cell<usize>>,
    /// This call, counted from 0, gives an error and does nothing.
    pub call_fails_at: Rc<Cell<Option<usize>>>,
    /// Writes and removals so far.
    pub changes: Rc<Cell<usize>>,
    /// Bytes written so far.
    pub written: Rc<Cell<usize>>,
    /// This change, counted from 0, gives an error.
    pub fails_at: Rc<Cell<Option<(usize, StorageError)>>>,
    /// The failing write was done all the same: an error proves nothing.
    pub fails_late: Rc<Cell<bool>>,
    /// This change and all after it are said to be done and are not.
    pub torn_at: Rc<Cell<Option<usize>>>,
    pub removals_fail: Rc<Cell<bool>>,
    /// In bytes, keys included.
    pub room: Rc<Cell<Option<usize>>>,
    pub is_blocked: Rc<Cell<bool>>,
}

impl Faulty {
    pub fn over(memory: Memory) -> Faulty {
        Faulty { memory, ..Faulty::default() }
    }

    fn call(&self) -> Result<(), StorageError> {
        if self.is_blocked.get() {
            return Err(StorageError::Blocked);
        }
        let now = self.calls.get();
        self.calls.set(now + 1);
        if self.call_fails_at.get() == Some(now) { Err(StorageError::Failed) } else { Ok(()) }
    }

    /// Whether to go on; `Err` where the change fails.
    fn change(&self) -> Result<bool, StorageError> {
        self.call()?;
        let now = self.changes.get();
        self.changes.set(now + 1);
        if let Some((at, error)) = self.fails_at.get()
            && at == now
        {
            return Err(error);
        }
        Ok(self.torn_at.get().is_none_or(|at| now < at))
    }
}

impl Slot for Faulty {
    fn read(&self, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
        self.call()?;
        self.memory.read(key)
    }

    fn write(&self, key: &str, bytes: &[u8]) -> Result<(), StorageError> {
        let goes_on = match self.change() {
            Err(error) if self.fails_late.get() => {
                self.memory.write(key, bytes)?;
                return Err(error);
            }
            other => other?,
        };
        let there = self.memory.read(key)?.map_or(0, |bytes| bytes.len() + key.len());
        let size = self.memory.size() - there + key.len() + bytes.len();
        if self.room.get().is_some_and(|room| size > room) {
            return Err(StorageError::Full);
        }
        self.written.set(self.written.get() + bytes.len());
        if goes_on { self.memory.write(key, bytes) } else { Ok(()) }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        if self.removals_fail.get() {
            return Err(StorageError::Failed);
        }
        if self.change()? { self.memory.remove(key) } else { Ok(()) }
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.call()?;
        self.memory.keys()
    }
}

/// The same bytes in a memory of its own.
pub fn copy(memory: &dyn Slot) -> Memory {
    let copy = Memory::default();
    for key in memory.keys().unwrap() {
        copy.write(&key, &memory.read(&key).unwrap().unwrap()).unwrap();
    }
    copy
}
