//! Reads heads and segments for the mirror while it decides which state counts, and keeps what it read.
//! Never decides itself, and never reads a segment of one state twice.

use std::rc::Rc;

use super::Reason;
use super::found::{Candidate, Found};
use super::load::{Loaded, load};
use super::{segment_key, segment_name};
use crate::storage::mirror::{self, Listed, Seen};
use crate::vault::envelope::SegmentName;
use crate::vault::key::{Vault, VaultId};

pub struct Judge<'a> {
    found: &'a Found,
    vaults: Vec<Rc<Vault>>,
    opened: Vec<(Vec<u8>, Candidate)>,
    read: Vec<Read>,
}

/// What a segment gave, or why it gave nothing, and the bytes that lie there.
pub type Gave = Result<Loaded, (Reason, Vec<u8>)>;

struct Read {
    /// Of which of the opened heads.
    head: usize,
    name: SegmentName,
    /// Taken once it has found its place.
    gave: Option<Gave>,
}

impl<'a> Judge<'a> {
    /// `key` is that of the lock that has been opened; `None` where there is none.
    pub fn new(found: &'a Found, key: Option<&Rc<Vault>>) -> Judge<'a> {
        let mut vaults = found.open_vaults();
        vaults.extend(key.cloned());
        Judge { found, vaults, opened: Vec::new(), read: Vec::new() }
    }

    fn place(&self, head: &[u8]) -> Option<usize> {
        self.opened.iter().position(|(bytes, _)| bytes == head)
    }

    /// The head, and what each of its segments gave, in the order of `Head::segments`. `None` where it has not been opened.
    pub fn take(&mut self, head: &[u8]) -> Option<(Candidate, Vec<Gave>)> {
        let place = self.place(head)?;
        let candidate = self.opened[place].1.clone();
        // They were asked for in the same order.
        let mut read = self.read.iter_mut().filter(|it| it.head == place).peekable();
        let mut all = Vec::new();
        for name in candidate.head.segments() {
            let mut gave = Err((Reason::Missing, Vec::new()));
            // One home may have it damaged and the other whole: the last word counts.
            while let Some(it) = read.next_if(|it| it.name == name) {
                gave = it.gave.take().unwrap_or(gave);
            }
            all.push(gave);
        }
        Some((candidate, all))
    }
}

impl mirror::Judge for Judge<'_> {
    fn head(&mut self, place: usize, bytes: &[u8]) -> Seen {
        let Some(candidate) = self.found.open(place, bytes, &self.vaults) else {
            return Seen::Damaged;
        };
        let keys = candidate.head.segments().into_iter().map(segment_key).collect();
        let generation = candidate.head.generation;
        let vault = candidate.lock.as_ref().map_or(0, |lock| number(lock.vault().id));
        self.opened.push((bytes.to_vec(), candidate));
        Seen::Head(Listed { generation, vault, keys })
    }

    fn is_whole(&mut self, head: &[u8], key: &str, bytes: &[u8]) -> bool {
        let (Some(head), Some(name)) = (self.place(head), segment_name(key)) else { return false };
        let lock = &self.opened[head].1.lock;
        let gave = load(name, bytes, lock.as_ref().map(|lock| &**lock.vault()));
        // What a newer Attune wrote is as whole as this one can tell.
        let is_whole = matches!(gave, Ok(_) | Err(Reason::Newer));
        let gave = Some(gave.map_err(|reason| (reason, bytes.to_vec())));
        self.read.push(Read { head, name, gave });
        is_whole
    }

    fn may_go(&mut self, key: &str, highest: u64) -> bool {
        // A generation beyond the next is being written by another tab just now: not ours to remove.
        segment_name(key).is_some_and(|name| name.generation <= highest + 2)
    }
}

/// Enough of an id to tell one vault from another; it is drawn.
fn number(id: VaultId) -> u64 {
    id.0.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}
