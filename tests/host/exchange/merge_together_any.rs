//! Of any two states of a conversation or a change that grew apart, merging loses nothing, undoes no reveal, shows no more than was
//! shown, and is done after one time. Never looks at a single case: `merge_together` does.

use std::collections::BTreeSet;
use std::sync::Arc;

use attune::domain::*;

use super::merge::merge;
use crate::samples::{self, Dice};

/// What was one life together, changed on two devices.
fn apart(seed: u64) -> (Cabinet, Cabinet) {
    let mut dice = Dice::new(seed ^ 0xA9A7);
    let mut mine = samples::with_together(seed, Cabinet::default());
    let mut file = mine.clone();
    for side in [&mut mine, &mut file] {
        for _ in 0..dice.below(14) {
            samples::change_together(&mut dice, side);
        }
    }
    (mine, file)
}

fn words(sheet: &Sheet) -> BTreeSet<String> {
    let Some(words) = &sheet.words else { return BTreeSet::new() };
    let said = |side: &Side| side.moment.items.iter().map(said).collect::<Vec<_>>();
    let mut all: BTreeSet<String> = said(&words.mine).into_iter().collect();
    for (about, side) in &words.guesses {
        all.extend(said(side).into_iter().map(|it| format!("{about:?} {it}")));
    }
    all
}

/// What an item says, without how much of it.
fn said(item: &Item) -> String {
    match item {
        Item::Felt(it) => format!("{:?}", it.feeling),
        Item::Need(it) => format!("{:?}", it.need),
        Item::Heard(it) => format!("{:?}", it.judgement),
        Item::Behaviour(it) => format!("{:?}", it.text),
        Item::Choice(it) => format!("{:?}", it.text),
    }
}

fn check_holds(after: &Conversation, before: &Conversation, left_out: usize, what: &str) {
    let mut missing = 0;
    for participant in &before.participants {
        let Some(kept) = after.participant(participant.person.id) else {
            missing += 1;
            continue;
        };
        for sheet in &participant.sheets {
            let here = kept.sheet(sheet.round).expect("a sheet is missing");
            assert!(words(sheet).is_subset(&words(here)), "{what}: a word is missing");
        }
        let ids = |it: &Participant| it.requests.iter().map(|it| it.id).collect::<BTreeSet<_>>();
        assert!(ids(participant).is_subset(&ids(kept)), "{what}: a request");
        let ids =
            |it: &Participant| it.replies.iter().map(|it| it.request).collect::<BTreeSet<_>>();
        assert!(ids(participant).is_subset(&ids(kept)), "{what}: a reply");
        for word in &participant.person.own_words {
            assert!(kept.person.own_word(word.id).is_some(), "{what}: an own word");
        }
    }
    assert!(missing <= left_out, "{what}: somebody is missing");
    assert!(after.secret.is_some() || before.secret.is_none(), "{what}: a key");
}

/// What the file has counted may be counted elsewhere here.
fn check_change_holds(after: &ChangeMap, before: &ChangeMap, is_mine: bool) {
    for group in &before.groups {
        let kept = after.group(group.id).expect("a group is missing");
        assert!(group.touches.iter().all(|it| kept.touch(&it.need).is_some()));
        assert!(group.in_hands.iter().all(|it| kept.in_hands.contains(it)));
        assert!(group.feelings.iter().all(|it| kept.feelings.contains(it)));
        assert!(group.judgements.iter().all(|it| kept.judgements.contains(it)));
        assert!(!is_mine || kept.counted.taken.len() >= group.counted.taken.len());
        assert!(kept.counted.is_sound());
    }
    let ids = |it: &ChangeMap| it.measures.iter().map(|it| it.id).collect::<BTreeSet<_>>();
    assert!(ids(before).is_subset(&ids(after)));
}

