//! Conversations and changes go into the file and come back; what anyone can read holds nothing that was not shown.
//! Never about merging: `merge_together` is.

use std::sync::Arc;

use attune::domain::moment::Line;
use attune::domain::*;
use attune::exchange::{self, Refused, for_anyone};
use serde_json::{Value, json};

use super::hostile::refused;
use super::refused::field;
use super::understanding::as_version_3;
use super::{check, read, written};
use crate::samples::{self, Dice};

pub const ID: ConversationId = ConversationId([4; 8]);
pub const A: PersonId = PersonId([0xA; 8]);
pub const B: PersonId = PersonId([0xB; 8]);

fn any(seed: u64) -> Cabinet {
    samples::with_together(seed, samples::cabinet(seed, 1, 1, 1, 20))
}

#[test]
fn any_conversation_and_any_change_come_back_from_a_file() {
    for seed in 0..80 {
        check(&any(seed));
    }
}

#[test]
fn a_file_of_version_3_is_read_as_without_conversations_and_changes() {
    for seed in 0..20 {
        let cabinet = any(seed);
        let file = as_version_3(serde_json::from_slice(&written(&cabinet)).unwrap());
        let less = Cabinet { conversations: Vec::new(), changes: Vec::new(), ..cabinet };
        assert!(read(&serde_json::to_vec(&file).unwrap()) == less, "{seed}");
    }
}

/// A and B on one device; everyone is ready for round 1, A for round 2.
pub fn talk() -> Conversation {
    let participant = |id: PersonId, code: &str| {
        let code = ShortText::parse(code).unwrap();
        Arc::new(Participant::new(Person::new(id, Kind::Participant, code), 1))
    };
    let frame = Frame {
        revision: 1,
        begun_on: Day::parse("2026-03-01").unwrap(),
        topic: Some(line("the ward round")),
        relation: Some(Relation::Colleagues),
        opening: None,
        areas: Vec::new(),
        is_ours: true,
    };
    let participants = vec![participant(A, "A"), participant(B, "B")];
    let mut talk = Conversation { id: ID, frame, participants, secret: None };
    for (who, name) in [(A, "A"), (B, "B")] {
        talk.change_participant(who, |it| it.sign = Some(Sign(77)));
        for round in [1, 2] {
            write(&mut talk, who, round, &format!("{name} shared {round}"), false);
            write(&mut talk, who, round, &format!("{name} private {round}"), true);
            talk.change_participant(who, |it| {
                it.sheet_mut(round).is_ready = round == 1 || who == A
            });
        }
    }
    talk
}

pub fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

pub fn write(talk: &mut Conversation, who: PersonId, round: Round, text: &str, private: bool) {
    talk.change_participant(who, |it| {
        let sheet = it.sheet_mut(round);
        let words = sheet.words.get_or_insert_with(|| Words::new(MomentId([round as u8; 8])));
        let item = Arc::make_mut(&mut words.mine.moment).add_behaviour(line(text));
        words.mine.keep_private(item, private);
    });
}

pub fn with(talk: Conversation) -> Cabinet {
    Cabinet { conversations: vec![Arc::new(talk)], ..Cabinet::default() }
}

fn text(cabinet: &Cabinet) -> String {
    String::from_utf8(written(cabinet)).unwrap()
}

