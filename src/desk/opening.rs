//! Opening what is kept, and looking around without keeping anything.
//! Never touches bytes: those are the keeper's.

use leptos::prelude::*;

use super::keeper::{Homes, Keeper, NotUnlocked, Opened, Opening, Refusal};
use super::keeping::PATIENCE;
use super::{Desk, Keeping, Kept, KeptIn, Lock, Phase, Talk};
use crate::domain::Cabinet;
use crate::domain::moment::Line;
use crate::exchange::merge;
use crate::storage::StorageError;
use crate::vault::key::DerivedKey;
use crate::vault::way::{Entry, WayFault};

/// The key opens nothing here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WrongKey;

impl Desk {
    /// Opens what is kept on this device, or begins anew where nothing is. Ends in another phase than `Absent`.
    pub fn open_kept(&self) {
        let desk = *self;
        self.phase.set(Phase::Absent);
        (self.world.spawn)(Box::pin(async move {
            desk.take_role().await;
            let opening = desk.look_for_homes().await;
            desk.enter(opening);
        }));
    }

    /// A ledger that falls silent is done without.
    async fn look_for_homes(self) -> Result<Opening, Refusal> {
        let ledger = self.world.within(PATIENCE, (self.world.ledger)()).await;
        let ledger = ledger.unwrap_or(Err(StorageError::Failed));
        let homes = Homes { ledger, local: (self.world.local)() };
        let draw = self.world.draw_secret;
        match self.world.within(PATIENCE, Keeper::open(homes.clone(), draw)).await {
            Some(opening) => opening,
            None => {
                let ledger = Err(StorageError::Failed);
                Keeper::open(Homes { ledger, ..homes }, draw).await
            }
        }
    }

    pub(super) fn enter(&self, opening: Result<Opening, Refusal>) {
        match opening {
            Ok(Opening::Open(opened)) => self.take_over(*opened),
            Ok(Opening::Locked(locked)) => {
                self.locked.set_value(Some(locked));
                self.lay_out(Cabinet::default(), Phase::Locked);
            }
            Err(Refusal::Blocked) => self.lay_out(Cabinet::default(), Phase::Open(Kept::Blocked)),
            Err(refusal) => self.lay_out(Cabinet::default(), Phase::Refused(refusal)),
        }
    }

    fn take_over(&self, opened: Opened) {
        let Opened { keeper, mut cabinet, unread, fork } = opened;
        self.keeper.set_value(Some(keeper));
        self.lock.set(Lock::Unchosen);
        self.unread.set(unread);
        let is_forked = fork.is_some();
        if let Some(fork) = fork {
            cabinet = self.put_together(cabinet, &fork);
        }
        self.lay_out(cabinet, Phase::Open(Kept::Kept));
        self.look_at_lock();
        if is_forked {
            self.keep_soon();
        } else {
            // One home may lack what the other has.
            self.bring_soon();
        }
    }

    /// What two tabs have written apart.
    pub(super) fn put_together(&self, cabinet: Cabinet, fork: &Cabinet) -> Cabinet {
        match Line::parse(self.kept_twice) {
            Ok(name) => merge(&cabinet, fork, &name, &mut || (self.world.draw)()).cabinet,
            Err(_) => cabinet,
        }
    }

    /// What it takes to try each way in, while the vault is locked. One that cannot be tried says why.
    pub fn ways_in(&self) -> Vec<Result<Entry, WayFault>> {
        self.locked.with_value(|locked| locked.as_ref().map_or(Vec::new(), |it| it.ways()))
    }

    /// Tries a key that was derived for the way at this place of `ways_in`. Ends in another phase, or nothing has changed.
    pub async fn unlock(self, place: usize, key: DerivedKey) -> Result<(), WrongKey> {
        let Some(locked) = self.locked.try_update_value(Option::take).flatten() else {
            return Err(WrongKey);
        };
        match locked.unlock(place, &key).await {
            Ok(opened) => self.take_over(opened),
            Err(NotUnlocked::WrongKey(locked)) => {
                self.locked.set_value(Some(locked));
                return Err(WrongKey);
            }
            Err(NotUnlocked::Refused(refusal)) => self.enter(Err(refusal)),
        }
        Ok(())
    }

    /// Opens a keeper beside what is on the desk, for what was not kept so far. What is kept already is put together with it.
    pub(super) fn open_beside(&self) {
        let desk = *self;
        (self.world.spawn)(Box::pin(async move {
            desk.take_role().await;
            let Ok(Opening::Open(opened)) = desk.look_for_homes().await else { return };
            let (keeper, here) = (opened.keeper, desk.cabinet.get_untracked());
            desk.keeper.set_value(Some(keeper));
            if opened.cabinet != Cabinet::default()
                && let Ok(name) = Line::parse(desk.kept_twice)
            {
                let both = merge(&opened.cabinet, &here, &name, &mut || (desk.world.draw)());
                desk.cabinet.set(both.cabinet);
            }
            desk.lock.set(Lock::Unchosen);
            desk.look_at_lock();
            desk.phase.set(Phase::Open(Kept::Kept));
            desk.keep_soon();
        }));
    }

    /// Lays the examples out instead of what is kept, which stays as it is.
    pub fn look_around(&self, examples: Cabinet) {
        self.keep_now();
        self.keeper.set_value(None);
        (self.world.release)();
        self.unread.set(Vec::new());
        self.lay_out(examples, Phase::Open(Kept::Example));
    }

    /// Puts the examples away and opens what is kept again.
    pub fn leave_examples(&self) {
        self.open_kept();
    }

    pub(super) fn lay_out(&self, cabinet: Cabinet, phase: Phase) {
        let open = cabinet.settings.open.filter(|(person, session)| {
            cabinet.journal(*person).is_some_and(|journal| journal.session(*session).is_some())
        });
        self.removals.set(Vec::new());
        self.talk.set(Talk::default());
        // What it spoke of is not on this desk any more.
        self.dismiss_notice();
        self.keeping.set(Keeping::Saved);
        self.kept_in.set(KeptIn::Both);
        self.cabinet.set(cabinet);
        self.whose.set(open.map(|(person, _)| person));
        self.open.set(open.map(|(_, session)| session));
        self.catch_in_last_moment();
        // Said again, the same phase would build the whole screen anew.
        if self.phase.get_untracked() != phase {
            self.phase.set(phase);
        }
    }
}
