//! A desk over both homes: when it says "saved", what it says of a home that fails, and what one gives back to the other.
//! Never looks at bytes.

use std::rc::Rc;

use attune::desk::{Keeping, Kept, KeptIn, Phase, SaveError};
use attune::storage::{MemoryLedger, Slot, StorageError};
use leptos::prelude::*;

use super::bench::{Bench, today};
use crate::faulty::Faulty;
use crate::ledgers::{FaultyLedger, SlowLedger};

fn keeping(bench: &Bench) -> Keeping {
    bench.desk.keeping().get_untracked()
}

fn kept_in(bench: &Bench) -> KeptIn {
    bench.desk.kept_in().get_untracked()
}

fn begin(bench: &Bench) {
    bench.desk.add_client("Heron").unwrap();
    bench.desk.begin_session(today()).unwrap();
}

#[test]
fn saved_is_said_when_the_ledger_has_it_and_not_before() {
    let (home, ledger) = (Faulty::default(), SlowLedger::default());
    let bench = Bench::between(&home, Some(Rc::new(ledger.clone())));
    begin(&bench);
    bench.later();
    assert_eq!(keeping(&bench), Keeping::Saving);
    assert_eq!(home.changes.get(), 0, "localStorage comes after the ledger");
    ledger.answer_all();
    bench.go_on();
    assert_eq!((keeping(&bench), kept_in(&bench)), (Keeping::Saved, KeptIn::Both));
    assert!(home.changes.get() > 0);
}

#[test]
fn what_changes_while_the_ledger_is_asked_is_kept_with_the_next_and_saved_is_said_once() {
    let (home, ledger) = (Faulty::default(), SlowLedger::default());
    let bench = Bench::between(&home, Some(Rc::new(ledger.clone())));
    begin(&bench);
    bench.later();
    bench.catch("fru");
    ledger.answer_all();
    bench.go_on();
    assert_eq!(keeping(&bench), Keeping::Saving, "the catch is still on its way");
    ledger.answer_all();
    bench.go_on();
    assert_eq!(keeping(&bench), Keeping::Saved);
    let cabinet = bench.desk.cabinet().get_untracked();
    assert_eq!(Bench::between(&home, None).desk.cabinet().get_untracked(), cabinet);
}

#[test]
fn a_page_that_ends_while_the_ledger_is_asked_leaves_everything_in_local_storage() {
    let (home, ledger) = (Faulty::default(), SlowLedger::default());
    let bench = Bench::between(&home, Some(Rc::new(ledger.clone())));
    begin(&bench);
    bench.later();
    bench.catch("fru");
    bench.desk.keep_now();
    assert_eq!(keeping(&bench), Keeping::Saving, "the ledger has not said so");
    let cabinet = bench.desk.cabinet().get_untracked();
    let again = Bench::between(&home, Some(Rc::new(MemoryLedger::default())));
    assert_eq!(again.desk.cabinet().get_untracked(), cabinet);
}

#[test]
fn a_ledger_that_falls_silent_is_done_without_and_it_is_said() {
    let (home, ledger) = (Faulty::default(), SlowLedger::default());
    let bench = Bench::between(&home, Some(Rc::new(ledger.clone())));
    bench.lose_patience();
    assert_eq!(bench.desk.phase().get_untracked(), Phase::Open(Kept::Kept));
    begin(&bench);
    bench.later();
    bench.lose_patience();
    assert_eq!(keeping(&bench), Keeping::Saved);
    assert_eq!(kept_in(&bench), KeptIn::InLocal(SaveError::Failed));
    assert!(home.changes.get() > 0);
}

#[test]
fn full_local_storage_loses_nothing_and_is_said() {
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let bench = Bench::between(&home, Some(Rc::new(ledger.clone())));
    home.room.set(Some(0));
    begin(&bench);
    bench.catch("fru");
    bench.later();
    assert_eq!(keeping(&bench), Keeping::Saved);
    assert_eq!(kept_in(&bench), KeptIn::InLedger(SaveError::Full));
    let cabinet = bench.desk.cabinet().get_untracked();
    let again = Bench::between(&home, Some(Rc::new(ledger)));
    assert_eq!(again.desk.cabinet().get_untracked(), cabinet);
    home.room.set(None);
    again.catch("comp");
    again.later();
    assert_eq!((keeping(&again), kept_in(&again)), (Keeping::Saved, KeptIn::Both));
}

#[test]
fn a_home_that_was_emptied_is_filled_again_when_the_page_opens() {
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let bench = Bench::between(&home, Some(Rc::new(ledger.clone())));
    begin(&bench);
    bench.later();
    let cabinet = bench.desk.cabinet().get_untracked();
    for key in home.memory.keys().unwrap() {
        home.memory.remove(&key).unwrap();
    }
    let second = Bench::between(&home, Some(Rc::new(ledger)));
    assert_eq!(second.desk.cabinet().get_untracked(), cabinet);
    let third = Bench::between(&home, Some(Rc::new(MemoryLedger::default())));
    assert_eq!(third.desk.cabinet().get_untracked(), cabinet, "from localStorage alone");
}

#[test]
fn any_call_of_the_ledger_may_fail_and_nothing_is_lost() {
    for call in 0..12 {
        let (home, ledger) = (Faulty::default(), FaultyLedger::default());
        ledger.fails_at.set(Some((call, StorageError::Failed)));
        let bench = Bench::between(&home, Some(Rc::new(ledger.clone())));
        begin(&bench);
        bench.later();
        bench.catch("fru");
        bench.later();
        assert_eq!(keeping(&bench), Keeping::Saved, "call {call}");
        let cabinet = bench.desk.cabinet().get_untracked();
        ledger.fails_at.set(None);
        let again = Bench::between(&home, Some(Rc::new(ledger)));
        assert_eq!(again.desk.cabinet().get_untracked(), cabinet, "call {call}");
    }
}

#[test]
fn two_tabs_that_wrote_into_different_homes_are_put_together() {
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let first = Bench::between(&home, Some(Rc::new(ledger.clone())));
    begin(&first);
    first.later();
    // One tab that has only localStorage, one that has only the ledger.
    let second = Bench::between(&home, None);
    second.catch("fru");
    second.later();
    let blocked = Faulty::default();
    blocked.is_blocked.set(true);
    let third = Bench::between(&blocked, Some(Rc::new(ledger.clone())));
    third.catch("comp");
    third.later();
    let both = Bench::between(&home, Some(Rc::new(ledger.clone())));
    both.later();
    assert_eq!(keeping(&both), Keeping::Saved);
    let all = format!("{:?}", both.desk.cabinet().get_untracked());
    assert_eq!(all.matches("Felt(").count(), 2, "{all}");
    let again = Bench::between(&home, Some(Rc::new(ledger)));
    assert_eq!(again.desk.cabinet().get_untracked(), both.desk.cabinet().get_untracked());
}
