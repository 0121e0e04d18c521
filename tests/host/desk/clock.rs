//! A device's clock may be wrong by years and may jump while someone types: nothing that is kept depends on it.
//! Never about how days are shown.

use std::sync::Arc;

use attune::domain::{Cabinet, Day, Session};
use leptos::prelude::*;

use super::bench::{Bench, set_today, today};

const TEN_YEARS: i32 = 3_653;

/// Days by which the clock jumps, one after the other. An hour's jump is a day's where it goes over midnight.
const JUMPS: [(&str, &[i32]); 7] = [
    ("not_at_all", &[0]),
    ("ten_years_back", &[-TEN_YEARS]),
    ("ten_years_forward", &[TEN_YEARS]),
    ("forward_and_back_again", &[TEN_YEARS, -TEN_YEARS]),
    ("an_hour_forward_over_midnight", &[1]),
    ("an_hour_back_over_midnight", &[-1]),
    ("a_clock_that_lost_its_battery", &[-20_454, 20_454]),
];

fn cabinet(bench: &Bench) -> Cabinet {
    bench.desk.cabinet().get_untracked()
}

fn sessions(bench: &Bench) -> Vec<Arc<Session>> {
    cabinet(bench).journals[0].sessions.clone()
}

/// Caught before each jump and after it, in the same breath; then a session begun on the day the clock gives.
fn check(name: &str, jumps: &[i32]) {
    let (bench, _) = Bench::in_session();
    let first_day = today();
    let mut days = vec![first_day];
    for jump in jumps {
        bench.catch("fru 4");
        set_today(today().plus(*jump));
        bench.catch("comp");
        let edited = sessions(&bench).pop().unwrap();
        assert_eq!(edited.day, *days.last().unwrap(), "{name}: the session keeps its day");
        assert_eq!(edited.moments[0].items.len(), 2, "{name}: nothing was lost mid-edit");
        bench.later();
        bench.desk.begin_session(bench.desk.today()).unwrap();
        days.push(today());
        bench.later();
        check_reopened(name, &bench);
    }
    let begun: Vec<Day> = sessions(&bench).iter().map(|session| session.day).collect();
    assert_eq!(begun, days, "{name}: in the order they were begun, whatever the clock said");
    for day in [first_day, Day::FIRST, Day::LAST] {
        set_today(day);
        check_reopened(name, &bench);
    }
    set_today(first_day);
}

fn check_reopened(name: &str, bench: &Bench) {
    let again = Bench::over(&bench.home);
    assert!(cabinet(&again) == cabinet(bench), "{name}: it opens to the same");
    assert_eq!(again.desk.unread().get_untracked(), [], "{name}");
}

#[test]
fn a_clock_that_is_wrong_or_jumps_changes_neither_order_nor_content() {
    for (name, jumps) in JUMPS {
        check(name, jumps);
    }
}

#[test]
fn a_page_that_lags_behind_the_clock_does_not_undo_what_came_after() {
    let (bench, _) = Bench::in_session();
    set_today(today().plus(TEN_YEARS));
    bench.catch("fru");
    bench.later();
    let newest = cabinet(&bench);
    // Opened with the clock set back: what was kept last counts, not what was kept on the latest day.
    set_today(today().plus(-2 * TEN_YEARS));
    let again = Bench::over(&bench.home);
    assert!(cabinet(&again) == newest);
    again.catch("comp");
    again.later();
    let last = cabinet(&again);
    set_today(today().plus(2 * TEN_YEARS));
    assert!(cabinet(&Bench::over(&bench.home)) == last);
    set_today(today().plus(-TEN_YEARS));
}
