//! Puts together what was answered on two devices about needs that keep coming back: of each need the last answer counts.
//! Knows the day of an answer and no more of time: on one day, the answer that more traces stood behind counts.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::domain::CoreNeed;
use crate::order;

/// What counts on both sides, whichever comes first, and how many of these are the file's; where none is, the same pointer.
pub(super) fn join(here: &Arc<Vec<CoreNeed>>, file: &[CoreNeed]) -> (Arc<Vec<CoreNeed>>, usize) {
    let mut answers = Vec::clone(here);
    let places = order::map(here.iter().enumerate().map(|(at, answer)| (&answer.need, at)));
    let mut taken = 0;
    for answer in file {
        match places.get(&answer.need).and_then(|at| answers.get_mut(*at)) {
            Some(mine) if rank(mine) >= rank(answer) => continue,
            Some(mine) => *mine = answer.clone(),
            None => answers.push(answer.clone()),
        }
        taken += 1;
    }
    if taken == 0 {
        return (Arc::clone(here), 0);
    }
    // As they were given, as far as days tell.
    order::sort_by_key(&mut answers, |answer| answer.day);
    (Arc::new(answers), taken)
}

/// The higher counts. Of two on one day with as many traces it is the one that says more: what rings true, then what does
/// not quite, then what was put off. Two of one rank are the same answer.
fn rank(it: &CoreNeed) -> impl Ord + use<> {
    (it.day, it.traces, Reverse(it.answer))
}
