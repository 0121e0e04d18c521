//! Two devices' invitations of one person, or to one change, made one: a key that was taken back on either does not come back by merging.
//! Never gives up a key that was not taken back, and never knows what was sealed for one.

use std::sync::Arc;

use super::preview::Stays;
use crate::domain::{Invitation, Journal};

/// What the file brings to the invitation that is here, or is not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Brings {
    /// One, with its key.
    Invitation,
    /// Word that the one here was taken back, on another device: its key goes.
    TakenBack,
}

/// What there is after merging, and what the file had to do with it. One person is invited once at a time: so of two of this
/// device and the file's, the one that was made on a later day came after the other was taken back.
pub(super) fn join(
    here: Option<&Arc<Invitation>>,
    file: Option<&Arc<Invitation>>,
) -> (Option<Arc<Invitation>>, Option<Brings>) {
    let (here, Some(theirs)) = (here.cloned(), file.cloned()) else { return (here.cloned(), None) };
    let is_open = theirs.secret.is_some();
    match here {
        None => (Some(theirs), is_open.then_some(Brings::Invitation)),
        Some(mine) if mine.secret.is_some() => match mine.public == theirs.public && !is_open {
            true => (Some(theirs), Some(Brings::TakenBack)),
            false => (Some(mine), None),
        },
        Some(left) if is_open && is_later(&theirs, &left) => {
            (Some(theirs), Some(Brings::Invitation))
        }
        left => (left, None),
    }
}

/// What is said of the file's where it has one and merging leaves it.
pub(super) fn stays(here: &Journal, file: &Journal) -> Option<Stays> {
    let (mine, theirs) = (here.invitation.as_ref()?, file.open_invitation()?);
    match mine.secret {
        Some(_) => (mine != theirs).then_some(Stays::Invitation),
        None => (!is_later(theirs, mine)).then_some(Stays::TakenBack),
    }
}

/// Of one day, the one that was taken back counts: what opens too little is mended by asking again.
fn is_later(theirs: &Invitation, left: &Invitation) -> bool {
    theirs.public != left.public && theirs.made_on > left.made_on
}
