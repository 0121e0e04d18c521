//! Commands on the chosen person's invitation: made, changed, taken back.
//! Never draws a weak key, and never puts a new key in the place of one that something may have been sealed for.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Desk, Phase};
use crate::domain::{Ask, Invitation, Journal, SecretKey};
use crate::worker::{Helper, Trouble};

/// Why there is no invitation. Nothing has changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotInvited {
    /// Nobody is chosen, or they are gone by now.
    Nobody,
    /// There is one already: it has to be taken back first, for with its key goes what was sealed for it.
    IsInvited,
    /// The device gives no chance to make a key from.
    NoChance,
    /// Another tab writes.
    OnlyReads,
    Worker(Trouble),
}

impl Desk {
    /// Makes an invitation of today for the chosen person, with a new key.
    pub async fn invite(self, helper: Helper, asks: Vec<Ask>) -> Result<(), NotInvited> {
        let journal = self.journal.get_untracked().ok_or(NotInvited::Nobody)?;
        if journal.open_invitation().is_some() {
            return Err(NotInvited::IsInvited);
        }
        if !self.may_change() {
            return Err(NotInvited::OnlyReads);
        }
        let mut bytes = [0; 32];
        (self.world.draw_secret)(&mut bytes).map_err(|_| NotInvited::NoChance)?;
        let secret = SecretKey::written(bytes).ok_or(NotInvited::NoChance)?;
        let public = helper.public_key(secret.clone()).await.map_err(NotInvited::Worker)?;
        let (secret, made_on) = (Some(secret), self.today());
        let invitation = Arc::new(Invitation { secret, public, made_on, asks });
        // Meanwhile much may have happened: locked, handed to another tab, the person deleted or invited.
        if !matches!(self.phase.get_untracked(), Phase::Open(_)) {
            return Err(NotInvited::Nobody);
        }
        if !self.may_change() {
            return Err(NotInvited::OnlyReads);
        }
        let invite = |journal: &mut Journal| match journal.open_invitation() {
            Some(_) => Err(NotInvited::IsInvited),
            None => {
                journal.invitation = Some(invitation);
                Ok(())
            }
        };
        self.change(|cabinet| cabinet.change_journal(journal.person.id, invite))
            .unwrap_or(Err(NotInvited::Nobody))
    }

    /// Asks for other things with the same key: links given before go on asking for what they did. Whether there is an
    /// invitation.
    pub fn change_asks(&self, asks: Vec<Ask>) -> bool {
        self.with_invitation(|invitation| invitation.asks = asks)
    }

    /// Lets go of the key, for good: what was sealed for it and has not been opened yet opens no more, and no backup brings
    /// it back by merging. Whether there was one.
    pub fn revoke_invitation(&self) -> bool {
        self.with_invitation(Invitation::take_back)
    }

    /// Whether there was one that had not been taken back.
    fn with_invitation(&self, change: impl FnOnce(&mut Invitation)) -> bool {
        let Some(person) = self.whose.get_untracked().filter(|_| self.may_change()) else {
            return false;
        };
        let change = |journal: &mut Journal| {
            let open = journal.invitation.as_mut().filter(|it| it.secret.is_some());
            open.map(|it| change(Arc::make_mut(it))).is_some()
        };
        self.change(|cabinet| cabinet.change_journal(person, change)).unwrap_or(false)
    }
}
