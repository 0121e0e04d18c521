//! What people type when someone may be at risk, and the words that point to human help.
//! Never answers with a need, and never says how sure it is: it is a pointer, not an assessment.

mod sieve;

use std::sync::LazyLock;

use super::kind::kind;
use super::phrase;
use super::tables::{count, id, line, list};
use super::words;
use sieve::Sieve;

static SIEVE: LazyLock<Sieve> = LazyLock::new(|| Sieve::new(phrases().flatten().copied()));

/// Those of each kind, in the order of words.toml.
fn phrases() -> impl Iterator<Item = &'static [&'static str]> {
    Danger::all().map(|danger| words::list(list::DANGER_PHRASES + danger.index()))
}

kind!(
    /// One kind of danger that words may tell of.
    Danger, id::DANGER, count::DANGER
);

impl Danger {
    /// Whether someone does violence to another, or it is feared.
    pub fn is_violence(self) -> bool {
        ["violence-suffered", "violence-feared", "child-at-risk"].contains(&self.id())
    }

    /// The words for the person at risk.
    pub fn client(self) -> &'static str {
        words::line(line::DANGER_CLIENT + self.index())
    }

    /// The words for the professional who typed it.
    pub fn therapist(self) -> &'static str {
        words::line(line::DANGER_THERAPIST + self.index())
    }

    /// The first kind, in the order of words.toml, of which a phrase stands in the text as whole words in a row.
    /// Everyday phrases such as "career suicide" are taken out before.
    pub fn find(text: &str) -> Option<Danger> {
        if !SIEVE.may_hold(text) {
            return None;
        }
        let group = phrase::first_group(text, words::list(list::DANGER_UNLESS), phrases())?;
        Danger::all().nth(group)
    }
}

/// For a screen that two people see: names nothing, for naming violence there may endanger the one who typed it.
pub fn shared_screen() -> &'static str {
    words::line(line::SHARED_SCREEN)
}
