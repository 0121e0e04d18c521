//! The record's sheet, text, lock and amendments; a person's file, and erasing one person with a receipt.
//! Never about how a record is worded.

use std::rc::Rc;

use attune::desk::{
    ErasedPerson, NotErased, NotRecorded, NotWritten, NoteKind, SheetChange, StoresLeft,
};
use attune::domain::{Day, Note, RecordForm, Session};
use attune::storage::MemoryLedger;
use leptos::prelude::*;

use super::bench::{Bench, set_today, today};
use crate::faulty::Faulty;
use crate::ledgers::now;

fn session(bench: &Bench) -> Session {
    (*bench.desk.session().get_untracked().unwrap()).clone()
}

#[test]
fn a_locked_record_refuses_every_change_and_its_amendments_bear_their_days() {
    let (bench, _) = Bench::in_session();
    let desk = bench.desk;
    assert_eq!(desk.amend_record("too early"), Err(NotRecorded::NotLocked));
    assert_eq!(desk.change_sheet(SheetChange::Form(RecordForm::Birp)), Ok(()));
    assert_eq!(desk.change_sheet(SheetChange::Modality("  in   the room ")), Ok(()));
    assert_eq!(desk.write_record("It was quiet."), Ok(()));
    assert_eq!(desk.lock_record(" "), Err(NotRecorded::Empty));
    assert_eq!(desk.lock_record("It was quiet."), Ok(()));
    let locked = session(&bench);
    assert_eq!(locked.sheet.locked, Some(today()));
    assert_eq!(locked.sheet.modality.as_ref().unwrap().as_str(), "in the room");
    for change in [
        SheetChange::Form(RecordForm::Dap),
        SheetChange::Observation("other"),
        SheetChange::Intervention("other"),
        SheetChange::Time(None),
        SheetChange::Length(None),
        SheetChange::Modality(""),
        SheetChange::Attendance("other"),
    ] {
        assert_eq!(desk.change_sheet(change), Err(NotRecorded::Locked), "{change:?}");
    }
    assert_eq!(desk.write_record("other"), Err(NotRecorded::Locked));
    assert_eq!(desk.lock_record("other"), Err(NotRecorded::Locked));
    assert_eq!(desk.follow_again(), Err(NotRecorded::Locked));
    assert_eq!(desk.write_note(NoteKind::Record, "other"), Err(NotWritten::Locked));
    assert_eq!(session(&bench), locked);
    assert_eq!(desk.write_note(NoteKind::Reflection, "mine"), Ok(()));
    bench.catch("fru");
    assert_eq!(session(&bench).record.as_str(), "It was quiet.", "what is caught may change");
    set_today(today().plus(3));
    assert_eq!(desk.amend_record("  "), Err(NotRecorded::Empty));
    assert_eq!(desk.amend_record("And then some."), Ok(()));
    let added = session(&bench).sheet.amendments.clone();
    assert_eq!((added.len(), added[0].day), (1, Day::parse("2026-03-12").unwrap()));
}

#[test]
fn a_locked_record_comes_back_whole_with_its_session() {
    let (bench, _) = Bench::in_session();
    let desk = bench.desk;
    desk.lock_record("It was quiet.").unwrap();
    desk.amend_record("They rang.").unwrap();
    let locked = session(&bench);
    desk.close_session();
    desk.remove_session(locked.id);
    bench.later();
    assert!(desk.undo());
    desk.open_session(locked.id);
    assert_eq!(session(&bench), locked);
    assert_eq!(desk.write_record("other"), Err(NotRecorded::Locked));
    bench.later();
    let again = Bench::over(&bench.home).desk.cabinet().get_untracked();
    assert_eq!(**again.journals[0].session(locked.id).unwrap(), locked);
}

#[test]
fn a_tab_that_only_reads_says_that_it_locked_and_amended_nothing() {
    let (bench, heron) = Bench::in_session();
    bench.later();
    let id = session(&bench).id;
    let reader = bench.beside(None);
    reader.desk.choose(heron);
    reader.desk.open_session(id);
    assert_eq!(reader.desk.lock_record("It was quiet."), Err(NotRecorded::OnlyReads));
    bench.desk.lock_record("It was quiet.").unwrap();
    bench.later();
    let reader = bench.beside(None);
    reader.desk.choose(heron);
    reader.desk.open_session(id);
    assert_eq!(reader.desk.amend_record("They rang."), Err(NotRecorded::OnlyReads));
    assert_eq!(session(&reader).sheet.amendments, []);
}

