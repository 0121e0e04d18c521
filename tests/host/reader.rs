//! A reader of another make, written in Python from the two documents alone, opens our vaults, and we open its.
//! Never tells it more than the documents do.

pub mod python;

use std::path::{Path, PathBuf};

use attune::desk::keeper::{LockChoice, Opened, Opening, WayChoice};
use attune::domain::{Backup, Backups, Cabinet, Day, IdleTime};
use attune::exchange;
use attune::storage::{Memory, Slot};
use attune::vault::cost::Cost;
use attune::vault::derive::derive;
use attune::vault::envelope::{self, Part};
use attune::vault::kept as unread;
use attune::vault::key::Nonce;
use attune::vault::recovery_code::RecoveryCode;
use attune::vault::way::{Entry, Salt, Stretch, WayIn};
use serde_json::Value;

use crate::faulty::copy;
use crate::fuzz;
use crate::golden::{self, CODE, PASSPHRASE};
use crate::hostile_files;
use crate::keeper::{kept, open, open_slot, vault_of};
use crate::ledgers::now;
use crate::locked::{lock_of, opening};
use crate::now::Now;
use crate::samples::{self, Dice};
use python::{Key, Scratch, read, write};

/// The cabinet that the Python reader found, by way of a file of notes.
fn cabinet_of(found: &Value) -> Cabinet {
    let notes = serde_json::to_vec(&found["notes"]).unwrap();
    let number = |value: &Value| u32::try_from(value.as_u64().unwrap()).unwrap();
    let day = |value: &Value| value.as_str().map(|iso| Day::parse(iso).unwrap());
    // A file says nothing of these: they are the device's own.
    let backups = &found["backups"];
    let last = day(&backups["last"]["day"])
        .map(|day| Backup { day, sessions: number(&backups["last"]["sessions"]) });
    let backups = Backups { last, answered: day(&backups["answered"]) };
    let minutes = found["idle_minutes"].as_u64().unwrap();
    let is_it = |it: &IdleTime| u64::from(it.minutes()) == minutes;
    let idle_time = IdleTime::ALL.into_iter().find(is_it).unwrap();
    Cabinet { backups, idle_time, ..exchange::read(&notes).unwrap().cabinet }
}

/// It reads from these stores what we kept there, and how they are locked.
fn check_read(stores: &[(Memory, Cabinet)], key: Key, lock: &str) {
    let scratch = Scratch::new();
    let folders: Vec<PathBuf> = stores.iter().map(|(memory, _)| scratch.store(memory)).collect();
    let read = read(&folders, key);
    assert_eq!(read.len(), stores.len());
    for (at, (found, (_, cabinet))) in read.iter().zip(stores).enumerate() {
        assert_eq!(found["refused"], Value::Null, "{lock}, {at}");
        assert_eq!((&found["lock"], &found["unread"]), (&lock.into(), &Value::Array(vec![])));
        assert!(cabinet_of(found) == *cabinet, "{lock}, {at}: it read another cabinet");
    }
}

/// Cabinets of many shapes, with some life behind them.
fn lived_in(seeds: std::ops::Range<u64>) -> impl Iterator<Item = (Memory, Cabinet)> {
    seeds.map(|seed| {
        let mut dice = Dice::new(seed ^ 0x5EA1);
        let mut cabinet = samples::cabinet(seed, 3, 3, 3, 500);
        let memory = kept(&cabinet);
        for _ in 0..dice.below(12) {
            samples::change(&mut dice, &mut cabinet);
            open(&memory).0.save(&cabinet).unwrap();
        }
        (memory, cabinet)
    })
}

/// Made with the real derivation, at the least cost that is tried.
fn closed(number: u8) -> Vec<WayChoice> {
    let cost = Cost::parse(Cost::MEMORY_LEAST, Cost::PASSES_LEAST, 1).unwrap();
    let stretch = Stretch { cost, salt: Salt([number; 16]) };
    let code = RecoveryCode::parse(CODE).ok().unwrap();
    let new =
        |way, secret: &[u8]| WayChoice::New(way, derive(secret, cost, &stretch.salt).unwrap());
    vec![
        new(WayIn::Passphrase(stretch), PASSPHRASE.as_bytes()),
        new(WayIn::Code(stretch), code.secret()),
    ]
}

#[test]
fn another_reader_opens_what_is_open_from_the_document_alone() {
    let mut stores: Vec<_> = lived_in(800..820).collect();
    // Several segments each, one of them split.
    let large = samples::cabinet(821, 2, 300, 2, 400);
    stores.push((kept(&large), large));
    stores.push((Memory::default(), Cabinet::default()));
    let nothing = stores.pop().unwrap();
    check_read(&stores, Key::None, "open");
    check_read(&[nothing], Key::None, "none");
}

