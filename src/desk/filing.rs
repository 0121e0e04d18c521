//! Everything of one person: handed out as a file, and erased with a receipt.
//! Never hands out a reflection that was not asked for, and never says that something is gone without having looked again.

use std::sync::Arc;

use leptos::prelude::*;

use super::keeping::Keeping;
use super::{Desk, Kept, KeptIn, Made, Phase, Removal, Role};
use crate::domain::{Day, Journal, PersonId};
use crate::exchange::{self, Refused};
use crate::reactive::Look;

/// A receipt for one person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ErasedPerson {
    pub day: Day,
    pub sessions: usize,
    pub moments: usize,
    /// Reflections, records, summaries and amendments.
    pub texts: usize,
    pub stores: StoresLeft,
}

/// What became of it where it was kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StoresLeft {
    /// Both were looked at again, and hold nothing of it.
    Nothing,
    /// The change is not kept yet, or something of before may still lie in a store.
    Something,
    /// Nothing was ever kept of this visit.
    NeverKept,
}

/// Why nobody was erased.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotErased {
    OnlyReads,
    NoSuchPerson,
}

impl Desk {
    /// Everything of one person as text that anyone can read, which was read again and compared. Without their invitation,
    /// and without reflections unless they are asked for. Errors: more than a file holds, or nobody there.
    pub fn person_file(&self, person: PersonId, reflections: bool) -> Result<Made, Refused> {
        let journal = self.cabinet.glance(|cabinet| cabinet.journal(person).cloned());
        let journal = journal.ok_or(Refused::NotAttune)?;
        let sessions = u32::try_from(journal.sessions.len()).unwrap_or(u32::MAX);
        let bytes = exchange::person_file(&journal, &self.meta()?, reflections)?;
        Ok(Made { name: self.file_name("json"), bytes, sessions })
    }

    /// Erases one person from both stores and from what could be undone, and looks again. Backup files and states laid aside
    /// before a restore stay: the screen says so.
    pub async fn erase_person(self, id: PersonId) -> Result<ErasedPerson, NotErased> {
        let is_kept = self.phase.get_untracked() == Phase::Open(Kept::Kept);
        if is_kept && self.role.get_untracked() != Role::Writer {
            return Err(NotErased::OnlyReads);
        }
        let journal = self.cabinet.glance(|cabinet| cabinet.journal(id).cloned());
        let journal = journal.ok_or(NotErased::NoSuchPerson)?;
        let stores = match is_kept {
            true => self.erase_from_stores(id).await,
            false => {
                self.let_go_of(id);
                StoresLeft::NeverKept
            }
        };
        let [sessions, moments, texts] = Self::counts(&journal);
        Ok(ErasedPerson { day: self.today(), sessions, moments, texts, stores })
    }

    /// Sessions, moments and texts of one person.
    pub fn counts(journal: &Journal) -> [usize; 3] {
        let moments = journal.sessions.iter().map(|it| it.moments.len()).sum();
        [journal.sessions.len(), moments, texts(journal)]
    }

    /// Undo brings nothing of them back.
    fn let_go_of(&self, id: PersonId) {
        self.remove_person(id);
        self.removals.update(|removals| {
            removals.retain(|removal| match removal {
                Removal::Person { journal, .. } => journal.person.id != id,
                Removal::Part { person, .. } | Removal::Record { person, .. } => *person != id,
                Removal::Conversation { .. } => true,
                Removal::OfChange { .. } => true,
            });
        });
        self.dismiss_notice();
    }

    /// A save alone keeps the state before it until the next one: so it is swept, and both stores are read anew.
    async fn erase_from_stores(self, id: PersonId) -> StoresLeft {
        self.wait_for_turn().await;
        self.let_go_of(id);
        self.keep_all().await;
        let sweep = self.with_keeper(|keeper| {
            keeper.begin_sweep().ok().filter(|begun| *begun).map(|_| keeper.bring())
        });
        let mut is_swept = self.keeping.get_untracked() == Keeping::Saved;
        if let Some(bring) = sweep.flatten() {
            is_swept &= matches!(self.see_home(bring).await, Some(Ok(KeptIn::Both)));
        }
        is_swept &= self.with_keeper(|keeper| keeper.has_remains()) == Some(false);
        let again = self.with_keeper(|keeper| keeper.open_again());
        let is_gone = match again {
            Some(again) => is_without(again.await, id),
            None => false,
        };
        self.give_turn_back();
        self.keep_soon();
        if is_swept && is_gone { StoresLeft::Nothing } else { StoresLeft::Something }
    }
}

fn is_without(opening: Result<super::keeper::Opening, super::Refusal>, id: PersonId) -> bool {
    use super::keeper::Opening;
    match opening {
        Ok(Opening::Open(opened)) => {
            let forks = opened.fork.iter().all(|fork| fork.journal(id).is_none());
            forks && opened.cabinet.journal(id).is_none()
        }
        Ok(Opening::Locked(_)) | Err(_) => false,
    }
}

fn texts(journal: &Journal) -> usize {
    let of_session = |session: &Arc<crate::domain::Session>| {
        let notes = [&session.reflection, &session.record, &session.summary];
        let sheet = [&session.sheet.observation, &session.sheet.intervention];
        let written = notes.into_iter().chain(sheet).filter(|note| !note.is_empty()).count();
        written + session.sheet.amendments.len()
    };
    journal.sessions.iter().map(of_session).sum()
}
