//! Two or more people attuning to each other: what it is about, who takes part, and how far they have come.
//! The one door to another's words is `Conversation::revealed`: before everyone is ready it opens for nobody.

mod awaited;
mod participant;
mod request;
mod sheet;

use std::sync::Arc;

use super::day::Day;
use super::id::{ConversationId, PersonId, RequestId};
use super::invitation::SecretKey;
use super::moment::{AreaName, Line};
use super::short_text::ShortText;

pub use awaited::Awaited;
pub use participant::{Participant, Sign, ToldSoFar};
pub use request::{Agreement, PlacedNeed, Reply, Request};
pub use sheet::{Sheet, Side, Words};

/// Counted from 1. A round begins when the one before it is revealed, and nobody has to begin it.
pub type Round = u16;

/// A few sentences to begin with, which the people may change. At most 280 characters.
pub type Opening = ShortText<280>;

/// Cheap to copy: participants and sheets are shared, so an older state shows by pointer what has changed since.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Conversation {
    pub id: ConversationId,
    pub frame: Frame,
    /// In the order they were named; those who left too.
    pub participants: Vec<Arc<Participant>>,
    /// Opens and seals what goes from device to device; `None` as long as one device is enough.
    pub secret: Option<SecretKey>,
}

/// What everyone sees from the start. Only the device that began it changes it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frame {
    /// Counts up with every change, so that of two the later one is known.
    pub revision: u32,
    pub begun_on: Day,
    /// An observation that a camera would have seen too.
    pub topic: Option<Line>,
    pub relation: Option<Relation>,
    pub opening: Option<Opening>,
    /// Areas of life it may be about.
    pub areas: Vec<AreaName>,
    /// Whether it was begun on this device.
    pub is_ours: bool,
}

/// Who the people are to each other: it chooses the texts to begin with, and nothing else.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Relation {
    EmployeeAndManager,
    Colleagues,
    Couple,
    ParentAndChild,
    Team,
}

impl Relation {
    pub const ALL: [Relation; 5] = [
        Relation::EmployeeAndManager,
        Relation::Colleagues,
        Relation::Couple,
        Relation::ParentAndChild,
        Relation::Team,
    ];
}

impl Conversation {
    pub const FEWEST: usize = 2;
    pub const MOST: usize = 8;
    /// Of rounds: as many as nobody reaches, so that a file cannot ask for more than a page can show.
    pub const MOST_ROUNDS: Round = 500;
    /// Of one participant.
    pub const MOST_REQUESTS: usize = 500;
    /// Of one participant: to every request of everyone.
    pub const MOST_REPLIES: usize = Self::MOST * Self::MOST_REQUESTS;

    /// Whether there may be a round of this number.
    pub fn is_round(round: Round) -> bool {
        (1..=Self::MOST_ROUNDS).contains(&round)
    }

    pub fn participant(&self, id: PersonId) -> Option<&Arc<Participant>> {
        self.participants.iter().find(|it| it.person.id == id)
    }

    /// Changes one participant and gives what `change` gives; `None` where there is no such participant.
    pub fn change_participant<R>(
        &mut self,
        id: PersonId,
        change: impl FnOnce(&mut Participant) -> R,
    ) -> Option<R> {
        self.participants.iter_mut().find(|it| it.person.id == id).map(Arc::make_mut).map(change)
    }

    /// Whether more than one of them writes on this device.
    pub fn is_shared_here(&self) -> bool {
        self.participants.iter().filter(|it| it.is_here).count() > 1
    }

    /// Those who take part in a round.
    pub fn in_round(&self, round: Round) -> impl Iterator<Item = &Arc<Participant>> {
        self.participants.iter().filter(move |it| it.takes_part_in(round))
    }

    /// Whether everyone who takes part is ready: all is revealed together, or nothing. One alone reveals nothing, but for rounds
    /// that are behind everyone: what was revealed stays so when somebody is erased.
    pub fn is_revealed(&self, round: Round) -> bool {
        let mut people = 0;
        let all_ready = self.in_round(round).all(|it| {
            people += 1;
            it.is_ready(round)
        });
        all_ready && (people >= Self::FEWEST || self.is_behind_everyone(round))
    }

    /// Whether nobody takes part in every round from this one on, and someone does from a later one.
    fn is_behind_everyone(&self, round: Round) -> bool {
        let is_before = |it: &Arc<Participant>| it.is_listed() && round < it.since;
        let has_ended = |it: &Arc<Participant>| it.end().is_some_and(|end| end <= round);
        round > 0
            && self.participants.iter().any(is_before)
            && self.participants.iter().all(|it| is_before(it) || has_ended(it))
    }

    /// The round that is being filled in: the first that is not revealed.
    pub fn current_round(&self) -> Round {
        (1..Self::MOST_ROUNDS).find(|round| !self.is_revealed(*round)).unwrap_or(Self::MOST_ROUNDS)
    }

    /// What the participants shared in a round, in their order; `None` before everyone is ready. Whose words are still on their
    /// way from another device comes without them.
    pub fn revealed(&self, round: Round) -> Option<Vec<(&Arc<Participant>, Option<Words>)>> {
        self.is_revealed(round).then(|| {
            let shared = |it: &Participant| Some(it.sheet(round)?.words.as_ref()?.shared());
            self.in_round(round).map(|it| (it, shared(it))).collect()
        })
    }

    /// Everything asked for in rounds that are revealed, with who asked, in the order of the rounds. What somebody asked in a
    /// round they left is theirs, as all they wrote in it.
    pub fn requests(&self) -> Vec<(&Arc<Participant>, &Arc<Request>)> {
        let revealed = self.current_round();
        let asked = self
            .participants
            .iter()
            .flat_map(|it| it.requests.iter().map(move |request| (it, request)));
        let mut asked: Vec<_> =
            asked.filter(|(who, it)| it.round < revealed && who.takes_part_in(it.round)).collect();
        crate::order::sort_by_key(&mut asked, |(_, request)| (request.round, request.id));
        asked
    }

    pub fn request(&self, id: RequestId) -> Option<&Arc<Request>> {
        self.participants.iter().flat_map(|it| &it.requests).find(|it| it.id == id)
    }

    /// Takes a participant out with everything they wrote, what others guessed about them, and what was asked for their sake.
    /// Whether there was one.
    pub fn erase(&mut self, id: PersonId) -> bool {
        if self.participant(id).is_none() {
            return false;
        }
        let current = self.current_round();
        for other in &mut self.participants {
            Arc::make_mut(other).settle(current);
        }
        self.forget(id)
    }

    /// The same where another device has erased them, which has said too in which rounds the others took part.
    pub fn forget(&mut self, id: PersonId) -> bool {
        let Some(erased) = self.participant(id) else { return false };
        let requests: Vec<RequestId> = erased.requests.iter().map(|it| it.id).collect();
        self.participants.retain(|it| it.person.id != id);
        for other in &mut self.participants {
            if other.speaks_of(id, &requests) {
                Arc::make_mut(other).forget(id, &requests);
            }
        }
        true
    }
}
