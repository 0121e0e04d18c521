//! A lock chosen, changed and taken off: who comes in, what is sealed anew, and that nothing else changes.
//! Never makes storage fail: that is `lock_faults`.

use attune::desk::keeper::{LockChoice, LockError, NotUnlocked, Opened, WayChoice};
use attune::domain::*;
use attune::storage::{Memory, Slot};
use attune::vault::head::{self, Stored};
use attune::vault::way::{Entry, WayIn};

use crate::faulty::copy;
use crate::golden;
use crate::keeper::{Now, kept, open};
use crate::ledgers::now;
use crate::locked::{
    both, code, is_wrong, key, lock_of, locked, passkey, passphrase, stretch, unlock,
};
use crate::samples::{self, Dice};

/// All that is stored, keys and bytes in one row.
fn all_bytes(memory: &Memory) -> Vec<u8> {
    let keys = memory.keys().unwrap().into_iter();
    keys.flat_map(|key| [key.as_bytes(), &memory.read(&key).unwrap().unwrap()].concat()).collect()
}

fn holds(memory: &Memory, piece: &[u8]) -> bool {
    all_bytes(memory).windows(piece.len()).any(|window| window == piece)
}

fn sealed_head(memory: &Memory, key: &str) -> head::SealedHead {
    match head::read(&memory.read(key).unwrap().unwrap()) {
        Ok(Stored::Sealed(head)) => head,
        _ => panic!("{key} is no sealed head"),
    }
}

fn check_kept(mut opened: Opened, memory: &Memory, number: u8, seed: u64) {
    let mut dice = Dice::new(seed);
    for _ in 0..6 {
        samples::change(&mut dice, &mut opened.cabinet);
        opened.keeper.save(&opened.cabinet).unwrap();
        assert!(unlock(memory, number).cabinet == opened.cabinet);
    }
    opened.keeper.sweep().unwrap();
    assert!(unlock(memory, number).cabinet == opened.cabinet);
}

#[test]
fn a_new_vault_is_sealed_and_its_key_lies_open_until_a_lock_is_chosen() {
    let memory = kept(&samples::cabinet(41, 1, 1, 1, 20));
    for key in memory.keys().unwrap() {
        assert_eq!(memory.read(&key).unwrap().unwrap()[5], 1, "{key}");
    }
    let (keeper, _) = open(&memory);
    assert!(!keeper.is_locked());
    assert_eq!(keeper.ways(), [Ok(Entry::Open)]);
}

#[test]
fn what_is_locked_opens_with_each_of_its_ways_and_is_lived_in() {
    for seed in 0..4 {
        let cabinet = samples::cabinet(seed, 3, 3, 2, 200);
        let memory = locked(&cabinet);
        let ways = lock_of(&memory).ways();
        let expected = [WayIn::Passphrase(stretch(1)), WayIn::Code(stretch(2))];
        assert_eq!(ways, expected.map(|way| Ok(Entry::Closed(way))));
        for number in [1, 2] {
            let memory = copy(&memory);
            let opened = unlock(&memory, number);
            assert!(opened.keeper.is_locked());
            assert!(opened.cabinet == cabinet);
            check_kept(opened, &memory, number, seed);
        }
    }
}

#[test]
fn a_wrong_key_is_said_and_changes_nothing() {
    let memory = locked(&samples::cabinet(42, 2, 2, 2, 50));
    let before = all_bytes(&memory);
    let locked = lock_of(&memory);
    let Err(NotUnlocked::WrongKey(locked)) = now(locked.unlock(0, &key(3))) else { panic!() };
    let Err(NotUnlocked::WrongKey(locked)) = now(locked.unlock(1, &key(1))) else { panic!() };
    let Err(NotUnlocked::WrongKey(locked)) = now(locked.unlock(9, &key(1))) else { panic!() };
    assert!(now(locked.unlock(0, &key(1))).is_ok(), "and then the right one opens");
    assert!(all_bytes(&memory) == before);
}

#[test]
fn a_lock_may_be_chosen_before_anything_is_kept() {
    let memory = Memory::default();
    open(&memory).0.set_lock(both()).unwrap();
    let opened = unlock(&memory, 2);
    assert_eq!(opened.cabinet, Cabinet::default());
    check_kept(opened, &memory, 1, 43);
}

