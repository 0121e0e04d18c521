//! Receiving: a handover is opened by the key it was sealed for, looked at, and taken in as told; nothing else changes anything.
//! Never about what a handover holds: its own tests say that.

use attune::desk::{Arrived, NotArrived, NotTakenIn, Whose};
use attune::domain::person::CodeError;
use attune::domain::{Kind, PersonId, SecretKey};
use attune::sealed_file::{WorkFactor, public_key, seal, seal_for_key};
use attune::worker::{Helper, Trouble};

use super::backup::{HELPER, NO_HELPER, cabinet, secret};
use super::bench::{Bench, set_today, today};
use super::inviting::invitation;
use crate::handover::{all, written};
use crate::ledgers::now;

/// A desk with Heron, who is invited, and Robin, who is too and is chosen.
fn invited() -> (Bench, PersonId, PersonId) {
    let (bench, heron) = Bench::in_session();
    now(bench.desk.invite(HELPER, Vec::new())).unwrap();
    let robin = bench.desk.add_client("Robin").unwrap();
    now(bench.desk.invite(HELPER, Vec::new())).unwrap();
    bench.later();
    (bench, heron, robin)
}

/// What this person was invited to hand over, sealed.
fn sealed(bench: &Bench, person: PersonId, plain: &[u8]) -> Vec<u8> {
    seal_for_key(plain, &invitation(bench, person).unwrap().public).unwrap()
}

fn opened(bench: &Bench, helper: Helper, file: &[u8]) -> Result<Arrived, NotArrived> {
    now(bench.desk.open_handover(helper, file.to_vec()))
}

fn sessions(bench: &Bench, person: PersonId) -> usize {
    cabinet(bench).journal(person).unwrap().sessions.len()
}

#[test]
fn a_handover_opens_with_its_invitation_and_says_whose_and_keeps_nothing() {
    let (bench, heron, robin) = invited();
    let (before, changes) = (cabinet(&bench), bench.home.changes.get());
    for person in [heron, robin] {
        let file = sealed(&bench, person, &written(&all(5)));
        let arrived = opened(&bench, HELPER, &file);
        let expected = Arrived { handover: all(5), invited: Some(person), doubled: None };
        assert_eq!(arrived, Ok(expected));
    }
    bench.later();
    assert_eq!((cabinet(&bench), bench.home.changes.get()), (before, changes));
}

#[test]
fn a_handover_is_taken_in_and_kept_with_the_day_and_what_it_was() {
    let (bench, heron, _) = invited();
    let there = sessions(&bench, heron);
    let taken = bench.desk.take_in(Whose::Person(heron), &all(5), false).unwrap();
    assert_eq!((taken.person, taken.sessions), (heron, all(5).sessions.len()));
    assert!(taken.sessions > 0);
    assert_eq!(sessions(&bench, heron), there + taken.sessions);
    let received = cabinet(&bench).journal(heron).unwrap().sessions[there].received.unwrap();
    assert_eq!((received.handover, received.day), (all(5).id, today()));
    bench.later();
    assert_eq!(cabinet(&Bench::over(&bench.home)), cabinet(&bench));
}

#[test]
fn a_handover_is_taken_in_for_a_new_client_by_their_code() {
    let (bench, ..) = invited();
    let count = cabinet(&bench).journals.len();
    let refused = bench.desk.take_in(Whose::NewClient("Heron"), &all(5), false);
    assert_eq!(refused, Err(NotTakenIn::Code(CodeError::Taken)));
    let nothing = bench.desk.take_in(Whose::NewClient("  "), &all(5), false);
    assert!(matches!(nothing, Err(NotTakenIn::Code(CodeError::Text(_)))));
    assert_eq!(cabinet(&bench).journals.len(), count);
    let taken = bench.desk.take_in(Whose::NewClient("Wren"), &all(5), false).unwrap();
    let wren = cabinet(&bench).journal(taken.person).unwrap().person.clone();
    assert_eq!((wren.code.as_str(), wren.kind), ("Wren", Kind::Client));
    assert_eq!(sessions(&bench, taken.person), taken.sessions);
}

#[test]
fn a_handover_that_comes_twice_is_said_and_taken_in_again_only_when_asked_for() {
    let (bench, heron, robin) = invited();
    let first = today();
    let file = sealed(&bench, heron, &written(&all(5)));
    bench.desk.take_in(Whose::Person(heron), &all(5), false).unwrap();
    set_today(first.plus(3));
    assert_eq!(opened(&bench, HELPER, &file).unwrap().doubled, Some((heron, first)));
    let before = cabinet(&bench);
    let refused = bench.desk.take_in(Whose::Person(robin), &all(5), false);
    assert_eq!(refused, Err(NotTakenIn::Doubled(heron, first)));
    assert_eq!(cabinet(&bench), before);
    assert!(bench.desk.take_in(Whose::Person(heron), &all(5), true).is_ok());
    set_today(first);
}

