//! Commands on people: add, choose, rename, set aside, their own words.
//! Never lists or finds them: that is the screen's.

use std::sync::Arc;

use crate::reactive::Look;
use leptos::prelude::*;

use super::Desk;
use crate::domain::person::{CodeError, OwnText, parse_code};
use crate::domain::{
    Code, Journal, Kind, OwnWord, OwnWordKind, Person, PersonId, TextError, WordId,
};

/// What can be changed about a person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PersonChange<'a> {
    Rename(&'a str),
    SetAside(bool),
}

impl Desk {
    /// Adds a client and chooses them. Errors: the code is empty, too long or taken.
    pub fn add_client(&self, raw_code: &str) -> Result<PersonId, CodeError> {
        let code = self.parse_code(raw_code, None)?;
        Ok(self.add_person(Kind::Client, code))
    }

    /// The one person of "for myself", added under `code` where there is none yet; chosen.
    pub fn choose_me(&self, code: &str) -> Option<PersonId> {
        let me = self.cabinet.glance(|cabinet| cabinet.me().map(|person| person.id));
        let id = match me {
            Some(id) => id,
            None => self.add_person(Kind::Me, Code::parse(code).ok()?),
        };
        self.choose(id);
        Some(id)
    }

    fn add_person(&self, kind: Kind, code: Code) -> PersonId {
        let id = PersonId((self.world.draw)());
        self.change(|cabinet| {
            cabinet.journals.push(Arc::new(Journal::new(Person::new(id, kind, code))));
        });
        self.choose(id);
        id
    }

    pub(super) fn parse_code(&self, raw: &str, this: Option<PersonId>) -> Result<Code, CodeError> {
        self.cabinet
            .glance(|cabinet| parse_code(raw, this, cabinet.people().map(|person| person.as_ref())))
    }

    /// Looks at this person's sessions; a session of someone else is closed.
    pub fn choose(&self, id: PersonId) {
        if self.whose.get_untracked() != Some(id) {
            self.close_session();
            self.whose.set(Some(id));
        }
    }

    /// Errors: a new code is empty, too long or taken. Nothing happens to a person who is gone.
    pub fn change_person(&self, id: PersonId, change: PersonChange<'_>) -> Result<(), CodeError> {
        let code = match change {
            PersonChange::Rename(raw) => Some(self.parse_code(raw, Some(id))?),
            PersonChange::SetAside(_) => None,
        };
        self.with_person(id, |person| match change {
            PersonChange::Rename(_) => {
                if let Some(code) = code {
                    person.code = code;
                }
            }
            PersonChange::SetAside(set_aside) => person.set_aside = set_aside,
        });
        Ok(())
    }

    fn with_person(&self, id: PersonId, change: impl FnOnce(&mut Person)) {
        self.change(|cabinet| {
            cabinet.change_journal(id, |journal| change(Arc::make_mut(&mut journal.person)))
        });
    }

    /// Adds a word to the chosen person's own, or gives the one that is there. `None` where nobody is chosen.
    /// Errors: empty, or longer than 40 characters.
    pub fn add_own_word(&self, raw: &str, kind: OwnWordKind) -> Result<Option<WordId>, TextError> {
        let text = OwnText::parse(raw)?;
        let Some(person) = untrack(|| self.person()) else { return Ok(None) };
        let is_feeling = matches!(kind, OwnWordKind::Feeling(_));
        if let Some(word) = person.own_word_like(text.as_str(), is_feeling) {
            return Ok(Some(word.id));
        }
        let id = WordId((self.world.draw)());
        self.with_person(person.id, |person| person.own_words.push(OwnWord { id, text, kind }));
        Ok(Some(id))
    }
}
