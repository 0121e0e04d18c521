//! A keeper whose homes answer at once, as they do where there is no ledger.
//! Never waits.

use attune::desk::keeper::{Keeper, LockChoice, LockError, SaveError};
use attune::domain::Cabinet;

use crate::ledgers::now;

pub trait Now {
    fn save(&mut self, cabinet: &Cabinet) -> Result<(), SaveError>;
    fn sweep(&mut self) -> Result<(), SaveError>;
    /// What it replaced is swept, as far as that can be done.
    fn set_lock(&mut self, choice: LockChoice) -> Result<(), LockError>;
}

impl Now for Keeper {
    fn save(&mut self, cabinet: &Cabinet) -> Result<(), SaveError> {
        if self.begin(cabinet)? { bring(self) } else { Ok(()) }
    }

    fn sweep(&mut self) -> Result<(), SaveError> {
        if self.begin_sweep()? { bring(self) } else { Ok(()) }
    }

    fn set_lock(&mut self, choice: LockChoice) -> Result<(), LockError> {
        if self.begin_lock(choice)? {
            bring(self)?;
            let _ = self.sweep();
        }
        Ok(())
    }
}

fn bring(keeper: &mut Keeper) -> Result<(), SaveError> {
    let outcome = now(keeper.bring());
    keeper.settle(outcome).unwrap().map(|_| ())
}
