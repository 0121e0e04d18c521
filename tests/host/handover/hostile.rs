//! Files as someone might send them who means harm, or as they break on their way: each is refused by its reason, or read whole.
//! The small ones are kept, and their names say the fault. `ATTUNE_WRITE_GOLDEN=1` writes what is not there yet.

use std::fs;
use std::path::Path;

use attune::exchange::handover::{self, MOST_BYTES};
use attune::exchange::{Refused, Spot};
use miniz_oxide::deflate::compress_to_vec;
use serde_json::{Value, json};

use super::file::{json_of, unpacked};
use super::{all, journal, read, take_in, written};
use crate::exchange as notes;
use crate::samples::{self, Dice};

/// Packed by other hands, with any length and checksum.
pub fn packed(plain: &[u8], length: u32, sum: u32) -> Vec<u8> {
    let header = [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 0, 3];
    [&header, &compress_to_vec(plain, 6)[..], &sum.to_le_bytes(), &length.to_le_bytes()].concat()
}

fn whole() -> Value {
    json_of(&written(&all(401)))
}

fn spoilt(place: &str, fault: Value) -> Vec<u8> {
    let mut file = whole();
    *file.pointer_mut(place).unwrap() = fault;
    serde_json::to_vec(&file).unwrap()
}

fn twice(list: &str) -> Vec<u8> {
    let mut file = whole();
    let items = file.pointer_mut(list).unwrap().as_array_mut().unwrap();
    items.push(items[0].clone());
    serde_json::to_vec(&file).unwrap()
}

fn harmed(change: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let mut file = written(&all(401));
    change(&mut file);
    file
}

fn deep(open: &str, close: &str) -> Vec<u8> {
    let deep = [&open.repeat(10_000), "1", &close.repeat(10_000)].concat();
    format!("{{\"format\":\"attune-handover\",\"version\":1,\"sessions\":{deep}}}").into_bytes()
}

const ITEMS: &str = "/sessions/0/moments/0/items";

fn more_words() -> Vec<u8> {
    let word = |number: u64| json!({"id": format!("{number:016x}"), "text": "heavy", "kind": "need", "kin": null});
    spoilt("/own_words", json!((0..1_001).map(word).collect::<Vec<_>>()))
}

fn smuggled() -> Vec<u8> {
    let mut file = whole();
    file["sessions"][0]["reflection"] = json!("they are difficult");
    file["sessions"][0]["record"] = json!("they are difficult");
    file["sessions"][0]["sheet"] = json!({"form": "soap"});
    file["invitation"] = json!({"secret": "00"});
    serde_json::to_vec(&file).unwrap()
}

fn of_controls() -> Vec<u8> {
    let text = "\u{202E}\u{2066}\u{1}\u{1b}[31m<script>\u{FFFE}=1+1\u{2028}";
    let mut file = whole();
    file["sessions"][0]["summary"] = json!(text);
    file["sessions"][0]["moments"][0]["label"] = json!(text);
    serde_json::to_vec(&file).unwrap()
}

/// Name, what a reader makes of it, and how it was made.
type Row = (&'static str, &'static str, fn() -> Vec<u8>);

const FILES: [Row; 30] = [
    ("nothing_done", "read", || written(&all(401))),
    ("empty", "NotAttune", Vec::new),
    ("zip_renamed", "NotAttune", || b"PK\x03\x04\x14\0\0\0\x08\0moments.json".to_vec()),
    ("sealed_still", "NotAttune", || b"age-encryption.org/v1\n-> X25519 abc\n".to_vec()),
    ("backup_of_notes", "NotAttune", || notes::written(&samples::cabinet(1, 1, 1, 1, 10))),
    ("another_packed_file", "NotAttune", || packed(b"hello", 5, 0x3610_A686)),
    ("format_of_another", "NotAttune", || spoilt("/format", json!("other-handover"))),
    ("version_0", "/version", || spoilt("/version", json!(0))),
    ("version_2", "Newer 2", || spoilt("/version", json!(2))),
    ("version_99_and_nothing_else", "Newer 99", || {
        b"{\"format\":\"attune-handover\",\"version\":99}".to_vec()
    }),
    ("header_alone", "", || harmed(|file| file.truncate(10))),
    ("truncated", "", || harmed(|file| file.truncate(300))),
    ("checksum_flipped", "", || harmed(|file| *file.iter_mut().nth_back(7).unwrap() ^= 1)),
    ("body_flipped", "", || harmed(|file| file[200] ^= 16)),
    ("something_behind_it", "", || harmed(|file| file.extend_from_slice(b"more"))),
    ("packed_twice_in_a_row", "", || [written(&all(401)), written(&all(401))].concat()),
    ("bomb_that_says_little", "", || packed(&vec![b' '; MOST_BYTES * 4], 100, 0)),
    ("bomb_that_says_much", "TooLarge", || {
        packed(&vec![b' '; MOST_BYTES + 1], MOST_BYTES as u32 + 1, 0)
    }),
    ("lists_10000_deep", "line", || written_raw(&deep("[", "]"))),
    ("objects_10000_deep", "line", || written_raw(&deep("{\"a\":", "}"))),
    ("session_twice", "/sessions/3/id", || twice("/sessions")),
    ("moment_twice", "/sessions/0/moments/3/id", || twice("/sessions/0/moments")),
    ("own_words_1001", "TooLarge", more_words),
    ("item_twice", "/sessions/0/moments/0/items/1/id", || {
        let item = json!({"kind": "behaviour", "id": 1, "text": "x"});
        spoilt(ITEMS, json!([item, item]))
    }),
    ("need_affected_twice", "/sessions/0/moments/0/items/0/effects/1/word", || {
        let effect = json!({"word": {"id": "rest"}, "effect": "serves", "turned_out": "met"});
        let choice = json!({"kind": "choice", "id": 1, "text": "x", "effects": [effect, effect]});
        spoilt(ITEMS, json!([choice]))
    }),
    ("item_of_a_kind_to_come", "line", || spoilt(ITEMS, json!([{"kind": "dream", "id": 1}]))),
    ("label_too_long", "/sessions/0/moments/0/label", || {
        spoilt("/sessions/0/moments/0/label", json!("x".repeat(141)))
    }),
    ("summary_too_long", "/sessions/0/summary", || {
        spoilt("/sessions/0/summary", json!("x".repeat(20_001)))
    }),
    ("reflection_smuggled", "read", smuggled),
    ("controls_and_turned_text", "read", of_controls),
];

