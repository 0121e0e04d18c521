//! Backup and restore: what is written comes back, what is not whole is refused, and merging loses nothing.
//! Holds what the parts share, and no promise of its own.

mod fields;
mod golden;
mod hostile;
mod merge;
mod merge_any;
mod merge_people;
mod merge_together;
mod merge_together_any;
mod merge_understanding;
mod merge_worksheet;
mod person_file;
mod refused;
mod schema;
mod together;
mod understanding;

use attune::domain::moment::Line;
use attune::domain::*;
use attune::exchange::{self, Meta, Read};

use crate::samples::{self, Dice};

pub fn meta() -> Meta {
    Meta {
        made_on: Day::parse("2026-03-09").unwrap(),
        made_by: Line::parse("Attune 0.1.0").unwrap(),
    }
}

pub fn written(cabinet: &Cabinet) -> Vec<u8> {
    exchange::write(cabinet, &meta()).unwrap()
}

fn read(bytes: &[u8]) -> Cabinet {
    exchange::read(bytes).unwrap().cabinet
}

/// Through the file and back: the same, and the same bytes when written again.
fn check(cabinet: &Cabinet) {
    let bytes = written(cabinet);
    let read = exchange::read(&bytes);
    assert!(read == Ok(Read { cabinet: cabinet.clone(), meta: meta() }), "not what was written");
    assert!(written(&read.unwrap().cabinet) == bytes);
}

/// A cabinet of any shape, with some life behind it.
fn any(seed: u64) -> Cabinet {
    // Other dice than those of the sample: the same would draw its ids a second time.
    let mut dice = Dice::new(seed ^ 0xA77);
    let (people, sessions, moments) = (dice.below(5), dice.below(4), dice.below(4));
    let mut cabinet = samples::cabinet(seed, people, sessions, moments, dice.below(300));
    for _ in 0..dice.below(20) {
        samples::change(&mut dice, &mut cabinet);
    }
    cabinet
}

/// Two people on one device, one round revealed and one not.
pub fn talk() -> Cabinet {
    together::with(together::talk())
}
