//! Opening what is kept, keeping what has changed, and looking around without keeping anything.
//! Never touches bytes: those are the keeper's.

use crate::reactive::Look;
use leptos::prelude::*;

use super::keeper::{Keeper, Opened, Opening, Refusal, SaveError};
use super::{Desk, Kept, Phase};
use crate::domain::Cabinet;
use crate::storage::StorageError;

/// Whether what is on the screen is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keeping {
    Saved,
    /// A change is on its way.
    Saving,
    NotSaved(SaveError),
}

impl Desk {
    pub fn keeping(&self) -> ReadSignal<Keeping> {
        self.keeping.read_only()
    }

    /// Opens what is kept on this device, or begins anew where nothing is.
    pub fn open_kept(&self) {
        let opened = match (self.world.home)() {
            Ok(home) => Keeper::open(home, self.world.draw_secret),
            Err(StorageError::Blocked) => Err(Refusal::Blocked),
            Err(_) => Err(Refusal::Blocked),
        };
        match opened {
            Ok(Opening::Open(opened)) => {
                let Opened { keeper, cabinet, unread } = *opened;
                self.keeper.set_value(Some(keeper));
                self.unread.set(unread);
                self.lay_out(cabinet, Phase::Open(Kept::Kept));
            }
            // No screen asks for a key yet: only a newer Attune can have locked it.
            Ok(Opening::Locked(_)) => {
                self.lay_out(Cabinet::default(), Phase::Refused(Refusal::Newer));
            }
            Err(Refusal::Blocked) => self.lay_out(Cabinet::default(), Phase::Open(Kept::ThisVisit)),
            Err(refusal) => self.lay_out(Cabinet::default(), Phase::Refused(refusal)),
        }
    }

    /// Lays the examples out instead of what is kept, which stays as it is.
    pub fn look_around(&self, examples: Cabinet) {
        self.keep_now();
        self.keeper.set_value(None);
        self.unread.set(Vec::new());
        self.lay_out(examples, Phase::Open(Kept::Example));
    }

    /// Puts the examples away and opens what is kept again.
    pub fn leave_examples(&self) {
        self.open_kept();
    }

    fn lay_out(&self, cabinet: Cabinet, phase: Phase) {
        let open = cabinet.settings.open.filter(|(person, session)| {
            cabinet.journal(*person).is_some_and(|journal| journal.session(*session).is_some())
        });
        self.removals.set(Vec::new());
        // What it spoke of is not on this desk any more.
        self.dismiss_notice();
        self.keeping.set(Keeping::Saved);
        self.cabinet.set(cabinet);
        self.whose.set(open.map(|(person, _)| person));
        self.open.set(open.map(|(_, session)| session));
        self.catch_in_last_moment();
        self.phase.set(phase);
    }

    /// Keeps what has changed as soon as the browser has had its turn, so that a keystroke never waits for storage.
    pub(super) fn keep_soon(&self) {
        if self.keeper.with_value(|keeper| keeper.is_none()) {
            return;
        }
        let is_on_its_way = self.keeping.get_untracked() == Keeping::Saving;
        self.keeping.set(Keeping::Saving);
        if !is_on_its_way {
            let desk = *self;
            (self.world.soon)(Box::new(move || desk.keep_now()));
        }
    }

    /// Keeps what has changed, now: also called when the page is hidden or ends.
    pub fn keep_now(&self) {
        if self.keeping.try_get_untracked() == Some(Keeping::Saved) {
            return;
        }
        let kept = self.keeper.try_update_value(|keeper| {
            let keeper = keeper.as_mut()?;
            Some(self.cabinet.glance(|cabinet| keeper.save(cabinet)))
        });
        match kept.flatten() {
            Some(Ok(())) => self.keeping.set(Keeping::Saved),
            Some(Err(error)) => self.keeping.set(Keeping::NotSaved(error)),
            None => {}
        }
    }
}