/// Packed rightly.
pub fn written_raw(plain: &[u8]) -> Vec<u8> {
    let sum = plain.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| match sum & 1 {
            1 => (sum >> 1) ^ 0xEDB8_8320,
            _ => sum >> 1,
        })
    });
    packed(plain, plain.len() as u32, !sum)
}

fn outcome(bytes: &[u8]) -> String {
    match handover::read(bytes) {
        Ok(_) => "read".to_owned(),
        Err(Refused::Newer { version }) => format!("Newer {version}"),
        Err(Refused::Damaged { at: Spot::Field(at) }) => at,
        Err(Refused::Damaged { at: Spot::Line { .. } }) => "line".to_owned(),
        Err(other) => format!("{other:?}"),
    }
}

#[test]
fn what_somebody_sends_is_refused_by_its_reason_for_ever() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/host/golden/hostile_handover");
    for (name, expected, make) in FILES {
        let file = folder.join(name);
        if std::env::var_os("ATTUNE_WRITE_GOLDEN").is_some() && !file.exists() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&file, make()).unwrap();
        }
        let bytes = fs::read(&file).unwrap_or_else(|error| panic!("{file:?}: {error}"));
        assert_eq!(outcome(&bytes), expected, "{name}");
    }
    let kept = fs::read_dir(&folder).unwrap().count();
    assert_eq!(kept, FILES.len(), "each file has its row");
}

#[test]
fn what_is_smuggled_into_a_handover_is_not_kept() {
    let after = take_in(&journal(402), &read(&smuggled()));
    for session in &after.sessions[journal(402).sessions.len()..] {
        assert!(session.reflection.is_empty() && session.record.is_empty());
        assert!(session.sheet == Default::default());
    }
    assert_eq!(after.invitation, journal(402).invitation);
}

#[test]
fn texts_keep_what_they_hold() {
    let handover = read(&of_controls());
    let summary = handover.sessions[0].summary.as_str();
    assert_eq!(summary, "\u{202E}\u{2066}\u{1}\u{1b}[31m<script>\u{FFFE}=1+1\u{2028}");
}

#[test]
fn what_is_larger_than_any_handover_is_refused_unread() {
    assert_eq!(handover::read(&vec![b' '; 50 * 1024 * 1024]), Err(Refused::TooLarge));
    let mut large = b"{\"format\":\"attune-handover\",\"version\":1}".to_vec();
    large.resize(MOST_BYTES + 1, b' ');
    assert_eq!(handover::read(&large), Err(Refused::TooLarge));
    // A bomb of as much as may be asks for no more room than that.
    let zeros = vec![0; MOST_BYTES];
    assert_eq!(handover::read(&written_raw(&zeros)), Err(Refused::NotAttune));
}

#[test]
fn no_truncation_and_no_flipped_bit_of_a_packed_file_is_read_otherwise() {
    let file = written(&all(403));
    for end in 0..file.len() {
        assert!(handover::read(&file[..end]).is_err(), "cut at {end}");
    }
    let whole = read(&file);
    for bit in 0..file.len() * 8 {
        let mut flipped = file.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        // The time and the system in the header, and the bits after the last one of deflate, say nothing of what is packed.
        assert!(!handover::read(&flipped).is_ok_and(|it| it != whole), "bit {bit}");
    }
}

#[test]
fn any_spoilt_text_is_read_whole_or_refused() {
    let json = unpacked(&written(&all(404)));
    for round in 0..400 {
        let mut dice = Dice::new(round);
        let mut spoilt = json.clone();
        for _ in 0..1 + dice.below(3) {
            let at = dice.below(spoilt.len());
            match dice.below(3) {
                0 => spoilt[at] ^= 1 << dice.below(8),
                1 => _ = spoilt.drain(at..(at + 1 + dice.below(30)).min(spoilt.len())),
                _ => spoilt[at] = dice.below(256) as u8,
            }
        }
        if let Ok(read) = handover::read(&spoilt) {
            assert!(super::read(&written(&read)) == read);
        }
    }
}