#[test]
fn what_the_first_versions_kept_in_clear_is_taken_over_sealed_and_swept() {
    for name in ["one_person", "many_people", "many_saves", "only_settings"] {
        let memory = golden::stored("v1", name);
        let (mut keeper, cabinet) = open(&memory);
        assert_eq!(keeper.ways(), []);
        keeper.set_lock(both()).unwrap();
        assert!(!keeper.has_remains());
        for key in memory.keys().unwrap() {
            assert_eq!(memory.read(&key).unwrap().unwrap()[5], 1, "{name}: {key} is in clear");
        }
        let opened = unlock(&memory, 1);
        assert!(opened.cabinet == cabinet, "{name}");
        check_kept(opened, &memory, 2, 44);
    }
}

#[test]
fn what_is_in_clear_stays_so_until_something_is_chosen_and_open_is_a_choice() {
    let memory = golden::stored("v1", "one_person");
    let (mut keeper, mut cabinet) = open(&memory);
    cabinet.settings = Default::default();
    keeper.save(&cabinet).unwrap();
    assert!(memory.keys().unwrap().iter().all(|key| memory.read(key).unwrap().unwrap()[5] == 0));
    keeper.set_lock(LockChoice::Open).unwrap();
    assert!(memory.keys().unwrap().iter().all(|key| memory.read(key).unwrap().unwrap()[5] == 1));
    let (keeper, read) = open(&memory);
    assert!(read == cabinet && keeper.ways() == [Ok(Entry::Open)]);
}

#[test]
fn from_open_to_a_lock_everything_gets_a_new_key_and_the_old_one_opens_nothing() {
    let memory = kept(&samples::cabinet(45, 2, 3, 2, 100));
    let before = copy(&memory);
    let vault = crate::keeper::vault_of(&memory).unwrap();
    open(&memory).0.set_lock(both()).unwrap();
    for key in memory.keys().unwrap() {
        assert_eq!(before.read(&key).unwrap().filter(|_| key.starts_with("segment")), None);
        let bytes = memory.read(&key).unwrap().unwrap();
        assert!(attune::vault::envelope::open(&bytes, Some(&vault)).is_err(), "{key}");
    }
    for key in ["head.0", "head.1"] {
        assert!(sealed_head(&memory, key).vault != vault.id, "{key}");
    }
}

#[test]
fn ways_are_added_replaced_and_removed_without_sealing_anything_anew() {
    let cabinet = samples::cabinet(46, 2, 3, 2, 100);
    let memory = locked(&cabinet);
    let segments = |memory: &Memory| {
        let mut keys = memory.keys().unwrap();
        keys.retain(|key| key.starts_with("segment"));
        keys
    };
    let before = segments(&memory);
    let set = |number, ways| unlock(&memory, number).keeper.set_lock(LockChoice::Closed(ways));
    let keep = WayChoice::Keep;
    set(1, vec![keep(0), keep(1), passkey(3)]).unwrap();
    assert!([1, 2, 3].iter().all(|number| unlock(&memory, *number).cabinet == cabinet), "added");
    set(3, vec![passphrase(4), keep(1), keep(2)]).unwrap();
    assert!([2, 3, 4].iter().all(|number| unlock(&memory, *number).cabinet == cabinet), "replaced");
    assert!(is_wrong(&memory, 1), "the old passphrase opens nothing any more");
    set(4, vec![keep(0)]).unwrap();
    assert!([1, 2, 3].iter().all(|number| is_wrong(&memory, *number)), "removed");
    assert!(unlock(&memory, 4).cabinet == cabinet);
    assert_eq!(segments(&memory), before);
}

#[test]
fn a_lock_that_nobody_could_open_is_not_made() {
    let cabinet = samples::cabinet(47, 1, 1, 1, 20);
    let memory = locked(&cabinet);
    let before = all_bytes(&memory);
    for (name, ways, expected) in [
        ("no_way", vec![], LockError::NobodyCouldOpen),
        ("only_a_passkey", vec![passkey(3)], LockError::NobodyCouldOpen),
        ("keeps_what_is_not_there", vec![WayChoice::Keep(2)], LockError::NoSuchWay),
    ] {
        let error = unlock(&memory, 1).keeper.set_lock(LockChoice::Closed(ways));
        assert_eq!(error, Err(expected), "{name}");
    }
    assert!(all_bytes(&memory) == before);
    let memory = kept(&cabinet);
    let error = open(&memory).0.set_lock(LockChoice::Closed(vec![WayChoice::Keep(0)]));
    assert_eq!(error, Err(LockError::NoSuchWay), "the open way is never kept under a lock");
}

