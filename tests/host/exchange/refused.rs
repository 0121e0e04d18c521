//! What is no file of ours, is newer, too large or wrong in one place is refused by its reason, and the place is named.
//! Never spoils at random: `hostile` does.

use attune::exchange::{self, MOST_BYTES, Refused, Spot};
use serde_json::json;

use super::hostile::{refused, value};

pub fn field(at: &str) -> Refused {
    Refused::Damaged { at: Spot::Field(at.to_owned()) }
}

#[test]
fn a_fault_says_where_it_is() {
    let long = "x".repeat(20_001);
    let moment = "/people/0/sessions/1/moments/0";
    let faults = [
        ("/people/1/code", json!("")),
        ("/people/1/code", json!("x".repeat(41))),
        ("/people/0/sessions/1/reflection", json!(long)),
        ("/people/0/sessions/1/record", json!(long)),
        ("/people/0/sessions/1/summary", json!(long)),
        ("/settings/pointer", json!(long)),
        ("/made_by", json!(" ")),
        (&format!("{moment}/label"), json!("\n")),
        (&format!("{moment}/label"), json!("x".repeat(141))),
    ];
    for (place, fault) in faults {
        let mut spoilt = value(65);
        *spoilt.pointer_mut(place).unwrap() = fault;
        assert_eq!(refused(&serde_json::to_vec(&spoilt).unwrap()), field(place));
    }
}

#[test]
fn a_fault_of_an_item_says_where_it_is() {
    let item = "/people/0/sessions/1/moments/0/items";
    let items = [
        (json!({"kind": "choice", "id": 1, "text": "", "effects": []}), "/0/text"),
        (
            json!({"kind": "choice", "id": 1, "text": "x", "effects": [{"word": {}, "effect": "costs", "turned_out": "met"}]}),
            "/0/effects/0/word",
        ),
        (json!({"kind": "judgement", "id": 1, "word": {}}), "/0/word"),
        (
            json!({"kind": "judgement", "id": 1, "word": {"id": "x", "own": "0011223344556677"}}),
            "/0/word",
        ),
        (
            json!({"kind": "feeling", "id": 1, "word": {"id": "x"}, "strength": 6, "about_item": null, "known_by": "said"}),
            "/0/strength",
        ),
    ];
    for (fault, place) in items {
        let mut spoilt = value(65);
        *spoilt.pointer_mut(item).unwrap() = json!([fault]);
        assert_eq!(
            refused(&serde_json::to_vec(&spoilt).unwrap()),
            field(&format!("{item}{place}"))
        );
    }
}

#[test]
fn a_fault_of_a_sheet_says_where_it_is() {
    let sheet = json!({
        "form": "dap", "observation": "", "intervention": "pause", "time": "09:30", "length": 50,
        "modality": null, "attendance": null, "locked": null,
        "amendments": [{"day": "2026-03-09", "text": "x"}],
    });
    let long = "x".repeat(20_001);
    let faults = [
        ("/observation", json!(long)),
        ("/intervention", json!(long)),
        ("/length", json!(0)),
        ("/modality", json!(" ")),
        ("/attendance", json!("x".repeat(141))),
        ("/amendments/0/text", json!("")),
        ("/amendments/0/text", json!(long)),
    ];
    let place = "/people/0/sessions/1/sheet";
    let mut whole = value(65);
    *whole.pointer_mut(place).unwrap() = sheet;
    assert!(exchange::read(&serde_json::to_vec(&whole).unwrap()).is_ok());
    for (within, fault) in faults {
        let (at, mut spoilt) = (format!("{place}{within}"), whole.clone());
        *spoilt.pointer_mut(&at).unwrap() = fault;
        assert_eq!(refused(&serde_json::to_vec(&spoilt).unwrap()), field(&at));
    }
}

