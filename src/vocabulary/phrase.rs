//! Finds phrases as whole words in a row, whatever the case, accents, apostrophes and signs between the words.
//! Knows no word of any vocabulary; the build script uses it too, so it names nothing but folding and order.

use std::ops::Range;

use super::fold::{Piece, after_marks, is_apostrophe, is_letter, pieces};
use super::order;

/// A text split into folded words, ready to be searched for many phrases.
pub struct Spread {
    /// The words with one space between them.
    folded: String,
    words: Vec<Word>,
    /// Numbers of the words, sorted by the text that begins there: a phrase is looked up, not searched for.
    sorted: Vec<usize>,
}

struct Word {
    /// Where it begins in `folded`, in bytes.
    begin: usize,
    /// Where it stands in the text as given, in bytes.
    place: Range<usize>,
    /// Part of a phrase that has been blanked: matches nothing any more.
    blank: bool,
}

/// Sorting looks at so many bytes and no further, so that one word typed ten thousand times is sorted fast too.
const SORTED_BYTES: usize = 48;

impl Spread {
    pub fn new(text: &str) -> Spread {
        let mut folded = String::with_capacity(text.len());
        let mut words: Vec<Word> = Vec::new();
        each_letter(text, |piece, begins| {
            if begins && !words.is_empty() {
                folded.push(' ');
            }
            if begins {
                words.push(Word {
                    begin: folded.len(),
                    place: piece.start..piece.end,
                    blank: false,
                });
            }
            if let Some(word) = words.last_mut() {
                word.place.end = after_marks(text, piece.end);
            }
            folded.push(piece.letter);
        });
        let mut spread = Spread { folded, sorted: (0..words.len()).collect(), words };
        let mut sorted = std::mem::take(&mut spread.sorted);
        order::sort_by(&mut sorted, |one, other| spread.key(*one).cmp(spread.key(*other)));
        spread.sorted = sorted;
        spread
    }

    /// Numbers of the words where a phrase stands, in no order; the phrase as `folded` gives it. An empty one stands nowhere.
    pub fn places(&self, phrase: &str) -> Vec<Range<usize>> {
        if phrase.is_empty() {
            return Vec::new();
        }
        let count = phrase.bytes().filter(|byte| *byte == b' ').count() + 1;
        let key = head(phrase);
        let from = self.sorted.partition_point(|word| self.key(*word) < key);
        let near =
            self.sorted.iter().skip(from).take_while(|word| self.key(**word).starts_with(key));
        let places =
            near.filter(|word| self.stands_at(phrase, **word)).map(|word| *word..*word + count);
        places.filter(|place| self.run(place).iter().all(|word| !word.blank)).collect()
    }

    fn holds(&self, phrase: &str) -> bool {
        !self.places(phrase).is_empty()
    }

    /// Bytes of the text as given that a run of words covers; empty for an empty run.
    pub fn span(&self, words: &Range<usize>) -> Range<usize> {
        match (self.run(words).first(), self.run(words).last()) {
            (Some(first), Some(last)) => first.place.start..last.place.end,
            _ => 0..0,
        }
    }

    /// Takes every place of the phrase out of the search.
    fn blank(&mut self, phrase: &str) {
        for place in self.places(phrase) {
            for word in self.words.get_mut(place).unwrap_or_default() {
                word.blank = true;
            }
        }
    }

    fn run(&self, words: &Range<usize>) -> &[Word] {
        self.words.get(words.clone()).unwrap_or_default()
    }

    fn from(&self, word: usize) -> &str {
        self.words.get(word).and_then(|word| self.folded.get(word.begin..)).unwrap_or_default()
    }

    fn key(&self, word: usize) -> &[u8] {
        head(self.from(word))
    }

    fn stands_at(&self, phrase: &str, word: usize) -> bool {
        let rest = self.from(word).strip_prefix(phrase);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    }
}

/// The letters and digits of a text as words with one space between them: how phrases are compared.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each_letter(text, |piece, begins| {
        if begins && !folded.is_empty() {
            folded.push(' ');
        }
        folded.push(piece.letter);
    });
    folded
}

/// The first group of which a phrase stands in the text once every `unless` phrase is blanked.
/// Phrases come as `folded` gives them, and the `unless` ones longest first.
pub fn first_group<'p>(
    text: &str,
    unless: &[&str],
    mut groups: impl Iterator<Item = &'p [&'p str]>,
) -> Option<usize> {
    let mut spread = Spread::new(text);
    for phrase in unless {
        spread.blank(phrase);
    }
    groups.position(|phrases| phrases.iter().any(|phrase| spread.holds(phrase)))
}

/// Bytes, not letters: a key may end inside a letter, it is only compared.
fn head(text: &str) -> &[u8] {
    text.as_bytes().get(..SORTED_BYTES).unwrap_or(text.as_bytes())
}

/// Every letter and digit in turn, and whether it begins a word.
fn each_letter(text: &str, mut take: impl FnMut(Piece, bool)) {
    let mut between = true;
    for piece in pieces(text).filter(|piece| !is_apostrophe(piece.letter)) {
        if is_letter(piece.letter) {
            take(piece, between);
        }
        between = !is_letter(piece.letter);
    }
}
