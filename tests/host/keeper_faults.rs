//! Whatever storage does, and whenever the browser dies: what opens next is the state before or after, whole.
//! Never asks for more than that, nor for less.

use std::sync::Arc;

use attune::desk::keeper::{Refusal, SaveError};
use attune::domain::*;
use attune::storage::{Memory, Slot, StorageError};

use crate::faulty::{Faulty, copy};
use crate::keeper::{Now, kept, open, open_slot};
use crate::samples::{self, Dice};

/// States one after the other, each one command after the last.
fn history(seed: u64, length: usize) -> Vec<Cabinet> {
    let mut dice = Dice::new(seed);
    let mut states = vec![Cabinet::default(), samples::cabinet(seed, 2, 2, 2, 80)];
    while states.len() < length {
        let mut next = states[states.len() - 1].clone();
        samples::change(&mut dice, &mut next);
        states.push(next);
    }
    states
}

/// Each pair of states in a row, with the storage that holds the first after all that came before.
fn each_step(seed: u64, length: usize, check: impl Fn(&Memory, &Cabinet, &Cabinet)) {
    let states = history(seed, length);
    let memory = Memory::default();
    for pair in states.windows(2) {
        check(&memory, &pair[0], &pair[1]);
        open(&memory).0.save(&pair[1]).unwrap();
        assert!(open(&memory).1 == pair[1]);
    }
}

/// How many changes a save makes, from here.
fn changes_of(memory: &Memory, new: &Cabinet) -> usize {
    let slot = Faulty::over(copy(memory));
    let (mut keeper, ..) = open_slot(slot.clone()).unwrap();
    keeper.save(new).unwrap();
    slot.changes.get()
}

#[test]
fn any_change_of_storage_may_fail_and_the_save_may_be_tried_again() {
    let errors = [
        (StorageError::Failed, SaveError::Failed),
        (StorageError::Full, SaveError::Full),
        (StorageError::Blocked, SaveError::Blocked),
    ];
    for seed in 0..4 {
        each_step(seed, 12, |memory, old, new| {
            for at in 0..changes_of(memory, new) {
                for (error, expected) in errors {
                    let slot = Faulty::over(copy(memory));
                    let (mut keeper, ..) = open_slot(slot.clone()).unwrap();
                    slot.fails_at.set(Some((at, error)));
                    let saved = keeper.save(new);
                    let there = open(&slot.memory).1;
                    match saved {
                        Ok(()) => assert!(there == *new, "said to be saved, {at}"),
                        Err(error) => {
                            assert_eq!(error, expected);
                            assert!(there == *old, "said not to be saved, {at}");
                        }
                    }
                    assert_eq!(keeper.save(new), Ok(()), "tried again, {at}");
                    assert!(open(&slot.memory).1 == *new);
                }
            }
        });
    }
}

#[test]
fn an_error_after_the_fact_is_no_loss() {
    for seed in 0..4 {
        each_step(seed, 12, |memory, old, new| {
            for at in 0..changes_of(memory, new) {
                let slot = Faulty::over(copy(memory));
                let (mut keeper, ..) = open_slot(slot.clone()).unwrap();
                slot.fails_at.set(Some((at, StorageError::Failed)));
                slot.fails_late.set(true);
                let saved = keeper.save(new);
                let expected = if saved.is_ok() { new } else { old };
                assert!(open(&slot.memory).1 == *expected, "{at} {saved:?}");
                assert_eq!(keeper.save(new), Ok(()));
                assert!(open(&slot.memory).1 == *new);
            }
        });
    }
}

#[test]
fn a_browser_killed_at_any_moment_leaves_the_state_before_or_after() {
    for seed in 0..6 {
        each_step(seed, 14, |memory, old, new| {
            let changes = changes_of(memory, new);
            for at in 0..=changes {
                let slot = Faulty::over(copy(memory));
                let (mut keeper, ..) = open_slot(slot.clone()).unwrap();
                slot.torn_at.set(Some(at));
                keeper.save(new).unwrap();
                let (mut after, there) = open(&slot.memory);
                assert!(there == *old || there == *new, "seed {seed}, cut at {at}");
                assert!(at < changes || there == *new);
                // And life goes on from there, with nothing left lying about.
                after.save(new).unwrap();
                after.sweep().unwrap();
                assert!(open(&slot.memory).1 == *new);
            }
        });
    }
}

#[test]
fn what_a_killed_save_left_never_lends_its_name_to_another_segment() {
    // A name is what a seal is tied to: two segments of one name could be exchanged unnoticed.
    each_step(7, 12, |memory, _, new| {
        for at in 1..changes_of(memory, new) {
            let slot = Faulty::over(copy(memory));
            slot.torn_at.set(Some(at));
            open_slot(slot.clone()).unwrap().0.save(new).unwrap();
            let mut left = slot.memory.keys().unwrap();
            left.retain(|key| memory.read(key) == Ok(None) && key.starts_with("segment"));
            let (mut after, there) = open(&slot.memory);
            if there == *new {
                continue;
            }
            after.save(new).unwrap();
            assert!(left.iter().all(|key| slot.memory.read(key) == Ok(None)), "{left:?}");
        }
    });
}

