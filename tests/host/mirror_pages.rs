//! Pages that end while the ledger is asked, ledgers that are slow or silent, and two states that have gone apart.
//! Never leaves the order of things to chance: `mirror_tabs` does.

use attune::storage::mirror::*;
use attune::storage::{Memory, Slot, StorageError};

use crate::ledgers::{SlowLedger, now};
use crate::tiny_tab::{LedgerFault, Tab};
use crate::tiny_vault::{Shelf, Stores, TinyJudge};

/// The stores after one save, a tab on top of them, and a save on its way.
fn under_way() -> (Stores, Tab) {
    let stores = Stores::default();
    let mut tab = Tab::open(&stores);
    tab.begin(&[1, 2, 3, 4, 5]);
    tab.finish(&stores);
    tab.begin(&[1, 2, 3, 4, 5, 6]);
    (stores, tab)
}

#[test]
fn a_page_that_ends_while_the_ledger_is_asked_keeps_all_in_the_slot() {
    for (asked, more) in [(0, false), (0, true), (1, false), (1, true)] {
        let (stores, mut tab) = under_way();
        (0..asked).for_each(|_| assert!(tab.step(&stores)));
        assert!(tab.flush(&stores).is_kept());
        if more {
            let (_, save) = tab.shelf.plan(&[1, 2, 3, 4, 5, 6, 7], tab.shelf.generation());
            tab.mirror.begin(save);
            assert!(flush(&mut tab.mirror, &stores.local).is_kept());
        }
        let expected: Vec<u32> = (1..=6 + u32::from(more)).collect();
        assert_eq!(stores.state(), expected);
        // And if it did not end after all, the ledger gets what it is owed.
        let both = Outcome { ledger: Standing::Holds, local: Standing::Holds };
        assert_eq!(tab.finish(&stores), both);
        assert_eq!(stores.state(), expected);
        for home in [0, 1] {
            let alone = stores.copy();
            for key in alone.homes()[home].keys().unwrap() {
                alone.homes()[home].remove(&key).unwrap();
            }
            assert_eq!(alone.state(), expected);
        }
    }
}

#[test]
fn a_ledger_that_does_not_answer_is_given_up_and_found_out_later() {
    for lands in [false, true] {
        let (stores, mut tab) = under_way();
        if lands {
            tab.step(&stores);
        }
        tab.mirror.give_ledger_up();
        let outcome = tab.flush(&stores);
        let lacks = Standing::Lacks(StorageError::Failed);
        assert_eq!(outcome, Outcome { ledger: lacks, local: Standing::Holds });
        tab.forget_question();
        tab.begin(&[1, 2, 3, 4, 5, 6, 7]);
        let both = Outcome { ledger: Standing::Holds, local: Standing::Holds };
        assert_eq!(tab.finish(&stores), both);
        assert_eq!(stores.state(), [1, 2, 3, 4, 5, 6, 7]);
    }
}

#[test]
fn two_that_have_gone_apart_are_told_and_neither_is_lost_before_they_are_merged() {
    // The robbed tab is hidden just when the thief's commit is done, and the thief has not reached the slot.
    let stores = Stores::default();
    let mut first = Tab::open(&stores);
    first.begin(&[1, 2, 3, 4, 5]);
    first.finish(&stores);
    let mut thief = Tab::open(&stores);
    thief.begin(&[1, 2, 3, 4, 5, 10]);
    thief.step(&stores);
    first.begin(&[1, 2, 3, 4, 5, 20]);
    assert!(first.flush(&stores).is_kept());
    assert!(thief.finish(&stores).is_elsewhere());
    assert!(first.finish(&stores).is_elsewhere());
    let mut after = Tab::open(&stores);
    assert_eq!(after.shelf.edits, [1, 2, 3, 4, 5, 10]);
    assert_eq!(after.fork, Some(vec![1, 2, 3, 4, 5, 20]));
    // Wherever the merging save is stopped, both are there or it is.
    let merged = [1, 2, 3, 4, 5, 10, 20];
    for stop in 0..20 {
        let stores = stores.copy();
        let mut tab = Tab::open(&stores);
        tab.begin(&merged);
        for _ in 0..stop {
            tab.step(&stores);
        }
        let tab = Tab::open(&stores);
        let forked =
            tab.fork == Some(vec![1, 2, 3, 4, 5, 20]) && tab.shelf.edits == [1, 2, 3, 4, 5, 10];
        assert!(forked || tab.shelf.edits == merged && tab.fork.is_none(), "{stop}");
    }
    after.begin(&merged);
    assert!(after.finish(&stores).is_kept());
    assert_eq!(stores.state(), merged);
}

