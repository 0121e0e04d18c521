//! The state before a restore is laid aside and comes back, three of them, as far as there is room, and never past its key.
//! Never the only thing between a person and a loss: a restore goes on without it, and says so.

use std::rc::Rc;

use attune::desk::{Aside, Restoring};
use attune::domain::{Cabinet, Day};
use attune::storage::{Book, MemoryLedger, Slot, StorageError};
use attune::vault::Unreadable;
use attune::vault::aside::{self, Front};
use attune::vault::key::Vault;
use leptos::prelude::*;

use super::backup::{cabinet, secret};
use super::bench::{Bench, today};
use crate::faulty::Faulty;
use crate::ledgers::{FaultyLedger, now};
use crate::samples;

const PREFIX: &str = "before.";

/// A desk with a client, over both homes.
fn filled(home: &Faulty, ledger: Rc<dyn Book>) -> Bench {
    let bench = Bench::between(home, Some(ledger));
    bench.desk.add_client("Heron").unwrap();
    bench.desk.begin_session(today()).unwrap();
    bench.later();
    bench
}

/// The plain file of a vault with another client.
fn other_file() -> Vec<u8> {
    let bench = Bench::over(&Faulty::default());
    bench.desk.add_client("Robin").unwrap();
    bench.desk.make_plain_backup().unwrap().bytes
}

fn replace(bench: &Bench, file: &[u8]) -> Aside {
    let restoring = Restoring::begin(bench.desk);
    restoring.take(file.to_vec()).unwrap();
    let restored = now(restoring.replace()).unwrap();
    bench.later();
    restored.aside
}

fn bring_back(bench: &Bench, number: u64) -> bool {
    let restoring = Restoring::begin(bench.desk);
    let is_read = now(restoring.take_laid_aside(number));
    if is_read {
        now(restoring.replace()).unwrap();
        bench.later();
    }
    is_read
}

fn numbers(bench: &Bench) -> Vec<u64> {
    now(bench.desk.laid_aside()).iter().map(|it| it.number).collect()
}

fn laid(ledger: &MemoryLedger) -> Vec<String> {
    let keys = ledger.kept.keys().unwrap();
    keys.into_iter().filter(|key| key.starts_with(PREFIX)).collect()
}

/// As it is but for where it was left: that is not restored, it is gone to.
fn notes(cabinet: &Cabinet) -> Cabinet {
    Cabinet { settings: Default::default(), ..cabinet.clone() }
}

#[test]
fn the_state_before_comes_back_whole_also_after_saves_and_a_reload() {
    let other = other_file();
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let bench = filled(&home, Rc::new(ledger.clone()));
    let before = cabinet(&bench);
    assert_eq!(replace(&bench, &other), Aside::Laid);
    bench.desk.begin_session(today());
    bench.desk.add_client("Wren").unwrap();
    bench.later();
    let again = Bench::between(&home, Some(Rc::new(ledger.clone())));
    assert_eq!(again.desk.unread().get_untracked(), []);
    let listed = now(again.desk.laid_aside());
    let front = Front { day: today(), people: 1, sessions: 1 };
    assert_eq!(listed.iter().map(|it| it.front).collect::<Vec<_>>(), [front]);
    assert!(bring_back(&again, listed[0].number));
    assert_eq!(notes(&cabinet(&again)), notes(&before));
    assert_eq!(numbers(&again).len(), 2, "and what it replaced is aside in turn");
    let keys = home.memory.keys().unwrap();
    assert!(keys.iter().all(|key| !key.starts_with(PREFIX)), "in the ledger alone");
}

#[test]
fn three_are_kept_and_of_more_the_oldest_goes() {
    let other = other_file();
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let bench = filled(&home, Rc::new(ledger.clone()));
    for _ in 0..5 {
        assert_eq!(replace(&bench, &other), Aside::Laid);
    }
    assert_eq!(numbers(&bench), [5, 4, 3]);
    assert!(!bring_back(&bench, 1));
}

