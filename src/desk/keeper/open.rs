//! Opens what storage holds: which head counts, what can be read, and what is named and left alone.
//! Never writes.

use std::rc::Rc;
use std::sync::Arc;

use super::gather::{Gathered, gather};
use super::load::{Loaded, Segment, load};
use super::shelf::{Owner, Shelf};
use super::{HEAD_KEYS, Keeper, Reason, Refusal, Unread, parity, segment_key, segment_name};
use crate::domain::{Cabinet, PersonId};
use crate::order;
use crate::storage::{Slot, StorageError};
use crate::vault::Unreadable;
use crate::vault::envelope::SegmentName;
use crate::vault::head::{self, Head};
use crate::vault::wire::{Place, Record};

type Opened = (Keeper, Cabinet, Vec<Unread>);

pub fn open(slot: Box<dyn Slot>) -> Result<Opened, Refusal> {
    let heads = [slot.read(HEAD_KEYS[0])?, slot.read(HEAD_KEYS[1])?];
    let names: Vec<SegmentName> = slot.keys()?.iter().filter_map(|key| segment_name(key)).collect();
    let (candidates, damaged_heads) = read_heads(&heads)?;
    let highest = candidates.iter().map(|head| head.generation).max().unwrap_or(0);
    if candidates.is_empty() {
        // Before the first head come the segments of the first save. With nothing else there, that save never happened.
        let is_first = damaged_heads == 0 && names.iter().all(|name| name.generation == 1);
        if !is_first {
            return Err(Refusal::Damaged);
        }
    }
    let mut state = State::default();
    if damaged_heads > 0 {
        state.name(None, Reason::Damaged);
    }
    let generation = state.choose(slot.as_ref(), candidates)?;
    let mut listed = state.shelf.head(0).segments();
    order::sort(&mut listed);
    let mut stale = names;
    // A generation beyond the next is being written by another tab just now: not ours to remove.
    stale.retain(|name| name.generation <= highest + 2 && listed.binary_search(name).is_err());
    let saved = state.cabinet.clone();
    let keeper = Keeper { slot, heads, generation, highest, shelf: state.shelf, saved, stale };
    Ok((keeper, state.cabinet, state.unread))
}

/// The heads that can be read, newest first, and how many cannot. Errors: one of them is newer than this Attune.
fn read_heads(heads: &[Option<Vec<u8>>; 2]) -> Result<(Vec<Head>, usize), Refusal> {
    let mut candidates = Vec::new();
    let mut damaged = 0;
    for (place, bytes) in heads.iter().enumerate() {
        let Some(bytes) = bytes else { continue };
        match head::read(bytes) {
            // The last generations are refused, so that counting up from here cannot overflow.
            Ok(head) if parity(head.generation) == place && head.generation < u64::MAX / 2 => {
                candidates.push(head);
            }
            Ok(_) | Err(Unreadable::Damaged) => damaged += 1,
            Err(Unreadable::Newer) => return Err(Refusal::Newer),
        }
    }
    order::sort_by_key(&mut candidates, |head: &Head| std::cmp::Reverse(head.generation));
    Ok((candidates, damaged))
}

/// What one head gives.
struct State {
    shelf: Shelf,
    cabinet: Cabinet,
    unread: Vec<Unread>,
    /// Segments that are not there or cannot be opened.
    missing: usize,
    damaged: usize,
}

impl Default for State {
    fn default() -> Self {
        State {
            // Ids begin at 1, so that 0 never names a segment.
            shelf: Shelf { next_segment: 1, ..Shelf::default() },
            cabinet: Cabinet::default(),
            unread: Vec::new(),
            missing: 0,
            damaged: 0,
        }
    }
}

impl State {
    fn name(&mut self, person: Option<PersonId>, reason: Reason) {
        self.unread.push(Unread { person, session: None, reason });
    }

