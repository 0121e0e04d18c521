//! How conversations and changes are kept: each as an owner of its own, each sheet by itself.
//! Never about their bytes: `wire_together` is.

use std::sync::Arc;

use attune::desk::keeper::{Reason, SaveError};
use attune::domain::moment::Line;
use attune::domain::*;
use attune::storage::{Memory, Slot};

use crate::keeper::{Now, kept, open, open_slot};
use crate::keeper_hostile::{Row, records, rewrite};
use crate::samples::{self, Dice};

/// One client, one conversation of three with two rounds, one change.
fn talk() -> Cabinet {
    let mut dice = Dice::new(61);
    let mut cabinet = samples::plain(samples::cabinet(61, 1, 1, 1, 20));
    let mut conversation = samples::conversation(&mut dice);
    while conversation.participants.len() < 3 {
        let code = format!("P-{}", conversation.participants.len());
        let code = ShortText::parse(&code).unwrap();
        let person = Person::new(PersonId(dice.id()), Kind::Participant, code);
        conversation.participants.push(Arc::new(Participant::new(person, 1)));
    }
    for who in people(&conversation) {
        for round in [1, 2] {
            conversation.change_participant(who, |it| {
                it.sheet_mut(round).words = Some(Words::new(MomentId(dice.id())));
            });
        }
    }
    cabinet.conversations.push(Arc::new(conversation));
    let mut map = samples::change_map(&mut dice);
    map.groups.push(Arc::new(samples::group(&mut dice)));
    cabinet.changes.push(Arc::new(map));
    cabinet
}

fn people(conversation: &Conversation) -> Vec<PersonId> {
    conversation.participants.iter().map(|it| it.person.id).collect()
}

fn change_first(cabinet: &mut Cabinet, change: impl FnOnce(&mut Conversation)) {
    let id = cabinet.conversations[0].id;
    cabinet.change_conversation(id, change).unwrap();
}

fn write_into(sheet: &mut Sheet, text: &str) {
    let words = sheet.words.as_mut().unwrap();
    Arc::make_mut(&mut words.mine.moment).add_behaviour(Line::parse(text).unwrap());
}

fn rows(memory: &Memory, kind: u8) -> Vec<Row> {
    records(memory).into_iter().filter(|row| row.0 == kind).collect()
}

#[test]
fn conversations_and_changes_come_back_from_where_they_are_kept() {
    for seed in 0..40 {
        let cabinet = samples::with_together(seed, samples::cabinet(seed, 2, 1, 1, 30));
        let (_, again, unread) = open_slot(kept(&cabinet)).unwrap();
        assert!(again == cabinet && unread.is_empty(), "{seed}: {unread:?}");
    }
}

#[test]
fn an_edit_of_a_sheet_writes_that_sheet_and_nothing_else_anew() {
    let mut cabinet = talk();
    let memory = kept(&cabinet);
    let before = records(&memory);
    let who = people(&cabinet.conversations[0])[1];
    change_first(&mut cabinet, |it| {
        it.change_participant(who, |it| write_into(it.sheet_mut(2), "left the room"));
    });
    let mut keeper = open(&memory).0;
    let keys = memory.keys().unwrap();
    keeper.save(&cabinet).unwrap();
    let new = memory.keys().unwrap().into_iter().filter(|key| !keys.contains(key));
    let segments: Vec<String> = new.filter(|key| key.starts_with("segment.")).collect();
    assert_eq!(segments.len(), 1, "{segments:?}");
    keeper.sweep().unwrap();
    let after = records(&memory);
    let changed: Vec<&Row> = after.iter().filter(|row| !before.contains(row)).collect();
    assert_eq!(changed.len(), 1);
    assert_eq!((changed[0].0, changed[0].2), (17, Some(who.into())));
    assert_eq!(after.len(), before.len());
}

#[test]
fn what_has_not_changed_of_a_conversation_is_not_written_again() {
    let mut cabinet = talk();
    let memory = kept(&cabinet);
    let keys = memory.keys();
    // Other pointers, and the same values.
    change_first(&mut cabinet, |it| {
        for participant in &mut it.participants {
            let sheets = participant.sheets.iter().map(|it| Arc::new(Sheet::clone(it))).collect();
            *participant = Arc::new(Participant { sheets, ..Participant::clone(participant) });
        }
    });
    let map = ChangeMap::clone(&cabinet.changes[0]);
    let groups = map.groups.iter().map(|it| Arc::new(Group::clone(it))).collect();
    cabinet.changes[0] = Arc::new(ChangeMap { groups, ..map });
    open(&memory).0.save(&cabinet).unwrap();
    assert_eq!(memory.keys(), keys);
}

