//! Feelings, the needs named with them, and the areas of life where: as nodes and links, with the moments behind each.
//! Never draws a link that nobody made: a feeling leads to a need only where both were named in one moment.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::reading::Spot;
use super::timeline::{Kin, kin};
use crate::domain::{AreaName, FeelingWord, Moment, NeedWord, Person, Session};
use crate::order;

/// So many feelings stand by their names; more, and families do.
const MOST_FEELINGS: usize = 10;
/// So many needs have a node of their own.
const MOST_NEEDS: usize = 10;

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FeelingNode {
    Word(FeelingWord),
    Kin(Kin),
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum NeedNode {
    Need(NeedWord),
    /// What is named less often than those that have a node.
    Others,
    /// Feelings of moments in which no need was named.
    NotNamed,
}

/// From a place in one list of nodes to a place in the next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    pub from: usize,
    pub to: usize,
    /// Never empty, no moment twice, in an order of their own.
    pub moments: Vec<Spot>,
}

/// What has links in common lies side by side; needs that are named more come first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct River {
    pub feelings: Vec<FeelingNode>,
    pub needs: Vec<NeedNode>,
    /// What has no area is a place too.
    pub areas: Vec<Option<AreaName>>,
    /// From feelings to needs.
    pub upper: Vec<Link>,
    /// From needs to areas.
    pub lower: Vec<Link>,
}

/// In whatever order sessions and moments come, the same river.
pub fn river(sessions: &[Arc<Session>], person: &Person) -> River {
    let by_name = feelings(sessions).len() <= MOST_FEELINGS;
    let own_nodes = most_named(sessions);
    let mut upper: Links<FeelingNode, NeedNode> = BTreeMap::new();
    let mut lower: Links<NeedNode, Place> = BTreeMap::new();
    for session in sessions {
        for moment in &session.moments {
            let source = (session.id, moment.id);
            let felt = moment.felt().map(|felt| match by_name {
                true => FeelingNode::Word(felt.feeling.clone()),
                false => FeelingNode::Kin(kin(&felt.feeling, person)),
            });
            let felt: BTreeSet<FeelingNode> = felt.collect();
            for need in needs(moment, &own_nodes, !felt.is_empty()) {
                for feeling in &felt {
                    upper.entry((feeling.clone(), need.clone())).or_default().insert(source);
                }
                let place = Place(moment.area.is_none(), moment.area.clone());
                lower.entry((need, place)).or_default().insert(source);
            }
        }
    }
    arranged(upper, lower)
}

type Links<From, To> = BTreeMap<(From, To), BTreeSet<Spot>>;

/// An area, or none, which comes after all.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place(bool, Option<AreaName>);

fn feelings(sessions: &[Arc<Session>]) -> BTreeSet<&FeelingWord> {
    let moments = sessions.iter().flat_map(|session| &session.moments);
    moments.flat_map(|moment| moment.felt()).map(|felt| &felt.feeling).collect()
}

/// The needs that get nodes of their own. One need beyond the most has its own too: "others" would take as much room.
fn most_named(sessions: &[Arc<Session>]) -> BTreeSet<NeedWord> {
    let mut counts: BTreeMap<&NeedWord, usize> = BTreeMap::new();
    for moment in sessions.iter().flat_map(|session| &session.moments) {
        for mark in moment.needs() {
            *counts.entry(&mark.need).or_default() += 1;
        }
    }
    let mut counts: Vec<(&NeedWord, usize)> = counts.into_iter().collect();
    order::sort_by_key(&mut counts, |(_, count)| std::cmp::Reverse(*count));
    if counts.len() > MOST_NEEDS + 1 {
        counts.truncate(MOST_NEEDS);
    }
    counts.into_iter().map(|(need, _)| need.clone()).collect()
}

fn needs(moment: &Moment, own_nodes: &BTreeSet<NeedWord>, has_felt: bool) -> BTreeSet<NeedNode> {
    let node = |need: &NeedWord| match own_nodes.contains(need) {
        true => NeedNode::Need(need.clone()),
        false => NeedNode::Others,
    };
    let named: BTreeSet<NeedNode> = moment.needs().map(|mark| node(&mark.need)).collect();
    match named.is_empty() && has_felt {
        true => BTreeSet::from([NeedNode::NotNamed]),
        false => named,
    }
}

fn arranged(upper: Links<FeelingNode, NeedNode>, lower: Links<NeedNode, Place>) -> River {
    let mut weights: BTreeMap<&NeedNode, usize> = BTreeMap::new();
    for ((need, _), moments) in &lower {
        *weights.entry(need).or_default() += moments.len();
    }
    let mut needs: Vec<NeedNode> = weights.keys().map(|need| (*need).clone()).collect();
    order::sort_by_key(&mut needs, |need| {
        let is_own = matches!(need, NeedNode::Need(_));
        (!is_own, std::cmp::Reverse(weights.get(need).copied().unwrap_or_default()))
    });
    let place = |need: &NeedNode| needs.iter().position(|it| it == need).unwrap_or_default();
    let feelings =
        by_pull(upper.iter().map(|((feeling, need), it)| (feeling, place(need), it.len())));
    let areas = by_pull(lower.iter().map(|((need, area), it)| (area, place(need), it.len())));
    let upper = upper.iter().map(|((feeling, need), moments)| Link {
        from: feelings.iter().position(|it| it == feeling).unwrap_or_default(),
        to: place(need),
        moments: moments.iter().copied().collect(),
    });
    let lower = lower.iter().map(|((need, area), moments)| Link {
        from: place(need),
        to: areas.iter().position(|it| it == area).unwrap_or_default(),
        moments: moments.iter().copied().collect(),
    });
    let (upper, lower) = (upper.collect(), lower.collect());
    River { feelings, needs, areas: areas.into_iter().map(|it| it.1).collect(), upper, lower }
}

/// Each node at the middle of what it is linked to, so that few bands cross; equal ones in their own order.
fn by_pull<'a, Node: Clone + Ord + 'a>(
    links: impl Iterator<Item = (&'a Node, usize, usize)>,
) -> Vec<Node> {
    let mut pulls: BTreeMap<&Node, (usize, usize)> = BTreeMap::new();
    for (node, place, weight) in links {
        let (pull, all) = pulls.entry(node).or_default();
        *pull += place * weight;
        *all += weight;
    }
    let mut nodes: Vec<(&Node, (usize, usize))> = pulls.into_iter().collect();
    // Thousandths of a place: whole numbers compare alike on every machine.
    order::sort_by_key(&mut nodes, |(_, (pull, all))| pull * 1000 / (*all).max(1));
    nodes.into_iter().map(|(node, _)| node.clone()).collect()
}
