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

/// Case and accents folded, curly apostrophes straightened; all else as it is.
pub fn fold(text: &str) -> String {
    pieces(text).map(|piece| piece.letter).collect()
}

/// ' and its curly and modifier cousins: heard as nothing, so that "cant" is "can't".
pub fn is_apostrophe(letter: char) -> bool {
    letter == '\''
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

fn fold_first(character: char) -> Option<char> {
    match character {
        '\0'..='\x7f' if !character.is_ascii_control() => Some(character.to_ascii_lowercase()),
        '\t' | '\n' | '\r' | '\u{a0}' => Some(' '),
        '\u{ad}'
        | '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => None,
        '\u{2bc}' | '\u{2018}' | '\u{2019}' | '\u{b4}' => Some('\''),
        '\u{c0}'..='\u{17f}' => {
            match PLAIN.get(character as usize - 0xc0).copied().map(char::from) {
                Some(' ') | None => Some(character),
                plain => plain,
            }
        }
        _ if character.is_control() => None,
        _ => character.to_lowercase().next(),
    }
}
