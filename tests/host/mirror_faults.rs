//! One state in two homes, and any one call of either that fails: what is said to be kept is, and the same tab goes on.
//! Never stops a tab in the middle: `mirror` does.

use attune::storage::StorageError;
use attune::storage::mirror::*;

use crate::mirror::{cost, each_step, life_goes_on};
use crate::tiny_tab::{LedgerFault, Tab};

const ERRORS: [StorageError; 3] = [StorageError::Failed, StorageError::Full, StorageError::Blocked];

#[test]
fn any_call_of_the_slot_may_fail() {
    for seed in 0..4 {
        each_step(seed, |stores, _, after| {
            let (_, changes) = cost(stores, after);
            for (at, error) in (0..changes).flat_map(|at| ERRORS.map(|error| (at, error))) {
                for is_late in [false, true] {
                    let stores = stores.copy();
                    let mut tab = Tab::open(&stores);
                    stores.local.fails_at.set(Some((at, error)));
                    stores.local.fails_late.set(is_late);
                    tab.begin(after);
                    let outcome = tab.finish(&stores);
                    assert_eq!(outcome.ledger, Standing::Holds);
                    assert!([Standing::Holds, Standing::Lacks(error)].contains(&outcome.local));
                    assert_eq!(stores.state(), after);
                    life_goes_on(&stores, after);
                }
            }
        });
    }
}

#[test]
fn any_call_of_the_ledger_may_fail() {
    for seed in 0..6 {
        each_step(seed, |stores, before, after| {
            for (error, is_late) in ERRORS.map(|error| (error, error == StorageError::Failed)) {
                for (at, local_fails) in [(0, false), (0, true), (1, false)] {
                    let stores = stores.copy();
                    let mut tab = Tab::open(&stores);
                    tab.fault = Some(LedgerFault { at, error, is_late });
                    if local_fails {
                        stores.local.fails_at.set(Some((0, StorageError::Full)));
                    }
                    tab.begin(after);
                    let outcome = tab.finish(&stores);
                    let state = stores.state();
                    let expected = if outcome.is_kept() { after } else { before };
                    assert_eq!(state, expected, "{error:?} {at} {local_fails}");
                    assert!(!outcome.is_elsewhere());
                    // The same tab goes on with another state, and loses nothing.
                    let next: Vec<u32> = after.iter().copied().chain([3000]).collect();
                    for state in [&next, &next] {
                        tab.begin(state);
                        assert!(tab.finish(&stores).is_kept());
                        assert_eq!(stores.state(), *state);
                    }
                    life_goes_on(&stores, &next);
                }
            }
        });
    }
}

#[test]
fn a_commit_whose_answer_is_lost_is_found_out() {
    each_step(3, |stores, before, after| {
        for (second, is_late) in [(false, true), (true, true), (true, false)] {
            let stores = stores.copy();
            let mut tab = Tab::open(&stores);
            tab.fault = Some(LedgerFault { at: 0, error: StorageError::Failed, is_late });
            stores.local.is_blocked.set(true);
            tab.begin(after);
            tab.step(&stores);
            tab.step(&stores);
            if second {
                // Nor can it be asked what is there.
                tab.fault = Some(LedgerFault { at: 1, error: StorageError::Failed, is_late });
            }
            let outcome = tab.finish(&stores);
            assert_eq!(outcome.is_kept(), !second);
            stores.local.is_blocked.set(false);
            let there = stores.state();
            assert_eq!(there, if is_late { after } else { before });
            let next: Vec<u32> = after.iter().copied().chain([4000]).collect();
            tab.begin(&next);
            assert!(tab.finish(&stores).is_kept());
            life_goes_on(&stores, &next);
        }
    });
}
