//! The files of a conversation: what is in them comes back, any `gunzip` opens them, and they are what the document says.
//! Never about what may go out: `goes_out` is.

use std::fs;
use std::path::{Path, PathBuf};

use attune::domain::*;
use attune::exchange::conversation_file::*;
use attune::exchange::{Refused, Spot};
use serde_json::{Value, json};

use super::{answer, assert_same, begun, ready, who, write};
use crate::exchange::meta;
use crate::handover::file::unpacked;
use crate::samples::{self, Dice};

pub fn text_of(file: &[u8]) -> String {
    String::from_utf8(unpacked(file)).unwrap()
}

pub fn json_of(file: &[u8]) -> Value {
    serde_json::from_str(&text_of(file)).unwrap()
}

/// Two rounds of two, drawn: with all that a side can hold, and a third that one is ready for.
pub fn lived(seed: u64) -> Conversation {
    let mut dice = Dice::new(seed ^ 0x5EED);
    let mut it = begun(2);
    for round in 1..=2 {
        for number in [1, 2] {
            write(&mut it, number);
            let moment = samples::moment(&mut dice, Some(WordId([number, 0, 7, 7, 7, 7, 7, 7])));
            it.change_participant(who(number), |it| {
                let words = it.sheet_mut(round).words.as_mut().unwrap();
                words.mine.moment = moment.into();
                words.mine.kept_private.clear();
            });
            answer(&mut it, number);
        }
        ready(&mut it, 1);
        ready(&mut it, 2);
    }
    ready(&mut it, 1);
    it.leave(who(2));
    it
}

pub fn statement(seed: u64) -> Statement {
    tell(&lived(seed), &meta()).1
}

pub fn opening(seed: u64) -> Opening {
    open_to_others(&lived(seed), &meta()).unwrap().1
}

pub fn written(statement: &Statement) -> Vec<u8> {
    attune::exchange::conversation_file::write(statement).unwrap()
}

fn read_statement(bytes: &[u8]) -> Statement {
    match read(bytes) {
        Ok(ConversationFile::Statement(it)) => *it,
        other => panic!("{other:?}"),
    }
}

fn read_opening(bytes: &[u8]) -> Opening {
    match read(bytes) {
        Ok(ConversationFile::Opening(it)) => *it,
        other => panic!("{other:?}"),
    }
}

#[test]
fn any_file_comes_back_packed_and_unpacked() {
    for seed in 0..40 {
        let (statement, opening) = (statement(seed), opening(seed));
        let files = [written(&statement), write_opening(&opening).unwrap()];
        assert_same(&read_statement(&files[0]), &statement, "a statement");
        assert_same(&read_opening(&files[1]), &opening, "an opening");
        let json = unpacked(&files[0]);
        assert!(read_statement(&[b"\xEF\xBB\xBF", &json[..]].concat()) == statement);
        assert!(json.starts_with(b"{\"format\":\"attune-conversation-statement\",\"version\":1,"));
        assert!(written(&read_statement(&json)) == files[0]);
    }
}

#[test]
fn the_key_is_in_the_opening_file_and_in_no_other() {
    let key = "05".repeat(32);
    assert!(text_of(&write_opening(&opening(1)).unwrap()).contains(&key));
    assert!(!text_of(&written(&statement(1))).contains(&key));
    assert!(!format!("{:?}", opening(1)).contains(&key), "and it is shown nowhere");
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/host/golden/conversation-v1")
}

/// `ATTUNE_WRITE_GOLDEN=1` writes what is not there yet.
fn check_kept(name: &str, make: impl Fn() -> Vec<u8>) {
    let (file, text) = (folder().join(format!("{name}.gz")), folder().join(format!("{name}.txt")));
    if std::env::var_os("ATTUNE_WRITE_GOLDEN").is_some() && !file.exists() {
        fs::create_dir_all(folder()).unwrap();
        fs::write(&file, make()).unwrap();
        fs::write(&text, format!("{:#?}\n", read(&make()).unwrap())).unwrap();
    }
    let bytes = fs::read(&file).unwrap_or_else(|error| panic!("{file:?}: {error}"));
    let found = format!("{:#?}\n", read(&bytes).unwrap());
    assert!(found == fs::read_to_string(&text).unwrap(), "{name} reads otherwise");
}

