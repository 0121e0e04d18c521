//! What has changed between two cabinets, found by shared pointers: what is the same costs nothing.
//! Never looks at storage.

use std::sync::Arc;

use super::shelf::Change;
use crate::domain::{Journal, Moment, MomentId, Session, SessionId};
use crate::order;
use crate::vault::wire::{Place, Record, SessionHeader};

/// From nothing, where the person is new.
pub fn between_journals(old: Option<&Arc<Journal>>, new: &Arc<Journal>) -> Vec<Change> {
    let mut changes = Vec::new();
    if old.is_some_and(|old| Arc::ptr_eq(old, new)) {
        return changes;
    }
    if old.is_none_or(|old| old.person != new.person) {
        changes.push(Change::Put(Record::Person(new.person.clone())));
    }
    let old_sessions = old.map_or(&[][..], |old| &old.sessions);
    let (old_rest, new_rest) = trim(old_sessions, &new.sessions);
    let by_id = index(old_rest, |session| session.id);
    for session in new_rest {
        between_sessions(find(old_rest, &by_id, session.id), session, &mut changes);
    }
    let kept = index(new_rest, |session| session.id);
    for (gone, _) in by_id {
        if kept.binary_search_by_key(&gone, |(id, _)| *id).is_err() {
            changes.push(Change::RemoveSession(gone));
        }
    }
    changes
}

fn between_sessions(old: Option<&Arc<Session>>, new: &Arc<Session>, changes: &mut Vec<Change>) {
    if old.is_some_and(|old| Arc::ptr_eq(old, new)) {
        return;
    }
    if old.is_none_or(|old| !has_same_header(old, new)) {
        changes.push(Change::Put(Record::Session(new.id, header(new))));
    }
    if old.map_or("", |old| old.reflection.as_str()) != new.reflection.as_str() {
        changes.push(match new.reflection.is_empty() {
            true => Change::Remove(Place::Reflection(new.id)),
            false => Change::Put(Record::Reflection(new.id, new.reflection.clone())),
        });
    }
    if old.map_or("", |old| old.record.as_str()) != new.record.as_str() {
        changes.push(match new.record.is_empty() {
            true => Change::Remove(Place::FileNote(new.id)),
            false => Change::Put(Record::FileNote(new.id, new.record.clone())),
        });
    }
    between_moments(old.map_or(&[], |old| &old.moments), new.id, &new.moments, changes);
}

fn between_moments(
    old: &[Arc<Moment>],
    session: SessionId,
    new: &[Arc<Moment>],
    changes: &mut Vec<Change>,
) {
    let (old, new) = trim(old, new);
    let by_id = index(old, |moment| moment.id);
    for moment in new {
        let before = find(old, &by_id, moment.id);
        if before.is_none_or(|before| !Arc::ptr_eq(before, moment) && before != moment) {
            changes.push(Change::Put(Record::Moment(session, moment.clone())));
        }
    }
    let kept = index(new, |moment| moment.id);
    for (gone, _) in by_id {
        if kept.binary_search_by_key(&gone, |(id, _)| *id).is_err() {
            changes.push(Change::Remove(Place::Moment(session, gone)));
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

fn index<T, Id: Ord>(items: &[Arc<T>], id: impl Fn(&T) -> Id) -> Vec<(Id, usize)> {
    let mut by_id: Vec<(Id, usize)> =
        items.iter().enumerate().map(|(position, item)| (id(item), position)).collect();
    order::sort(&mut by_id);
    by_id
}

fn find<'a, T, Id: Ord + Copy>(
    items: &'a [Arc<T>],
    by_id: &[(Id, usize)],
    id: Id,
) -> Option<&'a Arc<T>> {
    let found = by_id.binary_search_by_key(&id, |(id, _)| *id).ok()?;
    items.get(by_id[found].1)
}
