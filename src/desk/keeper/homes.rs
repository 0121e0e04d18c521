//! The two homes of what is kept, as the keeper uses them: the ledger, and the slot beside it.
//! Never decides which of them is right: that is the mirror's.

use std::rc::Rc;

use super::aside::is_aside;
use crate::storage::{Book, Slot, Snapshot, StorageError};

/// Either may be missing; what is in the other still counts.
#[derive(Clone)]
pub struct Homes {
    pub ledger: Result<Rc<dyn Book>, StorageError>,
    pub local: Result<Rc<dyn Slot>, StorageError>,
}

/// What both held when they were read; the slot is read where it lies.
pub struct Look {
    ledger: Result<Snapshot, StorageError>,
    local: Result<Rc<dyn Slot>, StorageError>,
}

impl Homes {
    /// Only the slot, as in a browser without IndexedDB.
    pub fn local_only(slot: impl Slot + 'static) -> Homes {
        Homes { ledger: Err(StorageError::Blocked), local: Ok(Rc::new(slot)) }
    }

    /// A ledger that cannot be read is as good as none this time: nothing is written to it.
    pub async fn look(&mut self) -> Look {
        let ledger = match &self.ledger {
            // What was laid aside can be as much again three times, and says nothing of the present state.
            Ok(ledger) => ledger.read_where(|key| !is_aside(key)).await.map(Snapshot::of),
            Err(error) => Err(*error),
        };
        if let Err(error) = ledger {
            self.ledger = Err(error);
        }
        Look { ledger, local: self.local.clone() }
    }

    pub fn book(&self) -> Option<&dyn Book> {
        self.ledger.as_deref().ok()
    }
}

impl Look {
    /// The ledger first.
    pub fn slots(&self) -> [Result<&dyn Slot, StorageError>; 2] {
        let ledger = self.ledger.as_ref().map(|it| it as &dyn Slot).map_err(|error| *error);
        [ledger, self.local.as_deref().map_err(|error| *error)]
    }
}
