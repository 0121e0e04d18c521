//! Whatever storage does while a lock is chosen, changed or taken off: what opens next is the vault before or after, whole.
//! Never asks who may come in at rest: that is `lock`.

use attune::desk::keeper::{Keeper, LockChoice, LockError, Opened, Opening, SaveError, WayChoice};
use attune::domain::Cabinet;
use attune::storage::{Memory, Slot, StorageError};

use crate::faulty::{Faulty, copy};
use crate::golden;
use crate::keeper::{Now, kept, open};
use crate::ledgers::now;
use crate::locked::{both, code, key, lock_of, locked, opening, passphrase, try_key};
use crate::samples;

/// One command: what it begins with, whose key opens that, and what is chosen.
struct Command {
    name: &'static str,
    before: Memory,
    key: Option<u8>,
    choose: fn() -> LockChoice,
    /// Keys that open what comes after it, and one that must not. None: it opens without.
    after: Option<(u8, u8)>,
}

fn commands() -> Vec<Command> {
    let cabinet = samples::cabinet(61, 2, 2, 2, 60);
    let saved_twice = |memory: Memory| {
        let (mut keeper, mut cabinet) = open(&memory);
        cabinet.settings = Default::default();
        keeper.save(&cabinet).unwrap();
        memory
    };
    let clear = || saved_twice(golden::stored("v1", "one_person"));
    let (open, shut) = (saved_twice(kept(&cabinet)), locked(&cabinet));
    let command = |name, before, key, choose, after| Command { name, before, key, choose, after };
    vec![
        command("takeover", clear(), None, both, Some((1, 9))),
        command("takeover, open", clear(), None, || LockChoice::Open, None),
        command("reseal", open, None, both, Some((2, 9))),
        command("first of all", Memory::default(), None, both, Some((1, 9))),
        command("other ways", copy(&shut), Some(1), other_ways, Some((3, 2))),
        command("open up", shut, Some(2), || LockChoice::Open, None),
    ]
}

fn other_ways() -> LockChoice {
    LockChoice::Closed(vec![WayChoice::Keep(0), code(3)])
}

/// Opens with whichever key fits, or without one.
fn enter(slot: impl Slot + 'static, number: Option<u8>) -> Option<Opened> {
    match (opening(slot).unwrap(), number) {
        (Opening::Open(opened), None) => Some(*opened),
        (Opening::Locked(locked), Some(number)) => try_key(locked, number).ok(),
        _ => None,
    }
}

/// Before or after, whole: the same cabinet, behind the lock before or the one after.
fn check(command: &Command, memory: &Memory, cabinet: &Cabinet, what: &str) -> bool {
    let what = format!("{}: {what}", command.name);
    let after = command.after.map(|(key, _)| key);
    let is_before = enter(memory.clone(), command.key);
    let is_after = enter(memory.clone(), after);
    let opened = is_before.iter().chain(&is_after);
    let mut count = 0;
    for opened in opened {
        assert!(opened.cabinet == *cabinet, "{what}: another cabinet");
        assert_eq!(opened.unread, [], "{what}");
        count += 1;
    }
    assert!(count > 0, "{what}: nobody comes in");
    is_after.is_some()
}

fn begin(command: &Command) -> (Faulty, Keeper, Cabinet) {
    let slot = Faulty::over(copy(&command.before));
    let Opened { keeper, cabinet, .. } = enter(slot.clone(), command.key).unwrap();
    slot.calls.set(0);
    slot.changes.set(0);
    (slot, keeper, cabinet)
}

/// How many calls and changes the command makes.
fn count(command: &Command) -> (usize, usize) {
    let (slot, mut keeper, _) = begin(command);
    keeper.set_lock((command.choose)()).unwrap();
    (slot.calls.get(), slot.changes.get())
}

