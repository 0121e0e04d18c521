//! Whatever is done to a file: it is read whole or refused, and the reason names the place.
//! Never accepts a panic, nor a cabinet that lacks what the file has.

use attune::exchange::{self, Refused, Spot};
use serde_json::{Value, json};

use super::{any, read, written};
use crate::samples::{self, Dice};

pub fn value(seed: u64) -> Value {
    serde_json::from_slice(&written(&samples::cabinet(seed, 2, 2, 2, 60))).unwrap()
}

pub fn refused(bytes: &[u8]) -> Refused {
    exchange::read(bytes).unwrap_err()
}

fn list(value: &Value, name: &str) -> Vec<Value> {
    value[name].as_array().unwrap().clone()
}

/// How many people, own words, sessions, moments, items, dismissed needs, core needs, effects, amendments and asks there are, read
/// without us; and conversations, participants, sheets, requests, groups.
fn counts(file: &Value) -> [usize; 15] {
    let mut counts = [0; 15];
    // Files before version 4 have neither.
    for conversation in file["conversations"].as_array().into_iter().flatten() {
        counts[10] += 1;
        for participant in list(conversation, "participants") {
            counts[11] += 1;
            counts[12] += list(&participant, "sheets").len();
            counts[13] += list(&participant, "requests").len();
        }
    }
    for change in file["changes"].as_array().into_iter().flatten() {
        counts[14] += list(change, "groups").len();
    }
    for person in list(file, "people") {
        counts[0] += 1;
        counts[1] += list(&person, "own_words").len();
        counts[6] += list(&person, "core_needs").len();
        let asks = person["invitation"]["asks"].as_array();
        counts[9] += asks.map_or(0, Vec::len);
        for session in list(&person, "sessions") {
            counts[2] += 1;
            let amendments = session["sheet"]["amendments"].as_array();
            counts[8] += amendments.map_or(0, Vec::len);
            for moment in list(&session, "moments") {
                counts[3] += 1;
                let items = list(&moment, "items");
                counts[4] += items.len();
                let choices = items.iter().filter(|item| item["kind"] == "choice");
                counts[7] += choices.map(|item| list(item, "effects").len()).sum::<usize>();
                counts[5] += list(&moment, "dismissed").len();
            }
        }
    }
    counts
}

/// Read whole, or refused.
fn check_whole_or_refused(bytes: &[u8]) -> bool {
    let Ok(read) = exchange::read(bytes) else { return false };
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // What is passed over is not looked into: a number there may be one that no type holds.
    let Ok(theirs) = serde_json::from_slice::<Value>(bytes) else { return true };
    let again = exchange::write(&read.cabinet, &read.meta).unwrap();
    let ours: Value = serde_json::from_slice(&again).unwrap();
    if counts(&ours) != counts(&theirs) {
        eprintln!("{}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(counts(&ours), counts(&theirs), "half of it was read");
    assert!(exchange::read(&again).unwrap() == read);
    true
}

#[test]
fn every_truncation_is_refused() {
    let bytes = written(&samples::cabinet(61, 1, 2, 2, 40));
    let whole = bytes.len() - 1; // The line break at the end may go.
    for end in 0..whole {
        let refused = refused(&bytes[..end]);
        let is_damaged = matches!(refused, Refused::Damaged { at: Spot::Line { .. } });
        assert!(is_damaged || (end < 30 && refused == Refused::NotAttune), "cut at {end}");
    }
    assert!(exchange::read(&bytes[..whole]).is_ok());
}

#[test]
fn every_flipped_bit_is_read_whole_or_refused() {
    let bytes = written(&samples::cabinet(62, 1, 1, 1, 10));
    let mut refused = 0;
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        refused += usize::from(!check_whole_or_refused(&flipped));
    }
    // Most of a file is names of fields, ids and signs. What a person wrote can change unseen: a seal is for that.
    assert!(refused > bytes.len() * 8 / 3, "{refused} of {}", bytes.len() * 8);
}

/// Bytes that matter to JSON, and some that matter to nothing.
const PIECES: [&str; 22] = [
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "true",
    "-1",
    "1e999",
    "0.5",
    "\\u0000",
    "\\ud800",
    "\u{2028}",
    "\u{202E}",
    "99999999999999999999999999",
    "\"id\"",
    "\"kind\"",
    "{}",
    "[[[[",
];

fn spoil(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let at = dice.below(bytes.len());
    match dice.below(6) {
        0 => bytes[at] ^= 1 << dice.below(8),
        1 => bytes.truncate(at),
        2 => _ = bytes.drain(at..(at + 1 + dice.below(40)).min(bytes.len())),
        3 => _ = bytes.splice(at..at, dice.pick(&PIECES).bytes()),
        4 => {
            let piece = bytes[at..(at + 1 + dice.below(200)).min(bytes.len())].to_vec();
            let to = dice.below(bytes.len());
            bytes.splice(to..to, piece);
        }
        _ => bytes[at] = dice.below(256) as u8,
    }
    if bytes.is_empty() {
        bytes.push(b'{');
    }
}

#[test]
fn any_spoilt_file_is_read_whole_or_refused() {
    for seed in 0..1_500 {
        let mut dice = Dice::new(seed);
        let mut bytes = written(&any(seed % 40));
        for _ in 0..1 + dice.below(4) {
            spoil(&mut dice, &mut bytes);
        }
        check_whole_or_refused(&bytes);
    }
}

/// All places in a file, as JSON pointers.
fn places(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, inner)| places(inner, format!("{at}/{name}"), found))
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(number, inner)| places(inner, format!("{at}/{number}"), found)),
        _ => {}
    }
    found.push(at);
}

