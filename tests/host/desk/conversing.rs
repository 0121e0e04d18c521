//! Conversations at the desk: who takes part, whose sheet opens to whom, and what becomes of what was written.
//! Never about how it is kept, nor about what is shown.

use std::sync::Arc;

use attune::desk::{Beginning, Desk, FrameChange, Hand, NotAsked, NotJoined, NotOpened};
use attune::domain::moment::EffectKind;
use attune::domain::person::CodeError;
use attune::domain::{
    Agreement, Conversation, FeelingWord, Felt, Item, NeedWord, PersonId, Relation, Standing,
    TextError, Words,
};
use attune::vocabulary::{Area, Feeling, Need};
use leptos::prelude::*;

use super::bench::Bench;
use crate::faulty::Faulty;

fn feeling(id: &str) -> FeelingWord {
    FeelingWord::Known(Feeling::from_id(id).unwrap())
}

fn need(id: &str) -> NeedWord {
    NeedWord::Known(Need::from_id(id).unwrap())
}

/// A conversation of these people, each by a code.
fn among<const COUNT: usize>(codes: [&str; COUNT]) -> (Bench, [PersonId; COUNT]) {
    let bench = Bench::over(&Faulty::default());
    bench.desk.begin_conversation(Beginning::default()).unwrap().unwrap();
    let people = codes.map(|code| bench.desk.add_participant(code).unwrap());
    (bench, people)
}

fn talk(desk: Desk) -> Arc<Conversation> {
    desk.conversation().get_untracked().unwrap()
}

/// Opens someone's sheet with a sign of their own.
fn sit_down(desk: Desk, person: PersonId) -> Desk {
    desk.hand_to(person);
    assert_eq!(desk.take_up_sheet(person, &sign(person)), Ok(()));
    desk.sheet_desk().unwrap()
}

fn sign(person: PersonId) -> String {
    format!("bird {:?}", person.0)
}

fn say_ready(desk: Desk, person: PersonId) {
    sit_down(desk, person);
    desk.say_ready();
}

fn words(desk: Desk, person: PersonId, round: u16) -> Option<Words> {
    talk(desk).participant(person)?.sheet(round)?.words.clone()
}

fn feelings(words: &Words) -> Vec<FeelingWord> {
    words.mine.moment.felt().map(|it: &Felt| it.feeling.clone()).collect()
}

#[test]
fn a_participants_code_is_theirs_alone_in_their_conversation() {
    let (bench, [heron, _]) = among(["Heron", "Copper"]);
    let long = "x".repeat(41);
    for (code, error) in [
        (" ", CodeError::Text(TextError::Empty)),
        (&*long, CodeError::Text(TextError::TooLong { has: 41, most: 40 })),
        ("hérON", CodeError::Taken),
    ] {
        assert_eq!(bench.desk.add_participant(code), Err(NotJoined::Code(error)), "{code}");
    }
    assert_eq!(
        bench.desk.rename_participant(heron, "copper"),
        Err(NotJoined::Code(CodeError::Taken))
    );
    assert_eq!(bench.desk.rename_participant(heron, "HERON"), Ok(()));
    bench.desk.begin_conversation(Beginning::default()).unwrap();
    assert!(bench.desk.add_participant("Heron").is_ok(), "another conversation");
    assert_eq!(bench.desk.cabinet().with_untracked(|it| it.people().count()), 0, "no client");
}

#[test]
fn a_conversation_has_room_for_eight() {
    let (bench, _) = among(["1", "2", "3", "4", "5", "6", "7", "8"]);
    assert_eq!(bench.desk.add_participant("9"), Err(NotJoined::TooMany));
    assert_eq!(talk(bench.desk).participants.len(), 8);
}

#[test]
fn without_an_open_conversation_nobody_joins_and_nothing_breaks() {
    let bench = Bench::over(&Faulty::default());
    assert_eq!(bench.desk.add_participant("Heron"), Err(NotJoined::NothingOpen));
    assert_eq!(bench.desk.ask(PersonId([1; 8]), "Say it"), Err(NotAsked::NothingOpen));
    assert_eq!(bench.desk.take_up_sheet(PersonId([1; 8]), "x"), Err(NotOpened::NotHere));
    assert!(!bench.desk.erase_participant(PersonId([1; 8])));
    assert!(bench.desk.sheet_desk().is_none());
}

