//! What a person answered when asked whether a need is the one that keeps coming back, or named so by themselves.
//! Never weighs anything: whether a need is asked about at all is insight's.

use super::day::Day;
use super::naming::NeedWord;

/// The last answer about one need; within a journal there is at most one for each need.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CoreNeed {
    pub need: NeedWord,
    pub answer: Answer,
    pub day: Day,
    /// How many traces pointed to the need then; see `insight::reading`. More of them are new evidence.
    pub traces: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Answer {
    RingsTrue,
    NotQuite,
    Later,
}

impl Answer {
    pub const ALL: [Answer; 3] = [Answer::RingsTrue, Answer::NotQuite, Answer::Later];
}
