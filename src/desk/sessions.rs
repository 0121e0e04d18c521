//! Commands on the chosen person's sessions: begin, open, re-date, close, write the two texts.
//! Never looks inside a moment: that is catching's.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Catching, Desk, Role};
use crate::domain::{Day, Note, Session, SessionId};

/// Which of a session's two texts; they are kept apart and exported apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoteKind {
    Reflection,
    Record,
}

/// Why a text is not taken; what was kept before stays.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotWritten {
    /// More than `Note::MOST` characters.
    TooLong,
    /// The record is locked; see `Desk::amend_record`.
    Locked,
}

impl Desk {
    /// Begins a session of that day with the chosen person and opens it. `None` where nobody is chosen, or where this tab only
    /// reads.
    pub fn begin_session(&self, day: Day) -> Option<SessionId> {
        if !self.may_change() {
            return None;
        }
        let person = self.whose.get_untracked()?;
        let id = SessionId((self.world.draw)());
        self.change(|cabinet| {
            cabinet.change_journal(person, |journal| {
                journal.begin_session(id, day);
            })
        })?;
        self.open_session(id);
        Some(id)
    }

    /// Opens a session of the chosen person; a reload comes back to it.
    pub fn open_session(&self, id: SessionId) {
        self.set_open(Some(id));
        self.catch_in_last_moment();
    }

    pub fn close_session(&self) {
        if self.open.get_untracked().is_some() {
            self.set_open(None);
            self.catching.set(Catching::default());
        }
    }

    fn set_open(&self, id: Option<SessionId>) {
        self.open.set(id);
        if self.role.get_untracked() != Role::Writer {
            // To look at a session is no change; only where a reload comes back to is not noted then.
            return;
        }
        let open = self.whose.get_untracked().zip(id);
        self.change(|cabinet| {
            if cabinet.settings.open != open {
                Arc::make_mut(&mut cabinet.settings).open = open;
            }
        });
    }

    pub fn redate_session(&self, id: SessionId, day: Day) {
        self.with_session(id, |session| session.day = day);
    }

    /// Keeps one of the open session's two texts. Errors: too long, or a record that is locked.
    pub fn write_note(&self, kind: NoteKind, raw: &str) -> Result<(), NotWritten> {
        let note = Note::parse(raw).ok_or(NotWritten::TooLong)?;
        if !self.may_write(kind) {
            return Err(NotWritten::Locked);
        }
        let (person, session) = (self.whose.get_untracked(), self.open.get_untracked());
        if let Some((person, session)) = person.zip(session) {
            let write = |session: &mut Session| match kind {
                NoteKind::Reflection => session.reflection = note,
                NoteKind::Record => session.record = note,
            };
            self.change_by_letter(|cabinet| {
                cabinet.change_journal(person, |journal| journal.change_session(session, write));
            });
        }
        Ok(())
    }

    /// Changes a session of the chosen person; `None` where it is gone.
    pub(super) fn with_session<R>(
        &self,
        id: SessionId,
        change: impl FnOnce(&mut Session) -> R,
    ) -> Option<R> {
        let person = self.whose.get_untracked()?;
        self.change(|cabinet| {
            cabinet.change_journal(person, |journal| journal.change_session(id, change)).flatten()
        })
    }
}
