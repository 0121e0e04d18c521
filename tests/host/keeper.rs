//! What was saved is there when the keeper opens again, and a save costs what has changed.
//! Never makes storage fail: that is `keeper_faults`.

use std::rc::Rc;
use std::sync::Arc;

use attune::desk::keeper::{Homes, Keeper, Opening, Refusal, SaveError, Unread};
use attune::domain::*;
use attune::storage::{Memory, Slot};
use attune::vault::head::{self, Stored};
use attune::vault::key::Vault;

use crate::faulty::Faulty;
use crate::ledgers::now;
pub use crate::now::Now;
use crate::samples::{self, Dice};

/// What opens without a key.
pub fn open_slot(slot: impl Slot + 'static) -> Result<(Keeper, Cabinet, Vec<Unread>), Refusal> {
    match now(Keeper::open(Homes::local_only(slot), samples::draw))? {
        Opening::Open(opened) => Ok((opened.keeper, opened.cabinet, opened.unread)),
        Opening::Locked(_) => panic!("it is locked"),
    }
}

/// The vault whose key lies open in one of the heads; `None` for one of seal 0.
pub fn vault_of(memory: &Memory) -> Option<Rc<Vault>> {
    ["head.1", "head.0"].into_iter().find_map(|key| {
        let Ok(Stored::Sealed(head)) = head::read(&memory.read(key).unwrap()?) else { return None };
        Some(Rc::new(Vault { id: head.vault, key: head.open_key()? }))
    })
}

pub fn open(memory: &Memory) -> (Keeper, Cabinet) {
    let (keeper, cabinet, unread) = open_slot(memory.clone()).unwrap();
    assert_eq!(unread, []);
    (keeper, cabinet)
}

pub fn kept(cabinet: &Cabinet) -> Memory {
    let memory = Memory::default();
    open(&memory).0.save(cabinet).unwrap();
    memory
}

fn check(cabinet: &Cabinet) {
    let memory = kept(cabinet);
    assert!(open(&memory).1 == *cabinet);
}

#[test]
fn nothing_kept_is_an_empty_cabinet_and_opening_writes_nothing() {
    let memory = Memory::default();
    let (mut keeper, cabinet) = open(&memory);
    assert_eq!(cabinet, Cabinet::default());
    assert_eq!(memory.keys(), Ok(vec![]));
    keeper.save(&cabinet).unwrap();
    assert_eq!(memory.keys(), Ok(vec![]), "nothing to keep is nothing to write");
}

#[test]
fn cabinets_come_back_whole() {
    check(&samples::cabinet(1, 1, 0, 0, 0));
    check(&samples::cabinet(2, 1, 1, 0, 0));
    check(&samples::cabinet(3, 1, 1, 500, 0));
    check(&samples::cabinet(4, 12, 20, 3, 400));
    check(&samples::cabinet(5, 1, 12, 2, 20_000));
    for seed in 10..40 {
        check(&samples::cabinet(seed, 3, 4, 3, 120));
    }
}

#[test]
fn a_cabinet_in_an_unusual_state_comes_back() {
    let mut cabinet = samples::cabinet(6, 2, 2, 2, 10);
    cabinet.settings = Arc::default();
    cabinet.change_journal(cabinet.journals[0].person.id, |journal| {
        journal.change_session(journal.sessions[0].id, |session| {
            session.moments.push(Arc::new(Moment::new(MomentId([0; 8]))));
            session.moments.reverse();
            session.reflection = Note::default();
        })
    });
    check(&cabinet);
}

#[test]
fn any_row_of_changes_is_kept() {
    for seed in 0..25 {
        let mut dice = Dice::new(seed);
        let memory = Memory::default();
        let (mut keeper, mut cabinet) = open(&memory);
        for step in 0..60 {
            for _ in 0..=dice.below(3) {
                samples::change(&mut dice, &mut cabinet);
            }
            keeper.save(&cabinet).unwrap();
            if dice.one_in(10) {
                keeper.sweep().unwrap();
            }
            let (reopened, read) = open(&memory);
            assert!(read == cabinet, "seed {seed}, step {step}");
            if dice.one_in(4) {
                keeper = reopened;
                cabinet = read;
            }
        }
    }
}

#[test]
fn an_older_state_taken_up_again_is_kept() {
    let memory = Memory::default();
    let mut keeper = open(&memory).0;
    let cabinet = samples::cabinet(8, 2, 3, 3, 100);
    keeper.save(&cabinet).unwrap();
    let mut less = cabinet.clone();
    less.journals.remove(0);
    keeper.save(&less).unwrap();
    assert!(open(&memory).1 == less);
    keeper.save(&cabinet).unwrap();
    assert!(open(&memory).1 == cabinet, "undo");
}

