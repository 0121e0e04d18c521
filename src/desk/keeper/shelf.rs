//! The segments as they lie in storage, held in memory, and where a changed record goes.
//! Never writes: it says which segments a save has to write.

use std::rc::Rc;

use super::SaveError;
use super::load::Segment;
use super::plan::Plan;
use crate::domain::{OwnerId, PartId};
use crate::order;
use crate::vault::TooLarge;
use crate::vault::envelope::SegmentName;
use crate::vault::head::{self, Head};
use crate::vault::wire::{self, Place, Record};

/// In bytes as stored. One edit rewrites one segment: smaller costs more in padding and keys, larger costs more per edit.
const TARGET: usize = 24 * 1024;
/// A segment larger than this is split.
const MOST: usize = 2 * TARGET;

/// One state of the vault. Copies share their segments.
#[derive(Clone, Default)]
pub struct Shelf {
    pub next_segment: u32,
    /// What belongs to no owner.
    pub common: Vec<Rc<Segment>>,
    pub owners: Vec<Owner>,
}

#[derive(Clone)]
pub struct Owner {
    pub id: OwnerId,
    /// Whether the journal, the conversation or the change is in the cabinet. One that could not be read is kept, out of sight.
    pub is_shown: bool,
    pub segments: Vec<Rc<Segment>>,
}

/// What becomes of one owner's records.
#[derive(Default)]
pub struct Changes {
    /// In the order they were made. `None` removes.
    puts: Vec<(Place, Option<Record>)>,
    /// Sessions, participants and groups of which all goes, also what could not be read.
    pub gone: Vec<PartId>,
}

impl Changes {
    pub fn put(&mut self, record: Record) {
        self.puts.push((record.place(), Some(record)));
    }

    pub fn remove(&mut self, place: Place) {
        self.puts.push((place, None));
    }

    /// What stands at `place` from now on; `None` removes.
    pub fn set(&mut self, place: Place, record: Option<Record>) {
        self.puts.push((place, record));
    }

    /// Where all of them are of one session, participant or group, that one.
    fn part(&self) -> Option<PartId> {
        let first = self.puts.first()?.0.part()?;
        self.puts.iter().all(|(place, _)| place.part() == Some(first)).then_some(first)
    }
}

impl Shelf {
    pub fn head(&self, generation: u64) -> Head {
        let names = |segments: &[Rc<Segment>]| segments.iter().map(|it| it.name).collect();
        let owners = self
            .owners
            .iter()
            .map(|owner| head::Owner { id: owner.id, segments: names(&owner.segments) });
        Head {
            generation,
            next_segment: self.next_segment,
            common: names(&self.common),
            owners: owners.collect(),
        }
    }
}

/// The segments of one owner after `changes`. What has to be written is added to the plan.
/// Errors: a record larger than any reader accepts, or no chance to seal it with.
pub fn rearrange(
    segments: &[Rc<Segment>],
    changes: Changes,
    plan: &mut Plan,
) -> Result<Vec<Rc<Segment>>, SaveError> {
    if changes.puts.is_empty() && changes.gone.is_empty() {
        return Ok(segments.to_vec());
    }
    plan.written = changes.part();
    let mut pending = Pending::new(changes);
    let mut drafts = Vec::with_capacity(segments.len());
    for segment in segments {
        drafts.push(match pending.touches(segment) {
            true => Draft::New(pending.rewrite(segment)?),
            false => Draft::Same(segment.clone()),
        });
    }
    place_new(&mut drafts, pending.take_rest())?;
    let mut arranged = Vec::with_capacity(drafts.len());
    for draft in drafts {
        match draft {
            Draft::Same(segment) => arranged.push(segment),
            Draft::New(room) => finish(room, plan, &mut arranged)?,
        }
    }
    Ok(arranged)
}

enum Draft {
    Same(Rc<Segment>),
    New(Room),
}

/// A segment being written anew.
struct Room {
    /// `None` for one that gets its id when it is finished.
    id: Option<u32>,
    /// In bytes as it was stored before, and how many of its payload that was: from these we guess what it will be.
    stored: usize,
    stored_payload: usize,
    segment: Segment,
}

impl Room {
    fn empty() -> Room {
        Room { id: None, stored: 0, stored_payload: 0, segment: Segment::empty() }
    }

    fn like(segment: &Segment) -> Room {
        Room {
            id: Some(segment.name.id),
            stored: segment.stored,
            stored_payload: segment.payload.len(),
            segment: Segment::empty(),
        }
    }

