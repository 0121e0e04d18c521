//! What has changed between two cabinets, found by shared pointers: what is the same costs nothing.
//! Never looks at storage.

use std::sync::Arc;

use super::index::Index;
use super::shelf::Changes;
use crate::domain::{Journal, Moment, MomentId, Session, SessionId};
use crate::vault::wire::{Place, Record, SessionHeader};

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
            changes.gone.push(session.id);
        }
    }
    changes
}

fn between_answers(old: Option<&Arc<Journal>>, new: &Journal, changes: &mut Changes) {
    let before = old.map_or(&[][..], |old| &old.core_needs);
    if before == new.core_needs.as_slice() {
        return;
    }
    match new.core_needs.is_empty() {
        true => changes.remove(Place::CoreNeeds),
        false => changes.put(Record::CoreNeeds(new.core_needs.clone())),
    }
}

fn between_sessions(old: Option<&Arc<Session>>, new: &Arc<Session>, changes: &mut Changes) {
    if old.is_some_and(|old| Arc::ptr_eq(old, new)) {
        return;
    }
    if old.is_none_or(|old| !has_same_header(old, new)) {
        changes.put(Record::Session(new.id, header(new)));
    }
    if old.map_or("", |old| old.reflection.as_str()) != new.reflection.as_str() {
        match new.reflection.is_empty() {
            true => changes.remove(Place::Reflection(new.id)),
            false => changes.put(Record::Reflection(new.id, new.reflection.clone())),
        }
    }
    if old.map_or("", |old| old.record.as_str()) != new.record.as_str() {
        match new.record.is_empty() {
            true => changes.remove(Place::FileNote(new.id)),
            false => changes.put(Record::FileNote(new.id, new.record.clone())),
        }
    }
    between_moments(old.map_or(&[], |old| &old.moments), new.id, &new.moments, changes);
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
