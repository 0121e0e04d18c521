//! What is answered about needs that keep coming back, and what choices do to needs: said, taken back, kept.
//! Never about which needs are asked about: that is insight's.

use attune::desk::TextPlace;
use attune::domain::moment::Line;
use attune::domain::*;
use attune::vocabulary::Need;
use leptos::prelude::GetUntracked;

use super::bench::{Bench, set_today, today};
use crate::faulty::Faulty;

fn need(id: &str) -> NeedWord {
    NeedWord::Known(Need::from_id(id).unwrap())
}

fn answers(bench: &Bench) -> Vec<(NeedWord, Answer, String, u32)> {
    let journal = bench.desk.journal().get_untracked().unwrap();
    let answers = journal.core_needs.iter();
    answers.map(|it| (it.need.clone(), it.answer, it.day.iso(), it.traces)).collect()
}

/// The same homes, opened anew.
fn reopened(bench: &Bench, person: PersonId) -> Bench {
    bench.later();
    let again = Bench::over(&bench.home);
    again.desk.choose(person);
    again
}

#[test]
fn an_answer_bears_its_day_stands_in_the_place_of_the_one_before_and_is_kept() {
    let (bench, heron) = Bench::in_session();
    assert!(bench.desk.answer_core_need(need("rest"), Answer::Later, 4));
    assert!(bench.desk.answer_core_need(need("competence"), Answer::NotQuite, 3));
    set_today(Day::parse("2026-03-16").unwrap());
    assert!(bench.desk.answer_core_need(need("rest"), Answer::RingsTrue, 9));
    let expected = [
        (need("competence"), Answer::NotQuite, "2026-03-09".to_owned(), 3),
        (need("rest"), Answer::RingsTrue, "2026-03-16".to_owned(), 9),
    ];
    assert_eq!(answers(&bench), expected);
    assert_eq!(answers(&reopened(&bench, heron)), expected);
}

#[test]
fn an_answer_taken_back_is_gone() {
    let (bench, heron) = Bench::in_session();
    bench.desk.answer_core_need(need("rest"), Answer::RingsTrue, 4);
    assert!(!bench.desk.take_back_core_need(&need("competence")));
    assert!(bench.desk.take_back_core_need(&need("rest")));
    assert!(!bench.desk.take_back_core_need(&need("rest")));
    assert_eq!(answers(&reopened(&bench, heron)), []);
}

#[test]
fn without_anyone_chosen_nothing_is_answered_and_nothing_breaks() {
    let bench = Bench::over(&Faulty::default());
    let session = SessionId([1; 8]);
    assert!(!bench.desk.answer_core_need(need("rest"), Answer::RingsTrue, 4));
    assert!(!bench.desk.take_back_core_need(&need("rest")));
    let (moment, item) = (MomentId([2; 8]), ItemId(1));
    assert!(!bench.desk.set_effect(session, moment, item, need("rest"), None));
    assert!(!bench.desk.set_turned_out(session, moment, item, &need("rest"), Standing::Met));
}

#[test]
fn answers_are_those_of_the_person_who_gave_them() {
    let (bench, heron) = Bench::in_session();
    bench.desk.answer_core_need(need("rest"), Answer::RingsTrue, 4);
    bench.desk.add_client("Wren").unwrap();
    assert_eq!(answers(&bench), []);
    bench.desk.answer_core_need(need("rest"), Answer::NotQuite, 2);
    bench.desk.choose(heron);
    assert_eq!(answers(&bench)[0].1, Answer::RingsTrue);
}

#[test]
fn someone_who_was_deleted_comes_back_with_their_answers() {
    let (bench, heron) = Bench::in_session();
    bench.desk.answer_core_need(need("rest"), Answer::RingsTrue, 4);
    bench.later();
    bench.desk.remove_person(heron);
    bench.later();
    assert!(bench.desk.undo());
    bench.desk.choose(heron);
    assert_eq!(answers(&bench).len(), 1);
    assert_eq!(answers(&reopened(&bench, heron)).len(), 1);
}

