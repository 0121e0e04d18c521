//! Seal 0: nothing is encrypted, and a checksum tells a damaged envelope from a whole one.
//! Never written by a vault that has a key; read for ever.

use super::content::Packed;
use super::{PART_KEPT, Part, SEAL_CLEAR, STEP, content, number, read_name, write_name};
use crate::vault::Unreadable;

const CHECKSUM_START: usize = 28;
/// The name, the two lengths and the checksum.
const HEADER_LENGTH: usize = 32;

pub fn close(part: Part, packed: &Packed) -> Vec<u8> {
    let mut bytes = write_name(part, SEAL_CLEAR);
    bytes.extend_from_slice(&packed.lengths());
    bytes.extend_from_slice(&[0; HEADER_LENGTH - CHECKSUM_START]);
    bytes.extend_from_slice(packed.bytes());
    bytes.resize(bytes.len().next_multiple_of(STEP), 0);
    let checksum = checksum(&bytes);
    bytes[CHECKSUM_START..HEADER_LENGTH].copy_from_slice(&checksum.to_le_bytes());
    bytes
}

/// Gives the part and its payload. Errors: newer; or any byte that `close` would not have written.
pub fn open(bytes: &[u8]) -> Result<(Part, Vec<u8>), Unreadable> {
    let (part, seal, rest) = read_name(bytes)?;
    let (header, rest) = rest
        .split_at_checked(HEADER_LENGTH - super::NAME_LENGTH)
        .filter(|_| seal == SEAL_CLEAR && part.number() < PART_KEPT)
        .filter(|_| bytes.len().is_multiple_of(STEP))
        .filter(|(header, _)| number(&header[content::LENGTHS..]) == u64::from(checksum(bytes)))
        .ok_or(Unreadable::Damaged)?;
    Ok((part, content::open(header, rest)?))
}

/// CRC-32 (ISO 3309) of an envelope without the checksum itself. The one inside zlib is too weak here: turning
/// one bit of a short text can leave it as it was. Four bits a step: a table of 64 bytes instead of a thousand.
fn checksum(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = nibble_table();
    let (before, after) = (&bytes[..CHECKSUM_START], &bytes[HEADER_LENGTH..]);
    let sum = before.iter().chain(after).fold(u32::MAX, |sum, byte| {
        let sum = sum ^ u32::from(*byte);
        let sum = TABLE[(sum & 15) as usize] ^ (sum >> 4);
        TABLE[(sum & 15) as usize] ^ (sum >> 4)
    });
    !sum
}

const fn nibble_table() -> [u32; 16] {
    let mut table = [0; 16];
    let mut nibble = 0;
    while nibble < 16 {
        let mut sum = nibble as u32;
        let mut bit = 0;
        while bit < 4 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
            bit += 1;
        }
        table[nibble] = sum;
        nibble += 1;
    }
    table
}