#[test]
fn a_file_for_anyone_holds_of_a_shared_device_what_was_revealed_and_no_more() {
    let mut talk = talk();
    let mut word = |at: u8, text: &str| {
        let text = ShortText::parse(text).unwrap();
        let id = WordId([at; 8]);
        talk.change_participant(A, |it| {
            let kind = OwnWordKind::Feeling(None);
            Arc::make_mut(&mut it.person).own_words.push(OwnWord { id, text, kind });
            let words = it.sheet_mut(at.into()).words.as_mut().unwrap();
            Arc::make_mut(&mut words.mine.moment).feel(Naming::Own(id), About::Moment);
        });
    };
    word(1, "like lead");
    word(2, "like glass");
    for round in [1, 2] {
        let text = line(&format!("asked in {round}"));
        let request = Request { id: RequestId([round as u8; 8]), round, text, effects: Vec::new() };
        talk.change_participant(B, |it| it.requests.push(Arc::new(request)));
    }
    let whole = text(&with(talk.clone()));
    let shown = text(&for_anyone(&with(talk.clone())));
    for there in ["A shared 1", "B shared 1", "like lead", "asked in 1", "\"is_ready\": true"] {
        assert!(shown.contains(there), "{there}");
    }
    for hidden in ["private 1", "shared 2", "private 2", "like glass", "asked in 2", "77"] {
        assert!(whole.contains(hidden) && !shown.contains(hidden), "{hidden}");
    }
    // What it holds is read, and merging it takes nothing away.
    let merged = super::merge::merge(&with(talk.clone()), &for_anyone(&with(talk.clone())), 1);
    assert!(merged.cabinet == with(talk));
}

#[test]
fn a_file_for_anyone_of_a_device_of_ones_own_holds_all_but_the_sign() {
    let mut talk = talk();
    talk.change_participant(B, |it| it.is_here = false);
    let shown = for_anyone(&with(talk.clone()));
    talk.change_participant(A, |it| it.sign = None);
    talk.change_participant(B, |it| it.sign = None);
    assert!(shown == with(talk));
}

#[test]
fn whoever_left_before_a_round_was_revealed_has_not_shown_it_to_anyone() {
    let mut talk = talk();
    let person = Person::new(PersonId([0xC; 8]), Kind::Participant, ShortText::parse("C").unwrap());
    let mut left = Participant { left: Some(1), ..Participant::new(person, 1) };
    left.sheet_mut(1).words = Some(Words::new(MomentId([9; 8])));
    talk.participants.push(Arc::new(left));
    write(&mut talk, PersonId([0xC; 8]), 1, "C wrote", false);
    assert!(talk.is_revealed(1));
    assert!(!text(&for_anyone(&with(talk))).contains("C wrote"));
}

#[test]
fn no_file_for_anyone_holds_a_sign_or_a_sheet_that_is_not_revealed_of_a_shared_device() {
    for seed in 0..80 {
        for talk in &for_anyone(&any(seed)).conversations {
            assert!(talk.participants.iter().all(|it| it.sign.is_none()), "{seed}");
            for participant in talk.participants.iter().filter(|_| talk.is_shared_here()) {
                for sheet in participant.sheets.iter().filter(|it| it.words.is_some()) {
                    assert!(talk.is_revealed(sheet.round), "{seed}");
                    let words = sheet.words.as_ref().unwrap();
                    assert!(words.shared() == *words, "{seed}: something private");
                }
            }
        }
        check(&for_anyone(&any(seed)));
    }
}

fn value() -> Value {
    let mut cabinet = with(talk());
    let mut map = ChangeMap::new(ChangeId([5; 8]), Day::parse("2026-03-01").unwrap());
    map.groups = vec![Arc::new(Group::new(GroupId([6; 8]), ShortText::parse("ward").unwrap()))];
    cabinet.changes.push(Arc::new(map));
    serde_json::from_slice(&written(&cabinet)).unwrap()
}

