//! Folds letters so that case and accents do not matter: "É" and "e" are the same letter here.
//! Knows no word of any vocabulary; the build script uses it too, so it names nothing outside this file.

/// One folded letter of a text and the bytes it came from. "ß" gives two pieces with the same bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Piece {
    pub letter: char,
    pub start: usize,
    pub end: usize,
}

/// Plain letters for U+00C0 to U+017F (Latin-1 letters and Latin Extended-A); a space where the character is no letter.
const PLAIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo ouuuuyts\
aaaaaaaceeeeiiiidnooooo ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggg\
gggghhhhiiiiiiiiiiiijjkkklllllll\
lllnnnnnnnnnoooooooorrrrrrssssss\
ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The folded letters of a text, in order. Combining marks, joiners and control characters give none; signs and spaces stay.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece> + Clone {
    text.char_indices().flat_map(|(start, character)| {
        let end = start + character.len_utf8();
        let (first, second) = fold_character(character);
        [first, second].into_iter().flatten().map(move |letter| Piece { letter, start, end })
    })
}

/// Moves the end of a span over the marks that belong to its last letter, so that an accent is never cut off.
pub fn after_marks(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    let marks = rest
        .chars()
        .take_while(|mark| matches!(mark, '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}'));
    end + marks.map(char::len_utf8).sum::<usize>()
}

/// Case and accents folded, curly apostrophes straightened; all else as it is.
pub fn fold(text: &str) -> String {
    pieces(text).map(|piece| piece.letter).collect()
}

/// A letter or a digit of any script. Beyond ASCII all that is no known sign: a word more is found, none is lost.
pub fn is_letter(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphanumeric(),
        'ª' | 'µ' | 'º' => true,
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}' => {
            false
        }
        '\u{2190}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{303f}' => false,
        '\u{fe10}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff0f}' | '\u{1f000}'..='\u{1faff}' => false,
        _ => true,
    }
}

/// ' and its curly and modifier cousins: heard as nothing, so that "cant" is "can't".
pub fn is_apostrophe(letter: char) -> bool {
    letter == '\''
}

/// Spaces and hyphens part words and are otherwise not heard.
pub fn parts_words(letter: char) -> bool {
    letter == ' ' || is_hyphen(letter)
}

/// Hyphens and dashes, the short ones that people type inside a word.
pub fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2013}')
}

fn fold_character(character: char) -> (Option<char>, Option<char>) {
    let second = match character {
        'Æ' | 'æ' | 'Œ' | 'œ' => Some('e'),
        'ß' => Some('s'),
        'Þ' | 'þ' => Some('h'),
        'Ĳ' | 'ĳ' => Some('j'),
        _ => None,
    };
    (fold_first(character), second)
}

/// The first folded letter of a character: the only one for all but "ß" and its like. None for what is not heard.
#[inline]
pub fn fold_first(character: char) -> Option<char> {
    match character {
        ' '..='~' => Some(character.to_ascii_lowercase()),
        '\t' | '\n' | '\r' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => {
            Some(' ')
        }
        '\0'..='\u{9f}' | '\u{ad}' | '\u{300}'..='\u{36f}' => None,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => None,
        '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => None,
        '\u{b4}' | '\u{2bc}' | '\u{2018}' | '\u{2019}' => Some('\''),
        '\u{c0}'..='\u{17f}' => match PLAIN.get(character as usize - 0xc0).copied().map(char::from)
        {
            Some(' ') | None => Some(character),
            plain => plain,
        },
        _ => Some(fold_beyond_latin(character)),
    }
}

/// Case where it is plain arithmetic, and the accents of Greek and Romanian: a person's own words may need them.
/// The standard library's tables for all scripts would cost the page 5 KB.
fn fold_beyond_latin(character: char) -> char {
    let later = |by: u32| char::from_u32(character as u32 + by).unwrap_or(character);
    match character {
        'Ș' | 'ș' => 's',
        'Ț' | 'ț' => 't',
        'Ά' | 'ά' => 'α',
        'Έ' | 'έ' => 'ε',
        'Ή' | 'ή' => 'η',
        'Ί' | 'ί' | 'Ϊ' | 'ϊ' | 'ΐ' => 'ι',
        'Ό' | 'ό' => 'ο',
        'Ύ' | 'ύ' | 'Ϋ' | 'ϋ' | 'ΰ' => 'υ',
        'Ώ' | 'ώ' => 'ω',
        'ς' => 'σ',
        'Α'..='Ω' | 'А'..='Я' => later(32),
        'Ѐ'..='Џ' => later(80),
        // Latin as Vietnamese writes it: capitals are even, their small letters follow.
        '\u{1e00}'..='\u{1eff}' if (character as u32).is_multiple_of(2) => later(1),
        _ => character,
    }
}
