//! How answers about needs that keep coming back are kept, also beside a newer Attune's that cannot be read.
//! Never about their bytes: `wire_understanding` is.

use std::sync::Arc;

use attune::desk::keeper::{Keeper, Reason, Unread};
use attune::domain::*;
use attune::storage::{Memory, Slot};
use attune::vocabulary::Need;

use crate::keeper::{Now, kept, open, open_slot};
use crate::keeper_hostile::{Row, records, rewrite};
use crate::samples;

const CORE_NEEDS: u8 = 9;
/// An answer that no Attune of today knows.
const TO_COME: u8 = 200;

fn answer(at: usize) -> CoreNeed {
    CoreNeed {
        need: Naming::Known(Need::all().nth(at).unwrap()),
        answer: Answer::RingsTrue,
        day: Day::parse("2026-03-09").unwrap(),
        traces: 7,
    }
}

/// One person who answered about one need, and nothing else of theirs.
fn answered() -> Cabinet {
    let mut cabinet = samples::cabinet(51, 1, 1, 1, 20);
    change(&mut cabinet, |journal| {
        journal.core_needs = Arc::default();
        journal.answer(answer(0));
    });
    cabinet
}

fn change(cabinet: &mut Cabinet, change: impl FnOnce(&mut Journal)) {
    let who = cabinet.journals[0].person.id;
    cabinet.change_journal(who, change).unwrap();
}

fn answers(memory: &Memory) -> Vec<Vec<u8>> {
    let records = records(memory).into_iter();
    records.filter(|it| it.0 == CORE_NEEDS).map(|it| it.3).collect()
}

fn save(keeper: &mut Keeper, cabinet: &Cabinet) {
    keeper.save(cabinet).unwrap();
    keeper.sweep().unwrap();
}

#[test]
fn where_nothing_is_answered_nothing_is_written_of_it() {
    let mut cabinet = answered();
    let memory = kept(&cabinet);
    assert_eq!(answers(&memory).len(), 1);
    let mut keeper = open(&memory).0;
    change(&mut cabinet, |journal| journal.take_back_answer(&answer(0).need));
    save(&mut keeper, &cabinet);
    assert_eq!(answers(&memory), Vec::<Vec<u8>>::new());
    assert!(open(&memory).1 == cabinet);
    // Taken back once more, it is no change.
    let before = memory.keys();
    change(&mut cabinet, |journal| journal.take_back_answer(&answer(0).need));
    keeper.save(&cabinet).unwrap();
    assert_eq!(memory.keys(), before);
}

/// What the number of the first answer is in the record of a newer Attune, and what it would be in ours.
fn turn(memory: &Memory, key: &str, from: u8, to: u8) {
    rewrite(memory, key, |rows: &mut Vec<Row>| {
        let newer = rows.iter_mut().find(|row| row.0 == CORE_NEEDS).unwrap();
        // The day and the traces come after it, in three bytes and one.
        let place = newer.3.len() - 5;
        assert_eq!(newer.3[place], from);
        newer.3[place] = to;
    });
}

fn segment_of_answers(memory: &Memory) -> String {
    let mut keys = memory.keys().unwrap();
    keys.retain(|key| key.starts_with("segment.2."));
    assert_eq!(keys.len(), 1);
    keys.remove(0)
}

#[test]
fn a_newer_answer_is_never_written_over_whatever_is_answered_beside_it() {
    let mut cabinet = answered();
    let memory = kept(&cabinet);
    turn(&memory, &segment_of_answers(&memory), 1, TO_COME);
    let newer = answers(&memory);
    let who = cabinet.journals[0].person.id;
    let named = [Unread { owner: Some(who.into()), part: None, reason: Reason::Newer }];
    let (mut keeper, mut read, unread) = open_slot(memory.clone()).unwrap();
    change(&mut cabinet, |journal| journal.core_needs = Arc::default());
    assert!(read == cabinet, "the person is shown without it");
    assert_eq!(unread, named);

    change(&mut read, |journal| journal.answer(answer(0)));
    change(&mut read, |journal| journal.answer(answer(1)));
    save(&mut keeper, &read);
    assert_eq!(answers(&memory)[0], newer[0], "kept as it was");
    assert_eq!(answers(&memory).len(), 2);
    let (mut keeper, mut again, unread) = open_slot(memory.clone()).unwrap();
    assert!(again == read && unread == named, "what was answered here is here");

    // A newer Attune reads both: the first counts, and the other is named and kept.
    turn(&memory, &segment_of_answers(&memory), TO_COME, 1);
    let (_, there, unread) = open_slot(memory.clone()).unwrap();
    assert_eq!(*there.journals[0].core_needs, [answer(0)]);
    assert_eq!(unread, [Unread { reason: Reason::Damaged, ..named[0] }]);
    turn(&memory, &segment_of_answers(&memory), 1, TO_COME);

    change(&mut again, |journal| journal.core_needs = Arc::default());
    save(&mut keeper, &again);
    assert_eq!(answers(&memory), newer, "taken back, only what was answered here goes");
}

#[test]
fn a_newer_answer_goes_with_its_person() {
    let cabinet = answered();
    let memory = kept(&cabinet);
    turn(&memory, &segment_of_answers(&memory), 1, TO_COME);
    let (mut keeper, mut read, _) = open_slot(memory.clone()).unwrap();
    read.journals.clear();
    save(&mut keeper, &read);
    assert_eq!(records(&memory).iter().filter(|it| it.0 == CORE_NEEDS).count(), 0);
}
