//! What is met: the needs that are fulfilled, what goes with it, where, and since when.
//! Never sets them against the unmet ones: they weigh as much.

use std::sync::Arc;

use super::evidence::{Evidence, Naming, evidence, naming};
use super::reading::{Side, Spot};
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
    let mut found: Vec<(&NeedWord, &Account, f32)> = Vec::new();
    for (need, account) in &weighing.accounts {
        if is_met(&weighing, account, need) {
            found.push((need, account, weighing.weight(account)));
        }
    }
    order::sort_by(&mut found, |(.., one), (.., other)| other.total_cmp(one));
    let all = found.into_iter();
    all.filter_map(|(need, account, _)| {
        Some(Nourished {
            need: need.clone(),
            evidence: evidence(&weighing, need)?,
            since: since(&weighing, account),
            done: done(&weighing, account),
        })
    })
    .collect()
}

/// A mark that says nothing of how the need stands makes it no met one.
fn is_met(weighing: &Weighing, account: &Account, need: &NeedWord) -> bool {
    if naming(weighing, account, need) == Naming::NotYet {
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
    for witness in account.witnesses.iter().rev() {
        let read = &weighing.reading.moments[witness.moment];
        let is_done = |item: &&Item| matches!(item, Item::Behaviour(_) | Item::Choice(_));
        let mut items: Vec<&Item> = read.moment.items.iter().filter(is_done).collect();
        order::sort_by_key(&mut items, |item| item.id());
        done.extend(items.into_iter().map(|item| (read.spot, item.clone())));
    }
    done
}
