//! A locked vault in hostile hands: what was done to it is noticed and named, and the rest opens.
//! Never accepts a panic, nor a cabinet that nobody saved.

use std::sync::Arc;

use attune::desk::keeper::{NotUnlocked, Opened, Opening, Reason, Refusal, Unread};
use attune::domain::*;
use attune::storage::{Memory, Slot};
use attune::vault::envelope::{self, Part};

use crate::faulty::copy;
use crate::keeper::Now;
use crate::locked::{lock_of, locked, opening, try_key, unlock};
use crate::samples;

/// One person, one session; locked, then saved twice.
fn small() -> (Memory, Cabinet, Cabinet) {
    let mut old = samples::cabinet(71, 1, 1, 1, 30);
    old.settings = Arc::default();
    let memory = locked(&old);
    let mut opened = unlock(&memory, 1);
    let mut new = opened.cabinet.clone();
    new.settings = samples::cabinet(71, 1, 1, 1, 30).settings;
    opened.keeper.save(&new).unwrap();
    (memory, old, new)
}

/// Whatever was done to one key: the new state, or what is left of it and named. It always opens, unless it claims to be
/// newer: then it is left alone. `old` is a state that may stand in unnamed, as after a save that was cut short.
fn check_opens(memory: &Memory, old: Option<&Cabinet>, new: &Cabinet, what: &str) {
    let opened = match opening(memory.clone()) {
        Ok(Opening::Locked(locked)) => try_key(locked, 1),
        Ok(Opening::Open(_)) => panic!("{what}: it opened without a key"),
        Err(refusal) => Err(NotUnlocked::Refused(refusal)),
    };
    let Opened { cabinet, unread, .. } = match opened {
        Ok(opened) => opened,
        Err(NotUnlocked::Refused(Refusal::Newer)) => return,
        Err(_) => panic!("{what}: nobody comes in"),
    };
    let is_whole = cabinet == *new || old.is_some_and(|old| cabinet == *old);
    assert!(is_whole || !unread.is_empty(), "{what}: less than was saved, and not named");
    for journal in &cabinet.journals {
        assert!(new.journals.contains(journal), "{what}: a journal nobody wrote");
    }
}

/// Flips a bit in each byte of what lies at the keys that begin like this. That it does not matter which, `vault.rs` and
/// `seal.rs` say of every bit.
fn check_flips(prefix: &str) {
    let (memory, _, new) = small();
    let mut keys = memory.keys().unwrap();
    keys.retain(|key| key.starts_with(prefix));
    assert!(!keys.is_empty());
    for key in keys {
        let bytes = memory.read(&key).unwrap().unwrap();
        for at in 0..bytes.len() {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << (at % 8);
            memory.write(&key, &flipped).unwrap();
            check_opens(&memory, None, &new, &format!("{key}, byte {at}"));
        }
        memory.write(&key, &bytes).unwrap();
    }
    assert!(unlock(&memory, 2).cabinet == new);
}

#[test]
fn a_flipped_bit_in_any_byte_of_a_locked_head_is_noticed_and_the_rest_opens() {
    check_flips("head.");
}

#[test]
fn a_flipped_bit_in_any_byte_of_a_locked_segment_is_noticed_and_the_rest_opens() {
    check_flips("segment.");
}

#[test]
fn every_truncation_of_a_locked_vault_is_noticed_and_the_rest_opens() {
    let (memory, _, new) = small();
    for key in memory.keys().unwrap() {
        let bytes = memory.read(&key).unwrap().unwrap();
        for end in 0..bytes.len() {
            memory.write(&key, &bytes[..end]).unwrap();
            check_opens(&memory, None, &new, &format!("{key}, cut at {end}"));
        }
        memory.write(&key, &bytes).unwrap();
    }
}

#[test]
fn every_missing_or_swapped_key_of_a_locked_vault_is_noticed() {
    let (memory, old, new) = small();
    let keys = memory.keys().unwrap();
    for key in &keys {
        for other in keys.iter().map(Some).chain([None]) {
            let harmed = copy(&memory);
            match other {
                Some(other) => harmed.write(key, &memory.read(other).unwrap().unwrap()).unwrap(),
                None => harmed.remove(key).unwrap(),
            }
            check_opens(&harmed, Some(&old), &new, &format!("{key} from {other:?}"));
        }
    }
}

