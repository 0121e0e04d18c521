//! Who takes part: add, rename, leave, come back, erase.
//! Never loses anything of the others, and never shows what someone had not said they were ready to show.

use std::sync::Arc;

use super::Hand;
use crate::desk::Desk;
use crate::domain::person::{CodeError, parse_code};
use crate::domain::{Code, Conversation, Kind, Participant, Person, PersonId, Round, Sheet};
use crate::reactive::Look;

/// Why nobody joins under this code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotJoined {
    Code(CodeError),
    /// There is room for `Conversation::MOST`, those who left among them.
    TooMany,
    NothingOpen,
}

impl Desk {
    /// Adds someone, from the round on that is being filled in. Errors: empty, too long, taken in this conversation, full.
    pub fn add_participant(&self, raw: &str) -> Result<PersonId, NotJoined> {
        let code = self.participant_code(raw, None)?;
        let id = PersonId((self.world.draw)());
        let person = Person::new(id, Kind::Participant, code);
        self.with_conversation(|it| {
            if it.participants.len() >= Conversation::MOST {
                return Err(NotJoined::TooMany);
            }
            let since = it.round_to_join();
            it.participants.push(Arc::new(Participant::new(person, since)));
            it.frame.revision = it.frame.revision.saturating_add(1);
            Ok(id)
        })
        .unwrap_or(Err(NotJoined::NothingOpen))
    }

    /// Errors: empty, too long, taken in this conversation.
    pub fn rename_participant(&self, id: PersonId, raw: &str) -> Result<(), NotJoined> {
        let code = self.participant_code(raw, Some(id))?;
        self.with_participant(id, |it| Arc::make_mut(&mut it.person).code = code);
        self.with_conversation(|it| it.frame.revision = it.frame.revision.saturating_add(1));
        Ok(())
    }

    fn participant_code(&self, raw: &str, this: Option<PersonId>) -> Result<Code, NotJoined> {
        self.conversation.glance(|it| {
            let it = it.as_ref().ok_or(NotJoined::NothingOpen)?;
            let people = it.participants.iter().map(|it| it.person.as_ref());
            parse_code(raw, this, people).map_err(NotJoined::Code)
        })
    }

    /// From the round that is being filled in, they take no part. What they shared before stays, and so does what they had
    /// begun: it is theirs when they come back.
    pub fn leave(&self, id: PersonId) {
        self.change_part(|it| it.leave(id));
    }

    /// They take part again. What they had begun when they left goes on in the round that is being filled in.
    pub fn come_back(&self, id: PersonId) {
        self.change_part(|it| {
            let left = it.participant(id).and_then(|it| it.left);
            let has_come = it.come_back(id);
            let now = it.current_round();
            if let Some(left) = left.filter(|left| has_come && *left < now) {
                it.change_participant(id, |it| bring_along(it, left, now));
            }
            has_come
        });
    }

    fn change_part(&self, change: impl FnOnce(&mut Conversation) -> bool) {
        self.with_conversation(|it| {
            if change(it) {
                it.frame.revision = it.frame.revision.saturating_add(1);
            }
        });
        self.set_hand(Hand::Table);
    }

    /// Erases someone: their words, what others guessed about them, what they asked for. Not undone. Whether there was one.
    pub fn erase_participant(&self, id: PersonId) -> bool {
        let erased = self.with_conversation(|it| {
            it.frame.revision = it.frame.revision.saturating_add(1);
            it.erase(id)
        });
        self.set_hand(Hand::Table);
        erased.unwrap_or(false)
    }
}

/// A sheet that was begun and never shown.
fn bring_along(it: &mut Participant, from: Round, to: Round) {
    let begun = it.sheets.iter().position(|sheet| sheet.round == from && !sheet.is_ready);
    if let Some(begun) = begun.map(|at| it.sheets.remove(at)) {
        *it.sheet_mut(to) = Sheet { round: to, is_ready: false, words: begun.words.clone() };
    }
}
