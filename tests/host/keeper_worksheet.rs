//! How a record's sheet, a summary, what was received, a day to review by and an invitation are kept: only where there is something
//! to keep, and each by itself. Never about their bytes: `wire_worksheet` is.

use std::sync::Arc;

use attune::domain::*;
use attune::storage::{Memory, Slot};

use crate::keeper::{Now, kept, open, open_slot};
use crate::keeper_hostile::{Row, records, rewrite};
use crate::samples;

const NEW_KINDS: std::ops::RangeInclusive<u8> = 10..=14;

/// One person with one session, and nothing of what is new.
fn plain() -> Cabinet {
    samples::plain(samples::cabinet(52, 1, 1, 1, 20))
}

fn change(cabinet: &mut Cabinet, change: impl FnOnce(&mut Journal)) {
    let who = cabinet.journals[0].person.id;
    cabinet.change_journal(who, change).unwrap();
}

fn change_session(cabinet: &mut Cabinet, edit: impl FnOnce(&mut Session)) {
    change(cabinet, |journal| {
        let id = journal.sessions[0].id;
        journal.change_session(id, edit).unwrap();
    });
}

/// What is kept of the new kinds, in their order.
fn kinds(memory: &Memory) -> Vec<u8> {
    let kinds = records(memory).into_iter().map(|row| row.0);
    let mut kinds: Vec<u8> = kinds.filter(|kind| NEW_KINDS.contains(kind)).collect();
    kinds.sort_unstable();
    kinds
}

fn check_kept(memory: &Memory, cabinet: &Cabinet, expected: &[u8]) {
    let mut keeper = open(memory).0;
    keeper.save(cabinet).unwrap();
    keeper.sweep().unwrap();
    assert_eq!(kinds(memory), *expected);
    assert!(open(memory).1 == *cabinet, "{expected:?}");
}

fn day() -> Day {
    Day::parse("2026-11-23").unwrap()
}

fn invitation() -> Option<Arc<Invitation>> {
    let (secret, public) = (SecretKey::written([1; 32]), PublicKey([2; 32]));
    Some(Arc::new(Invitation { secret, public, made_on: day(), asks: Vec::new() }))
}

#[test]
fn each_new_value_is_kept_where_it_is_said_and_goes_where_it_is_taken_back() {
    let mut cabinet = plain();
    let memory = kept(&cabinet);
    assert!(kinds(&memory).is_empty());
    change_session(&mut cabinet, |it| it.summary = Note::parse("I feel tired.").unwrap());
    check_kept(&memory, &cabinet, &[10]);
    change_session(&mut cabinet, |it| Arc::make_mut(&mut it.sheet).form = RecordForm::Soap);
    check_kept(&memory, &cabinet, &[10, 11]);
    let received = Received { handover: HandoverId([3; 8]), day: day() };
    change_session(&mut cabinet, |it| it.received = Some(received));
    check_kept(&memory, &cabinet, &[10, 11, 12]);
    change(&mut cabinet, |it| it.review_by = Some(day()));
    check_kept(&memory, &cabinet, &[10, 11, 12, 13]);
    change(&mut cabinet, |it| it.invitation = invitation());
    check_kept(&memory, &cabinet, &[10, 11, 12, 13, 14]);

    change_session(&mut cabinet, |it| it.sheet = Arc::default());
    check_kept(&memory, &cabinet, &[10, 12, 13, 14]);
    change_session(&mut cabinet, |it| it.summary = Note::default());
    check_kept(&memory, &cabinet, &[12, 13, 14]);
    change(&mut cabinet, |it| it.review_by = None);
    check_kept(&memory, &cabinet, &[12, 14]);
    change(&mut cabinet, |it| it.invitation = None);
    check_kept(&memory, &cabinet, &[12]);
    change_session(&mut cabinet, |it| it.received = None);
    check_kept(&memory, &cabinet, &[]);
}

#[test]
fn what_has_not_changed_is_not_written_again() {
    let mut cabinet = plain();
    change(&mut cabinet, |it| it.invitation = invitation());
    change_session(&mut cabinet, |it| {
        Arc::make_mut(&mut it.sheet).observation = Note::parse("pale").unwrap();
    });
    let memory = kept(&cabinet);
    let before = memory.keys();
    // Other pointers, and the same values.
    change(&mut cabinet, |it| it.invitation = invitation());
    change_session(&mut cabinet, |it| it.sheet = Arc::new(RecordSheet::clone(&it.sheet)));
    open(&memory).0.save(&cabinet).unwrap();
    assert_eq!(memory.keys(), before);
}

#[test]
fn what_a_deleted_session_had_goes_with_it() {
    let mut cabinet = plain();
    change_session(&mut cabinet, |it| {
        it.summary = Note::parse("I feel tired.").unwrap();
        Arc::make_mut(&mut it.sheet).form = RecordForm::Girp;
        it.received = Some(Received { handover: HandoverId([3; 8]), day: day() });
    });
    let memory = kept(&cabinet);
    assert_eq!(kinds(&memory), [10, 11, 12]);
    change(&mut cabinet, |it| it.sessions.clear());
    check_kept(&memory, &cabinet, &[]);
}

#[test]
fn a_newer_form_of_record_is_kept_as_it_is_whatever_is_written_beside_it() {
    let mut cabinet = plain();
    change_session(&mut cabinet, |it| Arc::make_mut(&mut it.sheet).form = RecordForm::Girp);
    let memory = kept(&cabinet);
    let mut keys = memory.keys().unwrap();
    keys.retain(|key| key.starts_with("segment.2."));
    rewrite(&memory, &keys[0], |rows: &mut Vec<Row>| {
        rows.iter_mut().find(|row| row.0 == 11).unwrap().3[0] = 200;
    });
    let newer = |memory: &Memory| {
        let rows = records(memory).into_iter().filter(|row| row.0 == 11 && row.3[0] == 200);
        rows.map(|row| row.3).collect::<Vec<_>>()
    };
    let before = newer(&memory);
    let (mut keeper, mut read, unread) = open_slot(memory.clone()).unwrap();
    assert_eq!((before.len(), unread.len()), (1, 1));
    change_session(&mut read, |it| it.summary = Note::parse("I feel tired.").unwrap());
    keeper.save(&read).unwrap();
    keeper.sweep().unwrap();
    assert_eq!(newer(&memory), before);
}
