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

/// A payload, deflated.
pub struct Packed {
    deflated: Vec<u8>,
    /// In bytes, of the payload.
    length: usize,
}

/// Deflates what mostly stays the same: what lies before the last cut is remembered, and need not be gone through again.
#[derive(Default)]
pub struct Packer(Option<Packing>);

/// A payload deflated as far as its last cut.
#[derive(Clone)]
struct Packing {
    payload: Vec<u8>,
    cuts: Vec<usize>,
    deflator: CompressorOxide,
    deflated: Vec<u8>,
}

impl Packer {
    /// Deflate begins anew with its codes at each cut, for what is common in names is rare in prose.
    /// Errors: more than `PAYLOAD_MOST` bytes.
    pub fn pack(&mut self, Blocks { payload, cuts }: Blocks) -> Result<Packed, TooLarge> {
        if payload.len() > PAYLOAD_MOST {
            return Err(TooLarge);
        }
        let (before, last) = payload.split_at(cuts.last().copied().unwrap_or(0));
        let remembered = self.0.take().filter(|it| it.payload == before && it.cuts == cuts);
        let packing = remembered.unwrap_or_else(|| Packing::of(before, cuts));
        self.0 = (!before.is_empty()).then(|| packing.clone());
        let deflated = packing.push(last, TDEFLFlush::Finish).deflated;
        Ok(Packed { deflated, length: payload.len() })
    }
}

impl Packing {
    fn of(payload: &[u8], cuts: &[usize]) -> Packing {
        // Level 6 of 10: beyond it takes twice the time for a hundredth of the size.
        let level = CompressionLevel::DefaultLevel;
        let packing = Packing {
            payload: payload.to_vec(),
            cuts: cuts.to_vec(),
            deflator: CompressorOxide::with_format_and_level(DataFormat::Zlib, level),
            deflated: Vec::with_capacity(payload.len() / 2),
        };
        let starts = [0].into_iter().chain(cuts.iter().copied());
        let blocks = starts.zip(cuts).map(|(start, cut)| &payload[start..*cut]);
        blocks.fold(packing, |packing, block| packing.push(block, TDEFLFlush::Sync))
    }

    fn push(mut self, block: &[u8], flush: TDEFLFlush) -> Packing {
        compress_to_output(&mut self.deflator, block, flush, |bytes: &[u8]| {
            self.deflated.extend_from_slice(bytes);
            true
        });
        self
    }
}

impl Packed {
    /// In bytes, deflated.
    pub fn len(&self) -> usize {
        self.deflated.len()
    }

    pub fn bytes(&self) -> &[u8] {
        &self.deflated
    }

    /// Both lengths, deflated and not. They fit: a payload is capped, and deflate adds at most a few bytes to what it cannot
    /// shrink.
    pub fn lengths(&self) -> [u8; LENGTHS] {
        let both = (self.deflated.len() as u64) | (self.length as u64) << 32;
        both.to_le_bytes()
    }
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
