//! Vaults as someone left them who meant harm, kept as files whose names say the fault: each opens for ever to the same,
//! here and in the other reader. Never written again, unless on purpose: `ATTUNE_WRITE_GOLDEN=1` writes what is not there yet.

use std::rc::Rc;
use std::sync::Arc;

use attune::desk::keeper::{LockChoice, NotUnlocked, Opened, Opening, Refusal};
use attune::domain::{Cabinet, ConversationId, PersonId};
use attune::storage::{Memory, Slot};
use attune::vault::envelope::{self, Part, SegmentName};
use attune::vault::head::{self, Head};
use attune::vault::key::{Nonce, Vault, VaultId, VaultKey};
use attune::vault::lock::Lock;

use crate::faulty::copy;
use crate::golden;
use crate::keeper::{kept, open_slot};
use crate::keeper_hostile::{records, rewrite};
use crate::ledgers::now;
use crate::locked::{key, opening, passkey, passphrase};
use crate::now::Now;
use crate::samples;
use crate::shown::shown;

/// The answer of the passkey that opens each of them, and its place among the ways.
pub const ANSWER: u8 = 9;
const PLACE: usize = 1;

/// What was kept before the last save, and after it.
struct Made {
    before: Memory,
    after: Memory,
}

type Harm = fn(&Made) -> Memory;

/// Name, and what was done.
const FILES: [(&str, Harm); 25] = [
    ("nothing_done", |made| copy(&made.after)),
    ("nonce_short", |made| harmed(made, SECOND, |bytes| _ = bytes.remove(20))),
    ("nonce_flipped", |made| harmed(made, SECOND, |bytes| bytes[20] ^= 1)),
    ("tag_flipped", |made| harmed(made, SECOND, |bytes| *last(bytes) ^= 128)),
    ("truncated", |made| harmed(made, SECOND, |bytes| bytes.truncate(1024))),
    ("empty", |made| harmed(made, SECOND, Vec::clear)),
    ("version_99", |made| harmed(made, SECOND, |bytes| bytes[4] = 99)),
    ("seal_99", |made| harmed(made, SECOND, |bytes| bytes[5] = 99)),
    ("part_kept", |made| harmed(made, SECOND, |bytes| bytes[6] = 2)),
    ("in_clear", in_clear),
    ("missing", missing),
    ("swapped", swapped),
    ("rolled_back", |made| rolled_back(made, false)),
    ("rolled_back_and_renamed", |made| rolled_back(made, true)),
    ("from_another_vault", from_another_vault),
    ("head_tag_flipped", |made| harmed(made, NEWEST, |bytes| *last(bytes) ^= 1)),
    ("head_truncated", |made| harmed(made, NEWEST, |bytes| bytes.truncate(600))),
    ("head_version_99", |made| harmed(made, NEWEST, |bytes| bytes[4] = 99)),
    ("head_generation_lowered", |made| harmed(made, NEWEST, |bytes| bytes[12] -= 2)),
    ("cost_over_the_cap", |made| costing(made, [0, 0, 16, 0])),
    ("cost_over_the_cap_in_one_head", |made| cost_in(&made.after, NEWEST, [0, 0, 16, 0])),
    ("cost_under_the_floor", |made| costing(made, [0, 4, 0, 0])),
    ("open_laid_over_locked", open_laid_over),
    ("sheet_with_a_person", |_| with_strange(17)),
    ("two_fronts", |_| with_strange(15)),
];

/// The second person's segment: the settings and the first person come before it.
const SECOND: &str = "segment.3.4";
const NEWEST: &str = "head.1";

fn last(bytes: &mut [u8]) -> &mut u8 {
    bytes.last_mut().unwrap()
}

fn bytes_of(memory: &Memory, key: &str) -> Vec<u8> {
    memory.read(key).unwrap().unwrap()
}

/// Two people, each with a session; locked, then saved once more and swept.
fn made() -> Made {
    made_of(samples::cabinet(910, 2, 1, 2, 1_500), |_, _| {})
}

