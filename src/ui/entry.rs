//! What any word of the vocabulary shows of itself: its name, its meaning, its kind, its synonyms.
//! Knows no links: those are on the card.

use crate::i18n::more;
use crate::vocabulary::Entry;

pub fn name(entry: Entry) -> &'static str {
    match entry {
        Entry::Feeling(feeling) => feeling.name(),
        Entry::Need(need) => need.name(),
        Entry::Judgement(judgement) => judgement.name(),
        Entry::Area(area) => area.name(),
        Entry::Concept(concept) => concept.name(),
    }
}

pub fn definition(entry: Entry) -> &'static str {
    match entry {
        Entry::Feeling(feeling) => feeling.definition(),
        Entry::Need(need) => need.definition(),
        Entry::Judgement(judgement) => judgement.definition(),
        Entry::Area(area) => area.covers(),
        Entry::Concept(concept) => concept.definition(),
    }
}

pub fn synonyms(entry: Entry) -> &'static [&'static str] {
    match entry {
        Entry::Feeling(feeling) => feeling.synonyms(),
        Entry::Need(need) => need.synonyms(),
        Entry::Judgement(judgement) => judgement.synonyms(),
        Entry::Area(area) => area.synonyms(),
        Entry::Concept(concept) => concept.synonyms(),
    }
}

/// The kind in one or two words: "feeling", "judgement word".
pub fn kind(entry: Entry) -> &'static str {
    let words = &more().words;
    match entry {
        Entry::Feeling(_) => words.a_feeling,
        Entry::Need(_) => words.a_need,
        Entry::Judgement(_) => words.a_judgement,
        Entry::Area(_) => words.an_area,
        Entry::Concept(_) => words.an_idea,
    }
}
