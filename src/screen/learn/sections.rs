//! The pieces of Learn in reading order, as values.
//! Holds no words: each names the texts it shows.

use crate::i18n::more;

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

impl Section {
    fn new(id: &'static str, title: &'static str, paragraphs: [&'static str; 2]) -> Section {
        Section { id, title, paragraphs, case: None, drawing: Drawing::None }
    }

    fn told(self, who: &'static str, told: &'static str) -> Section {
        Section { case: Some(Case { who, told }), ..self }
    }

    fn drawn(self, drawing: Drawing) -> Section {
        Section { drawing, ..self }
    }
}

/// In reading order.
pub fn sections() -> impl Iterator<Item = Section> {
    what_it_is().into_iter().chain(what_it_finds()).chain(what_goes_wrong())
}

fn what_it_is() -> [Section; 3] {
    let learn = &more().learn;
    let beyond_words = [learn.beyond_words_one, learn.beyond_words_two];
    [
        Section::new("learn-practice", learn.practice, [learn.practice_one, learn.practice_two]),
        Section::new("learn-beyond-words", learn.beyond_words, beyond_words),
        Section::new("learn-feelings", learn.feelings, [learn.feelings_one, learn.feelings_two]),
    ]
}

fn what_it_finds() -> [Section; 4] {
    let learn = &more().learn;
    let standing = [learn.standing_one, learn.standing_two];
    [
        Section::new("learn-standing", learn.standing, standing)
            .told(learn.sue, learn.standing_case),
        Section::new("learn-choices", learn.choices, [learn.choices_one, learn.choices_two]),
        Section::new("learn-hands", learn.hands, [learn.hands_one, learn.hands_two])
            .told(learn.healthcare_worker, learn.hands_case),
        Section::new("learn-core", learn.core, [learn.core_one, learn.core_two])
            .drawn(Drawing::SharedNeed)
            .told(learn.sue, learn.core_case),
    ]
}

fn what_goes_wrong() -> [Section; 3] {
    let learn = &more().learn;
    let judgements = [learn.judgements_one, learn.judgements_two];
    [
        Section::new("learn-story", learn.story, [learn.story_one, learn.story_two]),
        Section::new("learn-advice", learn.advice, [learn.advice_one, learn.advice_two]),
        Section::new("learn-judgements", learn.judgements, judgements)
            .told(learn.sue, learn.judgements_case),
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
        let mut ids = sections().map(|section| section.id).collect::<Vec<_>>();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
