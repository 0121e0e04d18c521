//! A slot that lasts as long as the page: for a visit that keeps nothing, for the examples, and for tests.
//! Never touches the browser.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Slot, StorageError};

/// Copies share what they hold, as two tabs share localStorage.
#[derive(Clone, Default)]
pub struct Memory {
    kept: Rc<RefCell<BTreeMap<String, Vec<u8>>>>,
}

impl Memory {
    /// Bytes held, keys included: what a browser counts against its quota.
    pub fn size(&self) -> usize {
        self.kept.borrow().iter().map(|(key, bytes)| key.len() + bytes.len()).sum()
    }
}

impl Slot for Memory {
    fn read(&self, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
        Ok(self.kept.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, bytes: &[u8]) -> Result<(), StorageError> {
        self.kept.borrow_mut().insert(key.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.kept.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.kept.borrow().keys().cloned().collect())
    }
}
