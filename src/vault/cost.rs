//! What it costs to try one passphrase: Argon2id's three numbers, within what protects and what a phone can bear.
//! Never derives anything.

/// Within the bounds below, whoever wrote it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cost {
    memory: u32,
    passes: u32,
    lanes: u32,
}

/// Why a stored cost is not paid.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CostError {
    /// Guessing would be cheap: whoever weakened it wants the passphrase typed once.
    TooLittle,
    /// A hostile one must not freeze the page or kill a phone's tab.
    TooMuch,
}

const MIB: u32 = 1024;

impl Cost {
    /// For every new way in: about a second on a phone of some years (Standard Notes' numbers).
    pub const NEW: Cost = Cost { memory: 64 * MIB, passes: 5, lanes: 1 };

    /// OWASP's floor.
    pub const MEMORY_LEAST: u32 = 19 * MIB;
    pub const PASSES_LEAST: u32 = 2;
    /// In KiB. Beyond it a phone ends the tab.
    pub const MEMORY_MOST: u32 = 256 * MIB;
    /// With the most memory that is some thirteen times the work of a new way: long, and it ends.
    pub const PASSES_MOST: u32 = 16;
    /// A page has one thread to spare; more lanes only help who guesses.
    pub const LANES_MOST: u32 = 4;

    /// `memory` in KiB.
    pub fn parse(memory: u32, passes: u32, lanes: u32) -> Result<Cost, CostError> {
        if memory < Cost::MEMORY_LEAST || passes < Cost::PASSES_LEAST || lanes == 0 {
            return Err(CostError::TooLittle);
        }
        if memory > Cost::MEMORY_MOST || passes > Cost::PASSES_MOST || lanes > Cost::LANES_MOST {
            return Err(CostError::TooMuch);
        }
        Ok(Cost { memory, passes, lanes })
    }

    /// In KiB.
    pub fn memory(self) -> u32 {
        self.memory
    }

    pub fn passes(self) -> u32 {
        self.passes
    }

    pub fn lanes(self) -> u32 {
        self.lanes
    }
}
