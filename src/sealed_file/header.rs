//! What stands before the sealed bytes: which version it is, for how many keys, and how much work is asked for.
//! Never decides whether a header is sound: the age crate does.

use super::OpenError;

const FORMAT: &[u8] = b"age-encryption.org/";
const VERSION: &[u8] = b"v1\n";

/// How often scrypt turns its memory over, as a power of two; each step doubles time and memory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WorkFactor(u8);

impl WorkFactor {
    /// For every file written here: 64 MiB, and about a second on a phone of some years.
    pub const NEW: WorkFactor = WorkFactor(16);
    /// The most that is read: 512 MiB. The `age` command writes 18.
    pub const MOST: u8 = 19;

    /// Errors: nothing, or more than we accept.
    pub fn parse(power: u8) -> Result<WorkFactor, OpenError> {
        match power {
            0 => Err(OpenError::Damaged),
            1..=WorkFactor::MOST => Ok(WorkFactor(power)),
            _ => Err(OpenError::TooMuchWork),
        }
    }

    pub fn get(self) -> u8 {
        self.0
    }

    /// Whether its memory is to be had. Asked before, because scrypt itself ends the program where it is not.
    pub(super) fn has_room(self) -> bool {
        // scrypt's block size is 8 in this format: 128 bytes times 8.
        let bytes = 1024_usize << self.0;
        Vec::<u8>::new().try_reserve_exact(bytes).is_ok()
    }
}

/// In bytes. A header for one key or a passphrase has 200 to 500. The crate reads a header anew with each of its lines:
/// megabytes of them would take it hours.
const LENGTH_MOST: usize = 16 << 10;

/// What the last line of a header begins with.
const LAST_LINE: &[u8] = b"\n--- ";

/// Why a header is not looked at any further.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HeaderFault {
    NotSealed,
    Newer,
    /// It has no end.
    Damaged,
    /// For more keys than any file of ours.
    TooLong,
}

/// Errors: no sealed file, one of a version that we do not know, or a header that is too much to read.
pub fn check(file: &[u8]) -> Result<(), HeaderFault> {
    let version = file.strip_prefix(FORMAT).ok_or_else(|| match FORMAT.starts_with(file) {
        // Cut off within its first word, and not empty.
        true if !file.is_empty() => HeaderFault::Damaged,
        _ => HeaderFault::NotSealed,
    })?;
    match version.starts_with(VERSION) {
        true => check_length(file),
        false if VERSION.starts_with(version) => Err(HeaderFault::Damaged),
        false => Err(HeaderFault::Newer),
    }
}

fn check_length(file: &[u8]) -> Result<(), HeaderFault> {
    match find(file, LAST_LINE) {
        Some(at) if at <= LENGTH_MOST => Ok(()),
        Some(_) => Err(HeaderFault::TooLong),
        None => Err(HeaderFault::Damaged),
    }
}

fn find(bytes: &[u8], piece: &[u8]) -> Option<usize> {
    bytes.windows(piece.len()).position(|it| it == piece)
}

/// How many keys of this kind a checked header names.
pub fn count_of(file: &[u8], kind: &[u8]) -> usize {
    let header = &file[..find(file, LAST_LINE).unwrap_or(0)];
    let opening = [b"-> ", kind, b" "].concat();
    header.split(|byte| *byte == b'\n').filter(|line| line.starts_with(&opening)).count()
}

/// What a header that the crate has read asks for: `-> scrypt <salt> <power>`.
pub fn work_factor(file: &[u8]) -> Result<WorkFactor, OpenError> {
    let line = file.split(|byte| *byte == b'\n').nth(1).unwrap_or_default();
    let power = line.rsplit(|byte| *byte == b' ').next().unwrap_or_default();
    let is_number = !power.is_empty() && power.iter().all(u8::is_ascii_digit);
    if !is_number || power.starts_with(b"0") {
        return Err(OpenError::Damaged);
    }
    let power =
        power.iter().fold(0_u8, |sum, digit| sum.saturating_mul(10).saturating_add(digit - b'0'));
    WorkFactor::parse(power)
}
