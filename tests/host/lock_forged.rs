//! Heads and ways that no Attune wrote, or a newer one did: each is named, and the rest opens.
//! Never flips bits: that is `lock_hostile`.

use std::rc::Rc;
use std::sync::Arc;

use attune::desk::keeper::{LockChoice, Opened, Opening, Reason, Refusal, Unread};
use attune::storage::{Memory, Slot};
use attune::vault::cost::CostError;
use attune::vault::envelope::{self, Part};
use attune::vault::head::{self, Stored};
use attune::vault::key::{Nonce, Vault, VaultId, VaultKey};
use attune::vault::way::WayFault;

use crate::faulty::copy;
use crate::keeper::{Now, kept, open};
use crate::locked::{both, is_wrong, lock_of, locked, opening, try_key};
use crate::samples;
use crate::ways::{body_of_cost, listed};

/// A vault whose key is told, and its head with other ways than those it was locked with.
fn with_ways(ways: &[(u8, Vec<u8>)]) -> Memory {
    let cabinet = samples::cabinet(74, 1, 1, 1, 20);
    let memory = kept(&cabinet);
    let vault = crate::keeper::vault_of(&memory).unwrap();
    let bytes = memory.read("head.1").unwrap().unwrap();
    let (Part::Head { generation }, payload) = envelope::open(&bytes, Some(&vault)).unwrap() else {
        panic!("no head");
    };
    let nonce = Nonce::draw(samples::draw).unwrap();
    let head = envelope::close_head(generation, &listed(ways), &payload, (&vault, nonce)).unwrap();
    memory.write("head.1", &head).unwrap();
    memory
}

#[test]
fn a_way_that_cannot_be_tried_is_named_and_the_others_can() {
    let good = locked(&samples::cabinet(74, 1, 1, 1, 20));
    assert_eq!(lock_of(&good).ways().len(), 2);
    let cost = |error| WayFault::Cost(error);
    for (name, kind, body, fault) in [
        ("cost_over_the_cap", 1, body_of_cost(1 << 20, 5, 1), cost(CostError::TooMuch)),
        ("cost_under_the_floor", 2, body_of_cost(1 << 10, 1, 1), cost(CostError::TooLittle)),
        ("nonce_short", 1, vec![0; 40], WayFault::Damaged),
        ("kind_99", 99, vec![0; 40], WayFault::Newer),
    ] {
        let memory = with_ways(&[(kind, body.clone()), (1, body_of_cost(65_536, 5, 1))]);
        let ways = lock_of(&memory).ways();
        assert_eq!(ways[0], Err(fault), "{name}");
        assert!(ways[1].is_ok(), "{name}: the other one is as it was");
        assert!(is_wrong(&memory, 1), "{name}");
    }
    let memory = with_ways(&[]);
    assert_eq!(opening(memory).err(), Some(Refusal::Damaged), "no_way");
}

#[test]
fn a_way_of_a_newer_attune_is_kept_through_changes_of_the_others() {
    // Beside an open way, so that this test comes in: the key lies in the body of kind 4.
    let plain = kept(&samples::cabinet(74, 1, 1, 1, 20));
    let vault = crate::keeper::vault_of(&plain).unwrap();
    let bytes = plain.read("head.1").unwrap().unwrap();
    let open_way = (4, bytes[43..75].to_vec());
    let (Part::Head { generation }, payload) = envelope::open(&bytes, Some(&vault)).unwrap() else {
        panic!("no head");
    };
    let ways = listed(&[open_way, (99, b"to come".to_vec())]);
    let nonce = Nonce::draw(samples::draw).unwrap();
    let head = envelope::close_head(generation, &ways, &payload, (&vault, nonce)).unwrap();
    plain.write("head.1", &head).unwrap();
    let (mut keeper, mut cabinet) = open(&plain);
    cabinet.settings = Arc::default();
    keeper.save(&cabinet).unwrap();
    let Ok(Stored::Sealed(head)) = head::read(&plain.read("head.0").unwrap().unwrap()) else {
        panic!("no sealed head");
    };
    assert_eq!(head.ways.bytes(), ways);
}

