//! What one head gives: the shelf of its segments, the cabinet in them, and what could not be read.
//! Never reads storage: it is handed what was read.

use std::rc::Rc;
use std::sync::Arc;

use super::gather::{Gathered, Owned, gather};
use super::judge::Gave;
use super::load::{Loaded, Segment};
use super::shelf::{Owner, Shelf};
use super::{Reason, Unread};
use crate::domain::{Cabinet, OwnerId};
use crate::order;
use crate::vault::envelope::SegmentName;
use crate::vault::head::{self, Head};
use crate::vault::wire::{Nature, Place, Record};

pub struct State {
    pub shelf: Shelf,
    pub cabinet: Cabinet,
    pub unread: Vec<Unread>,
}

impl Default for State {
    fn default() -> Self {
        State {
            // Ids begin at 1, so that 0 never names a segment.
            shelf: Shelf { next_segment: 1, ..Shelf::default() },
            cabinet: Cabinet::default(),
            unread: Vec::new(),
        }
    }
}

impl State {
    /// `gave` is what each segment gave, in the order of `Head::segments`.
    pub fn read(head: Head, gave: Vec<Gave>) -> State {
        let mut gave = gave.into_iter();
        let mut state = State::default();
        state.shelf.next_segment = head.next_segment;
        let (segments, records) = state.read_segments(&mut gave, &head.common, None);
        for record in records {
            match record {
                Record::Settings(settings) => state.cabinet.settings = settings,
                Record::Backups(backups) => state.cabinet.backups = backups,
                Record::IdleTime(time) => state.cabinet.idle_time = time,
                _ => {}
            }
        }
        state.shelf.common = segments.into_iter().map(Rc::new).collect();
        for owner in &head.owners {
            state.read_owner(&mut gave, owner);
        }
        state
    }

    fn name(&mut self, owner: Option<OwnerId>, reason: Reason) {
        self.unread.push(Unread { owner, part: None, reason });
    }

    /// Before all that is named already.
    pub fn name_first(&mut self, owner: Option<OwnerId>, reason: Reason) {
        self.unread.insert(0, Unread { owner, part: None, reason });
    }

    /// The segments of one owner, and the records in them.
    fn read_segments(
        &mut self,
        gave: &mut impl Iterator<Item = Gave>,
        names: &[SegmentName],
        owner: Option<OwnerId>,
    ) -> (Vec<Segment>, Vec<Record>) {
        let mut segments = Vec::with_capacity(names.len());
        let mut records = Vec::new();
        for (name, gave) in names.iter().zip(gave.by_ref()) {
            match gave {
                Ok(loaded) => {
                    let Loaded { segment, records: more, unread } = loaded.at_home(owner);
                    segments.push(segment);
                    records.extend(more);
                    let unread = unread.into_iter();
                    let named = unread.map(|(part, reason)| Unread { owner, part, reason });
                    self.unread.extend(named);
                }
                Err((reason, bytes)) => {
                    self.name(owner, reason);
                    segments.push(Segment::unreadable(*name, bytes));
                }
            }
        }
        let records = self.without_strange(&mut segments, records, owner);
        (segments, records)
    }

    /// Where two records claim one place, the first counts and the others are named and kept; so are those that do not belong
    /// to what their owner is.
    fn without_strange(
        &mut self,
        segments: &mut [Segment],
        mut records: Vec<Record>,
        owner: Option<OwnerId>,
    ) -> Vec<Record> {
        let is_strange = strange(&records);
        let mut at = 0;
        for entry in segments.iter_mut().flat_map(|segment| &mut segment.entries) {
            if entry.place.is_none() {
                continue;
            }
            if is_strange[at] {
                entry.place = None;
                let (part, reason) = (entry.part, Reason::Damaged);
                self.unread.push(Unread { owner, part, reason });
            }
            at += 1;
        }
        let mut is_strange = is_strange.into_iter();
        records.retain(|_| is_strange.next() == Some(false));
        records
    }

    fn read_owner(&mut self, gave: &mut impl Iterator<Item = Gave>, owner: &head::Owner) {
        let (id, named) = (owner.id, self.unread.len());
        let (segments, records) = self.read_segments(gave, &owner.segments, Some(id));
        let Gathered { owned, headless } = gather(records);
        let is_shown = owned.is_some();
        for part in headless {
            let (part, reason) = (Some(part), Reason::Missing);
            self.unread.push(Unread { owner: Some(id), part, reason });
        }
        match owned {
            Some(Owned::Journal(it)) => self.cabinet.journals.push(Arc::new(it)),
            Some(Owned::Conversation(it)) => self.cabinet.conversations.push(Arc::new(it)),
            Some(Owned::Change(it)) => self.cabinet.changes.push(Arc::new(it)),
            None if self.unread.len() == named => self.name(Some(id), Reason::Missing),
            None => {}
        }
        let segments = segments.into_iter().map(Rc::new).collect();
        self.shelf.owners.push(Owner { id, is_shown, segments });
    }
}

/// For each record, whether one before it claims its place, or says that its owner is something else.
fn strange(records: &[Record]) -> Vec<bool> {
    let places: Vec<Place> = records.iter().map(Record::place).collect();
    let front = places.iter().find(|place| place.is_front()).map(|place| place.nature());
    let is_of_owner = |place: &Place| {
        place.nature() == Nature::Common || front.is_none_or(|nature| nature == place.nature())
    };
    let order = order::places(places.len(), &|one, other| places[one].cmp(&places[other]));
    let mut is_strange: Vec<bool> = places.iter().map(|place| !is_of_owner(place)).collect();
    for pair in order.windows(2) {
        is_strange[pair[1]] |= places[pair[0]] == places[pair[1]];
    }
    is_strange
}
