//! A save in the making: the names it gives, what it will write, and the seal it closes all of it with.
//! Never writes.

use std::cell::RefCell;
use std::rc::Rc;

use super::SaveError;
use super::load::Segment;
use crate::domain::PartId;
use crate::vault::envelope::{self, Blocks, Packer, Part, SegmentName};
use crate::vault::head::{self, Head};
use crate::vault::key::{Draw, Nonce, Vault};
use crate::vault::lock::Lock;

/// How a keeper closes what it writes. Copies share the key.
#[derive(Clone)]
pub struct Seal {
    /// `None` for a vault of the first versions, as long as no lock is chosen.
    pub lock: Option<Lock>,
    pub draw: Draw,
    pub packer: Rc<RefCell<Packer>>,
}

/// Segments that a new head will list, to be written before it.
pub type Writes = Vec<(SegmentName, Vec<u8>)>;

pub struct Plan<'a> {
    pub generation: u64,
    pub next_segment: u32,
    pub seal: &'a Seal,
    /// Where all that changes is of one session, participant or group, that one.
    pub written: Option<PartId>,
    pub writes: Writes,
}

impl Seal {
    pub fn vault(&self) -> Option<&Vault> {
        self.lock.as_ref().map(|lock| &**lock.vault())
    }

    /// Errors: too large for any reader, or no chance for a nonce.
    pub fn close(&self, part: Part, payload: &[u8]) -> Result<Vec<u8>, SaveError> {
        Ok(envelope::close(part, payload, self.chance()?)?)
    }

    /// A segment under this name, as it lies in storage from then on, and its bytes. Errors as of `close`.
    pub fn close_segment(
        &self,
        name: SegmentName,
        segment: &Segment,
        written: Option<PartId>,
    ) -> Result<(Segment, Vec<u8>), SaveError> {
        let (segment, cuts) = segment.by_kind(written);
        let payload = Blocks { payload: &segment.payload, cuts: &cuts };
        let packer = &mut *self.packer.borrow_mut();
        let part = Part::Segment(name);
        let bytes = envelope::close_in_blocks(part, payload, self.chance()?, packer)?;
        Ok((Segment { name, stored: bytes.len(), ..segment }, bytes))
    }

    fn chance(&self) -> Result<Option<(&Vault, Nonce)>, SaveError> {
        Ok(match self.vault() {
            Some(vault) => Some((vault, Nonce::draw(self.draw)?)),
            None => None,
        })
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
    pub fn new(generation: u64, next_segment: u32, seal: &Seal) -> Plan<'_> {
        Plan { generation, next_segment, seal, written: None, writes: Writes::new() }
    }

    /// Gives each new segment an id of its own. Errors: there are no more.
    pub fn new_id(&mut self) -> Result<u32, SaveError> {
        let id = self.next_segment;
        self.next_segment = id.checked_add(1).ok_or(SaveError::Failed)?;
        Ok(id)
    }
}
