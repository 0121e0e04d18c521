//! Taking a group, a measure or a line out of a change, and putting it back.
//! Never puts anything over what came since: a name that is taken by now stays with the other group.

use std::sync::Arc;

use crate::desk::{Desk, NotChanged, Removal};
use crate::domain::{ChangeMap, Group, GroupId, HandoverId, InHands, Listed, Measure, MeasureId};
use crate::reactive::Look;
use crate::vocabulary::Need;

use super::is_taken;

/// What was taken out of a change, whole, and where it stood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RemovedOfChange {
    Group {
        position: usize,
        group: Arc<Group>,
        /// What of it was answered by which measure.
        answers: Vec<(MeasureId, Listed<Need>)>,
    },
    Measure {
        position: usize,
        measure: Measure,
    },
    InHands {
        group: GroupId,
        position: usize,
        line: InHands,
    },
}

/// What is said of it: the name or the text it had.
pub fn removed_text(removed: &RemovedOfChange) -> &str {
    match removed {
        RemovedOfChange::Group { group, .. } => group.name.as_str(),
        RemovedOfChange::Measure { measure, .. } => measure.text.as_str(),
        RemovedOfChange::InHands { line, .. } => line.text.as_str(),
    }
}

impl Desk {
    /// Undo brings it back, with what was planned for it.
    pub fn remove_group(&self, id: GroupId) -> Result<(), NotChanged> {
        self.remove_of_change(|map| {
            let position = map.groups.iter().position(|it| it.id == id)?;
            let group = map.groups[position].clone();
            let answers = map.measures.iter().flat_map(|measure| {
                let of_it = measure.answers.iter().filter(|(group, _)| *group == id);
                of_it.map(|(_, need)| (measure.id, need.clone()))
            });
            let answers = answers.collect();
            map.remove_group(id);
            Some(RemovedOfChange::Group { position, group, answers })
        })
    }

    pub fn remove_measure(&self, id: MeasureId) -> Result<(), NotChanged> {
        self.remove_of_change(|map| {
            let position = map.measures.iter().position(|it| it.id == id)?;
            let measure = map.measures.remove(position);
            Some(RemovedOfChange::Measure { position, measure })
        })
    }

    /// Takes a line out of what is in whose hands, by its place in the group's list.
    pub fn remove_in_hands(&self, group: GroupId, position: usize) -> Result<(), NotChanged> {
        self.remove_of_change(|map| {
            let line = map.change_group(group, |it| {
                (position < it.in_hands.len()).then(|| it.in_hands.remove(position))
            })??;
            Some(RemovedOfChange::InHands { group, position, line })
        })
    }

    fn remove_of_change(
        &self,
        remove: impl FnOnce(&mut ChangeMap) -> Option<RemovedOfChange>,
    ) -> Result<(), NotChanged> {
        let change = self.open_change.map.glance(|it| it.as_ref().map(|it| it.id));
        let removed = self.with_change(remove)?.ok_or(NotChanged::Gone)?;
        if let Some(change) = change {
            self.remember(Removal::OfChange { change, removed });
        }
        Ok(())
    }
}

/// Whether it could be: its group may be gone, or its name another's.
pub fn put_back(map: &mut ChangeMap, removed: RemovedOfChange) -> bool {
    match removed {
        RemovedOfChange::Group { position, group, answers } => {
            let is_full = map.groups.len() >= ChangeMap::MOST_GROUPS;
            if is_full || map.group(group.id).is_some() || is_taken(map, &group.name, None) {
                return false;
            }
            let id = group.id;
            // By which its worksheets are known went to another group with it.
            for other in &mut map.groups {
                let taken = |it: &HandoverId| group.counted.taken.contains(it);
                if other.counted.taken.iter().any(taken) {
                    Arc::make_mut(other).counted.taken.retain(|it| !taken(it));
                }
            }
            map.groups.insert(position.min(map.groups.len()), group);
            for (measure, need) in answers {
                let measure = map.measures.iter_mut().find(|it| it.id == measure);
                measure.into_iter().for_each(|it| it.answer(id, need.clone(), true));
            }
            true
        }
        RemovedOfChange::Measure { position, mut measure } => {
            // A group may be gone by now, and what it answered of it too.
            measure.answers.retain(|(group, _)| map.group(*group).is_some());
            let is_free = map.measures.iter().all(|it| it.id != measure.id);
            if is_free {
                map.measures.insert(position.min(map.measures.len()), measure);
            }
            is_free
        }
        RemovedOfChange::InHands { group, position, line } => map
            .change_group(group, |it| it.in_hands.insert(position.min(it.in_hands.len()), line))
            .is_some(),
    }
}
