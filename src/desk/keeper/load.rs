//! One segment in memory: its payload as it is stored, and where each record lies in it.
//! Never changes a record that it could not read: such a one is copied byte by byte.

use std::ops::Range;

use super::Reason;
use super::index::Index;
use crate::domain::{OwnerId, PartId};
use crate::order;
use crate::vault::envelope::{self, Part, SegmentName};
use crate::vault::key::Vault;
use crate::vault::wire::{self, Nature, Place, Record};
use crate::vault::{kept, segment};

#[derive(Clone)]
pub struct Segment {
    pub name: SegmentName,
    /// In bytes, closed.
    pub stored: usize,
    /// One that could not be read is listed in every later head, and never written again.
    pub is_readable: bool,
    /// Of one that could not be read the bytes as they lay there; none where it is missing.
    pub payload: Vec<u8>,
    pub entries: Vec<Entry>,
}

#[derive(Clone)]
pub struct Entry {
    /// `None` for a record that could not be read.
    pub place: Option<Place>,
    pub part: Option<PartId>,
    pub range: Range<usize>,
}

/// What a segment gave when it was read.
pub struct Loaded {
    pub segment: Segment,
    pub records: Vec<Record>,
    pub unread: Vec<(Option<PartId>, Reason)>,
}

impl Segment {
    pub fn empty() -> Segment {
        Segment {
            name: SegmentName { id: 0, generation: 0 },
            stored: 0,
            is_readable: true,
            payload: Vec::new(),
            entries: Vec::new(),
        }
    }

    pub fn unreadable(name: SegmentName, bytes: Vec<u8>) -> Segment {
        Segment { name, is_readable: false, payload: bytes, ..Segment::empty() }
    }

    /// Adds the record that begins at `start` and ends where the payload does.
    pub fn note(&mut self, place: Option<Place>, part: Option<PartId>, start: usize) {
        self.entries.push(Entry { place, part, range: start..self.payload.len() });
    }

    /// Takes a record over from another payload, byte by byte.
    pub fn copy(&mut self, entry: &Entry, payload: &[u8]) {
        let start = self.payload.len();
        self.payload.extend_from_slice(&payload[entry.range.clone()]);
        self.note(entry.place, entry.part, start);
    }

    /// The same records, those of a kind beside each other, and where in the payload kinds meet: like beside like deflates
    /// better. Texts come last: all others name ids, and what names one again lies near. Of a kind they keep their order.
    /// After all comes the session or participant that is being written: so what is before it stays the same from save to save.
    pub fn by_kind(&self, written: Option<PartId>) -> (Segment, Vec<usize>) {
        let kind = |place: usize| match &self.entries[place] {
            entry if written.is_some() && entry.part == written => LAST,
            entry => kind_order(entry.place),
        };
        let places = order::places(self.entries.len(), &|one, other| kind(one).cmp(&kind(other)));
        let (mut sorted, mut cuts) = (Segment { name: self.name, ..Segment::empty() }, Vec::new());
        let mut last = None;
        for place in places {
            if last.is_some_and(|last| last != kind(place)) {
                cuts.push(sorted.payload.len());
            }
            last = Some(kind(place));
            sorted.copy(&self.entries[place], &self.payload);
        }
        (sorted, cuts)
    }

    /// Two segments of about half the payload each, neither empty. Asks for two entries at least. What belongs to one session,
    /// participant or group stays together where there is another: one edit is to touch one segment.
    pub fn halves(&self) -> (Segment, Segment) {
        let ids: Vec<_> = self.entries.iter().map(|it| it.part.map_or([0; 8], |id| id.0)).collect();
        let index = Index::new(ids.clone());
        let part = |place: usize| index.find(ids[place]);
        let places = order::places(ids.len(), &|one, other| part(one).cmp(&part(other)));
        let middle = self.middle(&places);
        let is_inside = |cut: &usize| part(places[*cut]) == part(places[cut - 1]);
        let cut = (1..=middle).rev().find(|cut| !is_inside(cut)).unwrap_or(middle);
        let (mut first, mut second) = (Segment::empty(), Segment::empty());
        for (at, place) in places.into_iter().enumerate() {
            let half = if at < cut { &mut first } else { &mut second };
            half.copy(&self.entries[place], &self.payload);
        }
        (first, second)
    }