#[test]
fn nothing_of_either_side_of_a_conversation_or_a_change_is_missing_after_merging() {
    let mut seen = BTreeSet::new();
    for seed in 0..300 {
        let (mine, file) = apart(seed);
        let merged = merge(&mine, &file, seed);
        for (side, name) in [(&mine, "mine"), (&file, "the file's")] {
            for before in &side.conversations {
                let mut joined = merged.preview.conversations.iter();
                let joined = joined.find(|it| it.after.id == before.id).unwrap();
                let after = merged.cabinet.conversation(before.id).unwrap();
                check_holds(after, before, joined.left_out, &format!("{name}, {seed}"));
                seen.insert(format!("{:?}", joined.compared));
            }
            for before in &side.changes {
                let after = merged.cabinet.change_map(before.id).unwrap();
                check_change_holds(after, before, name == "mine");
            }
        }
    }
    let all = ["Differs", "FileHoldsMore", "HereHoldsMore", "New", "OnlyHere", "Same"];
    assert_eq!(Vec::from_iter(&seen), all);
}

#[test]
fn merging_what_was_said_together_again_changes_nothing_more() {
    for seed in 0..300 {
        let (mine, file) = apart(seed);
        let once = merge(&mine, &file, seed).cabinet;
        for (again, name) in [(&file, "the file"), (&mine, "mine"), (&once, "itself")] {
            let twice = merge(&once, again, seed + 1).cabinet;
            assert!(twice == once, "{seed}: {name}");
            let same = twice.conversations.iter().zip(&once.conversations);
            assert!(same.into_iter().all(|(one, other)| Arc::ptr_eq(one, other)), "{seed}");
        }
        assert!(merge(&mine, &mine, seed).cabinet == mine);
    }
}

fn rounds(talk: &Conversation) -> impl Iterator<Item = Round> {
    (1..30).filter(|round| talk.is_revealed(*round))
}

/// What others see of a round: by whom, and what.
fn shown(talk: &Conversation, round: Round) -> BTreeSet<String> {
    let all = talk.revealed(round).unwrap().into_iter();
    let words = all.filter_map(|(who, words)| Some((who, words?)));
    let items = words.flat_map(|(who, words)| {
        let items: Vec<Item> = words.mine.moment.items.clone();
        items.into_iter().map(|it| format!("{:?} {}", who.person.id, said(&it)))
    });
    items.collect()
}

#[test]
fn what_was_revealed_stays_revealed_and_shows_no_more_than_before() {
    for seed in 0..300 {
        let (mine, file) = apart(seed);
        let merged = merge(&mine, &file, seed).cabinet;
        for before in &mine.conversations {
            let after = merged.conversation(before.id).unwrap();
            for round in rounds(before) {
                assert!(after.is_revealed(round), "{seed}, round {round}: closed again");
                for participant in before.in_round(round).filter(|it| it.is_here) {
                    let of = |all: &BTreeSet<String>| {
                        let name = format!("{:?}", participant.person.id);
                        all.iter().filter(|it| it.starts_with(&name)).cloned().collect::<Vec<_>>()
                    };
                    assert_eq!(
                        of(&shown(after, round)),
                        of(&shown(before, round)),
                        "{seed}, {round}"
                    );
                }
            }
        }
    }
}

#[test]
fn merging_makes_nobody_ready_who_writes_here() {
    for seed in 0..300 {
        let (mine, file) = apart(seed);
        let merged = merge(&mine, &file, seed).cabinet;
        for before in &mine.conversations {
            let after = merged.conversation(before.id).unwrap();
            let theirs = file.conversation(before.id);
            for participant in before.participants.iter().filter(|it| it.is_here) {
                let kept = after.participant(participant.person.id).unwrap();
                for sheet in kept.sheets.iter().filter(|it| it.is_ready) {
                    let is_known = theirs.is_some_and(|it| it.is_revealed(sheet.round));
                    let told = theirs.and_then(|it| it.participant(participant.person.id));
                    let is_told = told.is_some_and(|it| sheet.round <= it.told.until);
                    assert!(participant.is_ready(sheet.round) || is_known || is_told, "{seed}");
                }
            }
        }
    }
}
