//! A change at work: whom it touches, which needs it serves and threatens, what is in whose hands, and what is planned.
//! Never holds who said what: what people handed over is here only as counts (`change::counted`).

mod counted;

use std::sync::Arc;

use super::day::Day;
use super::id::{ChangeId, GroupId, HandoverId, MeasureId};
use super::invitation::Invitation;
use super::mark::Hands;
use super::moment::Line;
use super::naming::Listed;
use super::short_text::ShortText;
use crate::vocabulary::{Feeling, Judgement, Need};

pub use counted::{Counted, Counts};

/// A group as it is called at work. At most 60 characters.
pub type GroupName = ShortText<60>;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChangeMap {
    pub id: ChangeId,
    pub begun_on: Day,
    /// The change in a sentence.
    pub sentence: Option<Line>,
    /// In the order they were named.
    pub groups: Vec<Arc<Group>>,
    /// What is planned.
    pub measures: Vec<Measure>,
    /// With which people may hand a worksheet over, to be counted.
    pub invitation: Option<Arc<Invitation>>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    pub id: GroupId,
    pub name: GroupName,
    /// At most one for each need, in the order they were marked.
    pub touches: Vec<Touch>,
    /// What is in whose hands, in words.
    pub in_hands: Vec<InHands>,
    /// What is heard from them.
    pub feelings: Vec<Listed<Feeling>>,
    pub judgements: Vec<Listed<Judgement>>,
    pub counted: Counted,
}

/// What the change does to a need of a group.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Touch {
    pub need: Listed<Need>,
    pub kind: TouchKind,
    /// Whose hands it is in, as the group would say.
    pub hands: Option<Hands>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TouchKind {
    Serves,
    Threatens,
}

/// Something that the group controls, can influence, or cannot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InHands {
    pub text: Line,
    pub hands: Hands,
}

/// Something planned, and which needs of which groups it answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Measure {
    pub id: MeasureId,
    pub text: Line,
    pub answers: Vec<(GroupId, Listed<Need>)>,
}

impl ChangeMap {
    pub const MOST_GROUPS: usize = 20;
    pub const MOST_MEASURES: usize = 200;

    pub fn new(id: ChangeId, begun_on: Day) -> ChangeMap {
        ChangeMap {
            id,
            begun_on,
            sentence: None,
            groups: Vec::new(),
            measures: Vec::new(),
            invitation: None,
        }
    }

    pub fn group(&self, id: GroupId) -> Option<&Arc<Group>> {
        self.groups.iter().find(|it| it.id == id)
    }

    /// Changes one group and gives what `change` gives; `None` where there is no such group.
    pub fn change_group<R>(
        &mut self,
        id: GroupId,
        change: impl FnOnce(&mut Group) -> R,
    ) -> Option<R> {
        self.groups.iter_mut().find(|it| it.id == id).map(Arc::make_mut).map(change)
    }

    /// Takes a worksheet for a group. Whether it was new: in no group here is it counted twice, or two groups that differ by one
    /// worksheet would tell what stands in it. `None` where there is no such group.
    pub fn take(&mut self, group: GroupId, id: HandoverId, one: &Counts) -> Option<bool> {
        self.group(group)?;
        if self.groups.iter().any(|it| it.counted.taken.contains(&id)) {
            return Some(false);
        }
        self.change_group(group, |it| it.counted.take(id, one))
    }

    /// Takes a group out, and out of what is planned. Whether there was one. By which its worksheets are known goes to another
    /// group: to count four of them again beside a different fifth would tell the two apart.
    pub fn remove_group(&mut self, id: GroupId) -> bool {
        let Some(place) = self.groups.iter().position(|it| it.id == id) else { return false };
        let removed = self.groups.remove(place);
        if let Some(other) = self.groups.first_mut().filter(|_| !removed.counted.taken.is_empty()) {
            Arc::make_mut(other).counted.taken.extend_from_slice(&removed.counted.taken);
        }
        for measure in &mut self.measures {
            measure.answers.retain(|(group, _)| *group != id);
        }
        true
    }
}

impl Group {
    pub fn new(id: GroupId, name: GroupName) -> Group {
        Group {
            id,
            name,
            touches: Vec::new(),
            in_hands: Vec::new(),
            feelings: Vec::new(),
            judgements: Vec::new(),
            counted: Counted::default(),
        }
    }

    pub fn touch(&self, need: &Listed<Need>) -> Option<&Touch> {
        self.touches.iter().find(|it| it.need == *need)
    }

    /// Says what the change does to a need; `None` takes it back, and with it whose hands it is in.
    pub fn mark(&mut self, need: Listed<Need>, kind: Option<TouchKind>) {
        let place = self.touches.iter().position(|it| it.need == need);
        match (place, kind) {
            (Some(place), Some(kind)) => self.touches[place].kind = kind,
            (Some(place), None) => drop(self.touches.remove(place)),
            (None, Some(kind)) => self.touches.push(Touch { need, kind, hands: None }),
            (None, None) => {}
        }
    }
}

impl Measure {
    pub fn new(id: MeasureId, text: Line) -> Measure {
        Measure { id, text, answers: Vec::new() }
    }

    /// Says that it answers a need of a group, or takes that back.
    pub fn answer(&mut self, group: GroupId, need: Listed<Need>, answers: bool) {
        self.answers.retain(|it| *it != (group, need.clone()));
        if answers {
            self.answers.push((group, need));
        }
    }
}
