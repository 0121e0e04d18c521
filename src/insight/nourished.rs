//! What is met: the needs that are fulfilled, what goes with it, where, and since when.
//! Never sets them against the unmet ones: they weigh as much.

use std::cmp::Reverse;
use std::sync::Arc;

use super::evidence::{Evidence, Naming, evidence, naming};
use super::reading::{ReadMoment, Side, Spot};
use super::weighing::{Account, Weighing};
use crate::domain::{Day, Item, NeedWord, Session};
use crate::order;

#[derive(Clone, PartialEq, Debug)]
pub struct Nourished {
    pub need: NeedWord,
    pub evidence: Evidence,
    /// The first day it was met after it was last named as unmet; `None` where that came last.
    pub since: Option<Day>,
    /// What was done or chosen in those moments, newest first.
    pub done: Vec<(Spot, Item)>,
}

/// What says most first. Needs that nobody has named only where they are core needs and come up twice.
pub fn nourished(sessions: &[Arc<Session>]) -> Vec<Nourished> {
    let weighing = Weighing::new(sessions, Side::Met);
    let mut found: Vec<(NeedWord, &Account, f32)> = Vec::new();
    for (number, account) in weighing.accounts() {
        let need = weighing.reading.numbering.need(number);
        if let Some(need) = need.filter(|need| is_met(&weighing, number, account, need)) {
            found.push((need, account, weighing.weight(account)));
        }
    }
    order::sort_by(&mut found, |(.., one), (.., other)| other.total_cmp(one));
    let nourished = found.into_iter().filter_map(|(need, account, _)| {
        Some(Nourished {
            evidence: evidence(&weighing, &need)?,
            need,
            since: since(&weighing, account),
            done: done(&weighing, account),
        })
    });
    nourished.collect()
}

/// A mark that says nothing of how the need stands makes it no met one.
fn is_met(weighing: &Weighing, number: usize, account: &Account, need: &NeedWord) -> bool {
    if naming(weighing, number, account) == Naming::NotYet {
        let core = need.known().is_some_and(|need| need.is_core() && need.is_offered_unasked());
        return core && account.witnesses.len() >= 2;
    }
    account.witnesses.iter().any(|it| it.is_plain())
}

fn since(weighing: &Weighing, account: &Account) -> Option<Day> {
    let day = |moment: usize| weighing.reading.day_of(moment);
    let denied = account.denied().map(day).max();
    let met = account.witnesses.iter().filter(|it| it.is_plain()).map(|it| day(it.moment));
    met.filter(|day| denied.is_none_or(|denied| *day > denied)).min()
}

fn done(weighing: &Weighing, account: &Account) -> Vec<(Spot, Item)> {
    let mut done = Vec::new();
    let moments = &weighing.reading.moments;
    let mut reads: Vec<&ReadMoment> =
        account.witnesses.iter().map(|it| &moments[it.moment]).collect();
    order::sort_by_key(&mut reads, |read| Reverse((read.day, read.spot)));
    for read in reads {
        let is_done = |item: &&Item| matches!(item, Item::Behaviour(_) | Item::Choice(_));
        let mut items: Vec<&Item> = read.moment.items.iter().filter(is_done).collect();
        order::sort_by_key(&mut items, |item| item.id());
        done.extend(items.into_iter().map(|item| (read.spot, item.clone())));
    }
    done
}
