//! Invitations: a key of their own for each person, kept, changed, taken back.
//! Never about what is sealed for one: receiving's tests open that.

use std::sync::Arc;

use attune::desk::{NotInvited, Notice, Restoring};
use attune::domain::{Ask, Invitation, Listed, PersonId};
use attune::exchange;
use attune::sealed_file::public_key;
use attune::vocabulary::{Area, Need};
use attune::worker::Trouble;
use leptos::prelude::*;

use super::backup::{HELPER, NO_HELPER, cabinet};
use super::bench::{Bench, today};
use crate::ledgers::now;

pub fn invitation(bench: &Bench, person: PersonId) -> Option<Arc<Invitation>> {
    cabinet(bench).journal(person)?.open_invitation().cloned()
}

fn asks() -> Vec<Ask> {
    let area = Listed::Known(Area::from_id("area-work").unwrap());
    let need = Listed::Known(Need::from_id("rest").unwrap());
    vec![Ask::Area(area), Ask::Need(need.clone()), Ask::Question(need)]
}

#[test]
fn an_invitation_is_of_today_with_a_key_of_its_own_and_is_kept() {
    let (bench, heron) = Bench::in_session();
    assert_eq!(now(bench.desk.invite(HELPER, asks())), Ok(()));
    let robin = bench.desk.add_client("Robin").unwrap();
    assert_eq!(now(bench.desk.invite(HELPER, Vec::new())), Ok(()));
    bench.later();
    let (first, second) = (invitation(&bench, heron).unwrap(), invitation(&bench, robin).unwrap());
    assert_eq!((first.made_on, &first.asks), (today(), &asks()));
    assert_eq!(first.public, public_key(first.secret.as_ref().unwrap()));
    assert!(first.secret != second.secret && second.secret.is_some());
    assert_eq!(cabinet(&Bench::over(&bench.home)), cabinet(&bench));
}

#[test]
fn a_second_invitation_does_not_take_the_place_of_the_first() {
    let (bench, heron) = Bench::in_session();
    now(bench.desk.invite(HELPER, asks())).unwrap();
    let first = invitation(&bench, heron);
    assert_eq!(now(bench.desk.invite(HELPER, Vec::new())), Err(NotInvited::IsInvited));
    assert_eq!(invitation(&bench, heron), first);
}

#[test]
fn what_is_asked_for_changes_and_the_key_does_not() {
    let (bench, heron) = Bench::in_session();
    assert!(!bench.desk.change_asks(asks()), "there is none");
    now(bench.desk.invite(HELPER, Vec::new())).unwrap();
    let before = invitation(&bench, heron).unwrap();
    assert!(bench.desk.change_asks(asks()));
    let after = invitation(&bench, heron).unwrap();
    assert_eq!(*after, Invitation { asks: asks(), ..Invitation::clone(&before) });
}

#[test]
fn an_invitation_taken_back_is_gone_here_and_after_a_reload() {
    let (bench, heron) = Bench::in_session();
    assert!(!bench.desk.revoke_invitation(), "there is none");
    now(bench.desk.invite(HELPER, asks())).unwrap();
    bench.later();
    assert!(bench.desk.revoke_invitation());
    assert_eq!(invitation(&bench, heron), None);
    bench.later();
    assert_eq!(invitation(&Bench::over(&bench.home), heron), None);
    assert!(!bench.desk.undo(), "a key let go is gone");
    assert_eq!(invitation(&bench, heron), None);
}

#[test]
fn no_backup_brings_back_a_key_that_was_taken_back() {
    let (bench, heron) = Bench::in_session();
    now(bench.desk.invite(HELPER, asks())).unwrap();
    bench.later();
    let older = bench.desk.make_plain_backup().unwrap().bytes;
    let of_then = invitation(&bench, heron).unwrap();
    assert!(bench.desk.revoke_invitation());
    bench.later();
    let read = exchange::read(&older).unwrap().cabinet;
    assert_eq!(read.journal(heron).unwrap().open_invitation(), Some(&of_then), "it is in there");
    merge_into(&bench, &older);
    assert_eq!(invitation(&bench, heron), None);
    bench.later();
    // A new one is new, and no older one takes its place.
    bench.desk.choose(heron);
    assert_eq!(now(bench.desk.invite(HELPER, Vec::new())), Ok(()));
    bench.later();
    let later = invitation(&bench, heron).unwrap();
    assert_ne!(later.secret, of_then.secret);
    merge_into(&bench, &older);
    assert_eq!(invitation(&bench, heron).as_ref(), Some(&later));
    bench.later();
    assert_eq!(invitation(&Bench::over(&bench.home), heron), Some(later));
}

fn merge_into(bench: &Bench, backup: &[u8]) {
    let restoring = Restoring::begin(bench.desk);
    restoring.take(backup.to_vec()).unwrap();
    now(restoring.merge("Kept twice")).unwrap();
}

#[test]
fn where_the_worker_does_not_come_or_nobody_is_chosen_there_is_no_invitation() {
    let (bench, heron) = Bench::in_session();
    let missing = now(bench.desk.invite(NO_HELPER, asks()));
    assert_eq!(missing, Err(NotInvited::Worker(Trouble::NotFetched)));
    assert_eq!(invitation(&bench, heron), None);
    bench.desk.remove_person(heron);
    assert_eq!(now(bench.desk.invite(HELPER, asks())), Err(NotInvited::Nobody));
}

#[test]
fn a_tab_that_only_reads_invites_nobody_and_takes_nothing_back() {
    let (bench, heron) = Bench::in_session();
    let robin = bench.desk.add_client("Robin").unwrap();
    now(bench.desk.invite(HELPER, asks())).unwrap();
    bench.later();
    let reader = bench.beside(None);
    let (before, changes) = (cabinet(&reader), bench.home.changes.get());
    reader.desk.choose(heron);
    assert_eq!(now(reader.desk.invite(HELPER, asks())), Err(NotInvited::OnlyReads));
    assert_eq!(reader.desk.notice().get_untracked(), Some(Notice::OnlyReads));
    reader.desk.choose(robin);
    assert!(!reader.desk.change_asks(Vec::new()));
    assert!(!reader.desk.revoke_invitation());
    assert_eq!((cabinet(&reader), bench.home.changes.get()), (before, changes));
}
