//! Version 1 of what was answered about needs that keep coming back: all of one person in one record.
//! Never takes two answers about one need: which of them counts nobody could say.

use serde::{Deserialize, Serialize};

use super::gate::{self, has_twice};
use super::{Unreadable, Word, numbers};
use crate::domain::CoreNeed;
use crate::vocabulary::Need;

#[derive(Serialize, Deserialize)]
pub(super) struct Answer<'a> {
    #[serde(borrow)]
    need: Word<'a>,
    answer: u8,
    day: i32,
    traces: u32,
}

pub(super) fn all_of(answers: &[CoreNeed]) -> Vec<Answer<'_>> {
    answers.iter().map(Answer::from).collect()
}

pub(super) fn all(wire: Vec<Answer>) -> Result<Vec<CoreNeed>, Unreadable> {
    let answers = wire.into_iter().map(CoreNeed::try_from).collect::<Result<Vec<_>, _>>()?;
    match has_twice(answers.iter().map(|it| &it.need)) {
        true => Err(Unreadable::Damaged),
        false => Ok(answers),
    }
}

impl<'a> From<&'a CoreNeed> for Answer<'a> {
    fn from(it: &'a CoreNeed) -> Self {
        Answer {
            need: gate::word_of(&it.need, Need::id),
            answer: numbers::of_answer(it.answer),
            day: it.day.number(),
            traces: it.traces,
        }
    }
}

impl TryFrom<Answer<'_>> for CoreNeed {
    type Error = Unreadable;

    fn try_from(wire: Answer) -> Result<Self, Unreadable> {
        Ok(CoreNeed {
            need: gate::naming(wire.need, Need::from_id)?,
            answer: numbers::answer(wire.answer)?,
            day: gate::day(wire.day)?,
            traces: wire.traces,
        })
    }
}
