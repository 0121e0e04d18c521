//! The outer form of everything kept: which part it is, how it is closed, and a length rounded up so that it tells little.
//! Never looks into the payload. Seal 0 is open; sealed forms keep the first twenty bytes and close over the rest.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_COMPUTE_ADLER32, TINFL_FLAG_PARSE_ZLIB_HEADER,
    TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use super::{TooLarge, Unreadable};

const MAGIC: [u8; 4] = *b"ATTN";
/// The version of everything that is not a record: envelope, head and the framing of records.
const FORMAT: u8 = 1;
const SEAL_OPEN: u8 = 0;
const PART_HEAD: u8 = 0;
const PART_SEGMENT: u8 = 1;

/// What says which part this is, in clear; a sealed form binds it as associated data.
const NAME_LENGTH: usize = 20;
/// The name, the two lengths and the checksum.
const HEADER_LENGTH: usize = 32;
const CHECKSUM_START: usize = 28;
/// Envelopes are multiples of this, so that a length tells little about a session.
const STEP: usize = 1024;

/// In bytes, inflated. A hostile length must not take the page's memory; a segment of ours has some 60 KB.
pub const PAYLOAD_MOST: usize = 16 * 1024 * 1024;
/// Deflate cannot shrink more than this many times (RFC 1951: 258 bytes in two bits).
const DEFLATE_MOST: usize = 1032;
/// Of 0 to 10: beyond 6 it takes twice the time for a hundredth of the size.
const DEFLATE_LEVEL: u8 = 6;

/// Which part of the vault an envelope holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Part {
    /// Counts up with every save.
    Head {
        generation: u64,
    },
    Segment(SegmentName),
}

/// A segment keeps its id for life; each rewriting has the generation of the head that first lists it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SegmentName {
    pub id: u32,
    pub generation: u64,
}

/// Errors: a payload of more than `PAYLOAD_MOST` bytes.
pub fn close(part: Part, payload: &[u8]) -> Result<Vec<u8>, TooLarge> {
    if payload.len() > PAYLOAD_MOST {
        return Err(TooLarge);
    }
    let deflated = compress_to_vec_zlib(payload, DEFLATE_LEVEL);
    let length = (HEADER_LENGTH + deflated.len()).next_multiple_of(STEP);
    let (number, id, generation) = match part {
        Part::Head { generation } => (PART_HEAD, 0, generation),
        Part::Segment(name) => (PART_SEGMENT, name.id, name.generation),
    };
    let mut bytes = Vec::with_capacity(length);
    bytes.extend_from_slice(&MAGIC);
    bytes.extend_from_slice(&[FORMAT, SEAL_OPEN, number, 0]);
    bytes.extend_from_slice(&id.to_le_bytes());
    bytes.extend_from_slice(&generation.to_le_bytes());
    // Both fit: the payload is capped, and deflate adds at most a few bytes to what it cannot shrink.
    bytes.extend_from_slice(&(deflated.len() as u32).to_le_bytes());
    bytes.extend_from_slice(&(payload.len() as u32).to_le_bytes());
    bytes.extend_from_slice(&[0; HEADER_LENGTH - CHECKSUM_START]);
    bytes.extend_from_slice(&deflated);
    bytes.resize(length, 0);
    let checksum = checksum(&bytes);
    bytes[CHECKSUM_START..HEADER_LENGTH].copy_from_slice(&checksum.to_le_bytes());
    Ok(bytes)
}

/// Gives the part and its payload. Errors: newer; or any byte that `close` would not have written.
pub fn open(bytes: &[u8]) -> Result<(Part, Vec<u8>), Unreadable> {
    let (name, rest) = bytes.split_at_checked(NAME_LENGTH).ok_or(Unreadable::Damaged)?;
    let part = read_name(name)?;
    let (lengths, rest) = rest
        .split_at_checked(HEADER_LENGTH - NAME_LENGTH)
        .filter(|_| bytes.len().is_multiple_of(STEP))
        .filter(|(lengths, _)| number(&lengths[8..]) == u64::from(checksum(bytes)))
        .ok_or(Unreadable::Damaged)?;
    let deflated_length = number(&lengths[..4]) as usize;
    let payload_length = number(&lengths[4..8]) as usize;
    let (deflated, padding) = rest.split_at_checked(deflated_length).ok_or(Unreadable::Damaged)?;
    if padding.len() >= STEP || padding.iter().any(|byte| *byte != 0) {
        return Err(Unreadable::Damaged);
    }
    Ok((part, inflate(deflated, payload_length)?))
}

fn read_name(name: &[u8]) -> Result<Part, Unreadable> {
    if name[..4] != MAGIC || name[4] == 0 {
        return Err(Unreadable::Damaged);
    }
    if name[4] > FORMAT || name[5] > SEAL_OPEN {
        return Err(Unreadable::Newer);
    }
    let id = number(&name[8..12]) as u32;
    let generation = number(&name[12..20]);
    match (name[6], name[7], id) {
        (PART_HEAD, 0, 0) => Ok(Part::Head { generation }),
        (PART_SEGMENT, 0, id) => Ok(Part::Segment(SegmentName { id, generation })),
        _ => Err(Unreadable::Damaged),
    }
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

/// Little-endian, of any length up to eight bytes.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Exactly `length` bytes out of exactly all of `deflated`, checksum included.
fn inflate(deflated: &[u8], length: usize) -> Result<Vec<u8>, Unreadable> {
    if length > PAYLOAD_MOST || length > deflated.len().saturating_mul(DEFLATE_MOST) {
        return Err(Unreadable::Damaged);
    }
    let mut payload = vec![0; length];
    let flags = TINFL_FLAG_PARSE_ZLIB_HEADER
        | TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF
        | TINFL_FLAG_COMPUTE_ADLER32;
    // Boxed: it is some ten kilobytes, and the stack of wasm is short.
    let mut inflator = Box::<DecompressorOxide>::default();
    let (status, used, given) = decompress(&mut inflator, deflated, &mut payload, 0, flags);
    let is_whole = status == TINFLStatus::Done && used == deflated.len() && given == payload.len();
    if is_whole { Ok(payload) } else { Err(Unreadable::Damaged) }
}
