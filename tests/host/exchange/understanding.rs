//! Answers about needs that keep coming back, and what choices do to needs, go into the file and come back; version 1 is read without.
//! Never merges anything.

use std::sync::Arc;

use attune::domain::moment::Line;
use attune::domain::*;
use attune::exchange::{self, Refused};
use attune::vocabulary::Need;
use serde_json::{Value, json};

use super::hostile::refused;
use super::{any, check, meta, read, written};
use crate::samples;

fn words() -> impl Iterator<Item = NeedWord> {
    let others = [Naming::Unknown("ruhe".into()), Naming::Own(WordId(*b"own-need"))];
    Need::all().map(Naming::Known).chain(others)
}

fn with_journal(change: impl FnOnce(&mut Journal)) -> Cabinet {
    let code = Code::parse("B-12").unwrap();
    let mut journal = Journal::new(Person::new(PersonId([1; 8]), Kind::Client, code));
    change(&mut journal);
    Cabinet { journals: vec![Arc::new(journal)], ..Cabinet::default() }
}

fn with_effects(effects: Vec<Effect>) -> Cabinet {
    with_journal(|journal| {
        let mut moment = Moment::new(MomentId([3; 8]));
        let id = moment.add_choice(Line::parse("rang a friend").unwrap());
        if let Some(Item::Choice(choice)) = moment.item_mut(id) {
            choice.effects = effects;
        }
        let session = SessionId([2; 8]);
        journal.begin_session(session, Day::parse("2026-03-01").unwrap());
        journal.change_session(session, |it| it.moments.push(Arc::new(moment)));
    })
}

#[test]
fn every_answer_comes_back_from_a_file() {
    for answer in Answer::ALL {
        for (day, traces) in [(Day::FIRST, 0), (Day::LAST, u32::MAX)] {
            check(&with_journal(|journal| {
                words().for_each(|need| journal.answer(CoreNeed { need, answer, day, traces }));
            }));
        }
    }
}

#[test]
fn every_effect_comes_back_from_a_file() {
    for kind in [EffectKind::Serves, EffectKind::Costs] {
        for turned_out in [Standing::NotSaid, Standing::Unmet, Standing::Partly, Standing::Met] {
            let effects = words().map(|need| Effect { need, kind, turned_out });
            check(&with_effects(effects.collect()));
        }
    }
}

#[test]
fn a_person_can_read_what_a_choice_does() {
    let need = Naming::Known(Need::from_id("competence").unwrap());
    let (kind, turned_out) = (EffectKind::Costs, Standing::NotSaid);
    let cabinet = with_effects(vec![Effect { need, kind, turned_out }]);
    let text = String::from_utf8(written(&cabinet)).unwrap();
    let line = "                {\"kind\": \"choice\", \"id\": 1, \"text\": \"rang a friend\", \"effects\": \
        [{\"word\": {\"id\": \"competence\", \"name\": \"Competence\"}, \"effect\": \"costs\", \"turned_out\": \"not said\"}]}";
    assert!(text.lines().any(|it| it == line), "{text}");
}

/// The same file as version 3 has it.
pub fn as_version_3(mut file: Value) -> Value {
    file["version"] = json!(3);
    for field in ["conversations", "changes"] {
        file.as_object_mut().unwrap().remove(field);
    }
    file
}

/// And as version 2 has it.
pub fn as_version_2(file: Value) -> Value {
    let mut file = as_version_3(file);
    file["version"] = json!(2);
    for person in file["people"].as_array_mut().unwrap() {
        let without = |value: &mut Value, fields: &[&str]| {
            fields.iter().for_each(|field| _ = value.as_object_mut().unwrap().remove(*field));
        };
        without(person, &["review_by", "invitation"]);
        for session in person["sessions"].as_array_mut().unwrap() {
            without(session, &["summary", "sheet", "received"]);
        }
    }
    file
}

