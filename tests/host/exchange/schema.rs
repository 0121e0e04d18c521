//! What is written fits docs/exchange-v4.schema.json, files of earlier versions fit theirs, and the schema refuses what the reader refuses.
//! Never fetches anything: the validator has no network.

use std::fs;
use std::path::Path;

use jsonschema::Validator;
use serde_json::{Value, json};

use super::golden::folder;
use super::{any, written};
use crate::samples;

fn schema(version: u8) -> Validator {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let path = docs.join(format!("exchange-v{version}.schema.json"));
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    assert!(jsonschema::meta::is_valid(&schema), "no JSON Schema of draft 2020-12");
    jsonschema::draft202012::new(&schema).unwrap()
}

fn check(schema: &Validator, bytes: &[u8], what: &str) {
    let file: Value = serde_json::from_slice(bytes).unwrap();
    let faults: Vec<_> = schema
        .iter_errors(&file)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{what}: {faults:#?}");
}

#[test]
fn what_is_written_fits_the_schema() {
    let schema = schema(4);
    for seed in 0..150 {
        check(&schema, &written(&any(seed)), &format!("{seed}"));
    }
}

#[test]
fn the_kept_files_fit_the_schema() {
    for version in [1, 2, 3, 4] {
        let schema = schema(version);
        let mut files = 0;
        for entry in fs::read_dir(folder(version)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|it| it == "json") {
                check(&schema, &fs::read(&path).unwrap(), &path.to_string_lossy());
                files += 1;
            }
        }
        assert!(files >= 4);
    }
}

/// Each of these is refused by the reader, and the schema says so too.
#[test]
fn what_the_reader_refuses_does_not_fit_the_schema() {
    let schema = schema(4);
    let whole: Value =
        serde_json::from_slice(&written(&samples::cabinet(71, 2, 2, 2, 60))).unwrap();
    for (place, fault) in
        faults().into_iter().chain(newer_faults()).chain(newest_faults()).chain(sheet_faults())
    {
        let mut spoilt = whole.clone();
        *spoilt.pointer_mut(&place).unwrap() = fault;
        let bytes = serde_json::to_vec(&spoilt).unwrap();
        assert!(attune::exchange::read(&bytes).is_err(), "read: {place}");
        assert!(!schema.is_valid(&spoilt), "fits: {place}");
    }
}

/// Of what version 2 has brought.
fn newer_faults() -> Vec<(String, Value)> {
    let bare = json!([{"kind": "choice", "id": 1, "text": "x"}]);
    let affecting =
        |effect: Value| json!([{"kind": "choice", "id": 1, "text": "x", "effects": [effect]}]);
    let (word, day) = (json!({"id": "rest"}), "2026-03-09");
    let answers = || "/people/0/core_needs".to_owned();
    let moment = |field: &str| format!("/people/0/sessions/1/moments/0/{field}");
    vec![
        (moment("items"), bare),
        (moment("items"), affecting(json!({"word": word, "effect": "serves"}))),
        (moment("items"), affecting(json!({"word": {}, "effect": "serves", "turned_out": "met"}))),
        (moment("items"), affecting(json!({"word": word, "effect": "harms", "turned_out": "met"}))),
        (moment("items"), affecting(json!({"word": word, "effect": "costs", "turned_out": null}))),
        (answers(), json!(null)),
        (answers(), json!([{"word": word, "answer": "rings true", "day": day}])),
        (answers(), json!([{"word": word, "answer": "yes", "day": day, "traces": 3}])),
        (answers(), json!([{"word": word, "answer": "later", "day": "now", "traces": 3}])),
        (answers(), json!([{"word": word, "answer": "later", "day": day, "traces": -3}])),
        (answers(), json!([{"word": {}, "answer": "later", "day": day, "traces": 3}])),
    ]
}

