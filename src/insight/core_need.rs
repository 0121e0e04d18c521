//! Which unmet needs keep coming back: at most three, each to be asked about, with all that it rests on.
//! Never a verdict: what the person answered goes before whatever is weighed here.

use std::sync::Arc;

use super::care::Care;
use super::evidence::{Evidence, Naming, evidence, naming};
use super::reading::Side;
use super::weighing::{Account, Weighing};
use crate::domain::{Answer, CoreNeed, Day, Journal, NeedWord, Session};
use crate::order;

/// More at once is a list, and no question.
pub const MOST: usize = 3;
/// What comes up once does not come back.
const FEWEST_MOMENTS: usize = 2;
/// What a need counts that is not among those the vocabulary calls core. One in the person's own words counts in full.
const NOT_CORE: f32 = 0.8;
/// Without unit. What was only pointed at on one day in one area weighs less.
const LEAST: f32 = 0.9;

#[derive(Clone, PartialEq, Debug)]
pub struct Candidate {
    pub need: NeedWord,
    pub evidence: Evidence,
}

/// Strongest first, at most three; of equal ones the first in the vocabulary, then the person's own.
/// `sessions` may be some of the journal's; what was answered is held against all of it.
pub fn candidates(sessions: &[Arc<Session>], journal: &Journal) -> Vec<Candidate> {
    candidates_of(&Weighing::new(sessions, Side::Unmet), journal)
}

/// The same from a weighing that is at hand.
pub fn candidates_of(weighing: &Weighing, journal: &Journal) -> Vec<Candidate> {
    let silent = silent_needs(journal);
    let mut found: Vec<(NeedWord, f32)> = Vec::new();
    for (number, account) in weighing.accounts() {
        let Some(need) = weighing.reading.numbering.need(number) else { continue };
        if silent.contains(&&need) || !may_be_asked(weighing, number, account, &need) {
            continue;
        }
        let weight = weighing.weight(account) * standing_among_needs(&need);
        if weight >= LEAST && Care::of(journal).may_name_word(&need) {
            found.push((need, weight));
        }
    }
    order::sort_by(&mut found, |(_, one), (_, other)| other.total_cmp(one));
    found.truncate(MOST);
    let with_evidence = found.into_iter().filter_map(|(need, _)| {
        let evidence = evidence(weighing, &need)?;
        Some(Candidate { need, evidence })
    });
    with_evidence.collect()
}

/// What was answered to ring true, and what is asked about: the needs that a look at everything should not leave out.
pub fn coming_back(journal: &Journal, asked: &[Candidate]) -> Vec<NeedWord> {
    let of_core = journal.core_needs.iter().filter(|it| it.answer == Answer::RingsTrue);
    of_core.map(|it| &it.need).chain(asked.iter().map(|it| &it.need)).cloned().collect()
}

fn standing_among_needs(need: &NeedWord) -> f32 {
    if need.known().is_none_or(|need| need.is_core()) { 1.0 } else { NOT_CORE }
}

/// A need that nobody has named is only asked about where the vocabulary calls it a core need.
fn may_be_asked(weighing: &Weighing, number: usize, account: &Account, need: &NeedWord) -> bool {
    let comes_back = account.witnesses.len() >= FEWEST_MOMENTS;
    comes_back
        && (naming(weighing, number, account) != Naming::NotYet
            || need.known().is_some_and(|need| need.is_core() && need.is_offered_unasked()))
}

/// The needs that an answer keeps from being asked about.
fn silent_needs(journal: &Journal) -> Vec<&NeedWord> {
    if journal.core_needs.is_empty() {
        return Vec::new();
    }
    let latest = journal.sessions.iter().map(|session| session.day).max();
    let weighing = Weighing::new(&journal.sessions, Side::Unmet);
    let silent = journal.core_needs.iter().filter(|it| is_silent(it, latest, &weighing));
    silent.map(|it| &it.need).collect()
}

fn is_silent(answered: &CoreNeed, latest: Option<Day>, weighing: &Weighing) -> bool {
    match answered.answer {
        Answer::RingsTrue => true,
        Answer::NotQuite => weighing.traces(&answered.need) <= answered.traces,
        Answer::Later => latest.is_none_or(|latest| latest <= answered.day),
    }
}

/// How many traces speak of a need in all sessions: what an answer is kept with.
pub fn traces(journal: &Journal, need: &NeedWord) -> u32 {
    Weighing::new(&journal.sessions, Side::Unmet).traces(need)
}