    /// How many of these entries fill the first half, but neither none nor all of them.
    fn middle(&self, places: &[usize]) -> usize {
        let mut filled = 0;
        let fits = places.iter().take_while(|place| {
            filled += self.entries[**place].range.len();
            filled <= self.payload.len() / 2
        });
        fits.count().clamp(1, places.len() - 1)
    }
}

const LAST: u8 = u8::MAX;

fn kind_order(place: Option<Place>) -> u8 {
    match place {
        None | Some(Place::Settings | Place::Backups | Place::IdleTime) => 0,
        Some(Place::Person | Place::CoreNeeds | Place::ReviewBy | Place::Invitation) => 0,
        Some(Place::Conversation | Place::Change) => 0,
        Some(Place::Session(_) | Place::Received(_)) => 1,
        Some(Place::Participant(_) | Place::Group(_)) => 1,
        Some(Place::Moment(..) | Place::Sheet(..)) => 2,
        Some(Place::Reflection(_) | Place::Counted(_)) => 3,
        Some(Place::FileNote(_)) => 4,
        Some(Place::RecordSheet(_)) => 5,
        Some(Place::Summary(_)) => 6,
    }
}

/// Reads what `name` should hold. Errors: why nothing of it can be used.
pub fn load(name: SegmentName, bytes: &[u8], vault: Option<&Vault>) -> Result<Loaded, Reason> {
    let payload = match envelope::open(bytes, vault)? {
        (Part::Segment(it), payload) if it == name => payload,
        // It could not be read when the vault got its key. Whether it can be now is for the bytes inside to say.
        (Part::Kept(it), payload) if it == name => read_kept(&payload, name)?,
        _ => return Err(Reason::Damaged),
    };
    let mut entries = Vec::new();
    let (mut records, mut unread) = (Vec::new(), Vec::new());
    let mut rest = payload.as_slice();
    while !rest.is_empty() {
        let start = payload.len() - rest.len();
        let (frame, after) = segment::take(rest)?;
        let end = payload.len() - after.len();
        let place = match wire::read(&frame) {
            Ok(record) => {
                let place = record.place();
                records.push(record);
                Some(place)
            }
            Err(unreadable) => {
                unread.push((frame.part, unreadable.into()));
                None
            }
        };
        entries.push(Entry { place, part: frame.part, range: start..end });
        rest = after;
    }
    let segment = Segment { name, stored: bytes.len(), is_readable: true, payload, entries };
    Ok(Loaded { segment, records, unread })
}

/// What a later Attune can read of a segment that was sealed unread. It keeps its id; its generation is an older one.
fn read_kept(payload: &[u8], name: SegmentName) -> Result<Vec<u8>, Reason> {
    let (vault, bytes) = kept::read(payload)?;
    match envelope::open(bytes, vault.as_deref())? {
        (Part::Segment(it), payload) if it.id == name.id => Ok(payload),
        _ => Err(Reason::Damaged),
    }
}

impl Loaded {
    /// A record that lies with the wrong owner is not shown to anyone.
    pub fn at_home(mut self, owner: Option<OwnerId>) -> Loaded {
        let strange = self.records.iter().any(|record| !is_at_home(record, owner));
        if !strange {
            return self;
        }
        let placed = self.segment.entries.iter_mut().filter(|entry| entry.place.is_some());
        for (entry, record) in placed.zip(&self.records) {
            if !is_at_home(record, owner) {
                entry.place = None;
                self.unread.push((entry.part, Reason::Damaged));
            }
        }
        self.records.retain(|record| is_at_home(record, owner));
        self
    }
}

fn is_at_home(record: &Record, owner: Option<OwnerId>) -> bool {
    match record {
        Record::Person(person) => owner == Some(person.id.into()),
        Record::Conversation(conversation, _) => owner == Some(conversation.id.into()),
        Record::Change(change, _) => owner == Some(change.id.into()),
        _ => owner.is_none() == (record.place().nature() == Nature::Common),
    }
}
