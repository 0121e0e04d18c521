//! Where on the wheel a person is, and where a key takes them.
//! Shows nothing and picks nothing.

use crate::vocabulary::{Family, Feeling};

/// A family of the inner ring, or one of its words on the outer ring. The family is the open one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spot {
    pub family: Family,
    pub word: Option<Feeling>,
}

/// What a key asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    Next,
    Previous,
    First,
    Last,
    /// To the other ring: there are two, so both directions lead there.
    Across,
    Pick,
}

impl Step {
    pub fn of_key(key: &str) -> Option<Step> {
        Some(match key {
            "ArrowRight" => Step::Next,
            "ArrowLeft" => Step::Previous,
            "Home" => Step::First,
            "End" => Step::Last,
            "ArrowDown" | "ArrowUp" => Step::Across,
            "Enter" | " " => Step::Pick,
            _ => return None,
        })
    }
}

impl Spot {
    /// Picking a family leads to its first word; picking a word is not a step.
    pub fn after(self, step: Step) -> Spot {
        let family = self.family;
        match (self.word, step) {
            (None, Step::Across | Step::Pick) => Spot { family, word: family.feelings().next() },
            (Some(_), Step::Across) => Spot { family, word: None },
            (Some(_), Step::Pick) => self,
            (None, _) => {
                let turned = turned(self.place(), Family::all().len(), step);
                Spot { family: Family::all().nth(turned).unwrap_or(family), word: None }
            }
            (Some(_), _) => {
                let turned = turned(self.place(), family.feelings().count(), step);
                Spot { family, word: family.feelings().nth(turned).or(self.word) }
            }
        }
    }

    /// Counted from 0 within its ring.
    pub fn place(self) -> usize {
        match self.word {
            Some(word) => self.family.feelings().take_while(|feeling| *feeling != word).count(),
            None => self.family.index(),
        }
    }

    pub fn element_id(self) -> String {
        ["wheel-", self.word.map_or(self.family.id(), Feeling::id)].concat()
    }
}

/// A ring has no end: after the last comes the first.
fn turned(place: usize, all: usize, step: Step) -> usize {
    match step {
        Step::Next => (place + 1) % all.max(1),
        Step::Previous => (place + all.saturating_sub(1)) % all.max(1),
        Step::Last => all.saturating_sub(1),
        Step::First | Step::Across | Step::Pick => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_leads_where_the_ring_says() {
        let family = |place: usize| Spot { family: Family::all().nth(place).unwrap(), word: None };
        let word = |place: usize| {
            let family = family(0).family;
            Spot { family, word: Some(family.feelings().nth(place).unwrap()) }
        };
        let last_family = Family::all().len() - 1;
        let last_word = family(0).family.feelings().count() - 1;
        for (from, key, to) in [
            (family(0), "ArrowRight", family(1)),
            (family(0), "ArrowLeft", family(last_family)),
            (family(last_family), "ArrowRight", family(0)),
            (family(3), "End", family(last_family)),
            (family(3), "Home", family(0)),
            (family(0), "ArrowDown", word(0)),
            (family(0), "ArrowUp", word(0)),
            (family(0), "Enter", word(0)),
            (word(4), "ArrowUp", family(0)),
            (word(0), "ArrowLeft", word(last_word)),
            (word(last_word), "ArrowRight", word(0)),
            (word(2), "End", word(last_word)),
            (word(2), "Enter", word(2)),
        ] {
            assert_eq!(from.after(Step::of_key(key).unwrap()), to, "{from:?} {key}");
        }
        assert_eq!(Step::of_key("Tab"), None);
    }
}
