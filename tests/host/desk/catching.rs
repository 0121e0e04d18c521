//! People, sessions and what is caught in a moment.
//! Never about keeping it.

use attune::desk::{Caught, NoteKind, Notice, PersonChange, TextPlace};
use attune::domain::person::CodeError;
use attune::domain::{
    About, Day, FeelingWord, Item, ItemId, Note, OwnWordKind, Standing, Strength, TextError,
};
use attune::insight::catch::Offer;
use attune::vocabulary::{Area, Feeling, Need};
use leptos::prelude::*;

use super::bench::{Bench, today};
use crate::faulty::Faulty;

fn feeling(id: &str) -> FeelingWord {
    FeelingWord::Known(Feeling::from_id(id).unwrap())
}

#[test]
fn a_client_is_added_by_a_code_that_is_theirs_alone() {
    let bench = Bench::over(&Faulty::default());
    let heron = bench.desk.add_client("  Heron ").unwrap();
    let too_long = "x".repeat(41);
    for (code, error) in [
        ("heron", CodeError::Taken),
        (" ", CodeError::Text(TextError::Empty)),
        (&too_long, CodeError::Text(TextError::TooLong { has: 41, most: 40 })),
    ] {
        assert_eq!(bench.desk.add_client(code), Err(error), "{code}");
    }
    assert_eq!(bench.desk.cabinet().with_untracked(|it| it.people().count()), 1);
    assert_eq!(bench.desk.person().unwrap().id, heron);
    assert_eq!(bench.desk.change_person(heron, PersonChange::Rename("HERON")), Ok(()));
    assert_eq!(bench.desk.person().unwrap().code.as_str(), "HERON");
}

#[test]
fn for_myself_there_is_one_person() {
    let bench = Bench::over(&Faulty::default());
    let me = bench.desk.choose_me("Me").unwrap();
    bench.desk.add_client("Heron").unwrap();
    assert_eq!(bench.desk.choose_me("Me"), Some(me));
    assert_eq!(bench.desk.cabinet().with_untracked(|it| it.people().count()), 2);
}

#[test]
fn choosing_someone_else_closes_the_session_first() {
    let (bench, heron) = Bench::in_session();
    bench.desk.choose(heron);
    assert!(bench.desk.session().get_untracked().is_some(), "the same person changes nothing");
    bench.desk.add_client("Wren").unwrap();
    assert_eq!(bench.desk.session().get_untracked(), None);
    assert_eq!(bench.desk.moment().get_untracked(), None);
    assert_eq!(bench.desk.cabinet().with_untracked(|it| it.settings.open), None);
}

#[test]
fn without_a_session_nothing_is_caught_and_nothing_breaks() {
    let bench = Bench::over(&Faulty::default());
    assert_eq!(bench.desk.begin_session(today()), None);
    assert_eq!(bench.desk.begin_moment(), None);
    assert_eq!(bench.desk.catch(&Offer::AsLabel, None, "a label"), Ok(None));
    assert_eq!(bench.desk.catch_feeling(feeling("frustrated")), None);
    assert!(!bench.desk.undo());
}

#[test]
fn three_short_words_catch_a_feeling_a_need_unmet_and_an_area() {
    let (bench, _) = Bench::in_session();
    for typed in ["fru", "comp", "wor"] {
        bench.catch(typed);
    }
    let moment = bench.desk.moment().get_untracked().unwrap();
    let felt: Vec<_> = moment.felt().map(|felt| felt.feeling.clone()).collect();
    assert_eq!(felt, [feeling("frustrated")]);
    let needs: Vec<_> = moment.needs().map(|mark| (mark.need.known(), mark.standing)).collect();
    assert_eq!(needs, [(Need::from_id("competence"), Standing::Unmet)]);
    assert_eq!(moment.area.as_ref().and_then(|area| area.known()), Area::from_id("area-work"));
    assert_eq!(bench.desk.session().get_untracked().unwrap().moments.len(), 1);
}

#[test]
fn a_suffix_sets_what_is_caught_or_what_was_caught_last() {
    let (bench, _) = Bench::in_session();
    let strength = || bench.desk.moment().get_untracked().unwrap().felt().next().unwrap().strength;
    let standing = || bench.desk.moment().get_untracked().unwrap().needs().next().unwrap().standing;
    bench.catch("fru 4");
    assert_eq!(strength(), Strength::new(4));
    bench.catch("2");
    assert_eq!(strength(), Strength::new(2));
    for (typed, expected) in [
        ("comp", Standing::Unmet),
        ("comp +", Standing::Met),
        ("~", Standing::Partly),
        ("-", Standing::Unmet),
    ] {
        bench.catch(typed);
        assert_eq!(standing(), expected, "{typed}");
    }
    bench.catch("+");
    bench.catch("comp");
    assert_eq!(standing(), Standing::Met, "caught again, a need keeps what was said of it");
    assert_eq!(strength(), Strength::new(2), "a need's suffix leaves the feeling alone");
}

#[test]
fn the_next_moment_begins_once_something_stands_in_this_one() {
    let (bench, _) = Bench::in_session();
    let moments = || bench.desk.session().get_untracked().unwrap().moments.len();
    let first = bench.desk.begin_moment().unwrap();
    assert_eq!(bench.desk.begin_moment(), Some(first));
    assert_eq!(moments(), 1);
    bench.catch("sad");
    assert_ne!(bench.desk.begin_moment(), Some(first));
    assert_eq!(moments(), 2);
    bench.desk.shift_moment(first, 1);
    assert_eq!(bench.desk.session().get_untracked().unwrap().moments[1].id, first);
}

