//! The storage contract against the memory, and the faults that other tests rely on.
//! Never touches a browser: `tests/browser` runs the same contract there.

use attune::storage::{Book, Commit, CommitError, Memory, MemoryLedger, Slot, StorageError};

use crate::faulty::Faulty;
use crate::ledger_contract::check_book;
use crate::ledgers::{FaultyLedger, SlowLedger, now};
use crate::storage_contract::check_slot;

#[test]
fn memory_keeps_the_contract() {
    check_slot(&Memory::default());
}

#[test]
fn a_slot_with_faults_keeps_the_contract_until_they_come() {
    check_slot(&Faulty::default());
}

#[test]
fn copies_of_a_memory_are_one_store() {
    let memory = Memory::default();
    memory.clone().write("key", b"12345").unwrap();
    assert_eq!(memory.read("key"), Ok(Some(b"12345".to_vec())));
    assert_eq!(memory.size(), 8);
}

#[test]
fn faults_come_when_told() {
    let slot = Faulty::default();
    slot.fails_at.set(Some((1, StorageError::Failed)));
    slot.torn_at.set(Some(2));
    slot.room.set(Some(10));
    assert_eq!(slot.write("a", b"1"), Ok(()));
    assert_eq!(slot.write("b", b"2"), Err(StorageError::Failed));
    assert_eq!(slot.write("c", b"3"), Ok(()));
    assert_eq!(slot.write("d", b"4567890123"), Err(StorageError::Full));
    assert_eq!(slot.memory.keys(), Ok(vec!["a".to_owned()]));
}

#[test]
fn books_in_memory_keep_the_contract() {
    now(check_book(&MemoryLedger::default()));
    now(check_book(&FaultyLedger::default()));
}

#[test]
fn a_faulty_book_fails_once_and_does_nothing_then() {
    let book = FaultyLedger::default();
    let commit = |key: &str| Commit { puts: vec![(key.to_owned(), vec![1])], ..Commit::default() };
    book.fails_at.set(Some((1, StorageError::Full)));
    assert_eq!(now(book.commit(commit("a"))), Ok(()));
    assert_eq!(now(book.commit(commit("b"))), Err(CommitError::Storage(StorageError::Full)));
    assert_eq!(now(book.commit(commit("c"))), Ok(()));
    assert_eq!(book.ledger.kept.keys(), Ok(vec!["a".to_owned(), "c".to_owned()]));
}

#[test]
fn a_slow_book_answers_in_the_order_it_is_told() {
    let book = SlowLedger::default();
    let commit = |bytes: &[u8], expected: Option<Vec<u8>>| Commit {
        expected: vec![("head.0".to_owned(), expected)],
        puts: vec![("head.0".to_owned(), bytes.to_vec())],
        ..Commit::default()
    };
    let (first, second) = (book.commit(commit(b"1", None)), book.commit(commit(b"2", None)));
    assert_eq!(book.waiting(), 2);
    book.let_go(1);
    assert_eq!(now(second), Ok(()));
    book.let_go(0);
    assert_eq!(now(first), Err(CommitError::Stale));
}
