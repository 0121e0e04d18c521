//! The file of a handover: what is in it comes back, it is small, and any `gunzip` opens it.
//! Never about what may be picked: `pick` is.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use attune::domain::moment::Line;
use attune::domain::*;
use attune::exchange::handover::{self, HandedBy, HandedSession, Handover, MOST_BYTES, Picked};
use attune::sealed_file::{WorkFactor, seal};
use attune::vocabulary::{Area, Feeling, Need};
use serde_json::{Value, json};

use super::{all, journal, pick, read, some, written};
use crate::samples::Dice;
use crate::shown::shown;

/// As anyone may unpack it, without us.
pub fn unpacked(file: &[u8]) -> Vec<u8> {
    let mut gunzip = Command::new("gzip")
        .arg("-dc")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("every system has gzip");
    let mut input = gunzip.stdin.take().unwrap();
    let bytes = file.to_vec();
    let feeder = std::thread::spawn(move || input.write_all(&bytes));
    let output = gunzip.wait_with_output().unwrap();
    feeder.join().unwrap().unwrap();
    assert!(output.status.success(), "gzip refuses it");
    output.stdout
}

pub fn json_of(file: &[u8]) -> Value {
    serde_json::from_slice(&unpacked(file)).unwrap()
}

#[test]
fn any_handover_comes_back_from_its_file() {
    for seed in 0..120 {
        let mut dice = Dice::new(seed);
        let journal = journal(seed);
        let handover = pick(&journal, &some(&mut dice, &journal));
        let file = written(&handover);
        assert!(read(&file) == handover, "{seed}");
        assert!(written(&read(&file)) == file, "{seed}");
    }
}

#[test]
fn a_handover_can_be_read_packed_or_not_and_unpacked_without_us() {
    for seed in 0..10 {
        let handover = all(seed);
        let json = unpacked(&written(&handover));
        assert!(read(&json) == handover);
        assert!(read(&[b"\xEF\xBB\xBF", &json[..]].concat()) == handover);
        assert!(json.starts_with(b"{\"format\":\"attune-handover\",\"version\":1,"));
    }
}

#[test]
fn the_therapist_and_the_person_hand_over_in_the_same_form() {
    for from in [HandedBy::Person, HandedBy::Therapist] {
        let handover = Handover { from, ..all(3) };
        assert!(read(&written(&handover)) == handover);
    }
}

#[test]
fn texts_of_every_kind_come_back_as_they_were() {
    let texts = [
        "<b>not markup</b> <script>",
        "=1+1",
        "\u{202E}turned\u{202C} \u{2067}back\u{2069}",
        "שלום 早 👩‍👩‍👧",
        "\"quoted\" \\ {\"format\":",
    ];
    for text in texts {
        let mut handover = all(4);
        let mut moment = Moment::new(MomentId([7; 8]));
        moment.label = Some(Line::parse(text).unwrap());
        moment.add_behaviour(Line::parse(text).unwrap());
        let summary = Note::parse(&format!("{text}\n\u{1}\u{1b}[31m\u{2028}{text}")).unwrap();
        let (id, day) = (SessionId([9; 8]), Day::FIRST);
        let moments = vec![Arc::new(moment)];
        let order = handover.sessions.len() as u32;
        handover.sessions.push(HandedSession { id, day, order, moments, summary });
        assert!(read(&written(&handover)) == handover, "{text}");
    }
}

/// Words as people use them, none of them twice in a row.
const WORDS: [&str; 40] = [
    "the", "ward", "round", "my", "sister", "rang", "again", "about", "money", "and", "nobody",
    "asked", "me", "how", "I", "was", "late", "for", "dinner", "boss", "wrote", "at", "night",
    "train", "full", "of", "people", "letter", "from", "school", "quiet", "morning", "walk",
    "with", "dog", "talk", "before", "holiday", "garden", "doctor",
];

fn words(dice: &mut Dice, characters: usize) -> Line {
    let mut text = String::new();
    while text.len() < characters {
        text.push_str(dice.pick(&WORDS));
        text.push(' ');
    }
    Line::parse(text[..characters].trim()).unwrap()
}

/// A label, an area, two feelings with strengths, two needs, a behaviour and a choice.
fn ordinary(dice: &mut Dice) -> Moment {
    let mut moment = Moment::new(MomentId(dice.id()));
    moment.label = Some(words(dice, 40));
    moment.area = Area::all().nth(dice.below(Area::all().len())).map(Listed::Known);
    for strength in [2, 4] {
        let feeling = Feeling::all().nth(dice.below(Feeling::all().len())).unwrap();
        let id = moment.feel(Naming::Known(feeling), About::Moment);
        if let Some(Item::Felt(felt)) = moment.item_mut(id) {
            felt.strength = Strength::new(strength - dice.below(2) as u8);
        }
    }
    for standing in [Standing::Unmet, Standing::Met] {
        let need = Need::all().nth(dice.below(Need::all().len())).unwrap();
        moment.mark_need(Naming::Known(need), standing);
    }
    moment.add_behaviour(words(dice, 40));
    moment.add_choice(words(dice, 40));
    moment
}

#[test]
fn fifty_ordinary_moments_stay_under_twenty_kilobytes_sealed() {
    let mut dice = Dice::new(50);
    let code = Code::parse("Me").unwrap();
    let mut journal = Journal::new(Person::new(PersonId([1; 8]), Kind::Me, code));
    for _ in 0..10 {
        let id = SessionId(dice.id());
        journal.begin_session(id, Day::parse("2026-03-01").unwrap());
        let moments = (0..5).map(|_| Arc::new(ordinary(&mut dice))).collect();
        journal.change_session(id, |session| session.moments = moments);
    }
    let file = written(&pick(&journal, &Picked::all(&journal)));
    let sealed = seal(&file, "grün und still", WorkFactor::parse(1).unwrap()).unwrap();
    let plain = unpacked(&file).len();
    assert!(plain > 20_000, "{plain}: then packing it would not be needed");
    assert!(sealed.len() < 8_000, "{} of {plain}", sealed.len());
}

