//! A save in the making: the names it gives, what it will write, and the seal it closes all of it with.
//! Never writes.

use super::SaveError;
use crate::vault::envelope::{self, Part, SegmentName};
use crate::vault::head::{self, Head};
use crate::vault::key::{Draw, Nonce, Vault};
use crate::vault::lock::Lock;

/// How a keeper closes what it writes. Copies share the key.
#[derive(Clone)]
pub struct Seal {
    /// `None` for a vault of the first versions, as long as no lock is chosen.
    pub lock: Option<Lock>,
    pub draw: Draw,
}

/// Segments that a new head will list, to be written before it.
pub type Writes = Vec<(SegmentName, Vec<u8>)>;

pub struct Plan<'a> {
    pub generation: u64,
    pub next_segment: u32,
    pub seal: &'a Seal,
    pub writes: Writes,
}

impl Seal {
    pub fn vault(&self) -> Option<&Vault> {
        self.lock.as_ref().map(|lock| &**lock.vault())
    }

    /// Errors: too large for any reader, or no chance for a nonce.
    pub fn close(&self, part: Part, payload: &[u8]) -> Result<Vec<u8>, SaveError> {
        let seal = match self.vault() {
            Some(vault) => Some((vault, Nonce::draw(self.draw)?)),
            None => None,
        };
        Ok(envelope::close(part, payload, seal)?)
    }

    /// Errors as of `close`.
    pub fn close_head(&self, head: &Head) -> Result<Vec<u8>, SaveError> {
        let seal = match &self.lock {
            Some(lock) => Some((lock, Nonce::draw(self.draw)?)),
            None => None,
        };
        Ok(head::write(head, seal)?)
    }
}

impl Plan<'_> {
    /// Gives each new segment an id of its own. Errors: there are no more.
    pub fn new_id(&mut self) -> Result<u32, SaveError> {
        let id = self.next_segment;
        self.next_segment = id.checked_add(1).ok_or(SaveError::Failed)?;
        Ok(id)
    }
}
