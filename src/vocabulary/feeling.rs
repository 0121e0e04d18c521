//! Feelings and the families they belong to, with the needs they commonly point to.
//! Calls no feeling good or bad: comfortable and uncomfortable is all it says.

use super::kind::kind;
use super::tables::{self, count, id, line, list, meaning};
use super::{Need, words};

kind!(
    /// A feeling, or a state of the body that is felt.
    Feeling, id::FEELING, count::FEELING
);

kind!(
    /// Feelings that are near each other.
    Family, id::FAMILY, count::FAMILY
);

/// How the needs of a feeling usually stand when it is felt.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PointsTo {
    Met,
    Unmet,
    Either,
}

impl Feeling {
    pub fn name(self) -> &'static str {
        words::line(line::FEELING_NAME + self.index())
    }

    /// One sentence, at most 90 characters.
    pub fn definition(self) -> &'static str {
        words::meaning(meaning::FEELING_DEFINITION + self.index())
    }

    /// Other words it is found under.
    pub fn synonyms(self) -> &'static [&'static str] {
        words::list(list::FEELING_SYNONYMS + self.index())
    }

    pub fn family(self) -> Family {
        tables::FEELING_FAMILY.get(self.index()).copied().unwrap_or(Family(0))
    }

    /// -2, very unpleasant, to 2, very pleasant.
    pub fn valence(self) -> i8 {
        tables::FEELING_VALENCE.get(self.index()).copied().unwrap_or_default()
    }

    /// -2, very low, to 2, very high.
    pub fn energy(self) -> i8 {
        tables::FEELING_ENERGY.get(self.index()).copied().unwrap_or_default()
    }

    pub fn points_to(self) -> PointsTo {
        tables::FEELING_POINTS_TO.get(self.index()).copied().unwrap_or(PointsTo::Either)
    }

    /// Strongest link first; three to six.
    pub fn needs(self) -> &'static [Need] {
        run(&tables::FEELING_NEEDS_STARTS, &tables::FEELING_NEEDS, self.index())
    }

    /// Softer feelings that this one may stand in front of; often none.
    pub fn may_cover(self) -> &'static [Feeling] {
        run(&tables::FEELING_MAY_COVER_STARTS, &tables::FEELING_MAY_COVER, self.index())
    }

    /// The person may need someone now: show a quiet pointer to human help that blocks nothing.
    pub fn care_note(self) -> bool {
        tables::FEELING_CARE_NOTE.get(self.index()).copied().unwrap_or_default()
    }
}

impl Family {
    pub fn name(self) -> &'static str {
        words::line(line::FAMILY_NAME + self.index())
    }

    /// What feelings of this family tell, in one sentence.
    pub fn signal(self) -> &'static str {
        words::meaning(meaning::FAMILY_SIGNAL + self.index())
    }

    pub fn comfortable(self) -> bool {
        tables::FAMILY_COMFORTABLE.get(self.index()).copied().unwrap_or_default()
    }

    /// In the order of words.toml.
    pub fn feelings(self) -> impl Iterator<Item = Feeling> + Clone {
        Feeling::all().filter(move |feeling| feeling.family() == self)
    }
}

/// The links of one entry out of the list of all: `starts` says where each entry's begin, and where the last one's end.
pub(super) fn run<T>(starts: &[u16], links: &'static [T], index: usize) -> &'static [T] {
    match starts.get(index..index + 2) {
        Some(&[start, end]) => links.get(start.into()..end.into()).unwrap_or_default(),
        _ => &[],
    }
}
