//! Commands on changes at work: begun, opened, described; the groups a change touches, and what it does to each.
//! Never says what follows from it: that is insight's. Never holds who said what.

mod measures;
mod removals;
mod worksheets;

use std::sync::Arc;

use leptos::prelude::*;

use super::{Desk, Removal};
use crate::domain::change::GroupName;
use crate::domain::moment::Line;
use crate::domain::{
    Cabinet, ChangeId, ChangeMap, Group, GroupId, Hands, InHands, Listed, TextError, TouchKind,
};
use crate::reactive::{Look, memo};
use crate::vocabulary::{Feeling, Judgement, Need, fold};

pub(super) use removals::put_back;
pub use removals::{RemovedOfChange, removed_text};
pub use worksheets::NotCounted;

/// Why a change is as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotChanged {
    /// No change is open, or what was to be changed is not there any more.
    Gone,
    Text(TextError),
    /// Another group is called so, whatever its capitals and accents.
    Taken,
    /// There are as many groups, measures or lines as a change holds.
    Full,
    /// Another tab writes.
    OnlyReads,
}

/// Which change is open: in memory alone.
#[derive(Clone, Copy)]
pub(super) struct OpenChange {
    id: RwSignal<Option<ChangeId>>,
    map: Memo<Option<Arc<ChangeMap>>>,
}

impl OpenChange {
    pub(super) fn on(cabinet: RwSignal<Cabinet>) -> OpenChange {
        let id = RwSignal::new(None::<ChangeId>);
        let map = memo(move || cabinet.look(|it| it.change_map(id.get()?).cloned()));
        OpenChange { id, map }
    }
}

impl Desk {
    /// Measures of one change, and lines of one group: more than a meeting can speak of.
    pub const MOST_LINES: usize = 100;

    /// The change that is open; which one is nowhere but in memory.
    pub fn change_map(&self) -> Memo<Option<Arc<ChangeMap>>> {
        self.open_change.map
    }

    /// Begins a change of today and opens it. Its sentence may come later. Errors: too long, another tab writes.
    pub fn begin_change(&self, raw: &str) -> Result<ChangeId, NotChanged> {
        let sentence = sentence(raw)?;
        if !self.may_change() {
            return Err(NotChanged::OnlyReads);
        }
        let id = ChangeId((self.world.draw)());
        let map = ChangeMap { sentence, ..ChangeMap::new(id, self.today()) };
        self.change(|cabinet| cabinet.changes.push(Arc::new(map)));
        self.open_change(id);
        Ok(id)
    }

    pub fn open_change(&self, id: ChangeId) {
        self.open_change.id.set(Some(id));
    }

    pub fn close_change(&self) {
        self.open_change.id.set(None);
    }

    /// Deletes a change with its groups, its counts and the key of its invitation, for good: whoever asks for it was asked
    /// before. Whether it was there.
    pub fn delete_change(&self, id: ChangeId) -> bool {
        let is_there = self.cabinet.glance(|it| it.change_map(id).is_some());
        if !is_there || !self.may_change() {
            return false;
        }
        if self.open_change.id.get_untracked() == Some(id) {
            self.open_change.id.set(None);
        }
        self.removals.update(|all| {
            all.retain(|it| !matches!(it, Removal::OfChange { change, .. } if *change == id));
        });
        self.dismiss_notice();
        self.change(|cabinet| cabinet.changes.retain(|it| it.id != id));
        true
    }

    /// Says the open change in a sentence; an empty one takes it off. Errors: too long; what stood there stays.
    pub fn write_change(&self, raw: &str) -> Result<(), NotChanged> {
        let sentence = sentence(raw)?;
        self.with_change(|map| map.sentence = sentence)
    }

    /// Adds a group after the others. Errors: empty, too long, taken, full.
    pub fn add_group(&self, raw: &str) -> Result<GroupId, NotChanged> {
        let map = self.open_change.map.get_untracked().ok_or(NotChanged::Gone)?;
        let name = group_name(raw, &map, None)?;
        if map.groups.len() >= ChangeMap::MOST_GROUPS {
            return Err(NotChanged::Full);
        }
        let id = GroupId((self.world.draw)());
        self.with_change(|map| map.groups.push(Arc::new(Group::new(id, name))))?;
        Ok(id)
    }