/// Two people; what lies at the second one's segment is replaced. The first one's notes open, and it is named.
fn check_named(name: &str, replace: impl Fn(&Memory, &str) -> Option<Vec<u8>>, reason: Reason) {
    let cabinet = samples::cabinet(72, 2, 2, 2, 60);
    let memory = locked(&cabinet);
    // Of the third segment: the settings and the first person come before it.
    let keys = memory.keys().unwrap();
    let key = keys.iter().find(|key| key.starts_with("segment.3.")).unwrap();
    match replace(&memory, key) {
        Some(bytes) => memory.write(key, &bytes).unwrap(),
        None => memory.remove(key).unwrap(),
    }
    let Opened { mut keeper, cabinet: mut read, unread, .. } =
        try_key(lock_of(&memory), 1).ok().unwrap();
    let second = cabinet.journals[1].person.id;
    let expected = Unread { owner: Some(second.into()), part: None, reason };
    assert!(unread.contains(&expected), "{name}: {unread:?}");
    assert!(read.journals[..] == cabinet.journals[..1], "{name}: the rest opens");
    let there = memory.read(key).unwrap();
    read.settings = Arc::default();
    keeper.save(&read).unwrap();
    keeper.sweep().unwrap();
    assert_eq!(memory.read(key).unwrap(), there, "{name}: kept byte by byte");
}

#[test]
fn what_is_put_in_the_place_of_a_segment_is_named() {
    let bytes = |memory: &Memory, key: &str| memory.read(key).unwrap().unwrap();
    let changed = |change: fn(&mut Vec<u8>)| {
        move |memory: &Memory, key: &str| {
            let mut bytes = memory.read(key).unwrap().unwrap();
            change(&mut bytes);
            Some(bytes)
        }
    };
    check_named("nonce_short", changed(|bytes| _ = bytes.remove(20)), Reason::Damaged);
    check_named("tag_flipped", changed(|it| *it.last_mut().unwrap() ^= 128), Reason::Damaged);
    check_named("version_99", changed(|bytes| bytes[4] = 99), Reason::Newer);
    check_named("seal_99", changed(|bytes| bytes[5] = 99), Reason::Newer);
    check_named("missing", |_, _| None, Reason::Missing);
    check_named(
        "swapped",
        |memory, _| {
            let keys = memory.keys().unwrap();
            let other = keys.iter().find(|key| key.starts_with("segment.2.")).unwrap();
            Some(bytes(memory, other))
        },
        Reason::Damaged,
    );
    check_named(
        "from_another_vault",
        |_, key| {
            let other = locked(&samples::cabinet(72, 2, 2, 2, 60));
            Some(bytes(&other, key))
        },
        Reason::Damaged,
    );
    check_named(
        "in_clear",
        |_, _| {
            let name = envelope::SegmentName { id: 3, generation: 2 };
            Some(envelope::close(Part::Segment(name), b"", None).unwrap())
        },
        Reason::Damaged,
    );
}

#[test]
fn a_rolled_back_segment_is_named() {
    let memory = locked(&samples::cabinet(73, 1, 2, 2, 60));
    let segment = |memory: &Memory| {
        let mut keys = memory.keys().unwrap();
        keys.retain(|key| key.starts_with("segment.2."));
        keys.pop().unwrap()
    };
    let old = memory.read(&segment(&memory)).unwrap().unwrap();
    let Opened { mut keeper, mut cabinet, .. } = unlock(&memory, 1);
    let who = cabinet.journals[0].person.id;
    cabinet.change_journal(who, |journal| Arc::make_mut(&mut journal.person).set_aside ^= true);
    keeper.save(&cabinet).unwrap();
    keeper.sweep().unwrap();
    let key = segment(&memory);
    let mut rolled_back = old.clone();
    for renamed in [false, true] {
        if renamed {
            // The generation it should have, on the bytes of before.
            rolled_back[..20].copy_from_slice(&memory.read(&key).unwrap().unwrap()[..20]);
        }
        let harmed = copy(&memory);
        harmed.write(&key, &rolled_back).unwrap();
        let opened = try_key(lock_of(&harmed), 1).ok().unwrap();
        let named = Unread { owner: Some(who.into()), part: None, reason: Reason::Damaged };
        assert!(opened.unread.contains(&named), "renamed: {renamed}");
        assert!(opened.cabinet.journals.is_empty());
    }
}