#[test]
fn a_feeling_can_be_about_another_and_falls_back_to_the_moment_without_it() {
    let (bench, _) = Bench::in_session();
    let anger = bench.desk.catch_feeling(feeling("angry")).unwrap();
    bench.desk.feel_about(Some(anger));
    bench.desk.catch_feeling(feeling("ashamed")).unwrap();
    let abouts = || {
        let moment = bench.desk.moment().get_untracked().unwrap();
        moment.felt().map(|felt| felt.about).collect::<Vec<_>>()
    };
    assert_eq!(abouts(), [About::Moment, About::Item(anger)]);
    assert_eq!(bench.desk.catching().get_untracked().about, None, "only the next feeling");
    let moment = bench.desk.moment().get_untracked().unwrap().id;
    bench.desk.remove_item(moment, anger);
    assert_eq!(abouts(), [About::Moment]);
    assert!(bench.desk.undo());
    assert_eq!(abouts(), [About::Moment, About::Item(anger)]);
}

#[test]
fn a_text_too_long_is_refused_and_what_stood_there_stays() {
    let (bench, _) = Bench::in_session();
    let desk = bench.desk;
    let moment = desk.begin_moment().unwrap();
    let label =
        || desk.moment().get_untracked().unwrap().label.clone().map(|it| it.as_str().to_owned());
    desk.write_line(moment, TextPlace::Label, "the rota").unwrap();
    let long = "é".repeat(141);
    let refused = Err(TextError::TooLong { has: 141, most: 140 });
    for place in [TextPlace::Label, TextPlace::NewBehaviour, TextPlace::NewChoice] {
        assert_eq!(desk.write_line(moment, place, &long), refused, "{place:?}");
    }
    assert_eq!(label().as_deref(), Some("the rota"));
    assert_eq!(desk.write_line(moment, TextPlace::NewBehaviour, " "), Err(TextError::Empty));
    desk.write_line(moment, TextPlace::Label, " ").unwrap();
    assert_eq!(label(), None, "an empty label takes the label off");
    desk.write_note(NoteKind::Record, "came late").unwrap();
    assert!(desk.write_note(NoteKind::Record, &"x".repeat(Note::MOST + 1)).is_err());
    let session = desk.session().get_untracked().unwrap();
    assert_eq!((session.record.as_str(), session.reflection.as_str()), ("came late", ""));
    assert!(desk.set_pointer(&"x".repeat(280)) && !desk.set_pointer(&"x".repeat(281)));
    assert_eq!(desk.cabinet().get_untracked().settings.pointer.as_str().len(), 280);
}

#[test]
fn a_word_of_ones_own_is_kept_once_with_its_person() {
    let (bench, _) = Bench::in_session();
    for raw in ["wobbly", "Wobbly"] {
        let caught = bench.desk.catch(&Offer::AsFeeling, None, raw).unwrap();
        assert_eq!(caught, Some(Caught::Item(ItemId(1))), "{raw}");
    }
    let need = OwnWordKind::Need(None);
    assert!(
        bench.desk.add_own_word("wobbly", need).unwrap().is_some(),
        "a need may have the same name"
    );
    assert_eq!(bench.desk.person().unwrap().own_words.len(), 2);
    bench.desk.add_client("Wren").unwrap();
    assert_eq!(bench.desk.person().unwrap().own_words.len(), 0);
}

#[test]
fn whatever_is_deleted_comes_back_whole() {
    let (bench, heron) = Bench::in_session();
    let desk = bench.desk;
    for typed in ["fru 4", "comp", "wor"] {
        bench.catch(typed);
    }
    let session = desk.session().get_untracked().unwrap().id;
    let moment = desk.moment().get_untracked().unwrap();
    let item = moment.items.first().map(Item::id).unwrap();
    let before = desk.cabinet().get_untracked().journals;
    let removals: [(&str, &dyn Fn()); 4] = [
        ("item", &|| desk.remove_item(moment.id, item)),
        ("moment", &|| desk.remove_moment(moment.id)),
        ("session", &|| desk.remove_session(session)),
        ("person", &|| desk.remove_person(heron)),
    ];
    for (what, remove) in removals {
        remove();
        assert_ne!(desk.cabinet().get_untracked().journals, before, "{what}");
        assert!(desk.notice().get_untracked().is_some(), "{what}");
        assert!(desk.undo(), "{what}");
        assert_eq!(desk.cabinet().get_untracked().journals, before, "{what}");
        assert_eq!(desk.notice().get_untracked(), None, "{what}");
        desk.choose(heron);
        desk.open_session(session);
    }
    assert!(!desk.undo(), "nothing is taken back twice");
}

#[test]
fn what_cannot_come_back_is_said_and_nothing_else_is_touched() {
    let (bench, _) = Bench::in_session();
    let desk = bench.desk;
    let moment = desk.begin_moment().unwrap();
    // A moment that has given out all its ids gives the last one again: the place of what was deleted is taken then.
    desk.change_moment(moment, |it| while it.take_id() != ItemId(u16::MAX) {});
    bench.catch("fru");
    desk.remove_item(moment, ItemId(u16::MAX));
    bench.catch("sad");
    let before = bench.caught();
    assert!(!desk.undo());
    assert_eq!(desk.notice().get_untracked(), Some(Notice::NotPutBack));
    assert_eq!(bench.caught(), before);
    desk.dismiss_notice();
    assert!(!desk.undo());
    assert_eq!(desk.notice().get_untracked(), None, "where there is nothing, nothing is said");
}

#[test]
fn a_session_moves_to_another_day() {
    let (bench, _) = Bench::in_session();
    let session = bench.desk.session().get_untracked().unwrap().id;
    let day = Day::parse("2026-02-28").unwrap();
    bench.desk.redate_session(session, day);
    assert_eq!(bench.desk.session().get_untracked().unwrap().day, day);
}