#[test]
fn whoever_is_erased_from_a_conversation_goes_with_all_of_theirs_also_what_is_newer() {
    let mut cabinet = talk();
    let memory = kept(&cabinet);
    let gone = people(&cabinet.conversations[0])[0];
    let newer: Row = (99, 1, Some(gone.into()), b"to come".to_vec());
    rewrite(&memory, "segment.3.1", |rows| rows.push(newer.clone()));
    let (mut keeper, read, unread) = open_slot(memory.clone()).unwrap();
    assert_eq!((unread.len(), unread[0].part), (1, Some(gone.into())));
    assert!(read == cabinet);
    change_first(&mut cabinet, |it| assert!(it.erase(gone)));
    keeper.save(&cabinet).unwrap();
    keeper.sweep().unwrap();
    assert!(records(&memory).iter().all(|row| row.2 != Some(gone.into())));
    assert!(open(&memory).1 == cabinet);
}

#[test]
fn what_lies_with_the_wrong_owner_is_named_and_shown_to_nobody() {
    let cabinet = talk();
    let whole = kept(&cabinet);
    // The client's segment, the conversation's, the change's.
    let segments = ["segment.2.1", "segment.3.1", "segment.4.1"];
    let fronts = [2, 15, 18].map(|kind| rows(&whole, kind).remove(0));
    let parts = [3, 17, 19].map(|kind| rows(&whole, kind).remove(0));
    for (at, key) in segments.into_iter().enumerate() {
        for (from, strange) in fronts.iter().chain(&parts).enumerate() {
            if from % 3 == at {
                continue;
            }
            let memory = crate::faulty::copy(&whole);
            rewrite(&memory, key, |rows| rows.push(strange.clone()));
            let (mut keeper, read, unread) = open_slot(memory.clone()).unwrap();
            assert!(read == cabinet, "{key}, kind {}", strange.0);
            let named: Vec<Reason> = unread.iter().map(|it| it.reason).collect();
            assert_eq!(named, [Reason::Damaged], "{key}, kind {}", strange.0);
            // And it is kept.
            let mut next = read.clone();
            next.settings = Arc::new(Settings { theme: Theme::Dark, ..Settings::default() });
            keeper.save(&next).unwrap();
            assert_eq!(rows(&memory, strange.0).len(), rows(&whole, strange.0).len() + 1);
        }
    }
}

#[test]
fn a_sheet_of_nobody_is_named_and_kept() {
    let cabinet = talk();
    let memory = kept(&cabinet);
    let stranger: PartId = PartId(*b"stranger");
    rewrite(&memory, "segment.3.1", |rows| {
        let mut sheet = rows.iter().find(|row| row.0 == 17).unwrap().clone();
        sheet.2 = Some(stranger);
        rows.push(sheet);
    });
    let (_, read, unread) = open_slot(memory).unwrap();
    assert!(read == cabinet);
    assert_eq!(
        (unread.len(), unread[0].part, unread[0].reason),
        (1, Some(stranger), Reason::Missing)
    );
}

#[test]
fn two_owners_of_one_id_are_never_written() {
    let mut cabinet = talk();
    let memory = kept(&cabinet);
    let before = cabinet.clone();
    let person = cabinet.journals[0].person.id;
    change_first(&mut cabinet, |it| it.id = ConversationId(person.0));
    let mut keeper = open(&memory).0;
    assert_eq!(keeper.save(&cabinet), Err(SaveError::Failed));
    assert!(open(&memory).1 == before);
    keeper.save(&before).unwrap();
}

#[test]
fn someone_whose_own_record_is_lost_can_be_restored_from_a_backup() {
    for (key, kind) in [("segment.2.1", 2), ("segment.3.1", 15), ("segment.4.1", 18)] {
        let cabinet = talk();
        let memory = kept(&cabinet);
        rewrite(&memory, key, |rows| {
            let front = rows.iter_mut().find(|row| row.0 == kind).unwrap();
            front.3.truncate(3);
        });
        let (mut keeper, less, unread) = open_slot(memory.clone()).unwrap();
        assert!(less != cabinet && !unread.is_empty(), "{key}");
        keeper.save(&cabinet).unwrap();
        keeper.sweep().unwrap();
        assert!(open_slot(memory).unwrap().1 == cabinet, "{key}");
    }
}

#[test]
fn a_deleted_conversation_and_a_deleted_change_leave_nothing() {
    let mut cabinet = talk();
    let memory = kept(&cabinet);
    (cabinet.conversations, cabinet.changes) = (Vec::new(), Vec::new());
    let mut keeper = open(&memory).0;
    keeper.save(&cabinet).unwrap();
    keeper.sweep().unwrap();
    assert!(records(&memory).iter().all(|row| row.0 < 15));
    assert!(open(&memory).1 == cabinet);
}
