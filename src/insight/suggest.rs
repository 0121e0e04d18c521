//! The needs that a moment's feelings and judgements commonly point to, as questions; and from a need back to feelings.
//! Never marks a need and never calls a link a fact: the person decides.
//!
//! A feeling lists its needs strongest first, so the first counts most and each further one less. A judgement names its
//! need more plainly than a feeling does ("underpaid" says what it is about), so it counts somewhat more. A need that
//! very many feelings reach, such as support or rest, would win nearly every time and tell nothing: what points to it is
//! divided by the square root of its reach, which tames it and still lets it win where all agree.
//! A guess, until it is confirmed, counts half: it is the listener's, not the person's.
//!
//! Strength is left out on purpose. It would lift all needs of the loudest feeling alike, though the loud one often
//! covers a softer one that tells more; a feeling without a strength would need an invented one; and the order would
//! jump while the person only says how much.

use super::heard;
use crate::domain::{KnownBy, Moment};
use crate::order;
use crate::vocabulary::{Feeling, Judgement, Need, PointsTo};

/// By the rank of a need in the list of the feeling or judgement; without unit. Source: docs/vocabulary.md, section 4.
const RANK_WEIGHTS: [f32; 6] = [1.0, 0.8, 0.65, 0.5, 0.4, 0.3];

pub(super) const JUDGEMENT_FACTOR: f32 = 1.2;
pub(super) const GUESS_FACTOR: f32 = 0.5;

/// Why a need is suggested.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cause {
    Feeling(Feeling),
    Judgement(Judgement),
}

#[derive(Clone, PartialEq, Debug)]
pub struct Suggestion {
    pub need: Need,
    /// Above 0, without unit: good for comparing within one moment and for nothing else.
    pub weight: f32,
    /// Strongest cause first, each once; never empty.
    pub because: Vec<Cause>,
}

/// The feelings that often go with a need.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OftenFelt {
    /// When it is unmet; strongest link first.
    pub unmet: Vec<Feeling>,
    /// When it is met; strongest link first.
    pub met: Vec<Feeling>,
}

/// Strongest first; of equal ones, the first in the vocabulary. Leaves out needs that are marked or dismissed in the moment
/// and those never offered unasked. Judgements that may be harm point to nothing here: they may be exactly what happened.
/// Empty where the moment's texts hold a phrase of danger: that is never answered with a need.
pub fn suggest(moment: &Moment) -> Vec<Suggestion> {
    let causes = causes(moment);
    if causes.is_empty() || heard::danger_in_moment(moment).is_some() {
        return Vec::new();
    }
    let mut found: Vec<Suggestion> =
        Need::all().filter_map(|need| suggest_one(need, moment, &causes)).collect();
    order::sort_by(&mut found, |a, b| b.weight.total_cmp(&a.weight));
    found
}

/// A feeling that points to met and unmet alike stands in both lists.
pub fn often_felt(need: Need) -> OftenFelt {
    let mut ranked: Vec<(Feeling, usize)> = need.feelings().collect();
    order::sort_by_key(&mut ranked, |(_, rank)| *rank);
    let without = |other: PointsTo| {
        ranked
            .iter()
            .map(|(feeling, _)| *feeling)
            .filter(|feeling| feeling.points_to() != other)
            .collect()
    };
    OftenFelt { unmet: without(PointsTo::Met), met: without(PointsTo::Unmet) }
}

/// How much the need at this place of a list counts, the first being 0.
pub(super) fn rank_weight(rank: usize) -> f32 {
    RANK_WEIGHTS.get(rank).or(RANK_WEIGHTS.last()).copied().unwrap_or_default()
}

/// What points somewhere, each once, with how much it counts.
fn causes(moment: &Moment) -> Vec<(Cause, f32)> {
    let mut causes: Vec<(Cause, f32)> = Vec::new();
    for felt in moment.felt() {
        let Some(feeling) = felt.feeling.known() else { continue };
        let factor = if felt.known_by == KnownBy::Guessed { GUESS_FACTOR } else { 1.0 };
        let cause = Cause::Feeling(feeling);
        // The same feeling about two things points to the same needs once, as sure as the surer of the two.
        match causes.iter_mut().find(|(known, _)| *known == cause) {
            Some((_, known)) => *known = known.max(factor),
            None => causes.push((cause, factor)),
        }
    }
    let heard = moment.heard().filter_map(|heard| heard.judgement.known());
    for judgement in heard.filter(|judgement| !judgement.may_be_harm()) {
        causes.push((Cause::Judgement(judgement), JUDGEMENT_FACTOR));
    }
    causes
}

fn suggest_one(need: Need, moment: &Moment, causes: &[(Cause, f32)]) -> Option<Suggestion> {
    let mut shares: Vec<(Cause, f32)> = causes
        .iter()
        .filter_map(|(cause, factor)| {
            let rank = cause.needs().iter().position(|known| *known == need)?;
            Some((*cause, rank_weight(rank) * factor))
        })
        .collect();
    let marked = moment.needs().any(|mark| mark.need.known() == Some(need));
    let may_be_offered = need.is_offered_unasked() && !marked && !moment.is_dismissed(need);
    if shares.is_empty() || !may_be_offered {
        return None;
    }
    order::sort_by(&mut shares, |(_, a), (_, b)| b.total_cmp(a));
    let sum: f32 = shares.iter().map(|(_, share)| share).sum();
    let weight = sum / (need.reach().max(1) as f32).sqrt();
    Some(Suggestion { need, weight, because: shares.into_iter().map(|(cause, _)| cause).collect() })
}

impl Cause {
    /// Strongest link first.
    pub fn needs(self) -> &'static [Need] {
        match self {
            Cause::Feeling(feeling) => feeling.needs(),
            Cause::Judgement(judgement) => judgement.needs(),
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Cause::Feeling(feeling) => feeling.name(),
            Cause::Judgement(judgement) => judgement.name(),
        }
    }
}
