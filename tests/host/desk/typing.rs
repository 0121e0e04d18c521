//! What is typed letter by letter: kept at a pause, or after so many letters, and with whatever else is kept meanwhile.
//! Never waits: a pause is over when the test says so.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use attune::desk::{Keeping, NoteKind, PersonChange};
use leptos::prelude::*;

use super::bench::{Bench, today};
use crate::faulty::Faulty;

/// A session lies open, kept; how often storage was written to so far.
fn begin(home: &Faulty) -> (Bench, usize) {
    let bench = Bench::between(home, None);
    bench.desk.add_client("Heron").unwrap();
    bench.desk.begin_session(today()).unwrap();
    bench.later();
    assert_eq!(keeping(&bench), Keeping::Saved);
    (bench, home.changes.get())
}

fn keeping(bench: &Bench) -> Keeping {
    bench.desk.keeping().get_untracked()
}

fn type_note(bench: &Bench, text: &str) {
    for end in 1..=text.len() {
        bench.desk.write_note(NoteKind::Reflection, &text[..end]).unwrap();
        bench.later();
    }
}

fn kept_note(home: &Faulty) -> String {
    let kept = Bench::between(home, None).desk.cabinet().get_untracked();
    kept.journals[0].sessions[0].reflection.as_str().to_owned()
}

#[test]
fn what_is_typed_is_kept_at_a_pause_in_one_go() {
    let home = Faulty::default();
    let (bench, before) = begin(&home);
    type_note(&bench, "a quiet hour");
    assert_eq!((keeping(&bench), home.changes.get()), (Keeping::Saving, before));
    bench.lose_patience();
    bench.later();
    assert_eq!(keeping(&bench), Keeping::Saved);
    assert_eq!(kept_note(&home), "a quiet hour");
}

#[test]
fn who_never_pauses_is_kept_all_the_same() {
    let home = Faulty::default();
    let (bench, _) = begin(&home);
    type_note(&bench, "a quiet hour, and then");
    assert!(kept_note(&home).starts_with("a quiet hour, and"));
    assert_eq!(keeping(&bench), Keeping::Saving, "the last letters still wait for a pause");
}

#[test]
fn what_is_caught_takes_what_was_typed_along() {
    let home = Faulty::default();
    let (bench, _) = begin(&home);
    type_note(&bench, "a quiet hour");
    bench.catch("fru");
    bench.later();
    assert_eq!((keeping(&bench), kept_note(&home).as_str()), (Keeping::Saved, "a quiet hour"));
    let written = home.changes.get();
    bench.lose_patience();
    bench.later();
    assert_eq!(home.changes.get(), written, "the pause has nothing left to keep");
}

#[test]
fn a_page_that_ends_within_the_pause_keeps_what_was_typed() {
    let home = Faulty::default();
    let (bench, _) = begin(&home);
    type_note(&bench, "a quiet hour");
    bench.desk.keep_now();
    assert_eq!(kept_note(&home), "a quiet hour");
}

#[test]
fn what_names_the_person_does_not_stir_for_what_is_noted() {
    let (bench, _) = begin(&Faulty::default());
    let desk = bench.desk;
    let looks = Arc::new(AtomicUsize::new(0));
    let seen = looks.clone();
    let name = Memo::new(move |_| {
        seen.fetch_add(1, Ordering::Relaxed);
        desk.person().map(|person| person.code.clone())
    });
    name.get_untracked();
    type_note(&bench, "a quiet hour");
    name.get_untracked();
    assert_eq!(looks.load(Ordering::Relaxed), 1);
    let id = desk.person().unwrap().id;
    desk.change_person(id, PersonChange::Rename("Wren")).unwrap();
    name.get_untracked();
    assert_eq!(looks.load(Ordering::Relaxed), 2);
}