#[test]
fn a_statement_is_read_for_ever() {
    check_kept("statement", || written(&statement(501)));
}

#[test]
fn an_opening_is_read_for_ever() {
    check_kept("opening", || write_opening(&opening(502)).unwrap());
}

#[test]
fn a_file_of_nothing_is_read_for_ever() {
    check_kept("nothing", || written(&tell(&begun(2), &meta()).1));
}

fn schema() -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/conversation-v1.schema.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    assert!(jsonschema::meta::is_valid(&schema), "no JSON Schema of draft 2020-12");
    jsonschema::draft202012::new(&schema).unwrap()
}

#[test]
fn what_is_written_fits_the_schema() {
    let schema = schema();
    for seed in 0..30 {
        for file in [written(&statement(seed)), write_opening(&opening(seed)).unwrap()] {
            let file = json_of(&file);
            let faults: Vec<_> = schema.iter_errors(&file).map(|it| it.to_string()).collect();
            assert!(faults.is_empty(), "{seed}: {faults:#?}");
        }
    }
}

#[test]
fn what_the_reader_refuses_does_not_fit_the_schema() {
    let schema = schema();
    let whole = json_of(&write_opening(&opening(6)).unwrap());
    let faults = [
        ("/format", json!("attune-notes")),
        ("/version", json!(2)),
        ("/conversation", json!("00")),
        ("/made_on", json!("1899-01-01")),
        ("/secret", json!("00")),
        ("/frame/topic", json!("x".repeat(141))),
        ("/frame/opening", json!("x".repeat(281))),
        ("/frame/relation", json!("strangers")),
        ("/frame/people/0/since", json!(0)),
        ("/frame/people/0/released", json!(501)),
        ("/said/0/revision", json!(-1)),
        ("/said/0/left", json!(0)),
        ("/said/0/rounds/0/round", json!(501)),
        (
            "/said/0/rounds/0/words/mine/items",
            json!([{"kind": "judgement", "id": 1, "word": {"id": "betrayed"}}]),
        ),
        ("/said/0/requests/0/text", json!("")),
        ("/said/0/replies/0/agreement", json!("no")),
    ];
    for (place, fault) in faults {
        let mut spoilt = whole.clone();
        *spoilt.pointer_mut(place).unwrap() = fault;
        assert!(read(&serde_json::to_vec(&spoilt).unwrap()).is_err(), "read: {place}");
        assert!(!schema.is_valid(&spoilt), "fits: {place}");
    }
}

#[test]
fn the_document_shows_files_that_can_be_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let paper = fs::read_to_string(root.join("docs/conversation-format.md")).unwrap();
    let examples: Vec<&str> = paper.split("```json\n").skip(1).collect();
    assert_eq!(examples.len(), 1);
    let example = examples[0].split("```").next().unwrap();
    let shown: Value = serde_json::from_str(example).unwrap();
    let statement = read_statement(example.as_bytes());
    assert_eq!(json_of(&written(&statement)), shown, "the names are those of a file written today");
}

#[test]
fn more_than_a_reader_takes_is_not_written() {
    let mut many = statement(7);
    let named = many.frame.people[0].clone();
    many.frame.people = (0..9u64)
        .map(|it| Named {
            id: PersonId(it.to_le_bytes()),
            code: Code::parse(&format!("P-{it}")).unwrap(),
            ..named.clone()
        })
        .collect();
    many.said.clear();
    let too_large = Err(Refused::TooLarge);
    assert_eq!(attune::exchange::conversation_file::write(&many), too_large);
    many.frame.people.truncate(8);
    assert!(read(&written(&many)).is_ok());
    let mut late = statement(8);
    late.said[0].rounds.push(SaidRound { round: 501, words: None });
    let at = Spot::Field("/said/0/rounds/3/round".to_owned());
    let refused = attune::exchange::conversation_file::write(&late);
    assert_eq!(refused, Err(Refused::Damaged { at }));
}
