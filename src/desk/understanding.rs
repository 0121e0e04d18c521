//! Commands on what is understood over time: which needs keep coming back, and what choices do to needs.
//! Never weighs traces: whether a need is asked about is insight's, and whether it rings true the person's.

use leptos::prelude::*;

use super::Desk;
use crate::domain::{
    Answer, Cabinet, Choice, CoreNeed, EffectKind, Item, ItemId, MomentId, NeedWord, SessionId,
    Standing,
};

impl Desk {
    /// Keeps what the chosen person answered today about a need that keeps coming back, in the place of what they answered
    /// before. `traces` is how many pointed to it. Whether somebody is chosen.
    pub fn answer_core_need(&self, need: NeedWord, answer: Answer, traces: u32) -> bool {
        let Some(person) = self.whose.get_untracked() else { return false };
        let answer = CoreNeed { need, answer, day: self.today(), traces };
        self.change(|cabinet| cabinet.change_journal(person, |journal| journal.answer(answer)))
            .is_some()
    }

    /// Takes back what the chosen person answered about a need. Whether there was an answer.
    pub fn take_back_core_need(&self, need: &NeedWord) -> bool {
        let journal = self.journal.get_untracked();
        let Some(journal) = journal.filter(|it| it.core_need(need).is_some()) else { return false };
        let take_back = |cabinet: &mut Cabinet| {
            cabinet.change_journal(journal.person.id, |journal| journal.take_back_answer(need))
        };
        self.change(take_back).is_some()
    }

    /// Says what a choice does to a need, in any session of the chosen person; `None` takes it back, and with it how it
    /// turned out. Whether there is such a choice.
    pub fn set_effect(
        &self,
        session: SessionId,
        moment: MomentId,
        item: ItemId,
        need: NeedWord,
        kind: Option<EffectKind>,
    ) -> bool {
        self.with_choice((session, moment, item), |choice| {
            choice.affect(need, kind);
            true
        })
    }

    /// Says how a need that a choice affects stood afterwards, in any session of the chosen person. Whether it affects it.
    pub fn set_turned_out(
        &self,
        session: SessionId,
        moment: MomentId,
        item: ItemId,
        need: &NeedWord,
        standing: Standing,
    ) -> bool {
        self.with_choice((session, moment, item), |choice| choice.turn_out(need, standing))
    }

    fn with_choice(
        &self,
        (session, moment, item): (SessionId, MomentId, ItemId),
        change: impl FnOnce(&mut Choice) -> bool,
    ) -> bool {
        let change = |item: &mut Item| match item {
            Item::Choice(choice) => change(choice),
            _ => false,
        };
        self.with_session(session, |it| {
            it.change_moment(moment, |it| it.item_mut(item).is_some_and(change))
        })
        .flatten()
        .unwrap_or(false)
    }
}
