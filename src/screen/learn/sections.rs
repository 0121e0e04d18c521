//! The pieces of Learn in reading order, as values.
//! Holds no words: each names the texts it shows.

use crate::i18n::text;

pub struct Section {
    /// Of its heading, within the page.
    pub id: &'static str,
    pub title: &'static str,
    pub paragraphs: [&'static str; 2],
    pub case: Option<Case>,
    pub drawing: Drawing,
}

/// A piece of one of the two cases.
pub struct Case {
    pub who: &'static str,
    pub told: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Drawing {
    None,
    /// Feelings from several areas that lead to one need.
    SharedNeed,
}

/// In reading order.
pub fn sections() -> [Section; 10] {
    let learn = &text().learn;
    let piece = |id, title, one, two| Section {
        id,
        title,
        paragraphs: [one, two],
        case: None,
        drawing: Drawing::None,
    };
    let sue = |told| Some(Case { who: learn.sue, told });
    let worker = |told| Some(Case { who: learn.healthcare_worker, told });
    [
        piece("learn-practice", learn.practice, learn.practice_one, learn.practice_two),
        piece(
            "learn-beyond-words",
            learn.beyond_words,
            learn.beyond_words_one,
            learn.beyond_words_two,
        ),
        piece("learn-feelings", learn.feelings, learn.feelings_one, learn.feelings_two),
        Section {
            case: sue(learn.standing_case),
            ..piece("learn-standing", learn.standing, learn.standing_one, learn.standing_two)
        },
        piece("learn-choices", learn.choices, learn.choices_one, learn.choices_two),
        Section {
            case: worker(learn.hands_case),
            ..piece("learn-hands", learn.hands, learn.hands_one, learn.hands_two)
        },
        Section {
            case: sue(learn.core_case),
            drawing: Drawing::SharedNeed,
            ..piece("learn-core", learn.core, learn.core_one, learn.core_two)
        },
        piece("learn-story", learn.story, learn.story_one, learn.story_two),
        piece("learn-advice", learn.advice, learn.advice_one, learn.advice_two),
        Section {
            case: sue(learn.judgements_case),
            ..piece(
                "learn-judgements",
                learn.judgements,
                learn.judgements_one,
                learn.judgements_two,
            )
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_is_short_and_none_is_empty() {
        for section in sections() {
            let words = section.paragraphs.join(" ").split_whitespace().count();
            assert!((35..=110).contains(&words), "{} has {words} words", section.title);
            assert!(!section.title.is_empty());
            if let Some(case) = section.case {
                assert!((20..=60).contains(&case.told.split_whitespace().count()), "{}", case.told);
            }
        }
    }

    #[test]
    fn every_place_within_the_page_has_an_id_of_its_own() {
        let mut ids = sections().map(|section| section.id);
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
