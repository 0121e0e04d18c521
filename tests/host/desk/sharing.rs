//! Two tabs over the same notes: one writes, the other reads along and can take over.
//! Never two writers; the orders of many tabs are the mirror's tests.

use std::rc::Rc;

use attune::desk::{Keeping, Lock, NotLocked, Notice, Phase, Role, word};
use attune::storage::{Book, MemoryLedger};
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::bench::{Bench, today};
use crate::faulty::Faulty;
use crate::ledgers::{SlowLedger, now};

fn two() -> (Bench, Bench) {
    let ledger = MemoryLedger::default();
    two_over(&ledger, Rc::new(ledger.clone()))
}

/// A desk on which something has just been noted and is not yet on its way.
fn noting(home: &Faulty, ledger: Rc<dyn Book>) -> Bench {
    let bench = Bench::between(home, Some(ledger));
    bench.desk.add_client("Heron").unwrap();
    bench.desk.begin_session(today()).unwrap();
    bench.catch("fru");
    bench
}

/// The second reaches the ledger by a way of its own, which may be slow.
fn two_over(ledger: &MemoryLedger, second: Rc<dyn Book>) -> (Bench, Bench) {
    let first = noting(&Faulty::default(), Rc::new(ledger.clone()));
    first.later();
    let second = first.beside(Some(second));
    (first, second)
}

/// What either has said, the other hears, until both have nothing to say.
fn hear_each_other(one: &Bench, other: &Bench) {
    for _ in 0..4 {
        for word in Bench::told() {
            one.desk.hear(&word);
            other.desk.hear(&word);
        }
        one.later();
    }
}

fn take_over(bench: &Bench, from: &Bench) {
    Bench::told();
    Bench::spawn(Box::pin(bench.desk.take_over_writing()));
    hear_each_other(from, bench);
    bench.lose_patience();
    bench.later();
}

/// Whoever has the turn has said already that it may be taken.
fn take_over_at_once(bench: &Bench) {
    let before = Bench::waits();
    Bench::spawn(Box::pin(bench.desk.take_over_writing()));
    bench.desk.hear(word::HANDED_OVER);
    bench.lose_patience_of(before..Bench::waits());
}

#[test]
fn a_second_tab_shows_the_same_and_changes_nothing() {
    let (first, second) = two();
    assert_eq!(first.desk.role().get_untracked(), Role::Writer);
    assert_eq!(second.desk.role().get_untracked(), Role::Reader);
    let before = (second.desk.cabinet().get_untracked(), second.home.changes.get());
    assert_eq!(before.0, first.desk.cabinet().get_untracked());
    second.catch("comp");
    second.later();
    second.desk.keep_now();
    assert_eq!((second.desk.cabinet().get_untracked(), second.home.changes.get()), before);
    assert_eq!(second.desk.notice().get_untracked(), Some(Notice::OnlyReads), "and says so");
    assert_eq!(second.desk.begin_session(today()), None, "there would be nothing to go to");
}

#[test]
fn a_page_that_is_loaded_again_writes_once_the_one_before_is_gone() {
    let ledger = MemoryLedger::default();
    let before = noting(&Faulty::default(), Rc::new(ledger.clone()));
    before.later();
    let page = before.beside_in_silence(Some(Rc::new(ledger.clone())));
    assert_eq!(Bench::told().last().map(String::as_str), Some(word::WHO_WRITES));
    page.look_again();
    assert_eq!(page.desk.phase().get_untracked(), Phase::Absent, "it waits");
    Bench::free_turn();
    page.look_again();
    assert_eq!(page.desk.role().get_untracked(), Role::Writer);
    page.catch("comp");
    page.later();
    assert_eq!(page.desk.keeping().get_untracked(), Keeping::Saved);
    assert_eq!(page.desk.notice().get_untracked(), None);
}

#[test]
fn a_page_waits_no_longer_than_half_a_second_for_a_tab_that_sleeps() {
    let (first, _second) = two();
    let page = first.beside_in_silence(None);
    for _ in 0..50 {
        assert_eq!(page.desk.phase().get_untracked(), Phase::Absent);
        page.look_again();
    }
    assert_eq!(page.desk.role().get_untracked(), Role::Reader);
}

#[test]
fn a_second_tab_follows_what_the_first_has_saved() {
    let (first, second) = two();
    Bench::told();
    first.catch("comp");
    first.later();
    for word in Bench::told() {
        second.desk.hear(&word);
    }
    assert_eq!(second.desk.cabinet().get_untracked(), first.desk.cabinet().get_untracked());
    assert_eq!(second.caught(), first.caught());
}

#[test]
fn a_tab_that_takes_over_goes_on_from_what_the_other_kept_and_that_one_only_reads() {
    let (first, second) = two();
    first.catch("comp");
    first.later();
    take_over(&second, &first);
    assert_eq!(first.desk.role().get_untracked(), Role::Reader);
    assert_eq!(second.desk.role().get_untracked(), Role::Writer);
    assert_eq!(second.caught(), first.caught());
    second.catch("sad");
    second.later();
    assert_eq!(second.desk.keeping().get_untracked(), Keeping::Saved);
    let before = first.desk.cabinet().get_untracked();
    first.catch("glad");
    assert_eq!(first.desk.cabinet().get_untracked(), before);
}

#[test]
fn a_tab_that_takes_over_in_the_middle_of_a_save_makes_no_fork() {
    let (first, second) = two();
    first.catch("comp");
    // Not saved yet when the other takes over: it is kept first.
    take_over(&second, &first);
    assert_eq!(second.caught(), first.caught());
    second.catch("sad");
    second.later();
    assert_eq!(second.desk.keeping().get_untracked(), Keeping::Saved);
}

