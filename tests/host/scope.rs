//! A period and an area: what of a journal is looked at, and what stays as it is.
//! Never about how it is asked for.

use std::sync::Arc;

use attune::domain::*;
use attune::insight::scope::{Period, Scope, areas};
use attune::vocabulary::Area;

use crate::samples;

fn journal() -> Arc<Journal> {
    samples::cabinet(7, 1, 40, 6, 0).journals[0].clone()
}

fn of(period: Period) -> Scope {
    Scope { period, area: None }
}

fn day(iso: &str) -> Day {
    Day::parse(iso).unwrap()
}

#[test]
fn everything_is_looked_at_from_the_oldest_day_to_the_newest() {
    let journal = journal();
    let sessions = Scope::default().sessions(&journal);
    assert_eq!(sessions.len(), 40);
    let order = |it: &Arc<Session>| (it.day, it.begun, it.id);
    assert!(sessions.windows(2).all(|pair| order(&pair[0]) < order(&pair[1])));
}

#[test]
fn the_last_sessions_are_those_of_the_latest_days() {
    let journal = journal();
    let all = Scope::default().sessions(&journal);
    for count in [0, 1, 5, 40, 41, usize::MAX] {
        let last = of(Period::Last(count)).sessions(&journal);
        assert_eq!(last, all[40 - count.min(40)..], "{count}");
    }
}

#[test]
fn two_days_are_both_within_whichever_comes_first() {
    let journal = journal();
    let all = Scope::default().sessions(&journal);
    let (one, other) = (all[3].day, all[30].day);
    let between = of(Period::Between(one, other)).sessions(&journal);
    assert!(between.contains(&all[3]) && between.contains(&all[30]));
    assert!(between.iter().all(|it| (one..=other).contains(&it.day)));
    assert_eq!(between, of(Period::Between(other, one)).sessions(&journal));
    assert_eq!(of(Period::Between(day("1900-01-01"), day("1900-01-02"))).sessions(&journal), []);
}

#[test]
fn of_one_area_its_moments_alone_and_no_session_is_lost() {
    let journal = journal();
    let named = areas(&journal);
    assert!(named.len() > 5);
    for area in named {
        let scope = Scope { period: Period::All, area: Some(area.clone()) };
        let sessions = scope.sessions(&journal);
        assert_eq!(sessions.len(), 40);
        let moments = || sessions.iter().flat_map(|session| &session.moments);
        assert!(moments().all(|moment| moment.area == Some(area.clone())));
        let there = journal.sessions.iter().flat_map(|session| &session.moments);
        assert_eq!(moments().count(), there.filter(|it| it.area == Some(area.clone())).count());
    }
}

#[test]
fn a_session_that_lies_wholly_within_stays_the_same() {
    let mut journal = Journal::clone(&journal());
    let work = AreaName::Known(Area::from_id("area-work").unwrap());
    let id = journal.sessions[0].id;
    journal.change_session(id, |session| {
        for moment in &mut session.moments {
            Arc::make_mut(moment).area = Some(work.clone());
        }
    });
    let same = |scope: Scope| {
        let sessions = scope.sessions(&journal);
        sessions.iter().filter(|it| journal.sessions.iter().any(|own| Arc::ptr_eq(own, it))).count()
    };
    assert_eq!(same(Scope::default()), 40);
    assert!(same(Scope { period: Period::All, area: Some(work) }) >= 1);
}

#[test]
fn nothing_at_all_is_nothing() {
    let empty = Journal::new(samples::person(&mut samples::Dice::new(1), Kind::Me));
    for period in [Period::All, Period::Last(5), Period::Between(Day::FIRST, Day::LAST)] {
        assert_eq!(of(period).sessions(&empty), []);
    }
    assert_eq!(areas(&empty), []);
}
