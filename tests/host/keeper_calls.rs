//! Each call of storage fails once, for every call of every command of the keeper: what opens next is the vault before or
//! after, never anything else. Never about changes of the lock: those are `lock_faults`'.

use attune::desk::keeper::{Keeper, NotUnlocked, Opened, Opening, Refusal, SaveError};
use attune::domain::Cabinet;
use attune::storage::{Memory, StorageError};

use crate::faulty::{Faulty, copy};
use crate::golden;
use crate::keeper::kept;
use crate::ledgers::now;
use crate::locked::{key, locked, opening, unlock};
use crate::now::Now;
use crate::samples::{self, Dice};

/// The number of the key that opens it; `None` where none is asked for.
type Key = Option<u8>;

/// What a keeper is told to do, from a store in which something is there to be done.
struct Command {
    name: &'static str,
    before: Memory,
    key: Key,
    /// What is there afterwards.
    new: Cabinet,
    run: fn(&mut Keeper, &Cabinet) -> Result<(), SaveError>,
}

fn enter(memory: &Memory, key: Key) -> Opened {
    match key {
        Some(number) => unlock(memory, number),
        None => match opening(memory.clone()) {
            Ok(Opening::Open(opened)) => *opened,
            _ => panic!("it does not open"),
        },
    }
}

/// Saved some times, so that something lies there that the next save removes.
fn lived_in(memory: Memory, key: Key) -> Memory {
    let Opened { mut keeper, mut cabinet, .. } = enter(&memory, key);
    let mut dice = Dice::new(17);
    for _ in 0..4 {
        samples::change(&mut dice, &mut cabinet);
        keeper.save(&cabinet).unwrap();
    }
    memory
}

/// Stores of every kind: nothing yet, in clear, open, locked.
fn stores() -> [(&'static str, Memory, Key); 4] {
    let cabinet = samples::cabinet(81, 2, 2, 2, 60);
    [
        ("first", Memory::default(), None),
        ("clear", lived_in(golden::stored("v1", "one_person"), None), None),
        ("open", lived_in(kept(&cabinet), None), None),
        ("locked", lived_in(locked(&cabinet), Some(2)), Some(2)),
    ]
}

fn commands() -> Vec<Command> {
    let mut commands = Vec::new();
    for (name, before, key) in stores() {
        let there = enter(&before, key).cabinet;
        let command = |new, run| Command { name, before: copy(&before), key, new, run };
        let save: fn(&mut Keeper, &Cabinet) -> _ = |keeper, new| keeper.save(new);
        commands.push(command(samples::cabinet(82, 2, 2, 2, 60), save));
        for seed in 0..6 {
            let mut new = there.clone();
            samples::change(&mut Dice::new(seed), &mut new);
            commands.push(command(new, save));
        }
        commands.push(command(Cabinet::default(), save));
        commands.push(command(there, |keeper, _| keeper.sweep()));
    }
    commands
}

/// A keeper of the store as it was, over a slot that can fail.
fn begin(command: &Command) -> (Faulty, Keeper) {
    let slot = Faulty::over(copy(&command.before));
    let opened = match (opening(slot.clone()).unwrap(), command.key) {
        (Opening::Open(opened), None) => *opened,
        (Opening::Locked(locked), Some(number)) => {
            now(locked.unlock(1, &key(number))).ok().unwrap()
        }
        _ => panic!("{}: it does not open", command.name),
    };
    slot.calls.set(0);
    (slot, opened.keeper)
}

fn check(command: &Command, at: usize) {
    let name = command.name;
    let before = enter(&command.before, command.key).cabinet;
    let (slot, mut keeper) = begin(command);
    slot.call_fails_at.set(Some(at));
    let done = (command.run)(&mut keeper, &command.new);
    let there = enter(&slot.memory, command.key);
    assert_eq!(there.unread, [], "{name}, call {at}");
    let is_after = there.cabinet == command.new;
    assert!(is_after || there.cabinet == before, "{name}, call {at}: neither before nor after");
    assert!(is_after || done.is_err(), "{name}, call {at}: said to be done");
    // The keeper goes on, and so does whoever opens the store anew.
    (command.run)(&mut keeper, &command.new).unwrap();
    assert!(enter(&slot.memory, command.key).cabinet == command.new, "{name}, call {at}");
    let mut anew = there.keeper;
    if !is_after {
        assert_eq!(anew.save(&command.new), Err(SaveError::Elsewhere), "{name}, call {at}");
    }
}

#[test]
fn every_call_of_storage_fails_once_and_the_vault_is_as_before_or_after() {
    for command in commands() {
        let (slot, mut keeper) = begin(&command);
        (command.run)(&mut keeper, &command.new).unwrap();
        let calls = slot.calls.get();
        for at in 0..calls {
            check(&command, at);
        }
    }
}

#[test]
fn every_call_of_storage_fails_once_while_opening_and_nothing_is_written() {
    for (name, memory, key) in stores() {
        let slot = Faulty::over(copy(&memory));
        assert!(try_open(&slot, key).is_ok());
        for at in 0..slot.calls.get() {
            let slot = Faulty::over(copy(&memory));
            slot.call_fails_at.set(Some(at));
            let refused = try_open(&slot, key).err();
            assert_eq!(refused, Some(Refusal::Blocked), "{name}, call {at}");
            assert_eq!(slot.changes.get(), 0, "{name}, call {at}: opening wrote");
            let whole = enter(&memory, key).cabinet;
            assert!(try_open(&slot, key).is_ok_and(|it| it.cabinet == whole), "{name}, call {at}");
        }
    }
}

fn try_open(slot: &Faulty, number: Key) -> Result<Opened, Refusal> {
    match (opening(slot.clone())?, number) {
        (Opening::Open(opened), None) => Ok(*opened),
        (Opening::Locked(locked), Some(number)) => match now(locked.unlock(1, &key(number))) {
            Ok(opened) => Ok(opened),
            Err(NotUnlocked::Refused(refusal)) => Err(refusal),
            Err(NotUnlocked::WrongKey(_)) => panic!("{number} is a wrong key"),
        },
        _ => panic!("another lock"),
    }
}

#[test]
fn a_store_that_fails_from_some_call_on_leaves_the_vault_as_before_or_after() {
    // Blocked in the middle of a save, as when a person takes the permission away.
    for command in commands() {
        let before = enter(&command.before, command.key).cabinet;
        let (slot, mut keeper) = begin(&command);
        (command.run)(&mut keeper, &command.new).unwrap();
        for at in 0..slot.changes.get() {
            let (slot, mut keeper) = begin(&command);
            slot.fails_at.set(Some((at, StorageError::Blocked)));
            slot.removals_fail.set(true);
            let done = (command.run)(&mut keeper, &command.new);
            let there = enter(&slot.memory, command.key).cabinet;
            assert!(there == command.new || (there == before && done.is_err()), "{}", command.name);
        }
    }
}
