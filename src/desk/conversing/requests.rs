//! What is asked for, and what is said to it, then and later.
//! Never settles anything: each one replies for themselves.

use std::sync::Arc;

use leptos::prelude::*;

use crate::desk::Desk;
use crate::domain::moment::{EffectKind, Line};
use crate::domain::{Agreement, NeedWord, PersonId, Request, RequestId, Standing, TextError};

/// Why a request is not taken; what was kept before stays.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotAsked {
    Text(TextError),
    /// Its round is revealed: it stands as it was seen.
    IsRevealed,
    NothingOpen,
}

impl Desk {
    /// Asks for something in the round that is being filled in. Errors: empty, or longer than 140 characters.
    pub fn ask(&self, person: PersonId, raw: &str) -> Result<RequestId, NotAsked> {
        let text = Line::parse(raw).map_err(NotAsked::Text)?;
        let id = RequestId((self.world.draw)());
        let asked = self.with_conversation(|it| {
            let round = it.current_round();
            it.change_participant(person, |it| {
                it.requests.push(Arc::new(Request { id, round, text, effects: Vec::new() }));
            })
        });
        asked.flatten().map(|()| id).ok_or(NotAsked::NothingOpen)
    }

    /// Words a request anew, before its round is revealed. Errors: empty, too long, revealed.
    pub fn reword_request(
        &self,
        person: PersonId,
        request: RequestId,
        raw: &str,
    ) -> Result<(), NotAsked> {
        let text = Line::parse(raw).map_err(NotAsked::Text)?;
        self.with_request(person, request, |it| it.text = text)
    }

    /// Says what a request does to somebody's need, or takes that back. Errors: its round is revealed.
    pub fn affect(
        &self,
        person: PersonId,
        request: RequestId,
        whose: PersonId,
        need: NeedWord,
        kind: Option<EffectKind>,
    ) -> Result<(), NotAsked> {
        self.with_request(person, request, |it| it.affect(whose, need, kind))
    }

    /// Takes a request back before its round is revealed.
    pub fn take_back_request(&self, person: PersonId, request: RequestId) -> Result<(), NotAsked> {
        let taken = self.with_conversation(|it| {
            let round = it.current_round();
            it.change_participant(person, |it| {
                let before = it.requests.len();
                it.requests.retain(|it| it.id != request || it.round < round);
                it.requests.len() < before
            })
        });
        match taken.flatten() {
            Some(true) => Ok(()),
            Some(false) => Err(NotAsked::IsRevealed),
            None => Err(NotAsked::NothingOpen),
        }
    }

    fn with_request(
        &self,
        person: PersonId,
        request: RequestId,
        change: impl FnOnce(&mut Request),
    ) -> Result<(), NotAsked> {
        let changed = self.with_conversation(|it| {
            let round = it.current_round();
            it.change_participant(person, |it| {
                let found = it.requests.iter_mut().find(|it| it.id == request && it.round >= round);
                found.map(|it| change(Arc::make_mut(it)))
            })
        });
        match changed.flatten() {
            Some(Some(())) => Ok(()),
            Some(None) => Err(NotAsked::IsRevealed),
            None => Err(NotAsked::NothingOpen),
        }
    }

    /// Says for someone who writes here what they say to a request that is revealed.
    pub fn reply(&self, person: PersonId, request: RequestId, agreement: Agreement) {
        if self.is_asked(person, request) {
            self.with_participant(person, |it| it.reply_mut(request).agreement = agreement);
        }
    }

    /// Says how a need of theirs stood once they tried it, or takes that back.
    pub fn look_back(
        &self,
        person: PersonId,
        request: RequestId,
        need: NeedWord,
        standing: Standing,
    ) {
        let round = self.conversation.get_untracked().map(|it| it.current_round());
        if let Some(round) = round.filter(|_| self.is_asked(person, request)) {
            self.with_participant(person, |it| {
                it.reply_mut(request).turn_out(need, standing, round);
            });
        }
    }

    /// Whether someone who writes here can say something to it: not before it is revealed.
    fn is_asked(&self, person: PersonId, request: RequestId) -> bool {
        self.conversation.get_untracked().is_some_and(|it| {
            let is_revealed = it.requests().iter().any(|(_, it)| it.id == request);
            is_revealed && it.participant(person).is_some_and(|it| it.is_here)
        })
    }
}
