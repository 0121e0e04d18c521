//! What to take into the next meeting: at most five needs to ask about, each with what it rests on.
//! Never a script and never a verdict; what may be exactly what happened is not translated, and danger is not asked about.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{NeedIn, left_out, unmarked};
use crate::domain::{ChangeMap, Group, GroupId, Hands, Listed};
use crate::order;
use crate::vocabulary::{Danger, Feeling, Judgement, Need, PointsTo};

/// More would be a script.
pub const MOST_QUESTIONS: usize = 5;
/// So many of what is threatened come first; what is heard gets a word in.
const THREATENED_FIRST: usize = 3;
const HEARD: usize = 2;

/// A need to ask about; the vocabulary has the question (`Need::ask`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    pub need: Need,
    pub because: Because,
    /// Never empty; in the order of the map.
    pub groups: Vec<GroupId>,
}

/// What a question rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Because {
    /// The change threatens it in these groups, and nothing planned answers it there. Whether any of them has it in hand.
    Threatened { in_hand: bool },
    /// It may lie under a judgement that is heard from these groups.
    Judgement(Judgement),
    /// It may lie under a feeling that is heard from these groups.
    Feeling(Feeling),
    /// Worksheets of these groups speak of it as going short, and nobody has marked it.
    Counted,
}

/// First what is threatened and answered by nothing: in no one's hands first, then in most groups.
pub fn questions(map: &ChangeMap) -> Vec<Question> {
    let care = Care::of(map);
    let mut threatened = threatened(map);
    threatened.retain(|it| care.may_ask(it.need));
    let later = threatened.split_off(threatened.len().min(THREATENED_FIRST));
    let mut questions = threatened;
    let mut heard: Vec<Question> = Vec::new();
    for question in heard_and_counted(map, care) {
        let is_new = |all: &[Question]| all.iter().all(|it| it.need != question.need);
        if is_new(&questions) && is_new(&heard) && is_new(&later) {
            heard.push(question);
        }
    }
    let rest = heard.split_off(heard.len().min(HEARD));
    questions.extend(heard.into_iter().chain(later).chain(rest));
    questions.truncate(MOST_QUESTIONS);
    questions
}

fn threatened(map: &ChangeMap) -> Vec<Question> {
    let question = |NeedIn { need, groups }: NeedIn| {
        let in_hand = groups.iter().any(|it| is_in_hand(map, *it, &need));
        Some(Question { need: need.known()?, because: Because::Threatened { in_hand }, groups })
    };
    let mut threatened: Vec<Question> = left_out(map).into_iter().filter_map(question).collect();
    order::sort_by_key(&mut threatened, |it| it.because == Because::Threatened { in_hand: true });
    threatened
}

fn is_in_hand(map: &ChangeMap, group: GroupId, need: &Listed<Need>) -> bool {
    let hands = map.group(group).and_then(|it| it.touch(need)).and_then(|it| it.hands);
    matches!(hands, Some(Hands::Mine | Hands::Influence))
}

/// Judgements, what was counted, feelings; each by how many groups it is heard from.
fn heard_and_counted(map: &ChangeMap, care: Care) -> Vec<Question> {
    let mut all = Vec::new();
    let judgements = by_groups(map, |it| it.judgements.clone());
    for (judgement, groups) in judgements.into_iter().filter(|_| !care.is_heavy) {
        let is_open = !judgement.may_be_harm() && !judgement.pleasant();
        let needs = if is_open { judgement.needs() } else { &[] };
        all.extend(beneath(map, care, needs, Because::Judgement(judgement), groups));
    }
    for (need, groups) in by_groups(map, counted_unmet) {
        all.extend(beneath(map, care, &[need], Because::Counted, groups));
    }
    let feelings = by_groups(map, |it| it.feelings.clone());
    for (feeling, groups) in feelings.into_iter().filter(|_| !care.is_heavy) {
        let needs = if feeling.points_to() == PointsTo::Met { &[] } else { feeling.needs() };
        all.extend(beneath(map, care, needs, Because::Feeling(feeling), groups));
    }
    all
}

fn counted_unmet(group: &Group) -> Vec<Listed<Need>> {
    unmarked(group).into_iter().filter(|it| it.unmet.is_some()).map(|it| it.need).collect()
}

/// The first of these needs that may be asked about and is not on the map already, for any of these groups.
fn beneath(
    map: &ChangeMap,
    care: Care,
    needs: &[Need],
    because: Because,
    groups: Vec<GroupId>,
) -> Option<Question> {
    let is_marked = |need: Need| {
        let touches = |id: &GroupId| map.group(*id)?.touch(&Listed::Known(need));
        groups.iter().any(|id| touches(id).is_some())
    };
    let need = needs.iter().copied().find(|need| care.may_ask(*need) && !is_marked(*need))?;
    Some(Question { need, because, groups })
}

/// In most groups first, then as the vocabulary has them.
fn by_groups<T: Copy + Ord>(
    map: &ChangeMap,
    heard: impl Fn(&Group) -> Vec<Listed<T>>,
) -> Vec<(T, Vec<GroupId>)> {
    let mut found: BTreeMap<T, Vec<GroupId>> = BTreeMap::new();
    for group in &map.groups {
        for it in heard(group).iter().filter_map(Listed::known) {
            found.entry(it).or_default().push(group.id);
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    order::sort_by_key(&mut found, |(_, groups)| Reverse(groups.len()));
    found
}

/// What must not be asked where someone may be at risk, or was harmed. Source: docs/vocabulary.md, section 7, rule 6.
#[derive(Clone, Copy)]
struct Care {
    is_heavy: bool,
    was_harmed: bool,
}

impl Care {
    fn of(map: &ChangeMap) -> Care {
        let lines = map.groups.iter().flat_map(|it| &it.in_hands).map(|it| &it.text);
        let lines = lines.chain(&map.sentence).chain(map.measures.iter().map(|it| &it.text));
        let danger: Vec<Danger> = lines.filter_map(|it| Danger::find(it.as_str())).collect();
        let judgements =
            || map.groups.iter().flat_map(|it| &it.judgements).filter_map(Listed::known);
        Care {
            is_heavy: !danger.is_empty(),
            was_harmed: danger.iter().any(|it| it.is_violence())
                || judgements().any(Judgement::may_be_harm),
        }
    }

    fn may_ask(self, need: Need) -> bool {
        let is_left_alone = self.was_harmed && need.is_not_asked_after_harm();
        need.is_offered_unasked() && !is_left_alone && !(self.is_heavy && need.asks_who())
    }
}
