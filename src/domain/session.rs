//! One dated pass with a person: moments in their order, and texts that are kept apart.
//! Never looks into other sessions: what runs across them is insight's.

use std::sync::Arc;

use super::day::Day;
use super::id::{MomentId, SessionId};
use super::invitation::Received;
use super::moment::Moment;
use super::record_sheet::RecordSheet;

/// A session. Moments are shared pointers, so that an older state costs nothing to keep and a save sees what changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    pub id: SessionId,
    /// Counts up within a person: which of one day came first.
    pub begun: u32,
    pub day: Day,
    pub moments: Vec<Arc<Moment>>,
    /// The therapist's private process notes.
    pub reflection: Note,
    /// The short factual note for the file, once somebody has written into it; until then it is drawn up from what was caught.
    pub record: Note,
    /// What stands on the record beside its text.
    pub sheet: Arc<RecordSheet>,
    /// What it comes to, in the person's own words; empty until they have written it.
    pub summary: Note,
    /// Where it was not caught here but handed over.
    pub received: Option<Received>,
}

/// A longer text. Empty is allowed; at most `Note::MOST` Unicode scalar values.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note(Arc<str>);

impl Note {
    /// In Unicode scalar values; about eight pages.
    pub const MOST: usize = 20_000;

    /// `None` where it is too long. Line breaks stay, NUL goes.
    pub fn parse(raw: &str) -> Option<Note> {
        if raw.chars().count() > Self::MOST {
            return None;
        }
        Some(Note(raw.replace('\0', "").into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Default for Note {
    fn default() -> Self {
        Note("".into())
    }
}

impl Session {
    pub fn new(id: SessionId, begun: u32, day: Day) -> Session {
        Session {
            id,
            begun,
            day,
            moments: Vec::new(),
            reflection: Note::default(),
            record: Note::default(),
            sheet: Arc::default(),
            summary: Note::default(),
            received: None,
        }
    }

    pub fn moment(&self, id: MomentId) -> Option<&Arc<Moment>> {
        self.moments.iter().find(|moment| moment.id == id)
    }

    pub fn position(&self, id: MomentId) -> Option<usize> {
        self.moments.iter().position(|moment| moment.id == id)
    }

    /// Changes one moment and gives what `change` gives; `None` where there is no such moment.
    pub fn change_moment<R>(
        &mut self,
        id: MomentId,
        change: impl FnOnce(&mut Moment) -> R,
    ) -> Option<R> {
        self.moment_mut(id).map(change)
    }

    fn moment_mut(&mut self, id: MomentId) -> Option<&mut Moment> {
        self.moments.iter_mut().find(|moment| moment.id == id).map(Arc::make_mut)
    }

    /// Moves a moment by `places`, as far as there is room. Whether it moved.
    pub fn shift_moment(&mut self, id: MomentId, places: isize) -> bool {
        let Some(from) = self.position(id) else { return false };
        let to = from.saturating_add_signed(places).min(self.moments.len() - 1);
        let moment = self.moments.remove(from);
        self.moments.insert(to, moment);
        from != to
    }
}
