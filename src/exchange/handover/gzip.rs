//! Packs bytes as a gzip file (RFC 1952) and unpacks one such. JSON says each name anew for each moment: packed, it takes a
//! tenth of the room. Never unpacks more than it is told to, whatever a file claims.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use crate::checksum::crc32;
use crate::exchange::Refused;

/// The mark of the format, deflate, no flags, no time, the most that deflate can do, no system: so a file says nothing of when
/// and where it was packed.
const HEADER: [u8; 10] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255];

/// Of `miniz_oxide`, from 0 to 10: a handover is packed once.
const LEVEL: u8 = 9;

/// Deflate makes at most so many bytes out of one. Source: zlib's technical details, "Maximum Compression Factor".
const DEFLATE_MOST: usize = 1_032;

/// How both kinds of file begin that are read: what is packed, with any time and any system, but without flags.
pub(in crate::exchange) fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(&HEADER[..4])
}

pub(in crate::exchange) fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packed = HEADER.to_vec();
    packed.extend_from_slice(&compress_to_vec(bytes, LEVEL));
    packed.extend_from_slice(&crc32(bytes).to_le_bytes());
    packed.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
    packed
}

/// Errors: too large where it says that it holds more than `most` bytes; damaged where it does not hold what it says.
pub(in crate::exchange) fn unpack(bytes: &[u8], most: usize) -> Result<Vec<u8>, Refused> {
    let (body, trailer) = bytes
        .get(HEADER.len()..)
        .and_then(|rest| rest.split_last_chunk::<8>())
        .ok_or_else(Refused::here)?;
    let [a, b, c, d, length @ ..] = *trailer;
    let length = u32::from_le_bytes(length) as usize;
    // What broke off ends in any four bytes: they are no length, and are not to be called one.
    if length > body.len().saturating_mul(DEFLATE_MOST) {
        return Err(Refused::here());
    }
    if length > most {
        return Err(Refused::TooLarge);
    }
    // As long as it says: what unpacks to more finds no room, and what unpacks to less leaves some.
    let mut out = vec![0; length];
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    // Boxed: it is some ten kilobytes, and the stack of wasm is short.
    let mut inflator = Box::<DecompressorOxide>::default();
    let (status, taken, given) = decompress(&mut inflator, body, &mut out, 0, flags);
    let is_whole = status == TINFLStatus::Done && taken == body.len() && given == length;
    match is_whole && crc32(&out) == u32::from_le_bytes([a, b, c, d]) {
        true => Ok(out),
        false => Err(Refused::here()),
    }
}
