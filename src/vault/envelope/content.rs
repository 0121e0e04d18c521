//! A payload, deflated, between its lengths and its padding: what every form of envelope closes over.
//! Never knows whether it is sealed.

use miniz_oxide::DataFormat;
use miniz_oxide::deflate::CompressionLevel;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, compress_to_output};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_COMPUTE_ADLER32, TINFL_FLAG_PARSE_ZLIB_HEADER,
    TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use super::{PAYLOAD_MOST, STEP, number};
use crate::vault::{TooLarge, Unreadable};

/// Deflate cannot shrink more than this many times (RFC 1951: 258 bytes in two bits).
const DEFLATE_MOST: usize = 1032;
/// The two lengths.
pub const LENGTHS: usize = 8;

/// A payload, and where in it unlike things meet.
#[derive(Clone, Copy)]
pub struct Blocks<'a> {
    pub payload: &'a [u8],
    /// Rising, and inside the payload.
    pub cuts: &'a [usize],
}

/// The deflated payload: deflate begins anew with its codes at each cut, for what is common in names is rare in prose.
/// Errors: more than `PAYLOAD_MOST` bytes.
pub fn deflate(Blocks { payload, cuts }: Blocks) -> Result<Vec<u8>, TooLarge> {
    if payload.len() > PAYLOAD_MOST {
        return Err(TooLarge);
    }
    // Level 6 of 10: beyond it takes twice the time for a hundredth of the size.
    let mut deflator =
        CompressorOxide::with_format_and_level(DataFormat::Zlib, CompressionLevel::DefaultLevel);
    let mut deflated = Vec::with_capacity(payload.len() / 2);
    let mut push = |bytes: &[u8]| {
        deflated.extend_from_slice(bytes);
        true
    };
    let mut start = 0;
    for cut in cuts {
        compress_to_output(&mut deflator, &payload[start..*cut], TDEFLFlush::Sync, &mut push);
        start = *cut;
    }
    compress_to_output(&mut deflator, &payload[start..], TDEFLFlush::Finish, &mut push);
    Ok(deflated)
}

/// Both lengths, of the deflated payload and of the payload. They fit: the payload is capped, and deflate adds at most
/// a few bytes to what it cannot shrink.
pub fn lengths(deflated: &[u8], payload: &[u8]) -> [u8; LENGTHS] {
    let both = (deflated.len() as u64) | (payload.len() as u64) << 32;
    both.to_le_bytes()
}

/// The payload out of what follows its lengths. Errors: anything that was not written like that.
pub fn open(lengths: &[u8], rest: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let deflated_length = number(&lengths[..4]) as usize;
    let payload_length = number(&lengths[4..LENGTHS]) as usize;
    let (deflated, padding) = rest.split_at_checked(deflated_length).ok_or(Unreadable::Damaged)?;
    if padding.len() >= STEP || padding.iter().any(|byte| *byte != 0) {
        return Err(Unreadable::Damaged);
    }
    inflate(deflated, payload_length)
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
