//! A small file as a row of QR pictures: each a text that says which file it is of, where it belongs, and whether it is whole.
//! Never opens the file: it is sealed. docs/invitation-format.md says every byte.

mod base45;
mod collector;

use crate::checksum::crc32;

pub use collector::{Collector, Taken};

/// In bytes of the file. With what a frame says of itself 925 characters, which a code of 85 fields holds: shown as wide as
/// a phone, a field is half a millimetre, and a camera 1,000 points across sees each at arm's length. Source:
/// `tests/host/frames.rs` reads it at three points a field.
const PIECE_MOST: usize = 600;

/// More pictures than these nobody holds a phone up for: at one or two a second a row takes half a minute.
pub const FRAMES_MOST: usize = 24;

/// In bytes: some thirty moments, sealed.
pub const ROW_MOST: usize = PIECE_MOST * FRAMES_MOST;

/// What a frame begins with; the number is that of its format.
const OPENING: &str = "AT";
const VERSION: &str = "1";

/// Before the piece: the row's length and checksum, four bytes each, its place and their count. After it: its own checksum.
const FRONT: usize = 10;
const CHECKSUM: usize = 4;

/// One of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Frame {
    row: Row,
    /// From 0.
    place: usize,
    piece: Vec<u8>,
}

/// What all frames of a row agree on: two files of one length and one checksum are one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Row {
    length: usize,
    checksum: u32,
    count: usize,
}

/// Why a text is no frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum FrameFault {
    NotAFrame,
    Newer,
    Broken,
}

/// The row of a file, in its order; `None`: more than `ROW_MOST`, so it goes as a file.
pub fn frames(bytes: &[u8]) -> Option<Vec<String>> {
    let count = bytes.len().div_ceil(PIECE_MOST).max(1);
    if count > FRAMES_MOST {
        return None;
    }
    let row = Row { length: bytes.len(), checksum: crc32(bytes), count };
    (0..count).map(|place| write(row, place, bytes.get(row.range(place)?)?)).collect()
}

/// `None`: a number too large for its place, which those of a row are not.
fn write(row: Row, place: usize, piece: &[u8]) -> Option<String> {
    let mut bytes = Vec::with_capacity(FRONT + piece.len() + CHECKSUM);
    bytes.extend(u32::try_from(row.length).ok()?.to_le_bytes());
    bytes.extend(row.checksum.to_le_bytes());
    bytes.extend([u8::try_from(place).ok()?, u8::try_from(row.count).ok()?]);
    bytes.extend(piece);
    bytes.extend(crc32(&bytes).to_le_bytes());
    let mut text = [OPENING, VERSION, ":"].concat();
    base45::write(&mut text, &bytes);
    Some(text)
}

fn read(text: &str) -> Result<Frame, FrameFault> {
    let rest = text.strip_prefix(OPENING).ok_or(FrameFault::NotAFrame)?;
    let (version, rest) = rest.split_once(':').ok_or(FrameFault::NotAFrame)?;
    match version {
        VERSION => base45::read(rest).and_then(|it| read_bytes(&it)).ok_or(FrameFault::Broken),
        _ if is_later(version) => Err(FrameFault::Newer),
        _ => Err(FrameFault::NotAFrame),
    }
}

fn is_later(version: &str) -> bool {
    let is_number = !version.is_empty() && version.bytes().all(|it| it.is_ascii_digit());
    is_number && !version.starts_with('0')
}

fn read_bytes(bytes: &[u8]) -> Option<Frame> {
    let (bytes, checksum) = bytes.split_last_chunk::<CHECKSUM>()?;
    let (front, piece) = bytes.split_first_chunk::<FRONT>()?;
    let [l0, l1, l2, l3, c0, c1, c2, c3, place, count] = *front;
    let row = Row {
        length: u32::from_le_bytes([l0, l1, l2, l3]).try_into().ok()?,
        checksum: u32::from_le_bytes([c0, c1, c2, c3]),
        count: count.into(),
    };
    let place = usize::from(place);
    let is_whole = u32::from_le_bytes(*checksum) == crc32(bytes);
    let fits = row.range(place).is_some_and(|range| range.len() == piece.len());
    (is_whole && fits).then(|| Frame { row, place, piece: piece.to_vec() })
}

impl Row {
    /// Where a piece lies in the file: all are of one length, but for the last. `None`: no row of ours, or no place in it.
    fn range(&self, place: usize) -> Option<std::ops::Range<usize>> {
        if self.length > ROW_MOST || !(1..=FRAMES_MOST).contains(&self.count) || place >= self.count
        {
            return None;
        }
        let each = self.length.div_ceil(self.count);
        let start = place * each;
        // A row with a place for nothing would never be full, or be full without it.
        let is_sound = self.length.div_ceil(each.max(1)).max(1) == self.count;
        is_sound.then(|| start..self.length.min(start + each))
    }
}
