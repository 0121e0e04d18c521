//! Lets by at a glance what certainly holds no phrase of danger: nearly every text, a hundred times faster than searching it.
//! Never says that one does: that is for the search.
//!
//! A phrase can only stand in a text that holds the phrase's longest word. A bit is set for each of those; a text whose words
//! all fall on empty bits is done. Texts beyond ASCII are always searched: folding them would cost what is to be saved.

/// In bits: some 200 words in 65,536 let one other word in three hundred through, which costs a search and nothing else. In
/// 4,096 it was one in twenty, and so every fourth line: most of what a look at ten years took.
const BITS: usize = 65_536;

pub struct Sieve([u64; BITS / 64]);

impl Sieve {
    /// Of phrases as `phrase::folded` gives them.
    pub fn new<'p>(phrases: impl Iterator<Item = &'p str>) -> Sieve {
        let mut sieve = Sieve([0; BITS / 64]);
        for phrase in phrases {
            let longest = phrase.split(' ').max_by_key(|word| word.len()).unwrap_or_default();
            let bit = longest.bytes().fold(0, add);
            sieve.0[bit / 64] |= 1 << (bit % 64);
        }
        sieve
    }

    pub fn may_hold(&self, text: &str) -> bool {
        let mut bit = 0;
        let mut in_word = false;
        for byte in text.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => {
                    bit = add(bit, byte.to_ascii_lowercase());
                    in_word = true;
                }
                // What is not heard parts no words; see `fold`.
                b'\'' | 0..=8 | 11 | 12 | 14..=31 | 127 => {}
                128.. => return true,
                _ if in_word && self.has(bit) => return true,
                _ => (bit, in_word) = (0, false),
            }
        }
        in_word && self.has(bit)
    }

    fn has(&self, bit: usize) -> bool {
        self.0[bit / 64] & (1 << (bit % 64)) != 0
    }
}

fn add(bit: usize, byte: u8) -> usize {
    (bit * 31 + usize::from(byte)) % BITS
}
