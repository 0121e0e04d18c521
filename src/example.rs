//! The two cases of the source text as people with several sessions behind them, to look around in and to change.
//! Holds no words: labels and texts are i18n's. Nothing of it is ever kept.

mod draft;
mod healthcare;
mod sue;

use std::sync::Arc;

use crate::domain::{Cabinet, Day};

/// Sue, and the healthcare worker who loves the work and hates the hospital: eleven sessions in the five months before `today`,
/// in the language at hand. The ids are always the same.
pub fn cabinet(today: Day) -> Cabinet {
    let journals = [sue::journal(today), healthcare::journal(today)];
    Cabinet {
        journals: journals.into_iter().flatten().map(Arc::new).collect(),
        ..Cabinet::default()
    }
}
