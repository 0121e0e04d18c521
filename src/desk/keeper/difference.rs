//! What has changed between two cabinets, found by shared pointers: what is the same costs nothing.
//! Never looks at storage.

mod together;

use std::sync::Arc;

use super::index::Index;
use super::shelf::Changes;
use crate::domain::{Journal, Moment, MomentId, Note, RecordSheet, Session, SessionId};
use crate::vault::wire::{Place, Record, SessionHeader};

pub use together::{between_changes, between_conversations};

/// From nothing, where the person is new.
pub fn between_journals(old: Option<&Arc<Journal>>, new: &Arc<Journal>) -> Changes {
    let mut changes = Changes::default();
    if old.is_some_and(|old| Arc::ptr_eq(old, new)) {
        return changes;
    }
    if old.is_none_or(|old| old.person != new.person) {
        changes.put(Record::Person(new.person.clone()));
    }
    between_answers(old, new, &mut changes);
    between_what_is_agreed(old, new, &mut changes);
    let old_sessions = old.map_or(&[][..], |old| &old.sessions);
    let (old_rest, new_rest) = trim(old_sessions, &new.sessions);
    let before = Index::new(old_rest.iter().map(|session| session.id.0).collect());
    let after = Index::new(new_rest.iter().map(|session| session.id.0).collect());
    for session in new_rest {
        let old = before.find(session.id.0).map(|place| &old_rest[place]);
        between_sessions(old, session, &mut changes);
    }
    for session in old_rest {
        if after.find(session.id.0).is_none() {
            changes.gone.push(session.id.into());
        }
    }
    changes
}

fn between_answers(old: Option<&Arc<Journal>>, new: &Journal, changes: &mut Changes) {
    let before = old.map_or(&[][..], |old| &old.core_needs);
    if before == new.core_needs.as_slice() {
        return;
    }
    let is_kept = !new.core_needs.is_empty();
    changes.set(Place::CoreNeeds, is_kept.then(|| Record::CoreNeeds(new.core_needs.clone())));
}

/// By which day to review, and the invitation.
fn between_what_is_agreed(old: Option<&Arc<Journal>>, new: &Journal, changes: &mut Changes) {
    if old.and_then(|old| old.review_by) != new.review_by {
        changes.set(Place::ReviewBy, new.review_by.map(Record::ReviewBy));
    }
    if old.and_then(|old| old.invitation.as_ref()) != new.invitation.as_ref() {
        changes.set(Place::Invitation, new.invitation.clone().map(Record::Invitation));
    }
}

fn between_sessions(old: Option<&Arc<Session>>, new: &Arc<Session>, changes: &mut Changes) {
    if old.is_some_and(|old| Arc::ptr_eq(old, new)) {
        return;
    }
    if old.is_none_or(|old| !has_same_header(old, new)) {
        changes.put(Record::Session(new.id, header(new)));
    }
    between_texts(old, new, changes);
    let before = old.map_or_else(Arc::default, |old| Arc::clone(&old.sheet));
    if before != new.sheet {
        let is_kept = *new.sheet != RecordSheet::default();
        let record = is_kept.then(|| Record::RecordSheet(new.id, Arc::clone(&new.sheet)));
        changes.set(Place::RecordSheet(new.id), record);
    }
    if old.and_then(|old| old.received) != new.received {
        let record = new.received.map(|it| Record::Received(new.id, it));
        changes.set(Place::Received(new.id), record);
    }
    between_moments(old.map_or(&[], |old| &old.moments), new.id, &new.moments, changes);
}

fn between_texts(old: Option<&Arc<Session>>, new: &Session, changes: &mut Changes) {
    type Text = (fn(&Session) -> &Note, fn(SessionId) -> Place, fn(SessionId, Note) -> Record);
    let texts: [Text; 3] = [
        (|it| &it.reflection, Place::Reflection, Record::Reflection),
        (|it| &it.record, Place::FileNote, Record::FileNote),
        (|it| &it.summary, Place::Summary, Record::Summary),
    ];
    for (text, place, record) in texts {
        let now = text(new);
        if old.map_or("", |old| text(old).as_str()) != now.as_str() {
            changes.set(place(new.id), (!now.is_empty()).then(|| record(new.id, now.clone())));
        }
    }
}

fn between_moments(
    old: &[Arc<Moment>],
    session: SessionId,
    new: &[Arc<Moment>],
    changes: &mut Changes,
) {
    let (old, new) = trim(old, new);
    let before = Index::new(old.iter().map(|moment| moment.id.0).collect());
    let after = Index::new(new.iter().map(|moment| moment.id.0).collect());
    for moment in new {
        let old = before.find(moment.id.0).map(|place| &old[place]);
        if old.is_none_or(|old| !Arc::ptr_eq(old, moment) && old != moment) {
            changes.put(Record::Moment(session, moment.clone()));
        }
    }
    for moment in old {
        if after.find(moment.id.0).is_none() {
            changes.remove(Place::Moment(session, moment.id));
        }
    }
}

fn has_same_header(old: &Session, new: &Session) -> bool {
    old.begun == new.begun
        && old.day == new.day
        && old.moments.len() == new.moments.len()
        && old.moments.iter().zip(&new.moments).all(|(old, new)| old.id == new.id)
}

fn header(session: &Session) -> SessionHeader {
    let moments: Vec<MomentId> = session.moments.iter().map(|moment| moment.id).collect();
    SessionHeader { begun: session.begun, day: session.day, moments }
}

/// Without what both share at their start and at their end: one edit leaves one element.
fn trim<'a, T>(mut old: &'a [Arc<T>], mut new: &'a [Arc<T>]) -> (&'a [Arc<T>], &'a [Arc<T>]) {
    while let ([old_first, old_rest @ ..], [new_first, new_rest @ ..]) = (old, new)
        && Arc::ptr_eq(old_first, new_first)
    {
        (old, new) = (old_rest, new_rest);
    }
    while let ([old_rest @ .., old_last], [new_rest @ .., new_last]) = (old, new)
        && Arc::ptr_eq(old_last, new_last)
    {
        (old, new) = (old_rest, new_rest);
    }
    (old, new)
}