/// With something done before it is locked.
fn made_of(mut cabinet: Cabinet, harm: impl Fn(&Memory, PersonId)) -> Made {
    let after = kept(&cabinet);
    harm(&after, cabinet.journals[1].person.id);
    // Whatever was done, it opens, and names it.
    let (mut keeper, ..) = open_slot(after.clone()).unwrap();
    keeper.set_lock(LockChoice::Closed(vec![passphrase(1), passkey(ANSWER)])).unwrap();
    let before = copy(&after);
    set_aside(&mut cabinet);
    let mut keeper = enter(&after).ok().unwrap().keeper;
    keeper.save(&cabinet).unwrap();
    // Else whatever is harmed, the state before would stand in for it.
    keeper.sweep().unwrap();
    Made { before, after }
}

/// Everyone, or back again.
fn set_aside(cabinet: &mut Cabinet) {
    for journal in &mut cabinet.journals {
        Arc::make_mut(&mut Arc::make_mut(journal).person).set_aside ^= true;
    }
}

fn harmed(made: &Made, at: &str, harm: impl Fn(&mut Vec<u8>)) -> Memory {
    let memory = copy(&made.after);
    let mut bytes = bytes_of(&memory, at);
    harm(&mut bytes);
    memory.write(at, &bytes).unwrap();
    memory
}

/// Among the records of the second person one of a conversation, which bears the person's id.
fn with_strange(kind: u8) -> Memory {
    let harm = |memory: &Memory, second: PersonId| {
        let mut talk = samples::with_together(911, Cabinet::default()).conversations.remove(0);
        Arc::make_mut(&mut talk).id = ConversationId(second.0);
        let theirs = kept(&Cabinet { conversations: vec![talk], ..Cabinet::default() });
        let strange = records(&theirs).into_iter().find(|row| row.0 == kind).unwrap();
        rewrite(memory, "segment.3.1", |rows| rows.push(strange.clone()));
    };
    // The same two people as in the others.
    let nothing_done = golden::stored("hostile", "nothing_done");
    let mut cabinet = enter(&nothing_done).ok().unwrap().cabinet;
    set_aside(&mut cabinet);
    made_of(cabinet, harm).after
}

fn in_clear(made: &Made) -> Memory {
    let part = Part::Segment(SegmentName { id: 3, generation: 4 });
    let clear = envelope::close(part, b"", None).unwrap();
    harmed(made, SECOND, |bytes| bytes.clone_from(&clear))
}

fn missing(made: &Made) -> Memory {
    let memory = copy(&made.after);
    memory.remove(SECOND).unwrap();
    memory
}

fn swapped(made: &Made) -> Memory {
    let first = "segment.2.4";
    let memory = harmed(made, SECOND, |bytes| *bytes = bytes_of(&made.after, first));
    memory.write(first, &bytes_of(&made.after, SECOND)).unwrap();
    memory
}

fn rolled_back(made: &Made, is_renamed: bool) -> Memory {
    let keys = made.before.keys().unwrap();
    let old = keys.iter().find(|key| key.starts_with("segment.3.")).unwrap();
    harmed(made, SECOND, |bytes| {
        let name = bytes[..20].to_vec();
        *bytes = bytes_of(&made.before, old);
        if is_renamed {
            bytes[..20].copy_from_slice(&name);
        }
    })
}

fn from_another_vault(made: &Made) -> Memory {
    let other = self::made().after;
    harmed(made, SECOND, |bytes| *bytes = bytes_of(&other, SECOND))
}

/// Both heads ask for this much memory.
fn costing(made: &Made, memory: [u8; 4]) -> Memory {
    cost_in(&cost_in(&made.after, "head.0", memory), "head.1", memory)
}

/// The passphrase's way begins behind name, id, two lengths and the kind.
fn cost_in(store: &Memory, head: &str, cost: [u8; 4]) -> Memory {
    let memory = copy(store);
    let mut bytes = bytes_of(&memory, head);
    bytes[43..47].copy_from_slice(&cost);
    memory.write(head, &bytes).unwrap();
    memory
}

