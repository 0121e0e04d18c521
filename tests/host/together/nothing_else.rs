//! Insight tells nothing that is not revealed: the same comes of a conversation in which nothing else is.
//! Never about what it makes of what is.

use attune::domain::*;
use attune::insight::together::{Guessed, Meant, patterns, requests, round};
use proptest::prelude::*;

use super::drawn::{lived, stripped};
use super::need;

fn small() -> ProptestConfig {
    ProptestConfig { cases: 12, ..super::drawn::config() }
}

#[test]
fn what_is_not_revealed_is_there_to_be_told_and_is_not() {
    let held = lived(1, 3, 4);
    let stripped = stripped(&held);
    assert_ne!(held, stripped);
    assert_eq!(held.current_round(), stripped.current_round());
    assert_eq!(round(&held, 4), None);
}

proptest! {
    #![proptest_config(small())]

    #[test]
    fn eight_people_and_twenty_rounds_tell_only_what_is_revealed(seed in any::<u64>()) {
        let held = lived(seed, 8, 20);
        let stripped = stripped(&held);
        prop_assert_eq!(patterns(&held), patterns(&stripped));
        prop_assert_eq!(requests(&held), requests(&stripped));
        for number in 0..22 {
            prop_assert_eq!(round(&held, number), round(&stripped, number));
        }
    }

    #[test]
    fn each_need_and_guess_that_is_told_was_shared_by_whom_it_names(seed in any::<u64>()) {
        let held = lived(seed, 8, 20);
        for number in 1..held.current_round() {
            let told = held.revealed(number).expect("revealed");
            let words = |who: PersonId| {
                let found = told.iter().find(|(it, _)| it.person.id == who);
                found.and_then(|(_, words)| words.as_ref()).expect("words of theirs")
            };
            let seen = round(&held, number).expect("revealed");
            for voice in seen.shared.iter().chain(&seen.differ).flat_map(|it| &it.voices) {
                let mut marks = words(voice.who).mine.moment.needs();
                prop_assert!(marks.any(|it| it.need == voice.word && it.standing == voice.standing));
            }
            for guess in &seen.guesses {
                let side = words(guess.who).guess(guess.about).expect("a guess");
                let is_there = match &guess.what {
                    Guessed::Feeling(word) => side.moment.felt().any(|it| it.feeling == *word),
                    Guessed::Need(word, _) => side.moment.needs().any(|it| it.need == *word),
                };
                prop_assert!(is_there);
            }
        }
    }

    #[test]
    fn needs_that_nobody_has_spoken_of_were_named_by_nobody(seed in any::<u64>()) {
        let held = lived(seed, 3, 4);
        for unspoken in patterns(&held).unspoken {
            let word = need(unspoken.need.id());
            for number in 1..held.current_round() {
                for (who, words) in held.revealed(number).expect("revealed") {
                    let Some(words) = words else { continue };
                    let sides = words.guesses.iter().map(|(_, side)| side).chain([&words.mine]);
                    for mark in sides.flat_map(|it| it.moment.needs()) {
                        prop_assert!(mark.need != word);
                        let meant = Meant::of(&mark.need, &who.person);
                        prop_assert!(meant.known() != Some(unspoken.need));
                    }
                }
            }
        }
    }
}
