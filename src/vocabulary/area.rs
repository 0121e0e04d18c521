//! Areas of life, and the concepts that the page explains.
//! Links nothing: areas and concepts point to no need.

use super::kind::kind;
use super::tables::{count, id, line, list, meaning};
use super::words;

kind!(
    /// A part of life that a moment belongs to, such as work or family.
    Area, id::AREA, count::AREA
);

kind!(
    /// An idea that attuning works with, such as "strategy"; explained, never caught.
    Concept, id::CONCEPT, count::CONCEPT
);

impl Area {
    pub fn name(self) -> &'static str {
        words::line(line::AREA_NAME + self.index())
    }

    /// What belongs to it, in one sentence.
    pub fn covers(self) -> &'static str {
        words::line(line::AREA_COVERS + self.index())
    }

    /// Other words it is found under.
    pub fn synonyms(self) -> &'static [&'static str] {
        words::list(list::AREA_SYNONYMS + self.index())
    }
}

impl Concept {
    pub fn name(self) -> &'static str {
        words::line(line::CONCEPT_NAME + self.index())
    }

    /// One sentence, at most 90 characters.
    pub fn definition(self) -> &'static str {
        words::meaning(meaning::CONCEPT_DEFINITION + self.index())
    }

    /// Other words it is found under.
    pub fn synonyms(self) -> &'static [&'static str] {
        words::list(list::CONCEPT_SYNONYMS + self.index())
    }
}
