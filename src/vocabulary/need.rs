//! Needs and the groups they stand in, with their links to feelings and judgements.
//! Ranks nothing: what a moment suggests is the insight's.

use super::kind::kind;
use super::tables::{self, count, id, line, list, meaning};
use super::{Feeling, Judgement, words};

kind!(
    /// Something every person needs; ways to meet it are many and are not needs.
    Need, id::NEED, count::NEED
);

kind!(
    /// One of the groups that needs are shown in; says nothing of which come first.
    NeedGroup, id::NEED_GROUP, count::NEED_GROUP
);

impl Need {
    pub fn name(self) -> &'static str {
        words::line(line::NEED_NAME + self.index())
    }

    /// One sentence, at most 90 characters.
    pub fn definition(self) -> &'static str {
        words::meaning(meaning::NEED_DEFINITION + self.index())
    }

    /// An open question about it, to the person.
    pub fn ask(self) -> &'static str {
        words::meaning(meaning::NEED_ASK + self.index())
    }

    /// Other words it is found under.
    pub fn synonyms(self) -> &'static [&'static str] {
        words::list(list::NEED_SYNONYMS + self.index())
    }

    pub fn group(self) -> NeedGroup {
        tables::NEED_GROUP.get(self.index()).copied().unwrap_or(NeedGroup(0))
    }

    /// Whether it may be offered to someone who has not asked for it. Sexual expression is found by typing or reading on.
    pub fn is_offered_unasked(self) -> bool {
        self.id() != "sexual-expression"
    }

    /// Backed by two or more of the frameworks the vocabulary was drawn from: may be offered as a core need.
    pub fn is_core(self) -> bool {
        tables::NEED_IS_CORE.get(self.index()).copied().unwrap_or_default()
    }

    /// Whether its question asks for a person. Where someone may be at risk, "nobody" can be the answer.
    pub fn asks_who(self) -> bool {
        tables::NEED_ASKS_WHO.get(self.index()).copied().unwrap_or_default()
    }

    /// Whether it is left alone where there was violence or coercion: nobody who was harmed owes it to anyone.
    pub fn is_not_asked_after_harm(self) -> bool {
        tables::NEED_NOT_AFTER_HARM.get(self.index()).copied().unwrap_or_default()
    }

    /// The feelings that point here, in the order of words.toml, with the need's rank in that feeling's list: 0 is strongest.
    pub fn feelings(self) -> impl Iterator<Item = (Feeling, usize)> {
        Feeling::all().filter_map(move |feeling| {
            let rank = feeling.needs().iter().position(|need| *need == self)?;
            Some((feeling, rank))
        })
    }

    /// The judgements this need may lie under, with its rank in that judgement's list: 0 is strongest.
    pub fn judgements(self) -> impl Iterator<Item = (Judgement, usize)> {
        Judgement::all().filter_map(move |judgement| {
            let rank = judgement.needs().iter().position(|need| *need == self)?;
            Some((judgement, rank))
        })
    }

    /// How many feelings point here: at least 4.
    pub fn reach(self) -> usize {
        tables::NEED_REACH.get(self.index()).copied().unwrap_or_default().into()
    }
}

impl NeedGroup {
    pub fn name(self) -> &'static str {
        words::line(line::NEED_GROUP_NAME + self.index())
    }

    pub fn summary(self) -> &'static str {
        words::meaning(meaning::NEED_GROUP_SUMMARY + self.index())
    }

    /// In the order of words.toml.
    pub fn needs(self) -> impl Iterator<Item = Need> + Clone {
        Need::all().filter(move |need| need.group() == self)
    }
}
