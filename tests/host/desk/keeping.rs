//! What is kept, when, and what happens where it cannot be.
//! Never about what is caught.

use attune::desk::{Keeping, Kept, Phase, Refusal, SaveError};
use attune::example;
use attune::storage::{Slot, StorageError};
use leptos::prelude::*;

use super::bench::{Bench, today};
use crate::faulty::Faulty;

fn keeping(bench: &Bench) -> Keeping {
    bench.desk.keeping().get_untracked()
}

#[test]
fn a_new_page_finds_everything_again_the_open_session_too() {
    let (bench, _) = Bench::in_session();
    bench.catch("fru 4");
    bench.catch("comp");
    bench.later();
    let (cabinet, caught) = (bench.desk.cabinet().get_untracked(), bench.caught());
    let again = Bench::over(&bench.home);
    assert_eq!(again.desk.phase().get_untracked(), Phase::Open(Kept::Kept));
    assert_eq!(again.desk.cabinet().get_untracked(), cabinet);
    assert_eq!(again.caught(), caught, "the moment in which things were caught is current again");
    assert_eq!(again.desk.unread().get_untracked(), []);
}

#[test]
fn changes_in_one_breath_are_kept_together_and_only_then_said_to_be() {
    let (bench, _) = Bench::in_session();
    assert_eq!(keeping(&bench), Keeping::Saved);
    let before = bench.home.changes.get();
    bench.catch("fru");
    bench.catch("comp");
    assert_eq!((keeping(&bench), bench.home.changes.get()), (Keeping::Saving, before));
    assert_eq!(bench.later(), 1, "one task for all of them");
    assert_eq!(keeping(&bench), Keeping::Saved);
    assert!(bench.home.changes.get() > before);
}

#[test]
fn a_page_that_is_hidden_keeps_at_once() {
    let (bench, _) = Bench::in_session();
    bench.catch("fru");
    bench.desk.keep_now();
    assert_eq!(keeping(&bench), Keeping::Saved);
    let caught = bench.caught();
    assert_eq!(Bench::over(&bench.home).caught(), caught);
}

#[test]
fn looking_around_keeps_nothing_and_leaves_what_is_kept_alone() {
    let (bench, _) = Bench::in_session();
    let desk = bench.desk;
    bench.catch("fru");
    let cabinet = desk.cabinet().get_untracked();
    desk.look_around(example::cabinet(today()));
    assert_eq!(desk.phase().get_untracked(), Phase::Open(Kept::Example));
    let before = bench.home.changes.get();
    let sue = desk.cabinet().get_untracked().people().next().unwrap().id;
    desk.choose(sue);
    desk.begin_session(today()).unwrap();
    bench.catch("sad");
    bench.later();
    desk.keep_now();
    assert_eq!(bench.home.changes.get(), before, "nothing is written");
    desk.remove_person(sue);
    desk.leave_examples();
    assert_eq!(desk.notice().get_untracked(), None, "nor is it spoken of");
    assert_eq!(desk.phase().get_untracked(), Phase::Open(Kept::Kept));
    assert_eq!(desk.cabinet().get_untracked(), cabinet, "what was caught just before is kept too");
    assert!(desk.session().get_untracked().is_some());
    assert!(!desk.undo(), "nothing deleted in the examples comes back here");
}

#[test]
fn where_the_browser_keeps_nothing_the_page_works_for_this_visit() {
    let home = Faulty::default();
    home.is_blocked.set(true);
    let bench = Bench::over(&home);
    assert_eq!(bench.desk.phase().get_untracked(), Phase::Open(Kept::Blocked));
    bench.desk.add_client("Heron").unwrap();
    bench.desk.begin_session(today()).unwrap();
    bench.catch("fru");
    assert_eq!(bench.later(), 0);
    assert!(bench.caught().contains("Felt"));
}

#[test]
fn a_change_that_could_not_be_kept_stays_on_the_screen_and_is_kept_on_the_next_try() {
    for (error, said) in [
        (StorageError::Failed, SaveError::Failed),
        (StorageError::Full, SaveError::Full),
        (StorageError::Blocked, SaveError::Blocked),
    ] {
        let (bench, _) = Bench::in_session();
        bench.home.fails_at.set(Some((bench.home.changes.get(), error)));
        bench.catch("fru");
        bench.later();
        assert_eq!(keeping(&bench), Keeping::NotSaved(said));
        let caught = bench.caught();
        assert!(caught.contains("Felt"), "{said:?}");
        bench.home.fails_at.set(None);
        bench.desk.keep_now();
        assert_eq!(keeping(&bench), Keeping::Saved, "{said:?}");
        assert_eq!(Bench::over(&bench.home).caught(), caught, "{said:?}");
    }
}

#[test]
fn the_next_change_tries_again_by_itself() {
    let (bench, _) = Bench::in_session();
    bench.home.fails_at.set(Some((bench.home.changes.get(), StorageError::Failed)));
    bench.catch("fru");
    bench.later();
    bench.catch("comp");
    bench.later();
    assert_eq!(keeping(&bench), Keeping::Saved);
    let caught = bench.caught();
    assert_eq!(Bench::over(&bench.home).caught(), caught);
}

#[test]
fn what_another_tab_has_kept_is_never_written_over() {
    let (bench, _) = Bench::in_session();
    let kept = bench.home.clone();
    let other = Bench::over(&kept);
    other.desk.add_client("Wren").unwrap();
    other.later();
    let theirs = other.desk.cabinet().get_untracked();
    bench.catch("fru");
    bench.later();
    assert_eq!(keeping(&bench), Keeping::NotSaved(SaveError::Elsewhere));
    assert_eq!(Bench::over(&kept).desk.cabinet().get_untracked(), theirs);
}

#[test]
fn what_cannot_be_opened_is_refused_and_never_written_over() {
    let home = Faulty::default();
    home.memory.write("segment.1.2", b"no head lists this").unwrap();
    let bench = Bench::over(&home);
    assert_eq!(bench.desk.phase().get_untracked(), Phase::Refused(Refusal::Damaged));
    bench.desk.add_client("Heron").unwrap();
    bench.later();
    bench.desk.keep_now();
    assert_eq!(home.changes.get(), 0);
}
