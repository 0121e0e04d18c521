//! Restoring: tried without touching anything, merged without losing anything, replaced only as told; and kept, or all as before.
//! Never about what merging decides: exchange's tests say that.

use std::rc::Rc;

use attune::desk::{
    Aside, Compared, Keeping, NotRead, NotRestored, Refused, Restoring, SaveError, Size, Taken,
};
use attune::domain::{Backup, Cabinet, IdleTime};
use attune::storage::{MemoryLedger, StorageError};
use attune::worker::{OpenError, Trouble};
use leptos::prelude::*;

use super::backup::{HELPER, NO_HELPER, cabinet, secret};
use super::bench::{Bench, today};
use crate::faulty::Faulty;
use crate::ledgers::now;

const KEPT_TWICE: &str = "From the backup";

/// A desk with one session, and the plain file of it.
fn with_file() -> (Bench, Vec<u8>) {
    let (bench, _) = Bench::in_session();
    bench.catch("fru 4");
    bench.later();
    let file = bench.desk.make_plain_backup().unwrap().bytes;
    (bench, file)
}

fn reopened(bench: &Bench) -> Cabinet {
    cabinet(&Bench::over(&bench.home))
}

#[test]
fn trying_a_file_touches_nothing_and_says_what_it_would_do() {
    let (bench, file) = with_file();
    bench.catch("comp");
    bench.later();
    let (before, changes) = (cabinet(&bench), bench.home.changes.get());
    let restoring = Restoring::begin(bench.desk);
    assert_eq!(restoring.take(file), Ok(Taken::Read));
    let outlook = restoring.outlook().unwrap();
    assert_eq!(outlook.made_on, today());
    assert_eq!(outlook.preview.count(Compared::HereHoldsMore), 1);
    assert_eq!((outlook.here.sessions, outlook.file.sessions), (1, 1));
    assert!(!outlook.is_much_by_little);
    restoring.forget();
    assert_eq!(restoring.outlook(), None);
    bench.later();
    assert_eq!((cabinet(&bench), bench.home.changes.get()), (before, changes));
}

#[test]
fn a_sealed_file_asks_for_its_passphrase_and_may_be_tried_again() {
    let (bench, _) = with_file();
    let made = now(bench.desk.make_backup(HELPER, secret("four words"))).unwrap();
    let restoring = Restoring::begin(bench.desk);
    assert_eq!(restoring.take(made.bytes), Ok(Taken::AsksForPassphrase));
    assert_eq!(restoring.outlook(), None);
    let wrong = now(restoring.open(HELPER, secret("five words")));
    assert_eq!(wrong, Err(NotRead::Open(OpenError::WrongPassphrase)));
    let missing = now(restoring.open(NO_HELPER, secret("four words")));
    assert_eq!(missing, Err(NotRead::Worker(Trouble::NotFetched)));
    assert_eq!(now(restoring.open(HELPER, secret("four words"))), Ok(()));
    assert_eq!(restoring.outlook().unwrap().preview.count(Compared::Same), 1);
}

#[test]
fn a_file_that_is_none_is_refused_and_the_one_before_is_let_go() {
    let (bench, file) = with_file();
    let restoring = Restoring::begin(bench.desk);
    restoring.take(file.clone()).unwrap();
    assert_eq!(restoring.take(b"PNG".to_vec()), Err(NotRead::Notes(Refused::NotAttune)));
    assert_eq!(restoring.outlook(), None);
    let cut = file[..file.len() / 2].to_vec();
    assert!(matches!(restoring.take(cut), Err(NotRead::Notes(Refused::Damaged { .. }))));
    assert_eq!(now(restoring.merge(KEPT_TWICE)), Err(NotRestored::NoFile));
    assert_eq!(now(restoring.replace()), Err(NotRestored::NoFile));
}

#[test]
fn a_backup_is_restored_into_an_emptied_page_and_kept_there() {
    let (bench, file) = with_file();
    let before = cabinet(&bench);
    for replaces in [false, true] {
        let empty = Bench::over(&Faulty::default());
        let restoring = Restoring::begin(empty.desk);
        restoring.take(file.clone()).unwrap();
        let restored = match replaces {
            true => now(restoring.replace()),
            false => now(restoring.merge(KEPT_TWICE)),
        };
        assert_eq!(restored.unwrap().aside, Aside::NothingToMiss);
        assert_eq!(empty.desk.keeping().get_untracked(), Keeping::Saved);
        assert_eq!(cabinet(&empty), before);
        assert!(empty.desk.session().get_untracked().is_some(), "where it was left");
        assert_eq!(reopened(&empty), before, "kept by the time it says so");
    }
}

