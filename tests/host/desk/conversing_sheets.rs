//! A participant's sheet at the desk: whose sign opens it, what becomes of what is written on it, when it is revealed.
//! Never about who takes part: conversing's tests are.

use attune::desk::{Hand, NotOpened};
use attune::domain::{Item, JudgementWord, OwnWordKind, Standing};
use attune::vocabulary::Judgement;
use leptos::prelude::*;

use super::conversing::{among, feeling, feelings, need, say_ready, sit_down, talk, words};

#[test]
fn the_first_sign_given_opens_a_sheet_again_and_no_other_does() {
    let (bench, [heron, copper]) = among(["Heron", "Copper"]);
    let desk = bench.desk;
    desk.hand_to(heron);
    assert_eq!(desk.hand(), Hand::Asked(heron));
    assert_eq!(desk.take_up_sheet(heron, "  "), Err(NotOpened::SignMissing));
    assert_eq!(desk.take_up_sheet(heron, "Kingfisher"), Ok(()));
    desk.pass_on();
    assert!(desk.sheet_desk().is_none(), "closed");
    assert_eq!(desk.take_up_sheet(heron, "kestrel"), Err(NotOpened::WrongSign));
    assert_eq!(desk.take_up_sheet(copper, "kingfisher"), Ok(()), "a sign of one's own");
    assert_eq!(desk.take_up_sheet(heron, " KINGFISHER "), Ok(()));
    assert_eq!(desk.hand(), Hand::Sheet(heron, 1));
}

#[test]
fn a_sign_is_asked_for_even_when_the_others_have_gone() {
    let (bench, [heron, copper, moss]) = among(["Heron", "Copper", "Moss"]);
    sit_down(bench.desk, heron);
    bench.desk.leave(copper);
    bench.desk.erase_participant(moss);
    assert_eq!(bench.desk.asks_sign_of(heron), Some(true));
    assert_eq!(bench.desk.asks_sign_of(copper), None, "takes no part");
}

#[test]
fn what_is_caught_at_a_sheet_is_in_the_conversation_at_once_and_only_there() {
    let (bench, [heron, copper]) = among(["Heron", "Copper"]);
    let desk = bench.desk;
    let sheet = sit_down(desk, heron);
    sheet.catch_feeling(feeling("sad"));
    sheet.catch_own_word("fizzy", OwnWordKind::Feeling(None)).unwrap();
    sheet.make_current(sheet.side(Some(copper)).unwrap(), None);
    sheet.catch_need(need("rest"), Some(Standing::Unmet));
    let here = words(desk, heron, 1).unwrap();
    assert_eq!(feelings(&here).len(), 2);
    assert_eq!(here.guess(copper).unwrap().moment.needs().count(), 1);
    let own = talk(desk).participant(heron).unwrap().person.own_words.len();
    assert_eq!(own, 1, "own words are theirs");
    assert_eq!(desk.moment().get_untracked(), None, "the page's own desk");
    // Another round of the same sheet goes on where it was.
    desk.pass_on();
    let again = sit_down(desk, heron);
    let session = again.session().get_untracked().unwrap();
    assert_eq!(session.moments[0].felt().count(), 2);
    assert_eq!(again.begin_moment(), None, "a sheet has the sides it has");
}

#[test]
fn a_sheet_opened_and_left_blank_guesses_about_nobody() {
    let (bench, [heron, copper]) = among(["Heron", "Copper"]);
    let sheet = sit_down(bench.desk, heron);
    sheet.catch_feeling(feeling("sad"));
    assert_eq!(words(bench.desk, heron, 1).unwrap().guess(copper), None);
}

#[test]
fn what_is_taken_out_at_a_sheet_comes_back_there() {
    let (bench, [heron, _]) = among(["Heron", "Copper"]);
    let sheet = sit_down(bench.desk, heron);
    let item = sheet.catch_feeling(feeling("sad")).unwrap();
    sheet.remove_item(sheet.side(None).unwrap(), item);
    assert!(feelings(&words(bench.desk, heron, 1).unwrap()).is_empty());
    assert_eq!(bench.desk.notice().get_untracked(), None, "the page says nothing of it");
    assert!(sheet.undo());
    assert_eq!(feelings(&words(bench.desk, heron, 1).unwrap()), [feeling("sad")]);
}