/// A choice in a session that is closed again; another one is open.
fn chosen() -> (Bench, PersonId, (SessionId, MomentId, ItemId)) {
    let (bench, heron) = Bench::in_session();
    let desk = bench.desk;
    let moment = desk.begin_moment().unwrap();
    let text = Line::parse("rang a friend").unwrap();
    let item = desk.change_moment(moment, |it| it.add_choice(text)).unwrap();
    let session = desk.session().get_untracked().unwrap().id;
    desk.begin_session(today()).unwrap();
    (bench, heron, (session, moment, item))
}

fn choice(bench: &Bench, (session, moment, item): (SessionId, MomentId, ItemId)) -> Choice {
    let journal = bench.desk.journal().get_untracked().unwrap();
    let moment = journal.session(session).unwrap().moment(moment).unwrap();
    match moment.item(item) {
        Some(Item::Choice(choice)) => choice.clone(),
        other => panic!("{other:?}"),
    }
}

fn effect(id: &str, kind: EffectKind, turned_out: Standing) -> Effect {
    Effect { need: need(id), kind, turned_out }
}

#[test]
fn what_a_choice_does_is_said_in_any_session_of_the_person_and_kept() {
    let (bench, heron, place) = chosen();
    let (session, moment, item) = place;
    let desk = bench.desk;
    let set = |id: &str, kind| desk.set_effect(session, moment, item, need(id), kind);
    let turn_out = |id: &str, to| desk.set_turned_out(session, moment, item, &need(id), to);
    assert!(set("rest", Some(EffectKind::Serves)) && set("competence", Some(EffectKind::Costs)));
    assert!(turn_out("rest", Standing::Partly));
    assert!(!turn_out("safety", Standing::Met), "the choice does nothing to it");
    // Said otherwise, it turned out as it did.
    assert!(set("rest", Some(EffectKind::Costs)));
    let rest = effect("rest", EffectKind::Costs, Standing::Partly);
    let competence = effect("competence", EffectKind::Costs, Standing::NotSaid);
    assert_eq!(choice(&bench, place).effects, [rest.clone(), competence]);
    assert!(set("competence", None));
    assert_eq!(choice(&reopened(&bench, heron), place).effects, [rest]);
}

#[test]
fn only_a_choice_does_something_to_a_need() {
    let (bench, _, (session, moment, _)) = chosen();
    bench.desk.open_session(session);
    bench.desk.write_line(moment, TextPlace::NewBehaviour, "said nothing").unwrap();
    let item = bench.desk.catching().get_untracked().item.unwrap();
    let kind = Some(EffectKind::Serves);
    assert!(!bench.desk.set_effect(session, moment, item, need("rest"), kind));
    assert!(!bench.desk.set_effect(session, moment, ItemId(99), need("rest"), kind));
    assert!(!bench.desk.set_effect(SessionId([9; 8]), moment, item, need("rest"), kind));
}

#[test]
fn a_choice_that_is_reworded_or_deleted_and_put_back_keeps_what_it_does() {
    let (bench, _, place) = chosen();
    let (session, moment, item) = place;
    let desk = bench.desk;
    desk.set_effect(session, moment, item, need("rest"), Some(EffectKind::Serves));
    desk.set_turned_out(session, moment, item, &need("rest"), Standing::Met);
    let effects = [effect("rest", EffectKind::Serves, Standing::Met)];
    desk.open_session(session);
    desk.write_line(moment, TextPlace::Item(item), "rang two friends").unwrap();
    let reworded = choice(&bench, place);
    assert_eq!(reworded.text.as_str(), "rang two friends");
    assert_eq!(reworded.effects, effects);
    desk.remove_item(moment, item);
    assert!(desk.undo());
    assert_eq!(choice(&bench, place).effects, effects);
    desk.remove_session(session);
    assert!(desk.undo());
    assert_eq!(choice(&bench, place).effects, effects);
}