#[test]
fn what_both_sides_have_changed_is_kept_twice_and_merging_again_changes_nothing() {
    let (bench, file) = with_file();
    // Both sides go on from here, each in its own way.
    let here = Bench::over(&Faulty::default());
    let restoring = Restoring::begin(here.desk);
    restoring.take(file).unwrap();
    now(restoring.merge(KEPT_TWICE)).unwrap();
    here.catch("sad");
    here.later();
    let here_file = here.desk.make_plain_backup().unwrap().bytes;
    let bench = Bench::over(&bench.home);
    bench.catch("glad");
    bench.later();
    for times in [1, 2] {
        let restoring = Restoring::begin(bench.desk);
        restoring.take(here_file.clone()).unwrap();
        now(restoring.merge(KEPT_TWICE)).unwrap();
        let text = format!("{:?}", cabinet(&bench));
        assert_eq!(Size::of(&cabinet(&bench)).sessions, 2, "{times}");
        assert!(text.contains(KEPT_TWICE), "{times}: it says so");
        assert_eq!(reopened(&bench), cabinet(&bench), "{times}");
    }
}

#[test]
fn replacing_much_by_little_is_known_beforehand_and_leaves_what_is_the_devices_own() {
    let (bench, file) = with_file();
    let made = bench.desk.make_plain_backup().unwrap();
    bench.desk.note_backup(&made);
    bench.desk.set_idle_time(IdleTime::Hour);
    for code in ["Robin", "Wren"] {
        bench.desk.add_client(code).unwrap();
        bench.desk.begin_session(today()).unwrap();
    }
    bench.later();
    let restoring = Restoring::begin(bench.desk);
    restoring.take(file).unwrap();
    assert!(restoring.outlook().unwrap().is_much_by_little);
    now(restoring.replace()).unwrap();
    assert_eq!(Size::of(&cabinet(&bench)).people, 1);
    assert_eq!(cabinet(&bench).backups.last, Some(Backup { day: today(), sessions: 1 }));
    assert_eq!(cabinet(&bench).idle_time, IdleTime::Hour);
    assert_eq!(reopened(&bench), cabinet(&bench));
}

/// Each change to storage fails once: either all of the file is there, or all is as it was.
#[test]
fn where_it_cannot_be_kept_everything_is_as_before() {
    let (_, file) = with_file();
    for error in [StorageError::Full, StorageError::Failed] {
        let mut failed = 0;
        for at in 0..6 {
            let (bench, _) = Bench::in_session();
            let before = cabinet(&bench);
            let restoring = Restoring::begin(bench.desk);
            restoring.take(file.clone()).unwrap();
            bench.home.fails_at.set(Some((bench.home.changes.get() + at, error)));
            let restored = now(restoring.merge(KEPT_TWICE));
            bench.home.fails_at.set(None);
            bench.later();
            match restored {
                Err(NotRestored::NotSaved(SaveError::Full | SaveError::Failed)) => {
                    failed += 1;
                    assert_eq!(cabinet(&bench), before, "{at}");
                    assert!(restoring.outlook().is_some(), "{at}: it may be tried again");
                }
                Err(other) => panic!("{other:?}"),
                Ok(_) => assert_eq!(Size::of(&cabinet(&bench)).people, 2, "{at}"),
            }
            assert_eq!(reopened(&bench), cabinet(&bench), "{at}");
        }
        assert!(failed > 0);
    }
}

#[test]
fn a_full_local_store_is_no_loss_where_the_ledger_has_room() {
    let (_, file) = with_file();
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let bench = Bench::between(&home, Some(Rc::new(ledger.clone())));
    home.room.set(Some(home.memory.size() + 100));
    let restoring = Restoring::begin(bench.desk);
    restoring.take(file).unwrap();
    now(restoring.replace()).unwrap();
    let again = Bench::between(&home, Some(Rc::new(ledger)));
    assert_eq!(cabinet(&again), cabinet(&bench));
}

#[test]
fn a_tab_that_only_reads_restores_nothing() {
    let (bench, file) = with_file();
    let reader = bench.beside(None);
    let before = (cabinet(&reader), bench.home.changes.get());
    let restoring = Restoring::begin(reader.desk);
    restoring.take(file).unwrap();
    assert_eq!(now(restoring.merge(KEPT_TWICE)), Err(NotRestored::OnlyReads));
    assert_eq!(now(restoring.replace()), Err(NotRestored::OnlyReads));
    assert_eq!((cabinet(&reader), bench.home.changes.get()), before);
}
