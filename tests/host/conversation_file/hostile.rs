//! Files of a conversation as someone might send them who means harm, or as they break on their way: each is refused by its reason,
//! or read whole. The small ones are kept, and their names say the fault. `ATTUNE_WRITE_GOLDEN=1` writes what is not there yet.

use std::fs;
use std::path::Path;

use attune::exchange::conversation_file::{FileKind, MOST_BYTES, NotRead, read};
use attune::exchange::{Refused, Spot};
use serde_json::{Value, json};

use super::file::{json_of, opening, statement, written};
use crate::exchange as notes;
use crate::handover::hostile::{packed, written_raw};
use crate::handover::{self, file::unpacked};
use crate::samples::{self, Dice};

fn whole() -> Value {
    json_of(&written(&statement(601)))
}

fn bytes(file: &Value) -> Vec<u8> {
    serde_json::to_vec(file).unwrap()
}

fn spoilt(place: &str, fault: Value) -> Vec<u8> {
    let mut file = whole();
    *file.pointer_mut(place).unwrap() = fault;
    bytes(&file)
}

fn twice(list: &str) -> Vec<u8> {
    let mut file = whole();
    let items = file.pointer_mut(list).unwrap().as_array_mut().unwrap();
    items.push(items[0].clone());
    bytes(&file)
}

fn harmed(change: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let mut file = written(&statement(601));
    change(&mut file);
    file
}

fn deep(open: &str, close: &str) -> Vec<u8> {
    let deep = [&open.repeat(10_000), "1", &close.repeat(10_000)].concat();
    let start = "{\"format\":\"attune-conversation-statement\",\"version\":1,\"said\":";
    format!("{start}{deep}}}").into_bytes()
}

const STRANGER: &str = "0102030405060708";

/// The first says words of a round that the second, of the same file, is not ready for.
fn words_before_all_are_ready() -> Vec<u8> {
    let mut file = whole();
    file["said"][1]["left"] = Value::Null;
    file["said"][1]["rounds"].as_array_mut().unwrap().remove(1);
    file["said"][1]["requests"] = json!([]);
    bytes(&file)
}

fn words_of_the_round_that_is_open() -> Vec<u8> {
    let mut file = whole();
    file["said"][1]["left"] = Value::Null;
    file["said"][0]["rounds"][2]["words"] = file["said"][0]["rounds"][1]["words"].clone();
    bytes(&file)
}

fn request_of_the_round_that_is_open() -> Vec<u8> {
    spoilt("/said/0/requests/0/round", json!(3))
}

fn opening_without_its_key() -> Vec<u8> {
    spoilt("/format", json!("attune-conversation-opening"))
}

fn opening_with_a_key_of_zeros() -> Vec<u8> {
    let mut file = whole();
    file["format"] = json!("attune-conversation-opening");
    file["secret"] = json!("00".repeat(32));
    bytes(&file)
}

fn smuggled() -> Vec<u8> {
    let mut file = whole();
    file["secret"] = json!("07".repeat(32));
    file["said"][0]["sign"] = json!(7);
    file["said"][0]["rounds"][0]["words"]["mine"]["dismissed"] = json!([{"id": "rest"}]);
    file["said"][0]["rounds"][0]["words"]["mine"]["kept_private"] = json!([1]);
    bytes(&file)
}

fn many(list: &str, one: impl Fn(u64) -> Value, count: u64) -> Vec<u8> {
    spoilt(list, json!((0..count).map(one).collect::<Vec<_>>()))
}

fn of_controls() -> Vec<u8> {
    spoilt("/frame/topic", json!("\u{202E}\u{2066}\u{1b}[31m<script>\u{FFFE}=1+1\u{2028}"))
}

/// Name, what a reader makes of it, and how it was made.
type Row = (&'static str, &'static str, fn() -> Vec<u8>);

