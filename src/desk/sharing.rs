//! Several tabs over the same notes: one writes, the others read along, and any can take over.
//! Never writes without the turn to; keys never travel between tabs.

use leptos::prelude::*;

use super::keeper::Opening;
use super::keeping::PATIENCE;
use super::{Desk, Keeping, Kept, Notice, Phase};
use crate::reactive::Look;

/// What this tab may do with what is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    Writer,
    /// Another tab writes; this one shows what it has written.
    Reader,
}

/// What tabs say to one another; nothing of a person.
pub mod word {
    /// There is something new to read.
    pub const SAVED: &str = "saved";
    /// The writer is asked to keep everything: another tab is about to take over.
    pub const HAND_OVER: &str = "hand over";
}

impl Desk {
    pub fn role(&self) -> ReadSignal<Role> {
        self.role.read_only()
    }

    /// Asks for the turn to write, before anything is opened.
    pub(super) async fn take_role(self) {
        let lost = Box::new(move || self.lose_turn());
        // Where nobody answers, heads are still only swapped if they are unchanged.
        let claim = (self.world.claim)(false, lost);
        let is_writer = self.world.within(PATIENCE, claim).await.unwrap_or(true);
        self.role.set(if is_writer { Role::Writer } else { Role::Reader });
    }

    /// Another tab has taken over: what could not be kept any more is said, and what it writes is read from now on.
    fn lose_turn(self) {
        self.keep_now();
        self.role.set(Role::Reader);
    }

    /// Takes the turn to write, from another tab if need be, and opens what that one has written.
    pub async fn take_over_writing(self) {
        (self.world.tell)(word::HAND_OVER);
        // Time for the other tab to keep what it has not kept yet.
        (self.world.wait)(Desk::HAND_OVER).await;
        let lost = Box::new(move || self.lose_turn());
        if (self.world.claim)(true, lost).await {
            self.role.set(Role::Writer);
            self.read_again().await;
            (self.world.tell)(word::SAVED);
        }
    }

    /// In milliseconds.
    const HAND_OVER: i32 = 150;

    /// Hears what another tab says.
    pub fn hear(self, word: &str) {
        match word {
            word::SAVED if self.role.get_untracked() == Role::Reader => {
                (self.world.spawn)(Box::pin(self.read_again()));
            }
            word::HAND_OVER if self.role.get_untracked() == Role::Writer => self.keep_now(),
            _ => {}
        }
    }

    /// Shows what is kept now, and stays where the person is.
    async fn read_again(self) {
        let Some(again) = self.with_keeper(|keeper| keeper.open_again()) else { return };
        match again.await {
            Ok(Opening::Open(opened)) => {
                let opened = *opened;
                self.keeper.set_value(Some(opened.keeper));
                self.unread.set(opened.unread);
                self.keeping.set(Keeping::Saved);
                self.cabinet.set(opened.cabinet);
                self.look_at_lock();
                if self.moment.glance(Option::is_none) {
                    self.catch_in_last_moment();
                }
            }
            // The lock is another now: this tab asks for its key again.
            other => self.enter(other),
        }
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
