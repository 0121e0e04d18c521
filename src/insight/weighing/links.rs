//! How strongly a feeling or a judgement points to a need: by the vocabulary, and by the person's own history.
//! Never looks at when or where: every moment counts alike here.
//!
//! The vocabulary's links are guesses about people at large. So what this person named beside a feeling counts as well,
//! the more the more often: with `PRIOR` imagined moments in which it went as the vocabulary says, and all real ones as they
//! went. History only ever strengthens a link: that a need was not named says little.

use crate::domain::{KnownBy, Naming};
use crate::insight::reading::{Mark, Reading, Side, Sign};
use crate::insight::suggest::rank_weight;
use crate::vocabulary::Need;

/// The reach of the need that fewest feelings point to; a need of this reach is not damped.
const LEAST_REACH: f32 = 4.0;
/// In moments: after so many of the person's own, history counts as much as the vocabulary.
const PRIOR: f32 = 4.0;
/// One moment is no history.
const FEWEST: u32 = 2;

/// From one sign to one need.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Link {
    /// Number of the need.
    pub need: usize,
    /// 0 to 1.
    pub strength: f32,
    /// Where the person's own history decides: in how many of their moments with this feeling the need was named, and of how many.
    pub history: Option<(u32, u32)>,
}

/// All links of one reading, by the number of the sign; none where it does not come up.
pub struct Links(Vec<Vec<Link>>);

/// With one sign: moments in which any need was named on the side that is read, and how often which.
#[derive(Clone, Default)]
struct History {
    comes_up: bool,
    moments: u32,
    needs: Vec<(usize, u32)>,
}

impl Links {
    pub fn of(reading: &Reading, side: Side) -> Links {
        let mut histories = vec![History::default(); reading.numbering.signs()];
        let mut needs: Vec<usize> = Vec::new();
        for moment in &reading.moments {
            name_needs(reading.marks(moment), side, &mut needs);
            for (sign, _) in reading.signs(moment) {
                histories[*sign].note(&needs);
            }
        }
        let links = histories.iter().enumerate().map(|(sign, history)| {
            if history.comes_up { links_of(needs_of(reading, sign), history) } else { Vec::new() }
        });
        Links(links.collect())
    }

    pub fn of_sign(&self, sign: usize) -> &[Link] {
        self.0.get(sign).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn find(&self, sign: usize, need: usize) -> Option<Link> {
        self.of_sign(sign).iter().find(|link| link.need == need).copied()
    }
}

/// The needs that the person named, each once. A listener's guess is no history of the person's.
fn name_needs(marks: &[Mark], side: Side, needs: &mut Vec<usize>) {
    needs.clear();
    for mark in marks {
        let is_theirs = mark.known_by != KnownBy::Guessed && mark.named(side) > 0.0;
        if is_theirs && !needs.contains(&mark.need) {
            needs.push(mark.need);
        }
    }
}

impl History {
    fn note(&mut self, needs: &[usize]) {
        self.comes_up = true;
        self.moments += u32::from(!needs.is_empty());
        for need in needs {
            match self.needs.iter_mut().find(|(known, _)| known == need) {
                Some((_, times)) => *times += 1,
                None => self.needs.push((*need, 1)),
            }
        }
    }
}

fn needs_of(reading: &Reading, sign: usize) -> &'static [Need] {
    match reading.numbering.sign(sign) {
        Some(Sign::Feeling(Naming::Known(feeling))) => feeling.needs(),
        Some(Sign::Judgement(judgement)) => judgement.needs(),
        Some(Sign::Feeling(_)) | None => &[],
    }
}

fn links_of(listed: &[Need], history: &History) -> Vec<Link> {
    let times = |need: usize| {
        let found = history.needs.iter().find(|(known, _)| *known == need);
        found.map(|(_, times)| *times).unwrap_or_default()
    };
    let mut links = Vec::with_capacity(listed.len());
    for (rank, need) in listed.iter().enumerate() {
        let vocabulary = vocabulary_strength(*need, rank);
        links.push(link(need.index(), vocabulary, times(need.index()), history.moments));
    }
    for (need, times) in &history.needs {
        if listed.iter().all(|known| known.index() != *need) {
            links.push(link(*need, 0.0, *times, history.moments));
        }
    }
    links
}

/// A need that very many feelings reach would win nearly every time and tell nothing: damped by the root of its reach.
fn vocabulary_strength(need: Need, rank: usize) -> f32 {
    rank_weight(rank) * (LEAST_REACH / (need.reach() as f32).max(LEAST_REACH)).sqrt().sqrt()
}

fn link(need: usize, vocabulary: f32, times: u32, moments: u32) -> Link {
    let own = (PRIOR * vocabulary + times as f32) / (PRIOR + moments as f32);
    if times >= FEWEST && own > vocabulary {
        return Link { need, strength: own, history: Some((times, moments)) };
    }
    Link { need, strength: vocabulary, history: None }
}