#[test]
fn an_id_that_is_there_twice_is_named() {
    for list in ["/people", "/people/0/sessions", "/people/0/sessions/1/moments"] {
        let mut spoilt = value(66);
        let items = spoilt.pointer_mut(list).unwrap().as_array_mut().unwrap();
        items.push(items[0].clone());
        let at = items.len() - 1;
        assert_eq!(
            refused(&serde_json::to_vec(&spoilt).unwrap()),
            field(&format!("{list}/{at}/id"))
        );
    }
    let mut spoilt = value(66);
    let word = json!({"id": "0011223344556677", "text": "heavy", "kind": "feeling", "kin": null});
    spoilt["people"][0]["own_words"] = json!([word, word]);
    assert_eq!(refused(&serde_json::to_vec(&spoilt).unwrap()), field("/people/0/own_words/1/id"));
    let choice = json!({"kind": "choice", "id": 7, "text": "x", "effects": []});
    spoilt["people"][0]["own_words"] = json!([]);
    spoilt["people"][0]["sessions"][0]["moments"][0]["items"] = json!([choice, choice]);
    let at = "/people/0/sessions/0/moments/0/items/1/id";
    assert_eq!(refused(&serde_json::to_vec(&spoilt).unwrap()), field(at));
}

#[test]
fn a_need_that_is_answered_or_affected_twice_is_named() {
    for word in
        [json!({"id": "rest"}), json!({"id": "of-a-later-one"}), json!({"own": "0011223344556677"})]
    {
        let answer =
            |answer| json!({"word": word, "answer": answer, "day": "2026-03-09", "traces": 2});
        let mut spoilt = value(66);
        spoilt["people"][0]["core_needs"] = json!([answer("later"), answer("rings true")]);
        let at = "/people/0/core_needs/1/word";
        assert_eq!(refused(&serde_json::to_vec(&spoilt).unwrap()), field(at));
        let effect = |effect| json!({"word": word, "effect": effect, "turned_out": "met"});
        let effects = [effect("serves"), effect("costs")];
        let mut spoilt = value(66);
        spoilt["people"][0]["sessions"][0]["moments"][0]["items"] =
            json!([{"kind": "choice", "id": 7, "text": "x", "effects": effects}]);
        let at = "/people/0/sessions/0/moments/0/items/0/effects/1/word";
        assert_eq!(refused(&serde_json::to_vec(&spoilt).unwrap()), field(at));
    }
}

#[test]
fn ids_and_days_have_one_spelling() {
    for id in
        ["", "0", "00112233445566777", "+011223344556677", "00112233445566AB", "０011223344556677"]
    {
        let mut spoilt = value(67);
        spoilt["people"][0]["id"] = json!(id);
        assert!(exchange::read(&serde_json::to_vec(&spoilt).unwrap()).is_err(), "{id}");
    }
    for day in ["2026-02-30", "26-02-03", "1899-12-31", "2026-3-1", "today", ""] {
        let mut spoilt = value(67);
        spoilt["people"][0]["sessions"][0]["day"] = json!(day);
        assert!(exchange::read(&serde_json::to_vec(&spoilt).unwrap()).is_err(), "{day}");
    }
}

#[test]
fn other_files_newer_ones_and_large_ones_are_told_apart() {
    let other: [&[u8]; 9] = [
        b"",
        b"   ",
        b"null",
        b"[]",
        b"{}",
        b"PK\x03\x04",
        b"age-encryption.org/v1\n",
        b"\xFF\xFE{\0",
        b"{\"format\": \"something-else\", \"version\": 1}",
    ];
    for bytes in other {
        assert_eq!(refused(bytes), Refused::NotAttune, "{bytes:?}");
    }
    // Whatever else a newer file holds.
    let newer = b"{\"format\": \"attune-notes\", \"version\": 5, \"people\": \"elsewhere\"}";
    assert_eq!(refused(newer), Refused::Newer { version: 5 });
    assert_eq!(refused(b"{\"version\": 0, \"format\": \"attune-notes\"}"), field("/version"));
    for version in ["-1", "1.5", "\"1\"", "1e99", "null", "18446744073709551616"] {
        let file = format!("{{\"format\": \"attune-notes\", \"version\": {version}}}");
        assert!(matches!(refused(file.as_bytes()), Refused::Damaged { .. }), "{version}");
    }
    assert_eq!(refused(&vec![b' '; MOST_BYTES + 1]), Refused::TooLarge);
}
