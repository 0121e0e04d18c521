//! New ids, none of them in use: drawn by the caller, counted on from where a draw repeats itself.
//! Draws nothing itself.

use crate::order;
use std::collections::BTreeSet;

/// Eight random bytes, for a new id.
pub type Draw<'a> = &'a mut dyn FnMut() -> [u8; 8];

pub(super) struct Ids<'a> {
    used: BTreeSet<[u8; 8]>,
    draw: Draw<'a>,
}

impl<'a> Ids<'a> {
    pub(super) fn new(used: impl Iterator<Item = [u8; 8]>, draw: Draw<'a>) -> Ids<'a> {
        Ids { used: order::set(used), draw }
    }

    pub(super) fn next(&mut self) -> [u8; 8] {
        let mut id = (self.draw)();
        // A draw that repeats itself must not keep us here: the next number is as good.
        while !self.used.insert(id) {
            id = u64::from_le_bytes(id).wrapping_add(1).to_le_bytes();
        }
        id
    }

    /// This one, where it is free.
    pub(super) fn keep(&mut self, id: [u8; 8]) -> [u8; 8] {
        if self.used.insert(id) { id } else { self.next() }
    }
}
