//! The practice that benches are run on weighs what a real one would.
//! Never measures time.

use attune::domain::Cabinet;
use miniz_oxide::deflate::compress_to_vec;

use crate::practice::{one_person, practice};

fn count(cabinet: &Cabinet) -> (usize, usize) {
    let sessions = || cabinet.journals.iter().flat_map(|journal| &journal.sessions);
    let items = sessions().flat_map(|it| &it.moments).map(|it| it.items.len()).sum();
    (sessions().count(), items)
}

#[test]
fn the_notes_of_a_practice_pack_as_prose_does() {
    for seed in 0..4 {
        let practice = practice(seed, 1, 100);
        let notes: String =
            practice.journals[0].sessions.iter().map(|it| it.reflection.as_str()).collect();
        let share = compress_to_vec(notes.as_bytes(), 6).len() as f64 / notes.len() as f64;
        assert!((0.40..=0.50).contains(&share), "{share}");
    }
}

#[test]
fn ten_years_hold_as_much_as_was_reckoned() {
    let (sessions, items) = count(&practice(1, 40, 300));
    assert_eq!(sessions, 12_000);
    assert!((39_500..50_000).contains(&items), "{items}");
}

#[test]
fn one_person_of_many_years_has_five_moments_a_session() {
    let one = one_person(1, 600);
    let moments: usize = one.journals[0].sessions.iter().map(|it| it.moments.len()).sum();
    let (sessions, items) = count(&one);
    assert_eq!(sessions, 600);
    assert!((2_900..3_100).contains(&moments), "{moments}");
    assert!(items > moments * 4, "{items}");
}
