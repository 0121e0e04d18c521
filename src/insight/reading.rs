//! A person's sessions, read once: what each moment says of needs, in marks and in what points to them.
//! Never weighs one need against another: that is `weighing`'s.
//!
//! Ten years are thousands of moments and the page waits: so words are numbers here, and everything lies in a few long rows.

mod numbering;

use std::ops::Range;
use std::sync::Arc;

use super::heard;
use super::suggest::{GUESS_FACTOR, JUDGEMENT_FACTOR};
use crate::domain::{
    AreaName, Day, FeelingWord, Felt, Item, KnownBy, Moment, MomentId, NeedMark, Session,
    SessionId, Standing,
};
use crate::order;
use crate::vocabulary::{Judgement, PointsTo};

pub use numbering::Numbering;

/// A feeling that goes with met and unmet needs alike says half as much of either.
const EITHER_FACTOR: f32 = 0.5;

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
    /// By day; within a day in no order that means anything.
    pub moments: Vec<ReadMoment<'a>>,
    /// How many sessions there are.
    pub sessions: usize,
    pub numbering: Numbering,
    /// What is in the moments, each behind the last.
    marks: Vec<Mark>,
    signs: Vec<(usize, f32)>,
}

pub struct ReadMoment<'a> {
    pub spot: Spot,
    /// Position of its day in the reading.
    pub day: usize,
    /// Position of its area in the reading.
    pub area: usize,
    pub moment: &'a Moment,
    marks: Range<usize>,
    signs: Range<usize>,
}

/// A need as it was marked in a moment.
#[derive(Clone, Copy)]
pub struct Mark {
    /// Number of the need.
    pub need: usize,
    pub standing: Standing,
    pub known_by: KnownBy,
}

impl<'a> Reading<'a> {
    pub fn new(sessions: &'a [Arc<Session>], side: Side) -> Reading<'a> {
        let mut sorted: Vec<&Arc<Session>> = sessions.iter().collect();
        order::sort_by_key(&mut sorted, |session| (session.day, session.id));
        let mut reading = Reading {
            days: Vec::new(),
            areas: Vec::new(),
            moments: Vec::new(),
            sessions: sorted.len(),
            numbering: Numbering::of(sessions),
            marks: Vec::new(),
            signs: Vec::new(),
        };
        for session in sorted {
            if reading.days.last() != Some(&session.day) {
                reading.days.push(session.day);
            }
            for moment in &session.moments {
                reading.read(session.id, moment, side);
            }
        }
        reading.sort_areas();
        reading
    }

    /// So that sums over areas do not depend on which came up first.
    fn sort_areas(&mut self) {
        let sorted =
            order::places(self.areas.len(), &|one, other| self.areas[one].cmp(&self.areas[other]));
        for moment in &mut self.moments {
            moment.area = sorted.iter().position(|area| *area == moment.area).unwrap_or_default();
        }
        self.areas = sorted.iter().map(|area| self.areas[*area].clone()).collect();
    }

    fn read(&mut self, session: SessionId, moment: &'a Moment, side: Side) {
        let (first_mark, first_sign) = (self.marks.len(), self.signs.len());
        for item in &moment.items {
            match item {
                Item::Need(NeedMark { need, standing, known_by, .. }) => {
                    if let Some(need) = self.numbering.of_need(need) {
                        self.marks.push(Mark { need, standing: *standing, known_by: *known_by });
                    }
                }
                Item::Felt(felt) => self.note_feeling(first_sign, felt, side),
                Item::Heard(heard) => {
                    let judgement = heard.judgement.known();
                    if let Some(judgement) = judgement.filter(|it| speaks(*it, side)) {
                        let sign = self.numbering.of_judgement(judgement);
                        self.note(first_sign, sign, JUDGEMENT_FACTOR);
                    }
                }
                Item::Behaviour(_) | Item::Choice(_) => {}
            }
        }
        // A phrase of danger is never answered with a need.
        if self.signs.len() > first_sign && heard::danger_in_moment(moment).is_some() {
            self.signs.truncate(first_sign);
        }
        let read = ReadMoment {
            spot: (session, moment.id),
            day: self.days.len() - 1,
            area: self.place_of(&moment.area),
            moment,
            marks: first_mark..self.marks.len(),
            signs: first_sign..self.signs.len(),
        };
        self.moments.push(read);
    }

    fn note_feeling(&mut self, first: usize, felt: &Felt, side: Side) {
        let guess = if felt.known_by == KnownBy::Guessed { GUESS_FACTOR } else { 1.0 };
        let factor = feeling_factor(&felt.feeling, side) * guess;
        if let Some(sign) = self.numbering.of_feeling(&felt.feeling).filter(|_| factor > 0.0) {
            self.note(first, sign, factor);
        }
    }

    /// The same feeling about two things is one sign, as sure as the surer of the two. In the order of their numbers, so that
    /// sums do not depend on what was caught first.
    fn note(&mut self, first: usize, sign: usize, factor: f32) {
        let of_moment = &mut self.signs[first..];
        match of_moment.iter().position(|(known, _)| *known >= sign) {
            Some(at) if of_moment[at].0 == sign => of_moment[at].1 = of_moment[at].1.max(factor),
            Some(at) => self.signs.insert(first + at, (sign, factor)),
            None => self.signs.push((sign, factor)),
        }
    }

    fn place_of(&mut self, area: &Option<AreaName>) -> usize {
        let known = self.areas.iter().position(|known| known == area);
        known.unwrap_or_else(|| {
            self.areas.push(area.clone());
            self.areas.len() - 1
        })
    }

    pub fn day_of(&self, moment: usize) -> Day {
        self.days[self.moments[moment].day]
    }

    pub fn marks(&self, moment: &ReadMoment) -> &[Mark] {
        &self.marks[moment.marks.clone()]
    }

    /// Numbers of the signs, each once, with how much each counts on the side that is read.
    pub fn signs(&self, moment: &ReadMoment) -> &[(usize, f32)] {
        &self.signs[moment.signs.clone()]
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
fn speaks(judgement: Judgement, side: Side) -> bool {
    judgement.pleasant() == (side == Side::Met) && !judgement.may_be_harm()
}

impl Mark {
    /// How plainly it says that the need is on this side, 0 to 1.
    pub fn named(self, side: Side) -> f32 {
        let plain = match (self.standing, side) {
            (Standing::Unmet, Side::Unmet) | (Standing::Met, Side::Met) => 1.0,
            (Standing::Partly, Side::Unmet) => 0.6,
            (Standing::Partly, Side::Met) => 0.4,
            // Named, and how it stands is open: it came up, which says something of both.
            (Standing::NotSaid, _) => 0.3,
            (Standing::Met, Side::Unmet) | (Standing::Unmet, Side::Met) => 0.0,
        };
        if self.known_by == KnownBy::Guessed { plain * GUESS_FACTOR } else { plain }
    }
}
