//! One state in two homes: wherever it is stopped and whatever is lost, what opens next is the state before or after, whole.
//! Never asks for more than that, nor for less.

use attune::storage::mirror::*;
use attune::storage::{Slot, StorageError};

use crate::samples::Dice;
use crate::tiny_tab::Tab;
use crate::tiny_vault::{Stores, TinyJudge};

/// States one after the other, growing, changing and shrinking.
fn history(seed: u64, length: usize) -> Vec<Vec<u32>> {
    let mut dice = Dice::new(seed);
    let mut states: Vec<Vec<u32>> = vec![(1..=9).collect()];
    while states.len() < length {
        let mut next = states[states.len() - 1].clone();
        let number = 100 * states.len() as u32;
        match dice.below(4) {
            0 => next.extend(number..number + 1 + dice.below(9) as u32),
            1 if next.len() > 6 => next.truncate(next.len() - 1 - dice.below(5)),
            _ => {
                let at = dice.below(next.len());
                next[at] = number;
            }
        }
        states.push(next);
    }
    states
}

/// Each pair of states in a row, with stores that hold the first after all that came before.
pub fn each_step(seed: u64, check: impl Fn(&Stores, &[u32], &[u32])) {
    let stores = Stores::default();
    let mut tab = Tab::open(&stores);
    let mut before = Vec::new();
    for after in history(seed, 12) {
        check(&stores, &before, &after);
        tab.begin(&after);
        let outcome = tab.finish(&stores);
        assert_eq!(outcome, Outcome { ledger: Standing::Holds, local: Standing::Holds });
        assert_eq!(stores.state(), after);
        stores.assert_equal();
        before = after;
    }
}

/// How many steps and how many changes of the slot a save takes, from here.
pub fn cost(stores: &Stores, after: &[u32]) -> (usize, usize) {
    let stores = stores.copy();
    let mut tab = Tab::open(&stores);
    tab.begin(after);
    let mut steps = 1;
    while tab.step(&stores) {
        steps += 1;
    }
    (steps, stores.local.changes.get())
}

/// Opens, repairs, and keeps one more state: in the end both homes are the same.
pub fn life_goes_on(stores: &Stores, state: &[u32]) {
    let mut tab = Tab::open(stores);
    assert_eq!(tab.shelf.edits, state);
    tab.go_on();
    assert!(!tab.finish(stores).is_elsewhere());
    assert_eq!(stores.state(), state, "repair changes nothing");
    for more in [1000, 1001, 1002] {
        let next: Vec<u32> = state.iter().copied().chain([more]).collect();
        tab.begin(&next);
        assert!(tab.finish(stores).is_kept());
        assert_eq!(stores.state(), next);
    }
    stores.assert_equal();
}

#[test]
fn stopped_at_any_step_the_state_is_the_one_before_or_after() {
    for seed in 0..6 {
        each_step(seed, |stores, before, after| {
            let (steps, _) = cost(stores, after);
            let mut is_there = false;
            for stop in 0..=steps {
                let stores = stores.copy();
                let mut tab = Tab::open(&stores);
                tab.begin(after);
                for _ in 0..stop {
                    tab.step(&stores);
                }
                drop(tab);
                let state = stores.state();
                assert!(state == before || state == after, "seed {seed}, stopped at {stop}");
                // Once it is there, it stays.
                assert!(!is_there || state == after);
                is_there = state == after;
                life_goes_on(&stores, &state);
            }
            assert!(is_there);
        });
    }
}

#[test]
fn a_repair_stopped_at_any_step_can_be_done_again() {
    let stores = Stores::default();
    let states = history(7, 6);
    let mut tab = Tab::open(&stores);
    for state in &states[..5] {
        tab.begin(state);
        tab.finish(&stores);
    }
    for (from, to) in [(0, 1), (1, 0)] {
        let is_missing = |key: &str, which: usize| match which {
            0 => true,
            1 => key.starts_with("head"),
            2 => key.starts_with("segment"),
            _ => key.ends_with('1') || key.ends_with('5'),
        };
        for which in 0..4 {
            for stop in 0..40 {
                let stores = stores.copy();
                for key in stores.homes()[to].keys().unwrap() {
                    if is_missing(&key, which) {
                        stores.homes()[to].remove(&key).unwrap();
                    }
                }
                let mut tab = Tab::open(&stores);
                tab.go_on();
                for _ in 0..stop {
                    tab.step(&stores);
                }
                drop(tab);
                assert_eq!(stores.state(), states[4], "from {from}, {which}, {stop}");
                life_goes_on(&stores, &states[4]);
            }
        }
    }
}

#[test]
fn either_home_lost_or_damaged_comes_back_from_the_other() {
    let stores = Stores::default();
    let states = history(11, 8);
    let mut tab = Tab::open(&stores);
    for state in &states {
        tab.begin(state);
        tab.finish(&stores);
    }
    let last = states.last().unwrap();
    for home in 0..2 {
        let lost = stores.copy();
        for key in lost.homes()[home].keys().unwrap() {
            let one = stores.copy();
            one.homes()[home].write(&key, b"damaged").unwrap();
            assert_eq!(one.decide().unwrap().damaged_heads, 0, "the other home makes up for it");
            life_goes_on(&one, last);
            let one = stores.copy();
            one.homes()[home].remove(&key).unwrap();
            life_goes_on(&one, last);
            lost.homes()[home].remove(&key).unwrap();
        }
        life_goes_on(&lost, last);
    }
}

