//! Words that stand nowhere else: made from a number, spoken easily, so that a browser takes them for words.
//! Never draws chance: what was found once is found again.

use std::collections::BTreeSet;
use std::fs;

use crate::support::{Outcome, root};

const CONSONANTS: &[u8] = b"bdfgklmnprstvz";
const VOWELS: &[u8] = b"aeiou";
/// Letters of a word: as many as no other text of a profile has by accident, and no more than a person types.
const LENGTHS: [usize; 3] = [10, 11, 12];

/// Words not yet typed.
pub struct Words {
    left: Vec<String>,
}

impl Words {
    /// So many different ones. Errors: one of them stands in the release, where finding it would say nothing.
    pub fn make(count: usize) -> Outcome<Words> {
        let mut state = 0x5EA1_ED0F_4D0D_u64;
        let mut made = BTreeSet::new();
        while made.len() < count {
            made.insert(word(&mut state));
        }
        for entry in fs::read_dir(root().join("dist"))? {
            let path = entry?.path();
            let held = String::from_utf8_lossy(&fs::read(&path)?).to_lowercase();
            if let Some(word) = made.iter().find(|word| held.contains(word.as_str())) {
                return Err(format!("{word} stands in {}", path.display()).into());
            }
        }
        Ok(Words { left: made.into_iter().collect() })
    }

    /// All that are left.
    pub fn all(&self) -> Vec<String> {
        self.left.clone()
    }

    pub fn count(&self) -> usize {
        self.left.len()
    }

    /// So many of them, with blanks between; fewer where there are no more.
    pub fn take(&mut self, count: usize) -> String {
        self.split(count).left.join(" ")
    }

    pub fn split(&mut self, count: usize) -> Words {
        Words { left: self.left.drain(..count.min(self.left.len())).collect() }
    }
}

fn word(state: &mut u64) -> String {
    let mut draw = |from: &[u8]| {
        // Xorshift: even enough for words, and the same everywhere.
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        from[(*state >> 33) as usize % from.len()]
    };
    let length = LENGTHS[usize::from(draw(&[0, 1, 2]))];
    (0..length).map(|at| char::from(draw(if at % 2 == 0 { CONSONANTS } else { VOWELS }))).collect()
}
