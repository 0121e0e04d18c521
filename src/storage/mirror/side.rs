//! One of the two homes as this tab knows it: its heads, what it is still owed, and what may go from it.
//! Never asks the home anything.

use std::rc::Rc;

use super::Save;
use crate::storage::StorageError;

pub type Bytes = Rc<[u8]>;

/// Whether a home holds the present state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    Holds,
    /// It has not been tried since the state changed.
    Waits,
    /// It would not take it. It stays owed, and the next save tries again.
    Lacks(StorageError),
    /// Another tab has written there: this one has to open anew.
    Elsewhere,
}

/// A head and where it lies: 0 or 1.
pub type Placed = (usize, Bytes);

#[derive(Clone)]
pub struct Side {
    /// Under both head keys, as last seen or written: anything else there is another's.
    pub heads: [Option<Bytes>; 2],
    /// A head that may or may not have been written over what `heads` says.
    pub maybe: Option<Placed>,
    /// Segments of the present state that are not there.
    pub owed: Vec<(String, Bytes)>,
    /// The present state's head, while it is not there.
    pub owed_head: Option<Placed>,
    /// There, and listed by no head that stands there: to go with the next head, or sooner where there is no room.
    pub stale: Vec<String>,
    /// There, listed by the head that stands there, and not by the present one: stale once the present one is there.
    pub replaced: Vec<String>,
    pub standing: Standing,
    /// Why there is no such home at all this time: then it is owed nothing.
    pub absent: Option<StorageError>,
}

/// What has been asked to be written together, and what follows if it was.
#[derive(Clone)]
pub struct Flight {
    pub head: Placed,
    pub keys: Vec<String>,
    pub removes: Vec<String>,
    pub replaced: Vec<String>,
}

impl Side {
    pub fn new(heads: [Option<Bytes>; 2]) -> Side {
        let (owed, stale, replaced) = (Vec::new(), Vec::new(), Vec::new());
        let standing = Standing::Holds;
        Side { heads, maybe: None, owed, owed_head: None, stale, replaced, standing, absent: None }
    }

    pub fn absent(error: StorageError) -> Side {
        let standing = Standing::Lacks(error);
        Side { standing, absent: Some(error), ..Side::new([None, None]) }
    }

    /// Owes the home a further state. Segments that it was owed and that are replaced already are never written.
    pub fn adopt(&mut self, save: &Save, flight: Option<&Flight>) {
        if self.absent.is_some() {
            return;
        }
        for key in &save.replaced {
            let before = self.owed.len();
            self.owed.retain(|(owed, _)| owed != key);
            let is_on_its_way = flight.is_some_and(|flight| flight.keys.contains(key));
            if self.owed.len() == before || is_on_its_way {
                self.replaced.push(key.clone());
            }
        }
        self.owed.retain(|(owed, _)| save.puts.iter().all(|(key, _)| key != owed));
        self.owed.extend(save.puts.iter().cloned());
        self.owed_head = Some((save.place, save.head.clone()));
        if self.standing == Standing::Holds {
            self.standing = Standing::Waits;
        }
    }

    /// What to write now so that the home holds the present state. `None` where it does.
    pub fn flight(&self) -> Option<Flight> {
        Some(Flight {
            head: self.owed_head.clone()?,
            keys: self.owed.iter().map(|(key, _)| key.clone()).collect(),
            removes: self.stale.clone(),
            replaced: self.replaced.clone(),
        })
    }

    /// All of `flight` is there. What has been adopted since stays owed.
    pub fn land(&mut self, flight: Flight) {
        let (place, head) = &flight.head;
        self.heads[*place] = Some(head.clone());
        self.maybe = None;
        self.owed.retain(|(key, _)| !flight.keys.contains(key));
        self.stale.retain(|key| !flight.removes.contains(key));
        self.replaced.retain(|key| !flight.replaced.contains(key));
        if self.owed_head.as_ref() == Some(&flight.head) {
            self.owed_head = None;
        }
        self.stale.extend(flight.replaced);
        self.standing = match self.owed_head {
            None => Standing::Holds,
            Some(_) => Standing::Waits,
        };
    }

    /// A home that would not take a state is asked again with the next; a state given up is owed to nobody.
    pub fn rest(&mut self) {
        if self.absent.is_none() && self.standing != Standing::Elsewhere {
            self.standing = match self.owed_head {
                Some(_) => Standing::Waits,
                None => Standing::Holds,
            };
        }
    }

    /// Whether `there` is what this tab has left under a head's key.
    pub fn knows(&self, place: usize, there: Option<&[u8]>) -> bool {
        let known = self.heads[place].as_deref();
        there == known || (there.is_some() && there == self.maybe_at(place))
    }

    pub fn maybe_at(&self, place: usize) -> Option<&[u8]> {
        self.maybe.as_ref().filter(|(at, _)| *at == place).map(|(_, bytes)| &**bytes)
    }
}
