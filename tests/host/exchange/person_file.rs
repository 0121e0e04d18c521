//! One person's file: all of theirs, nothing of others, and nothing that was not asked for.
//! Never about what merging does with it beyond that nothing is lost.

use std::sync::Arc;

use attune::domain::*;
use attune::exchange::{Refused, person_file};

use super::merge::merge;
use super::{meta, read};
use crate::samples::{self, Dice};

/// Three people, of whom the second has all that there is.
fn practice(seed: u64) -> Cabinet {
    let mut cabinet = samples::cabinet(seed, 3, 3, 2, 120);
    let who = cabinet.journals[1].person.id;
    cabinet.change_journal(who, |journal| {
        journal.invitation = Some(samples::invitation(&mut Dice::new(seed)));
        journal.review_by = Day::parse("2030-01-01");
        for session in &mut journal.sessions {
            Arc::make_mut(session).reflection = Note::parse("secret-reflection").unwrap();
        }
    });
    cabinet
}

fn file(journal: &Journal, with_reflections: bool) -> Vec<u8> {
    person_file(journal, &meta(), with_reflections).unwrap()
}

#[test]
fn a_persons_file_holds_all_of_theirs_but_the_key_and_what_was_not_asked_for() {
    for seed in 0..20 {
        let journal = &practice(seed).journals[1];
        let mut expected = Journal { invitation: None, ..Journal::clone(journal) };
        let whole = read(&file(journal, true));
        assert!(*whole.journals[0] == expected, "{seed}");
        for session in &mut expected.sessions {
            Arc::make_mut(session).reflection = Note::default();
        }
        let less = read(&file(journal, false));
        assert!(*less.journals[0] == expected, "{seed}");
    }
}

#[test]
fn a_persons_file_says_nothing_of_others_nor_of_the_device() {
    for seed in 0..20 {
        let cabinet = practice(seed);
        for with_reflections in [true, false] {
            let bytes = file(&cabinet.journals[1], with_reflections);
            let text = String::from_utf8(bytes.clone()).unwrap();
            for other in [0, 2] {
                assert!(!text.contains(cabinet.journals[other].person.code.as_str()), "{seed}");
            }
            let read = read(&bytes);
            assert_eq!(read.journals.len(), 1);
            assert!(*read.settings == Settings::default());
            assert_eq!(text.contains("secret-reflection"), with_reflections);
            assert!(text.contains("\"invitation\": null"));
        }
    }
}

#[test]
fn a_persons_file_without_reflections_takes_none_away_when_it_is_merged() {
    for seed in 0..20 {
        let cabinet = practice(seed);
        let without = read(&file(&cabinet.journals[1], false));
        let merged = merge(&cabinet, &without, 1).cabinet;
        assert!(merged == cabinet, "{seed}");
    }
}

#[test]
fn what_a_backup_would_not_hold_is_no_persons_file_either() {
    let mut journal = Journal::clone(&practice(1).journals[1]);
    let session = Arc::clone(&journal.sessions[0]);
    journal.sessions.push(session);
    assert!(matches!(person_file(&journal, &meta(), true), Err(Refused::Damaged { .. })));
}
