//! What is different between two sessions: needs that stand otherwise, that came and that went, and feelings likewise.
//! Never calls a change better or worse, and never guesses why.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Tally;
use crate::domain::{Day, FeelingWord, NeedWord, Session};

/// From one session to a later one; each need stands in one list at most.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shift {
    pub from: Day,
    pub to: Day,
    /// Named both times, and nearer to met now.
    pub more_met: Vec<NeedWord>,
    /// Named both times, and further from met now.
    pub less_met: Vec<NeedWord>,
    /// Unmet both times.
    pub still_unmet: Vec<NeedWord>,
    pub newly_named: Vec<NeedWord>,
    pub not_named_now: Vec<NeedWord>,
    pub newly_felt: Vec<FeelingWord>,
    pub not_felt_now: Vec<FeelingWord>,
}

/// Up to the latest session in which something was named.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shifts {
    /// `None` where there is none before it.
    pub since_last: Option<Shift>,
    /// `None` where the first is also the one before.
    pub since_first: Option<Shift>,
}

/// Of sessions in the order of their days. Those in which nothing was named are passed over: a session that was only just
/// begun has not lost everything.
pub fn shifts(sessions: &[Arc<Session>]) -> Shifts {
    let mut telling = sessions.iter().filter(|session| tells(session));
    let (first, last) = (telling.next(), telling.next_back());
    let before = telling.next_back();
    match (first, before, last) {
        (Some(first), None, Some(last)) => {
            Shifts { since_last: Some(shift(first, last)), since_first: None }
        }
        (Some(first), Some(before), Some(last)) => {
            Shifts { since_last: Some(shift(before, last)), since_first: Some(shift(first, last)) }
        }
        _ => Shifts::default(),
    }
}

fn tells(session: &Session) -> bool {
    let names =
        |it: &crate::domain::Moment| it.felt().next().is_some() || it.needs().next().is_some();
    session.moments.iter().any(|moment| names(moment))
}

/// How near to met, where anything was said: unmet, something between, met.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Unmet,
    Between,
    Met,
}

fn level(tally: &Tally) -> Option<Level> {
    match (tally.met > 0, tally.partly > 0, tally.unmet > 0) {
        (false, false, false) => None,
        (true, false, false) => Some(Level::Met),
        (false, false, true) => Some(Level::Unmet),
        _ => Some(Level::Between),
    }
}

fn shift(from: &Session, to: &Session) -> Shift {
    let (before, now) = (needs(from), needs(to));
    let (felt_before, felt_now) = (feelings(from), feelings(to));
    let moved = |moves: fn(Level, Level) -> bool| {
        let both = now.iter().filter_map(|(need, tally)| {
            let levels = level(before.get(need)?).zip(level(tally));
            levels.filter(|(before, now)| moves(*before, *now)).map(|_| need.clone())
        });
        both.collect::<Vec<_>>()
    };
    let lacking = |of: &BTreeMap<NeedWord, Tally>, other: &BTreeMap<NeedWord, Tally>| {
        of.keys().filter(|need| !other.contains_key(need)).cloned().collect()
    };
    Shift {
        from: from.day,
        to: to.day,
        more_met: moved(|before, now| before < now),
        less_met: moved(|before, now| before > now),
        still_unmet: moved(|before, now| before == Level::Unmet && now == Level::Unmet),
        newly_named: lacking(&now, &before),
        not_named_now: lacking(&before, &now),
        newly_felt: felt_now.difference(&felt_before).cloned().collect(),
        not_felt_now: felt_before.difference(&felt_now).cloned().collect(),
    }
}

fn needs(session: &Session) -> BTreeMap<NeedWord, Tally> {
    let mut needs: BTreeMap<NeedWord, Tally> = BTreeMap::new();
    for mark in session.moments.iter().flat_map(|moment| moment.needs()) {
        needs.entry(mark.need.clone()).or_default().count(mark.standing);
    }
    needs
}

fn feelings(session: &Session) -> BTreeSet<FeelingWord> {
    let felt = session.moments.iter().flat_map(|moment| moment.felt());
    felt.map(|felt| felt.feeling.clone()).collect()
}
