//! Deleting, and taking it back.
//! Never asks first: undo is kinder than a question.

use std::sync::Arc;

use crate::reactive::Look;
use leptos::prelude::*;

use super::Desk;
use super::changing::{RemovedOfChange, put_back};
use crate::domain::{
    Cabinet, ChangeId, Conversation, Item, ItemId, Journal, MomentId, Note, PersonId, Removed,
    SessionId,
};

/// What was deleted, whole, as long as the page is open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Removal {
    Person {
        position: usize,
        journal: Arc<Journal>,
    },
    Part {
        person: PersonId,
        removed: Removed,
    },
    /// What was written as a record, which follows what is caught again.
    Record {
        person: PersonId,
        session: SessionId,
        text: Note,
    },
    Conversation {
        position: usize,
        conversation: Arc<Conversation>,
    },
    OfChange {
        change: ChangeId,
        removed: RemovedOfChange,
    },
}

/// What is to be said of deleting, until it is dismissed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Notice {
    Deleted(Removal),
    /// What was to come back has no place any more, or its place is taken.
    NotPutBack,
    /// Another tab writes, and this one only reads.
    OnlyReads,
}

impl Desk {
    /// How many deletions can be taken back: more than anyone remembers.
    const MOST: usize = 20;

    /// The last deletion or undoing, as long as it should be spoken of.
    pub fn notice(&self) -> ReadSignal<Option<Notice>> {
        self.notice.read_only()
    }

    /// Speaks of the last deletion no more; it can still be taken back.
    pub fn dismiss_notice(&self) {
        self.notice.set(None);
    }

    pub fn remove_person(&self, id: PersonId) {
        let removed = self.change(|cabinet| {
            let position = cabinet.journals.iter().position(|journal| journal.person.id == id)?;
            Some((position, cabinet.journals.remove(position)))
        });
        if self.whose.get_untracked() == Some(id) {
            self.close_session();
            self.whose.set(None);
        }
        if let Some((position, journal)) = removed {
            self.remember(Removal::Person { position, journal });
        }
    }

    pub fn remove_session(&self, id: SessionId) {
        if self.open.get_untracked() == Some(id) {
            self.close_session();
        }
        self.remove_part(|journal| journal.remove_session(id));
    }

    pub fn remove_moment(&self, id: MomentId) {
        let Some(session) = self.open.get_untracked() else { return };
        self.remove_part(|journal| journal.remove_moment(session, id));
        if self.catching.glance(|catching| catching.moment) == Some(id) {
            self.catch_in_last_moment();
        }
    }

    pub fn remove_item(&self, moment: MomentId, item: ItemId) {
        let Some(session) = self.open.get_untracked() else { return };
        self.remove_part(|journal| journal.remove_item(session, moment, item));
        self.catching.update(|catching| {
            if catching.moment == Some(moment) {
                catching.item = catching.item.filter(|current| *current != item);
                catching.about = catching.about.filter(|about| *about != item);
            }
        });
    }

    fn remove_part(&self, remove: impl FnOnce(&mut Journal) -> Option<Removed>) {
        let Some(person) = self.whose.get_untracked() else { return };
        let removed = self.change(|cabinet| cabinet.change_journal(person, remove).flatten());
        if let Some(removed) = removed {
            self.remember(Removal::Part { person, removed });
        }
    }

    pub(super) fn remember(&self, removal: Removal) {
        self.notice.set(Some(Notice::Deleted(removal.clone())));
        self.removals.update(|removals| {
            if removals.len() == Self::MOST {
                removals.remove(0);
            }
            removals.push(removal);
        });
    }

    /// Puts back what was deleted last. Whether it could be: there may be nothing, or the place it stood in may be gone,
    /// which the notice then says.
    pub fn undo(&self) -> bool {
        let Some(removal) = self.removals.try_update(Vec::pop).flatten() else { return false };
        self.dismiss_notice();
        let back = self.change(|cabinet| match removal {
            Removal::Person { position, journal } => {
                let is_there = cabinet.journal(journal.person.id).is_some();
                if !is_there {
                    cabinet.journals.insert(position.min(cabinet.journals.len()), journal);
                }
                (!is_there).then_some(None)
            }
            Removal::Part { person, removed } => {
                let current = current_after(&removed);
                cabinet
                    .change_journal(person, |journal| journal.restore(removed))
                    .filter(|restored| *restored)
                    .map(|_| current)
            }
            Removal::Record { person, session, text } => cabinet
                .change_journal(person, |journal| put_back_record(journal, session, text))
                .filter(|restored| *restored)
                .map(|_| None),
            Removal::Conversation { position, conversation } => {
                put_back_conversation(cabinet, position, conversation).then_some(None)
            }
            Removal::OfChange { change, removed } => cabinet
                .change_change_map(change, |map| put_back(map, removed))
                .filter(|restored| *restored)
                .map(|_| None),
        });
        if let Some(Some((session, moment, item))) = back
            && self.open.get_untracked() == Some(session)
        {
            self.make_current(moment, item);
        }
        if back.is_none() {
            self.notice.set(Some(Notice::NotPutBack));
        }
        back.is_some()
    }
}

fn put_back_conversation(
    cabinet: &mut Cabinet,
    position: usize,
    conversation: Arc<Conversation>,
) -> bool {
    let is_there = cabinet.conversation(conversation.id).is_some();
    if !is_there {
        let position = position.min(cabinet.conversations.len());
        cabinet.conversations.insert(position, conversation);
    }
    !is_there
}

/// Never over what has been written or locked since.
fn put_back_record(journal: &mut Journal, session: SessionId, text: Note) -> bool {
    let put_back = journal.change_session(session, |it| {
        let is_free = it.record.is_empty() && !it.sheet.is_locked();
        if is_free {
            it.record = text;
        }
        is_free
    });
    put_back.unwrap_or(false)
}

/// Where the catch goes on after something was put back.
fn current_after(removed: &Removed) -> Option<(SessionId, MomentId, Option<ItemId>)> {
    match removed {
        Removed::Session { .. } => None,
        Removed::Moment { session, moment, .. } => Some((*session, moment.id, None)),
        Removed::Item { session, moment, item, .. } => {
            Some((*session, *moment, Some(Item::id(item))))
        }
    }
}
