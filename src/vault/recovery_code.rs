//! The recovery code: chance written so that a person can copy it from paper, and told apart from a mistyped one.
//! Never opens anything by itself: a key is derived from it, as from a passphrase.

use zeroize::Zeroizing;

use super::key::{Draw, NoChance};

/// Crockford's base 32: no I, L, O and U, which look like others or make words.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 27 characters of five bits are 135 bits: nobody guesses them. With the one that checks them they make seven groups of four.
const DRAWN: usize = 27;
const WHOLE: usize = DRAWN + 1;
const GROUP: usize = 4;

/// A code as it was drawn, or as it was typed without a mistake.
pub struct RecoveryCode(Zeroizing<[u8; DRAWN]>);

/// Why what was typed is no code. A code of another vault is one: the seal tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeFault {
    /// How many characters there are, without spaces and dashes, and how many there should be.
    Length { has: usize, should_be: usize },
    /// It never stands in a code.
    Character(char),
    /// A character is wrong, or two have changed places.
    Mistyped,
}

impl RecoveryCode {
    /// Errors: no chance.
    pub fn draw(draw: Draw) -> Result<RecoveryCode, NoChance> {
        let mut characters = Zeroizing::new([0; DRAWN]);
        draw(characters.as_mut_slice())?;
        for character in characters.iter_mut() {
            // 256 is a multiple of 32: every character is as likely.
            *character = ALPHABET[usize::from(*character % 32)];
        }
        Ok(RecoveryCode(characters))
    }

    /// Capitals or not, with or without spaces and dashes, O for 0 and I or L for 1.
    pub fn parse(raw: &str) -> Result<RecoveryCode, CodeFault> {
        let mut values = Zeroizing::new([0; WHOLE]);
        let mut has = 0;
        for character in raw.chars().filter(|it| !it.is_whitespace() && !is_dash(*it)) {
            let value = value(character).ok_or(CodeFault::Character(character))?;
            if let Some(place) = values.get_mut(has) {
                *place = value;
            }
            has += 1;
        }
        if has != WHOLE {
            return Err(CodeFault::Length { has, should_be: WHOLE });
        }
        if remainder(values.iter()) != 0 {
            return Err(CodeFault::Mistyped);
        }
        let mut characters = Zeroizing::new([0; DRAWN]);
        for (character, value) in characters.iter_mut().zip(values.iter()) {
            *character = ALPHABET[usize::from(*value)];
        }
        Ok(RecoveryCode(characters))
    }

    /// In groups, to be shown, printed or written down.
    pub fn shown(&self) -> Zeroizing<String> {
        // Room for all of it from the start, so that no half of it stays behind in memory.
        let mut shown = Zeroizing::new(String::with_capacity(WHOLE + WHOLE / GROUP));
        let values = Zeroizing::new(self.0.map(|character| value(character.into()).unwrap_or(0)));
        let check = ALPHABET[usize::from(double(remainder(values.iter())))];
        for (place, character) in self.0.iter().chain([&check]).enumerate() {
            if place > 0 && place % GROUP == 0 {
                shown.push('-');
            }
            shown.push(char::from(*character));
        }
        shown
    }

    /// What a key is derived from: the 27 characters that were drawn, as capitals, without dashes.
    pub fn secret(&self) -> &[u8] {
        self.0.as_slice()
    }
}

fn is_dash(character: char) -> bool {
    // Also those that a text editor makes of a hyphen.
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn value(character: char) -> Option<u8> {
    let character = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|it| char::from(*it) == character)?;
    u8::try_from(place).ok()
}

/// The characters as a polynomial over the field of 32, at the field's root: 0 for a whole code. One wrong character
/// always shows, and so do two that have changed places, as there are fewer than 32.
fn remainder<'a>(values: impl Iterator<Item = &'a u8>) -> u8 {
    values.fold(0, |sum, value| double(sum) ^ value)
}

/// Times the root of x^5 + x^2 + 1.
fn double(value: u8) -> u8 {
    let doubled = value << 1;
    if doubled & 32 == 0 { doubled } else { doubled ^ 0b10_0101 }
}
