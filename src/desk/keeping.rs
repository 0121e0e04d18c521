//! Keeping what has changed, and saying so only when it is.
//! Never touches bytes: those are the keeper's.

use crate::reactive::Look;
use leptos::prelude::*;

use super::keeper::{Keeper, KeptIn, Outcome, SaveError};
use super::sharing::{Role, word};
use super::{Desk, Kept, Lock, Phase};

/// Whether what is on the screen is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keeping {
    Saved,
    /// A change is on its way.
    Saving,
    NotSaved(SaveError),
}

/// How far saving has come.
#[derive(Clone, Copy, Default)]
pub struct Save {
    is_on_its_way: bool,
    /// Counts the changes, so that one made meanwhile is seen.
    changes: u64,
    /// Letters typed since anything was brought home.
    letters: u32,
}

/// In milliseconds: a letter that comes sooner belongs to the same thought, and is saved with it.
const PAUSE: i32 = 300;
/// Whoever writes without a pause is saved after so many letters nevertheless.
const LETTERS: u32 = 20;

/// In milliseconds: a ledger that has not answered by then is done without, until the next save asks again.
pub const PATIENCE: i32 = 4_000;

impl Desk {
    pub fn keeping(&self) -> ReadSignal<Keeping> {
        self.keeping.read_only()
    }

    /// Which of its homes holds what was saved last.
    pub fn kept_in(&self) -> ReadSignal<KeptIn> {
        self.kept_in.read_only()
    }

    pub(super) fn with_keeper<R>(&self, act: impl FnOnce(&mut Keeper) -> R) -> Option<R> {
        self.keeper.try_update_value(|keeper| keeper.as_mut().map(act)).flatten()
    }

    /// Whether anything may be written: not before it is said who may open it.
    fn may_keep(&self) -> bool {
        let has_keeper = self.keeper.try_with_value(Option::is_some) == Some(true);
        has_keeper
            && self.lock.try_get_untracked() != Some(Lock::Unchosen)
            && matches!(self.role.try_get_untracked(), Some(Role::Writer | Role::HandingOver))
    }

    /// Keeps what has changed as soon as the browser has had its turn, so that a keystroke never waits for storage.
    pub(super) fn keep_soon(&self) {
        if self.keeper.with_value(Option::is_some) {
            self.keeping.set(Keeping::Saving);
        }
        self.bring_soon();
    }

    /// Keeps what is being typed once there is a pause: to bring each letter home alone would cost the device more than it
    /// would save.
    pub(super) fn keep_after_pause(&self) {
        if self.keeper.with_value(Option::is_some) {
            self.keeping.set(Keeping::Saving);
        }
        let typed = self.save.try_update_value(|save| {
            save.changes += 1;
            save.letters += 1;
            *save
        });
        let Some(Save { changes, letters, .. }) = typed else { return };
        if letters >= LETTERS {
            return self.bring_soon();
        }
        let desk = *self;
        (self.world.spawn)(Box::pin(async move {
            (desk.world.wait)(PAUSE).await;
            let is_last = desk.save.try_get_value().is_some_and(|save| save.changes == changes);
            if is_last && desk.may_bring() {
                desk.bring().await;
            }
        }));
    }

    /// Brings both homes to the present state, saying nothing unless that fails.
    pub(super) fn bring_soon(&self) {
        if self.may_bring() {
            let desk = *self;
            (self.world.soon)(Box::new(move || (desk.world.spawn)(Box::pin(desk.bring()))));
        }
    }

    /// Whether what has changed is to be brought home now; then it is this one's turn. Else whoever has it does that too.
    fn may_bring(&self) -> bool {
        self.save.try_update_value(|save| {
            save.changes += 1;
            save.letters = 0;
        });
        self.may_keep() && self.take_turn()
    }

    async fn bring(self) {
        self.keep_all().await;
        self.give_turn_back();
    }

    /// Whether nothing else is on its way to storage: then whoever asked may write.
    pub(super) fn take_turn(&self) -> bool {
        let was =
            self.save.try_update_value(|save| std::mem::replace(&mut save.is_on_its_way, true));
        was == Some(false)
    }

    pub(super) fn give_turn_back(&self) {
        self.save.try_update_value(|save| save.is_on_its_way = false);
    }

    pub(super) async fn keep_all(self) {
        loop {
            // Another tab may have taken the turn since: then what it reads is what counts.
            let changes = self.save.try_get_value().filter(|_| self.may_keep());
            let Some(changes) = changes.map(|save| save.changes) else { return };
            let begun = self.with_keeper(|keeper| {
                self.cabinet.glance(|cabinet| keeper.begin(cabinet)).map(|_| keeper.bring())
            });
            let bring = match begun {
                Some(Ok(bring)) => bring,
                Some(Err(error)) => return self.keeping.set(Keeping::NotSaved(error)),
                None => return,
            };
            match self.see_home(bring).await {
                Some(Ok(_)) => {}
                Some(Err(error)) => return self.keeping.set(Keeping::NotSaved(error)),
                None => return,
            }
            if self.save.with_value(|save| save.changes) == changes {
                self.keeping.set(Keeping::Saved);
                return (self.world.tell)(word::SAVED);
            }
        }
    }

    /// Waits until what was begun has come home, without the ledger where that falls silent. `None` where there is no keeper
    /// any more, or it is still on its way.
    pub(super) async fn see_home(
        &self,
        bring: impl Future<Output = Outcome>,
    ) -> Option<Result<KeptIn, SaveError>> {
        let outcome = self.world.within(PATIENCE, bring).await;
        let settled = self.with_keeper(|keeper| {
            let outcome = outcome.unwrap_or_else(|| {
                keeper.give_ledger_up();
                keeper.bring_at_once()
            });
            keeper.settle(outcome)
        });
        let settled = settled.flatten()?;
        if let Ok(kept_in) = settled {
            self.kept_in.set(kept_in);
        }
        Some(settled)
    }

    /// Keeps what has changed where that can be done at once: called when the page is hidden or ends. The ledger follows if
    /// the page lives on.
    pub fn keep_now(&self) {
        if let Some(below) = self.below() {
            return below.keep_now();
        }
        if self.keeping.try_get_untracked() == Some(Keeping::Saved) || !self.may_keep() {
            return;
        }
        let kept = self.with_keeper(|keeper| {
            if keeper.is_saving() {
                let outcome = keeper.bring_at_once();
                keeper.settle(outcome)?.ok()?;
            }
            let begun = self.cabinet.glance(|cabinet| keeper.begin(cabinet));
            if let Err(error) = begun {
                return Some(Err(error));
            }
            let outcome = keeper.bring_at_once();
            keeper.settle(outcome)
        });
        match kept.flatten() {
            Some(Ok(KeptIn::LocalFirst)) => self.bring_soon(),
            Some(Ok(kept_in)) => {
                self.kept_in.set(kept_in);
                self.keeping.set(Keeping::Saved);
            }
            Some(Err(error)) => self.keeping.set(Keeping::NotSaved(error)),
            None => {}
        }
    }

    /// Whether changes are meant to last.
    pub fn is_kept(&self) -> bool {
        self.phase.get() == Phase::Open(Kept::Kept)
    }
}
