//! What merging makes of answers about needs that keep coming back, and of what a choice does to needs.
//! Never goes through a file.

use std::sync::Arc;

use attune::domain::*;
use attune::exchange::{Compared, preview};
use attune::vocabulary::Need;

use super::any;
use super::merge::{WHEN, WHO, merge, small};
use crate::samples::{self, Dice};

fn need(at: usize) -> NeedWord {
    Naming::Known(Need::all().nth(at).unwrap())
}

fn answer(at: usize, answer: Answer, day: &str, traces: u32) -> CoreNeed {
    CoreNeed { need: need(at), answer, day: Day::parse(day).unwrap(), traces }
}

fn answered(answers: &[CoreNeed]) -> Cabinet {
    let mut cabinet = small();
    cabinet
        .change_journal(WHO, |journal| answers.iter().cloned().for_each(|it| journal.answer(it)));
    cabinet
}

fn answers(cabinet: &Cabinet) -> &[CoreNeed] {
    &cabinet.journals[0].core_needs
}

#[test]
fn of_two_answers_about_a_need_the_later_counts_whichever_side_has_it() {
    let earlier = answer(0, Answer::RingsTrue, "2026-03-01", 9);
    let pairs = [
        (earlier.clone(), answer(0, Answer::Later, "2026-03-02", 2)),
        (earlier.clone(), answer(0, Answer::NotQuite, "2026-03-01", 10)),
        (answer(0, Answer::NotQuite, "2026-03-01", 9), earlier.clone()),
        (answer(0, Answer::Later, "2026-03-01", 9), answer(0, Answer::NotQuite, "2026-03-01", 9)),
    ];
    for (lower, higher) in pairs {
        let (mine, file) = (answered(&[lower]), answered(&[higher]));
        let taken = merge(&mine, &file, 1);
        assert!(taken.cabinet == file, "the file's is taken");
        assert_eq!(taken.preview.people[0].new_answers, 1);
        let stays = merge(&file, &mine, 1);
        assert!(stays.cabinet == file, "what is here stays");
        assert_eq!(stays.preview.people[0].new_answers, 0);
    }
}

#[test]
fn who_differs_only_in_answers_is_not_the_same() {
    let file = answered(&[answer(0, Answer::RingsTrue, "2026-03-01", 9)]);
    let shown = preview(&small(), &file);
    assert_eq!((shown.count(Compared::Same), shown.people[0].new_answers), (1, 1));
    assert!(merge(&small(), &file, 1).cabinet == file);
    let nothing_new = merge(&file, &small(), 1).cabinet;
    assert!(Arc::ptr_eq(&nothing_new.journals[0], &file.journals[0]));
}

#[test]
fn answers_of_both_sides_stand_in_the_order_of_their_days() {
    let [first, second, third] = [(0, "2026-03-01"), (1, "2026-03-02"), (2, "2026-03-03")]
        .map(|(at, day)| answer(at, Answer::RingsTrue, day, 3));
    let (mine, file) =
        (answered(std::slice::from_ref(&second)), answered(&[first.clone(), third.clone()]));
    for merged in [merge(&mine, &file, 1).cabinet, merge(&file, &mine, 1).cabinet] {
        assert_eq!(answers(&merged), [first.clone(), second.clone(), third.clone()]);
    }
}

#[test]
fn someone_new_brings_their_answers() {
    let file = answered(&[answer(0, Answer::RingsTrue, "2026-03-01", 9)]);
    let merged = merge(&Cabinet::default(), &file, 1);
    assert!(merged.cabinet == file);
    assert_eq!(merged.preview.people[0].new_answers, 1);
}

fn sorted(journal: &Journal) -> Vec<CoreNeed> {
    let mut answers = Vec::clone(&journal.core_needs);
    answers.sort_by(|one, other| one.need.cmp(&other.need));
    answers
}

#[test]
fn any_answers_are_the_same_whichever_side_is_merged_into_which() {
    let mut compared = 0;
    for seed in 0..300 {
        let mut dice = Dice::new(seed + 4_000);
        let mine = any(seed);
        let mut file = mine.clone();
        for journal in &mut file.journals {
            let journal = Arc::make_mut(journal);
            (0..dice.below(4)).for_each(|_| journal.answer(samples::answer(&mut dice, None)));
            // The same needs answered anew, at times on the same day.
            for mut answer in Vec::clone(&journal.core_needs) {
                answer.day = answer.day.plus(dice.below(3) as i32 - 1);
                answer.answer = dice.pick(&Answer::ALL);
                journal.answer(answer);
            }
        }
        let (one, other) = (merge(&mine, &file, seed).cabinet, merge(&file, &mine, seed).cabinet);
        for (one, other) in one.journals.iter().zip(&other.journals) {
            assert_eq!(sorted(one), sorted(other), "{seed}");
            compared += one.core_needs.len();
        }
        assert!(merge(&one, &file, seed).cabinet == one, "{seed}: once is enough");
    }
    assert!(compared > 300, "{compared}");
}

/// A choice that does this to needs, with how they turned out.
fn affecting(effects: &[(usize, EffectKind, Standing)]) -> Cabinet {
    let mut cabinet = small();
    let change = |session: &mut Session| {
        let moment = Arc::make_mut(&mut session.moments[0]);
        let Some(Item::Choice(choice)) = moment.item_mut(ItemId(2)) else { panic!("no choice") };
        for (at, kind, turned_out) in effects {
            choice.effects.push(Effect { need: need(*at), kind: *kind, turned_out: *turned_out });
        }
    };
    cabinet.change_journal(WHO, |journal| journal.change_session(WHEN, change));
    cabinet
}

#[test]
fn a_choice_of_which_more_is_said_is_the_fuller_one() {
    use EffectKind::{Costs, Serves};
    use Standing::{Met, NotSaid};
    let rows: [&[_]; 4] = [
        &[],
        &[(0, Serves, NotSaid)],
        &[(0, Serves, Met)],
        &[(1, Costs, NotSaid), (0, Serves, Met)],
    ];
    for pair in rows.windows(2) {
        let (less, more) = (affecting(pair[0]), affecting(pair[1]));
        let compared = |one, other| preview(one, other).people[0].sessions[0].compared;
        assert_eq!(compared(&less, &more), Compared::FileHoldsMore);
        assert_eq!(compared(&more, &less), Compared::HereHoldsMore);
        assert!(merge(&less, &more, 1).cabinet == more);
        assert!(merge(&more, &less, 1).cabinet == more);
    }
}

#[test]
fn a_choice_of_which_something_else_is_said_is_kept_twice() {
    use EffectKind::{Costs, Serves};
    use Standing::{Met, NotSaid, Unmet};
    let mine = affecting(&[(0, Serves, Met)]);
    for other in [(0, Costs, Met), (0, Serves, Unmet), (1, Serves, Met)] {
        let file = affecting(&[other]);
        assert_eq!(preview(&mine, &file).count(Compared::Differs), 1);
        let merged = merge(&mine, &file, 1).cabinet;
        assert_eq!(merged.journals[0].sessions.len(), 2);
        assert!(merge(&merged, &file, 2).cabinet == merged);
    }
    let one = affecting(&[(0, Serves, NotSaid), (1, Costs, Met)]);
    let other = affecting(&[(1, Costs, Met), (0, Serves, NotSaid)]);
    assert_eq!(preview(&one, &other).count(Compared::Same), 1, "their order is no difference");
}
