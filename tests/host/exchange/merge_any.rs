//! Of any two cabinets that grew apart, merging loses nothing, keeps every order, and is done after one time.
//! Never looks at a single case: `merge` does.

use std::collections::BTreeSet;
use std::sync::Arc;

use attune::domain::*;
use attune::exchange::{Compared, preview};

use super::merge::merge;
use super::{any, check};
use crate::samples::{self, Dice};

/// What was one cabinet, changed on two devices; at times two that have nothing in common.
fn apart(seed: u64) -> (Cabinet, Cabinet) {
    let mut dice = Dice::new(seed + 1_000);
    let mut mine = any(seed);
    let mut file = if dice.one_in(8) { any(seed + 500) } else { mine.clone() };
    for _ in 0..dice.below(12) {
        samples::change(&mut dice, &mut mine);
    }
    for _ in 0..dice.below(12) {
        samples::change(&mut dice, &mut file);
    }
    (mine, file)
}

/// All that a session says, piece by piece, worked out without the code under test.
fn pieces(session: &Session) -> BTreeSet<String> {
    let mut pieces = BTreeSet::from([session.day.iso()]);
    pieces.extend(said_on(&session.sheet));
    pieces.extend(session.received.map(|it| format!("{it:?}")));
    for moment in &session.moments {
        let id = moment.id;
        let mut add = |piece: String| _ = pieces.insert(format!("{id:?} {piece}"));
        add("is there".to_owned());
        moment.label.iter().for_each(|it| add(format!("{it:?}")));
        moment.area.iter().for_each(|it| add(format!("{it:?}")));
        moment.hands.iter().for_each(|it| add(format!("{it:?}")));
        moment.dismissed.iter().for_each(|it| add(format!("dismissed {it:?}")));
        for item in &moment.items {
            said(item, &mut add);
        }
    }
    pieces
}

/// Beside its texts.
fn said_on(sheet: &RecordSheet) -> impl Iterator<Item = String> {
    let form = (sheet.form != RecordForm::Dap).then(|| format!("{:?}", sheet.form));
    let rows = [
        form,
        sheet.time.map(|it| format!("{it:?}")),
        sheet.length.map(|it| format!("{it:?}")),
        sheet.modality.as_ref().map(|it| format!("by {it:?}")),
        sheet.attendance.as_ref().map(|it| format!("there {it:?}")),
        sheet.locked.map(|it| format!("locked {it:?}")),
    ];
    let amended = sheet.amendments.iter().map(|it| format!("{it:?}"));
    rows.into_iter().flatten().chain(amended).collect::<Vec<_>>().into_iter()
}

fn said(item: &Item, add: &mut impl FnMut(String)) {
    let number = item.id().0;
    add(match item {
        Item::Felt(it) => format!("{number} {:?} {:?}", it.feeling, it.about),
        Item::Need(it) => format!("{number} {:?}", it.need),
        Item::Choice(it) => format!("{number} {:?}", it.text),
        other => format!("{other:?}"),
    });
    if let Item::Choice(choice) = item {
        for it in &choice.effects {
            add(format!("{number} {:?} {:?}", it.need, it.kind));
            if it.turned_out != Standing::NotSaid {
                add(format!("{number} {:?} {:?}", it.need, it.turned_out));
            }
        }
    }
    if let Item::Felt(Felt { strength: Some(it), .. }) = item {
        add(format!("{number} {it:?}"));
    }
    if let Item::Need(mark) = item {
        mark.hands.iter().for_each(|it| add(format!("{number} {it:?}")));
        if mark.standing != Standing::NotSaid {
            add(format!("{number} {:?}", mark.standing));
        }
    }
    if let Item::Felt(Felt { known_by, .. }) | Item::Need(NeedMark { known_by, .. }) = item
        && *known_by != KnownBy::Guessed
    {
        add(format!("{number} {known_by:?}"));
    }
}

