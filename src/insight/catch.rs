//! What the catch line makes of what is typed: words of the vocabulary, the person's own, and what the text itself could be.
//! Catches nothing itself: it offers, in the order of the arrows, and the first row is what Enter takes.
//!
//! Which group comes first. A search finds well or poorly: exactly by name (tier 0); by a whole synonym or the start of a
//! name (tier 1); by a later word of a name or the start of a synonym's word (tier 2); inside a word (tier 3). A group is as
//! good as its best row. The better group always comes first, so that no far-fetched need ever beats the feeling that
//! someone is typing; only between groups of the same tier does it count what a suffix asks for ("comp +" is a need),
//! what the moment still lacks, and which needs it points to. Within a group rows follow the same rule. Tier 3 is left
//! out where anything of tier 0 or 1 was found. The person's own words stand at the end; only what the last word of an
//! unknown text names ("I feel betrayed") comes after them.

mod matches;
mod order;
mod own_words;

use std::ops::Range;

use super::suggest::{Cause, suggest};
use crate::domain::{FeelingWord, Moment, NeedWord, Person, Standing, Strength};
use crate::vocabulary::{Area, Danger, Judgement};

/// Rows of one group, and rows of the vocabulary in all: what a phone shows above its keyboard without scrolling far.
const MOST_OF_A_GROUP: usize = 4;
const MOST_IN_ALL: usize = 9;

/// What a suffix says about the item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Suffix {
    Strength(Strength),
    Standing(Standing),
}

/// What stands in the line, with its suffix cut off.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Typed<'a> {
    /// Trimmed; empty for a lone suffix.
    pub text: &'a str,
    pub suffix: Option<Suffix>,
}

/// What a row stands for. The ones beginning with `As` take the row's text as the person's own words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Offer {
    Feeling(FeelingWord),
    Need(NeedWord),
    Judgement(Judgement),
    Area(Area),
    AsLabel,
    AsFeeling,
    AsNeed,
    AsBehaviour,
    AsChoice,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    Suggested,
    Feelings,
    Needs,
    Judgements,
    Areas,
    OwnWords,
}

/// What a row says about itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    Definition(&'static str),
    /// The moment points here: the strongest cause and the next.
    PointsHere(Cause, Option<Cause>),
    /// The synonym that matched.
    FoundBy(&'static str),
    None,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OfferRow {
    pub offer: Offer,
    /// As shown; for the person's own words also what is to be kept.
    pub text: String,
    /// Bytes of `text` that match what was typed; empty where a synonym matched.
    pub bold: Range<usize>,
    pub why: Why,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OfferGroup {
    pub group: Group,
    /// Never empty.
    pub rows: Vec<OfferRow>,
}

impl Offer {
    /// Whether the suffix says something about this: a strength about a feeling, a standing about a need.
    pub fn takes(&self, suffix: Suffix) -> bool {
        match suffix {
            Suffix::Strength(_) => matches!(self, Offer::Feeling(_) | Offer::AsFeeling),
            Suffix::Standing(_) => matches!(self, Offer::Need(_) | Offer::AsNeed),
        }
    }
}

/// Cuts off a suffix that stands by itself: "fru 4", "comp +", "4". What is glued to a word belongs to the word.
pub fn read(raw: &str) -> Typed<'_> {
    let line = raw.trim();
    let (text, last) = line.rsplit_once(char::is_whitespace).unwrap_or(("", line));
    match suffix(last) {
        Some(suffix) => Typed { text: text.trim_end(), suffix: Some(suffix) },
        None => Typed { text: line, suffix: None },
    }
}

fn suffix(word: &str) -> Option<Suffix> {
    match word {
        "+" => Some(Suffix::Standing(Standing::Met)),
        "~" => Some(Suffix::Standing(Standing::Partly)),
        // Phones make a dash or a true minus sign of a hyphen.
        "-" | "\u{2013}" | "\u{2212}" => Some(Suffix::Standing(Standing::Unmet)),
        _ => Strength::new(word.parse().ok().filter(|_| word.len() == 1)?).map(Suffix::Strength),
    }
}

/// Everything the line could mean, the best first. None for a lone suffix, which sets the current item.
/// A phrase of danger is never answered: it can only become a label, a behaviour or a choice.
pub fn offers(raw: &str, moment: Option<&Moment>, person: Option<&Person>) -> Vec<OfferGroup> {
    let typed = read(raw);
    if typed.text.is_empty() {
        return if typed.suffix.is_none() { order::could_come_next(moment) } else { Vec::new() };
    }
    if Danger::find(raw).is_some() {
        return own_words::after_danger(raw, moment);
    }
    let suggested = moment.map(suggest).unwrap_or_default();
    let first = order::first_groups(typed.suffix, moment);
    let found = matches::find(typed.text, person, &suggested);
    let own = own_words::rows(raw, typed, moment, &found);
    // A text too long to be anything of its own is not answered by its last word: taking that would lose the rest.
    let is_unknown = found.is_empty() && own.is_some();
    let last_word = is_unknown.then(|| matches::find_last_word(typed.text, person, &suggested));
    let mut groups = order::groups(found, first);
    groups.extend(own);
    groups.extend(order::groups(last_word.unwrap_or_default(), first));
    groups
}