#[test]
fn where_there_is_no_room_older_ones_go_and_where_there_is_none_at_all_it_is_said() {
    let other = other_file();
    let (home, ledger) = (Faulty::default(), FaultyLedger::default());
    let bench = filled(&home, Rc::new(ledger.clone()));
    for _ in 0..3 {
        replace(&bench, &other);
    }
    // Its first call reads, the second writes.
    ledger.fails_at.set(Some((ledger.calls.get() + 1, StorageError::Full)));
    assert_eq!(replace(&bench, &other), Aside::Laid);
    assert_eq!(numbers(&bench), [4, 3]);
    ledger.fails_at.set(Some((ledger.calls.get() + 1, StorageError::Failed)));
    assert_eq!(replace(&bench, &other), Aside::NotLaid);
    assert_eq!(cabinet(&bench).journals[0].person.code.as_str(), "Robin", "restored all the same");
    let alone = Bench::over(&Faulty::default());
    assert_eq!(replace(&alone, &other), Aside::NothingToMiss);
    assert_eq!(replace(&alone, &other), Aside::NotLaid, "no ledger");
}

#[test]
fn what_was_laid_aside_goes_with_its_key_and_stays_while_the_key_does() {
    let other = other_file();
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let bench = filled(&home, Rc::new(ledger.clone()));
    replace(&bench, &other);
    assert_eq!(laid(&ledger).len(), 2, "a front and a piece");
    let code = bench.desk.draw_code().unwrap();
    now(bench.desk.lock_by(secret("four words of mine"), &code)).unwrap();
    bench.later();
    assert_eq!(laid(&ledger), Vec::<String>::new(), "sealed under a key that lay open");
    replace(&bench, &other);
    now(bench.desk.change_passphrase(secret("other words of mine"))).unwrap();
    bench.later();
    assert_eq!(numbers(&bench).len(), 1, "the key is the same");
    now(bench.desk.erase_all(|| Box::pin(std::future::ready(Ok(()))))).unwrap();
    assert_eq!(laid(&ledger), Vec::<String>::new());
}

#[test]
fn one_that_is_damaged_or_anothers_is_never_brought_back() {
    let other = other_file();
    for piece in ["before.1.0", "before.1.1"] {
        let (home, ledger) = (Faulty::default(), MemoryLedger::default());
        let bench = filled(&home, Rc::new(ledger.clone()));
        replace(&bench, &other);
        let here = cabinet(&bench);
        let mut bytes = ledger.kept.read(piece).unwrap().unwrap();
        bytes[100] ^= 1;
        ledger.kept.write(piece, &bytes).unwrap();
        assert!(!bring_back(&bench, 1), "{piece}");
        assert_eq!(cabinet(&bench), here);
    }
}

#[test]
fn pieces_are_joined_in_their_order_whole_or_not_at_all() {
    let (ours, theirs) = (Vault::draw(samples::draw).unwrap(), Vault::draw(samples::draw).unwrap());
    let front = Front { day: Day::LAST, people: 7, sessions: u32::MAX };
    for length in [0, 1, 8 << 20, (8 << 20) + 1] {
        let text: Vec<u8> = (0..length).map(|at: usize| (at / 1000) as u8).collect();
        let pieces = aside::close(9, front, &text, &ours, samples::draw).unwrap();
        let all: Vec<&[u8]> = pieces.iter().map(Vec::as_slice).collect();
        assert_eq!(aside::front(9, all[0], &ours), Ok(front));
        assert!(aside::text(9, &all, &ours) == Ok(text), "{length}");
        let damaged = Err(Unreadable::Damaged);
        assert_eq!(aside::text(9, &all[..all.len() - 1], &ours), damaged, "{length}: cut");
        assert_eq!(aside::text(9, &[&all[..], &[all[0]]].concat(), &ours), damaged);
        assert_eq!(aside::text(8, &all, &ours), damaged, "{length}: another number");
        assert_eq!(aside::text(9, &all, &theirs), damaged, "{length}: another vault");
    }
}

#[test]
fn what_is_laid_aside_is_not_read_when_notes_are_opened() {
    let (home, ledger) = (Faulty::default(), FaultyLedger::default());
    let bench = filled(&home, Rc::new(ledger.clone()));
    replace(&bench, &other_file());
    ledger.given.set(0);
    Bench::between(&home, Some(Rc::new(ledger.clone())));
    let all = now(ledger.ledger.read_all()).unwrap();
    let kept = all.iter().filter(|(key, _)| !key.starts_with(PREFIX));
    assert!(laid(&ledger.ledger).len() > 1);
    assert_eq!(ledger.given.get(), kept.map(|(_, bytes)| bytes.len()).sum::<usize>());
}