#[test]
fn two_vaults_are_never_one_anothers_past() {
    let (old, new) = (under_way().0, Stores::default());
    let mut tab = Tab::open(&new);
    tab.begin(&[7]);
    tab.finish(&new);
    struct Two(TinyJudge);
    impl Judge for Two {
        fn head(&mut self, place: usize, bytes: &[u8]) -> Seen {
            match self.0.head(place, bytes) {
                Seen::Head(listed) => {
                    Seen::Head(Listed { vault: listed.keys.len() as u64, ..listed })
                }
                other => other,
            }
        }
        fn is_whole(&mut self, head: &[u8], key: &str, bytes: &[u8]) -> bool {
            self.0.is_whole(head, key, bytes)
        }
        fn may_go(&mut self, key: &str, highest: u64) -> bool {
            self.0.may_go(key, highest)
        }
    }
    let decision = decide([Ok(&old.ledger.kept), Ok(&new.local)], &mut Two(TinyJudge)).unwrap();
    assert!(decision.fork.is_some());
}

#[test]
fn what_waits_for_a_slow_ledger_is_done_once_it_answers() {
    let stores = Stores::default();
    let book = SlowLedger::over(stores.ledger.clone());
    let mirror = std::cell::RefCell::new(stores.decide().unwrap().mirror);
    let (_, save) = Shelf::default().plan(&[1, 2, 3], 0);
    mirror.borrow_mut().begin(save);
    let mut saving = Box::pin(run(&mirror, Some(&book), &stores.local));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(saving.as_mut().poll(&mut context).is_pending());
    assert_eq!(
        stores.homes().map(Memory::size),
        [0, 0],
        "nothing is written before the ledger has it"
    );
    book.let_go(0);
    let both = Outcome { ledger: Standing::Holds, local: Standing::Holds };
    assert_eq!(now(saving), both);
    assert_eq!(stores.state(), [1, 2, 3]);
    stores.assert_equal();
}

#[test]
fn a_slot_goes_no_further_ahead_than_shows_that_two_have_gone_apart() {
    let stores = Stores::default();
    let mut first = Tab::open(&stores);
    first.begin(&[1]);
    first.finish(&stores);
    let mut thief = Tab::open(&stores);
    thief.begin(&[1, 10]);
    thief.step(&stores);
    // The thief is killed before it reaches the slot; the robbed page is hidden again and again while its question is on its way.
    drop(thief);
    let mut kept = vec![1];
    for more in [20, 21, 22, 23] {
        let next = [kept.as_slice(), &[more]].concat();
        first.begin(&next);
        if first.flush(&stores).is_kept() {
            kept = next;
        }
    }
    assert_eq!(kept, [1, 20, 21], "what is not taken is said not to be kept");
    let after = Tab::open(&stores);
    assert_eq!((after.shelf.edits, after.fork), (vec![1, 20, 21], Some(vec![1, 10])));
}

#[test]
fn a_state_that_lies_apart_is_not_touched_before_the_ledger_has_taken_it_over() {
    let stores = Stores::default();
    let mut first = Tab::open(&stores);
    first.begin(&[1, 2, 3, 4, 5]);
    first.finish(&stores);
    let mut thief = Tab::open(&stores);
    thief.begin(&[1, 2, 3, 4, 5, 10]);
    thief.step(&stores);
    first.begin(&[1, 2, 3, 4, 5, 20]);
    assert!(first.flush(&stores).is_kept());
    let before = stores.copy();
    for error in [StorageError::Full, StorageError::Blocked, StorageError::Failed] {
        for stop in 0..20 {
            let mut tab = Tab::open(&stores);
            tab.fault = Some(LedgerFault { at: 0, error, is_late: false });
            tab.begin(&[1, 2, 3, 4, 5, 10, 20]);
            (0..stop.min(2)).for_each(|_| assert!(tab.step(&stores)));
            (0..stop).for_each(|_| _ = tab.mirror.local_step(&stores.local));
            for home in [0, 1] {
                let keys = stores.homes()[home].keys().unwrap();
                for key in keys {
                    let read = |stores: &Stores| stores.homes()[home].read(&key).unwrap();
                    assert_eq!(read(&stores), read(&before), "{key}");
                }
            }
        }
    }
}
