//! Changes at work: what is said of one is there, comes back when it was removed, and a worksheet is counted and let go.
//! Never about what follows from it: insight's tests say that.

use std::sync::Arc;

use attune::desk::{NotArrived, NotChanged, NotCounted, NotInvited, Notice};
use attune::domain::moment::Line;
use attune::domain::person::OwnText;
use attune::domain::{
    About, ChangeMap, Day, Group, GroupId, HandoverId, Hands, Listed, Moment, MomentId, Naming,
    Note, OwnWord, OwnWordKind, PublicKey, SecretKey, SessionId, Standing, TextError, TouchKind,
    WordId,
};
use attune::exchange::handover::{HandedBy, HandedSession, Handover};
use attune::sealed_file::{WorkFactor, public_key, seal, seal_for_key};
use attune::vocabulary::{Feeling, Judgement, Need};
use attune::worker::Trouble;
use leptos::prelude::*;

use super::backup::{HELPER, NO_HELPER};
use super::bench::{Bench, today};
use crate::faulty::Faulty;
use crate::handover::written;
use crate::ledgers::now;

fn need(id: &str) -> Listed<Need> {
    Listed::Known(Need::from_id(id).unwrap())
}

fn feeling(id: &str) -> Listed<Feeling> {
    Listed::Known(Feeling::from_id(id).unwrap())
}

/// A desk with an open change of one group.
fn begun() -> (Bench, GroupId) {
    let bench = Bench::over(&Faulty::default());
    bench.desk.begin_change("Two wards become one in June").unwrap();
    let nurses = bench.desk.add_group("Nurses").unwrap();
    (bench, nurses)
}

fn map(bench: &Bench) -> Arc<ChangeMap> {
    bench.desk.change_map().get_untracked().unwrap()
}