#[test]
fn all_is_revealed_when_the_last_one_is_ready_and_private_things_are_not() {
    let (bench, [heron, copper]) = among(["Heron", "Copper"]);
    let desk = bench.desk;
    let sheet = sit_down(desk, heron);
    let sad = sheet.catch_feeling(feeling("sad")).unwrap();
    sheet.catch_feeling(feeling("hopeful"));
    desk.keep_private(None, sad, true);
    desk.say_ready();
    assert_eq!(desk.hand(), Hand::Passing);
    assert_eq!(talk(desk).revealed(1), None);
    say_ready(desk, copper);
    assert_eq!(desk.hand(), Hand::Revealing);
    let it = talk(desk);
    let revealed = it.revealed(1).unwrap();
    let shown: Vec<_> =
        revealed.iter().map(|(_, words)| feelings(words.as_ref().unwrap())).collect();
    assert_eq!(shown, [vec![feeling("hopeful")], vec![]]);
    assert_eq!(it.current_round(), 2);
}

#[test]
fn ready_is_taken_back_as_long_as_it_is_not_revealed() {
    let (bench, [heron, copper]) = among(["Heron", "Copper"]);
    let desk = bench.desk;
    say_ready(desk, heron);
    sit_down(desk, heron);
    desk.take_ready_back();
    say_ready(desk, copper);
    assert_eq!(talk(desk).revealed(1), None);
    say_ready(desk, heron);
    assert!(talk(desk).revealed(1).is_some());
}

#[test]
fn a_sheet_that_was_revealed_takes_no_more_changes() {
    let (bench, [heron, copper]) = among(["Heron", "Copper"]);
    let desk = bench.desk;
    say_ready(desk, copper);
    let sheet = sit_down(desk, heron);
    desk.say_ready();
    sheet.catch_feeling(feeling("sad"));
    assert_eq!(feelings(&words(desk, heron, 1).unwrap()), []);
}

#[test]
fn who_forgot_their_sign_loses_only_what_was_not_revealed() {
    let (bench, [heron, copper]) = among(["Heron", "Copper"]);
    let desk = bench.desk;
    sit_down(desk, heron).catch_feeling(feeling("sad"));
    desk.say_ready();
    say_ready(desk, copper);
    sit_down(desk, heron).catch_feeling(feeling("angry"));
    desk.ask(heron, "A walk").unwrap();
    desk.forget_sign(heron);
    assert_eq!(desk.hand(), Hand::Asked(heron));
    assert_eq!(feelings(&words(desk, heron, 1).unwrap()), [feeling("sad")]);
    assert_eq!(words(desk, heron, 2), None);
    assert!(talk(desk).participant(heron).unwrap().requests.is_empty());
    assert_eq!(desk.take_up_sheet(heron, "another"), Ok(()));
}

#[test]
fn a_label_on_a_sheet_is_shared_as_it_stands_and_judgements_never_are() {
    let (bench, [heron, copper]) = among(["Heron", "Copper"]);
    let desk = bench.desk;
    let sheet = sit_down(desk, heron);
    let judged = Judgement::all().next().unwrap();
    sheet.change_moment(sheet.side(None).unwrap(), |it| {
        it.hear(JudgementWord::Known(judged));
    });
    desk.say_ready();
    say_ready(desk, copper);
    let it = talk(desk);
    let shown = it.revealed(1).unwrap()[0].1.clone().unwrap();
    assert!(!shown.mine.moment.items.iter().any(|it| matches!(it, Item::Heard(_))));
}

#[test]
fn leaving_the_page_closes_every_sheet() {
    let (bench, [heron, _]) = among(["Heron", "Copper"]);
    sit_down(bench.desk, heron);
    bench.desk.close_sheet();
    assert_eq!(bench.desk.hand(), Hand::Passing);
    bench.desk.hand_to(heron);
    assert_eq!(bench.desk.hand(), Hand::Asked(heron), "and asks for the sign again");
}
