//! Seal 0: nothing is encrypted, and a checksum tells a damaged envelope from a whole one.
//! Never written by a vault that has a key; read for ever.

use super::content::Packed;
use super::{PART_KEPT, Part, SEAL_CLEAR, STEP, content, number, read_name, write_name};
use crate::checksum::crc32;
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

/// CRC-32 of an envelope without the checksum itself. The one inside zlib is too weak here: turning one bit of a short text
/// can leave it as it was.
fn checksum(bytes: &[u8]) -> u32 {
    let (before, after) = (&bytes[..CHECKSUM_START], &bytes[HEADER_LENGTH..]);
    crc32(before.iter().chain(after))
}