#[test]
fn of_several_conversations_none_is_open_until_one_is_chosen() {
    let (bench, _) = among(["Heron", "Copper"]);
    let first = talk(bench.desk).id;
    bench.desk.begin_conversation(Beginning::default()).unwrap();
    bench.desk.look_around(bench.desk.cabinet().get_untracked());
    assert_eq!(bench.desk.conversation().get_untracked(), None);
    bench.desk.open_conversation(first);
    assert_eq!(talk(bench.desk).id, first);
}

#[test]
fn what_it_is_about_is_changed_and_too_much_is_refused_whole() {
    let (bench, _) = among(["Heron", "Copper"]);
    let desk = bench.desk;
    let work = Area::from_id("area-work").unwrap();
    let before = talk(desk).frame.revision;
    assert_eq!(desk.change_frame(FrameChange::Topic(" The door  was shut ")), Ok(()));
    let long = "x".repeat(141);
    let refused = Err(TextError::TooLong { has: 141, most: 140 });
    assert_eq!(desk.change_frame(FrameChange::Topic(&long)), refused);
    assert_eq!(desk.change_frame(FrameChange::Opening(&"x".repeat(281))).is_err(), true);
    desk.change_frame(FrameChange::Relation(Some(Relation::Couple))).unwrap();
    desk.change_frame(FrameChange::Area(work, true)).unwrap();
    let frame = talk(desk).frame.clone();
    assert_eq!(frame.topic.unwrap().as_str(), "The door was shut");
    assert_eq!((frame.relation, frame.areas.len()), (Some(Relation::Couple), 1));
    assert!(frame.revision > before);
    desk.change_frame(FrameChange::Topic("")).unwrap();
    assert_eq!(talk(desk).frame.topic, None);
}

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
    sheet.catch_own_word("fizzy", attune::domain::OwnWordKind::Feeling(None)).unwrap();
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
fn who_leaves_mid_round_keeps_nobody_waiting_and_finds_their_words_again() {
    let (bench, [heron, copper, moss]) = among(["Heron", "Copper", "Moss"]);
    let desk = bench.desk;
    sit_down(desk, moss).catch_feeling(feeling("sad"));
    say_ready(desk, heron);
    say_ready(desk, copper);
    assert_eq!(talk(desk).revealed(1), None);
    desk.leave(moss);
    assert_eq!(talk(desk).revealed(1).unwrap().len(), 2);
    desk.come_back(moss);
    let it = talk(desk);
    assert_eq!(it.current_round(), 2, "what was revealed stays so");
    assert_eq!(it.revealed(1).unwrap().len(), 2, "never shown without their word");
    assert_eq!(feelings(&words(desk, moss, 2).unwrap()), [feeling("sad")]);
    assert!(!it.participant(moss).unwrap().is_ready(2));
}

#[test]
fn who_leaves_and_comes_back_in_the_same_round_goes_on() {
    let (bench, [_, _, moss]) = among(["Heron", "Copper", "Moss"]);
    let desk = bench.desk;
    sit_down(desk, moss).catch_feeling(feeling("sad"));
    desk.leave(moss);
    desk.come_back(moss);
    assert_eq!(feelings(&words(desk, moss, 1).unwrap()), [feeling("sad")]);
}

#[test]
fn who_joins_later_takes_part_from_then_on() {
    let (bench, [heron, copper]) = among(["Heron", "Copper"]);
    let desk = bench.desk;
    say_ready(desk, heron);
    say_ready(desk, copper);
    let moss = desk.add_participant("Moss").unwrap();
    let it = talk(desk);
    assert_eq!((it.revealed(1).unwrap().len(), it.in_round(2).count()), (2, 3));
    assert_eq!(it.participant(moss).unwrap().since, 2);
}

