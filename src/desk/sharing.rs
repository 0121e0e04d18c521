//! Several tabs over the same notes: one writes, the others read along, and any can take over.
//! Never writes without the turn to; keys never travel between tabs.

use leptos::prelude::*;

use super::keeper::{Opened, Opening};
use super::keeping::PATIENCE;
use super::{Desk, Keeping, Kept, Notice, Phase};
use crate::reactive::Look;

/// What this tab may do with what is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    Writer,
    /// Another tab writes; this one shows what it has written.
    Reader,
    /// Another tab has asked for the turn: what is not kept yet is kept, and nothing more is changed.
    HandingOver,
    /// The turn is asked for, or what the other tab has written is being read: nothing is changed before.
    TakingOver,
}

/// How far this tab has come with the others.
#[derive(Clone, Copy, Default)]
pub struct Sharing {
    /// Counts how often the turn was asked for: only the last time can be lost.
    claims: u64,
    /// Counts how often it was read again: only what was begun last is shown.
    readings: u64,
    /// Counts how often another tab has asked for the turn.
    askings: u64,
    /// Whoever had the turn has kept everything.
    is_handed_over: bool,
    /// Another tab has said that it writes.
    hears_a_writer: bool,
}

/// What tabs say to one another; nothing of a person.
pub mod word {
    /// There is something new to read.
    pub const SAVED: &str = "saved";
    /// The writer is asked to keep everything: another tab is about to take over.
    pub const HAND_OVER: &str = "hand over";
    /// It has.
    pub const HANDED_OVER: &str = "handed over";
    /// Whoever has the turn is asked to say so.
    pub const WHO_WRITES: &str = "who writes";
    pub const I_WRITE: &str = "i write";
}

impl Desk {
    pub fn role(&self) -> ReadSignal<Role> {
        self.role.read_only()
    }

    /// Asks for the turn to write, before anything is opened.
    pub(super) async fn take_role(self) {
        // Where nobody answers, heads are still only swapped if they are unchanged.
        let is_writer = match self.world.within(PATIENCE, self.claim(false)).await {
            Some(false) => self.wait_for_leaving().await,
            Some(true) | None => true,
        };
        self.role.set(if is_writer { Role::Writer } else { Role::Reader });
    }

    /// A page that is left or loaded anew has the turn for a moment still, and says nothing; a tab that lives says that it
    /// writes. Whether the turn came free.
    async fn wait_for_leaving(self) -> bool {
        self.sharing.update_value(|it| it.hears_a_writer = false);
        (self.world.tell)(word::WHO_WRITES);
        let mut looks = Desk::LEAVING / Desk::TURN;
        while !self.sharing.with_value(|it| it.hears_a_writer) && looks > 0 {
            (self.world.wait)(Desk::TURN).await;
            if self.claim(false).await {
                return true;
            }
            looks -= 1;
        }
        false
    }

    /// In milliseconds: as long as a page may need that is being left, and little enough to wait for a tab that sleeps.
    const LEAVING: i32 = 500;

    /// Whether the turn is this tab's now, taken from another where `takes` says so.
    async fn claim(self, takes: bool) -> bool {
        let number = self.count(|it| &mut it.claims);
        // A turn that this tab takes from itself is not lost.
        let is_last = move || self.sharing.try_get_value().is_some_and(|it| it.claims == number);
        (self.world.claim)(
            takes,
            Box::new(move || {
                if is_last() {
                    self.lose_turn()
                }
            }),
        )
        .await
    }

    fn count(&self, which: fn(&mut Sharing) -> &mut u64) -> u64 {
        let counted = self.sharing.try_update_value(|it| {
            let counter = which(it);
            *counter += 1;
            *counter
        });
        counted.unwrap_or_default()
    }

    /// Another tab has taken over: what could not be kept any more is said, and what it writes is read from now on.
    fn lose_turn(self) {
        self.keep_now();
        self.role.set(Role::Reader);
    }

    /// Takes the turn to write, from another tab if need be, and opens what that one has written.
    pub async fn take_over_writing(self) {
        if matches!(self.role.get_untracked(), Role::Writer | Role::TakingOver) {
            return;
        }
        self.role.set(Role::TakingOver);
        if !self.claim(false).await {
            self.wait_for_hand_over().await;
            if !self.claim(true).await {
                return self.role.set(Role::Reader);
            }
        }
        let is_forked = self.read_again().await;
        // Another tab may have been faster still.
        if self.role.get_untracked() != Role::TakingOver {
            return;
        }
        self.role.set(Role::Writer);
        (self.world.tell)(word::SAVED);
        if is_forked {
            self.keep_soon();
        }
    }

