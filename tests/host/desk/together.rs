//! Conversations and changes on a desk: backed up sealed and plain, restored, asked for, laid aside.
//! Never about how they are led: only that nothing of them is lost, or shown to whoever has a file.

use attune::desk::{Aside, Restoring};
use attune::domain::{Cabinet, IdleTime};
use attune::exchange::{self, for_anyone};
use leptos::prelude::*;

use super::backup::{HELPER, cabinet, secret};
use super::bench::{Bench, set_today, today};
use crate::exchange::talk;
use crate::faulty::Faulty;
use crate::keeper::kept;
use crate::ledgers::now;
use crate::samples::{self, Dice};

fn together() -> Cabinet {
    let mut cabinet = talk();
    cabinet.changes.push(samples::change_map(&mut Dice::new(31)).into());
    cabinet
}

fn over(cabinet: &Cabinet) -> Bench {
    Bench::over(&Faulty::over(kept(cabinet)))
}

#[test]
fn a_sealed_backup_holds_what_was_not_shown_and_a_plain_file_does_not() {
    let bench = over(&together());
    assert!(cabinet(&bench) == together());
    assert!(untrack(|| bench.desk.shares_a_conversation()));
    let sealed = now(bench.desk.make_backup(HELPER, secret("four words"))).unwrap();
    let opened = now(HELPER.open_file(sealed.bytes, secret("four words"))).unwrap();
    assert!(exchange::read(&opened).unwrap().cabinet == together());
    let plain = bench.desk.make_plain_backup().unwrap();
    assert!(exchange::read(&plain.bytes).unwrap().cabinet == for_anyone(&together()));
    assert!(for_anyone(&together()) != together());
}

#[test]
fn what_is_restored_by_replacing_can_be_brought_back_whole() {
    let ledger: std::rc::Rc<dyn attune::storage::Book> =
        std::rc::Rc::new(attune::storage::MemoryLedger::default());
    let bench = Bench::between(&Faulty::over(kept(&together())), Some(ledger));
    let file = exchange::write(&Cabinet::default(), &crate::exchange::meta()).unwrap();
    let restoring = Restoring::begin(bench.desk);
    restoring.take(file).unwrap();
    assert!(restoring.outlook().unwrap().is_much_by_little);
    assert_eq!(now(restoring.replace()).unwrap().aside, Aside::Laid);
    assert!(cabinet(&bench).conversations.is_empty());
    let laid = now(bench.desk.laid_aside());
    assert!(now(restoring.take_laid_aside(laid[0].number)));
    now(restoring.replace()).unwrap();
    assert!(cabinet(&bench) == together());
}

#[test]
fn a_backup_is_asked_for_where_there_is_nothing_but_a_conversation() {
    let first = today();
    let bench = over(&together());
    let begun = together().conversations[0].frame.begun_on;
    let asks = |days| {
        set_today(begun.plus(days));
        untrack(|| bench.desk.asks_for_backup())
    };
    assert!(!asks(-2_000) && asks(700));
    set_today(first);
}

#[test]
fn a_backup_is_made_whatever_time_the_lock_falls_shut_after() {
    let (bench, _) = Bench::in_session();
    for time in IdleTime::ALL {
        bench.desk.set_idle_time(time);
        let made = bench.desk.make_plain_backup().unwrap();
        let read = exchange::read(&made.bytes).unwrap().cabinet;
        assert!(Cabinet { idle_time: time, ..read } == cabinet(&bench), "{time:?}");
    }
}
