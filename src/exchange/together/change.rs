//! Two states of one change at work, made one.
//! Never counts anybody twice: where nobody can say who stands in both counts, one of them counts.

use std::sync::Arc;

use super::{Draft, union};
use crate::domain::{ChangeMap, Counted, Group, GroupId, Measure, Touch};
use crate::exchange::invitation;
use crate::order;

pub(super) fn join(here: &ChangeMap, file: &ChangeMap) -> Draft<ChangeMap> {
    let sentence = here.sentence.clone().or_else(|| file.sentence.clone());
    let (invitation, _) = invitation::join(here.invitation.as_ref(), file.invitation.as_ref());
    let mut draft = Draft::new(ChangeMap { sentence, invitation, ..here.clone() });
    let after = draft.after.sentence.clone();
    draft.note(file.sentence.as_ref(), after.as_ref(), |it| it.as_str());
    let groups = join_all_groups(&mut draft, here, file);
    let measures = union(
        &here.measures,
        &file.measures,
        |it| it.id,
        |one, other| {
            if let (Some(here), Some(file)) = (one, other) {
                draft.note(Some(&file.text), Some(&here.text), |it| it.as_str());
            }
            join_measures(one, other)
        },
    );
    draft.left_out = groups.len().saturating_sub(ChangeMap::MOST_GROUPS)
        + measures.len().saturating_sub(ChangeMap::MOST_MEASURES);
    draft.after.groups = groups.into_iter().take(ChangeMap::MOST_GROUPS).collect();
    draft.after.measures = measures.into_iter().take(ChangeMap::MOST_MEASURES).collect();
    draft
}

fn join_all_groups(
    draft: &mut Draft<ChangeMap>,
    here: &ChangeMap,
    file: &ChangeMap,
) -> Vec<Arc<Group>> {
    let others = |id: GroupId| here.groups.iter().filter(move |it| it.id != id);
    let is_elsewhere = |group: &Group| {
        let mut taken = others(group.id).flat_map(|it| &it.counted.taken);
        taken.any(|id| group.counted.taken.contains(id))
    };
    union(
        &here.groups,
        &file.groups,
        |it| it.id,
        |one, other| match (one, other) {
            (Some(here), Some(file)) => {
                draft.note(Some(&file.name), Some(&here.name), |it| it.as_str());
                Some(join_groups(here, file, is_elsewhere(file)))
            }
            (None, Some(file)) if is_elsewhere(file) => {
                Some(Arc::new(Group { counted: Counted::default(), ..Group::clone(file) }))
            }
            (one, other) => one.or(other).cloned(),
        },
    )
}

fn join_measures(here: Option<&Measure>, file: Option<&Measure>) -> Option<Measure> {
    let (Some(here), Some(file)) = (here, file) else { return here.or(file).cloned() };
    let answers = with_new(&here.answers, &file.answers);
    Some(Measure { answers, ..here.clone() })
}

/// `is_elsewhere`: a worksheet that the file has counted for it is counted for another group here.
fn join_groups(here: &Arc<Group>, file: &Arc<Group>, is_elsewhere: bool) -> Arc<Group> {
    let touches = union(
        &here.touches,
        &file.touches,
        |it| it.need.clone(),
        |one, other| {
            let touch = one.or(other)?.clone();
            let hands = touch.hands.or_else(|| other.and_then(|it| it.hands));
            Some(Touch { hands, ..touch })
        },
    );
    let after = Group {
        id: here.id,
        name: here.name.clone(),
        touches,
        in_hands: with_new(&here.in_hands, &file.in_hands),
        feelings: with_new(&here.feelings, &file.feelings),
        judgements: with_new(&here.judgements, &file.judgements),
        counted: match is_elsewhere {
            true => here.counted.clone(),
            false => join_counted(&here.counted, &file.counted),
        },
    };
    if after == **here { Arc::clone(here) } else { Arc::new(after) }
}

fn with_new<T: PartialEq + Clone>(here: &[T], file: &[T]) -> Vec<T> {
    let mut all = here.to_vec();
    all.extend(file.iter().filter(|it| !here.contains(it)).cloned());
    all
}

/// The one that has counted all of the other's worksheets, else the one that has counted more. What was counted cannot be taken
/// apart again, and two sums may hold the same people. A worksheet that only the other had counted can be counted again: its
/// id is not among those that were taken.
fn join_counted(here: &Counted, file: &Counted) -> Counted {
    let ids = |it: &Counted| order::set(it.taken.iter().copied());
    let (mine, theirs) = (ids(here), ids(file));
    let is_files =
        !theirs.is_subset(&mine) && (mine.is_subset(&theirs) || theirs.len() > mine.len());
    if is_files { file.clone() } else { here.clone() }
}
