//! One word that is looked for in someone's texts: where it stands, whatever its case, accents, hyphens and apostrophes.
//! Never folds a text into a new one: five million characters are looked through between two letters typed.

use std::ops::Range;

use super::fold::{
    after_marks, fold_first, is_apostrophe, is_hyphen, is_letter, parts_words, pieces,
};

/// From so many letters on it is found inside a word too: fewer would be found nearly everywhere.
const LETTERS_FOR_INSIDE: usize = 3;
/// Scripts from here on write no spaces between words, so that most words are inside.
const WITHOUT_SPACES: char = '\u{e00}';

/// A byte eight times over.
const ONES: u64 = u64::from_ne_bytes([1; 8]);
/// The bit that parts capitals from small letters, in each of eight bytes.
const CASE: u64 = ONES << 5;
/// The bit of what is beyond ASCII.
const HIGH: u64 = ONES << 7;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sought {
    /// Folded, and never none.
    letters: Vec<char>,
    first: char,
    /// The first letter as a byte with the bit of the case set; one that no text holds where it is beyond ASCII.
    low: u8,
    is_found_inside: bool,
}

/// Where it stands, and whether a word begins there.
struct Place {
    span: Range<usize>,
    begins: bool,
}

impl Sought {
    /// The words of a query, in its order.
    pub fn words(query: &str) -> Vec<Sought> {
        let heard = pieces(query).map(|piece| piece.letter);
        let letters: Vec<char> = heard.filter(|letter| !is_apostrophe(*letter)).collect();
        letters.split(|letter| parts_words(*letter)).filter_map(Sought::of).collect()
    }

    fn of(letters: &[char]) -> Option<Sought> {
        // The comma after a word is how it was typed. Signs alone are meant: a label may be one.
        let is_heard = |letter: &char| is_letter(*letter);
        let ends = letters.iter().position(is_heard).zip(letters.iter().rposition(is_heard));
        let letters = ends.map_or(letters, |(first, last)| &letters[first..=last]);
        let first = *letters.first()?;
        let is_rare = |letter: &char| !is_letter(*letter) || *letter >= WITHOUT_SPACES;
        let low = u8::try_from(first).ok().filter(u8::is_ascii).map_or(u8::MAX, |byte| byte | 0x20);
        Some(Sought {
            letters: letters.to_vec(),
            first,
            low,
            is_found_inside: letters.len() >= LETTERS_FOR_INSIDE || letters.iter().any(is_rare),
        })
    }

    /// In letters: of several words the longest is the rarest, as a rule.
    pub fn length(&self) -> usize {
        self.letters.len()
    }

    pub fn stands_in(&self, text: &str) -> bool {
        self.next(text, 0).is_some()
    }

    /// The bytes where it stands first at the beginning of a word, else inside one; and whether one begins there.
    pub fn best_in(&self, text: &str) -> Option<(Range<usize>, bool)> {
        let first = self.next(text, 0)?;
        let best = match first.begins {
            true => None,
            false => self.next_beginning(text, first.span.end),
        };
        let best = best.unwrap_or(first);
        Some((best.span, best.begins))
    }

    fn next_beginning(&self, text: &str, mut from: usize) -> Option<Place> {
        loop {
            let place = self.next(text, from)?;
            if place.begins {
                return Some(place);
            }
            from = place.span.end;
        }
    }

    fn next(&self, text: &str, mut from: usize) -> Option<Place> {
        loop {
            let start = next_byte(text.as_bytes(), from, self.low)?;
            from = start + 1;
            if !self.may_stand(text, start) {
                continue;
            }
            let begins = begins_word(text, start);
            if !begins && !self.is_found_inside {
                continue;
            }
            if let Some(end) = self.run(text, start) {
                return Some(Place { span: start..end, begins });
            }
        }
    }

    /// Two letters are enough to let nearly all places go.
    fn may_stand(&self, text: &str, start: usize) -> bool {
        let bytes = text.as_bytes();
        let Some(byte) = bytes.get(start) else { return false };
        if !byte.is_ascii() {
            let character = text.get(start..).and_then(|rest| rest.chars().next());
            return character.and_then(fold_first) == Some(self.first);
        }
        if char::from(byte.to_ascii_lowercase()) != self.first {
            return false;
        }
        match (self.letters.get(1), bytes.get(start + 1)) {
            (None, _) => true,
            (Some(_), None | Some(b' ')) => false,
            (Some(second), Some(next)) if next.is_ascii_alphanumeric() => {
                char::from(next.to_ascii_lowercase()) == *second
            }
            (Some(_), Some(_)) => true,
        }
    }

    /// Where it ends, if it stands at this byte.
    fn run(&self, text: &str, start: usize) -> Option<usize> {
        let rest = text.get(start..)?;
        let mut heard = pieces(rest).filter(|piece| !is_apostrophe(piece.letter)).peekable();
        let mut end = start;
        for wanted in &self.letters {
            while heard.next_if(|piece| is_hyphen(piece.letter)).is_some() {}
            end = start + heard.next_if(|piece| piece.letter == *wanted)?.end;
        }
        Some(after_marks(text, end))
    }
}

/// Whether no letter stands before this byte.
fn begins_word(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default().chars().rev();
    let mut heard = before.filter_map(fold_first).filter(|letter| !is_apostrophe(*letter));
    heard.next().is_none_or(|letter| !is_letter(letter))
}

/// The next byte that is this letter in either case, or beyond ASCII, where a letter may be it with an accent.
/// Eight bytes a step: zero where the letter is, then the highest bit where there was a zero.
fn next_byte(bytes: &[u8], from: usize, low: u8) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let letter = u64::from_ne_bytes([low; 8]);
    let (eights, last) = rest.as_chunks::<8>();
    for (step, eight) in eights.iter().enumerate() {
        let eight = u64::from_le_bytes(*eight);
        let differs = (eight | CASE) ^ letter;
        let hits = (differs.wrapping_sub(ONES) & !differs | eight) & HIGH;
        if hits != 0 {
            return Some(from + step * 8 + hits.trailing_zeros() as usize / 8);
        }
    }
    let begun = from + eights.len() * 8;
    let place = last.iter().position(|byte| byte | 0x20 == low || !byte.is_ascii())?;
    Some(begun + place)
}
