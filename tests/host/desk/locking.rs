//! The lock as a person meets it: chosen, opened, changed, taken off; and what is kept before, meanwhile and after.
//! Never about bytes: the keeper's tests look at those.

use std::rc::Rc;

use attune::desk::{Keeping, Kept, Lock, NoPasskey, Phase, Shut, WayKind};
use attune::domain::{Cabinet, IdleTime};
use attune::storage::{MemoryLedger, Slot};
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::bench::{Bench, today};
use crate::faulty::Faulty;
use crate::ledgers::now;

fn text(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.to_owned())
}

fn lock(bench: &Bench) -> Lock {
    bench.desk.lock().get_untracked()
}

fn begin(bench: &Bench) -> Cabinet {
    bench.desk.add_client("Heron").unwrap();
    bench.desk.begin_session(today()).unwrap();
    bench.catch("fru");
    bench.later();
    bench.desk.cabinet().get_untracked()
}

/// Locked by a passphrase; the code as it was shown.
fn locked(home: &Faulty, ledger: &MemoryLedger) -> (Cabinet, Zeroizing<String>) {
    let bench = Bench::unchosen(home, Some(Rc::new(ledger.clone())));
    let code = bench.desk.draw_code().unwrap();
    now(bench.desk.lock_by(text("four words of mine"), &code)).unwrap();
    let cabinet = begin(&bench);
    assert_eq!(bench.desk.keeping().get_untracked(), Keeping::Saved);
    (cabinet, code.shown())
}

fn again(home: &Faulty, ledger: &MemoryLedger) -> Bench {
    Bench::unchosen(home, Some(Rc::new(ledger.clone())))
}

#[test]
fn the_lock_falls_shut_after_the_time_that_was_chosen_and_later_in_a_session() {
    let home = Faulty::default();
    let bench = Bench::between(&home, None);
    let minutes = |bench: &Bench| bench.desk.idle_minutes();
    assert_eq!(minutes(&bench), 10);
    for (time, alone, in_session) in [
        (IdleTime::FiveMinutes, 5, 30),
        (IdleTime::TenMinutes, 10, 30),
        (IdleTime::HalfHour, 30, 30),
        (IdleTime::Hour, 60, 60),
    ] {
        let bench = Bench::between(&home, None);
        bench.desk.add_client(&format!("Heron {alone}")).unwrap();
        bench.desk.set_idle_time(time);
        bench.later();
        assert_eq!(minutes(&bench), alone);
        bench.desk.begin_session(today()).unwrap();
        assert_eq!(minutes(&bench), in_session);
        bench.later();
        let again = Bench::between(&home, None);
        assert_eq!((again.desk.idle_time(), minutes(&again)), (time, in_session));
    }
}

#[test]
fn nothing_is_written_before_it_is_said_who_may_open_it() {
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let bench = again(&home, &ledger);
    assert_eq!(lock(&bench), Lock::Unchosen);
    let cabinet = begin(&bench);
    bench.desk.keep_now();
    assert_eq!((home.changes.get(), ledger.kept.keys()), (0, Ok(vec![])));
    let code = bench.desk.draw_code().unwrap();
    now(bench.desk.lock_by(text("four words of mine"), &code)).unwrap();
    bench.later();
    assert_eq!(lock(&bench), Lock::Closed);
    let again = again(&home, &ledger);
    assert_eq!(again.desk.phase().get_untracked(), Phase::Locked);
    now(again.desk.unlock_by_passphrase(&text("four words of mine"))).unwrap();
    again.later();
    assert_eq!(again.desk.cabinet().get_untracked(), cabinet, "what was caught before");
}

#[test]
fn the_passphrase_and_the_code_open_it_and_nothing_else_does() {
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let (cabinet, code) = locked(&home, &ledger);
    let bench = again(&home, &ledger);
    let desk = bench.desk;
    assert_eq!(desk.cabinet().get_untracked(), Cabinet::default());
    assert_eq!(desk.kinds_in(), [WayKind::Passphrase, WayKind::Code]);
    let wrong = now(desk.unlock_by_passphrase(&text("four words of yours")));
    assert_eq!((wrong, desk.phase().get_untracked()), (Err(Shut::Wrong), Phase::Locked));
    let mistyped = text(&code.replace('-', " ").replacen(&code[..1], "!", 1));
    assert!(matches!(now(desk.unlock_by_code(&mistyped)), Err(Shut::NoCode(_))));
    let other = desk.draw_code().unwrap().shown();
    assert_eq!(now(desk.unlock_by_code(&other)), Err(Shut::Wrong));
    assert_eq!(now(desk.unlock_by_code(&text(&code.to_lowercase()))), Ok(()));
    assert_eq!(desk.cabinet().get_untracked(), cabinet);
    assert_eq!(lock(&bench), Lock::Closed);
}