const FILES: [Row; 43] = [
    ("nothing_done", "read", || written(&statement(601))),
    ("empty", "NotAttune", Vec::new),
    ("zip_renamed", "NotAttune", || b"PK\x03\x04\x14\0\0\0\x08\0rounds.json".to_vec()),
    ("sealed_still", "NotAttune", || b"age-encryption.org/v1\n-> X25519 abc\n".to_vec()),
    ("backup_of_notes", "Notes", || notes::written(&samples::cabinet(1, 1, 1, 1, 10))),
    ("a_handover", "Handover", || handover::written(&handover::all(1))),
    ("another_packed_file", "NotAttune", || packed(b"hello", 5, 0x3610_A686)),
    ("format_of_another", "NotAttune", || spoilt("/format", json!("other-conversation"))),
    ("version_0", "/version", || spoilt("/version", json!(0))),
    ("version_2", "Newer 2", || spoilt("/version", json!(2))),
    ("version_99_and_nothing_else", "Newer 99", || {
        b"{\"format\":\"attune-conversation-opening\",\"version\":99}".to_vec()
    }),
    ("header_alone", "", || harmed(|file| file.truncate(10))),
    ("truncated", "", || harmed(|file| file.truncate(300))),
    ("truncated_text", "line", || {
        let mut text = unpacked(&written(&statement(601)));
        text.truncate(900);
        text
    }),
    ("checksum_flipped", "", || harmed(|file| *file.iter_mut().nth_back(7).unwrap() ^= 1)),
    ("body_flipped", "", || harmed(|file| file[200] ^= 16)),
    ("something_behind_it", "", || harmed(|file| file.extend_from_slice(b"more"))),
    ("bomb_that_says_little", "", || packed(&vec![b' '; MOST_BYTES * 4], 100, 0)),
    ("bomb_that_says_much", "TooLarge", || {
        packed(&vec![b' '; MOST_BYTES + 1], MOST_BYTES as u32 + 1, 0)
    }),
    ("lists_10000_deep", "line", || written_raw(&deep("[", "]"))),
    ("objects_10000_deep", "line", || written_raw(&deep("{\"a\":", "}"))),
    ("participant_twice", "/frame/people/2/id", || twice("/frame/people")),
    ("code_twice", "/frame/people/1/code", || spoilt("/frame/people/1/code", json!("hERON"))),
    ("participants_9", "TooLarge", || {
        let one = |at| json!({"id": format!("{at:016x}"), "code": format!("P-{at}"), "since": 1, "released": null});
        many("/frame/people", one, 9)
    }),
    ("said_twice", "/said/2/id", || twice("/said")),
    ("said_by_a_stranger", "/said/0/person", || spoilt("/said/0/person", json!(STRANGER))),
    ("guess_about_a_stranger", "/said/0/rounds/0/words/guesses/0/about", || {
        spoilt("/said/0/rounds/0/words/guesses/0/about", json!(STRANGER))
    }),
    ("guess_twice", "/said/0/rounds/0/words/guesses/1/about", || {
        twice("/said/0/rounds/0/words/guesses")
    }),
    ("request_for_a_stranger", "/said/0/requests/0/effects/0/whose", || {
        spoilt("/said/0/requests/0/effects/0/whose", json!(STRANGER))
    }),
    ("request_twice", "/said/0/requests/2/id", || twice("/said/0/requests")),
    ("reply_twice", "/said/0/replies/2/request", || twice("/said/0/replies")),
    ("own_words_1001", "TooLarge", || {
        let one =
            |at| json!({"id": format!("{at:016x}"), "text": "heavy", "kind": "need", "kin": null});
        many("/said/0/own_words", one, 1_001)
    }),
    ("round_0", "/said/0/rounds/0/round", || spoilt("/said/0/rounds/0/round", json!(0))),
    ("round_501", "/said/0/rounds/2/round", || spoilt("/said/0/rounds/2/round", json!(501))),
    ("round_twice", "/said/0/rounds/3/round", || twice("/said/0/rounds")),
    ("words_before_all_are_ready", "/said/0/rounds/1/words", words_before_all_are_ready),
    ("words_of_the_round_that_is_open", "/said/0/rounds/2/words", words_of_the_round_that_is_open),
    (
        "request_of_the_round_that_is_open",
        "/said/0/requests/0/round",
        request_of_the_round_that_is_open,
    ),
    ("judgement_among_what_is_shared", "line", || {
        let item = json!([{"kind": "judgement", "id": 1, "word": {"id": "betrayed"}}]);
        spoilt("/said/0/rounds/0/words/mine/items", item)
    }),
    ("opening_without_its_key", "/secret", opening_without_its_key),
    ("opening_with_a_key_of_zeros", "/secret", opening_with_a_key_of_zeros),
    ("sign_and_private_smuggled", "read", smuggled),
    ("controls_and_turned_text", "read", of_controls),
];