fn group(bench: &Bench, id: GroupId) -> Arc<Group> {
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

// Worksheets.

/// One person's worksheet: what goes short, what is met, what is felt; with a label and an own word that nothing may count.
fn worksheet(id: u8, unmet: &[&str], met: &[&str], felt: &[&str]) -> Handover {
    let mut moment = Moment::new(MomentId([id; 8]));
    moment.label = Line::parse("The rota again").ok();
    for it in felt {
        moment.feel(Naming::Known(Feeling::from_id(it).unwrap()), About::Moment);
    }
    for (all, standing) in [(unmet, Standing::Unmet), (met, Standing::Met)] {
        for it in all {
            moment.mark_need(Naming::Known(Need::from_id(it).unwrap()), standing);
        }
    }
    let again = Moment { id: MomentId([id + 100; 8]), ..moment.clone() };
    let session = HandedSession {
        id: SessionId([id; 8]),
        day: Day::parse("2026-03-01").unwrap(),
        order: 0,
        moments: vec![Arc::new(moment), Arc::new(again)],
        summary: Note::default(),
    };
    Handover {
        id: HandoverId([id; 8]),
        made_on: today(),
        made_by: Line::parse("Attune").unwrap(),
        from: HandedBy::Person,
        own_words: Vec::new(),
        sessions: vec![session],
    }
}

fn key(bench: &Bench) -> PublicKey {
    map(bench).invitation.as_ref().unwrap().public
}

fn sealed(bench: &Bench, handover: &Handover) -> Vec<u8> {
    seal_for_key(&written(handover), &key(bench)).unwrap()
}

fn counted(bench: &Bench, group: GroupId, file: &[u8]) -> Result<(), NotCounted> {
    now(bench.desk.count_worksheet(HELPER, group, file.to_vec()))
}

fn invited() -> (Bench, GroupId) {
    let (bench, nurses) = begun();
    now(bench.desk.invite_for_change(HELPER)).unwrap();
    (bench, nurses)
}

#[test]
fn a_change_has_one_invitation_with_a_key_of_its_own_until_it_is_taken_back() {
    let (bench, nurses) = invited();
    let made = map(&bench).invitation.clone().unwrap();
    assert_eq!(made.made_on, today());
    assert_eq!(made.public, public_key(made.secret.as_ref().unwrap()));
    assert_eq!(now(bench.desk.invite_for_change(HELPER)), Err(NotInvited::IsInvited));
    let file = sealed(&bench, &worksheet(1, &["control"], &[], &[]));
    assert_eq!(bench.desk.revoke_change_invitation(), Ok(true));
    assert_eq!(bench.desk.revoke_change_invitation(), Ok(false), "there is none any more");
    let why = NotCounted::NotArrived(NotArrived::ForAnotherKey);
    assert_eq!(counted(&bench, nurses, &file), Err(why));
    assert_eq!(now(bench.desk.invite_for_change(HELPER)), Ok(()));
    assert_ne!(key(&bench), made.public);
    let missing = now(bench.desk.count_worksheet(NO_HELPER, nurses, file));
    let why = NotCounted::NotArrived(NotArrived::Worker(Trouble::NotFetched));
    assert_eq!(missing, Err(why));
}

#[test]
fn four_worksheets_show_nothing_and_the_fifth_shows_all_five() {
    let (bench, nurses) = invited();
    for id in 1..=4 {
        let file = sealed(&bench, &worksheet(id, &["control"], &["meaning"], &["afraid"]));
        assert_eq!(counted(&bench, nurses, &file), Ok(()));
        let it = group(&bench, nurses).counted.clone();
        assert_eq!((it.waiting(), it.shown.people), (u32::from(id), 0));
    }
    let file = sealed(&bench, &worksheet(5, &["rest"], &["meaning"], &[]));
    assert_eq!(counted(&bench, nurses, &file), Ok(()));
    let it = group(&bench, nurses).counted.clone();
    assert_eq!((it.waiting(), it.shown.people), (0, 5));
    // Twice in one worksheet is one person.
    assert_eq!(it.shown.unmet[&need("control")], 4);
    assert_eq!(it.shown.met[&need("meaning")], 5);
    assert_eq!(it.shown.feelings[&feeling("afraid")], 4);
    assert_eq!(it.waiting, Default::default());
}

#[test]
fn nothing_but_counts_is_left_of_a_worksheet() {
    let (bench, nurses) = invited();
    let before = bench.desk.cabinet().get_untracked();
    let mut handover = worksheet(1, &["control"], &[], &["afraid"]);
    let moment = Arc::make_mut(&mut handover.sessions[0].moments[0]);
    moment.mark_need(Naming::Unknown("a-newer-need".into()), Standing::Partly);
    let file = sealed(&bench, &handover);
    counted(&bench, nurses, &file).unwrap();
    let after = bench.desk.cabinet().get_untracked();
    assert_eq!(after.journals, before.journals);
    let it = group(&bench, nurses).counted.clone();
    assert_eq!(it.taken, [handover.id]);
    let unmet: Vec<_> = it.waiting.unmet.keys().cloned().collect();
    assert_eq!(unmet, [need("control"), Listed::Unknown("a-newer-need".into())]);
}

#[test]
fn the_same_worksheet_counts_once_in_a_change_whichever_group_it_is_for() {
    let (bench, nurses) = invited();
    let doctors = bench.desk.add_group("Doctors").unwrap();
    let file = sealed(&bench, &worksheet(1, &["control"], &[], &[]));
    counted(&bench, nurses, &file).unwrap();
    for group in [nurses, doctors] {
        assert_eq!(counted(&bench, group, &file), Err(NotCounted::Twice));
    }
    assert_eq!(group(&bench, nurses).counted.waiting(), 1);
    assert_eq!(group(&bench, doctors).counted.waiting(), 0);
    let before = map(&bench);
    bench.desk.remove_group(nurses).unwrap();
    assert_eq!(counted(&bench, doctors, &file), Err(NotCounted::Twice));
    assert!(bench.desk.undo());
    assert_eq!(map(&bench), before);
}

#[test]
fn what_cannot_be_counted_is_told_apart_and_changes_nothing() {
    let (bench, nurses) = invited();
    let strange = public_key(&SecretKey::new([7; 32]));
    let good = worksheet(1, &["control"], &[], &[]);
    let file = sealed(&bench, &good);
    let with_words = seal(&written(&good), "four words", WorkFactor::parse(10).unwrap()).unwrap();
    let newer = seal_for_key(br#"{"format": "attune-handover", "version": 2}"#, &key(&bench));
    let cases: Vec<(&str, Vec<u8>, NotArrived)> = vec![
        ("a zip", b"PK\x03\x04 and so on".to_vec(), NotArrived::NotAHandover),
        ("a backup", bench.desk.make_plain_backup().unwrap().bytes, NotArrived::NotAHandover),
        (
            "sealed words",
            seal_for_key(b"Dear all", &key(&bench)).unwrap(),
            NotArrived::NotAHandover,
        ),
        ("another key", seal_for_key(b"", &strange).unwrap(), NotArrived::ForAnotherKey),
        ("a passphrase", with_words, NotArrived::AsksForPassphrase),
        ("half of it", file[..file.len() / 2].to_vec(), NotArrived::Damaged),
        ("a newer one", newer.unwrap(), NotArrived::Newer),
        ("50 MB", vec![0; 50 << 20], NotArrived::TooLarge),
    ];
    let before = map(&bench);
    for (name, bytes, why) in cases {
        assert_eq!(counted(&bench, nurses, &bytes), Err(NotCounted::NotArrived(why)), "{name}");
    }
    let empty = sealed(&bench, &worksheet(2, &[], &[], &[]));
    assert_eq!(counted(&bench, nurses, &empty), Err(NotCounted::Empty));
    assert_eq!(counted(&bench, GroupId([0; 8]), &file), Err(NotCounted::Gone));
    assert_eq!(map(&bench), before);
}

#[test]
fn a_worksheet_of_own_words_alone_has_nothing_that_could_be_counted_with_others() {
    let (bench, nurses) = invited();
    let mut handover = worksheet(1, &[], &[], &[]);
    let id = WordId([1; 8]);
    let text = OwnText::parse("A door that closes").unwrap();
    handover.own_words = vec![OwnWord { id, text, kind: OwnWordKind::Need(None) }];
    let moment = Arc::make_mut(&mut handover.sessions[0].moments[0]);
    moment.mark_need(Naming::Own(id), Standing::Unmet);
    let file = sealed(&bench, &handover);
    assert_eq!(counted(&bench, nurses, &file), Err(NotCounted::Empty));
}
