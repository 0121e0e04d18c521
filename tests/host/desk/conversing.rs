//! Conversations at the desk: who takes part, whose sheet opens to whom, and what becomes of what was written.
//! Never about how it is kept, nor about what is shown.

use std::sync::Arc;

use attune::desk::{Beginning, Desk, FrameChange, Hand, NotAsked, NotJoined, NotOpened};
use attune::domain::moment::EffectKind;
use attune::domain::person::CodeError;
use attune::domain::{
    Agreement, Conversation, FeelingWord, Felt, NeedWord, PersonId, Relation, Standing, TextError,
    Words,
};
use attune::vocabulary::{Area, Feeling, Need};
use leptos::prelude::*;

use super::bench::Bench;
use crate::faulty::Faulty;

pub fn feeling(id: &str) -> FeelingWord {
    FeelingWord::Known(Feeling::from_id(id).unwrap())
}

pub fn need(id: &str) -> NeedWord {
    NeedWord::Known(Need::from_id(id).unwrap())
}

/// A conversation of these people, each by a code.
pub fn among<const COUNT: usize>(codes: [&str; COUNT]) -> (Bench, [PersonId; COUNT]) {
    let bench = Bench::over(&Faulty::default());
    bench.desk.begin_conversation(Beginning::default()).unwrap().unwrap();
    let people = codes.map(|code| bench.desk.add_participant(code).unwrap());
    (bench, people)
}

pub fn talk(desk: Desk) -> Arc<Conversation> {
    desk.conversation().get_untracked().unwrap()
}

/// Opens someone's sheet with a sign of their own.
pub fn sit_down(desk: Desk, person: PersonId) -> Desk {
    desk.hand_to(person);
    assert_eq!(desk.take_up_sheet(person, &sign(person)), Ok(()));
    desk.sheet_desk().unwrap()
}

fn sign(person: PersonId) -> String {
    format!("bird {:?}", person.0)
}

pub fn say_ready(desk: Desk, person: PersonId) {
    sit_down(desk, person);
    desk.say_ready();
}

pub fn words(desk: Desk, person: PersonId, round: u16) -> Option<Words> {
    talk(desk).participant(person)?.sheet(round)?.words.clone()
}

pub fn feelings(words: &Words) -> Vec<FeelingWord> {
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
    assert!(desk.change_frame(FrameChange::Opening(&"x".repeat(281))).is_err());
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
fn a_tab_that_only_reads_begins_no_conversation() {
    let (bench, _) = among(["Heron", "Copper"]);
    bench.later();
    let reader = bench.beside(None);
    assert_eq!(reader.desk.begin_conversation(Beginning::default()), Ok(None));
}
