//! What merging makes of a record's sheet, a summary, what was received, a day to review by and an invitation.
//! Never goes through a file.

use std::sync::Arc;

use attune::domain::*;
use attune::exchange::{Brings, Compared, Size, Stays, is_much_by_little, preview};

use super::merge::{WHEN, WHO, line, merge, small};
use crate::samples::{self, Dice};

fn with_journal(change: impl FnOnce(&mut Journal)) -> Cabinet {
    let mut cabinet = small();
    cabinet.change_journal(WHO, change).unwrap();
    cabinet
}

fn with_session(change: impl FnOnce(&mut Session)) -> Cabinet {
    with_journal(|journal| journal.change_session(WHEN, change).unwrap())
}

fn with_sheet(change: impl FnOnce(&mut RecordSheet)) -> Cabinet {
    with_session(|session| change(Arc::make_mut(&mut session.sheet)))
}

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

fn day(iso: &str) -> Day {
    Day::parse(iso).unwrap()
}

fn compared(mine: &Cabinet, file: &Cabinet) -> Compared {
    preview(mine, file).people[0].sessions[0].compared
}

/// Says more than the session of `small`.
fn fuller() -> Vec<Cabinet> {
    let amendment = Amendment { day: day("2026-03-02"), text: note("rang later") };
    vec![
        with_session(|it| it.summary = note("I feel frustrated.")),
        with_session(|it| {
            it.received = Some(Received { handover: HandoverId([4; 8]), day: day("2026-03-02") });
        }),
        with_sheet(|it| it.form = RecordForm::Birp),
        with_sheet(|it| it.observation = note("pale")),
        with_sheet(|it| it.intervention = note("a pause")),
        with_sheet(|it| it.time = TimeOfDay::parse("09:30")),
        with_sheet(|it| it.length = Minutes::new(50)),
        with_sheet(|it| it.modality = Some(line("by video"))),
        with_sheet(|it| it.attendance = Some(line("came"))),
        with_sheet(|it| it.locked = Some(day("2026-03-02"))),
        with_sheet(|it| it.amendments = vec![amendment]),
    ]
}

#[test]
fn whichever_side_says_more_beside_the_record_is_kept() {
    for (at, more) in fuller().into_iter().enumerate() {
        assert_eq!(compared(&small(), &more), Compared::FileHoldsMore, "{at}");
        assert_eq!(compared(&more, &small()), Compared::HereHoldsMore, "{at}");
        assert!(merge(&small(), &more, 1).cabinet == more, "{at}");
        assert!(merge(&more, &small(), 1).cabinet == more, "{at}");
    }
}

#[test]
fn where_both_say_something_else_both_are_kept() {
    let amended = |text: &str| {
        let amendment = Amendment { day: day("2026-03-02"), text: note(text) };
        with_sheet(|it| it.amendments = vec![amendment])
    };
    let pairs = [
        [
            with_session(|it| it.summary = note("one")),
            with_session(|it| it.summary = note("other")),
        ],
        [with_sheet(|it| it.form = RecordForm::Soap), with_sheet(|it| it.form = RecordForm::Girp)],
        [
            with_sheet(|it| it.length = Minutes::new(50)),
            with_sheet(|it| it.length = Minutes::new(60)),
        ],
        [
            with_sheet(|it| it.observation = note("pale")),
            with_sheet(|it| it.observation = note("red")),
        ],
        [amended("one"), amended("other")],
    ];
    for (at, [one, other]) in pairs.into_iter().enumerate() {
        assert_eq!(compared(&one, &other), Compared::Differs, "{at}");
        let merged = merge(&one, &other, 1).cabinet;
        assert_eq!(merged.journals[0].sessions.len(), 2, "{at}");
        assert!(merge(&merged, &other, 2).cabinet == merged, "{at}: merged once more");
    }
}

#[test]
fn what_was_locked_gives_way_to_nothing_that_goes_on() {
    let locked = |record: &str, change: fn(&mut RecordSheet)| {
        let mut cabinet = with_session(|it| it.record = note(record));
        cabinet.journals.iter_mut().for_each(|journal| {
            Arc::make_mut(journal).change_session(WHEN, |it| {
                let sheet = Arc::make_mut(&mut it.sheet);
                sheet.locked = Some(day("2026-03-02"));
                change(sheet);
            });
        });
        cabinet
    };
    let mine = locked("It was quiet.", |_| {});
    for file in [
        locked("It was quiet. Not so.", |_| {}),
        locked("It was quiet.", |it| it.observation = note("pale")),
        locked("It was quiet.", |it| it.length = Minutes::new(50)),
        locked("It was quiet.", |it| it.form = RecordForm::Birp),
    ] {
        assert_eq!(compared(&mine, &file), Compared::Differs);
        assert_eq!(compared(&file, &mine), Compared::Differs);
    }
    let amendment = |it: &mut RecordSheet| {
        it.amendments.push(Amendment { day: day("2026-03-05"), text: note("rang later") });
    };
    assert_eq!(compared(&mine, &locked("It was quiet.", amendment)), Compared::FileHoldsMore);
    let open = with_session(|it| it.record = note("It was"));
    assert_eq!(compared(&mine, &open), Compared::HereHoldsMore);
}

