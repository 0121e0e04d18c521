//! What has changed between two states of a conversation or a change.
//! Never writes a participant anew for a letter in a sheet, nor a group for what was counted.

use std::sync::Arc;

use super::Changes;
use crate::domain::{ChangeMap, Conversation, Counted, Group, Participant, Sheet};
use crate::vault::wire::{Place, Record};

/// From nothing, where the conversation is new.
pub fn between_conversations(old: Option<&Arc<Conversation>>, new: &Arc<Conversation>) -> Changes {
    let mut changes = Changes::default();
    if old.is_some_and(|old| Arc::ptr_eq(old, new)) {
        return changes;
    }
    let people = |it: &Conversation| it.participants.iter().map(|it| it.person.id).collect();
    let is_same_front = |old: &Arc<Conversation>| {
        let (before, after): (Vec<_>, Vec<_>) = (people(old), people(new));
        old.frame == new.frame && old.secret == new.secret && before == after
    };
    if !old.is_some_and(is_same_front) {
        let front = Conversation { participants: Vec::new(), ..Conversation::clone(new) };
        changes.put(Record::Conversation(Box::new(front), people(new)));
    }
    for participant in &new.participants {
        let old = old.and_then(|old| old.participant(participant.person.id));
        between_participants(old, participant, &mut changes);
    }
    for gone in old.iter().flat_map(|old| &old.participants) {
        if new.participant(gone.person.id).is_none() {
            changes.gone.push(gone.person.id.into());
        }
    }
    changes
}

fn between_participants(
    old: Option<&Arc<Participant>>,
    new: &Arc<Participant>,
    changes: &mut Changes,
) {
    if old.is_some_and(|old| Arc::ptr_eq(old, new)) {
        return;
    }
    let bare = |it: &Participant| Participant { sheets: Vec::new(), ..it.clone() };
    let front = bare(new);
    if old.is_none_or(|old| bare(old) != front) {
        changes.put(Record::Participant(Arc::new(front)));
    }
    let is_same = |old: &Arc<Sheet>, sheet: &Arc<Sheet>| Arc::ptr_eq(old, sheet) || old == sheet;
    for sheet in &new.sheets {
        let before = old.and_then(|old| old.sheet(sheet.round));
        if before.is_none_or(|before| !is_same(before, sheet)) {
            changes.put(Record::Sheet(new.person.id, Arc::clone(sheet)));
        }
    }
    for gone in old.iter().flat_map(|old| &old.sheets) {
        if new.sheet(gone.round).is_none() {
            changes.remove(Place::Sheet(new.person.id, gone.round));
        }
    }
}

/// From nothing, where the change is new.
pub fn between_changes(old: Option<&Arc<ChangeMap>>, new: &Arc<ChangeMap>) -> Changes {
    let mut changes = Changes::default();
    if old.is_some_and(|old| Arc::ptr_eq(old, new)) {
        return changes;
    }
    let groups = |it: &ChangeMap| it.groups.iter().map(|it| it.id).collect::<Vec<_>>();
    let bare = |it: &ChangeMap| ChangeMap { groups: Vec::new(), ..it.clone() };
    let (front, order) = (bare(new), groups(new));
    if old.is_none_or(|old| bare(old) != front || groups(old) != order) {
        changes.put(Record::Change(Box::new(front), order));
    }
    for group in &new.groups {
        between_groups(old.and_then(|old| old.group(group.id)), group, &mut changes);
    }
    for gone in old.iter().flat_map(|old| &old.groups) {
        if new.group(gone.id).is_none() {
            changes.gone.push(gone.id.into());
        }
    }
    changes
}

fn between_groups(old: Option<&Arc<Group>>, new: &Arc<Group>, changes: &mut Changes) {
    if old.is_some_and(|old| Arc::ptr_eq(old, new)) {
        return;
    }
    let bare = |it: &Group| Group { counted: Counted::default(), ..it.clone() };
    let front = bare(new);
    if old.is_none_or(|old| bare(old) != front) {
        changes.put(Record::Group(Arc::new(front)));
    }
    let nothing = Counted::default();
    if old.map_or(&nothing, |old| &old.counted) != &new.counted {
        let is_kept = new.counted != nothing;
        let record = is_kept.then(|| Record::Counted(new.id, Box::new(new.counted.clone())));
        changes.set(Place::Counted(new.id), record);
    }
}