#[test]
fn of_both_homes_damaged_in_different_places_one_whole_state_comes() {
    let stores = Stores::default();
    let states = history(12, 8);
    let mut tab = Tab::open(&stores);
    for state in &states {
        tab.begin(state);
        tab.finish(&stores);
    }
    let head = stores.decide().unwrap().head.unwrap();
    for (at, key) in head.listed.keys.iter().enumerate() {
        stores.homes()[at % 2].write(key, b"damaged").unwrap();
    }
    life_goes_on(&stores, &states[7]);
}

#[test]
fn a_full_slot_is_said_and_catches_up_once_there_is_room() {
    let stores = Stores::default();
    let states = history(13, 30);
    let mut tab = Tab::open(&stores);
    tab.begin(&states[0]);
    tab.finish(&stores);
    stores.local.room.set(Some(stores.local.memory.size() + 40));
    let mut said = 0;
    for state in &states[1..20] {
        tab.begin(state);
        let outcome = tab.finish(&stores);
        assert_eq!(outcome.ledger, Standing::Holds);
        said += usize::from(outcome.local == Standing::Lacks(StorageError::Full));
        assert_eq!(stores.state(), *state);
        let alone =
            decide([Err(StorageError::Blocked), Ok(&stores.local)], &mut TinyJudge).unwrap();
        assert_eq!(alone.lacks, [], "the slot keeps a whole state of its own");
    }
    assert!(said > 3);
    let other = stores.copy();
    life_goes_on(&other, &states[19]);
    stores.local.room.set(None);
    for state in &states[20..] {
        tab.begin(state);
        assert_eq!(tab.finish(&stores).local, Standing::Holds);
    }
    stores.assert_equal();
}

#[test]
fn without_a_ledger_the_slot_works_alone_and_it_is_said() {
    let stores = Stores::default();
    let states = history(14, 12);
    let mut tab = Tab::open_from(&stores, [Err(StorageError::Blocked), Ok(&stores.local)]);
    for state in &states {
        tab.begin(state);
        let outcome = tab.finish(&stores);
        assert!(outcome.is_kept());
        assert_eq!(outcome.ledger, Standing::Lacks(StorageError::Blocked));
        assert_eq!(stores.state(), *state);
    }
    assert_eq!((tab.asks, stores.ledger.kept.size()), (0, 0));
    life_goes_on(&stores, &states[11]);
}

#[test]
fn without_a_slot_the_ledger_works_alone_and_it_is_said() {
    let stores = Stores::default();
    stores.local.is_blocked.set(true);
    let states = history(15, 12);
    let mut tab = Tab::open(&stores);
    for state in &states {
        tab.begin(state);
        let outcome = tab.finish(&stores);
        assert!(outcome.is_kept());
        assert_eq!(outcome.local, Standing::Lacks(StorageError::Blocked));
    }
    stores.local.is_blocked.set(false);
    life_goes_on(&stores, &states[11]);
}

#[test]
fn a_newer_head_in_either_home_is_refused() {
    for (home, key) in [(0, "head.0"), (0, "head.1"), (1, "head.0"), (1, "head.1")] {
        let stores = Stores::default();
        let mut tab = Tab::open(&stores);
        tab.begin(&[1, 2, 3]);
        tab.finish(&stores);
        stores.homes()[home].write(key, b"newer than this").unwrap();
        assert!(matches!(stores.decide(), Err(Refused::Newer)));
    }
    let none = [Err(StorageError::Blocked), Err(StorageError::Failed)];
    assert!(matches!(decide(none, &mut TinyJudge), Err(Refused::Unread(StorageError::Failed))));
}

#[test]
fn what_lacks_a_segment_everywhere_is_named_and_nothing_more_is_lost() {
    let stores = Stores::default();
    let mut tab = Tab::open(&stores);
    for state in history(16, 4) {
        tab.begin(&state);
        tab.finish(&stores);
    }
    let head = stores.decide().unwrap().head.unwrap();
    let key = &head.listed.keys[0];
    for home in stores.homes() {
        home.write(key, b"damaged").unwrap();
    }
    let is_only_damage = |decision: &Decision| {
        let lack = Lack { key: key.clone(), is_there: true };
        decision.lacks == [lack] && decision.head.as_ref().unwrap().bytes == head.bytes
    };
    let decision = stores.decide().unwrap();
    assert!(is_only_damage(&decision), "{:?}", decision.lacks);
    // The other segments are still brought to a home that lost them.
    stores.homes()[0].remove(&head.listed.keys[1]).unwrap();
    stores.homes()[0].remove(HEAD_KEYS[head.place]).unwrap();
    assert!(is_only_damage(&stores.decide().unwrap()));
}
