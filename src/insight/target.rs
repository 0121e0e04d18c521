//! Whether a choice or plan meets what goes short: which unmet needs it serves, which it costs, which it leaves out.
//! Never forbids and never advises: it only holds the two beside each other.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::core_need;
use super::reading::{Side, Spot};
use super::weighing::Weighing;
use crate::domain::{
    Answer, AreaName, Choice, Day, Effect, EffectKind, Item, Journal, NeedWord, Session, Standing,
};
use crate::order;

/// More than a glance takes in would hide the first.
const MOST: usize = 8;

/// An unmet need that a plan could serve.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    pub need: NeedWord,
    pub rank: Rank,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Rank {
    /// The person said that it rings true, or named it as core.
    RingsTrue,
    /// It keeps coming back, and nobody has answered yet.
    ComesBack,
    /// It was named, and stands unmet.
    Unmet,
}

/// What a plan does, held against the targets.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Hit {
    /// Targets first, in their order.
    pub serves: Vec<NeedWord>,
    pub costs: Vec<NeedWord>,
    /// In the order of the targets: the core one first.
    pub leaves_out: Vec<Target>,
}

/// Core needs first, then what keeps coming back, then what stands unmet, strongest first: at most eight, core needs always.
pub fn targets(journal: &Journal) -> Vec<Target> {
    let mut targets: Vec<Target> = Vec::new();
    let weighing = Weighing::new(&journal.sessions, Side::Unmet);
    let of_core = journal.core_needs.iter().filter(|it| it.answer == Answer::RingsTrue);
    let mut core: Vec<&NeedWord> = of_core.map(|it| &it.need).collect();
    weighing.strongest_first(&mut core);
    add(&mut targets, Rank::RingsTrue, core);
    let coming_back = core_need::candidates_of(&weighing, journal);
    add(&mut targets, Rank::ComesBack, coming_back.iter().map(|it| &it.need).collect());
    let unmet = needs_that_stand_unmet(&journal.sessions);
    let mut unmet: Vec<&NeedWord> = unmet.iter().collect();
    weighing.strongest_first(&mut unmet);
    add(&mut targets, Rank::Unmet, unmet);
    let core = targets.iter().filter(|it| it.rank == Rank::RingsTrue).count();
    targets.truncate(MOST.max(core));
    targets
}

fn add(targets: &mut Vec<Target>, rank: Rank, needs: Vec<&NeedWord>) {
    for need in needs {
        if targets.iter().all(|known| known.need != *need) {
            targets.push(Target { need: need.clone(), rank });
        }
    }
}

/// By the last day each need was marked in each area: what was unmet or partly met somewhere then.
fn needs_that_stand_unmet(sessions: &[Arc<Session>]) -> Vec<NeedWord> {
    let mut last: BTreeMap<(&NeedWord, Option<&AreaName>), (Day, Standing)> = BTreeMap::new();
    for session in sessions {
        for moment in &session.moments {
            for mark in moment.needs().filter(|mark| mark.standing != Standing::NotSaid) {
                let stands = (session.day, mark.standing);
                let known = last.entry((&mark.need, moment.area.as_ref())).or_insert(stands);
                // Of one day, what is short tells more to whoever plans than what is met.
                if stands.0 > known.0 || (stands.0 == known.0 && stands.1 < known.1) {
                    *known = stands;
                }
            }
        }
    }
    let unmet = last.into_iter().filter(|(_, (_, standing))| *standing != Standing::Met);
    let mut needs: Vec<NeedWord> = unmet.map(|((need, _), _)| need.clone()).collect();
    needs.dedup();
    needs
}

/// What a choice does to the targets. A target it costs is not also left out: that is said already, and more plainly.
pub fn hit(targets: &[Target], effects: &[Effect]) -> Hit {
    let of_kind = |kind: EffectKind| {
        let rank = |effect: &&Effect| targets.iter().position(|it| it.need == effect.need);
        let mut needs: Vec<&Effect> = effects.iter().filter(|it| it.kind == kind).collect();
        order::sort_by_key(&mut needs, |effect| rank(effect).unwrap_or(targets.len()));
        needs.into_iter().map(|effect| effect.need.clone()).collect::<Vec<_>>()
    };
    let touched = |target: &&Target| effects.iter().any(|effect| effect.need == target.need);
    Hit {
        serves: of_kind(EffectKind::Serves),
        costs: of_kind(EffectKind::Costs),
        leaves_out: targets.iter().filter(|target| !touched(target)).cloned().collect(),
    }
}

/// Every choice of a person, newest first, with where it stands.
pub fn choices(sessions: &[Arc<Session>]) -> Vec<(Spot, Choice)> {
    let mut sorted: Vec<&Arc<Session>> = sessions.iter().collect();
    order::sort_by_key(&mut sorted, |session| std::cmp::Reverse((session.day, session.begun)));
    let mut choices = Vec::new();
    for session in sorted {
        for moment in session.moments.iter().rev() {
            for item in moment.items.iter().rev() {
                if let Item::Choice(choice) = item {
                    choices.push(((session.id, moment.id), choice.clone()));
                }
            }
        }
    }
    choices
}
