//! How long the functions take that look across many years, in wasm in a browser: without drawing, layout or waiting.
//! Never part of the page: what is measured is compiled as a release is, and nothing of it goes into one.

#![cfg(target_arch = "wasm32")]

#[path = "../shared/dice.rs"]
mod dice;
#[path = "../shared/practice.rs"]
mod practice;
#[path = "../shared/talk.rs"]
mod talk;

use attune::insight::core_need::candidates;
use attune::insight::find::{Shelf, find};
use attune::insight::nourished::nourished;
use attune::insight::opening::openings;
use attune::insight::target::targets;
use attune::insight::together::{patterns, requests, round};
use attune::vocabulary::Danger;
use attune::writing::record::{draft, life, text};
use attune::writing::{caught, oldest_first};
use dice::Dice;
use practice::{one_person, practice};
use talk::talk;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const ROUNDS: usize = 15;

#[wasm_bindgen]
extern "C" {
    /// Milliseconds, in steps of a tenth.
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn now() -> f64;
}

/// In milliseconds, of many rounds: what the machine can do, and what it did in the middle while others used it too.
struct Took {
    best: f64,
    median: f64,
}

fn measure(mut work: impl FnMut()) -> Took {
    let mut all: Vec<f64> = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let began = now();
        work();
        all.push(now() - began);
    }
    all.sort_by(f64::total_cmp);
    Took { best: all[0], median: all[ROUNDS / 2] }
}

fn tell(what: &str, Took { best, median }: Took) {
    console_log!("{what}: median {median:.1} ms, best {best:.1}");
}

/// Prints it, and fails above the budget.
fn keep(what: &str, took: Took, budget: f64) {
    let Took { best, median } = took;
    console_log!("{what}: median {median:.1} ms of {budget:.0}, best {best:.1}");
    assert!(median <= budget, "{what} took {median:.1} ms, at most {budget:.0}");
}

/// 600 sessions with some 3,000 moments.
#[wasm_bindgen_test]
fn candidates_of_many_years_take_ten_milliseconds() {
    let cabinet = one_person(1, 600);
    let journal = &cabinet.journals[0];
    // What the other views ask has no budget of its own: their presses have.
    tell("what is met", measure(|| drop(nourished(&journal.sessions))));
    tell("openings", measure(|| drop(openings(journal))));
    tell("targets", measure(|| drop(targets(journal))));
    keep("candidates", measure(|| drop(candidates(&journal.sessions, journal))), 10.0);
}

/// The last of 600 sessions, with what is different since the one before.
#[wasm_bindgen_test]
fn a_record_is_drawn_up_in_five_milliseconds() {
    let cabinet = one_person(1, 600);
    let journal = &cabinet.journals[0];
    let took = measure(|| {
        let sessions = oldest_first(journal);
        let all = caught(&journal.person, &sessions);
        let (caught, session) = (all[all.len() - 1], &sessions[sessions.len() - 1]);
        assert!(!text(&draft(caught, &life(journal, session.id), &session.sheet)).is_empty());
    });
    keep("a record", took, 5.0);
}

/// 40 people with 300 sessions each, and as much in each reflection as a person writes.
#[wasm_bindgen_test]
fn ten_years_of_everyone_are_looked_through_within_a_letter() {
    let cabinet = practice(1, 40, 300);
    keep("laid out to be looked through", measure(|| drop(Shelf::of_all(&cabinet.journals))), 50.0);
    let shelf = Shelf::of_all(&cabinet.journals);
    for query in ["a", "th", "lonely", "thin ly", "qxz"] {
        keep(query, measure(|| drop(find(&shelf, query))), 50.0);
    }
    // Each letter typed is heard for words of danger as well, in this field as in any.
    keep("danger", measure(|| assert_eq!(Danger::find("quietly moved"), None)), 1.0);
}

/// Eight people and twenty rounds, the last still being filled in. A view has 50 ms in all, most of it for drawing.
#[wasm_bindgen_test]
fn a_long_conversation_of_many_is_seen_within_ten_milliseconds() {
    let held = talk(&mut Dice::new(1), 8, 20);
    assert_eq!(held.current_round(), 20);
    keep("a round", measure(|| assert!(round(&held, 19).is_some())), 10.0);
    keep("requests", measure(|| assert!(!requests(&held).is_empty())), 10.0);
    keep("over the rounds", measure(|| assert!(!patterns(&held).moved.is_empty())), 10.0);
    let every = || (1..20).for_each(|it| assert!(round(&held, it).is_some()));
    keep("every round at once", measure(every), 10.0);
}