#[test]
fn another_reader_opens_what_is_locked_with_the_passphrase_and_with_the_code() {
    let stores: Vec<_> = lived_in(830..834)
        .map(|(memory, cabinet)| {
            open(&memory).0.set_lock(LockChoice::Closed(closed(8))).unwrap();
            (memory, cabinet)
        })
        .collect();
    check_read(&stores, Key::Passphrase(PASSPHRASE), "locked");
    // As another keyboard gives it: the umlaut as two characters.
    check_read(&stores[..1], Key::Passphrase("quiet ward, gru\u{308}n, 7 herons"), "locked");
    check_read(&stores, Key::Code(CODE), "locked");
    check_read(&stores[..1], Key::Code("zovr isxt pw4c h8km 2dya g7qb 9e5m"), "locked");
}

#[test]
fn another_reader_opens_the_vaults_of_every_version() {
    let names = ["one_person", "many_people", "many_saves", "only_settings"];
    let clear = names.map(|name| golden::stored("v1", name)).map(with_cabinet);
    check_read(&clear, Key::None, "clear");
    let open = ["open", "backups", "idle_time", "understanding", "worksheet", "together"]
        .map(|name| with_cabinet(golden::stored("v1_sealed", name)));
    check_read(&open, Key::None, "open");
    let memory = golden::stored("v1_sealed", "locked");
    let cabinet = enter(&memory, 2, &[9; 32]);
    let passkey = "09".repeat(32);
    let keys = [Key::Passphrase(PASSPHRASE), Key::Code(CODE), Key::Passkey(&passkey)];
    for key in keys {
        check_read(&[(memory.clone(), cabinet.clone())], key, "locked");
    }
}

fn with_cabinet(memory: Memory) -> (Memory, Cabinet) {
    let cabinet = open(&memory).1;
    (memory, cabinet)
}

/// With a key that is known, at this place of the ways.
fn enter(memory: &Memory, place: usize, key: &[u8; 32]) -> Cabinet {
    let key = attune::vault::key::DerivedKey::from_bytes(*key);
    now(lock_of(memory).unlock(place, &key)).ok().unwrap().cabinet
}

#[test]
fn another_reader_is_refused_with_a_wrong_passphrase_or_none() {
    let scratch = Scratch::new();
    let folder = [scratch.store(&golden::stored("v1_sealed", "locked"))];
    let mistyped = CODE.replace('K', "X");
    for key in [Key::None, Key::Passphrase("quiet ward"), Key::Code(&mistyped)] {
        assert_eq!(read(&folder, key)[0]["refused"], "wrong key");
    }
}

#[test]
fn another_reader_takes_a_store_as_a_browser_gives_it() {
    let cabinet = samples::cabinet(840, 2, 2, 2, 200);
    let memory = kept(&cabinet);
    let mut entries = serde_json::Map::new();
    for key in memory.keys().unwrap() {
        let bytes = memory.read(&key).unwrap().unwrap();
        let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
        entries.insert(format!("attune.{key}"), text.into());
    }
    let scratch = Scratch::new();
    let file = scratch.file("store.json", &serde_json::to_vec(&entries).unwrap());
    assert!(cabinet_of(&read(&[file], Key::None)[0]) == cabinet);
}

#[test]
fn another_reader_reads_what_was_kept_unread_or_names_it() {
    let cabinet = samples::cabinet(845, 2, 2, 2, 100);
    let whole = kept(&cabinet);
    let (key, vault) = ("segment.3.1", vault_of(&whole).unwrap());
    let sealed = whole.read(key).unwrap().unwrap();
    let (Part::Segment(name), payload) = envelope::open(&sealed, Some(&vault)).unwrap() else {
        panic!("no segment")
    };
    let clear = envelope::close(Part::Segment(name), &payload, None).unwrap();
    let mut newer = sealed.clone();
    newer[4] = 99;
    let inside = [
        unread::write(&clear, None),
        unread::write(&sealed, Some(&vault)),
        unread::write(&newer, None),
    ];
    let scratch = Scratch::new();
    let folders = inside.map(|inside| {
        let seal = (&*vault, Nonce::draw(samples::draw).unwrap());
        let bytes = envelope::close(Part::Kept(name), &inside, Some(seal)).unwrap();
        let memory = copy(&whole);
        memory.write(key, &bytes).unwrap();
        let ours = open_slot(memory.clone()).unwrap();
        (scratch.store(&memory), ours.1, ours.2.len())
    });
    let read = read(&folders.each_ref().map(|it| it.0.clone()), Key::None);
    for ((_, ours, named), found) in folders.iter().zip(&read) {
        assert!(cabinet_of(found) == *ours);
        assert_eq!(found["unread"].as_array().unwrap().len(), *named);
    }
    assert!(folders[0].1 == cabinet && folders[1].1 == cabinet && folders[2].2 == 1);
    assert_eq!(read[2]["unread"][0]["reason"], "newer");
}