#[test]
fn a_text_too_long_is_refused_with_its_length() {
    let (bench, _) = Bench::in_session();
    let long = "x".repeat(Note::MOST + 1);
    let error = NotRecorded::TooLong { has: Note::MOST + 1, most: Note::MOST };
    assert_eq!(bench.desk.write_record(&long), Err(error));
    assert_eq!(bench.desk.change_sheet(SheetChange::Observation(&long)), Err(error));
    let error = NotRecorded::TooLong { has: 141, most: 140 };
    assert_eq!(bench.desk.change_sheet(SheetChange::Attendance(&long[..141])), Err(error));
}

#[test]
fn what_was_written_comes_back_after_it_was_drawn_up_anew() {
    let (bench, _) = Bench::in_session();
    bench.desk.write_record("Mine.").unwrap();
    bench.desk.follow_again().unwrap();
    assert!(session(&bench).record.is_empty());
    assert!(bench.desk.undo());
    assert_eq!(session(&bench).record.as_str(), "Mine.");
    bench.desk.follow_again().unwrap();
    bench.desk.write_record("Newer.").unwrap();
    assert!(!bench.desk.undo(), "never over what was written since");
    assert_eq!(session(&bench).record.as_str(), "Newer.");
}

#[test]
fn a_persons_file_holds_them_alone_and_reflections_only_when_asked_for() {
    let (bench, heron) = Bench::in_session();
    bench.desk.write_note(NoteKind::Reflection, "Zwischenraum").unwrap();
    bench.desk.write_note(NoteKind::Record, "Sachlich").unwrap();
    bench.desk.add_client("Wren").unwrap();
    let text = |reflections| {
        let made = bench.desk.person_file(heron, reflections).unwrap();
        assert_eq!(made.name, "attune-2026-03-09.json");
        String::from_utf8(made.bytes).unwrap()
    };
    assert!(text(false).contains("Sachlich") && text(false).contains("Heron"));
    assert!(!text(false).contains("Zwischenraum") && !text(false).contains("Wren"));
    assert!(text(true).contains("Zwischenraum"));
}

#[test]
fn a_person_is_erased_from_both_stores_and_undo_brings_nothing_back() {
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let bench = Bench::between(&home, Some(Rc::new(ledger.clone())));
    let desk = bench.desk;
    let heron = desk.add_client("Heron").unwrap();
    desk.begin_session(today()).unwrap();
    bench.catch("fru 4");
    desk.write_note(NoteKind::Reflection, "one text").unwrap();
    let session = desk.session().get_untracked().unwrap().id;
    desk.remove_moment(desk.moment().get_untracked().unwrap().id);
    assert!(desk.undo());
    desk.close_session();
    desk.remove_session(session);
    assert!(desk.undo());
    bench.later();
    let wren = desk.add_client("Wren").unwrap();
    bench.later();
    let erased = now(desk.erase_person(heron)).unwrap();
    let stores = StoresLeft::Nothing;
    let expected = ErasedPerson { day: today(), sessions: 1, moments: 1, texts: 1, stores };
    assert_eq!(erased, expected);
    assert!(!desk.undo());
    assert_eq!(desk.notice().get_untracked(), None);
    let again = Bench::between(&home, Some(Rc::new(ledger))).desk.cabinet().get_untracked();
    let left: Vec<_> = again.people().map(|person| person.id).collect();
    assert_eq!(left, [wren]);
    assert_eq!(now(desk.erase_person(heron)), Err(NotErased::NoSuchPerson));
}

#[test]
fn a_store_that_keeps_something_is_said() {
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let bench = Bench::between(&home, Some(Rc::new(ledger)));
    let heron = bench.desk.add_client("Heron").unwrap();
    bench.later();
    home.removals_fail.set(true);
    let erased = now(bench.desk.erase_person(heron)).unwrap();
    assert_eq!(erased.stores, StoresLeft::Something);
}

#[test]
fn a_tab_that_only_reads_erases_nobody() {
    let (bench, heron) = Bench::in_session();
    let reader = bench.beside(None);
    assert_eq!(now(reader.desk.erase_person(heron)), Err(NotErased::OnlyReads));
}

#[test]
fn a_day_to_review_by_is_set_and_taken_back() {
    let (bench, heron) = Bench::in_session();
    let day = || bench.desk.journal().get_untracked().unwrap().review_by;
    assert!(bench.desk.set_review_by(heron, Some(today())));
    assert_eq!(day(), Some(today()));
    assert!(bench.desk.set_review_by(heron, None));
    assert_eq!(day(), None);
}