fn invited(seed: u64) -> Cabinet {
    with_journal(|it| it.invitation = Some(samples::invitation(&mut Dice::new(seed))))
}

fn reviewed(iso: &str) -> Cabinet {
    with_journal(|it| it.review_by = Some(day(iso)))
}

#[test]
fn what_only_the_file_has_agreed_is_taken_and_shown() {
    let file = invited(1);
    let merged = merge(&small(), &file, 1);
    assert!(merged.cabinet == file);
    let shown = &merged.preview.people[0];
    assert_eq!((shown.brings, shown.new_review_by), (Some(Brings::Invitation), None));
    let file = reviewed("2030-01-01");
    let merged = merge(&small(), &file, 1);
    assert!(merged.cabinet == file);
    assert_eq!(merged.preview.people[0].new_review_by, Some(day("2030-01-01")));
    assert_eq!(merged.preview.people[0].brings, None);
}

#[test]
fn where_both_have_agreed_something_mine_stays_and_the_preview_says_so() {
    for (mine, file, stays) in [
        (invited(1), invited(2), Stays::Invitation),
        (reviewed("2030-01-01"), reviewed("2031-01-01"), Stays::ReviewBy(day("2031-01-01"))),
    ] {
        let merged = merge(&mine, &file, 1);
        assert!(Arc::ptr_eq(&merged.cabinet.journals[0], &mine.journals[0]), "mine stays");
        assert_eq!(merged.preview.people[0].stays, [stays]);
        assert_eq!(merged.preview.people[0].brings, None);
        assert_eq!(merged.preview.people[0].new_review_by, None);
    }
}

/// The same one as `invited`, taken back; made so many days later.
fn taken_back(seed: u64, later: i32) -> Cabinet {
    with_journal(|it| {
        let mut left = Invitation::clone(&samples::invitation(&mut Dice::new(seed)));
        left.take_back();
        left.made_on = left.made_on.plus(later);
        it.invitation = Some(Arc::new(left));
    })
}

#[test]
fn a_key_that_was_taken_back_on_either_side_does_not_come_back() {
    let (open, left) = (invited(1), taken_back(1, 0));
    for (mine, file, brings, stays) in [
        (&left, &open, None, Some(Stays::TakenBack)),
        (&open, &left, Some(Brings::TakenBack), None),
        (&small(), &left, None, None),
        (&left, &small(), None, None),
    ] {
        let merged = merge(mine, file, 1);
        assert!(merged.cabinet == left);
        assert_eq!((merged.preview.people[0].brings), brings);
        assert_eq!(merged.preview.people[0].stays, Vec::from_iter(stays));
        assert!(merge(&merged.cabinet, file, 2).cabinet == left, "merged once more");
    }
    // Another one, and which of them was made later: the one taken back may be the one that followed it.
    for (later, comes) in [(-600, true), (600, false)] {
        let (left, other) = (taken_back(1, later), invited(2));
        let merged = merge(&left, &other, 1);
        assert!(merged.cabinet == if comes { other.clone() } else { left.clone() }, "{later}");
        assert_eq!(merged.preview.people[0].brings, comes.then_some(Brings::Invitation));
        assert_eq!(merged.preview.people[0].stays.is_empty(), comes);
        // What was not taken back stays, whatever became of another.
        assert!(merge(&other, &left, 1).cabinet == other);
        assert_eq!(preview(&other, &left).people[0].stays, []);
    }
}

#[test]
fn what_both_have_agreed_alike_is_not_spoken_of() {
    for both in [invited(1), reviewed("2030-01-01")] {
        let shown = preview(&both, &both.clone());
        assert_eq!(shown.people[0].stays, []);
        assert_eq!((shown.people[0].brings, shown.people[0].new_review_by), (None, None));
        // What only this device has is nothing of the file's.
        assert_eq!(preview(&both, &small()).people[0].stays, []);
    }
}

#[test]
fn someone_new_brings_what_was_agreed() {
    for file in [invited(1), reviewed("2030-01-01")] {
        let merged = merge(&Cabinet::default(), &file, 1);
        assert!(merged.cabinet == file);
        let shown = &merged.preview.people[0];
        assert!(shown.brings.is_some() || shown.new_review_by.is_some());
    }
}

#[test]
fn words_beside_the_record_count_when_much_would_be_lost() {
    let long = || note(&"x".repeat(500));
    let amendment = || Amendment { day: Day::FIRST, text: long() };
    for mine in [
        with_session(|it| it.summary = long()),
        with_sheet(|it| it.observation = long()),
        with_sheet(|it| it.intervention = long()),
        with_sheet(|it| it.amendments = vec![amendment()]),
    ] {
        let characters = |cabinet: &Cabinet| Size::of(cabinet).characters;
        assert_eq!(characters(&mine), characters(&small()) + 500);
        assert!(is_much_by_little(&mine, &small()));
    }
}
