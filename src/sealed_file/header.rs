//! The first two lines of a sealed file: which version it is of, and how much work it asks for.
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

/// Errors: no sealed file, or one of a version that we do not know.
pub fn check_version(file: &[u8]) -> Result<(), OpenError> {
    let version = file.strip_prefix(FORMAT).ok_or_else(|| match FORMAT.starts_with(file) {
        // Cut off within its first word, and not empty.
        true if !file.is_empty() => OpenError::Damaged,
        _ => OpenError::NotSealed,
    })?;
    match version.starts_with(VERSION) {
        true => Ok(()),
        false if VERSION.starts_with(version) => Err(OpenError::Damaged),
        false => Err(OpenError::Newer),
    }
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