    /// Errors: empty, too long, taken by another group.
    pub fn rename_group(&self, id: GroupId, raw: &str) -> Result<(), NotChanged> {
        let map = self.open_change.map.get_untracked().ok_or(NotChanged::Gone)?;
        let name = group_name(raw, &map, Some(id))?;
        self.with_group(id, |group| group.name = name)
    }

    /// Says what the open change does to a need of a group; `None` takes it back.
    pub fn mark_touch(
        &self,
        group: GroupId,
        need: Listed<Need>,
        kind: Option<TouchKind>,
    ) -> Result<(), NotChanged> {
        self.with_group(group, |it| it.mark(need, kind))
    }

    /// Says whose hands a need is in, as the group would say. Nothing happens where nothing is said of the need.
    pub fn set_touch_hands(
        &self,
        group: GroupId,
        need: &Listed<Need>,
        hands: Option<Hands>,
    ) -> Result<(), NotChanged> {
        self.with_group(group, |it| {
            let touch = it.touches.iter_mut().find(|it| it.need == *need);
            touch.into_iter().for_each(|it| it.hands = hands);
        })
    }

    /// Adds a line of what the group controls, can influence, or cannot. Errors: empty, too long, full.
    pub fn add_in_hands(&self, group: GroupId, raw: &str, hands: Hands) -> Result<(), NotChanged> {
        let text = Line::parse(raw).map_err(NotChanged::Text)?;
        self.with_group(group, |it| {
            let has_room = it.in_hands.len() < Self::MOST_LINES;
            if has_room {
                it.in_hands.push(InHands { text, hands });
            }
            has_room.then_some(()).ok_or(NotChanged::Full)
        })?
    }

    /// Says that a feeling is heard from the group, or takes that back.
    pub fn hear_feeling(&self, group: GroupId, feeling: Listed<Feeling>) -> Result<(), NotChanged> {
        self.with_group(group, |it| turn(&mut it.feelings, feeling))
    }

    /// The same of a judgement.
    pub fn hear_judgement(
        &self,
        group: GroupId,
        judgement: Listed<Judgement>,
    ) -> Result<(), NotChanged> {
        self.with_group(group, |it| turn(&mut it.judgements, judgement))
    }

    fn with_change<R>(&self, change: impl FnOnce(&mut ChangeMap) -> R) -> Result<R, NotChanged> {
        let id = self.open_change.id.get_untracked().ok_or(NotChanged::Gone)?;
        if !self.may_change() {
            return Err(NotChanged::OnlyReads);
        }
        self.change(|cabinet| cabinet.change_change_map(id, change)).ok_or(NotChanged::Gone)
    }

    fn with_group<R>(
        &self,
        id: GroupId,
        change: impl FnOnce(&mut Group) -> R,
    ) -> Result<R, NotChanged> {
        self.with_change(|map| map.change_group(id, change))?.ok_or(NotChanged::Gone)
    }
}

fn sentence(raw: &str) -> Result<Option<Line>, NotChanged> {
    match Line::parse(raw) {
        Ok(line) => Ok(Some(line)),
        Err(TextError::Empty) => Ok(None),
        Err(error) => Err(NotChanged::Text(error)),
    }
}

fn group_name(raw: &str, map: &ChangeMap, this: Option<GroupId>) -> Result<GroupName, NotChanged> {
    let name = GroupName::parse(raw).map_err(NotChanged::Text)?;
    if is_taken(map, &name, this) { Err(NotChanged::Taken) } else { Ok(name) }
}

/// Whether another group than `this` is called so.
fn is_taken(map: &ChangeMap, name: &GroupName, this: Option<GroupId>) -> bool {
    let folded = fold(name.as_str());
    let others = map.groups.iter().filter(|it| Some(it.id) != this);
    others.map(|it| fold(it.name.as_str())).any(|it| it == folded)
}

fn turn<T: PartialEq>(all: &mut Vec<T>, one: T) {
    match all.iter().position(|it| *it == one) {
        Some(place) => drop(all.remove(place)),
        None => all.push(one),
    }
}
