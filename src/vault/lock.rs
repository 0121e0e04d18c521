//! A vault with the ways into it: what a sealed head carries.
//! Never made without a way that lasts; one that was found is as it was found.

use std::rc::Rc;

use super::key::{Draw, NoChance, Vault};
use super::way::{Entry, Way, WayIn, Ways};

/// Copies share the key.
#[derive(Clone)]
pub struct Lock {
    vault: Rc<Vault>,
    ways: Ways,
}

impl Lock {
    /// A new vault that anyone on the device may open. Errors: no chance.
    pub fn draw(draw: Draw) -> Result<Lock, NoChance> {
        Ok(Lock::opened_up(Rc::new(Vault::draw(draw)?)))
    }

    /// No lock on this vault.
    pub fn opened_up(vault: Rc<Vault>) -> Lock {
        let ways = Ways::open(&vault);
        Lock { vault, ways }
    }

    /// Errors: nobody could open it for sure. A passkey is never the only way: it goes with its device.
    pub fn new(vault: Rc<Vault>, ways: Ways) -> Result<Lock, NoWayIn> {
        let lasts = |way: Way| {
            matches!(way.read(), Ok(Entry::Closed(WayIn::Passphrase(_) | WayIn::Code(_))))
        };
        if ways.iter().any(lasts) { Ok(Lock { vault, ways }) } else { Err(NoWayIn) }
    }

    /// As it was read: whoever wrote it, it has just been opened.
    pub(super) fn found(vault: Rc<Vault>, ways: Ways) -> Lock {
        Lock { vault, ways }
    }

    pub fn vault(&self) -> &Rc<Vault> {
        &self.vault
    }

    pub fn ways(&self) -> &Ways {
        &self.ways
    }

    /// Whether the key lies in clear beside what it seals.
    pub fn is_open(&self) -> bool {
        self.ways.open_key().is_some()
    }

    /// Whether nothing is different: the vault, and every way.
    pub fn is_same(&self, other: &Lock) -> bool {
        self.vault.id == other.vault.id && self.ways == other.ways
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoWayIn;