#[test]
fn a_lock_chosen_in_one_tab_shuts_the_other() {
    let (first, second) = two();
    let code = first.desk.draw_code().unwrap();
    now(first.desk.lock_by(Zeroizing::new("four words of mine".to_owned()), &code)).unwrap();
    Bench::told();
    first.catch("comp");
    first.later();
    for word in Bench::told() {
        second.desk.hear(&word);
    }
    assert_eq!(second.desk.phase().get_untracked(), Phase::Locked);
    now(second.desk.unlock_by_code(&code.shown())).unwrap();
    assert_eq!(second.desk.lock().get_untracked(), Lock::Closed);
    assert_eq!(second.desk.cabinet().get_untracked(), first.desk.cabinet().get_untracked());
}

#[test]
fn a_tab_that_only_reads_changes_no_lock() {
    let (first, second) = two();
    let code = second.desk.draw_code().unwrap();
    let refused = now(second.desk.lock_by(Zeroizing::new("four words".to_owned()), &code));
    assert_eq!(refused, Err(NotLocked::OnlyReads));
    assert_eq!(first.desk.lock().get_untracked(), Lock::Open);
    first.catch("comp");
    first.later();
    assert_eq!(first.desk.keeping().get_untracked(), Keeping::Saved);
}

#[test]
fn a_tab_that_is_asked_for_the_turn_keeps_what_was_noted_and_takes_nothing_more() {
    let (home, slow) = (Faulty::default(), SlowLedger::default());
    let first = noting(&home, Rc::new(slow.clone()));
    first.later();
    Bench::told();
    first.desk.hear(word::HAND_OVER);
    let before = first.desk.cabinet().get_untracked();
    first.catch("sad");
    assert_eq!(first.desk.cabinet().get_untracked(), before);
    assert_eq!(first.desk.notice().get_untracked(), Some(Notice::OnlyReads));
    assert!(!Bench::told().contains(&word::HANDED_OVER.to_owned()), "the ledger has not answered");
    slow.answer_all();
    first.lose_patience();
    assert!(Bench::told().contains(&word::HANDED_OVER.to_owned()));
    // Nobody has taken it: this tab goes on.
    assert_eq!(first.desk.role().get_untracked(), Role::Writer);
    let kept = Bench::between(&Faulty::default(), Some(Rc::new(slow.ledger.clone())));
    assert_eq!(kept.desk.cabinet().get_untracked(), before);
}

#[test]
fn a_tab_that_takes_over_takes_nothing_before_it_has_read_what_is_kept() {
    let slow = SlowLedger::default();
    let (first, second) = two_over(&slow.ledger, Rc::new(slow.clone()));
    first.catch("comp");
    first.later();
    slow.is_read_slowly.set(true);
    take_over(&second, &first);
    let before = second.desk.cabinet().get_untracked();
    second.catch("sad");
    assert_eq!(second.desk.cabinet().get_untracked(), before, "it would be lost");
    slow.answer_all();
    second.go_on();
    assert_eq!(second.caught(), first.caught());
    second.catch("sad");
    assert_ne!(second.caught(), first.caught());
}

#[test]
fn what_was_read_before_a_tab_took_over_is_not_shown_after() {
    let slow = SlowLedger::default();
    let (first, second) = two_over(&slow.ledger, Rc::new(slow.clone()));
    slow.is_read_slowly.set(true);
    second.desk.hear(word::SAVED);
    first.catch("comp");
    first.later();
    slow.is_read_slowly.set(false);
    take_over(&second, &first);
    second.catch("sad");
    let noted = second.desk.cabinet().get_untracked();
    slow.answer_all();
    second.go_on();
    assert_eq!(second.desk.cabinet().get_untracked(), noted);
}

#[test]
fn a_turn_that_is_asked_for_twice_is_still_lost_to_another() {
    let (first, second) = two();
    Bench::spawn(Box::pin(second.desk.take_over_writing()));
    take_over(&second, &first);
    assert_eq!(second.desk.role().get_untracked(), Role::Writer);
    take_over(&first, &second);
    assert_eq!(second.desk.role().get_untracked(), Role::Reader);
    assert_eq!(first.desk.role().get_untracked(), Role::Writer);
}

#[test]
fn what_was_noted_before_the_turn_was_asked_for_does_not_wait_for_a_slow_ledger() {
    let (home, slow) = (Faulty::default(), SlowLedger::default());
    let first = noting(&home, Rc::new(slow.clone()));
    first.desk.hear(word::HAND_OVER);
    // The other tab waits a second and then reads, whatever this one has come to.
    let read = Bench::between(&home, None);
    assert_eq!(read.desk.cabinet().get_untracked(), first.desk.cabinet().get_untracked());
}

#[test]
fn a_tab_goes_on_only_where_nobody_came_since_it_was_asked_last() {
    let (first, second) = two();
    Bench::told();
    let before = Bench::waits();
    first.desk.hear(word::HAND_OVER);
    let asked_once = before..Bench::waits();
    take_over_at_once(&second);
    take_over_at_once(&first);
    assert_eq!(first.desk.role().get_untracked(), Role::Writer);
    first.desk.hear(word::HAND_OVER);
    first.lose_patience_of(asked_once);
    assert_eq!(first.desk.role().get_untracked(), Role::HandingOver);
}