#[test]
fn two_saves_that_reach_the_disk_in_part_still_open() {
    // WebKit does not promise to write many keys together: any one key of a save may be missing.
    for seed in 0..6 {
        each_step(seed, 10, |memory, old, new| {
            // The first save has no state before it to fall back to.
            if memory.keys().unwrap().is_empty() {
                return;
            }
            let after = copy(memory);
            open(&after).0.save(new).unwrap();
            let keys = after.keys().unwrap();
            for key in keys.iter().chain(&memory.keys().unwrap()) {
                let partly = copy(&after);
                match memory.read(key).unwrap() {
                    Some(bytes) => partly.write(key, &bytes).unwrap(),
                    None => partly.remove(key).unwrap(),
                }
                let there = open(&partly).1;
                assert!(there == *old || there == *new, "seed {seed}, without {key}");
            }
        });
    }
}

#[test]
fn what_a_failed_save_left_is_swept() {
    let cabinet = samples::cabinet(21, 2, 3, 3, 200);
    let slot = Faulty::over(kept(&cabinet));
    let (mut keeper, mut new, _) = open_slot(slot.clone()).unwrap();
    let mut dice = Dice::new(5);
    for _ in 0..30 {
        samples::change(&mut dice, &mut new);
        slot.fails_at.set(Some((slot.changes.get() + dice.below(4), StorageError::Failed)));
        let _ = keeper.save(&new);
    }
    slot.fails_at.set(None);
    keeper.save(&new).unwrap();
    keeper.sweep().unwrap();
    keeper.sweep().unwrap();
    let fresh = kept(&new);
    let clean = fresh.keys().unwrap().len();
    assert!(slot.memory.keys().unwrap().len() <= clean + 4, "{:?}", slot.memory.keys());
    assert!(open(&slot.memory).1 == new);
}

#[test]
fn full_storage_loses_nothing_and_deleting_makes_room() {
    let mut cabinet = samples::cabinet(22, 3, 30, 2, 400);
    let slot = Faulty::over(kept(&cabinet));
    slot.room.set(Some(slot.memory.size() + 60 * 1024));
    let (mut keeper, ..) = open_slot(slot.clone()).unwrap();
    let mut dice = Dice::new(6);
    let who = cabinet.journals[1].person.id;
    let mut last = cabinet.clone();
    let full = (0..1000).find_map(|_| {
        cabinet.change_journal(who, |journal| samples::add_session(&mut dice, journal, 3, 600));
        let saved = keeper.save(&cabinet);
        if saved.is_ok() {
            last = cabinet.clone();
        }
        saved.err()
    });
    assert_eq!(full, Some(SaveError::Full));
    assert!(open(&slot.memory).1 == last);
    assert!(last.journals[1].sessions.len() > 40, "it is full only when it is full");
    cabinet.journals.remove(0);
    keeper
        .save(&cabinet)
        .or_else(|_| {
            let mut less = last.clone();
            less.journals.remove(0);
            keeper.save(&less)?;
            keeper.sweep()?;
            keeper.save(&cabinet)
        })
        .unwrap();
    assert!(open(&slot.memory).1 == cabinet);
}

#[test]
fn blocked_storage_is_refused_and_said() {
    let slot = Faulty::over(kept(&samples::cabinet(23, 1, 1, 1, 10)));
    let (mut keeper, mut cabinet, _) = open_slot(slot.clone()).unwrap();
    slot.is_blocked.set(true);
    assert!(matches!(open_slot(slot.clone()), Err(Refusal::Blocked)));
    cabinet.settings = Arc::default();
    assert_eq!(keeper.save(&cabinet), Err(SaveError::Blocked));
    slot.is_blocked.set(false);
    assert_eq!(keeper.save(&cabinet), Ok(()));
}

#[test]
fn of_two_tabs_that_take_turns_neither_undoes_the_other() {
    for seed in 0..20 {
        let mut dice = Dice::new(seed);
        let memory = Memory::default();
        let mut refused = 0;
        let mut truth = Cabinet::default();
        let mut open_tabs = [open(&memory), open(&memory)];
        for _ in 0..60 {
            let (keeper, cabinet) = &mut open_tabs[dice.below(2)];
            let before = cabinet.clone();
            samples::change(&mut dice, cabinet);
            if *cabinet == before {
                continue;
            }
            match keeper.save(cabinet) {
                Ok(()) => truth = cabinet.clone(),
                Err(error) => {
                    assert_eq!(error, SaveError::Elsewhere);
                    refused += 1;
                    (*keeper, *cabinet) = open(&memory);
                }
            }
            assert!(open(&memory).1 == truth);
        }
        assert!(refused > 0);
    }
}
