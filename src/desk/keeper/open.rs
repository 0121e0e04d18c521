//! Opens what storage holds: which head counts, what can be read, and what is named and left alone.
//! Never writes.

use std::rc::Rc;
use std::sync::Arc;

use super::found::{Candidate, Found};
use super::gather::{Gathered, gather};
use super::load::{Loaded, Segment, load};
use super::plan::Seal;
use super::shelf::{Owner, Shelf};
use super::{Keeper, Opened, Reason, Refusal, Unread, segment_key};
use crate::domain::{Cabinet, PersonId};
use crate::order;
use crate::storage::Slot;
use crate::vault::envelope::SegmentName;
use crate::vault::head::{self, Head};
use crate::vault::key::{Draw, Vault};
use crate::vault::lock::Lock;
use crate::vault::wire::{Place, Record};

/// `key` is that of the lock that has been opened; `None` where there is none.
pub fn open(
    slot: Box<dyn Slot>,
    draw: Draw,
    found: Found,
    key: Option<&Rc<Vault>>,
) -> Result<Opened, Refusal> {
    let (candidates, damaged_heads) = found.open(key);
    let mut highest = candidates.iter().map(|it| it.head.generation).max().unwrap_or(0);
    let mut state = State::default();
    if damaged_heads > 0 {
        state.name(None, Reason::Damaged);
    }
    let has_former_lock = found.has_two_locks();
    let Found { heads, names: mut stale, .. } = found;
    let (generation, lock) = if candidates.is_empty() {
        // Before the first head come the segments of the first save. With nothing else there, that save never happened.
        let is_first = damaged_heads == 0 && stale.iter().all(|name| name.generation == 1);
        if !is_first {
            return Err(Refusal::Damaged);
        }
        // Where there is no chance to make a key from, notes are better kept in clear than not at all.
        (0, Lock::draw(draw).ok())
    } else {
        state.choose(slot.as_ref(), candidates)?
    };
    let mut listed = state.shelf.head(0).segments();
    order::sort(&mut listed);
    // A generation beyond the next is being written by another tab just now: not ours to remove.
    stale.retain(|name| name.generation <= highest + 2 && listed.binary_search(name).is_err());
    // A save that failed has used up its generation: no name is ever given twice.
    highest = stale.iter().map(|name| name.generation).fold(highest, u64::max);
    let State { shelf, cabinet, unread, .. } = state;
    let seal = Seal { lock, draw };
    let saved = cabinet.clone();
    let keeper =
        Keeper { slot, heads, generation, highest, seal, shelf, saved, stale, has_former_lock };
    Ok(Opened { keeper, cabinet, unread })
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
    /// Gives its generation, 0 where there is no head, and its lock.
    fn choose(
        &mut self,
        slot: &dyn Slot,
        candidates: Vec<Candidate>,
    ) -> Result<(u64, Option<Lock>), Refusal> {
        let mut best: Option<(State, (u64, Option<Lock>))> = None;
        let mut newest_was_damaged = false;
        for Candidate { head, lock } in candidates {
            let generation = head.generation;
            let state = read_state(slot, head, lock.as_ref().map(|lock| &**lock.vault()))?;
            let lacks = state.missing + state.damaged;
            let is_newest = best.is_none();
            newest_was_damaged |= is_newest && state.damaged > 0;
            if best.as_ref().is_none_or(|(best, _)| lacks < best.missing + best.damaged) {
                // A save cut short leaves segments out, and the state before it is right. A damaged one has lost something.
                if !is_newest && newest_was_damaged {
                    self.name(None, Reason::Damaged);
                }
                best = Some((state, (generation, lock)));
            }
            if lacks == 0 {
                break;
            }
        }
        let Some((state, chosen)) = best else { return Ok((0, None)) };
        let mut unread = std::mem::take(&mut self.unread);
        unread.extend(state.unread);
        *self = State { unread, ..state };
        Ok(chosen)
    }

    /// The segments of one owner, and the records in them.
    fn read_segments(
        &mut self,
        (slot, vault): Source,
        names: &[SegmentName],
        person: Option<PersonId>,
    ) -> Result<(Vec<Segment>, Vec<Record>), Refusal> {
        let mut segments = Vec::with_capacity(names.len());
        let mut records = Vec::new();
        for name in names {
            match load(*name, person, slot.read(&segment_key(*name))?, vault) {
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

    fn read_owner(&mut self, source: Source, owner: &head::Owner) -> Result<(), Refusal> {
        let person = owner.person;
        let named = self.unread.len();
        let (segments, records) = self.read_segments(source, &owner.segments, Some(person))?;
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

/// Where segments come from, and what they are sealed under.
type Source<'a> = (&'a dyn Slot, Option<&'a Vault>);

fn read_state(slot: &dyn Slot, head: Head, vault: Option<&Vault>) -> Result<State, Refusal> {
    let source = (slot, vault);
    let mut state = State::default();
    state.shelf.next_segment = head.next_segment;
    let (segments, records) = state.read_segments(source, &head.common, None)?;
    for record in records {
        if let Record::Settings(settings) = record {
            state.cabinet.settings = settings;
        }
    }
    state.shelf.common = segments.into_iter().map(Rc::new).collect();
    for owner in &head.owners {
        state.read_owner(source, owner)?;
    }
    Ok(state)
}