/// Where, what stands there, and where the fault is named: nowhere where it is none.
fn faults() -> Vec<(String, Value, String)> {
    let (talk, map) = ("/conversations/0", "/changes/0");
    let person = format!("{talk}/participants/1");
    let side = json!({"moment": value().pointer(&format!("{person}/sheets/0/mine/moment")), "kept_private": []});
    let guess = json!({"about": "0a0a0a0a0a0a0a0a", "side": side});
    let request = json!({"id": "0a0a0a0a0a0a0a0a", "round": 1, "text": "x", "effects": []});
    let touch = json!({"need": {"id": "rest"}, "effect": "serves", "hands": null});
    let counts = |people| json!({"people": people, "unmet": [], "met": [], "feelings": []});
    vec![
        (format!("{talk}/topic"), json!(""), format!("{talk}/topic")),
        (format!("{talk}/opening"), json!("x".repeat(281)), format!("{talk}/opening")),
        (format!("{person}/id"), json!("0a0a0a0a0a0a0a0a"), format!("{person}/id")),
        (format!("{person}/code"), json!(" "), format!("{person}/code")),
        (format!("{person}/since"), json!(0), format!("{person}/since")),
        (format!("{person}/left"), json!(501), format!("{person}/left")),
        (format!("{person}/sheets/1/round"), json!(1), format!("{person}/sheets")),
        (
            format!("{person}/sheets/0/guesses"),
            json!([guess, guess]),
            format!("{person}/sheets/0/guesses/1/id"),
        ),
        (format!("{person}/sheets/0/mine"), json!(null), String::new()),
        (
            format!("{person}/requests"),
            json!([request, request]),
            format!("{person}/requests/1/id"),
        ),
        (format!("{map}/sentence"), json!("x".repeat(141)), format!("{map}/sentence")),
        (format!("{map}/groups/0/name"), json!("x".repeat(61)), format!("{map}/groups/0/name")),
        (
            format!("{map}/groups/0/touches"),
            json!([touch, touch]),
            format!("{map}/groups/0/touches/1/need"),
        ),
        (format!("{map}/groups/0/counted/shown"), counts(4), format!("{map}/groups/0/counted")),
        (format!("{map}/groups/0/counted/waiting"), counts(5), format!("{map}/groups/0/counted")),
        (format!("{map}/id"), json!("0404040404040404"), "/id".to_owned()),
    ]
}

#[test]
fn a_fault_of_a_conversation_or_a_change_says_where_it_is() {
    assert!(exchange::read(&serde_json::to_vec(&value()).unwrap()).is_ok());
    for (at, fault, named) in faults() {
        let mut spoilt = value();
        *spoilt.pointer_mut(&at).unwrap() = fault;
        let read = exchange::read(&serde_json::to_vec(&spoilt).unwrap());
        match named.is_empty() {
            // Without words a sheet says whether its writer is ready.
            true => assert!(read.is_ok(), "{at}"),
            false => assert_eq!(read.unwrap_err(), field(&named), "{at}"),
        }
    }
}

#[test]
fn more_than_a_conversation_or_a_change_bears_is_refused_and_not_written() {
    let mut talk = talk();
    for at in 0..7 {
        let code = ShortText::parse(&format!("P{at}")).unwrap();
        let person = Person::new(PersonId([at; 8]), Kind::Participant, code);
        talk.participants.push(Arc::new(Participant::new(person, 1)));
    }
    let write = |cabinet: &Cabinet| exchange::write(cabinet, &super::meta());
    assert_eq!(write(&with(talk)), Err(Refused::TooLarge));
    let mut spoilt = value();
    let request =
        |at: usize| json!({"id": format!("{at:016x}"), "round": 1, "text": "x", "effects": []});
    let requests: Vec<Value> = (0..501).map(request).collect();
    spoilt["conversations"][0]["participants"][0]["requests"] = json!(requests);
    assert_eq!(refused(&serde_json::to_vec(&spoilt).unwrap()), Refused::TooLarge);
    let mut spoilt = value();
    let group = |at: usize| {
        let mut group = value()["changes"][0]["groups"][0].clone();
        group["id"] = json!(format!("{at:016x}"));
        group
    };
    let groups: Vec<Value> = (0..21).map(group).collect();
    spoilt["changes"][0]["groups"] = json!(groups);
    assert_eq!(refused(&serde_json::to_vec(&spoilt).unwrap()), Refused::TooLarge);
}

#[test]
fn a_file_of_conversations_with_a_byte_changed_is_read_whole_or_refused() {
    let bytes = written(&any(3));
    let mut dice = Dice::new(3);
    for _ in 0..2_000 {
        let mut spoilt = bytes.clone();
        let at = dice.below(spoilt.len());
        spoilt[at] = dice.below(256) as u8;
        if let Ok(read) = exchange::read(&spoilt) {
            check_again(&read.cabinet);
        }
    }
}

fn check_again(cabinet: &Cabinet) {
    assert!(read(&written(cabinet)) == *cabinet);
}
