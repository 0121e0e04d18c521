//! Changes at work: what is said of one is there, comes back when it was removed, and a worksheet is counted and let go.
//! Never about what follows from it: insight's tests say that.

use std::sync::Arc;

use attune::desk::{NotChanged, Notice};
use attune::domain::{ChangeMap, Group, GroupId, Hands, Listed, TextError, TouchKind};
use attune::vocabulary::{Feeling, Judgement, Need};
use leptos::prelude::*;

use super::backup::HELPER;
use super::bench::{Bench, today};
use crate::faulty::Faulty;
use crate::ledgers::now;

pub fn need(id: &str) -> Listed<Need> {
    Listed::Known(Need::from_id(id).unwrap())
}

pub fn feeling(id: &str) -> Listed<Feeling> {
    Listed::Known(Feeling::from_id(id).unwrap())
}

/// A desk with an open change of one group.
pub fn begun() -> (Bench, GroupId) {
    let bench = Bench::over(&Faulty::default());
    bench.desk.begin_change("Two wards become one in June").unwrap();
    let nurses = bench.desk.add_group("Nurses").unwrap();
    (bench, nurses)
}

pub fn map(bench: &Bench) -> Arc<ChangeMap> {
    bench.desk.change_map().get_untracked().unwrap()
}

pub fn group(bench: &Bench, id: GroupId) -> Arc<Group> {
    map(bench).group(id).unwrap().clone()
}

fn names(bench: &Bench) -> Vec<String> {
    map(bench).groups.iter().map(|it| it.name.as_str().to_owned()).collect()
}

#[test]
fn a_change_is_begun_today_with_a_sentence_or_without_and_is_open() {
    let bench = Bench::over(&Faulty::default());
    assert_eq!(bench.desk.change_map().get_untracked(), None);
    let first = bench.desk.begin_change("  Two wards\nbecome one ").unwrap();
    assert_eq!((map(&bench).id, map(&bench).begun_on), (first, today()));
    assert_eq!(map(&bench).sentence.as_ref().unwrap().as_str(), "Two wards become one");
    let second = bench.desk.begin_change("").unwrap();
    assert_eq!((map(&bench).id, &map(&bench).sentence), (second, &None));
    bench.desk.open_change(first);
    assert_eq!(map(&bench).id, first);
    let too_long = NotChanged::Text(TextError::TooLong { has: 141, most: 140 });
    assert_eq!(bench.desk.begin_change(&"a".repeat(141)), Err(too_long));
    assert_eq!(bench.desk.write_change(&"a".repeat(141)), Err(too_long));
    assert!(map(&bench).sentence.is_some(), "what stood there stays");
    assert_eq!(bench.desk.write_change(""), Ok(()));
    assert_eq!(map(&bench).sentence, None);
}

#[test]
fn no_two_groups_of_a_change_are_called_alike_whatever_their_capitals() {
    let (bench, nurses) = begun();
    assert_eq!(bench.desk.add_group(" nurses "), Err(NotChanged::Taken));
    let doctors = bench.desk.add_group("Doctors").unwrap();
    assert_eq!(bench.desk.rename_group(doctors, "NURSES"), Err(NotChanged::Taken));
    assert_eq!(bench.desk.rename_group(nurses, "NURSES"), Ok(()), "its own name is free to it");
    assert_eq!(names(&bench), ["NURSES", "Doctors"]);
    assert_eq!(bench.desk.add_group("  "), Err(NotChanged::Text(TextError::Empty)));
    let too_long = NotChanged::Text(TextError::TooLong { has: 61, most: 60 });
    assert_eq!(bench.desk.add_group(&"a".repeat(61)), Err(too_long));
    bench.desk.begin_change("Another").unwrap();
    assert!(bench.desk.add_group("Nurses").is_ok(), "another change has names of its own");
}

#[test]
fn a_change_holds_twenty_groups_and_says_so() {
    let (bench, _) = begun();
    for number in 2..=ChangeMap::MOST_GROUPS {
        bench.desk.add_group(&format!("Group {number}")).unwrap();
    }
    assert_eq!(bench.desk.add_group("One more"), Err(NotChanged::Full));
    assert_eq!(map(&bench).groups.len(), ChangeMap::MOST_GROUPS);
}

#[test]
fn a_need_is_served_or_threatened_or_neither_and_in_somebodys_hands() {
    let (bench, nurses) = begun();
    let control = need("control");
    let touch = |bench: &Bench| group(bench, nurses).touch(&control).map(|it| (it.kind, it.hands));
    bench.desk.set_touch_hands(nurses, &control, Some(Hands::Mine)).unwrap();
    assert_eq!(touch(&bench), None, "nothing is said of it yet");
    bench.desk.mark_touch(nurses, control.clone(), Some(TouchKind::Threatens)).unwrap();
    bench.desk.set_touch_hands(nurses, &control, Some(Hands::Influence)).unwrap();
    assert_eq!(touch(&bench), Some((TouchKind::Threatens, Some(Hands::Influence))));
    bench.desk.mark_touch(nurses, control.clone(), Some(TouchKind::Serves)).unwrap();
    assert_eq!(touch(&bench), Some((TouchKind::Serves, Some(Hands::Influence))));
    bench.desk.mark_touch(nurses, control.clone(), None).unwrap();
    assert_eq!(touch(&bench), None);
}

