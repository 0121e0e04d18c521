//! Vaults kept in the repository as they were once written: every later version opens them to the same cabinet.
//! Never written again, unless on purpose: `ATTUNE_WRITE_GOLDEN=1` writes what is not there yet.

use std::fs;
use std::path::{Path, PathBuf};

use attune::desk::keeper::{Keeper, LockChoice, Opened, WayChoice};
use attune::domain::*;
use attune::storage::{Memory, Slot};
use attune::vault::cost::Cost;
use attune::vault::derive::derive;
use attune::vault::key::DerivedKey;
use attune::vault::recovery_code::RecoveryCode;
use attune::vault::way::{Entry, Passkey, Salt, Stretch, WayIn};

use crate::keeper::{Now, kept, open};
use crate::ledgers::now;
use crate::locked::{key, lock_of};
use crate::samples;
use crate::shown::shown;

/// `v1` was kept in clear; `v1_sealed` is the same format under seal 1.
fn folder(form: &str, name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/host/golden").join(form).join(name)
}

/// What a golden vault holds, in a memory of its own.
pub fn stored(form: &str, name: &str) -> Memory {
    read(&folder(form, name)).0
}

/// The same, with the text beside it; made, and described, where it is to be written.
pub fn stored_or_made(
    form: &str,
    name: &str,
    make: impl Fn() -> Memory,
    describe: impl Fn(&Memory) -> String,
) -> (Memory, String) {
    let folder = folder(form, name);
    if is_to_be_written(&folder) {
        write(&folder, &make(), describe);
    }
    read(&folder)
}

fn read(folder: &Path) -> (Memory, String) {
    let memory = Memory::default();
    let mut expected = None;
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}")) {
        let path = entry.unwrap().path();
        let key = path.file_name().unwrap().to_str().unwrap();
        match key {
            "cabinet.txt" => expected = Some(fs::read_to_string(&path).unwrap()),
            key => memory.write(key, &fs::read(&path).unwrap()).unwrap(),
        }
    }
    (memory, expected.unwrap())
}

/// Each kept vault is a folder: a file per key, and `cabinet.txt`, the cabinet it opens to, field by field.
fn check(form: &str, name: &str, make: impl Fn() -> Memory) {
    let folder = folder(form, name);
    if is_to_be_written(&folder) {
        write(&folder, &make(), |memory| shown(&open(memory).1));
    }
    let (memory, expected) = read(&folder);
    let (keeper, cabinet) = open(&memory);
    check_cabinet(name, keeper, &cabinet, &expected, || open(&memory).1);
}

/// A locked one: opens with what `derive` makes of its way at `place`.
fn check_locked(
    name: &str,
    make: impl Fn() -> Memory,
    place: usize,
    derive: fn(Entry) -> DerivedKey,
) {
    let folder = folder("v1_sealed", name);
    let enter = |memory: &Memory| {
        let locked = lock_of(memory);
        let way = locked.ways().remove(place).unwrap();
        now(locked.unlock(place, &derive(way))).ok().unwrap()
    };
    if is_to_be_written(&folder) {
        write(&folder, &make(), |memory| shown(&enter(memory).cabinet));
    }
    let (memory, expected) = read(&folder);
    let Opened { keeper, cabinet, unread, .. } = enter(&memory);
    assert_eq!(unread, []);
    check_cabinet(name, keeper, &cabinet, &expected, || enter(&memory).cabinet);
}

fn check_cabinet(
    name: &str,
    mut keeper: Keeper,
    cabinet: &Cabinet,
    expected: &str,
    again: impl Fn() -> Cabinet,
) {
    assert!(shown(cabinet) == expected, "{name} opens to another cabinet");
    // It is not only read: it can be lived in.
    let mut changed = cabinet.clone();
    changed.journals.reverse();
    changed.settings = Default::default();
    keeper.save(&changed).unwrap();
    assert!(again() == changed, "{name}");
}

fn is_to_be_written(folder: &Path) -> bool {
    std::env::var_os("ATTUNE_WRITE_GOLDEN").is_some() && !folder.exists()
}

fn write(folder: &Path, memory: &Memory, describe: impl Fn(&Memory) -> String) {
    fs::create_dir_all(folder).unwrap();
    for key in memory.keys().unwrap() {
        fs::write(folder.join(&key), memory.read(&key).unwrap().unwrap()).unwrap();
    }
    fs::write(folder.join("cabinet.txt"), describe(memory)).unwrap();
}

#[test]
fn a_vault_of_one_person_opens_for_ever() {
    check("v1", "one_person", || kept(&samples::cabinet(101, 1, 2, 3, 300)));
}

#[test]
fn a_vault_of_many_people_opens_for_ever() {
    check("v1", "many_people", || kept(&samples::cabinet(102, 7, 6, 3, 700)));
}

#[test]
fn a_vault_after_many_saves_opens_for_ever() {
    check("v1", "many_saves", || {
        let mut dice = samples::Dice::new(103);
        let mut cabinet = samples::cabinet(103, 2, 3, 2, 200);
        let memory = kept(&cabinet);
        for _ in 0..30 {
            samples::change(&mut dice, &mut cabinet);
            open(&memory).0.save(&cabinet).unwrap();
        }
        memory
    });
}

#[test]
fn a_vault_with_only_settings_opens_for_ever() {
    check("v1", "only_settings", || {
        let settings = samples::cabinet(104, 1, 1, 1, 1).settings;
        kept(&Cabinet { settings, ..Cabinet::default() })
    });
}