fn is_in_order(wanted: &Session, all: &Session) -> bool {
    let mut rest = all.moments.iter();
    wanted.moments.iter().all(|moment| rest.any(|it| it.id == moment.id))
}

fn holds(one: &Session, other: &Session) -> bool {
    pieces(other).is_subset(&pieces(one))
        && one.reflection.as_str().contains(other.reflection.as_str())
        && one.record.as_str().contains(other.record.as_str())
        && one.summary.as_str().contains(other.summary.as_str())
        && one.sheet.observation.as_str().contains(other.sheet.observation.as_str())
        && one.sheet.intervention.as_str().contains(other.sheet.intervention.as_str())
        && is_in_order(other, one)
}

/// Someone of `before` in `after`: by id, or as the one "for myself".
fn found<'a>(after: &'a Cabinet, before: &Person) -> &'a Journal {
    let by_id = after.journal(before.id);
    let me = || after.journals.iter().find(|it| it.person.kind == before.kind);
    by_id.or_else(|| me().filter(|it| it.person.kind == Kind::Me)).expect("someone is missing")
}

fn check_nothing_is_missing(after: &Cabinet, before: &Cabinet, what: &str) {
    for journal in &before.journals {
        let merged = found(after, &journal.person);
        for word in &journal.person.own_words {
            assert!(merged.person.own_word(word.id).is_some(), "{what}: an own word is missing");
        }
        for answer in journal.core_needs.iter() {
            let kept = merged.core_need(&answer.need).expect("an answer is missing");
            let rank = |it: &CoreNeed| (it.day, it.traces);
            assert!(rank(kept) >= rank(answer), "{what}: an older answer is kept");
        }
        assert!(merged.review_by.is_some() || journal.review_by.is_none(), "{what}: a day");
        assert!(merged.invitation.is_some() || journal.invitation.is_none(), "{what}: a key");
        for session in &journal.sessions {
            let mut all = merged.sessions.iter();
            assert!(all.any(|it| holds(it, session)), "{what}: a session is missing");
        }
    }
}

#[test]
fn nothing_of_either_side_is_missing_after_merging() {
    let mut seen = BTreeSet::new();
    for seed in 0..400 {
        let (mine, file) = apart(seed);
        let merged = merge(&mine, &file, seed).cabinet;
        check_nothing_is_missing(&merged, &mine, &format!("mine, {seed}"));
        check_nothing_is_missing(&merged, &file, &format!("the file's, {seed}"));
        for journal in &mine.journals {
            let after = merged.journal(journal.person.id).unwrap();
            for session in &journal.sessions {
                assert!(holds(after.session(session.id).unwrap(), session), "{seed}: under its id");
            }
        }
        let shown = preview(&mine, &file);
        let sessions = shown.people.iter().flat_map(|person| &person.sessions);
        seen.extend(sessions.map(|session| format!("{:?}", session.compared)));
    }
    // The seeds reach every case but the one that a merge before leaves behind.
    let all = ["Differs", "FileHoldsMore", "HereHoldsMore", "New", "OnlyHere", "Same"];
    assert_eq!(Vec::from_iter(&seen), all);
}

#[test]
fn merging_again_changes_nothing_more() {
    for seed in 0..400 {
        let (mine, file) = apart(seed);
        let once = merge(&mine, &file, seed).cabinet;
        let twice = merge(&once, &file, seed + 1).cabinet;
        assert!(twice == once, "{seed}");
        assert!(is_the_same(&twice, &once), "{seed}: nothing has to be saved anew");
        let shown = preview(&once, &file);
        for case in [Compared::New, Compared::FileHoldsMore, Compared::Differs] {
            assert_eq!(shown.count(case), 0, "{seed}: {case:?}");
        }
        assert!(merge(&once, &mine, seed + 2).cabinet == once, "{seed}: mine is in it");
    }
}