#[test]
fn a_key_that_was_taken_back_opens_nothing() {
    let (bench, heron, robin) = invited();
    let file = sealed(&bench, robin, &written(&all(5)));
    bench.desk.choose(robin);
    assert!(bench.desk.revoke_invitation());
    assert_eq!(opened(&bench, HELPER, &file), Err(NotArrived::ForAnotherKey));
    bench.desk.choose(heron);
    assert!(bench.desk.revoke_invitation());
    assert_eq!(opened(&bench, HELPER, &file), Err(NotArrived::ForAnotherKey), "with no key at all");
}

#[test]
fn what_cannot_be_opened_is_told_apart() {
    let (bench, heron, _) = invited();
    let file = sealed(&bench, heron, &written(&all(5)));
    let newer = br#"{"format": "attune-handover", "version": 2}"#;
    let strange = public_key(&SecretKey::new([7; 32]));
    let cases: Vec<(&str, Vec<u8>, NotArrived)> = vec![
        ("a zip", b"PK\x03\x04 and so on".to_vec(), NotArrived::NotAHandover),
        ("nothing", Vec::new(), NotArrived::NotAHandover),
        ("a backup", bench.desk.make_plain_backup().unwrap().bytes, NotArrived::NotAHandover),
        ("sealed words", sealed(&bench, heron, b"Dear all"), NotArrived::NotAHandover),
        ("no key of ours", seal_for_key(b"", &strange).unwrap(), NotArrived::ForAnotherKey),
        ("half of it", file[..file.len() / 2].to_vec(), NotArrived::Damaged),
        ("a newer one", sealed(&bench, heron, newer), NotArrived::Newer),
        ("a newer age", b"age-encryption.org/v2\n".to_vec(), NotArrived::Newer),
        ("50 MB", vec![0; 50 << 20], NotArrived::TooLarge),
    ];
    let before = (cabinet(&bench), bench.home.changes.get());
    for (name, bytes, why) in cases {
        assert_eq!(opened(&bench, HELPER, &bytes), Err(why), "{name}");
    }
    let missing = opened(&bench, NO_HELPER, &file);
    assert_eq!(missing, Err(NotArrived::Worker(Trouble::NotFetched)));
    assert_eq!((cabinet(&bench), bench.home.changes.get()), before);
}

#[test]
fn one_sealed_with_a_passphrase_opens_with_it_and_is_from_nobody() {
    let (bench, ..) = invited();
    let work = WorkFactor::parse(10).unwrap();
    let file = seal(&written(&all(5)), "four words", work).unwrap();
    assert_eq!(opened(&bench, HELPER, &file), Err(NotArrived::AsksForPassphrase));
    let open =
        |words| now(bench.desk.open_handover_with_passphrase(HELPER, file.clone(), secret(words)));
    assert_eq!(open("five words"), Err(NotArrived::WrongPassphrase));
    assert_eq!(
        open("four words").unwrap(),
        Arrived { handover: all(5), invited: None, doubled: None }
    );
    // As somebody may have it from the `age` command.
    assert_eq!(opened(&bench, NO_HELPER, &written(&all(5))).unwrap().invited, None);
}

#[test]
fn a_tab_that_only_reads_looks_and_takes_nothing_in() {
    let (bench, heron, _) = invited();
    let file = sealed(&bench, heron, &written(&all(5)));
    let reader = bench.beside(None);
    let before = (cabinet(&reader), bench.home.changes.get());
    assert_eq!(opened(&reader, HELPER, &file).unwrap().invited, Some(heron));
    for whose in [Whose::Person(heron), Whose::NewClient("Wren")] {
        let taken = reader.desk.take_in(whose, &all(5), false);
        assert_eq!(taken, Err(NotTakenIn::OnlyReads));
    }
    assert_eq!((cabinet(&reader), bench.home.changes.get()), before);
}

#[test]
fn nothing_is_taken_in_for_somebody_who_is_gone() {
    let (bench, heron, _) = invited();
    bench.desk.remove_person(heron);
    let taken = bench.desk.take_in(Whose::Person(heron), &all(5), false);
    assert_eq!(taken, Err(NotTakenIn::Gone));
}
