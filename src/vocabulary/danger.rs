//! What people type when someone may be at risk, and the words that point to human help.
//! Never answers with a need, and never says how sure it is: it is a pointer, not an assessment.

use super::kind::kind;
use super::phrase;
use super::tables::{count, id, line, list};
use super::words;

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
        let groups = Danger::all().map(|danger| words::list(list::DANGER_PHRASES + danger.index()));
        let group = phrase::first_group(text, words::list(list::DANGER_UNLESS), groups)?;
        Danger::all().nth(group)
    }
}

/// For a screen that two people see: names nothing, for naming violence there may endanger the one who typed it.
pub fn shared_screen() -> &'static str {
    words::line(line::SHARED_SCREEN)
}
