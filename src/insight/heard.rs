//! What a judgement tells and what may lie underneath, and what is heavy enough for a pointer to human help.
//! Never calls a judgement false, never translates what may be harm, never answers a phrase of danger.

use crate::domain::{Item, Moment};
use crate::vocabulary::{Danger, Feeling, Judgement, Need, judgements_in};

/// More than three of each would be a lecture, not one gentle line.
const MOST_BENEATH: usize = 3;

/// What may be underneath a judgement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Beneath {
    /// Strongest link first, at most three of each, without what the moment holds already; either may be empty.
    Underneath { feelings: Vec<Feeling>, needs: Vec<Need> },
    /// It may be exactly what happened: words of safety instead.
    MayBeHarm,
}

/// A judgement as it was heard.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HeardWord {
    pub judgement: Judgement,
    /// As it stands in the person's text, or the judgement's name where it was caught by itself.
    pub written: String,
    pub beneath: Beneath,
}

/// What asks for a quiet pointer to human help.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Heavy {
    Danger(Danger),
    /// A word was caught that people at risk often use.
    Care,
}

/// The judgements caught, then those inside the label and the behaviours; each once.
/// Empty where the moment's texts hold a phrase of danger: then only the pointer speaks.
pub fn heard_in_moment(moment: &Moment) -> Vec<HeardWord> {
    if danger_in_moment(moment).is_some() {
        return Vec::new();
    }
    let mut heard = Vec::new();
    for judgement in moment.heard().filter_map(|heard| heard.judgement.known()) {
        take(&mut heard, judgement, judgement.name(), Some(moment));
    }
    for text in label_and_behaviours(moment) {
        take_all_in(&mut heard, text, Some(moment));
    }
    heard
}

/// The judgements inside a text that is still being typed; each once. Empty where it holds a phrase of danger.
pub fn heard_in_text(text: &str, moment: Option<&Moment>) -> Vec<HeardWord> {
    let mut heard = Vec::new();
    if Danger::find(text).is_none() {
        take_all_in(&mut heard, text, moment);
    }
    heard
}

/// Only phrases of danger: a lone word such as "trapped" in the midst of a text tells too little.
pub fn heavy_in_text(text: &str) -> Option<Heavy> {
    Danger::find(text).map(Heavy::Danger)
}

/// Danger in any of its texts, the first kind in the vocabulary's order; else a word with a care note among what was caught.
pub fn heavy_in_moment(moment: &Moment) -> Option<Heavy> {
    danger_in_moment(moment).map(Heavy::Danger).or_else(|| cares(moment).then_some(Heavy::Care))
}

/// The first kind in the vocabulary's order of which any text of the moment holds a phrase.
pub(super) fn danger_in_moment(moment: &Moment) -> Option<Danger> {
    texts(moment).filter_map(Danger::find).min()
}

fn cares(moment: &Moment) -> bool {
    moment.items.iter().any(|item| match item {
        Item::Felt(felt) => felt.feeling.known().is_some_and(Feeling::care_note),
        Item::Heard(heard) => heard.judgement.known().is_some_and(Judgement::care_note),
        Item::Need(_) | Item::Behaviour(_) | Item::Choice(_) => false,
    })
}

fn take_all_in(heard: &mut Vec<HeardWord>, text: &str, moment: Option<&Moment>) {
    for (judgement, span) in judgements_in(text) {
        take(heard, judgement, text.get(span).unwrap_or(judgement.name()), moment);
    }
}

fn take(heard: &mut Vec<HeardWord>, judgement: Judgement, written: &str, moment: Option<&Moment>) {
    if heard.iter().any(|known| known.judgement == judgement) {
        return;
    }
    let beneath = if judgement.may_be_harm() {
        Beneath::MayBeHarm
    } else {
        Beneath::Underneath {
            feelings: feelings_beneath(judgement, moment),
            needs: needs_beneath(judgement, moment),
        }
    };
    heard.push(HeardWord { judgement, written: written.to_owned(), beneath });
}

fn feelings_beneath(judgement: Judgement, moment: Option<&Moment>) -> Vec<Feeling> {
    let is_there = |feeling: &Feeling| {
        moment.is_some_and(|it| it.felt().any(|felt| felt.feeling.known() == Some(*feeling)))
    };
    let feelings = judgement.feelings().iter().copied();
    feelings.filter(|feeling| !is_there(feeling)).take(MOST_BENEATH).collect()
}

fn needs_beneath(judgement: Judgement, moment: Option<&Moment>) -> Vec<Need> {
    let is_there = |need: &Need| {
        moment.is_some_and(|it| {
            it.is_dismissed(*need) || it.needs().any(|mark| mark.need.known() == Some(*need))
        })
    };
    let needs = judgement.needs().iter().copied();
    needs.filter(|need| !is_there(need) && need.is_offered_unasked()).take(MOST_BENEATH).collect()
}

/// A choice is left out: what someone might do is no verdict.
fn label_and_behaviours(moment: &Moment) -> impl Iterator<Item = &str> {
    let label = moment.label.iter().map(|label| label.as_str());
    label.chain(moment.items.iter().filter_map(|item| match item {
        Item::Behaviour(behaviour) => Some(behaviour.text.as_str()),
        _ => None,
    }))
}

fn texts(moment: &Moment) -> impl Iterator<Item = &str> {
    label_and_behaviours(moment).chain(moment.items.iter().filter_map(|item| match item {
        Item::Choice(choice) => Some(choice.text.as_str()),
        _ => None,
    }))
}