/// The command again, or any save, and the lock stands and nothing is left of the one before.
fn check_finished(command: &Command, mut keeper: Keeper, memory: &Memory, cabinet: &Cabinet) {
    if let Err(error) = keeper.set_lock((command.choose)()) {
        panic!("{}: tried again: {error:?}", command.name);
    }
    keeper.sweep().unwrap();
    assert!(check(command, memory, cabinet, "tried again"));
    assert!(!keeper.has_remains());
    if let Some((_, wrong)) = command.after {
        assert!(try_key(lock_of(memory), wrong).is_err(), "{}", command.name);
    }
}

#[test]
fn any_call_of_storage_may_fail_once_while_the_lock_changes() {
    for command in commands() {
        let (calls, _) = count(&command);
        assert!(calls > 5, "{}", command.name);
        for at in 0..calls {
            let (slot, mut keeper, cabinet) = begin(&command);
            slot.call_fails_at.set(Some(at));
            let set = keeper.set_lock((command.choose)());
            slot.call_fails_at.set(None);
            let is_after = check(&command, &slot.memory, &cabinet, &format!("call {at}"));
            match set {
                Ok(()) => assert!(is_after, "{}: said to stand, {at}", command.name),
                Err(error) => assert_eq!(error, LockError::NotSaved(SaveError::Failed)),
            }
            if set.is_ok() && !is_new_each_time(&command) {
                keeper.sweep().unwrap();
                assert!(!keeper.has_remains(), "{}, {at}", command.name);
            }
            check_finished(&command, keeper, &slot.memory, &cabinet);
        }
    }
}

/// The command chosen again keeps a way by its place, which has moved once it stands.
fn is_new_each_time(command: &Command) -> bool {
    command.name == "other ways"
}

#[test]
fn an_error_after_the_fact_is_no_loss_of_a_lock() {
    for command in commands() {
        let (_, changes) = count(&command);
        for at in 0..changes {
            for error in [StorageError::Failed, StorageError::Full] {
                let (slot, mut keeper, cabinet) = begin(&command);
                slot.fails_at.set(Some((at, error)));
                slot.fails_late.set(true);
                let set = keeper.set_lock((command.choose)());
                slot.fails_at.set(None);
                let is_after = check(&command, &slot.memory, &cabinet, &format!("change {at}"));
                assert!(set.is_err() || is_after, "{}: {at}", command.name);
                check_finished(&command, keeper, &slot.memory, &cabinet);
            }
        }
    }
}

#[test]
fn a_browser_killed_while_the_lock_changes_leaves_the_vault_before_or_after() {
    for command in commands() {
        let (_, changes) = count(&command);
        for at in 0..=changes {
            let (slot, mut keeper, cabinet) = begin(&command);
            slot.torn_at.set(Some(at));
            keeper.set_lock((command.choose)()).unwrap();
            let is_after = check(&command, &slot.memory, &cabinet, &format!("cut at {at}"));
            assert!(at < changes || is_after);
            // Whoever comes in next goes on from there, and the first save sweeps what was left.
            let key = if is_after { command.after.map(|(key, _)| key) } else { command.key };
            let mut opened = enter(slot.memory.clone(), key).unwrap();
            let mut next = opened.cabinet.clone();
            samples::change(&mut samples::Dice::new(at as u64), &mut next);
            opened.keeper.save(&next).unwrap();
            opened.keeper.sweep().unwrap();
            assert!(!opened.keeper.has_remains());
            assert!(enter(slot.memory.clone(), key).unwrap().cabinet == next);
            if let Some((_, wrong)) = command.after.filter(|_| is_after) {
                assert!(try_key(lock_of(&slot.memory), wrong).is_err());
            }
        }
    }
}

