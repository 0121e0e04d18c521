//! What a choice does to needs, and what was answered about needs that keep coming back: the same after their bytes as before.
//! Never goes through storage.

use std::sync::Arc;

use attune::domain::*;
use attune::vault::Unreadable;
use attune::vault::segment::{self, Frame};
use attune::vault::wire::{self, Record};
use attune::vocabulary::Need;

use crate::wire::{bytes, check, moment_with, text};

#[test]
fn what_a_choice_does_to_needs_comes_back() {
    let words = [Naming::Unknown("ruhe".into()), Naming::Own(WordId(*b"own-need"))];
    let words: Vec<NeedWord> = Need::all().map(Naming::Known).chain(words).collect();
    for kind in [EffectKind::Serves, EffectKind::Costs] {
        for turned_out in [Standing::NotSaid, Standing::Unmet, Standing::Partly, Standing::Met] {
            check(moment_with(|moment| {
                let id = moment.add_choice(text("rang a friend"));
                let Some(Item::Choice(choice)) = moment.item_mut(id) else { panic!("no choice") };
                let effect = |need: &NeedWord| Effect { need: need.clone(), kind, turned_out };
                choice.effects = words.iter().map(effect).collect();
                moment.add_choice(text("went home"));
            }));
        }
    }
}

#[test]
fn answers_about_needs_that_keep_coming_back_come_back() {
    check(Record::CoreNeeds(Arc::default()));
    let words = [Naming::Unknown("ruhe".into()), Naming::Own(WordId(*b"own-need"))];
    let words: Vec<NeedWord> = Need::all().map(Naming::Known).chain(words).collect();
    for answer in Answer::ALL {
        for (day, traces) in [(Day::FIRST, 0), (Day::LAST, u32::MAX)] {
            let answer = |need: &NeedWord| CoreNeed { need: need.clone(), answer, day, traces };
            check(Record::CoreNeeds(Arc::new(words.iter().map(answer).collect())));
        }
    }
}

/// A choice that serves `ruhe`, and what was answered about it: as they lie on the wire.
fn choice_and_answer() -> [(Record, &'static [u8]); 2] {
    let need = || Naming::Unknown("ruhe".into());
    let choice = moment_with(|moment| {
        let id = moment.add_choice(text("x"));
        let Some(Item::Choice(choice)) = moment.item_mut(id) else { panic!("no choice") };
        let (kind, turned_out) = (EffectKind::Serves, Standing::Met);
        choice.effects = vec![Effect { need: need(), kind, turned_out }];
    });
    let (answer, day) = (Answer::NotQuite, Day::from_number(1).unwrap());
    let answer = CoreNeed { need: need(), answer, day, traces: 300 };
    [
        (choice, b"\x06\x01\x01session1\x1bmoment-1\x00\x00\x00\x00\x02\x01\x06\x01\x01x\x01\x00\x04ruhe\x01\x03"),
        (Record::CoreNeeds(Arc::new(vec![answer])), b"\x09\x01\x00\x0b\x01\x00\x04ruhe\x02\x02\xac\x02"),
    ]
}

#[test]
fn the_bytes_of_effects_and_answers_stay() {
    for (record, expected) in choice_and_answer() {
        assert_eq!(bytes(&record), expected);
    }
}

#[test]
fn an_unknown_kind_of_effect_or_answer_makes_its_record_newer() {
    // How far from the end the number is that tells the kind.
    for ((record, bytes), from_end) in choice_and_answer().into_iter().zip([2, 4]) {
        let (frame, _) = segment::take(bytes).unwrap();
        for number in [0, 4, 255] {
            let mut body = frame.body.to_vec();
            let place = body.len() - from_end;
            body[place] = number;
            let read = wire::read(&Frame { body: &body, ..frame.clone() });
            assert_eq!(read, Err(Unreadable::Newer), "{record:?}");
        }
    }
}

#[test]
fn a_need_that_is_answered_or_affected_twice_is_damaged() {
    let [(mut choice, _), (mut answers, _)] = choice_and_answer();
    if let Record::Moment(_, moment) = &mut choice
        && let Some(Item::Choice(choice)) = Arc::make_mut(moment).item_mut(ItemId(1))
    {
        choice.effects.push(choice.effects[0].clone());
    }
    if let Record::CoreNeeds(answers) = &mut answers {
        let again = answers[0].clone();
        Arc::make_mut(answers).push(again);
    }
    for record in [choice, answers] {
        let bytes = bytes(&record);
        let (frame, _) = segment::take(&bytes).unwrap();
        assert_eq!(wire::read(&frame), Err(Unreadable::Damaged), "{record:?}");
    }
}
