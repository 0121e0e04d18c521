//! Commands of the worksheet: what shows up elsewhere too, and what it comes to in the person's own words.
//! Everything else on it is caught as on the canvas.

use leptos::prelude::*;

use super::{Desk, NotWritten};
use crate::domain::{Listed, Moment, MomentId, Note, Session, Standing};
use crate::vocabulary::Area;

impl Desk {
    /// Says that what goes short in the current moment goes short in this area too: a moment of its own, with the same needs
    /// as they stand. The current one stays current. `None` where nothing goes short, or no session is open.
    pub fn show_elsewhere(&self, area: Area) -> Option<MomentId> {
        let current = self.moment.get_untracked()?;
        let session = self.open.get_untracked()?;
        let mut moment = Moment::new(MomentId((self.world.draw)()));
        moment.area = Some(Listed::Known(area));
        for mark in current.needs().filter(|mark| mark.standing != Standing::Met) {
            let copied = moment.mark_need(mark.need.clone(), mark.standing);
            if let Some(item) = moment.item_mut(copied)
                && let crate::domain::Item::Need(copy) = item
            {
                copy.known_by = mark.known_by;
            }
        }
        if moment.items.is_empty() {
            return None;
        }
        let id = moment.id;
        self.with_session(session, |it| it.moments.push(moment.into()))?;
        Some(id)
    }

    /// Keeps what the open session comes to, in the person's own words. Errors: too long; what was kept before stays.
    pub fn write_summary(&self, raw: &str) -> Result<(), NotWritten> {
        let note = Note::parse(raw).ok_or(NotWritten::TooLong)?;
        let (person, session) = (self.whose.get_untracked(), self.open.get_untracked());
        if let Some((person, session)) = person.zip(session) {
            let write = |session: &mut Session| session.summary = note;
            self.change_by_letter(|cabinet| {
                cabinet.change_journal(person, |journal| journal.change_session(session, write));
            });
        }
        Ok(())
    }
}
