//! Handing over: what was picked comes into another journal and nothing else does, and no file that somebody sends does harm.
//! Holds what the parts share, and no promise of its own.

pub mod file;
pub mod hostile;
mod pick;
mod take_in;

use std::sync::Arc;

use attune::domain::*;
use attune::exchange::handover::{self, HandedBy, Handover, Picked, PickedSession};

use crate::exchange::meta;
use crate::samples::{self, Dice};

/// A journal with own words that are used, and all else that one can hold.
pub fn journal(seed: u64) -> Arc<Journal> {
    let mut cabinet = samples::cabinet(seed, 1, 3, 3, 120);
    cabinet.journals.remove(0)
}

pub fn pick(journal: &Journal, picked: &Picked) -> Handover {
    let mut dice = Dice::new(77);
    handover::pick(journal, picked, HandedBy::Person, &meta(), &mut || dice.id())
}

/// All that can be handed over of a journal.
pub fn all(seed: u64) -> Handover {
    let journal = journal(seed);
    pick(&journal, &Picked::all(&journal))
}

/// Some of it, drawn.
pub fn some(dice: &mut Dice, journal: &Journal) -> Picked {
    let mut picked = Picked::all(journal);
    picked.sessions.retain(|_| !dice.one_in(4));
    for session in &mut picked.sessions {
        session.summary = dice.one_in(2);
        session.moments.retain(|_| !dice.one_in(4));
        for moment in &mut session.moments {
            (moment.label, moment.area) = (dice.one_in(2), dice.one_in(2));
            moment.hands = dice.one_in(2);
            moment.items.retain(|_| !dice.one_in(3));
        }
    }
    picked
}

pub fn read(bytes: &[u8]) -> Handover {
    handover::read(bytes).unwrap()
}

pub fn written(handover: &Handover) -> Vec<u8> {
    handover::write(handover).unwrap()
}

pub fn day() -> Day {
    Day::parse("2026-11-23").unwrap()
}

pub fn take_in(journal: &Journal, handover: &Handover) -> Journal {
    let mut dice = Dice::new(78);
    handover::take_in(journal, handover, day(), &mut || dice.id()).unwrap()
}

/// One session of one moment, and all of it picked.
fn single(change: impl FnOnce(&mut Journal, &mut Moment)) -> (Journal, Picked) {
    let code = Code::parse("B-12").unwrap();
    let mut journal = Journal::new(Person::new(PersonId([1; 8]), Kind::Me, code));
    let session = SessionId([2; 8]);
    journal.begin_session(session, Day::parse("2026-03-01").unwrap());
    let mut moment = Moment::new(MomentId([3; 8]));
    change(&mut journal, &mut moment);
    journal.change_session(session, |it| it.moments = vec![Arc::new(moment)]);
    let picked = Picked { sessions: vec![PickedSession::all(&journal.sessions[0])] };
    (journal, picked)
}
