//! What a map of a change shows: the same need threatened in several groups, what is left out, and what is in whose hands.
//! Never says whether the change is right. Method: docs/insight.md.

mod count;
mod question;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::moment::Line;
use crate::domain::{ChangeMap, Group, GroupId, Hands, Listed, Touch, TouchKind};
use crate::order;
use crate::vocabulary::Need;

pub use count::{Cell, Tally, count, tally, unmarked};
pub use question::{Because, MOST_QUESTIONS, Question, questions};

/// What a change at work touches most often; offered before the others.
const WORKPLACE: [&str; 9] = [
    "clarity",
    "control",
    "fairness",
    "security",
    "competence",
    "recognition",
    "belonging",
    "meaning",
    "rest",
];

/// In this order.
pub fn workplace_needs() -> impl Iterator<Item = Need> {
    WORKPLACE.into_iter().filter_map(Need::from_id)
}

/// A need, and the groups of which something is so; never empty, in the order of the map.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NeedIn {
    pub need: Listed<Need>,
    pub groups: Vec<GroupId>,
}

/// What is in whose hands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Split {
    pub mine: Held,
    pub influence: Held,
    pub not_mine: Held,
    /// Needs of which nobody has said.
    pub not_said: Held,
}

/// In the order of the groups, and as it was written there.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Held {
    pub lines: Vec<(GroupId, Line)>,
    pub touches: Vec<(GroupId, Touch)>,
}

/// Needs that the change threatens in two groups or more; in most groups first.
pub fn threatened_in_several(map: &ChangeMap) -> Vec<NeedIn> {
    let mut needs = touched(map, |_, touch| touch.kind == TouchKind::Threatens);
    needs.retain(|it| it.groups.len() > 1);
    needs
}

/// Needs that the change serves; in most groups first.
pub fn served(map: &ChangeMap) -> Vec<NeedIn> {
    touched(map, |_, touch| touch.kind == TouchKind::Serves)
}

/// Needs that the change threatens where nothing planned answers them; in most groups first.
pub fn left_out(map: &ChangeMap) -> Vec<NeedIn> {
    touched(map, |group, touch| {
        let answers =
            |(whose, need): &(GroupId, Listed<Need>)| *whose == group.id && *need == touch.need;
        let is_answered = map.measures.iter().any(|it| it.answers.iter().any(answers));
        touch.kind == TouchKind::Threatens && !is_answered
    })
}

/// Of one group (`std::slice::from_ref`), or of all.
pub fn hands(groups: &[Arc<Group>]) -> Split {
    let mut split = Split::default();
    for group in groups {
        for line in &group.in_hands {
            split.of(Some(line.hands)).lines.push((group.id, line.text.clone()));
        }
        for touch in &group.touches {
            split.of(touch.hands).touches.push((group.id, touch.clone()));
        }
    }
    split
}

impl Split {
    fn of(&mut self, hands: Option<Hands>) -> &mut Held {
        match hands {
            Some(Hands::Mine) => &mut self.mine,
            Some(Hands::Influence) => &mut self.influence,
            Some(Hands::NotMine) => &mut self.not_mine,
            None => &mut self.not_said,
        }
    }
}

/// In most groups first; of equal ones those of the workplace, then as the vocabulary has them.
fn touched(map: &ChangeMap, is_so: impl Fn(&Group, &Touch) -> bool) -> Vec<NeedIn> {
    let mut found: BTreeMap<&Listed<Need>, Vec<GroupId>> = BTreeMap::new();
    for group in &map.groups {
        for touch in group.touches.iter().filter(|touch| is_so(group, touch)) {
            found.entry(&touch.need).or_default().push(group.id);
        }
    }
    let needs = found.into_iter().map(|(need, groups)| NeedIn { need: need.clone(), groups });
    let mut needs: Vec<NeedIn> = needs.collect();
    order::sort_by_key(&mut needs, |it| (Reverse(it.groups.len()), place(&it.need)));
    needs
}

/// Among the needs of the workplace; after them all others alike.
fn place(need: &Listed<Need>) -> usize {
    let id = need.known().map(Need::id);
    WORKPLACE.iter().position(|it| Some(*it) == id).unwrap_or(WORKPLACE.len())
}