#[test]
fn what_is_heard_is_said_and_taken_back_by_the_same_press() {
    let (bench, nurses) = begun();
    let betrayed = Listed::Known(Judgement::from_id("betrayed").unwrap());
    bench.desk.hear_feeling(nurses, feeling("afraid")).unwrap();
    bench.desk.hear_judgement(nurses, betrayed.clone()).unwrap();
    let it = group(&bench, nurses);
    assert_eq!((&it.feelings, &it.judgements), (&vec![feeling("afraid")], &vec![betrayed.clone()]));
    bench.desk.hear_feeling(nurses, feeling("afraid")).unwrap();
    bench.desk.hear_judgement(nurses, betrayed).unwrap();
    let it = group(&bench, nurses);
    assert!(it.feelings.is_empty() && it.judgements.is_empty());
}

#[test]
fn a_group_that_was_removed_comes_back_with_what_was_planned_for_it() {
    let (bench, nurses) = begun();
    let doctors = bench.desk.add_group("Doctors").unwrap();
    let control = need("control");
    bench.desk.mark_touch(nurses, control.clone(), Some(TouchKind::Threatens)).unwrap();
    let rota = bench.desk.add_measure("The rota is drawn up together").unwrap();
    for group in [nurses, doctors] {
        bench.desk.answer_need(rota, group, control.clone(), true).unwrap();
    }
    let before = map(&bench);
    bench.desk.remove_group(nurses).unwrap();
    assert_eq!(names(&bench), ["Doctors"]);
    assert_eq!(map(&bench).measures[0].answers, [(doctors, control)]);
    assert!(bench.desk.undo());
    let after = map(&bench);
    assert_eq!(after.groups, before.groups);
    assert_eq!(after.measures[0].answers.len(), 2);
    assert_eq!(bench.desk.remove_group(GroupId([0; 8])), Err(NotChanged::Gone));
}

#[test]
fn a_group_whose_name_is_taken_by_now_is_not_put_back_and_that_is_said() {
    let (bench, nurses) = begun();
    bench.desk.remove_group(nurses).unwrap();
    bench.desk.add_group("nurses").unwrap();
    assert!(!bench.desk.undo());
    assert_eq!(bench.desk.notice().get_untracked(), Some(Notice::NotPutBack));
    assert_eq!(names(&bench), ["nurses"]);
}

#[test]
fn a_measure_and_a_line_come_back_where_they_stood() {
    let (bench, nurses) = begun();
    for (text, hands) in [("The rota", Hands::Mine), ("The budget", Hands::NotMine)] {
        bench.desk.add_in_hands(nurses, text, hands).unwrap();
    }
    let first = bench.desk.add_measure("A meeting each week").unwrap();
    bench.desk.add_measure("A place to put questions").unwrap();
    bench.desk.write_measure(first, "A meeting each fortnight").unwrap();
    let before = map(&bench);
    assert_eq!(before.measures[0].text.as_str(), "A meeting each fortnight");
    bench.desk.remove_in_hands(nurses, 0).unwrap();
    bench.desk.remove_measure(first).unwrap();
    assert_eq!((group(&bench, nurses).in_hands.len(), map(&bench).measures.len()), (1, 1));
    assert_eq!(bench.desk.remove_in_hands(nurses, 1), Err(NotChanged::Gone));
    assert!(bench.desk.undo() && bench.desk.undo());
    assert_eq!(map(&bench), before);
}

#[test]
fn a_deleted_change_is_gone_with_its_key_and_nothing_of_it_is_put_back() {
    let (bench, nurses) = begun();
    now(bench.desk.invite_for_change(HELPER)).unwrap();
    bench.desk.remove_group(nurses).unwrap();
    let id = map(&bench).id;
    assert!(bench.desk.delete_change(id));
    assert_eq!(bench.desk.change_map().get_untracked(), None);
    assert!(bench.desk.cabinet().get_untracked().changes.is_empty());
    assert!(!bench.desk.undo() && !bench.desk.delete_change(id));
    assert_eq!(bench.desk.add_group("Nurses"), Err(NotChanged::Gone));
}

#[test]
fn a_tab_that_only_reads_begins_no_change() {
    let (bench, _) = begun();
    bench.later();
    let reader = bench.beside(None);
    let before = reader.desk.cabinet().get_untracked();
    assert_eq!(reader.desk.begin_change("Another"), Err(NotChanged::OnlyReads));
    assert_eq!(reader.desk.notice().get_untracked(), Some(Notice::OnlyReads));
    assert_eq!(reader.desk.cabinet().get_untracked(), before);
}
