//! Commands on the record of the open session: its sheet, its text, its lock, what is added after.
//! Never draws it up: that is `writing`'s, and the screen hands in the text. Never changes what is locked.

use std::sync::Arc;

use crate::reactive::Look;
use leptos::prelude::*;

use super::{Desk, NoteKind, Removal};
use crate::domain::moment::Line;
use crate::domain::{
    Amendment, Day, Minutes, Note, PersonId, RecordForm, RecordSheet, Session, TextError, TimeOfDay,
};

/// One field of the sheet, as it is written; an empty text empties it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SheetChange<'a> {
    Form(RecordForm),
    Observation(&'a str),
    Intervention(&'a str),
    Time(Option<TimeOfDay>),
    Length(Option<Minutes>),
    Modality(&'a str),
    Attendance(&'a str),
}

/// Why a record is as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotRecorded {
    NoSession,
    /// It stays as it is; what is to be said further is an amendment.
    Locked,
    /// Only a locked record is amended.
    NotLocked,
    /// Both in Unicode scalar values.
    TooLong {
        has: usize,
        most: usize,
    },
    /// There is nothing to add, or to lock.
    Empty,
    /// Another tab writes.
    OnlyReads,
}

impl Desk {
    /// Changes one field of the open session's sheet. Errors: no session, locked, too long; all stays then.
    pub fn change_sheet(&self, change: SheetChange<'_>) -> Result<(), NotRecorded> {
        let mut sheet = (*self.open_sheet()?).clone();
        match change {
            SheetChange::Form(form) => sheet.form = form,
            SheetChange::Observation(raw) => sheet.observation = note(raw)?,
            SheetChange::Intervention(raw) => sheet.intervention = note(raw)?,
            SheetChange::Time(time) => sheet.time = time,
            SheetChange::Length(length) => sheet.length = length,
            SheetChange::Modality(raw) => sheet.modality = line(raw)?,
            SheetChange::Attendance(raw) => sheet.attendance = line(raw)?,
        }
        let is_typed = !matches!(change, SheetChange::Form(_));
        self.change_open(is_typed, |session| session.sheet = Arc::new(sheet));
        Ok(())
    }

    /// Writes the open session's record. Errors: no session, locked, too long; all stays then.
    pub fn write_record(&self, raw: &str) -> Result<(), NotRecorded> {
        let text = note(raw)?;
        self.open_sheet()?;
        self.change_open(true, |session| session.record = text);
        Ok(())
    }

    /// Lets go of what was written, so that the record follows what was caught again; undo brings it back.
    /// Errors: no session, locked.
    pub fn follow_again(&self) -> Result<(), NotRecorded> {
        self.open_sheet()?;
        let person = self.whose.get_untracked().ok_or(NotRecorded::NoSession)?;
        let session = self.session.get_untracked().ok_or(NotRecorded::NoSession)?;
        if !session.record.is_empty() {
            self.change_open(false, |it| it.record = Note::default());
            let text = session.record.clone();
            self.remember(Removal::Record { person, session: session.id, text });
        }
        Ok(())
    }

    /// Locks the open session's record with this text, as it was written or drawn up: neither it nor the sheet changes from
    /// then on. Errors: no session, locked already, too long, empty, another tab writes.
    pub fn lock_record(&self, raw: &str) -> Result<(), NotRecorded> {
        let text = note(raw)?;
        if raw.trim().is_empty() {
            return Err(NotRecorded::Empty);
        }
        let mut sheet = (*self.open_sheet()?).clone();
        if !self.may_change() {
            return Err(NotRecorded::OnlyReads);
        }
        sheet.locked = Some(self.today());
        self.change_open(false, |session| {
            session.record = text;
            session.sheet = Arc::new(sheet);
        });
        Ok(())
    }

    /// Adds to the locked record of the open session, with the day of today; what was added is never changed.
    /// Errors: no session, not locked, too long, empty, another tab writes.
    pub fn amend_record(&self, raw: &str) -> Result<(), NotRecorded> {
        let text = note(raw.trim())?;
        let session = self.session.get_untracked().ok_or(NotRecorded::NoSession)?;
        if !session.sheet.is_locked() {
            return Err(NotRecorded::NotLocked);
        }
        if text.is_empty() {
            return Err(NotRecorded::Empty);
        }
        if !self.may_change() {
            return Err(NotRecorded::OnlyReads);
        }
        let amendment = Amendment { day: self.today(), text };
        self.change_open(false, |it| Arc::make_mut(&mut it.sheet).amendments.push(amendment));
        Ok(())
    }

    /// Sets the day by which to decide whether all of a person is still needed, or takes it back. Whether there is such a
    /// person.
    pub fn set_review_by(&self, person: PersonId, day: Option<Day>) -> bool {
        let set = |cabinet: &mut crate::domain::Cabinet| {
            cabinet.change_journal(person, |journal| journal.review_by = day)
        };
        self.change(set).is_some()
    }

    /// The sheet of the open session, where it may still change.
    fn open_sheet(&self) -> Result<Arc<RecordSheet>, NotRecorded> {
        let sheet = self.session.glance(|session| session.as_ref().map(|it| it.sheet.clone()));
        let sheet = sheet.ok_or(NotRecorded::NoSession)?;
        if sheet.is_locked() { Err(NotRecorded::Locked) } else { Ok(sheet) }
    }

    fn change_open(&self, by_letter: bool, change: impl FnOnce(&mut Session)) {
        let open = self.whose.get_untracked().zip(self.open.get_untracked());
        let Some((person, session)) = open else { return };
        let change = |cabinet: &mut crate::domain::Cabinet| {
            cabinet.change_journal(person, |journal| journal.change_session(session, change));
        };
        if by_letter { self.change_by_letter(change) } else { self.change(change) }
    }

    /// Whether a text of the open session may be written.
    pub(super) fn may_write(&self, kind: NoteKind) -> bool {
        kind == NoteKind::Reflection || self.open_sheet() != Err(NotRecorded::Locked)
    }
}

fn note(raw: &str) -> Result<Note, NotRecorded> {
    let too_long = || NotRecorded::TooLong { has: raw.chars().count(), most: Note::MOST };
    Note::parse(raw).ok_or_else(too_long)
}

fn line(raw: &str) -> Result<Option<Line>, NotRecorded> {
    match Line::parse(raw) {
        Ok(line) => Ok(Some(line)),
        Err(TextError::Empty) => Ok(None),
        Err(TextError::TooLong { has, most }) => Err(NotRecorded::TooLong { has, most }),
    }
}
