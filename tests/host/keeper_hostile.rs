//! What cannot be read is named, kept as it is, and never written over; the rest opens.
//! Never accepts a panic, nor a cabinet that nobody saved.

use std::sync::Arc;

use attune::desk::keeper::{Keeper, Reason, Refusal, Unread};
use attune::domain::*;
use attune::storage::{Memory, Slot};
use attune::vault::Unreadable;
use attune::vault::envelope::{self, Part};
use attune::vault::key::Nonce;
use attune::vault::segment::{self, Frame};

use crate::faulty::copy;
use crate::keeper::{Now, kept, open_slot, vault_of};
use crate::samples;

/// Kind, version, session (or participant, or group) and body.
pub type Row = (u8, u8, Option<PartId>, Vec<u8>);

fn open(memory: &Memory) -> Result<(Keeper, Cabinet, Vec<Unread>), Refusal> {
    open_slot(memory.clone())
}

fn opened(memory: &Memory, key: &str) -> Result<(Part, Vec<u8>), Unreadable> {
    envelope::open(&memory.read(key).unwrap().unwrap(), vault_of(memory).as_deref())
}

fn segments(memory: &Memory) -> Vec<String> {
    let keys = memory.keys().unwrap().into_iter();
    keys.filter(|key| key.starts_with("segment")).collect()
}

/// Reads the envelope at `key`, changes its records, and closes it again.
pub fn rewrite(memory: &Memory, key: &str, change: impl Fn(&mut Vec<Row>)) {
    let (part, payload) = opened(memory, key).unwrap();
    let mut frames = Vec::new();
    let mut rest = payload.as_slice();
    while !rest.is_empty() {
        let (frame, after) = segment::take(rest).unwrap();
        frames.push((frame.kind, frame.version, frame.part, frame.body.to_vec()));
        rest = after;
    }
    change(&mut frames);
    let mut payload = Vec::new();
    for (kind, version, part, body) in &frames {
        let frame = Frame { kind: *kind, version: *version, part: *part, body };
        payload = segment::push(payload, &frame).unwrap();
    }
    let vault = vault_of(memory).unwrap();
    let seal = (&*vault, Nonce::draw(samples::draw).unwrap());
    memory.write(key, &envelope::close(part, &payload, Some(seal)).unwrap()).unwrap();
}

/// One person, one session of two moments, a reflection and a record; the settings; saved twice.
fn small() -> (Memory, Cabinet, Cabinet) {
    let mut old = samples::cabinet(31, 1, 1, 2, 40);
    old.settings = Arc::default();
    let memory = kept(&old);
    let (mut keeper, cabinet, _) = open(&memory).unwrap();
    let mut new = cabinet.clone();
    new.settings = samples::cabinet(31, 1, 1, 2, 40).settings;
    keeper.save(&new).unwrap();
    (memory, old, new)
}

/// Whatever was done to the bytes: an old state, the new one, less than that and named, or a refusal.
fn check_harmed(memory: &Memory, old: &Cabinet, new: &Cabinet, what: &str) {
    let before = copy(memory);
    if let Ok((_, cabinet, unread)) = open(memory) {
        let is_whole = cabinet == *new || cabinet == *old;
        assert!(is_whole || !unread.is_empty(), "{what}: less than was saved, and not named");
        for journal in &cabinet.journals {
            assert!(new.journals.contains(journal), "{what}: a journal nobody wrote");
        }
    }
    assert_eq!(memory.keys(), before.keys(), "{what}: opening wrote");
}

#[test]
fn a_flipped_bit_in_any_byte_of_a_small_vault_is_noticed() {
    let (memory, old, new) = small();
    for key in memory.keys().unwrap() {
        let bytes = memory.read(&key).unwrap().unwrap();
        for at in 0..bytes.len() {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << (at % 8); // That it does not matter which, vault.rs says of every bit.
            memory.write(&key, &flipped).unwrap();
            check_harmed(&memory, &old, &new, &format!("{key}, byte {at}"));
        }
        memory.write(&key, &bytes).unwrap();
    }
    assert!(open(&memory).unwrap().1 == new);
}

#[test]
fn every_truncation_of_a_small_vault_is_noticed() {
    let (memory, old, new) = small();
    for key in memory.keys().unwrap() {
        let bytes = memory.read(&key).unwrap().unwrap();
        for end in 0..bytes.len() {
            memory.write(&key, &bytes[..end]).unwrap();
            check_harmed(&memory, &old, &new, &format!("{key}, cut at {end}"));
        }
        memory.write(&key, &bytes).unwrap();
    }
}