#[test]
fn a_file_says_nothing_of_when_and_where_it_was_packed() {
    assert_eq!(written(&all(5))[..10], [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255]);
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/host/golden/handover-v1")
}

fn taken_in(handover: &Handover) -> String {
    let code = Code::parse("B-12").unwrap();
    let empty = Journal::new(Person::new(PersonId([1; 8]), Kind::Client, code));
    let journals = vec![Arc::new(super::take_in(&empty, handover))];
    format!("{:?}\n{}", handover.from, shown(&Cabinet { journals, ..Cabinet::default() }))
}

/// `ATTUNE_WRITE_GOLDEN=1` writes what is not there yet.
fn check_kept(name: &str, make: impl Fn() -> Handover) {
    let (file, text) = (folder().join(format!("{name}.gz")), folder().join(format!("{name}.txt")));
    if std::env::var_os("ATTUNE_WRITE_GOLDEN").is_some() && !file.exists() {
        fs::create_dir_all(folder()).unwrap();
        fs::write(&file, written(&make())).unwrap();
        fs::write(&text, taken_in(&make())).unwrap();
    }
    let handover = read(&fs::read(&file).unwrap_or_else(|error| panic!("{file:?}: {error}")));
    assert!(taken_in(&handover) == fs::read_to_string(&text).unwrap(), "{name} reads otherwise");
    assert!(read(&written(&handover)) == handover, "{name}");
}

#[test]
fn a_handover_of_everything_is_read_for_ever() {
    check_kept("everything", || all(301));
}

#[test]
fn a_handover_of_a_therapist_is_read_for_ever() {
    check_kept("therapist", || Handover { from: HandedBy::Therapist, ..all(302) });
}

#[test]
fn a_handover_of_nothing_is_read_for_ever() {
    check_kept("nothing", || pick(&journal(303), &Picked::default()));
}

fn schema() -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/handover-v1.schema.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    assert!(jsonschema::meta::is_valid(&schema), "no JSON Schema of draft 2020-12");
    jsonschema::draft202012::new(&schema).unwrap()
}

#[test]
fn what_is_handed_over_fits_the_schema() {
    let schema = schema();
    for seed in 0..60 {
        let file = json_of(&written(&all(seed)));
        let faults: Vec<_> = schema.iter_errors(&file).map(|it| it.to_string()).collect();
        assert!(faults.is_empty(), "{seed}: {faults:#?}");
    }
}

#[test]
fn what_the_reader_refuses_does_not_fit_the_schema() {
    let schema = schema();
    let whole = json_of(&written(&all(6)));
    let faults = [
        ("/format", json!("attune-notes")),
        ("/version", json!(2)),
        ("/id", json!("00")),
        ("/made_on", json!("1899-01-01")),
        ("/made_by", json!("")),
        ("/from", json!("client")),
        ("/sessions/0/day", json!(7)),
        ("/sessions/0/order", json!(-1)),
        ("/sessions/0/summary", json!("x".repeat(20_001))),
        ("/sessions/0/moments", json!([{"id": "0011223344556677"}])),
        (
            "/own_words",
            json!([{"id": "0011223344556677", "text": "", "kind": "need", "kin": null}]),
        ),
    ];
    for (place, fault) in faults {
        let mut spoilt = whole.clone();
        *spoilt.pointer_mut(place).unwrap() = fault;
        assert!(handover::read(&serde_json::to_vec(&spoilt).unwrap()).is_err(), "read: {place}");
        assert!(!schema.is_valid(&spoilt), "fits: {place}");
    }
}

#[test]
fn the_document_shows_a_handover_that_can_be_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let paper = fs::read_to_string(root.join("docs/handover-format.md")).unwrap();
    let from = paper.find("```json\n").unwrap() + "```json\n".len();
    let example = &paper[from..from + paper[from..].find("```").unwrap()];
    let shown: Value = serde_json::from_str(example).unwrap();
    let handover = read(example.as_bytes());
    assert_eq!(json_of(&written(&handover)), shown, "the names are those of a file written today");
}

#[test]
fn more_than_a_reader_takes_is_not_written() {
    let mut handover = all(7);
    let long = Note::parse(&"早".repeat(Note::MOST)).unwrap();
    let of = |number: u64| HandedSession {
        id: SessionId(number.to_le_bytes()),
        day: Day::FIRST,
        order: number as u32,
        moments: Vec::new(),
        summary: long.clone(),
    };
    handover.sessions = (0..100).map(of).collect();
    assert!(read(&written(&handover)) == handover);
    // 60 KB each.
    handover.sessions = (0..=MOST_BYTES as u64 / 60_000).map(of).collect();
    assert_eq!(handover::write(&handover), Err(attune::exchange::Refused::TooLarge));
    let word = |number: u64| {
        let text = person::OwnText::parse("heavy").unwrap();
        OwnWord { id: WordId(number.to_le_bytes()), text, kind: OwnWordKind::Need(None) }
    };
    let many = Handover { own_words: (0..1_001).map(word).collect(), ..all(7) };
    assert_eq!(handover::write(&many), Err(attune::exchange::Refused::TooLarge));
}