#[test]
fn an_erased_participant_takes_nothing_of_the_others_along() {
    let (bench, [heron, copper, moss]) = among(["Heron", "Copper", "Moss"]);
    let desk = bench.desk;
    let sheet = sit_down(desk, heron);
    sheet.catch_feeling(feeling("sad"));
    sheet.make_current(sheet.side(Some(moss)).unwrap(), None);
    sheet.catch_need(need("rest"), None);
    sheet.make_current(sheet.side(Some(copper)).unwrap(), None);
    sheet.catch_need(need("control"), None);
    let asked = desk.ask(heron, "A walk").unwrap();
    desk.affect(heron, asked, moss, need("rest"), Some(EffectKind::Costs)).unwrap();
    assert!(desk.erase_participant(moss));
    let (it, words) = (talk(desk), words(desk, heron, 1).unwrap());
    assert_eq!(feelings(&words), [feeling("sad")]);
    assert_eq!((words.guess(moss), words.guess(copper).is_some()), (None, true));
    assert_eq!(it.participant(heron).unwrap().requests[0].effects, []);
    assert!(!desk.undo(), "erased is erased");
}

#[test]
fn a_request_changes_until_it_is_seen_and_each_one_replies_for_themselves() {
    let (bench, [heron, copper]) = among(["Heron", "Copper"]);
    let desk = bench.desk;
    let walk = desk.ask(heron, "A walk").unwrap();
    let other = desk.ask(heron, "Something else").unwrap();
    assert_eq!(desk.ask(heron, " "), Err(NotAsked::Text(TextError::Empty)));
    assert_eq!(desk.reword_request(heron, walk, "A walk on Sunday"), Ok(()));
    assert_eq!(desk.affect(heron, walk, heron, need("rest"), Some(EffectKind::Serves)), Ok(()));
    assert_eq!(desk.take_back_request(heron, other), Ok(()));
    desk.reply(copper, walk, Agreement::Agreed);
    assert_eq!(talk(desk).participant(copper).unwrap().reply(walk), None, "not before it is seen");
    say_ready(desk, heron);
    say_ready(desk, copper);
    assert_eq!(desk.reword_request(heron, walk, "Two walks"), Err(NotAsked::IsRevealed));
    assert_eq!(desk.take_back_request(heron, walk), Err(NotAsked::IsRevealed));
    desk.reply(copper, walk, Agreement::Agreed);
    desk.look_back(heron, walk, need("rest"), Standing::Met);
    let it = talk(desk);
    assert_eq!(it.participant(copper).unwrap().reply(walk).unwrap().agreement, Agreement::Agreed);
    let looked = &it.participant(heron).unwrap().reply(walk).unwrap().turned_out;
    assert_eq!(looked[..], [(need("rest"), Standing::Met, 2)]);
}

#[test]
fn a_deleted_conversation_comes_back_with_everything_in_it() {
    let (bench, [heron, _]) = among(["Heron", "Copper"]);
    sit_down(bench.desk, heron).catch_feeling(feeling("sad"));
    let before = talk(bench.desk);
    bench.desk.remove_conversation(before.id);
    assert_eq!((bench.desk.conversation().get_untracked(), bench.desk.hand()), (None, Hand::Table));
    assert!(bench.desk.undo());
    assert_eq!(talk(bench.desk), before);
}

#[test]
fn a_label_on_a_sheet_is_shared_as_it_stands_and_judgements_never_are() {
    let (bench, [heron, copper]) = among(["Heron", "Copper"]);
    let desk = bench.desk;
    let sheet = sit_down(desk, heron);
    let judged = attune::vocabulary::Judgement::all().next().unwrap();
    sheet.change_moment(sheet.side(None).unwrap(), |it| {
        it.hear(attune::domain::JudgementWord::Known(judged));
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

#[test]
fn a_tab_that_only_reads_begins_no_conversation() {
    let (bench, _) = among(["Heron", "Copper"]);
    bench.later();
    let reader = bench.beside(None);
    assert_eq!(reader.desk.begin_conversation(Beginning::default()), Ok(None));
}
