//! The storage contract against the memory, and the faults that other tests rely on.
//! Never touches a browser: `tests/browser` runs the same contract there.

use attune::storage::{Memory, Slot, StorageError};

use crate::faulty::Faulty;
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
