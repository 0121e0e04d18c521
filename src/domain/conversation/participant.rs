//! One who takes part: their sheets, what they ask for, and what they say to what others ask.
//! Never decides what others see: that is the conversation's, for it takes everyone.

use std::sync::Arc;

use super::Round;
use super::request::{Reply, Request};
use super::sheet::{Sheet, Words};
use crate::domain::id::{PersonId, RequestId};
use crate::domain::person::Person;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Participant {
    /// Of the kind `Participant`; holds their code and own words.
    pub person: Arc<Person>,
    /// Whether they write on this device; else what they share comes in files.
    pub is_here: bool,
    /// Counts what was said for the other devices, so that of two files the later one is known.
    pub revision: u32,
    /// What opens their sheets again where several share a device.
    pub sign: Option<Sign>,
    /// From this round on they take part in every one; before it in those alone they were ready in. It moves when they come
    /// back, and when somebody is erased: so what is revealed stays so.
    pub since: Round,
    /// The first round they no longer take part in, by their own word.
    pub left: Option<Round>,
    /// The first round for which the device that began it no longer counts on them; `OUT` where it took them out altogether.
    /// Apart from `left`: each of the two is said by one device alone, so neither takes back what the other said.
    pub released: Option<Round>,
    /// At most one for each round, in their order.
    pub sheets: Vec<Arc<Sheet>>,
    pub requests: Vec<Arc<Request>>,
    /// One for each request at most.
    pub replies: Vec<Reply>,
    pub told: ToldSoFar,
}

/// What files for other devices have said of somebody who writes here.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ToldSoFar {
    /// The last round for which a file has said that they are ready; 0 for none. Others may have revealed by it, so up to it
    /// nobody stops being ready.
    pub until: Round,
    /// Of what the last file said of them; 0 for none. Shows that there is something new to say.
    pub checksum: u32,
}

/// Enough of a word to tell who knows it from who guesses, too little to tell the word: 32 bits. It closes a sheet on the
/// screen; what closes it in storage is the vault's lock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sign(pub u32);

impl Participant {
    pub fn new(person: Person, since: Round) -> Participant {
        Participant {
            person: Arc::new(person),
            is_here: true,
            revision: 0,
            sign: None,
            since,
            left: None,
            released: None,
            sheets: Vec::new(),
            requests: Vec::new(),
            replies: Vec::new(),
            told: ToldSoFar::default(),
        }
    }

    /// Writes on another device from now on. In which rounds they were silent is known: nothing of those is waited for.
    pub fn move_elsewhere(&mut self) {
        self.is_here = false;
        let silent = self.sheets.iter_mut().filter(|it| it.is_ready && it.words.is_none());
        silent.for_each(|it| Arc::make_mut(it).words = Some(Words::silent()));
    }

    /// In the place of a round of `released`: they are no longer among those the conversation lists.
    pub const OUT: Round = 0;

    pub fn takes_part_in(&self, round: Round) -> bool {
        match round < self.since {
            true => self.is_listed() && self.is_ready(round),
            false => self.end().is_none_or(|end| round < end),
        }
    }

    /// Whether the device that began it still lists them.
    pub fn is_listed(&self) -> bool {
        self.released != Some(Self::OUT)
    }

    /// Whether they may still say that they are not ready after all: not once a file has told the others.
    pub fn may_take_back_ready(&self, round: Round) -> bool {
        round > self.told.until
    }

    pub fn sheet(&self, round: Round) -> Option<&Arc<Sheet>> {
        self.sheets.iter().find(|it| it.round == round)
    }

    pub fn is_ready(&self, round: Round) -> bool {
        self.sheet(round).is_some_and(|it| it.is_ready)
    }

    /// The sheet of a round, made where there is none yet.
    pub fn sheet_mut(&mut self, round: Round) -> &mut Sheet {
        let place = self.sheets.partition_point(|it| it.round < round);
        if self.sheets.get(place).is_none_or(|it| it.round != round) {
            self.sheets.insert(place, Arc::new(Sheet::new(round)));
        }
        Arc::make_mut(&mut self.sheets[place])
    }

    /// No longer waits for them. What they wrote in the round that is being filled in stays theirs, and is not revealed.
    pub(super) fn leave(&mut self, round: Round) {
        self.left = Some(round.max(self.since));
        self.take_back_ready(round);
    }

    /// Takes part again from the round that is being filled in. In those between they said nothing, ready or not.
    pub(super) fn come_back(&mut self, current: Round) {
        let Some(left) = self.left.take() else { return };
        self.take_back_ready(left);
        self.since = self.since.max(current);
    }

    /// The first round they no longer take part in, whoever said so.
    pub fn end(&self) -> Option<Round> {
        self.left.into_iter().chain(self.released).min()
    }

    /// Holds fast in which of the rounds before this one they took part: those they were ready in.
    pub(super) fn settle(&mut self, current: Round) {
        let until = self.end().map_or(current, |end| end.min(current));
        self.since = self.since.max(until);
    }

    fn take_back_ready(&mut self, from: Round) {
        for sheet in self.sheets.iter_mut().filter(|it| it.round >= from && it.is_ready) {
            Arc::make_mut(sheet).is_ready = false;
        }
    }

    pub fn reply(&self, request: RequestId) -> Option<&Reply> {
        self.replies.iter().find(|it| it.request == request)
    }

    /// The reply to a request, made where there is none yet.
    pub fn reply_mut(&mut self, request: RequestId) -> &mut Reply {
        let place = self.replies.iter().position(|it| it.request == request).unwrap_or_else(|| {
            self.replies.push(Reply::new(request));
            self.replies.len() - 1
        });
        &mut self.replies[place]
    }

    /// Whether anything of theirs refers to somebody, or to one of these requests.
    pub(super) fn speaks_of(&self, person: PersonId, requests: &[RequestId]) -> bool {
        self.replies.iter().any(|it| requests.contains(&it.request))
            || self.sheets.iter().any(|it| it.guesses_about(person))
            || self.requests.iter().any(|it| it.effects.iter().any(|it| it.whose == person))
    }

    pub(super) fn forget(&mut self, person: PersonId, requests: &[RequestId]) {
        self.replies.retain(|it| !requests.contains(&it.request));
        for sheet in self.sheets.iter_mut().filter(|it| it.guesses_about(person)) {
            Arc::make_mut(sheet).forget(person);
        }
        for request in &mut self.requests {
            if request.effects.iter().any(|it| it.whose == person) {
                Arc::make_mut(request).effects.retain(|it| it.whose != person);
            }
        }
    }
}
