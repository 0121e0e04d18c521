//! A vault with the ways into it: what a sealed head carries.
//! Never without a way that this Attune can try.

use std::rc::Rc;

use super::key::{Draw, NoChance, Vault};
use super::way::{Entry, Way, WayIn};

/// Copies share the key.
#[derive(Clone)]
pub struct Lock {
    vault: Rc<Vault>,
    ways: Rc<[Way]>,
}

impl Lock {
    /// A new vault that anyone on the device may open. Errors: no chance.
    pub fn draw(draw: Draw) -> Result<Lock, NoChance> {
        Ok(Lock::opened_up(Rc::new(Vault::draw(draw)?)))
    }

    /// No lock on this vault.
    pub fn opened_up(vault: Rc<Vault>) -> Lock {
        let ways = [Way::open(&vault)].into();
        Lock { vault, ways }
    }

    /// Errors: nobody could open it for sure. A passkey is never the only way: it goes with its device.
    pub fn new(vault: Rc<Vault>, ways: Vec<Way>) -> Result<Lock, NoWayIn> {
        let lasts = |way: &Way| {
            matches!(way.read(), Ok(Entry::Closed(WayIn::Passphrase(_) | WayIn::Code(_))))
        };
        match ways.iter().any(lasts) {
            true => Ok(Lock { vault, ways: ways.into() }),
            false => Err(NoWayIn),
        }
    }

    /// As it was read: whoever wrote it, it has just been opened.
    pub(super) fn found(vault: Rc<Vault>, ways: Vec<Way>) -> Lock {
        Lock { vault, ways: ways.into() }
    }

    pub fn vault(&self) -> &Rc<Vault> {
        &self.vault
    }

    pub fn ways(&self) -> &[Way] {
        &self.ways
    }

    /// Whether the key lies in clear beside what it seals.
    pub fn is_open(&self) -> bool {
        self.ways.iter().any(|way| way.read() == Ok(Entry::Open))
    }

    /// Whether nothing is different: the vault, and every way.
    pub fn is_same(&self, other: &Lock) -> bool {
        self.vault.id == other.vault.id && self.ways == other.ways
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoWayIn;
