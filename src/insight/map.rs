//! Needs by areas of life: which are met, partly met or unmet where, as they were named.
//! Never shows what was only pointed at, but for needs that keep coming back: there it is what is to be seen.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::reading::{Side, Spot};
use super::weighing::Weighing;
use crate::domain::{AreaName, Day, MomentId, NeedWord, Session, SessionId, Standing};
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
    /// Not named here: feelings and judgements point to it.
    PointedAt,
}

/// One moment in which a need was named, or pointed at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sighting {
    pub session: SessionId,
    pub moment: MomentId,
    pub day: Day,
    /// `None` where it was only pointed at.
    pub standing: Option<Standing>,
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

/// Areas in the vocabulary's order, that of moments without one last. Needs that say more come first, met and unmet alike:
/// by the larger of their two weights, see docs/insight.md; of equal ones the first in the vocabulary.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Map {
    pub areas: Vec<Option<AreaName>>,
    pub rows: Vec<Row>,
}

type Found = BTreeMap<NeedWord, BTreeMap<Place, Vec<Sighting>>>;

/// In whatever order sessions and moments come, the same map. `coming_back` are the needs of which it shows what points to
/// them too, where nobody named them.
pub fn map(sessions: &[Arc<Session>], coming_back: &[NeedWord]) -> Map {
    let mut found = Found::new();
    for session in sessions {
        for moment in &session.moments {
            for mark in moment.needs() {
                let spot = (session.id, moment.id);
                let sighting = Sighting::at(spot, session.day, Some(mark.standing));
                add(&mut found, &mark.need, moment.area.as_ref(), sighting);
            }
        }
    }
    let unmet = Weighing::new(sessions, Side::Unmet);
    let met = Weighing::new(sessions, Side::Met);
    point(&mut found, &unmet, coming_back);
    let places: BTreeSet<Place> = found.values().flat_map(BTreeMap::keys).cloned().collect();
    let rows = found.into_iter().map(|(need, cells)| row(need, cells, &places));
    let mut rows: Vec<(f32, Row)> =
        rows.map(|row| (unmet.weight_of(&row.need).max(met.weight_of(&row.need)), row)).collect();
    order::sort_by(&mut rows, |(one, _), (other, _)| other.total_cmp(one));
    Map {
        areas: places.into_iter().map(|place| place.0.1).collect(),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    }
}

fn point(found: &mut Found, weighing: &Weighing, needs: &[NeedWord]) {
    for need in needs {
        let Some((number, account)) = weighing.account(need) else { continue };
        for witness in &account.witnesses {
            let read = &weighing.reading.moments[witness.moment];
            if weighing.reading.marks(read).iter().all(|mark| mark.need != number) {
                let day = weighing.reading.day_of(witness.moment);
                let sighting = Sighting::at(read.spot, day, None);
                add(found, need, read.moment.area.as_ref(), sighting);
            }
        }
    }
}

fn add(found: &mut Found, need: &NeedWord, area: Option<&AreaName>, sighting: Sighting) {
    let cells = found.entry(need.clone()).or_default();
    cells.entry(Place::of(area)).or_default().push(sighting);
}

impl Sighting {
    fn at((session, moment): Spot, day: Day, standing: Option<Standing>) -> Sighting {
        Sighting { session, moment, day, standing }
    }
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

impl Cell {
    fn of(mut sightings: Vec<Sighting>) -> Cell {
        order::sort_by_key(&mut sightings, |it| (it.day, it.session, it.moment));
        let has = |standing| sightings.iter().any(|it| it.standing == Some(standing));
        let is_named = sightings.iter().any(|it| it.standing.is_some());
        let mark = match (has(Standing::Met), has(Standing::Partly), has(Standing::Unmet)) {
            (true, _, true) => Mark::Both,
            (true, false, false) => Mark::Met,
            (false, false, true) => Mark::Unmet,
            (false, false, false) if is_named => Mark::NotSaid,
            (false, false, false) => Mark::PointedAt,
            (_, true, _) => Mark::Partly,
        };
        Cell { mark, sightings }
    }
}