#[test]
fn an_open_vault_laid_over_a_locked_one_does_not_count() {
    let cabinet = samples::cabinet(75, 1, 1, 1, 20);
    let memory = locked(&cabinet);
    let generation = |key| match head::read(&memory.read(key).unwrap().unwrap()) {
        Ok(Stored::Sealed(head)) => head.generation,
        _ => panic!("no sealed head"),
    };
    let next = generation("head.0").max(generation("head.1")) + 1;
    let key = if next % 2 == 0 { "head.0" } else { "head.1" };
    let forged = head::Head { generation: next, next_segment: 1, ..Default::default() };
    let clear = head::write(&forged, None).unwrap();
    let own = Rc::new(Vault { id: VaultId([1; 16]), key: VaultKey::from_bytes([1; 32]) });
    let lock = attune::vault::lock::Lock::opened_up(own);
    let nonce = Nonce::draw(samples::draw).unwrap();
    let open = head::write(&forged, Some((&lock, nonce))).unwrap();
    for (name, bytes) in [("in_clear", clear), ("open_way_of_another_vault", open)] {
        let harmed = copy(&memory);
        harmed.write(key, &bytes).unwrap();
        let opened = try_key(lock_of(&harmed), 1).ok().unwrap();
        assert!(opened.cabinet == cabinet, "{name}");
        let named = Unread { owner: None, part: None, reason: Reason::Damaged };
        assert_eq!(opened.unread, [named], "{name}");
    }
}

#[test]
fn without_a_head_a_locked_vault_is_refused() {
    let memory = locked(&samples::cabinet(76, 1, 1, 1, 20));
    for key in ["head.0", "head.1"] {
        memory.remove(key).unwrap();
    }
    assert_eq!(opening(memory).err(), Some(Refusal::Damaged));
}

#[test]
fn what_could_not_be_read_is_sealed_as_it_is_and_stays_named() {
    for reason in [Reason::Damaged, Reason::Newer] {
        for clear in [true, false] {
            let cabinet = samples::cabinet(77, 2, 2, 2, 60);
            let memory =
                if clear { crate::golden::stored("v1", "many_people") } else { kept(&cabinet) };
            let cabinet = open(&memory).1;
            let key = "segment.3.1";
            let mut bytes = memory.read(key).unwrap().unwrap();
            match reason {
                Reason::Newer => bytes[4] = 2,
                _ => bytes[700] ^= 1,
            }
            memory.write(key, &bytes).unwrap();
            let Ok(Opening::Open(mut opened)) = opening(memory.clone()) else { panic!() };
            let before = opened.unread.clone();
            assert_eq!(before.len(), 1);
            let other = Unread { reason, ..before[0] };
            assert_eq!(before[0], other);
            opened.keeper.set_lock(both()).unwrap();
            assert_eq!(memory.read(key), Ok(None), "not in clear any more");
            for _ in 0..2 {
                let Opened { mut keeper, cabinet: read, unread, .. } =
                    try_key(lock_of(&memory), 1).ok().unwrap();
                assert_eq!(unread, before, "still named");
                assert!(read.journals.iter().all(|it| cabinet.journals.contains(it)));
                // Through another key, too.
                keeper.set_lock(LockChoice::Open).unwrap();
                keeper.set_lock(both()).unwrap();
            }
            assert!(!is_wrong(&memory, 2));
            check_mended(&memory, &bytes, key);
        }
    }
}

/// The bytes are all there still, for whoever has the key.
fn check_mended(memory: &Memory, bytes: &[u8], key: &str) {
    let opened = try_key(lock_of(memory), 1).ok().unwrap();
    let mut keeper = opened.keeper;
    keeper.set_lock(LockChoice::Open).unwrap();
    let vault = crate::keeper::vault_of(memory).unwrap();
    let prefix = &key[..key.rfind('.').unwrap() + 1];
    let keys = memory.keys().unwrap();
    let found = keys.iter().find(|key| key.starts_with(prefix)).unwrap();
    let stored = memory.read(found).unwrap().unwrap();
    let Ok((Part::Kept(_), payload)) = envelope::open(&stored, Some(&vault)) else { panic!() };
    assert!(payload.ends_with(bytes));
}