/// And as version 1 has it.
fn as_version_1(file: Value) -> Value {
    let mut file = as_version_2(file);
    file["version"] = json!(1);
    let lists = |value: &mut Value, name: &str| std::mem::take(value[name].as_array_mut().unwrap());
    let mut people = lists(&mut file, "people");
    for person in &mut people {
        person.as_object_mut().unwrap().remove("core_needs");
        for session in person["sessions"].as_array_mut().unwrap() {
            for moment in session["moments"].as_array_mut().unwrap() {
                for item in moment["items"].as_array_mut().unwrap() {
                    item.as_object_mut().unwrap().remove("effects");
                }
            }
        }
    }
    file["people"] = json!(people);
    file
}

fn without_understanding(cabinet: &Cabinet) -> Cabinet {
    let mut less = samples::plain(cabinet.clone());
    for journal in &mut less.journals {
        let journal = Arc::make_mut(journal);
        journal.core_needs = Arc::default();
        for moment in journal.sessions.iter_mut().flat_map(|it| &mut Arc::make_mut(it).moments) {
            for item in &mut Arc::make_mut(moment).items {
                if let Item::Choice(choice) = item {
                    choice.effects.clear();
                }
            }
        }
    }
    less
}

#[test]
fn a_file_of_version_1_is_read_as_without_answers_and_effects() {
    for seed in 0..60 {
        let cabinet = any(seed);
        let file: Value = serde_json::from_slice(&written(&cabinet)).unwrap();
        let first = as_version_1(file.clone());
        let expected = without_understanding(&cabinet);
        assert!(read(&serde_json::to_vec(&first).unwrap()) == expected, "{seed}");
        // What version 1 does not name is passed over, whatever it holds.
        let mut more = as_version_2(file);
        more["version"] = json!(1);
        for person in more["people"].as_array_mut().unwrap() {
            person["core_needs"] = json!("of another kind");
        }
        assert!(read(&serde_json::to_vec(&more).unwrap()) == expected, "{seed}: passed over");
    }
}

#[test]
fn a_file_of_version_2_is_read_as_without_what_the_worksheet_brought() {
    for seed in 0..60 {
        let cabinet = any(seed);
        let file: Value = serde_json::from_slice(&written(&cabinet)).unwrap();
        let second = as_version_2(file.clone());
        let expected = samples::plain(cabinet);
        assert!(read(&serde_json::to_vec(&second).unwrap()) == expected, "{seed}");
        // What version 2 does not name is passed over, whatever it holds.
        let mut more = second;
        for person in more["people"].as_array_mut().unwrap() {
            person["invitation"] = json!("of another kind");
        }
        assert!(read(&serde_json::to_vec(&more).unwrap()) == expected, "{seed}: passed over");
    }
}

#[test]
fn a_file_whose_version_was_lowered_is_damaged() {
    for version in [1, 2, 3] {
        let bytes = written(&samples::cabinet(65, 2, 2, 2, 5));
        let mut file: Value = serde_json::from_slice(&bytes).unwrap();
        file["version"] = json!(version);
        let refused = refused(&serde_json::to_vec(&file).unwrap());
        assert!(matches!(refused, Refused::Damaged { .. }), "{version}");
    }
}

#[test]
fn a_file_of_version_2_without_answers_or_effects_is_damaged() {
    let file: Value = serde_json::from_slice(&written(&samples::cabinet(64, 2, 2, 9, 5))).unwrap();
    let mut second = as_version_1(file);
    second["version"] = json!(2);
    assert!(matches!(refused(&serde_json::to_vec(&second).unwrap()), Refused::Damaged { .. }));
    for person in second["people"].as_array_mut().unwrap() {
        person["core_needs"] = json!([]);
    }
    // There is a choice in it.
    assert!(matches!(refused(&serde_json::to_vec(&second).unwrap()), Refused::Damaged { .. }));
}

#[test]
fn more_answers_than_a_reader_bears_are_not_written() {
    let (answer, day) = (Answer::Later, Day::FIRST);
    let of = |count: u64| {
        with_journal(|journal| {
            let needs = (0..count).map(|it| Naming::Own(WordId(it.to_le_bytes())));
            let answers = needs.map(|need| CoreNeed { need, answer, day, traces: 1 });
            journal.core_needs = Arc::new(answers.collect());
        })
    };
    assert_eq!(exchange::write(&of(10_001), &meta()), Err(Refused::TooLarge));
    check(&of(10_000));
}
