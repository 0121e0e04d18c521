//! The map of needs by areas: what stands where, and in which order.
//! Never about drawing.

use std::sync::Arc;

use attune::domain::*;
use attune::example;
use attune::insight::core_need::{candidates, coming_back};
use attune::insight::map::{Map, Mark, map};
use attune::vocabulary::{Area, Need};

fn sue() -> Arc<Journal> {
    example::cabinet(Day::parse("2026-11-22").unwrap()).journals[0].clone()
}

fn mark(map: &Map, need: &str, area: &str) -> Option<Mark> {
    let need = Naming::Known(Need::from_id(need).expect(need));
    let area = Some(Listed::Known(Area::from_id(area).expect(area)));
    let row = map.rows.iter().find(|row| row.need == need)?;
    let place = map.areas.iter().position(|it| *it == area)?;
    row.cells[place].as_ref().map(|cell| cell.mark)
}

#[test]
fn sues_map_shows_at_a_glance_what_the_source_text_tells() {
    let map = map(&sue().sessions, &[]);
    for (need, area, stands) in [
        ("financial-security", "area-money", Mark::Met),
        ("making-a-difference", "area-work", Mark::Met),
        ("competence", "area-work", Mark::Unmet),
        ("love", "area-partner", Mark::Unmet),
        ("love", "area-family", Mark::Unmet),
        ("joy", "area-family", Mark::Unmet),
        ("relationship-security", "area-partner", Mark::Unmet),
    ] {
        assert_eq!(mark(&map, need, area), Some(stands), "{need} {area}");
    }
}

#[test]
fn the_order_in_which_things_were_entered_does_not_matter() {
    let journal = sue();
    let turned: Vec<Arc<Session>> = journal
        .sessions
        .iter()
        .rev()
        .map(|session| {
            let mut session = Session::clone(session);
            session.moments.reverse();
            Arc::new(session)
        })
        .collect();
    assert_eq!(map(&journal.sessions, &[]), map(&turned, &[]));
}

#[test]
fn nothing_named_is_an_empty_map() {
    assert_eq!(map(&[], &[]), Map::default());
}

#[test]
fn every_named_need_stands_in_exactly_one_cell_each_time() {
    let journal = sue();
    let named = journal.sessions.iter().flat_map(|it| &it.moments);
    let named: usize = named.map(|moment| moment.needs().count()).sum();
    let map = map(&journal.sessions, &[]);
    let cells = map.rows.iter().flat_map(|row| row.cells.iter().flatten());
    assert_eq!(cells.map(|cell| cell.sightings.len()).sum::<usize>(), named);
    assert!(map.rows.iter().all(|row| row.cells.len() == map.areas.len()));
}

#[test]
fn a_need_that_keeps_coming_back_shows_where_it_was_only_pointed_at() {
    let journal = sue();
    let named = map(&journal.sessions, &[]);
    assert_eq!(mark(&named, "control", "area-work"), None);
    let map =
        map(&journal.sessions, &coming_back(&journal, &candidates(&journal.sessions, &journal)));
    for area in ["area-work", "area-partner", "area-home"] {
        assert_eq!(mark(&map, "control", area), Some(Mark::PointedAt), "{area}");
    }
    // What was named stays what it is.
    assert_eq!(mark(&map, "competence", "area-work"), Some(Mark::Unmet));
}

#[test]
fn what_says_most_comes_first() {
    let journal = sue();
    let map =
        map(&journal.sessions, &coming_back(&journal, &candidates(&journal.sessions, &journal)));
    let first = map.rows.iter().take(2).map(|row| row.need.known().map(Need::id));
    assert_eq!(first.collect::<Vec<_>>(), [Some("control"), Some("acceptance")]);
}
