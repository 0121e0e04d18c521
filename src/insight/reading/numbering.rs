//! Small numbers for needs and signs, so that thousands of moments are read with arrays instead of searches.
//! Numbers live as long as one reading and are never kept.

use std::sync::Arc;

use super::Sign;
use crate::domain::{FeelingWord, Item, Naming, NeedWord, Session};
use crate::order;
use crate::vocabulary::{Feeling, Judgement, Need};

/// Known words have their place in the vocabulary; own and unknown ones come after, in their own order.
pub struct Numbering {
    other_needs: Vec<NeedWord>,
    other_feelings: Vec<FeelingWord>,
}

impl Numbering {
    /// Of all words in these sessions.
    pub fn of(sessions: &[Arc<Session>]) -> Numbering {
        let mut numbering = Numbering { other_needs: Vec::new(), other_feelings: Vec::new() };
        for moment in sessions.iter().flat_map(|session| &session.moments) {
            for item in &moment.items {
                match item {
                    Item::Need(mark) => add(&mut numbering.other_needs, &mark.need),
                    Item::Felt(felt) => add(&mut numbering.other_feelings, &felt.feeling),
                    Item::Heard(_) | Item::Behaviour(_) | Item::Choice(_) => {}
                }
            }
        }
        order::sort(&mut numbering.other_needs);
        order::sort(&mut numbering.other_feelings);
        numbering
    }

    /// The number of a need that is in these sessions, or that the vocabulary knows.
    pub fn of_need(&self, need: &NeedWord) -> Option<usize> {
        match need {
            Naming::Known(need) => Some(need.index()),
            _ => Some(Need::all().len() + place_of(&self.other_needs, need)?),
        }
    }

    pub fn of_feeling(&self, feeling: &FeelingWord) -> Option<usize> {
        let others = Feeling::all().len() + Judgement::all().len();
        match feeling {
            Naming::Known(feeling) => Some(feeling.index()),
            _ => Some(others + place_of(&self.other_feelings, feeling)?),
        }
    }

    pub fn of_judgement(&self, judgement: Judgement) -> usize {
        Feeling::all().len() + judgement.index()
    }

    pub fn needs(&self) -> usize {
        Need::all().len() + self.other_needs.len()
    }

    pub fn signs(&self) -> usize {
        Feeling::all().len() + Judgement::all().len() + self.other_feelings.len()
    }

    pub fn need(&self, number: usize) -> Option<NeedWord> {
        match Need::all().nth(number) {
            Some(need) => Some(Naming::Known(need)),
            None => self.other_needs.get(number - Need::all().len()).cloned(),
        }
    }

    pub fn sign(&self, number: usize) -> Option<Sign> {
        let (feelings, judgements) = (Feeling::all().len(), Judgement::all().len());
        if let Some(feeling) = Feeling::all().nth(number) {
            return Some(Sign::Feeling(Naming::Known(feeling)));
        }
        match Judgement::all().nth(number - feelings) {
            Some(judgement) => Some(Sign::Judgement(judgement)),
            None => {
                let other = self.other_feelings.get(number - feelings - judgements);
                other.cloned().map(Sign::Feeling)
            }
        }
    }
}

fn add<T: Clone + PartialEq>(words: &mut Vec<Naming<T>>, word: &Naming<T>) {
    if !matches!(word, Naming::Known(_)) && !words.contains(word) {
        words.push(word.clone());
    }
}

/// A person has few words of their own.
fn place_of<T: PartialEq>(words: &[T], word: &T) -> Option<usize> {
    words.iter().position(|known| known == word)
}