#[test]
fn every_missing_or_swapped_key_is_noticed() {
    let (memory, old, new) = small();
    let keys = memory.keys().unwrap();
    for key in &keys {
        for other in keys.iter().map(Some).chain([None]) {
            let harmed = copy(&memory);
            match other {
                Some(other) => harmed.write(key, &memory.read(other).unwrap().unwrap()).unwrap(),
                None => harmed.remove(key).unwrap(),
            }
            check_harmed(&harmed, &old, &new, &format!("{key} from {other:?}"));
        }
    }
}

#[test]
fn without_a_head_nothing_is_opened() {
    let (memory, ..) = small();
    for key in ["head.0", "head.1"] {
        memory.remove(key).unwrap();
    }
    assert_eq!(open(&memory).err(), Some(Refusal::Damaged));
    memory.write("head.0", b"something else").unwrap();
    assert_eq!(open(&memory).err(), Some(Refusal::Damaged));
}

#[test]
fn a_newer_head_is_never_opened() {
    for key in ["head.0", "head.1"] {
        let (memory, ..) = small();
        let mut head = memory.read(key).unwrap().unwrap();
        head[4] = 2;
        memory.write(key, &head).unwrap();
        assert_eq!(open(&memory).err(), Some(Refusal::Newer), "{key}");
    }
}

#[test]
fn a_damaged_newest_head_gives_the_state_before_and_says_so() {
    let (memory, old, _) = small();
    memory.write("head.0", b"gone").unwrap();
    let (_, cabinet, unread) = open(&memory).unwrap();
    assert!(cabinet == old);
    assert_eq!(unread, [Unread { owner: None, part: None, reason: Reason::Damaged }]);
}

/// Two people; the second person's records are changed by `harm`. Then two saves that touch all that can be read.
fn check_kept(what: &str, harm: impl Fn(&mut Vec<Row>), expected: Reason) {
    let cabinet = samples::cabinet(36, 2, 2, 2, 60);
    let memory = kept(&cabinet);
    let key = "segment.3.1";
    let whole = memory.read(key).unwrap();
    rewrite(&memory, key, harm);
    let harmed = records(&memory);
    let (mut keeper, read, unread) = open(&memory).unwrap();
    assert!(unread.iter().any(|it| it.reason == expected), "{what}: {unread:?}");
    let others = |it: &Unread| it.owner != Some(cabinet.journals[1].person.id.into());
    assert!(!unread.iter().any(others) && read.journals[0] == cabinet.journals[0], "{what}");
    let mut changed = read.clone();
    for _ in 0..2 {
        for journal in &read.journals {
            changed.change_journal(journal.person.id, |journal| {
                Arc::make_mut(&mut journal.person).set_aside ^= true;
                let note = Note::parse("a new note").unwrap();
                for session in &mut journal.sessions {
                    Arc::make_mut(session).reflection = note.clone();
                }
            });
        }
        keeper.save(&changed).unwrap();
        keeper.sweep().unwrap();
        let (again, reread, still) = open(&memory).unwrap();
        assert!(reread == changed, "{what}");
        assert_eq!(still.len(), unread.len(), "{what}: still named");
        keeper = again;
        changed.settings = Arc::default();
    }
    let there = records(&memory);
    let unreadable = |record: &&Row| {
        let frame = Frame { kind: record.0, version: record.1, part: record.2, body: &record.3 };
        attune::vault::wire::read(&frame).is_err()
    };
    for record in harmed.iter().filter(unreadable) {
        assert!(there.contains(record), "{what}: kept as it was");
    }
    assert!(memory.read(key) != Ok(whole));
}

/// All records of all segments that open.
pub fn records(memory: &Memory) -> Vec<Row> {
    let mut records = Vec::new();
    for key in segments(memory) {
        let Ok((Part::Segment(_), payload)) = opened(memory, &key) else { continue };
        let mut rest = payload.as_slice();
        while !rest.is_empty() {
            let (frame, after) = segment::take(rest).unwrap();
            records.push((frame.kind, frame.version, frame.part, frame.body.to_vec()));
            rest = after;
        }
    }
    records
}

