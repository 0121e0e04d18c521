//! Everything that is kept on one device: the people with their journals, and the settings.
//! Never knows where or how it is kept: that is the vault's and the storage's.

use std::sync::Arc;

use super::backups::Backups;
use super::change::ChangeMap;
use super::conversation::Conversation;
use super::id::{ChangeId, ConversationId, PersonId, SessionId};
use super::idle_time::IdleTime;
use super::journal::Journal;
use super::person::{Kind, Person};
use super::session::Note;

/// Cheap to copy: journals, sessions and moments are shared, so an older cabinet shows by pointer what has changed since.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Cabinet {
    /// In the order the people were added.
    pub journals: Vec<Arc<Journal>>,
    /// In the order they were begun here.
    pub conversations: Vec<Arc<Conversation>>,
    /// In the order they were begun.
    pub changes: Vec<Arc<ChangeMap>>,
    pub settings: Arc<Settings>,
    pub backups: Backups,
    pub idle_time: IdleTime,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    pub theme: Theme,
    /// The therapist's own words beside the pointer to human help; empty for none.
    pub pointer: Note,
    /// The session that was open last: where a reload comes back to.
    pub open: Option<(PersonId, SessionId)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// As the device says.
    #[default]
    Device,
    Light,
    Dark,
}

impl Cabinet {
    pub fn journal(&self, person: PersonId) -> Option<&Arc<Journal>> {
        self.journals.iter().find(|journal| journal.person.id == person)
    }

    pub fn people(&self) -> impl Iterator<Item = &Arc<Person>> {
        self.journals.iter().map(|journal| &journal.person)
    }

    /// The one person of "for myself", if begun.
    pub fn me(&self) -> Option<&Arc<Person>> {
        self.people().find(|person| person.kind == Kind::Me)
    }

    /// Whether anything was noted in any session, or there is a conversation or a change.
    pub fn has_words(&self) -> bool {
        if !self.conversations.is_empty() || !self.changes.is_empty() {
            return true;
        }
        let mut sessions = self.journals.iter().flat_map(|journal| &journal.sessions);
        sessions.any(|it| !it.summary.is_empty() || it.moments.iter().any(|it| !it.is_blank()))
    }

    /// Changes one journal and gives what `change` gives; `None` where there is no such person.
    pub fn change_journal<R>(
        &mut self,
        person: PersonId,
        change: impl FnOnce(&mut Journal) -> R,
    ) -> Option<R> {
        self.journal_mut(person).map(change)
    }

    pub fn conversation(&self, id: ConversationId) -> Option<&Arc<Conversation>> {
        self.conversations.iter().find(|it| it.id == id)
    }

    /// Changes one conversation and gives what `change` gives; `None` where there is no such conversation.
    pub fn change_conversation<R>(
        &mut self,
        id: ConversationId,
        change: impl FnOnce(&mut Conversation) -> R,
    ) -> Option<R> {
        self.conversations.iter_mut().find(|it| it.id == id).map(Arc::make_mut).map(change)
    }

    pub fn change_map(&self, id: ChangeId) -> Option<&Arc<ChangeMap>> {
        self.changes.iter().find(|it| it.id == id)
    }

    /// Changes one map of a change and gives what `change` gives; `None` where there is no such map.
    pub fn change_change_map<R>(
        &mut self,
        id: ChangeId,
        change: impl FnOnce(&mut ChangeMap) -> R,
    ) -> Option<R> {
        self.changes.iter_mut().find(|it| it.id == id).map(Arc::make_mut).map(change)
    }

    fn journal_mut(&mut self, person: PersonId) -> Option<&mut Journal> {
        self.journals.iter_mut().find(|journal| journal.person.id == person).map(Arc::make_mut)
    }
}
