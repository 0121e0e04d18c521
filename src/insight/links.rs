//! How strongly a feeling or a judgement points to a need: by the vocabulary, and by the person's own history.
//! Never looks at when or where: every moment counts alike here.
//!
//! The vocabulary's links are guesses about people at large. So what this person named beside a feeling counts as well,
//! the more the more often: with `PRIOR` imagined moments in which it went as the vocabulary says, and all real ones as they
//! went. History only ever strengthens a link: that a need was not named says little.

use std::collections::BTreeMap;

use super::reading::{ReadMoment, Reading, Side, Sign, named};
use crate::domain::{KnownBy, Naming, NeedWord};
use crate::vocabulary::Need;

/// By the rank of a need in the list of what points there. Source: docs/vocabulary.md, section 4.
const RANK_WEIGHTS: [f32; 6] = [1.0, 0.8, 0.65, 0.5, 0.4, 0.3];
/// The reach of the need that fewest feelings point to; a need of this reach is not damped.
const LEAST_REACH: f32 = 4.0;
/// In moments: after so many of the person's own, history counts as much as the vocabulary.
const PRIOR: f32 = 4.0;
/// One moment is no history.
const FEWEST: u32 = 2;

/// From one sign to one need.
#[derive(Clone, PartialEq, Debug)]
pub struct Link {
    pub need: NeedWord,
    /// 0 to 1.
    pub strength: f32,
    /// Where the person's own history decides: in how many of their moments with this feeling the need was named, and of how many.
    pub history: Option<(u32, u32)>,
}

/// All links of one reading.
pub struct Links(BTreeMap<Sign, Vec<Link>>);

/// With one feeling: moments in which any need was named on the side that is read, and how often which.
#[derive(Default)]
struct History {
    moments: u32,
    needs: BTreeMap<NeedWord, u32>,
}

impl Links {
    pub fn of(reading: &Reading, side: Side) -> Links {
        let mut histories: BTreeMap<Sign, History> = BTreeMap::new();
        for moment in &reading.moments {
            let needs = named_by_the_person(moment, side);
            for (sign, _) in &moment.signs {
                let history = histories.entry(sign.clone()).or_default();
                history.moments += u32::from(!needs.is_empty());
                for need in &needs {
                    *history.needs.entry((*need).clone()).or_default() += 1;
                }
            }
        }
        let links = histories.into_iter().map(|(sign, history)| {
            let links = links_of(&sign, &history);
            (sign, links)
        });
        Links(links.collect())
    }

    pub fn of_sign(&self, sign: &Sign) -> &[Link] {
        self.0.get(sign).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn find(&self, sign: &Sign, need: &NeedWord) -> Option<&Link> {
        self.of_sign(sign).iter().find(|link| link.need == *need)
    }
}

/// Each once. A listener's guess is no history of the person's.
fn named_by_the_person<'a>(moment: &ReadMoment<'a>, side: Side) -> Vec<&'a NeedWord> {
    let mut needs: Vec<&NeedWord> = Vec::new();
    let marks = moment.marks.iter().filter(|mark| mark.known_by != KnownBy::Guessed);
    for mark in marks.filter(|mark| named(mark, side) > 0.0) {
        if !needs.contains(&&mark.need) {
            needs.push(&mark.need);
        }
    }
    needs
}

fn links_of(sign: &Sign, history: &History) -> Vec<Link> {
    let listed = needs_of(sign);
    let by_vocabulary = listed.iter().enumerate().map(|(rank, need)| {
        let word = Naming::Known(*need);
        link(word, vocabulary_strength(*need, rank), history)
    });
    let others = history.needs.keys().filter(|need| match need.known() {
        Some(need) => !listed.contains(&need),
        None => true,
    });
    let by_history = others.map(|need| link(need.clone(), 0.0, history));
    by_vocabulary.chain(by_history.filter(|link| link.strength > 0.0)).collect()
}

fn needs_of(sign: &Sign) -> &'static [Need] {
    match sign {
        Sign::Feeling(feeling) => feeling.known().map(|it| it.needs()).unwrap_or_default(),
        Sign::Judgement(judgement) => judgement.needs(),
    }
}

/// A need that very many feelings reach would win nearly every time and tell nothing: damped by the root of its reach.
fn vocabulary_strength(need: Need, rank: usize) -> f32 {
    let weight = RANK_WEIGHTS.get(rank).or(RANK_WEIGHTS.last()).copied().unwrap_or_default();
    weight * (LEAST_REACH / (need.reach() as f32).max(LEAST_REACH)).sqrt().sqrt()
}

fn link(need: NeedWord, vocabulary: f32, history: &History) -> Link {
    let times = history.needs.get(&need).copied().unwrap_or_default();
    let own = (PRIOR * vocabulary + times as f32) / (PRIOR + history.moments as f32);
    if times >= FEWEST && own > vocabulary {
        return Link { need, strength: own, history: Some((times, history.moments)) };
    }
    Link { need, strength: vocabulary, history: None }
}
