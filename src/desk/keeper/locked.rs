//! A vault that asks for a key: its ways in, and what becomes of it when one is tried.
//! Never derives a key, and writes nothing.

use std::rc::Rc;

use super::found::Found;
use super::{Keeper, NotUnlocked, Opened, Opening, Refusal, open};
use crate::storage::Slot;
use crate::vault::key::{DerivedKey, Draw, Vault, VaultId};
use crate::vault::way::{Entry, Way, WayFault, Ways};

/// Nothing of it has been opened; the ways in are what storage says they are.
pub struct Locked {
    slot: Box<dyn Slot>,
    draw: Draw,
    ways: Vec<(VaultId, Ways)>,
}

pub fn open(slot: Box<dyn Slot>, draw: Draw) -> Result<Opening, Refusal> {
    let found = Found::read(slot.as_ref())?;
    if found.is_locked() {
        let ways = found.ways();
        return Ok(Opening::Locked(Locked { slot, draw, ways }));
    }
    open::open(slot, draw, found, None).map(|opened| Opening::Open(Box::new(opened)))
}

impl Locked {
    /// What it takes to try each way. One that cannot be tried says why.
    pub fn ways(&self) -> Vec<Result<Entry, WayFault>> {
        self.distinct().into_iter().map(Way::read).collect()
    }

    /// Tries `key`, derived for the way at this place of `ways`. Deriving takes a second, in which another tab may have
    /// saved: what counts is what storage holds now.
    pub fn unlock(self, place: usize, key: &DerivedKey) -> Result<Opened, NotUnlocked> {
        let Some((way, vault)) = self.unwrap_key(place, key) else {
            return Err(NotUnlocked::WrongKey(self));
        };
        let found = Found::read(self.slot.as_ref())?;
        let opened = open::open(self.slot, self.draw, found, Some(&vault))?;
        match opened.keeper.lets_in(Way::from_bytes(&way)) {
            true => Ok(opened),
            false => try_again(opened.keeper),
        }
    }

    fn distinct(&self) -> Vec<Way<'_>> {
        let mut distinct: Vec<Way> = Vec::new();
        for way in self.ways.iter().flat_map(|(_, ways)| ways.iter()) {
            if !distinct.iter().any(|other| other.is_tried_like(way)) {
                distinct.push(way);
            }
        }
        distinct
    }

    /// Each head has its own copy of a way: where one is damaged, the other may open.
    fn unwrap_key(&self, place: usize, key: &DerivedKey) -> Option<(Vec<u8>, Rc<Vault>)> {
        let chosen = *self.distinct().get(place)?;
        for (id, ways) in &self.ways {
            for way in ways.iter().filter(|way| way.is_tried_like(chosen)) {
                if let Ok(key) = way.unwrap_key(*id, key) {
                    return Some((way.bytes().to_vec(), Rc::new(Vault { id: *id, key })));
                }
            }
        }
        None
    }
}

impl Keeper {
    /// A way that was taken away opens nothing, though the head before still knows it.
    fn lets_in(&self, way: Way) -> bool {
        let lock = self.seal.lock.as_ref();
        lock.is_none_or(|lock| lock.is_open() || lock.ways().iter().any(|it| it == way))
    }
}

fn try_again(keeper: Keeper) -> Result<Opened, NotUnlocked> {
    match open(keeper.slot, keeper.seal.draw)? {
        Opening::Locked(locked) => Err(NotUnlocked::WrongKey(locked)),
        Opening::Open(opened) => Ok(*opened),
    }
}

impl From<Refusal> for NotUnlocked {
    fn from(refusal: Refusal) -> Self {
        NotUnlocked::Refused(refusal)
    }
}
