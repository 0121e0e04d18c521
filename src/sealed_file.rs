//! Files sealed with a passphrase or for a key, in the age format: what anyone can open with the `age` command as well.
//! Never reached by the page: it takes a second and hundreds of megabytes, and belongs to the worker. The one room that
//! draws chance of its own, because the crate does.

mod for_key;
mod header;

use std::io::{Read, Write};

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt};
use zeroize::Zeroizing;

pub use for_key::{
    KEY_FILE_MOST, KeyOpenError, KeySealError, open_with_keys, public_key, seal_for_key,
};
use header::HeaderFault;
pub use header::WorkFactor;

/// In bytes, sealed or not. Ten years of notes are a tenth of it; more than that is no file of ours.
pub const FILE_MOST: usize = 64 << 20;

/// What sealing adds at most: a header of some 200 bytes, and 16 for each 64 KB.
const OVERHEAD_MOST: usize = 1 << 16;

/// Why a file was not sealed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SealError {
    TooLarge,
    /// The memory it costs is not to be had.
    NoMemory,
    /// It was sealed, and what it opens to is something else. It must not be kept for a backup.
    NotReadBack,
}

/// Why a file was not opened. It is as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OpenError {
    /// Some other file.
    NotSealed,
    /// Of a version of the format that does not exist yet.
    Newer,
    /// Sealed for someone's key and not with a passphrase: the `age` command and that key open it.
    ForKeys,
    /// It asks for more work than we accept: a hostile one must not freeze the device.
    TooMuchWork,
    /// Not this one. Nobody can tell that from a damaged key inside the file.
    WrongPassphrase,
    /// Not what was written, or not all of it.
    Damaged,
    TooLarge,
    /// The memory it costs is not to be had.
    NoMemory,
}

/// `passphrase` is normalised to NFC. Errors: too large, or no memory.
pub fn seal(plain: &[u8], passphrase: &str, work: WorkFactor) -> Result<Vec<u8>, SealError> {
    if plain.len() > FILE_MOST {
        return Err(SealError::TooLarge);
    }
    if !work.has_room() {
        return Err(SealError::NoMemory);
    }
    let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase));
    recipient.set_work_factor(work.get());
    let mut file = Vec::new();
    file.try_reserve_exact(plain.len() + OVERHEAD_MOST).map_err(|_| SealError::NoMemory)?;
    write(plain, &recipient, &mut file).map_err(|_| SealError::NotReadBack)?;
    Ok(file)
}

/// Nothing but a fault in the crate makes it fail: the one recipient is sound, and a `Vec` takes every byte.
fn write(plain: &[u8], recipient: &dyn age::Recipient, file: &mut Vec<u8>) -> Result<(), Fault> {
    let encryptor = Encryptor::with_recipients([recipient].into_iter())?;
    let mut writer = encryptor.wrap_output(file)?;
    writer.write_all(plain)?;
    writer.finish()?;
    Ok(())
}

type Fault = Box<dyn std::error::Error>;

/// Seals, opens what came out, and compares: what is handed out opens again, with this passphrase, to these bytes.
pub fn seal_and_check(
    plain: &[u8],
    passphrase: &str,
    work: WorkFactor,
) -> Result<Vec<u8>, SealError> {
    let file = seal(plain, passphrase, work)?;
    match open(&file, passphrase) {
        Ok(opened) if opened.as_slice() == plain => Ok(file),
        Err(OpenError::NoMemory) => Err(SealError::NoMemory),
        _ => Err(SealError::NotReadBack),
    }
}

/// `passphrase` is normalised to NFC; a file that the `age` command made has it as it was typed there.
pub fn open(file: &[u8], passphrase: &str) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    if file.len() > FILE_MOST + OVERHEAD_MOST {
        return Err(OpenError::TooLarge);
    }
    header::check(file)?;
    let decryptor = Decryptor::new_buffered(file).map_err(|_| OpenError::Damaged)?;
    if !decryptor.is_scrypt() {
        return Err(OpenError::ForKeys);
    }
    let work = header::work_factor(file)?;
    if !work.has_room() {
        return Err(OpenError::NoMemory);
    }
    let mut identity = scrypt::Identity::new(SecretString::from(passphrase));
    identity.set_max_work_factor(work.get());
    let mut reader =
        decryptor.decrypt([&identity as &dyn age::Identity].into_iter()).map_err(why)?;
    // Never moved while it grows: a copy would be left in memory.
    let mut plain = Zeroizing::new(Vec::new());
    plain.try_reserve_exact(file.len()).map_err(|_| OpenError::NoMemory)?;
    reader.read_to_end(&mut plain).map_err(|_| OpenError::Damaged)?;
    Ok(plain)
}

impl From<HeaderFault> for OpenError {
    fn from(fault: HeaderFault) -> Self {
        match fault {
            HeaderFault::NotSealed => OpenError::NotSealed,
            HeaderFault::Newer => OpenError::Newer,
            HeaderFault::Damaged => OpenError::Damaged,
            // One passphrase needs few bytes.
            HeaderFault::TooLong => OpenError::ForKeys,
        }
    }
}

fn why(error: DecryptError) -> OpenError {
    match error {
        DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed => {
            OpenError::WrongPassphrase
        }
        DecryptError::ExcessiveWork { .. } => OpenError::TooMuchWork,
        DecryptError::NoMatchingKeys => OpenError::ForKeys,
        _ => OpenError::Damaged,
    }
}