fn open_laid_over(made: &Made) -> Memory {
    let memory = copy(&made.after);
    let own = Rc::new(Vault { id: VaultId([1; 16]), key: VaultKey::from_bytes([1; 32]) });
    let forged = Head { generation: 6, next_segment: 1, ..Head::default() };
    let seal = (&Lock::opened_up(own), Nonce::draw(samples::draw).unwrap());
    memory.write("head.0", &head::write(&forged, Some(seal)).unwrap()).unwrap();
    memory
}

fn enter(memory: &Memory) -> Result<Opened, Option<Refusal>> {
    match opening(memory.clone()) {
        Err(refusal) => Err(Some(refusal)),
        Ok(Opening::Open(_)) => panic!("it opened without a key"),
        Ok(Opening::Locked(locked)) => {
            now(locked.unlock(PLACE, &key(ANSWER))).map_err(|error| match error {
                NotUnlocked::Refused(refusal) => Some(refusal),
                NotUnlocked::WrongKey(_) => None,
            })
        }
    }
}

/// What a person would be told, line by line, and the cabinet they would see.
fn told(memory: &Memory) -> (String, Option<Cabinet>) {
    let mut lines = Vec::new();
    if let Ok(Opening::Locked(locked)) = opening(memory.clone()) {
        lines.extend(locked.ways().into_iter().filter_map(Result::err).map(|it| format!("{it:?}")));
    }
    let opened = enter(memory);
    match &opened {
        Ok(opened) => {
            lines.extend(
                opened
                    .unread
                    .iter()
                    .map(|it| format!("{:?} {:?}", it.owner.map(|it| PersonId(it.0)), it.reason)),
            );
            lines.push(shown(&opened.cabinet));
        }
        Err(refusal) => lines.push(format!("refused: {refusal:?}")),
    }
    (lines.join("\n"), opened.ok().map(|opened| opened.cabinet))
}

/// Each file with what it opens to, if it opens.
pub fn all() -> impl Iterator<Item = (&'static str, Memory, Option<Cabinet>)> {
    FILES.iter().map(|(name, harm)| {
        let make = || harm(&made());
        let (memory, expected) = golden::stored_or_made("hostile", name, make, |it| told(it).0);
        let (told, cabinet) = told(&memory);
        assert!(told.trim() == expected.trim(), "{name}: it comes to\n{told}");
        (*name, memory, cabinet)
    })
}

#[test]
fn hostile_files_are_told_apart_for_ever_and_the_rest_of_each_opens() {
    let mut whole = Cabinet::default();
    for (name, memory, cabinet) in all() {
        let told = told(&memory).0;
        let is_named = ["Damaged", "Newer", "Missing"].iter().any(|reason| told.contains(reason));
        assert_eq!(is_named, name != "nothing_done", "{name}");
        if name == "nothing_done" {
            whole = cabinet.unwrap();
        } else if let Some(cabinet) = cabinet {
            // Two were swapped: neither opens. Of all else the first person's notes do, and nothing that nobody saved.
            let there = if name == "swapped" { 0 } else { 1 };
            assert!(cabinet.journals.len() >= there, "{name}: the rest opens");
            assert!(cabinet.journals.iter().all(|it| whole.journals.contains(it)), "{name}");
            assert!(cabinet.settings == whole.settings, "{name}");
        }
    }
}

#[test]
fn what_a_hostile_file_holds_is_not_written_over() {
    for (name, memory, _) in all() {
        let before = copy(&memory);
        let Ok(Opened { mut keeper, mut cabinet, .. }) = enter(&memory) else { continue };
        cabinet.settings = Arc::default();
        keeper.save(&cabinet).unwrap();
        let key = memory.keys().unwrap().into_iter().find(|key| key == SECOND);
        let there = key.map(|key| bytes_of(&memory, &key));
        assert!(there == before.read(SECOND).unwrap(), "{name}");
    }
}