#[test]
fn a_record_that_cannot_be_read_is_kept_through_saves() {
    // Kinds: 2 the person, 3 a session's header, 4 its reflection, 5 its record, 6 a moment, 9 their core needs.
    for kind in (2..=6).chain([9]) {
        check_kept(
            &format!("version_99 of kind {kind}"),
            |frames| frames.iter_mut().filter(|it| it.0 == kind).for_each(|it| it.1 = 99),
            Reason::Newer,
        );
        check_kept(
            &format!("body_cut of kind {kind}"),
            |frames| frames.iter_mut().filter(|it| it.0 == kind).for_each(|it| _ = it.3.pop()),
            Reason::Damaged,
        );
    }
    check_kept("kind_99", |frames| frames.push((99, 1, None, b"to come".to_vec())), Reason::Newer);
    let doubled = |frames: &mut Vec<Row>| frames.extend(frames.clone());
    let cabinet = samples::cabinet(32, 2, 2, 2, 60);
    let memory = kept(&cabinet);
    rewrite(&memory, "segment.3.1", doubled);
    let (_, read, unread) = open(&memory).unwrap();
    assert!(read == cabinet && !unread.is_empty(), "doubled: the first counts");
}

#[test]
fn a_segment_that_cannot_be_read_is_kept_through_saves() {
    let cabinet = samples::cabinet(33, 3, 2, 2, 60);
    let second = cabinet.journals[1].person.id;
    type Harm = fn(&mut Vec<u8>);
    let harms: [(&str, Harm, Reason); 3] = [
        ("tag_flipped", |bytes| bytes[600] ^= 1, Reason::Damaged),
        ("format_2", |bytes| bytes[4] = 2, Reason::Newer),
        ("other_text", |bytes| *bytes = "zażółć".into(), Reason::Damaged),
    ];
    for (what, harm, reason) in harms {
        let memory = kept(&cabinet);
        let mut bytes = memory.read("segment.3.1").unwrap().unwrap();
        harm(&mut bytes);
        memory.write("segment.3.1", &bytes).unwrap();
        let (mut keeper, mut read, unread) = open(&memory).unwrap();
        assert_eq!(unread, [Unread { owner: Some(second.into()), part: None, reason }], "{what}");
        assert_eq!(read.journals.len(), 2, "{what}: the others open");
        for _ in 0..3 {
            let first = read.journals[0].person.id;
            read.change_journal(first, |journal| {
                Arc::make_mut(&mut journal.person).set_aside ^= true;
            });
            keeper.save(&read).unwrap();
            keeper.sweep().unwrap();
        }
        assert_eq!(memory.read("segment.3.1"), Ok(Some(bytes)), "{what}: kept byte by byte");
        let (_, again, unread) = open(&memory).unwrap();
        assert!(again == read, "{what}");
        assert_eq!(unread.len(), 1, "{what}: still named");
    }
}

#[test]
fn what_a_newer_version_wrote_for_a_deleted_session_goes_with_it() {
    let cabinet = samples::cabinet(34, 1, 2, 2, 60);
    let memory = kept(&cabinet);
    let gone = cabinet.journals[0].sessions[0].id;
    let part = Some(gone.into());
    rewrite(&memory, "segment.2.1", |frames| frames.push((77, 3, part, b"secret".to_vec())));
    let (mut keeper, mut read, unread) = open(&memory).unwrap();
    assert_eq!(unread[0].part, part);
    read.change_journal(cabinet.journals[0].person.id, |journal| _ = journal.remove_session(gone));
    keeper.save(&read).unwrap();
    keeper.sweep().unwrap();
    assert!(records(&memory).iter().all(|record| record.2 != part));
}

#[test]
fn unknown_keys_are_left_alone() {
    let cabinet = samples::cabinet(35, 1, 1, 1, 10);
    let memory = kept(&cabinet);
    let foreign = ["theme", "segment.x.1", "segment.1", "head.2", "segment.1.1.1"];
    foreign.iter().for_each(|key| memory.write(key, b"theirs").unwrap());
    let (mut keeper, mut read, unread) = open(&memory).unwrap();
    assert!(read == cabinet && unread.is_empty());
    read.settings = Arc::default();
    keeper.save(&read).unwrap();
    keeper.sweep().unwrap();
    for key in foreign {
        assert_eq!(memory.read(key), Ok(Some(b"theirs".to_vec())), "{key}");
    }
}
