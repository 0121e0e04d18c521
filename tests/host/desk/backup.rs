//! Backups: what is in them, what is remembered of them, and when one is asked for.
//! Never about the bytes of a sealed file: the worker's tests look at those.

use std::future::ready;

use attune::desk::{Kept, NotMade, Phase, Role};
use attune::domain::{Backup, Backups, Cabinet, Day, PersonId};
use attune::exchange;
use attune::job;
use attune::worker::{Helper, Later, OpenError, Trouble};
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::bench::{Bench, set_today, today};
use crate::faulty::Faulty;
use crate::ledgers::now;

fn in_place(task: Zeroizing<Vec<u8>>) -> Later<Result<Zeroizing<Vec<u8>>, Trouble>> {
    Box::pin(ready(Ok(job::answer(&task))))
}

/// Does the work in place.
pub const HELPER: Helper = Helper::over(in_place);

/// One that does not come.
pub const NO_HELPER: Helper = Helper::over(|_| Box::pin(ready(Err(Trouble::NotFetched))));

pub fn secret(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.to_owned())
}

pub fn cabinet(bench: &Bench) -> Cabinet {
    bench.desk.cabinet().get_untracked()
}

fn add_sessions(bench: &Bench, person: PersonId, count: usize) {
    bench.desk.choose(person);
    for _ in 0..count {
        bench.desk.begin_session(bench.desk.today()).unwrap();
    }
    bench.later();
}

#[test]
fn a_backup_holds_all_opens_with_its_passphrase_alone_and_is_named_by_its_day() {
    let (bench, _) = Bench::in_session();
    bench.catch("fru 4");
    bench.later();
    let made = now(bench.desk.make_backup(HELPER, secret("four words"))).unwrap();
    assert_eq!(made.name, format!("attune-{}.age", today().iso()));
    let other = now(HELPER.open_file(made.bytes.clone(), secret("five words"))).err().unwrap();
    assert!(matches!(other, attune::worker::FileTrouble::File(OpenError::WrongPassphrase)));
    let plain = now(HELPER.open_file(made.bytes, secret("four words"))).unwrap();
    assert_eq!(exchange::read(&plain).unwrap().cabinet, cabinet(&bench));
}

#[test]
fn a_plain_file_holds_the_same_and_says_who_made_it_when() {
    let (bench, _) = Bench::in_session();
    bench.catch("fru 4");
    let made = bench.desk.make_plain_backup().unwrap();
    assert_eq!(made.name, format!("attune-{}.json", today().iso()));
    let read = exchange::read(&made.bytes).unwrap();
    assert_eq!((read.cabinet, read.meta.made_on), (cabinet(&bench), today()));
    assert!(read.meta.made_by.as_str().starts_with("Attune "));
}

#[test]
fn where_the_worker_does_not_come_nothing_is_made_and_nothing_remembered() {
    let (bench, _) = Bench::in_session();
    let before = cabinet(&bench);
    let made = now(bench.desk.make_backup(NO_HELPER, secret("four words")));
    assert_eq!(made, Err(NotMade::Worker(Trouble::NotFetched)));
    assert_eq!(cabinet(&bench), before);
}

#[test]
fn the_last_backup_is_remembered_on_the_device_and_in_no_file() {
    let (bench, _) = Bench::in_session();
    assert_eq!(bench.desk.backup_age().last, None);
    let made = bench.desk.make_plain_backup().unwrap();
    bench.desk.note_backup(&made);
    bench.later();
    let again = Bench::over(&bench.home);
    let last = Some(Backup { day: today(), sessions: 1 });
    assert_eq!(cabinet(&again).backups, Backups { last, answered: Some(today()) });
    assert_eq!(again.desk.unread().get_untracked(), []);
    let made = again.desk.make_plain_backup().unwrap();
    assert_eq!(exchange::read(&made.bytes).unwrap().cabinet.backups, Backups::default());
}

#[test]
fn a_backup_is_asked_for_after_seven_days_or_ten_sessions_and_once_a_day() {
    let first = today();
    let (bench, person) = Bench::in_session();
    let asks = |days| {
        set_today(first.plus(days));
        untrack(|| bench.desk.asks_for_backup())
    };
    assert!(!asks(0) && !asks(6) && asks(7), "a week after the first session");
    bench.desk.put_off_backup();
    bench.later();
    assert!(!asks(7) && asks(8), "not again today");
    let made = bench.desk.make_plain_backup().unwrap();
    bench.desk.note_backup(&made);
    assert!(!asks(8) && !asks(14) && asks(15));
    assert!(!asks(9));
    add_sessions(&bench, person, 9);
    assert!(!asks(9), "nine are not ten");
    add_sessions(&bench, person, 1);
    assert!(asks(9));
    // A clock set back by years asks no sooner and never stops to.
    assert!(asks(-4_000));
    set_today(first);
}

#[test]
fn nothing_is_asked_where_nothing_is_kept_or_another_tab_writes() {
    let first = today();
    let (bench, _) = Bench::in_session();
    set_today(first.plus(30));
    let reader = bench.beside(None);
    assert_eq!(reader.desk.role().get_untracked(), Role::Reader);
    assert!(!untrack(|| reader.desk.asks_for_backup()));
    let made = reader.desk.make_plain_backup().unwrap();
    let before = cabinet(&reader);
    reader.desk.note_backup(&made);
    assert_eq!(cabinet(&reader), before, "what cannot be kept is not remembered");
    assert_eq!(reader.desk.notice().get_untracked(), None, "and nobody is told off for it");
    let empty = Bench::over(&Faulty::default());
    assert!(!untrack(|| empty.desk.asks_for_backup()));
    empty.desk.keep_nothing();
    empty.desk.add_client("Heron").unwrap();
    empty.desk.begin_session(Day::FIRST).unwrap();
    assert_eq!(empty.desk.phase().get_untracked(), Phase::Open(Kept::ThisVisit));
    assert!(!untrack(|| empty.desk.asks_for_backup()));
    set_today(first);
}