#[test]
fn any_value_of_another_kind_is_read_whole_or_refused() {
    let whole: Value =
        serde_json::from_slice(&written(&samples::cabinet(63, 1, 1, 2, 20))).unwrap();
    let mut all = Vec::new();
    places(&whole, String::new(), &mut all);
    let others = [
        json!(null),
        json!(true),
        json!(-1),
        json!(70_000),
        json!(u64::MAX),
        json!(1.5),
        json!(""),
        json!("text"),
        json!([]),
        json!({}),
        json!([[]]),
        json!({"id": "work"}),
        json!(1e300),
    ];
    for place in &all {
        for other in &others {
            let mut spoilt = whole.clone();
            *spoilt.pointer_mut(place).unwrap() = other.clone();
            check_whole_or_refused(&serde_json::to_vec(&spoilt).unwrap());
        }
    }
}

#[test]
fn a_field_that_is_missing_or_there_twice_is_noticed() {
    let whole = value(64);
    let mut all = Vec::new();
    places(&whole, String::new(), &mut all);
    let spared = |place: &str| place.ends_with("/name") || place == "/about";
    for place in all.iter().filter(|place| !place.is_empty() && !spared(place)) {
        let (parent, name) = place.rsplit_once('/').unwrap();
        let mut spoilt = whole.clone();
        let Some(fields) = spoilt.pointer_mut(parent).unwrap().as_object_mut() else { continue };
        fields.remove(name);
        assert!(exchange::read(&serde_json::to_vec(&spoilt).unwrap()).is_err(), "{place}");
    }
    let text = String::from_utf8(written(&samples::cabinet(64, 1, 1, 1, 5))).unwrap();
    for line in ["  \"people\": [", "      \"set_aside\": ", "          \"order\": "] {
        let from = text.find(line).unwrap();
        let twice =
            [&text[..from], line.split(':').next().unwrap(), ": [],", &text[from..]].concat();
        assert!(matches!(refused(twice.as_bytes()), Refused::Damaged { .. }), "{line}");
    }
}

#[test]
fn what_is_added_to_a_file_is_passed_over() {
    let whole = value(68);
    let mut all = Vec::new();
    places(&whole, String::new(), &mut all);
    let mut more = whole.clone();
    for place in &all {
        if let Some(fields) = more.pointer_mut(place).unwrap().as_object_mut() {
            fields.insert("colour".to_owned(), json!({"of": ["the", {"sky": null}]}));
        }
    }
    let bytes = serde_json::to_vec(&whole).unwrap();
    assert!(read(&serde_json::to_vec(&more).unwrap()) == read(&bytes));
}

#[test]
fn deep_nesting_ends_in_an_answer() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for depth in [127, 128, 129, 10_000, 100_000] {
            let deep = [&open.repeat(depth), "1", &close.repeat(depth)].concat();
            assert_eq!(refused(deep.as_bytes()), Refused::NotAttune);
            check_added(&deep);
            let within =
                format!("{{\"format\": \"attune-notes\", \"version\": 4, \"people\": {deep}}}");
            assert!(matches!(refused(within.as_bytes()), Refused::Damaged { .. }), "{depth}");
        }
    }
}

/// As an unknown field of the file and of an item.
fn check_added(deep: &str) {
    let text = String::from_utf8(written(&samples::cabinet(69, 1, 1, 3, 5))).unwrap();
    for place in ["  \"people\"", "{\"kind\""] {
        let from = text.find(place).unwrap();
        let at = from + usize::from(place.starts_with('{'));
        let more = [&text[..at], "\"deep\":", deep, ",", &text[at..]].concat();
        if exchange::read(more.as_bytes()).is_ok() {
            assert!(read(more.as_bytes()) == read(text.as_bytes()));
        }
    }
}