#[test]
fn a_lock_is_taken_off_and_chosen_again() {
    let cabinet = samples::cabinet(48, 2, 2, 2, 50);
    let memory = locked(&cabinet);
    let first = sealed_head(&memory, "head.0").vault;
    unlock(&memory, 1).keeper.set_lock(LockChoice::Open).unwrap();
    let (mut keeper, read) = open(&memory);
    assert!(read == cabinet && !keeper.is_locked());
    assert_eq!(keeper.set_lock(LockChoice::Open), Ok(()), "nothing to do is no error");
    keeper.set_lock(LockChoice::Closed(vec![passphrase(5)])).unwrap();
    assert!(unlock(&memory, 5).cabinet == cabinet);
    assert!(is_wrong(&memory, 1));
    assert!(sealed_head(&memory, "head.0").vault != first, "what lay open is never used again");
}

#[test]
fn changes_not_saved_yet_are_saved_after_the_lock_as_before_it() {
    let mut cabinet = samples::cabinet(49, 2, 2, 2, 50);
    let memory = kept(&cabinet);
    let mut keeper = open(&memory).0;
    let before = cabinet.clone();
    samples::change(&mut Dice::new(3), &mut cabinet);
    keeper.set_lock(both()).unwrap();
    assert!(unlock(&memory, 1).cabinet == before);
    keeper.save(&cabinet).unwrap();
    assert!(unlock(&memory, 1).cabinet == cabinet);
}

#[test]
fn a_tab_that_waits_at_the_lock_opens_what_is_kept_by_then() {
    let memory = locked(&samples::cabinet(50, 2, 2, 2, 50));
    let waiting = [lock_of(&memory), lock_of(&memory), lock_of(&memory)];
    let mut opened = unlock(&memory, 1);
    opened.cabinet.journals.remove(0);
    opened.keeper.save(&opened.cabinet).unwrap();
    let [first, second, third] = waiting;
    assert!(now(first.unlock(0, &key(1))).ok().unwrap().cabinet == opened.cabinet);
    let ways = vec![WayChoice::Keep(0), code(7)];
    opened.keeper.set_lock(LockChoice::Closed(ways)).unwrap();
    assert!(now(third.unlock(0, &key(1))).ok().unwrap().cabinet == opened.cabinet);
    let Err(NotUnlocked::WrongKey(again)) = now(second.unlock(1, &key(2))) else { panic!() };
    assert!(now(again.unlock(1, &key(7))).is_ok(), "the code that counts by now");
}

#[test]
fn no_word_and_no_key_lies_in_clear_in_a_locked_vault() {
    let canaries: Vec<String> = (0..40).map(|at| format!("kanarie{at:02}x")).collect();
    let mut cabinet = samples::cabinet(51, 1, 1, 1, 30);
    let who = cabinet.journals[0].person.id;
    cabinet.change_journal(who, |journal| {
        let id = journal.sessions[0].id;
        journal.change_session(id, |session| {
            session.reflection = Note::parse(&canaries.join(" ")).unwrap();
        })
    });
    // Stored in clear on purpose, undeflated: a search that finds nothing must be able to find something.
    let memory = kept(&cabinet);
    memory.write("theirs", canaries[7].as_bytes()).unwrap();
    assert!(holds(&memory, canaries[7].as_bytes()));
    memory.remove("theirs").unwrap();
    let open_key = open_key_bytes(&memory);
    assert!(holds(&memory, &open_key), "it lies open");
    let (mut keeper, _) = open(&memory);
    keeper.set_lock(both()).unwrap();
    assert!(!holds(&memory, &open_key), "the open key is gone");
    for piece in canaries.iter().map(|it| it.as_bytes()).chain([&[1; 32][..], &[2; 32], &who.0]) {
        assert!(!holds(&memory, piece), "{piece:?}");
    }
    for key in memory.keys().unwrap() {
        let bytes = memory.read(&key).unwrap().unwrap();
        for start in 0..bytes.len() {
            let inflated = miniz_oxide::inflate::decompress_to_vec_zlib(&bytes[start..]);
            let text = String::from_utf8_lossy(&inflated.unwrap_or_default()).into_owned();
            assert!(!text.contains("kanarie"), "{key}: deflated words at {start}");
        }
    }
}

/// An open head ends its ways with the key.
fn open_key_bytes(memory: &Memory) -> Vec<u8> {
    // Name, id, length of the ways, length of the way, kind.
    memory.read("head.1").unwrap().unwrap()[43..75].to_vec()
}