#[test]
fn another_reader_agrees_on_vaults_that_no_one_wrote() {
    // Some thousand files lie on the disk for a moment: it is no place for many more.
    let stores = fuzz::stores::changed(fuzz::rounds().take(3_000));
    let scratch = Scratch::new();
    let folders: Vec<PathBuf> = stores.iter().map(|memory| scratch.store(memory)).collect();
    let mut compared = 0;
    for (at, (memory, found)) in stores.iter().zip(read(&folders, Key::None)).enumerate() {
        let ours = open_slot(memory.clone());
        let Ok((_, cabinet, unread)) = ours else {
            assert!(!found["refused"].is_null(), "{at}: it opens there");
            continue;
        };
        assert_eq!(found["refused"], Value::Null, "{at}: it opens here");
        assert_eq!(found["unread"] == Value::Array(vec![]), unread.is_empty(), "{at}: {unread:?}");
        // Where a number stands twice in a moment, no file of notes is made of it.
        if exchange::write(&cabinet, &crate::exchange::meta()).is_ok() {
            assert!(cabinet_of(&found) == cabinet, "{at}: another cabinet");
            compared += 1;
        }
    }
    assert!(compared * 2 > stores.len(), "{compared}");
}

#[test]
fn another_reader_finds_in_hostile_files_what_we_find() {
    let scratch = Scratch::new();
    let files: Vec<_> = hostile_files::all().collect();
    let folders: Vec<PathBuf> = files.iter().map(|(_, memory, _)| scratch.store(memory)).collect();
    let answer = format!("{:02x}", hostile_files::ANSWER).repeat(32);
    let read = read(&folders, Key::Passkey(&answer));
    for ((name, _, cabinet), found) in files.into_iter().zip(read) {
        let theirs = found["refused"].is_null().then(|| cabinet_of(&found));
        assert!(theirs == cabinet, "{name}: {}", found["refused"]);
        let is_named = found["unread"].as_array().is_none_or(|unread| !unread.is_empty());
        assert_eq!(is_named, name != "nothing_done", "{name}");
    }
}

/// What it wrote opens here to the same, without anything named, and is lived in.
fn check_written(key: Key, is_clear: bool, open: impl Fn(&Memory) -> Opened) {
    for seed in [850, 851, 852] {
        let (_, cabinet) = lived_in(seed..seed + 1).next().unwrap();
        let scratch = Scratch::new();
        let notes = scratch.file("notes.json", &crate::exchange::written(&cabinet));
        let memory = write(&notes, &scratch.path("made"), key, is_clear);
        let mut opened = open(&memory);
        assert_eq!(opened.unread, []);
        assert!(opened.cabinet == cabinet, "seed {seed}: we read another cabinet");
        let mut dice = Dice::new(seed);
        for _ in 0..5 {
            samples::change(&mut dice, &mut opened.cabinet);
            opened.keeper.save(&opened.cabinet).unwrap();
            opened.keeper.sweep().unwrap();
            assert!(open(&memory).cabinet == opened.cabinet, "seed {seed}");
        }
    }
}

#[test]
fn what_another_writer_wrote_opens_here() {
    let without_key = |memory: &Memory| match opening(memory.clone()) {
        Ok(Opening::Open(opened)) => *opened,
        _ => panic!("it does not open"),
    };
    check_written(Key::None, false, without_key);
    check_written(Key::None, true, without_key);
}

#[test]
fn what_another_writer_locked_opens_here_with_its_key_alone() {
    let code = RecoveryCode::parse(CODE).ok().unwrap();
    let keys: [(Key, &[u8]); 2] =
        [(Key::Passphrase(PASSPHRASE), PASSPHRASE.as_bytes()), (Key::Code(CODE), code.secret())];
    for (key, secret) in keys {
        let unlock = |memory: &Memory, secret: &[u8]| {
            let locked = lock_of(memory);
            let [Ok(Entry::Closed(WayIn::Passphrase(it) | WayIn::Code(it)))] = locked.ways()[..]
            else {
                panic!("another way");
            };
            now(locked.unlock(0, &derive(secret, it.cost, &it.salt).unwrap()))
        };
        check_written(key, false, |memory| {
            assert!(unlock(memory, b"something else").is_err());
            unlock(memory, secret).ok().unwrap()
        });
    }
}

/// The folder of the reader.
fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reader/vault.py")
}
