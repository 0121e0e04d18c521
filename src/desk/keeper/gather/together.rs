//! Puts the records of a conversation or a change together.
//! Never shows more participants or groups than there can be: what is beyond stays in its segment, and is named.

use std::sync::Arc;

use super::{Gathered, Owned};
use crate::desk::keeper::index::Index;
use crate::domain::{ChangeMap, Conversation, Group, PartId, Participant};
use crate::order;
use crate::vault::wire::Record;

pub fn conversation(records: Vec<Record>) -> Gathered {
    let (mut front, mut people, mut sheets) = (None, Vec::new(), Vec::new());
    for record in records {
        match record {
            Record::Conversation(it, order) => front = Some((it, order)),
            Record::Participant(it) => people.push(it),
            Record::Sheet(person, sheet) => sheets.push((person, sheet)),
            _ => {}
        }
    }
    let Some((conversation, listed)) = front else {
        return Gathered { owned: None, headless: Vec::new() };
    };
    let listed = listed.iter().map(|id| id.0).collect();
    let id = |it: &Participant| it.person.id.into();
    let (mut participants, mut headless) = in_order(people, id, listed, Conversation::MOST);
    order::sort_by_key(&mut sheets, |(person, sheet)| (*person, sheet.round));
    for (person, sheet) in sheets {
        match participants.iter_mut().find(|it| it.person.id == person) {
            Some(participant) => Arc::make_mut(participant).sheets.push(sheet),
            None if headless.contains(&person.into()) => {}
            None => headless.push(person.into()),
        }
    }
    let conversation = Conversation { participants, ..*conversation };
    Gathered { owned: Some(Owned::Conversation(conversation)), headless }
}

pub fn change(records: Vec<Record>) -> Gathered {
    let (mut front, mut groups, mut counts) = (None, Vec::new(), Vec::new());
    for record in records {
        match record {
            Record::Change(it, order) => front = Some((it, order)),
            Record::Group(it) => groups.push(it),
            Record::Counted(group, counted) => counts.push((group, counted)),
            _ => {}
        }
    }
    let Some((change, listed)) = front else {
        return Gathered { owned: None, headless: Vec::new() };
    };
    let listed = listed.iter().map(|id| id.0).collect();
    let id = |it: &Group| it.id.into();
    let (mut groups, mut headless) = in_order(groups, id, listed, ChangeMap::MOST_GROUPS);
    for (id, counted) in counts {
        match groups.iter_mut().find(|it| it.id == id) {
            Some(group) => Arc::make_mut(group).counted = *counted,
            None if headless.contains(&id.into()) => {}
            None => headless.push(id.into()),
        }
    }
    let change = ChangeMap { groups, ..*change };
    Gathered { owned: Some(Owned::Change(change)), headless }
}

/// As the front lists them; what it does not list comes last. Then what is beyond `most`.
fn in_order<T>(
    mut all: Vec<Arc<T>>,
    id: impl Fn(&T) -> PartId,
    listed: Vec<[u8; 8]>,
    most: usize,
) -> (Vec<Arc<T>>, Vec<PartId>) {
    let ranks = Index::new(listed);
    order::sort_by_key(&mut all, |it| ranks.find(id(it).0).unwrap_or(usize::MAX));
    let beyond = all.split_off(most.min(all.len()));
    (all, beyond.iter().map(|it| id(it)).collect())
}
