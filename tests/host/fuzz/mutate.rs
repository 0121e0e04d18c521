//! Changes to bytes that know nothing of what they mean.
//! Never draws chance but from the dice.

use crate::samples::Dice;

/// Bytes at which numbers, lengths and texts change their ways.
const EDGES: [u8; 12] = [0, 1, 2, 9, 31, 32, 63, 127, 128, 254, 255, b'"'];
/// Varints at the limits of their types, one too long, and texts that are none.
const PIECES: [&[u8]; 10] = [
    &[0xFF, 0x01],
    &[0xFF, 0xFF, 0x03],
    &[0xFF, 0xFF, 0x7F],
    &[0xFF, 0xFF, 0xFF, 0xFF, 0x0F],
    &[0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
    &[0x80, 0x80, 0x80, 0x80, 0x80, 0x00],
    &[0xED, 0xA0, 0x80],
    &[0xC0, 0x80],
    "\u{2028}\u{202E}\u{0}".as_bytes(),
    &[0; 16],
];

/// One to four changes.
pub fn any(dice: &mut Dice, bytes: &[u8], others: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..1 + dice.below(4) {
        once(dice, &mut bytes, others);
    }
    bytes
}

/// A place in `bytes`; 0 where there is none.
fn place(dice: &mut Dice, bytes: &[u8]) -> usize {
    dice.below(bytes.len().max(1))
}

fn stretch(dice: &mut Dice, bytes: &[u8]) -> std::ops::Range<usize> {
    let from = place(dice, bytes);
    let most = if dice.one_in(4) { bytes.len() } else { 16 };
    from..bytes.len().min(from + 1 + dice.below(most.max(1)))
}

fn once(dice: &mut Dice, bytes: &mut Vec<u8>, others: &[Vec<u8>]) {
    let at = place(dice, bytes);
    match dice.below(9) {
        0 => flip(bytes, at, 1 << dice.below(8)),
        1 => set(bytes, at, dice.pick(&EDGES)),
        2 => set(bytes, at, dice.below(256) as u8),
        3 => bytes.truncate(at),
        4 => _ = bytes.drain(stretch(dice, bytes)),
        5 => _ = bytes.splice(at..at, dice.pick(&PIECES).iter().copied()),
        6 => {
            let piece = bytes[stretch(dice, bytes)].to_vec();
            bytes.splice(at..at, piece);
        }
        7 => {
            let other = &others[dice.below(others.len())];
            let piece = other[stretch(dice, other)].to_vec();
            let over = stretch(dice, bytes);
            bytes.splice(over, piece);
        }
        _ => {
            let end = bytes.len().min(at + 1);
            let number = bytes[at.min(end)..end].first().copied().unwrap_or(0);
            set(
                bytes,
                at,
                if dice.one_in(2) { number.wrapping_add(1) } else { number.wrapping_sub(1) },
            );
        }
    }
}

fn flip(bytes: &mut [u8], at: usize, bits: u8) {
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= bits;
    }
}

fn set(bytes: &mut [u8], at: usize, value: u8) {
    if let Some(byte) = bytes.get_mut(at) {
        *byte = value;
    }
}
