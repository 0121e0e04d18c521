//! A vault that asks for a key: its ways in, and what becomes of it when one is tried.
//! Never derives a key, and writes nothing.

use std::rc::Rc;

use super::found::Found;
use super::homes::Homes;
use super::{Keeper, NotUnlocked, Opened, Opening, Refusal, open};
use crate::vault::key::{DerivedKey, Draw, Vault, VaultId};
use crate::vault::way::{Entry, Way, WayFault, Ways};

/// Nothing of it has been opened; the ways in are what storage says they are.
pub struct Locked {
    homes: Homes,
    draw: Draw,
    ways: Vec<(VaultId, Ways)>,
}

pub async fn open(mut homes: Homes, draw: Draw) -> Result<Opening, Refusal> {
    let look = homes.look().await;
    let found = Found::read(&look)?;
    if found.is_locked() {
        let ways = found.ways();
        return Ok(Opening::Locked(Locked { homes, draw, ways }));
    }
    let opened = open::open((homes, &look), draw, &found, None)?;
    Ok(Opening::Open(Box::new(opened)))
}

/// Opens anew what has been opened before, with the same key: another tab may have written since.
pub async fn open_again(
    mut homes: Homes,
    draw: Draw,
    vault: Option<Rc<Vault>>,
) -> Result<Opening, Refusal> {
    let look = homes.look().await;
    let found = Found::read(&look)?;
    let is_ours = |vault: &Rc<Vault>| found.ways().first().is_none_or(|(id, _)| *id == vault.id);
    if found.is_locked() && !vault.as_ref().is_some_and(is_ours) {
        let ways = found.ways();
        return Ok(Opening::Locked(Locked { homes, draw, ways }));
    }
    let opened = open::open((homes, &look), draw, &found, vault.as_ref())?;
    Ok(Opening::Open(Box::new(opened)))
}

impl Locked {
    /// What it takes to try each way. One that cannot be tried says why.
    pub fn ways(&self) -> Vec<Result<Entry, WayFault>> {
        self.distinct().into_iter().map(Way::read).collect()
    }

    /// Tries `key`, derived for the way at this place of `ways`. Deriving takes a second, in which another tab may have
    /// saved: what counts is what storage holds now.
    pub async fn unlock(mut self, place: usize, key: &DerivedKey) -> Result<Opened, NotUnlocked> {
        let Some((way, vault)) = self.unwrap_key(place, key) else {
            return Err(NotUnlocked::WrongKey(self));
        };
        let look = self.homes.look().await;
        let found = Found::read(&look)?;
        let opened = open::open((self.homes, &look), self.draw, &found, Some(&vault))?;
        match opened.keeper.lets_in(Way::from_bytes(&way)) {
            true => Ok(opened),
            false => try_again(opened.keeper).await,
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

async fn try_again(keeper: Keeper) -> Result<Opened, NotUnlocked> {
    match open(Homes::clone(&keeper.homes), keeper.seal.draw).await? {
        Opening::Locked(locked) => Err(NotUnlocked::WrongKey(locked)),
        Opening::Open(opened) => Ok(*opened),
    }
}

impl From<Refusal> for NotUnlocked {
    fn from(refusal: Refusal) -> Self {
        NotUnlocked::Refused(refusal)
    }
}