#[test]
fn one_edit_writes_one_segment_and_the_head() {
    let mut cabinet = samples::cabinet(9, 1, 1, 500, 0);
    let whose = cabinet.journals[0].person.id;
    let session = cabinet.journals[0].sessions[0].id;
    for _ in 0..40 {
        cabinet.change_journal(whose, |journal| {
            samples::add_session(&mut Dice::new(77), journal, 0, 0);
        });
        // Forty sessions with the same id would be one: each gets its own.
        let last = cabinet.journals[0].sessions.len() - 1;
        cabinet.change_journal(whose, |journal| {
            Arc::make_mut(&mut journal.sessions[last]).id = SessionId((last as u64).to_le_bytes());
        });
    }
    let slot = Faulty::over(kept(&cabinet));
    let (mut keeper, ..) = open_slot(slot.clone()).unwrap();
    for at in [0, 250, 499] {
        let moment = cabinet.journals[0].sessions[0].moments[at].id;
        cabinet.change_journal(whose, |journal| {
            journal.change_session(session, |session| {
                session.change_moment(moment, |moment| moment.hands = Some(Hands::Influence))
            })
        });
        cabinet.change_journal(whose, |journal| {
            journal.change_session(session, |session| {
                session.change_moment(moment, |moment| _ = moment.take_id())
            })
        });
        slot.written.set(0);
        let before = slot.memory.keys().unwrap();
        keeper.save(&cabinet).unwrap();
        let after = slot.memory.keys().unwrap();
        let new = after.iter().filter(|key| key.starts_with("segment") && !before.contains(key));
        assert_eq!(new.count(), 1);
        let written = slot.written.get();
        assert!(written <= 48 * 1024 + 4 * 1024, "{written}");
    }
    assert!(open(&slot.memory).1 == cabinet);
}

#[test]
fn saving_the_same_again_writes_nothing() {
    let cabinet = samples::cabinet(11, 3, 3, 3, 100);
    let slot = Faulty::over(kept(&cabinet));
    let (mut keeper, read, _) = open_slot(slot.clone()).unwrap();
    keeper.save(&read).unwrap();
    // Equal, and in other places of memory.
    keeper.save(&cabinet).unwrap();
    assert_eq!(slot.changes.get(), 0);
}

#[test]
fn segments_stay_near_their_size() {
    let memory = kept(&samples::cabinet(12, 2, 400, 2, 400));
    let keys = memory.keys().unwrap();
    let sizes: Vec<usize> =
        keys.iter().map(|key| memory.read(key).unwrap().unwrap().len()).collect();
    assert!(sizes.iter().all(|size| *size <= 48 * 1024 && size % 1024 == 0), "{sizes:?}");
    let large = sizes.iter().filter(|size| **size >= 12 * 1024).count();
    assert!(large * 10 >= sizes.len() * 7, "{sizes:?}");
}

#[test]
fn who_was_deleted_leaves_nothing_behind() {
    let cabinet = samples::cabinet(13, 3, 5, 3, 300);
    let memory = kept(&cabinet);
    let (mut keeper, mut read) = open(&memory);
    read.journals.clear();
    read.settings = Arc::default();
    keeper.save(&read).unwrap();
    keeper.sweep().unwrap();
    let segments = memory.keys().unwrap().into_iter().filter(|key| key.starts_with("segment"));
    assert_eq!(segments.count(), 1, "the settings");
    assert!(open(&memory).1 == read);

    let (mut keeper, read) = open(&memory);
    keeper.save(&cabinet).unwrap();
    keeper.save(&read).unwrap();
    keeper.save(&Cabinet { settings: cabinet.settings.clone(), ..read }).unwrap();
    let segments = memory.keys().unwrap().into_iter().filter(|key| key.starts_with("segment"));
    assert!(segments.count() <= 2, "the settings, and those before");
}

#[test]
fn another_tab_is_never_written_over() {
    let mut cabinet = samples::cabinet(14, 2, 2, 2, 50);
    let memory = kept(&cabinet);
    let (mut here, _) = open(&memory);
    let (mut there, _) = open(&memory);
    cabinet.journals.remove(1);
    there.save(&cabinet).unwrap();
    let before = crate::faulty::copy(&memory);
    let mut mine = cabinet.clone();
    mine.settings = Arc::default();
    for _ in 0..2 {
        assert_eq!(here.save(&mine), Err(SaveError::Elsewhere));
        assert_eq!(here.sweep(), Ok(()));
    }
    for key in before.keys().unwrap() {
        assert_eq!(memory.read(&key), before.read(&key), "{key}");
    }
    assert_eq!(memory.keys(), before.keys());
    assert!(open(&memory).1 == cabinet);
    let (mut here, _) = open(&memory);
    here.save(&mine).unwrap();
    assert!(open(&memory).1 == mine, "opened anew it may");
    for key in memory.keys().unwrap() {
        memory.remove(&key).unwrap();
    }
    assert_eq!(here.save(&cabinet), Err(SaveError::Elsewhere), "erased is elsewhere too");
}