#[test]
fn ways_are_changed_one_at_a_time() {
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let (cabinet, code) = locked(&home, &ledger);
    let bench = again(&home, &ledger);
    now(bench.desk.unlock_by_code(&code)).unwrap();
    bench.later();
    now(bench.desk.change_passphrase(text("another one"))).unwrap();
    let second = again(&home, &ledger);
    assert_eq!(
        now(second.desk.unlock_by_passphrase(&text("four words of mine"))),
        Err(Shut::Wrong)
    );
    now(second.desk.unlock_by_passphrase(&text("another one"))).unwrap();
    second.later();
    let new = second.desk.draw_code().unwrap();
    now(second.desk.change_code(&new)).unwrap();
    let third = again(&home, &ledger);
    assert_eq!(now(third.desk.unlock_by_code(&code)), Err(Shut::Wrong));
    now(third.desk.unlock_by_code(&new.shown())).unwrap();
    third.later();
    assert_eq!(third.desk.cabinet().get_untracked(), cabinet);
}

#[test]
fn a_lock_taken_off_is_off_and_one_put_on_again_lets_nobody_in_by_the_ways_before() {
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let (cabinet, code) = locked(&home, &ledger);
    let bench = again(&home, &ledger);
    now(bench.desk.unlock_by_code(&code)).unwrap();
    bench.later();
    now(bench.desk.open_up()).unwrap();
    let open = again(&home, &ledger);
    assert_eq!((lock(&open), open.desk.cabinet().get_untracked()), (Lock::Open, cabinet));
    let new = open.desk.draw_code().unwrap();
    now(open.desk.lock_by(text("another one"), &new)).unwrap();
    let shut = again(&home, &ledger);
    assert_eq!(now(shut.desk.unlock_by_code(&code)), Err(Shut::Wrong));
    now(shut.desk.unlock_by_passphrase(&text("another one"))).unwrap();
    shut.later();
}

#[test]
fn locking_the_page_keeps_all_and_lets_go_of_the_keys() {
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let (_, code) = locked(&home, &ledger);
    let bench = again(&home, &ledger);
    now(bench.desk.unlock_by_code(&code)).unwrap();
    bench.later();
    bench.catch("comp");
    let cabinet = bench.desk.cabinet().get_untracked();
    bench.later();
    assert!(now(bench.desk.shut()));
    assert_eq!(bench.desk.kinds(), []);
    let again = again(&home, &ledger);
    now(again.desk.unlock_by_code(&code)).unwrap();
    again.later();
    assert_eq!(again.desk.cabinet().get_untracked(), cabinet);
}

#[test]
fn a_local_store_too_full_for_what_is_sealed_anew_keeps_nothing_of_what_lay_open() {
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let bench = Bench::between(&home, Some(Rc::new(ledger.clone())));
    let cabinet = begin(&bench);
    home.room.set(Some(home.memory.size() + 100));
    let before = home.memory.keys().unwrap();
    let code = bench.desk.draw_code().unwrap();
    now(bench.desk.lock_by(text("four words of mine"), &code)).unwrap();
    let after = home.memory.keys().unwrap();
    assert!(before.iter().all(|key| key.starts_with("head") || !after.contains(key)));
    let again = again(&home, &ledger);
    now(again.desk.unlock_by_code(&code.shown())).unwrap();
    again.later();
    assert_eq!(again.desk.cabinet().get_untracked(), cabinet);
    assert!(Bench::unchosen(&home, None).desk.phase().get_untracked() == Phase::Locked);
}

#[test]
fn what_was_not_kept_is_kept_once_that_is_wanted() {
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let bench = again(&home, &ledger);
    bench.desk.keep_nothing();
    assert_eq!(bench.desk.phase().get_untracked(), Phase::Open(Kept::ThisVisit));
    let cabinet = begin(&bench);
    assert_eq!((home.changes.get(), ledger.kept.keys()), (0, Ok(vec![])));
    bench.desk.keep_after_all();
    bench.later();
    assert_eq!(lock(&bench), Lock::Unchosen);
    now(bench.desk.open_up()).unwrap();
    bench.later();
    assert_eq!(again(&home, &ledger).desk.cabinet().get_untracked(), cabinet);
}

#[test]
fn a_passkey_is_a_further_way_in_where_the_device_has_it() {
    let (home, ledger) = (Faulty::default(), MemoryLedger::default());
    let (cabinet, code) = locked(&home, &ledger);
    let bench = again(&home, &ledger);
    now(bench.desk.unlock_by_code(&code)).unwrap();
    bench.later();
    now(bench.desk.make_passkey()).unwrap();
    assert_eq!(bench.desk.kinds(), [WayKind::Passphrase, WayKind::Code, WayKind::Passkey]);
    let second = again(&home, &ledger);
    Bench::has_passkey(false);
    let refused = now(second.desk.unlock_by_passkey());
    Bench::has_passkey(true);
    assert_eq!(refused, Err(Shut::NoPasskey(NoPasskey::Refused)));
    now(second.desk.unlock_by_passkey()).unwrap();
    second.later();
    assert_eq!(second.desk.cabinet().get_untracked(), cabinet);
    now(second.desk.remove_passkeys()).unwrap();
    let third = again(&home, &ledger);
    assert_eq!(now(third.desk.unlock_by_passkey()), Err(Shut::NoWay));
    now(third.desk.unlock_by_code(&code)).unwrap();
}
