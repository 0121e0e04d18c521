//! What a conversation over several devices still waits for, and from which round on somebody may come or go without taking a
//! round from others who may have revealed it. Never knows a file: only what has come.

use super::{Conversation, Participant, Round};
use crate::domain::id::PersonId;

/// What is still awaited of somebody who writes elsewhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Awaited {
    /// That they are ready.
    Ready,
    /// They are ready; what they share is on its way.
    Words,
}

impl Conversation {
    /// What a round still waits for from other devices, in the order of the participants.
    pub fn awaited(&self, round: Round) -> Vec<(PersonId, Awaited)> {
        let awaited = |it: &Participant| match it.sheet(round).filter(|sheet| sheet.is_ready) {
            None => Some(Awaited::Ready),
            Some(sheet) if sheet.words.is_none() => Some(Awaited::Words),
            Some(_) => None,
        };
        let elsewhere = self.in_round(round).filter(|it| !it.is_here);
        elsewhere.filter_map(|it| Some((it.person.id, awaited(it)?))).collect()
    }

    /// The first round for somebody new. Once a file has said that someone here is ready for a round, others may have
    /// revealed it: it is closed to whoever comes now.
    pub fn round_to_join(&self) -> Round {
        let here = self.participants.iter().filter(|it| it.is_here);
        let told = here.map(|it| it.told.until).max().unwrap_or(0);
        self.current_round().max(told.saturating_add(1))
    }

    /// The first round without somebody who leaves now: not one for which a file has said that they are ready.
    pub fn round_to_leave(&self, id: PersonId) -> Round {
        let told = self.participant(id).map_or(0, |it| it.told.until);
        self.current_round().max(told.saturating_add(1))
    }

    /// Lets somebody go, from the next round they can be missed in: by their own word where they write here, else by that of
    /// the device that began it. Whether there is such a participant, and this device may say so.
    pub fn let_go(&mut self, id: PersonId) -> bool {
        let (round, is_ours) = (self.round_to_leave(id), self.frame.is_ours);
        let go = |it: &mut Participant| match (it.is_here, is_ours) {
            (true, _) => it.left = it.left.or(Some(round)),
            (false, true) => it.released = it.released.or(Some(round)),
            (false, false) => {}
        };
        let may = self.participant(id).is_some_and(|it| it.is_here || is_ours);
        may && self.change_participant(id, go).is_some()
    }
}
