//! Worksheets for a change: an invitation with a key of its own, each file counted once, five shown together, nothing else kept.
//! Never about what a handover holds: its own tests say that.

use std::sync::Arc;

use attune::desk::{NotArrived, NotCounted, NotInvited};
use attune::domain::moment::Line;
use attune::domain::person::OwnText;
use attune::domain::{
    About, Day, GroupId, HandoverId, Listed, Moment, MomentId, Naming, Note, OwnWord, OwnWordKind,
    PublicKey, SecretKey, SessionId, Standing, WordId,
};
use attune::exchange::handover::{HandedBy, HandedSession, Handover};
use attune::sealed_file::{WorkFactor, public_key, seal, seal_for_key};
use attune::vocabulary::{Feeling, Need};
use attune::worker::Trouble;
use leptos::prelude::*;

use super::backup::{HELPER, NO_HELPER};
use super::bench::{Bench, today};
use super::changing::{begun, feeling, group, map, need};
use crate::handover::written;
use crate::ledgers::now;

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
    let (other, _) = Bench::in_session();
    let backup = other.desk.make_plain_backup().unwrap().bytes;
    let (bench, nurses) = invited();
    let strange = public_key(&SecretKey::new([7; 32]));
    let good = worksheet(1, &["control"], &[], &[]);
    let file = sealed(&bench, &good);
    let with_words = seal(&written(&good), "four words", WorkFactor::parse(10).unwrap()).unwrap();
    let newer = seal_for_key(br#"{"format": "attune-handover", "version": 2}"#, &key(&bench));
    let cases: Vec<(&str, Vec<u8>, NotArrived)> = vec![
        ("a zip", b"PK\x03\x04 and so on".to_vec(), NotArrived::NotAHandover),
        ("a backup", backup, NotArrived::NotAHandover),
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
