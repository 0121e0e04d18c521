//! Needs by areas of life: which are met, partly met or unmet where, as they were named.
//! Never adds what was only pointed at: a map shows what a person said.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::{AreaName, Day, Item, MomentId, NeedWord, Session, SessionId, Standing};
use crate::order;

/// How a need stands in an area, over all moments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    Met,
    Partly,
    Unmet,
    /// Met at one time and unmet at another.
    Both,
    /// Named, and nobody has said how it stands.
    NotSaid,
}

/// One moment in which a need was named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sighting {
    pub session: SessionId,
    pub moment: MomentId,
    pub day: Day,
    pub standing: Standing,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    pub mark: Mark,
    /// Never empty; in the order of the days, then of the moments.
    pub sightings: Vec<Sighting>,
}

/// A need and its cells, one for each area of the map.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    pub need: NeedWord,
    pub cells: Vec<Option<Cell>>,
}

/// Areas in the vocabulary's order, that of moments without one last. Needs that say more come first: in more areas, then in
/// more sessions, then in more moments; of equal ones the first in the vocabulary.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Map {
    pub areas: Vec<Option<AreaName>>,
    pub rows: Vec<Row>,
}

/// In whatever order sessions and moments come, the same map.
pub fn map<'a>(sessions: impl IntoIterator<Item = &'a Arc<Session>>) -> Map {
    let mut found: BTreeMap<NeedWord, BTreeMap<Place, Vec<Sighting>>> = BTreeMap::new();
    for session in sessions {
        for moment in &session.moments {
            for item in &moment.items {
                let Item::Need(mark) = item else { continue };
                let cells = found.entry(mark.need.clone()).or_default();
                cells.entry(Place::of(moment.area.as_ref())).or_default().push(Sighting {
                    session: session.id,
                    moment: moment.id,
                    day: session.day,
                    standing: mark.standing,
                });
            }
        }
    }
    let places: BTreeSet<Place> = found.values().flat_map(BTreeMap::keys).cloned().collect();
    let mut rows: Vec<Row> =
        found.into_iter().map(|(need, cells)| row(need, cells, &places)).collect();
    order::sort_by_key(&mut rows, |row| std::cmp::Reverse(row.says()));
    Map { areas: places.into_iter().map(|place| place.0.1).collect(), rows }
}

/// An area, or none, which comes after all.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place((bool, Option<AreaName>));

impl Place {
    fn of(area: Option<&AreaName>) -> Place {
        Place((area.is_none(), area.cloned()))
    }
}

fn row(need: NeedWord, mut cells: BTreeMap<Place, Vec<Sighting>>, places: &BTreeSet<Place>) -> Row {
    let cells = places.iter().map(|place| cells.remove(place).map(Cell::of)).collect();
    Row { need, cells }
}

impl Row {
    /// In how many areas, sessions and moments.
    fn says(&self) -> (usize, usize, usize) {
        let sightings = || self.cells.iter().flatten().flat_map(|cell| &cell.sightings);
        let sessions: BTreeSet<SessionId> = sightings().map(|it| it.session).collect();
        (self.cells.iter().flatten().count(), sessions.len(), sightings().count())
    }
}

impl Cell {
    fn of(mut sightings: Vec<Sighting>) -> Cell {
        order::sort_by_key(&mut sightings, |it| (it.day, it.session, it.moment));
        let has = |standing| sightings.iter().any(|it| it.standing == standing);
        let mark = match (has(Standing::Met), has(Standing::Partly), has(Standing::Unmet)) {
            (true, _, true) => Mark::Both,
            (true, false, false) => Mark::Met,
            (false, false, true) => Mark::Unmet,
            (false, false, false) => Mark::NotSaid,
            (_, true, _) => Mark::Partly,
        };
        Cell { mark, sightings }
    }
}
