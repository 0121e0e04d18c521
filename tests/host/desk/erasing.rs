//! Erasing everything, keys first, with a receipt that is true; and what is stored, counted.
//! Never about what a browser leaves on the disk: no page can see that.

use std::future::ready;
use std::rc::Rc;

use attune::desk::{Erased, Fullness, Gone, Holds, OnlyReads, Phase, Stored};
use attune::domain::Cabinet;
use attune::storage::book::Later;
use attune::storage::{LOCAL_MOST, MemoryLedger, Slot, StorageError};
use leptos::prelude::*;

use super::backup::cabinet;
use super::bench::{Bench, today};
use crate::faulty::Faulty;
use crate::ledgers::{FaultyLedger, now};

fn no_caches() -> Later<()> {
    Box::pin(ready(Ok(())))
}

fn stuck_caches() -> Later<()> {
    Box::pin(ready(Err(StorageError::Failed)))
}

fn filled(home: &Faulty, ledger: &MemoryLedger) -> Bench {
    let bench = Bench::between(home, Some(Rc::new(ledger.clone())));
    bench.desk.add_client("Heron").unwrap();
    bench.desk.begin_session(today()).unwrap();
    bench.catch("fru 4");
    bench.later();
    bench
}

fn receipt(local: Gone, ledger: Gone, caches: Gone) -> Erased {
    Erased { day: today(), local, ledger, caches }
}

#[test]
fn nothing_is_left_and_nothing_is_written_after_it() {
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let bench = filled(&home, &ledger);
    let all = receipt(Gone::All, Gone::All, Gone::All);
    assert_eq!(now(bench.desk.erase_all(no_caches)), Ok(all));
    assert_eq!(bench.desk.phase().get_untracked(), Phase::Erased(all));
    assert!(all.is_all());
    bench.desk.add_client("Robin").unwrap();
    bench.desk.keep_now();
    bench.later();
    assert_eq!((home.memory.keys(), ledger.kept.keys()), (Ok(vec![]), Ok(vec![])));
    let fresh = Bench::unchosen(&home, Some(Rc::new(ledger)));
    assert_eq!(cabinet(&fresh), Cabinet::default());
    assert_eq!(fresh.desk.unread().get_untracked(), []);
}

/// Cut off after any number of changes, no head is left that the rest could be opened with.
#[test]
fn keys_go_first() {
    for at in 2..8 {
        let (home, ledger) = (Faulty::default(), MemoryLedger::default());
        let bench = filled(&home, &ledger);
        home.torn_at.set(Some(home.changes.get() + at));
        now(bench.desk.erase_all(no_caches)).unwrap();
        let left = home.memory.keys().unwrap();
        assert!(left.iter().all(|key| !key.starts_with("head")), "{at}: {left:?}");
    }
}

#[test]
fn the_receipt_says_what_is_not_gone_and_it_may_be_done_again() {
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let bench = filled(&home, &ledger);
    home.removals_fail.set(true);
    let half = receipt(Gone::NotAll, Gone::All, Gone::NotAll);
    assert_eq!(now(bench.desk.erase_all(stuck_caches)), Ok(half));
    assert!(!half.is_all());
    home.removals_fail.set(false);
    let all = receipt(Gone::All, Gone::All, Gone::All);
    assert_eq!(now(bench.desk.erase_all(no_caches)), Ok(all));
    assert_eq!(home.memory.keys(), Ok(vec![]));
}

#[test]
fn a_ledger_that_fails_is_said_at_each_of_its_calls() {
    for at in 0..3 {
        let home = Faulty::default();
        let ledger = FaultyLedger::default();
        let bench = Bench::between(&home, Some(Rc::new(ledger.clone())));
        bench.desk.add_client("Heron").unwrap();
        bench.later();
        ledger.fails_at.set(Some((ledger.calls.get() + at, StorageError::Failed)));
        let erased = now(bench.desk.erase_all(no_caches)).unwrap();
        let is_empty = ledger.ledger.kept.keys().unwrap().is_empty();
        assert_eq!(erased.local, Gone::All);
        assert!(erased.ledger != Gone::All || is_empty, "{at}: never said without being so");
        assert!(at > 0 || erased.ledger == Gone::All, "{at}");
    }
}

#[test]
fn without_a_ledger_there_is_none_to_erase() {
    let (bench, _) = Bench::in_session();
    let erased = now(bench.desk.erase_all(no_caches)).unwrap();
    assert_eq!(erased, receipt(Gone::All, Gone::NoStore, Gone::All));
}

#[test]
fn a_tab_that_only_reads_erases_nothing() {
    let (bench, _) = Bench::in_session();
    let reader = bench.beside(None);
    let before = home_keys(&bench);
    assert_eq!(now(reader.desk.erase_all(no_caches)), Err(OnlyReads));
    assert_eq!(home_keys(&bench), before);
}

fn home_keys(bench: &Bench) -> Vec<String> {
    bench.home.memory.keys().unwrap()
}

#[test]
fn what_is_stored_is_counted_where_it_lies() {
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let bench = filled(&home, &ledger);
    let stored = now(bench.desk.look_at_stores());
    let keys = home_keys(&bench).len();
    // Each key bears a prefix in the browser's store.
    let bytes = home.memory.size() + keys * "attune.".len();
    assert_eq!(stored.local, Some(Holds { parts: keys, bytes }));
    let parts = ledger.kept.keys().unwrap().len();
    assert_eq!(stored.ledger, Some(Holds { parts, bytes: ledger.kept.size() }));
    assert_eq!(stored.fullness(), Fullness::Roomy);
    home.is_blocked.set(true);
    assert_eq!(now(bench.desk.look_at_stores()).local, None);
}

#[test]
fn a_store_that_fills_up_is_told_in_three_steps() {
    let full = |bytes| Stored { local: Some(Holds { parts: 1, bytes }), ledger: None }.fullness();
    let table = [
        (0, Fullness::Roomy),
        (69, Fullness::Roomy),
        (70, Fullness::Filling),
        (85, Fullness::NearlyFull),
        (95, Fullness::Full),
        (100, Fullness::Full),
        (200, Fullness::Full),
    ];
    for (percent, expected) in table {
        assert_eq!(full(LOCAL_MOST / 100 * percent + percent), expected, "{percent}");
    }
    assert_eq!(Stored::default().fullness(), Fullness::Roomy);
}