fn sheet_faults() -> Vec<(String, Value)> {
    let day = "2026-03-09";
    let sheet = |field: &str, fault: Value| {
        let mut sheet = json!({
            "form": "soap", "observation": "", "intervention": "", "time": null, "length": null,
            "modality": null, "attendance": null, "locked": null, "amendments": [],
        });
        sheet[field] = fault;
        ("/people/0/sessions/1/sheet".to_owned(), sheet)
    };
    vec![
        sheet("form", json!("free")),
        sheet("observation", json!("x".repeat(20_001))),
        sheet("time", json!("24:00")),
        sheet("time", json!("9:30")),
        sheet("length", json!(0)),
        sheet("length", json!(1_441)),
        sheet("modality", json!("")),
        sheet("attendance", json!("x".repeat(141))),
        sheet("locked", json!(true)),
        sheet("amendments", json!([{"day": day, "text": ""}])),
        sheet("amendments", json!([{"text": "x"}])),
    ]
}

/// Of what version 3 has brought.
fn newest_faults() -> Vec<(String, Value)> {
    let (day, key) = ("2026-03-09", "0123456789abcdef".repeat(4));
    let person = |field: &str| format!("/people/0/{field}");
    let session = |field: &str| format!("/people/0/sessions/1/{field}");
    let invitation = |field: &str, fault: Value| {
        let mut invitation = json!({"secret": key, "public": key, "made_on": day, "asks": []});
        invitation[field] = fault;
        (person("invitation"), invitation)
    };
    vec![
        (person("review_by"), json!("soon")),
        (person("invitation"), json!({"public": key, "made_on": day, "asks": []})),
        invitation("secret", json!("00")),
        invitation("public", json!(key.to_uppercase())),
        invitation("made_on", json!(null)),
        invitation("asks", json!([{"kind": "word", "id": "rest"}])),
        invitation("asks", json!([{"kind": "need", "text": "rest"}])),
        (session("summary"), json!("x".repeat(20_001))),
        (session("summary"), json!(null)),
        (session("received"), json!({"handover": "00", "day": day})),
        (session("received"), json!({"handover": "0011223344556677"})),
        (session("sheet"), json!({"form": "dap"})),
    ]
}

fn faults() -> Vec<(String, Value)> {
    let choice = json!([{"kind": "choice", "id": 1, "effects": []}]);
    let nameless = json!([{"kind": "judgement", "id": 1, "word": {"name": "x"}}]);
    let both =
        json!([{"kind": "judgement", "id": 1, "word": {"id": "x", "own": "0011223344556677"}}]);
    let moment = |field: &str| format!("/people/0/sessions/1/moments/0/{field}");
    vec![
        ("/format".to_owned(), json!("something-else")),
        ("/version".to_owned(), json!(5)),
        ("/made_on".to_owned(), json!("today")),
        ("/settings/theme".to_owned(), json!("sepia")),
        ("/settings/open".to_owned(), json!({"person": "0011223344556677"})),
        ("/people/0/id".to_owned(), json!("0011223344556G77")),
        ("/people/0/kind".to_owned(), json!("friend")),
        ("/people/0/code".to_owned(), json!("")),
        ("/people/0/code".to_owned(), json!("x".repeat(41))),
        ("/people/0/set_aside".to_owned(), json!(null)),
        ("/people/0/sessions/1/order".to_owned(), json!(-1)),
        ("/people/0/sessions/1/reflection".to_owned(), json!("x".repeat(20_001))),
        (moment("label"), json!("x".repeat(141))),
        (moment("area"), json!("work")),
        (moment("hands"), json!("theirs")),
        (moment("next_item"), json!(65_536)),
        (moment("items"), json!([{"kind": "dream", "id": 1}])),
        (moment("items"), choice),
        (moment("items"), nameless),
        (moment("items"), both),
    ]
}

#[test]
fn a_missing_field_does_not_fit_the_schema() {
    let schema = schema(4);
    for field in [
        "format",
        "version",
        "made_on",
        "people",
        "settings",
        "made_by",
        "conversations",
        "changes",
    ] {
        let mut spoilt: Value = serde_json::from_slice(&written(&any(1))).unwrap();
        spoilt.as_object_mut().unwrap().remove(field);
        assert!(!schema.is_valid(&spoilt), "{field}");
    }
}