    /// Becomes the state of the newest whole head, or where none is whole, of the one that lacks least.
    /// Gives its generation; 0 where there is no head.
    fn choose(&mut self, slot: &dyn Slot, candidates: Vec<Head>) -> Result<u64, Refusal> {
        let mut best: Option<(State, u64)> = None;
        let mut newest_was_damaged = false;
        for head in candidates {
            let generation = head.generation;
            let state = read_state(slot, head)?;
            let lacks = state.missing + state.damaged;
            let is_newest = best.is_none();
            newest_was_damaged |= is_newest && state.damaged > 0;
            if best.as_ref().is_none_or(|(best, _)| lacks < best.missing + best.damaged) {
                // A save cut short leaves segments out, and the state before it is right. A damaged one has lost something.
                if !is_newest && newest_was_damaged {
                    self.name(None, Reason::Damaged);
                }
                best = Some((state, generation));
            }
            if lacks == 0 {
                break;
            }
        }
        let Some((state, generation)) = best else { return Ok(0) };
        let mut unread = std::mem::take(&mut self.unread);
        unread.extend(state.unread);
        *self = State { unread, ..state };
        Ok(generation)
    }

    /// The segments of one owner, and the records in them.
    fn read_segments(
        &mut self,
        slot: &dyn Slot,
        names: &[SegmentName],
        person: Option<PersonId>,
    ) -> Result<(Vec<Segment>, Vec<Record>), Refusal> {
        let mut segments = Vec::with_capacity(names.len());
        let mut records = Vec::new();
        for name in names {
            match load(*name, person, slot.read(&segment_key(*name))?) {
                Ok(Loaded { segment, records: more, unread }) => {
                    segments.push(segment);
                    records.extend(more);
                    let unread = unread.into_iter();
                    let named = unread.map(|(session, reason)| Unread { person, session, reason });
                    self.unread.extend(named);
                }
                Err(reason) => {
                    self.name(person, reason);
                    segments.push(Segment::unreadable(*name));
                    match reason {
                        Reason::Missing => self.missing += 1,
                        Reason::Damaged => self.damaged += 1,
                        Reason::Newer => {}
                    }
                }
            }
        }
        let records = self.without_doubles(&mut segments, records, person);
        Ok((segments, records))
    }

    /// Where two records claim one place, the first counts and the others are named and kept.
    fn without_doubles(
        &mut self,
        segments: &mut [Segment],
        mut records: Vec<Record>,
        person: Option<PersonId>,
    ) -> Vec<Record> {
        let is_double = doubles(&records);
        let mut at = 0;
        for entry in segments.iter_mut().flat_map(|segment| &mut segment.entries) {
            if entry.place.is_none() {
                continue;
            }
            if is_double[at] {
                entry.place = None;
                let (session, reason) = (entry.session, Reason::Damaged);
                self.unread.push(Unread { person, session, reason });
            }
            at += 1;
        }
        let mut is_double = is_double.into_iter();
        records.retain(|_| is_double.next() == Some(false));
        records
    }

    fn read_owner(&mut self, slot: &dyn Slot, owner: &head::Owner) -> Result<(), Refusal> {
        let person = owner.person;
        let named = self.unread.len();
        let (segments, records) = self.read_segments(slot, &owner.segments, Some(person))?;
        let Gathered { journal, headless } = gather(records);
        let is_shown = journal.is_some();
        for session in headless {
            let (session, reason) = (Some(session), Reason::Missing);
            self.unread.push(Unread { person: Some(person), session, reason });
        }
        match journal {
            Some(journal) => self.cabinet.journals.push(Arc::new(journal)),
            None if self.unread.len() == named => self.name(Some(person), Reason::Missing),
            None => {}
        }
        let segments = segments.into_iter().map(Rc::new).collect();
        self.shelf.owners.push(Owner { person, is_shown, segments });
        Ok(())
    }
}

/// For each record, whether one before it claims its place.
fn doubles(records: &[Record]) -> Vec<bool> {
    let places: Vec<Place> = records.iter().map(Record::place).collect();
    let order = order::places(places.len(), &|one, other| places[one].cmp(&places[other]));
    let mut is_double = vec![false; places.len()];
    for pair in order.windows(2) {
        is_double[pair[1]] = places[pair[0]] == places[pair[1]];
    }
    is_double
}

fn read_state(slot: &dyn Slot, head: Head) -> Result<State, Refusal> {
    let mut state = State::default();
    state.shelf.next_segment = head.next_segment;
    let (segments, records) = state.read_segments(slot, &head.common, None)?;
    for record in records {
        if let Record::Settings(settings) = record {
            state.cabinet.settings = settings;
        }
    }
    state.shelf.common = segments.into_iter().map(Rc::new).collect();
    for owner in &head.owners {
        state.read_owner(slot, owner)?;
    }
    Ok(state)
}

impl From<StorageError> for Refusal {
    fn from(_: StorageError) -> Self {
        Refusal::Blocked
    }
}