    fn has_room(&self) -> bool {
        // Prose deflates to a little less than half.
        let more = self.segment.payload.len().saturating_sub(self.stored_payload) * 15 / 32;
        self.stored + more < TARGET
    }

    fn push(&mut self, record: &Record) -> Result<(), TooLarge> {
        let place = record.place();
        let start = self.segment.payload.len();
        let payload = std::mem::take(&mut self.segment.payload);
        self.segment.payload = wire::push(payload, record)?;
        self.segment.note(Some(place), place.part(), start);
        Ok(())
    }
}

/// Changes by place, so that one walk over all entries finds what each becomes.
struct Pending {
    changes: Changes,
    /// Numbers of puts, in the order of their places.
    by_place: Vec<usize>,
}

impl Pending {
    fn new(changes: Changes) -> Pending {
        let puts = &changes.puts;
        let by_place = order::places(puts.len(), &|one, other| puts[one].0.cmp(&puts[other].0));
        Pending { changes, by_place }
    }

    fn find(&self, place: Option<Place>) -> Option<usize> {
        let place = place?;
        let puts = &self.changes.puts;
        let found = self.by_place.binary_search_by(|put| puts[*put].0.cmp(&place)).ok()?;
        Some(self.by_place[found])
    }

    fn is_gone(&self, part: Option<PartId>) -> bool {
        part.is_some_and(|part| self.changes.gone.contains(&part))
    }

    fn touches(&self, segment: &Segment) -> bool {
        let mut entries = segment.entries.iter();
        entries.any(|entry| self.is_gone(entry.part) || self.find(entry.place).is_some())
    }

    fn rewrite(&mut self, segment: &Segment) -> Result<Room, TooLarge> {
        let mut room = Room::like(segment);
        for entry in &segment.entries {
            if self.is_gone(entry.part) {
                continue;
            }
            match self.find(entry.place) {
                Some(found) => {
                    if let Some(record) = self.changes.puts[found].1.take() {
                        room.push(&record)?;
                    }
                }
                None => room.segment.copy(entry, &segment.payload),
            }
        }
        Ok(room)
    }

    /// What had no place yet, in the order it was given: a session's records lie together.
    fn take_rest(self) -> impl Iterator<Item = Record> {
        self.changes.puts.into_iter().filter_map(|(_, record)| record)
    }
}

/// New records go into the last segment while it has room, else into a new one.
fn place_new(
    drafts: &mut Vec<Draft>,
    records: impl Iterator<Item = Record>,
) -> Result<(), TooLarge> {
    for record in records {
        if let Some(Draft::Same(last)) = drafts.last()
            && last.stored < TARGET
            && last.is_readable
        {
            let mut room = Room::like(last);
            for entry in &last.entries {
                room.segment.copy(entry, &last.payload);
            }
            drafts.pop();
            drafts.push(Draft::New(room));
        }
        match drafts.last_mut() {
            Some(Draft::New(room)) if room.has_room() => room.push(&record)?,
            _ => {
                let mut room = Room::empty();
                room.push(&record)?;
                drafts.push(Draft::New(room));
            }
        }
    }
    Ok(())
}

/// Closes a room, in two where it has grown too large. An empty one is left out.
fn finish(room: Room, plan: &mut Plan, arranged: &mut Vec<Rc<Segment>>) -> Result<(), SaveError> {
    let segment = room.segment;
    if segment.entries.is_empty() {
        return Ok(());
    }
    let id = match room.id {
        Some(id) => id,
        None => plan.new_id()?,
    };
    let name = SegmentName { id, generation: plan.generation };
    let can_split = segment.entries.len() > 1;
    // Far too large is not worth deflating to find out.
    if can_split && segment.payload.len() > 8 * MOST {
        return finish_halves(id, &segment, plan, arranged);
    }
    let (closed, bytes) = plan.seal.close_segment(name, &segment, plan.written)?;
    if can_split && closed.stored > MOST {
        return finish_halves(id, &segment, plan, arranged);
    }
    plan.writes.push((name, bytes));
    arranged.push(Rc::new(closed));
    Ok(())
}

/// The first half keeps the id.
fn finish_halves(
    id: u32,
    segment: &Segment,
    plan: &mut Plan,
    arranged: &mut Vec<Rc<Segment>>,
) -> Result<(), SaveError> {
    let (first, second) = segment.halves();
    let first = Room { id: Some(id), segment: first, ..Room::empty() };
    finish(first, plan, arranged)?;
    finish(Room { segment: second, ..Room::empty() }, plan, arranged)
}
