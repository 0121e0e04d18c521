//! Finds phrases as whole words in a row, whatever the case, accents, apostrophes and signs between the words.
//! Knows no word of any vocabulary; the build script uses it too, so it names nothing but folding.

use std::ops::Range;

use super::fold::{Piece, is_apostrophe, pieces};

/// A text split into folded words, ready to be searched for many phrases.
pub struct Spread {
    /// The words with one space between them.
    folded: String,
    words: Vec<Word>,
    /// First letter and number of every word, sorted: most phrases are ruled out by their first letter.
    by_letter: Vec<(char, usize)>,
}

struct Word {
    /// Where it begins in `folded`, in bytes.
    folded_start: usize,
    /// Where it stands in the text as given, in bytes.
    place: Range<usize>,
    /// Part of a phrase that has been blanked: matches nothing any more.
    blank: bool,
}

impl Spread {
    pub fn new(text: &str) -> Spread {
        let mut spread = Spread {
            folded: String::with_capacity(text.len()),
            words: Vec::new(),
            by_letter: Vec::new(),
        };
        let mut between = true;
        for piece in heard(text) {
            if !piece.letter.is_alphanumeric() {
                between = true;
                continue;
            }
            spread.take(piece, between);
            between = false;
        }
        spread.by_letter.sort_unstable();
        spread
    }

    fn take(&mut self, piece: Piece, begins: bool) {
        if begins {
            if !self.words.is_empty() {
                self.folded.push(' ');
            }
            self.by_letter.push((piece.letter, self.words.len()));
            self.words.push(Word {
                folded_start: self.folded.len(),
                place: piece.start..piece.end,
                blank: false,
            });
        }
        self.folded.push(piece.letter);
        if let Some(word) = self.words.last_mut() {
            word.place.end = piece.end;
        }
    }

    /// Numbers of the words where the phrase stands, the leftmost first. A phrase without a letter stands nowhere.
    pub fn places<'s>(&'s self, phrase: &'s str) -> impl Iterator<Item = Range<usize>> + 's {
        let first = heard(phrase)
            .map(|piece| piece.letter)
            .find(|letter| letter.is_alphanumeric())
            .unwrap_or(' ');
        let from = self.by_letter.partition_point(|(letter, _)| *letter < first);
        self.by_letter
            .iter()
            .skip(from)
            .take_while(move |(letter, _)| *letter == first)
            .filter_map(move |(_, word)| self.stands_at(phrase, *word))
    }

    pub fn holds(&self, phrase: &str) -> bool {
        self.places(phrase).next().is_some()
    }

    /// Bytes of the text as given that a run of words covers; empty for an empty run.
    pub fn span(&self, words: &Range<usize>) -> Range<usize> {
        let run = self.words.get(words.clone()).unwrap_or_default();
        match (run.first(), run.last()) {
            (Some(first), Some(last)) => first.place.start..last.place.end,
            _ => 0..0,
        }
    }

    /// Takes every place of the phrase out of the search.
    pub fn blank(&mut self, phrase: &str) {
        let places: Vec<_> = self.places(phrase).collect();
        for place in places {
            for word in self.words.get_mut(place).unwrap_or_default() {
                word.blank = true;
            }
        }
    }

    fn stands_at(&self, phrase: &str, begin: usize) -> Option<Range<usize>> {
        let mut rest = self.folded.get(self.words.get(begin)?.folded_start..)?.chars();
        let mut end = begin;
        let mut between = false;
        for piece in heard(phrase).skip_while(|piece| !piece.letter.is_alphanumeric()) {
            if !piece.letter.is_alphanumeric() {
                between = true;
                continue;
            }
            if between && rest.next() != Some(' ') {
                return None;
            }
            end += usize::from(between);
            between = false;
            if rest.next() != Some(piece.letter) {
                return None;
            }
        }
        let place = begin..end + 1;
        let whole = matches!(rest.next(), None | Some(' '));
        (whole && !self.words.get(place.clone())?.iter().any(|word| word.blank)).then_some(place)
    }
}

/// The first group of which a phrase stands in the text once every `unless` phrase is blanked; those come longest first.
pub fn first_group<'p>(
    text: &str,
    unless: &[&str],
    groups: impl Iterator<Item = &'p [&'p str]>,
) -> Option<usize> {
    let mut spread = Spread::new(text);
    for phrase in unless {
        spread.blank(phrase);
    }
    groups.into_iter().position(|phrases| phrases.iter().any(|phrase| spread.holds(phrase)))
}

fn heard(text: &str) -> impl Iterator<Item = Piece> + Clone {
    pieces(text).filter(|piece| !is_apostrophe(piece.letter))
}
