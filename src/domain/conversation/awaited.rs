//! What a conversation over several devices still waits for, and from which round on somebody may come or go without taking a
//! round from others who may have revealed it. Never knows a file: only what has come in them.

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
        self.after(told)
    }

    fn after(&self, told: Round) -> Round {
        self.current_round().max(told.saturating_add(1)).min(Self::MOST_ROUNDS)
    }

    /// The first round without somebody who leaves now: not one for which a file has said that they are ready.
    pub fn round_to_leave(&self, id: PersonId) -> Round {
        let told = self.participant(id).map_or(0, |it| it.told.until);
        self.after(told)
    }

    /// Takes someone out of the next round they can be missed in and of those to come; what was revealed of theirs stays. By
    /// their own word where they write here, else by that of the device that began it. Whether there was one who took part, and
    /// this device may say so.
    pub fn leave(&mut self, id: PersonId) -> bool {
        let (round, is_ours) = (self.round_to_leave(id), self.frame.is_ours);
        let Some(it) = self.participant(id).filter(|it| it.end().is_none()) else { return false };
        match it.is_here {
            true => self.change_participant(id, |it| it.leave(round)).is_some(),
            false if is_ours => {
                let release = |it: &mut Participant| it.released = Some(round.max(it.since));
                self.change_participant(id, release).is_some()
            }
            false => false,
        }
    }

    /// Lets someone who left take part again, from the round that is being filled in. Each word is taken back where it was
    /// said. Whether they take part again.
    pub fn come_back(&mut self, id: PersonId) -> bool {
        let (current, is_ours) = (self.current_round(), self.frame.is_ours);
        let come = |it: &mut Participant| {
            if it.is_here && it.left.is_some() {
                it.come_back(current);
            }
            if is_ours && it.is_listed() && it.released.take().is_some() {
                it.since = it.since.max(current);
            }
            it.end().is_none()
        };
        let has_left = self.participant(id).is_some_and(|it| it.end().is_some());
        has_left && self.change_participant(id, come).unwrap_or(false)
    }
}