#[test]
fn a_sealed_vault_whose_key_lies_open_opens_for_ever() {
    check("v1_sealed", "open", || {
        let mut dice = samples::Dice::new(105);
        let mut cabinet = samples::cabinet(105, 2, 3, 2, 200);
        let memory = kept(&cabinet);
        for _ in 0..4 {
            samples::change(&mut dice, &mut cabinet);
            open(&memory).0.save(&cabinet).unwrap();
        }
        memory
    });
}

#[test]
fn a_vault_that_remembers_its_backups_opens_for_ever() {
    check("v1_sealed", "backups", || {
        let last = Some(Backup { day: Day::parse("2026-11-16").unwrap(), sessions: 2 });
        let backups = Backups { last, answered: Day::parse("2026-11-23") };
        kept(&Cabinet { backups, ..samples::cabinet(107, 1, 2, 2, 200) })
    });
}

#[test]
fn a_vault_that_knows_when_its_lock_falls_shut_opens_for_ever() {
    check("v1_sealed", "idle_time", || {
        let idle_time = IdleTime::FiveMinutes;
        kept(&Cabinet { idle_time, ..samples::cabinet(108, 1, 2, 2, 200) })
    });
}

#[test]
fn a_vault_with_effects_and_answers_opens_for_ever() {
    check("v1_sealed", "understanding", || {
        let memory = kept(&samples::cabinet(109, 3, 2, 6, 100));
        let (mut keeper, mut cabinet) = open(&memory);
        let who = cabinet.journals[0].person.id;
        cabinet.change_journal(who, |journal| {
            let mut dice = samples::Dice::new(109);
            (0..3).for_each(|_| journal.answer(samples::answer(&mut dice, None)));
        });
        keeper.save(&cabinet).unwrap();
        memory
    });
}

#[test]
fn a_vault_with_sheets_summaries_and_invitations_opens_for_ever() {
    check("v1_sealed", "worksheet", || {
        let memory = kept(&samples::cabinet(110, 4, 3, 2, 120));
        let (mut keeper, mut cabinet) = open(&memory);
        let who = cabinet.journals[0].person.id;
        cabinet.change_journal(who, |journal| {
            let mut dice = samples::Dice::new(110);
            journal.review_by = Day::parse("2027-11-23");
            journal.invitation = Some(samples::invitation(&mut dice));
            let session = std::sync::Arc::make_mut(&mut journal.sessions[0]);
            session.summary = Note::parse("I feel tired, and a little proud of it.").unwrap();
            session.sheet = std::sync::Arc::new(samples::sheet(&mut dice, 60));
            let day = Day::parse("2026-11-23").unwrap();
            session.received = Some(Received { handover: HandoverId(*b"handover"), day });
        });
        keeper.save(&cabinet).unwrap();
        memory
    });
}

#[test]
fn a_vault_with_conversations_and_changes_opens_for_ever() {
    check("v1_sealed", "together", || {
        let cabinet = samples::cabinet(111, 1, 1, 1, 60);
        let memory = kept(&samples::with_together(111, cabinet));
        let (mut keeper, mut cabinet) = open(&memory);
        let mut dice = samples::Dice::new(111);
        (0..6).for_each(|_| samples::change_together(&mut dice, &mut cabinet));
        keeper.save(&cabinet).unwrap();
        memory
    });
}

pub const PASSPHRASE: &str = "quiet ward, grün, 7 herons";
pub const CODE: &str = "Z0VR-1SXT-PW4C-H8KM-2DYA-G7QB-9E5M";

/// Locked by a passphrase at the least cost, a code at that of today, and a passkey that answers with the byte 9.
fn locked() -> Memory {
    let memory = kept(&samples::cabinet(106, 2, 3, 2, 200));
    let least = Cost::parse(Cost::MEMORY_LEAST, Cost::PASSES_LEAST, 1).unwrap();
    let passphrase = WayIn::Passphrase(Stretch { cost: least, salt: Salt(*b"salt of a phrase") });
    let code = WayIn::Code(Stretch { cost: Cost::NEW, salt: Salt(*b"and one of a cod") });
    let passkey = WayIn::Passkey(Passkey { credential: b"heron's key".to_vec(), salt: [3; 32] });
    let ways = [(passphrase, by_passphrase as fn(Entry) -> DerivedKey), (code, by_code)];
    let mut choices: Vec<WayChoice> = ways
        .into_iter()
        .map(|(way, derive)| WayChoice::New(way.clone(), derive(Entry::Closed(way))))
        .collect();
    choices.push(WayChoice::New(passkey, key(9)));
    open(&memory).0.set_lock(LockChoice::Closed(choices)).unwrap();
    memory
}

fn by_passphrase(way: Entry) -> DerivedKey {
    let Entry::Closed(WayIn::Passphrase(it)) = way else { panic!("no passphrase") };
    derive(PASSPHRASE.as_bytes(), it.cost, &it.salt).unwrap()
}

fn by_code(way: Entry) -> DerivedKey {
    let Entry::Closed(WayIn::Code(it)) = way else { panic!("no code") };
    derive(RecoveryCode::parse(CODE).ok().unwrap().secret(), it.cost, &it.salt).unwrap()
}

#[test]
fn a_locked_vault_opens_for_ever_with_its_passphrase_its_code_and_its_passkey() {
    check_locked("locked", locked, 0, by_passphrase);
    check_locked("locked", locked, 1, by_code);
    check_locked("locked", locked, 2, |_| key(9));
}