fn outcome(bytes: &[u8]) -> String {
    match read(bytes) {
        Ok(_) => "read".to_owned(),
        Err(NotRead::Another(kind)) => format!("{kind:?}"),
        Err(NotRead::Refused(Refused::Newer { version })) => format!("Newer {version}"),
        Err(NotRead::Refused(Refused::Damaged { at: Spot::Field(at) })) => at,
        Err(NotRead::Refused(Refused::Damaged { .. })) => "line".to_owned(),
        Err(NotRead::Refused(other)) => format!("{other:?}"),
    }
}

#[test]
fn what_somebody_sends_is_refused_by_its_reason_for_ever() {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/host/golden/hostile_conversation");
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
fn what_is_smuggled_into_a_file_is_not_kept() {
    let file = attune::exchange::conversation_file::read(&smuggled());
    let plain = read(&written(&statement(601)));
    assert_eq!(file, plain);
}

#[test]
fn what_is_larger_than_any_file_is_refused_unread() {
    let too_large = Err(NotRead::Refused(Refused::TooLarge));
    assert_eq!(read(&vec![b' '; 50 * 1024 * 1024]), too_large);
    let mut large = b"{\"format\":\"attune-conversation-statement\",\"version\":1}".to_vec();
    large.resize(MOST_BYTES + 1, b' ');
    assert_eq!(read(&large), too_large);
    let mut backup = notes::written(&samples::cabinet(1, 1, 1, 1, 10));
    backup.resize(MOST_BYTES + 1, b' ');
    assert_eq!(read(&backup), Err(NotRead::Another(FileKind::Notes)));
    // A bomb of as much as may be asks for no more room than that.
    let zeros = written_raw(&vec![0; MOST_BYTES]);
    assert_eq!(read(&zeros), Err(NotRead::Refused(Refused::NotAttune)));
}

#[test]
fn no_truncation_and_no_flipped_bit_of_a_packed_file_is_read_otherwise() {
    let opening = attune::exchange::conversation_file::write_opening(&opening(603)).unwrap();
    for file in [written(&statement(603)), opening] {
        for end in 0..file.len() {
            assert!(read(&file[..end]).is_err(), "cut at {end}");
        }
        let whole = read(&file).unwrap();
        for byte in 0..file.len() {
            let mut flipped = file.clone();
            flipped[byte] ^= 1 << (byte % 8);
            // What the header says of time and system, and the bits after the last of deflate, say nothing of what is packed.
            assert!(!read(&flipped).is_ok_and(|it| it != whole), "byte {byte}");
        }
    }
}

#[test]
fn no_truncation_of_the_text_is_read() {
    let text = unpacked(&written(&statement(604)));
    for end in 0..text.len() {
        assert!(read(&text[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn any_spoilt_text_is_read_whole_or_refused() {
    let text = unpacked(&written(&statement(605)));
    for round in 0..300 {
        let mut dice = Dice::new(round);
        let mut spoilt = text.clone();
        for _ in 0..1 + dice.below(3) {
            let at = dice.below(spoilt.len());
            match dice.below(3) {
                0 => spoilt[at] ^= 1 << dice.below(8),
                1 => _ = spoilt.drain(at..(at + 1 + dice.below(30)).min(spoilt.len())),
                _ => spoilt[at] = dice.below(256) as u8,
            }
        }
        if let Ok(attune::exchange::conversation_file::ConversationFile::Statement(it)) =
            read(&spoilt)
        {
            assert!(read(&written(&it)).is_ok());
        }
    }
}