#[test]
fn a_lock_that_reaches_the_disk_in_part_still_opens() {
    // WebKit does not promise to write many keys together: any one key may be missing.
    for command in commands() {
        let (slot, mut keeper, cabinet) = begin(&command);
        // Nothing before it to fall back to.
        if command.before.keys().unwrap().is_empty() {
            continue;
        }
        // Without the sweep, which only begins once all of this is on its way.
        let (_, changes) = count(&command);
        let segments = |memory: &Memory| memory.keys().unwrap().len();
        let at = (1..changes).find(|at| {
            let (slot, mut keeper, _) = begin(&command);
            slot.torn_at.set(Some(*at));
            keeper.set_lock((command.choose)()).unwrap();
            check(&command, &slot.memory, &cabinet, "") && segments(&slot.memory) > 0
        });
        slot.torn_at.set(at);
        keeper.set_lock((command.choose)()).unwrap();
        for key in slot.memory.keys().unwrap() {
            let partly = copy(&slot.memory);
            match command.before.read(&key).unwrap() {
                Some(bytes) => partly.write(&key, &bytes).unwrap(),
                None => partly.remove(&key).unwrap(),
            }
            check_partly(&command, &partly, &cabinet, &key);
        }
    }
}

/// The new head may stand without one of its segments: then the key after it opens the vault before.
fn check_partly(command: &Command, memory: &Memory, cabinet: &Cabinet, what: &str) {
    let after = command.after.map(|(key, _)| key);
    let ways = [command.key, after];
    let opened: Vec<Opened> =
        ways.into_iter().filter_map(|way| enter(memory.clone(), way)).collect();
    assert!(!opened.is_empty(), "{}: without {what} nobody comes in", command.name);
    assert!(opened.iter().all(|it| it.cabinet == *cabinet), "{}: {what}", command.name);
}

#[test]
fn where_there_is_no_room_for_all_of_it_twice_the_lock_stays_as_it_was() {
    let cabinet = samples::cabinet(62, 3, 20, 2, 400);
    let slot = Faulty::over(kept(&cabinet));
    slot.room.set(Some(slot.memory.size() + 20 * 1024));
    let Opened { mut keeper, .. } = enter(slot.clone(), None).unwrap();
    assert_eq!(keeper.set_lock(both()), Err(LockError::NotSaved(SaveError::Full)));
    assert!(!keeper.is_locked());
    assert!(open(&slot.memory).1 == cabinet);
    slot.room.set(None);
    keeper.set_lock(both()).unwrap();
    assert!(enter(slot.memory.clone(), Some(1)).unwrap().cabinet == cabinet);
}

#[test]
fn a_save_never_removes_its_own_segments_to_make_room() {
    // A save fails under some names, cannot tidy up, and the next one under the same names finds the store full.
    let mut cabinet = samples::cabinet(63, 4, 12, 2, 400);
    let slot = Faulty::over(kept(&cabinet));
    let Opened { mut keeper, .. } = enter(slot.clone(), None).unwrap();
    for journal in cabinet.journals.clone() {
        cabinet.change_journal(journal.person.id, |journal| {
            std::sync::Arc::make_mut(&mut journal.person).set_aside ^= true;
        });
    }
    slot.removals_fail.set(true);
    slot.fails_at.set(Some((slot.changes.get() + 3, StorageError::Failed)));
    assert_eq!(keeper.save(&cabinet), Err(SaveError::Failed));
    slot.removals_fail.set(false);
    // For a moment only: what is tried again then fits.
    slot.fails_at.set(Some((slot.changes.get() + 2, StorageError::Full)));
    keeper.save(&cabinet).unwrap();
    assert!(open(&slot.memory).1 == cabinet);
}

#[test]
fn another_tabs_save_is_never_written_over_by_a_lock() {
    let cabinet = samples::cabinet(64, 2, 2, 2, 50);
    let memory = kept(&cabinet);
    let (mut here, _) = open(&memory);
    let (mut there, mut other) = open(&memory);
    other.journals.remove(0);
    there.save(&other).unwrap();
    assert_eq!(here.set_lock(both()), Err(LockError::NotSaved(SaveError::Elsewhere)));
    assert!(open(&memory).1 == other);
    there.set_lock(LockChoice::Closed(vec![passphrase(1)])).unwrap();
    let mut mine = cabinet;
    mine.settings = Default::default();
    assert_eq!(here.save(&mine), Err(SaveError::Elsewhere));
    let opened = now(lock_of(&memory).unlock(0, &key(1))).ok().unwrap();
    assert!(opened.cabinet == other);
}
