//! A person's sessions, read once: what each moment says of needs, in marks and in what points to them.
//! Never weighs one need against another: that is `weighing`'s.
//!
//! Whatever order things were entered in, the same reading: sessions by day, then everything by its id.

use std::sync::Arc;

use super::heard;
use crate::domain::{
    AreaName, Day, FeelingWord, Item, KnownBy, Moment, MomentId, NeedMark, NeedWord, Session,
    SessionId, Standing,
};
use crate::order;
use crate::vocabulary::{Judgement, Need, PointsTo};

/// A guess, until it is confirmed, is the listener's and not the person's. Without unit.
const GUESS_FACTOR: f32 = 0.5;
/// A feeling that goes with met and unmet needs alike says half as much of either.
const EITHER_FACTOR: f32 = 0.5;
/// A judgement names its need more plainly than a feeling does.
const JUDGEMENT_FACTOR: f32 = 1.2;

/// Where a moment stands.
pub type Spot = (SessionId, MomentId);

/// Which needs are asked for: those that go short, or those that are fulfilled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    Unmet,
    Met,
}

impl Side {
    pub fn other(self) -> Side {
        match self {
            Side::Unmet => Side::Met,
            Side::Met => Side::Unmet,
        }
    }
}

/// What points to a need without naming it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Sign {
    Feeling(FeelingWord),
    Judgement(Judgement),
}

pub struct Reading<'a> {
    /// Each day that has a session, oldest first.
    pub days: Vec<Day>,
    /// Each area that has a moment, none included; in their own order.
    pub areas: Vec<Option<AreaName>>,
    pub moments: Vec<ReadMoment<'a>>,
    /// How many sessions there are.
    pub sessions: usize,
}

pub struct ReadMoment<'a> {
    pub spot: Spot,
    /// Position of its day in the reading.
    pub day: usize,
    /// Position of its area in the reading.
    pub area: usize,
    pub moment: &'a Moment,
    pub marks: Vec<&'a NeedMark>,
    /// Each sign once, with how much it counts on the side that is read.
    pub signs: Vec<(Sign, f32)>,
}

impl<'a> Reading<'a> {
    pub fn new(sessions: &'a [Arc<Session>], side: Side) -> Reading<'a> {
        let mut sorted: Vec<&Arc<Session>> = sessions.iter().collect();
        order::sort_by_key(&mut sorted, |session| (session.day, session.id));
        let mut days: Vec<Day> = sorted.iter().map(|session| session.day).collect();
        days.dedup();
        let mut moments = Vec::new();
        for session in &sorted {
            let mut inside: Vec<&Arc<Moment>> = session.moments.iter().collect();
            order::sort_by_key(&mut inside, |moment| moment.id);
            let day = days.binary_search(&session.day).unwrap_or_default();
            moments.extend(inside.iter().map(|moment| read_moment(session.id, day, moment, side)));
        }
        let areas = name_areas(&mut moments);
        Reading { days, areas, moments, sessions: sorted.len() }
    }

    pub fn day_of(&self, moment: usize) -> Day {
        self.days[self.moments[moment].day]
    }
}

/// Lists the areas and gives each moment the position of its own.
fn name_areas(moments: &mut [ReadMoment]) -> Vec<Option<AreaName>> {
    let mut areas: Vec<Option<AreaName>> = Vec::new();
    for area in moments.iter().map(|it| &it.moment.area) {
        if !areas.contains(area) {
            areas.push(area.clone());
        }
    }
    order::sort(&mut areas);
    for moment in moments {
        moment.area = areas.binary_search(&moment.moment.area).unwrap_or_default();
    }
    areas
}

fn read_moment(session: SessionId, day: usize, moment: &Moment, side: Side) -> ReadMoment<'_> {
    let mut signs: Vec<(Sign, f32)> = Vec::new();
    let mut marks = Vec::new();
    for item in &moment.items {
        let sign = match item {
            Item::Need(mark) => {
                marks.push(mark);
                None
            }
            Item::Felt(felt) => {
                let guess = if felt.known_by == KnownBy::Guessed { GUESS_FACTOR } else { 1.0 };
                let factor = feeling_factor(&felt.feeling, side) * guess;
                Some((Sign::Feeling(felt.feeling.clone()), factor))
            }
            Item::Heard(heard) => {
                heard.judgement.known().map(|it| (Sign::Judgement(it), judgement_factor(it, side)))
            }
            Item::Behaviour(_) | Item::Choice(_) => None,
        };
        if let Some((sign, factor)) = sign.filter(|(_, factor)| *factor > 0.0) {
            note(&mut signs, sign, factor);
        }
    }
    // A phrase of danger is never answered with a need.
    if !signs.is_empty() && heard::danger_in_moment(moment).is_some() {
        signs.clear();
    }
    order::sort_by(&mut signs, |(one, _), (other, _)| one.cmp(other));
    ReadMoment { spot: (session, moment.id), day, area: 0, moment, marks, signs }
}

/// The same feeling about two things is one sign, as sure as the surer of the two.
fn note(signs: &mut Vec<(Sign, f32)>, sign: Sign, factor: f32) {
    match signs.iter_mut().find(|(known, _)| *known == sign) {
        Some((_, known)) => *known = known.max(factor),
        None => signs.push((sign, factor)),
    }
}

/// Own words say nothing of where they point; only what was named beside them does, and that on either side.
fn feeling_factor(feeling: &FeelingWord, side: Side) -> f32 {
    match (feeling.known().map(|feeling| feeling.points_to()), side) {
        (Some(PointsTo::Unmet) | None, Side::Unmet) | (Some(PointsTo::Met) | None, Side::Met) => {
            1.0
        }
        (Some(PointsTo::Either), _) => EITHER_FACTOR,
        (Some(PointsTo::Met), Side::Unmet) | (Some(PointsTo::Unmet), Side::Met) => 0.0,
    }
}

/// What may be harm points nowhere: it may be exactly what happened.
fn judgement_factor(judgement: Judgement, side: Side) -> f32 {
    let speaks = judgement.pleasant() == (side == Side::Met) && !judgement.may_be_harm();
    if speaks { JUDGEMENT_FACTOR } else { 0.0 }
}

impl ReadMoment<'_> {
    /// Whether the person said no to this need here.
    pub fn denies(&self, need: &NeedWord) -> bool {
        need.known().is_some_and(|need: Need| self.moment.is_dismissed(need))
    }
}

/// How plainly a mark says that the need is on this side, 0 to 1.
pub fn named(mark: &NeedMark, side: Side) -> f32 {
    let plain = match (mark.standing, side) {
        (Standing::Unmet, Side::Unmet) | (Standing::Met, Side::Met) => 1.0,
        (Standing::Partly, Side::Unmet) => 0.6,
        (Standing::Partly, Side::Met) => 0.4,
        // Named, and how it stands is open: it came up, which says something of both.
        (Standing::NotSaid, _) => 0.3,
        (Standing::Met, Side::Unmet) | (Standing::Unmet, Side::Met) => 0.0,
    };
    if mark.known_by == KnownBy::Guessed { plain * GUESS_FACTOR } else { plain }
}
