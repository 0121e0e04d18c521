//! Worksheets for a change: the invitation to hand one over, and counting what comes.
//! Never keeps a worksheet: what was opened is counted and let go of, and nothing says who handed it over.

use std::sync::Arc;

use leptos::prelude::*;

use crate::desk::receiving::NotArrived;
use crate::desk::restoring::SEALED;
use crate::desk::{Desk, NotChanged, NotInvited, Phase};
use crate::domain::{ChangeMap, GroupId, Invitation, SecretKey};
use crate::exchange::handover::{self, Handover};
use crate::insight::change::count;
use crate::worker::Helper;

/// Why a worksheet was not counted. Nothing has changed, and nothing of it is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotCounted {
    /// The change or the group is not there any more.
    Gone,
    NotArrived(NotArrived),
    /// It was counted before, for this group or another of the change.
    Twice,
    /// There is neither a feeling nor a need in it.
    Empty,
    /// Another tab writes.
    OnlyReads,
}

impl Desk {
    /// Makes an invitation of today for the open change, with a new key.
    pub async fn invite_for_change(self, helper: Helper) -> Result<(), NotInvited> {
        let id = self.open_change.id.get_untracked().ok_or(NotInvited::Nobody)?;
        let is_invited =
            |map: &ChangeMap| map.invitation.as_ref().is_some_and(|it| it.secret.is_some());
        if self.open_change.map.get_untracked().is_some_and(|it| is_invited(&it)) {
            return Err(NotInvited::IsInvited);
        }
        if !self.may_change() {
            return Err(NotInvited::OnlyReads);
        }
        let mut bytes = [0; 32];
        (self.world.draw_secret)(&mut bytes).map_err(|_| NotInvited::NoChance)?;
        let secret = SecretKey::written(bytes).ok_or(NotInvited::NoChance)?;
        let public = helper.public_key(secret.clone()).await.map_err(NotInvited::Worker)?;
        let (secret, made_on, asks) = (Some(secret), self.today(), Vec::new());
        let invitation = Arc::new(Invitation { secret, public, made_on, asks });
        // Meanwhile much may have happened: locked, handed to another tab, the change deleted or its invitation made.
        if !matches!(self.phase.get_untracked(), Phase::Open(_)) {
            return Err(NotInvited::Nobody);
        }
        if !self.may_change() {
            return Err(NotInvited::OnlyReads);
        }
        let invite = |map: &mut ChangeMap| match is_invited(map) {
            true => Err(NotInvited::IsInvited),
            false => {
                map.invitation = Some(invitation);
                Ok(())
            }
        };
        self.change(|cabinet| cabinet.change_change_map(id, invite))
            .unwrap_or(Err(NotInvited::Nobody))
    }

    /// Lets go of the key of the open change, for good. Whether there was one.
    pub fn revoke_change_invitation(&self) -> Result<bool, NotChanged> {
        self.with_change(|map| {
            let open = map.invitation.as_mut().filter(|it| it.secret.is_some());
            open.map(|it| Arc::make_mut(it).take_back()).is_some()
        })
    }

    /// Opens a worksheet with the key of the open change, counts it for a group, and lets go of it. One that is not sealed at
    /// all is read as it is.
    pub async fn count_worksheet(
        self,
        helper: Helper,
        group: GroupId,
        bytes: Vec<u8>,
    ) -> Result<(), NotCounted> {
        let map = self.open_change.map.get_untracked().ok_or(NotCounted::Gone)?;
        let handover = open(helper, &map, bytes).await.map_err(NotCounted::NotArrived)?;
        let moments = handover.sessions.iter().flat_map(|it| &it.moments);
        let one = count(moments.map(Arc::as_ref));
        if one.unmet.is_empty() && one.met.is_empty() && one.feelings.is_empty() {
            return Err(NotCounted::Empty);
        }
        // Meanwhile it may have been locked, handed to another tab, or the change closed.
        if !matches!(self.phase.get_untracked(), Phase::Open(_)) {
            return Err(NotCounted::Gone);
        }
        if !self.may_change() {
            return Err(NotCounted::OnlyReads);
        }
        let take = |map: &mut ChangeMap| match map.take(group, handover.id, &one) {
            Some(true) => Ok(()),
            Some(false) => Err(NotCounted::Twice),
            None => Err(NotCounted::Gone),
        };
        self.change(|cabinet| cabinet.change_change_map(map.id, take))
            .unwrap_or(Err(NotCounted::Gone))
    }
}

async fn open(helper: Helper, map: &ChangeMap, bytes: Vec<u8>) -> Result<Handover, NotArrived> {
    if bytes.len() > Desk::HANDOVER_MOST {
        return Err(NotArrived::TooLarge);
    }
    if !bytes.starts_with(SEALED) {
        return Ok(handover::read(&bytes)?);
    }
    let key = map.invitation.as_ref().and_then(|it| it.secret.clone());
    let (_, plain) = helper.open_with_keys(bytes, key.into_iter().collect()).await?;
    Ok(handover::read(&plain)?)
}