    /// In milliseconds: a save takes some ten of them, a second where the disk is busy. A tab that the browser has put to
    /// sleep does not answer at all, and had kept everything before.
    const HAND_OVER: i32 = 1_000;

    /// Until whoever has the turn has kept what it has not kept yet: what two tabs write at once is kept twice.
    async fn wait_for_hand_over(self) {
        self.sharing.update_value(|it| it.is_handed_over = false);
        (self.world.tell)(word::HAND_OVER);
        let mut looks = Desk::HAND_OVER / Desk::TURN;
        while !self.sharing.with_value(|it| it.is_handed_over) && looks > 0 {
            (self.world.wait)(Desk::TURN).await;
            looks -= 1;
        }
    }

    /// Keeps everything for another tab, which takes the turn then. Where it does not, this one goes on.
    async fn hand_over(self) {
        let number = self.count(|it| &mut it.askings);
        self.role.set(Role::HandingOver);
        // At once where that can be: should the rest take longer than the other tab waits, it finds it there.
        self.keep_now();
        self.wait_for_turn().await;
        self.keep_all().await;
        self.give_turn_back();
        (self.world.tell)(word::HANDED_OVER);
        (self.world.wait)(PATIENCE).await;
        // Meanwhile it may have been taken, taken back, and asked for again: that is another wait.
        let is_last = self.sharing.try_get_value().is_some_and(|it| it.askings == number);
        if is_last && self.role.try_get_untracked() == Some(Role::HandingOver) {
            self.role.set(Role::Writer);
        }
    }

    /// Hears what another tab says.
    pub fn hear(self, word: &str) {
        match (word, self.role.get_untracked()) {
            (word::SAVED, Role::Reader) => {
                (self.world.spawn)(Box::pin(async move { _ = self.read_again().await }));
            }
            (word::HAND_OVER, Role::Writer) => (self.world.spawn)(Box::pin(self.hand_over())),
            (word::WHO_WRITES, Role::Writer) if self.has_turn() => (self.world.tell)(word::I_WRITE),
            (word::I_WRITE, _) => self.sharing.update_value(|it| it.hears_a_writer = true),
            (word::HANDED_OVER, Role::TakingOver) => {
                self.sharing.update_value(|it| it.is_handed_over = true);
            }
            _ => {}
        }
    }

    /// Shows what is kept now, and stays where the person is. Whether there is more to keep: what two tabs have written
    /// apart, put together.
    async fn read_again(self) -> bool {
        let number = self.count(|it| &mut it.readings);
        let Some(again) = self.with_keeper(|keeper| keeper.open_again()) else { return false };
        let again = again.await;
        // One that was begun since knows more; or this tab writes by now.
        if self.sharing.with_value(|it| it.readings) != number {
            return false;
        }
        match again {
            Ok(Opening::Open(opened)) => self.show_again(*opened),
            // The lock is another now: this tab asks for its key again.
            other => {
                self.enter(other);
                false
            }
        }
    }

    fn show_again(self, opened: Opened) -> bool {
        let Opened { keeper, mut cabinet, unread, fork } = opened;
        // Whoever only reads leaves it to the writer.
        let fork = fork.filter(|_| self.role.get_untracked() == Role::TakingOver);
        let is_forked = fork.is_some();
        if let Some(fork) = fork {
            cabinet = self.put_together(cabinet, &fork);
        }
        self.keeper.set_value(Some(keeper));
        self.unread.set(unread);
        self.keeping.set(Keeping::Saved);
        self.cabinet.set(cabinet);
        self.close_sheet();
        self.look_at_lock();
        if self.moment.glance(Option::is_none) {
            self.catch_in_last_moment();
        }
        is_forked
    }

    /// A tab that has just been opened does not know yet, and one that shows the examples has given the turn back.
    fn has_turn(&self) -> bool {
        matches!(self.phase.get_untracked(), Phase::Locked | Phase::Open(Kept::Kept))
    }

    /// Whether a change may be made here; where not, it is said.
    pub(super) fn may_change(&self) -> bool {
        let is_shared = self.phase.get_untracked() == Phase::Open(Kept::Kept);
        let may = !is_shared || self.role.get_untracked() == Role::Writer;
        if !may {
            self.notice.set(Some(Notice::OnlyReads));
        }
        may
    }
}