#[test]
fn merging_with_oneself_changes_nothing() {
    for seed in 0..200 {
        let mine = any(seed);
        let merged = merge(&mine, &mine, seed).cabinet;
        assert!(merged == mine && is_the_same(&merged, &mine), "{seed}");
        assert!(merge(&mine, &Cabinet::default(), seed).cabinet == mine, "{seed}: with nothing");
    }
}

/// By pointer: the keeper takes what is another pointer for changed.
fn is_the_same(one: &Cabinet, other: &Cabinet) -> bool {
    let mut pairs = one.journals.iter().zip(&other.journals);
    let mut conversations = one.conversations.iter().zip(&other.conversations);
    let mut changes = one.changes.iter().zip(&other.changes);
    Arc::ptr_eq(&one.settings, &other.settings)
        && pairs.all(|(one, other)| Arc::ptr_eq(one, other))
        && conversations.all(|(one, other)| Arc::ptr_eq(one, other))
        && changes.all(|(one, other)| Arc::ptr_eq(one, other))
}

#[test]
fn every_order_is_kept() {
    for seed in 0..300 {
        let (mine, file) = apart(seed);
        let merged = merge(&mine, &file, seed).cabinet;
        let ids = |cabinet: &Cabinet| cabinet.people().map(|it| it.id).collect::<Vec<_>>();
        let (before, after) = (ids(&mine), ids(&merged));
        assert_eq!(after[..before.len()], before, "{seed}: people here");
        let came: Vec<_> =
            ids(&file).into_iter().filter(|id| after[before.len()..].contains(id)).collect();
        assert_eq!(after[before.len()..], came, "{seed}: people of the file");
        for journal in &mine.journals {
            let ids =
                |journal: &Journal| journal.by_day().iter().map(|it| it.id).collect::<Vec<_>>();
            let mut after = ids(merged.journal(journal.person.id).unwrap());
            after.retain(|id| journal.session(*id).is_some());
            assert_eq!(after, ids(journal), "{seed}: sessions here");
        }
        for journal in &file.journals {
            let after = found(&merged, &journal.person);
            let new = journal.sessions.iter().filter(|it| {
                mine.journal(after.person.id).is_none_or(|mine| mine.session(it.id).is_none())
            });
            for session in new {
                assert_eq!(
                    after.session(session.id),
                    Some(session),
                    "{seed}: as it was, in its place"
                );
            }
        }
    }
}

#[test]
fn two_devices_that_take_in_each_others_files_come_to_rest() {
    for seed in 0..200 {
        let (mut mine, mut theirs) = apart(seed);
        for round in 0..2 {
            mine = merge(&mine, &theirs, seed * 10 + round).cabinet;
            theirs = merge(&theirs, &mine, seed * 10 + round + 5).cabinet;
        }
        let sizes = |cabinet: &Cabinet| {
            let sessions = cabinet.journals.iter().map(|journal| journal.sessions.len());
            (cabinet.journals.len(), sessions.sum::<usize>())
        };
        let rest = (sizes(&mine), sizes(&theirs));
        assert_eq!(rest.0, rest.1, "{seed}: the same on both");
        let merged = merge(&mine, &theirs, seed).cabinet;
        assert!(merged == mine, "{seed}: nothing more comes");
        assert!(merge(&theirs, &mine, seed).cabinet == theirs, "{seed}: nor there");
    }
}

#[test]
fn a_merged_cabinet_can_be_written_and_kept() {
    for seed in 0..60 {
        let (mine, file) = apart(seed);
        let merged = merge(&mine, &file, seed).cabinet;
        check(&merged);
        let memory = crate::keeper::kept(&merged);
        let (_, mut opened) = crate::keeper::open(&memory);
        for journal in &merged.journals {
            opened.change_journal(journal.person.id, |it| {
                // The vault gives sessions back in its own order, which means nothing.
                it.sessions
                    .sort_by_key(|it| journal.sessions.iter().position(|one| one.id == it.id));
            });
        }
        assert!(opened == merged, "{seed}");
    }
}
