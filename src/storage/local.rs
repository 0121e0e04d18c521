//! A slot in the browser's localStorage, one unit per byte, under keys of our own.
//! Never panics where storage is blocked, and never touches a key that is not ours.

use gloo_storage::{LocalStorage, Storage as _};
use web_sys::Storage;

use super::reason::reason;
use super::{LOCAL_PREFIX as PREFIX, Slot, StorageError};

pub struct Local {
    storage: Storage,
}

impl Local {
    /// Errors: `Blocked` where the browser gives no localStorage.
    pub fn open() -> Result<Local, StorageError> {
        // gloo-storage panics where `window.localStorage` throws or is null, so we ask first.
        let window = web_sys::window().ok_or(StorageError::Blocked)?;
        match window.local_storage() {
            Ok(Some(_)) => Ok(Local { storage: LocalStorage::raw() }),
            Ok(None) | Err(_) => Err(StorageError::Blocked),
        }
    }
}

impl Slot for Local {
    fn read(&self, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
        let text = self.storage.get_item(&own(key)).map_err(reason)?;
        Ok(text.map(bytes_of))
    }

    fn write(&self, key: &str, bytes: &[u8]) -> Result<(), StorageError> {
        self.storage.set_item(&own(key), &text_of(bytes)).map_err(reason)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.storage.remove_item(&own(key)).map_err(reason)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let count = self.storage.length().map_err(reason)?;
        let mut keys = Vec::new();
        for position in 0..count {
            let key = self.storage.key(position).map_err(reason)?;
            if let Some(ours) = key.as_deref().and_then(|key| key.strip_prefix(PREFIX)) {
                keys.push(ours.to_owned());
            }
        }
        Ok(keys)
    }
}

fn own(key: &str) -> String {
    let mut own = String::with_capacity(PREFIX.len() + key.len());
    own.push_str(PREFIX);
    own.push_str(key);
    own
}

/// U+0000 to U+00FF: eight bits per unit is the most that counts as one unit in every engine's quota.
fn text_of(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// A text with other characters was not written here. It is handed on as it is, and whoever opens it finds it damaged.
fn bytes_of(text: String) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for character in text.chars() {
        match u8::try_from(character) {
            Ok(byte) => bytes.push(byte),
            Err(_) => return text.into_bytes(),
        }
    }
    bytes
}
