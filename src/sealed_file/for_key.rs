//! Files sealed for a key (X25519): whoever has the public key can seal, and only who holds its secret can open.
//! Never draws a secret key: its bytes come from the caller.

use age::{DecryptError, Decryptor, x25519};
use bech32::{Bech32, Hrp};
use std::io::Read;
use x25519_dalek::StaticSecret;
use zeroize::Zeroizing;

use super::header::{self, HeaderFault};
use crate::domain::{PublicKey, SecretKey};

/// In bytes, sealed. What is handed over are chosen items of one person: a hundred of the largest sessions.
pub const KEY_FILE_MOST: usize = 8 << 20;

/// What sealing adds at most: a header of some 400 bytes, and 16 for each 64 KB.
const OVERHEAD_MOST: usize = 1 << 12;

/// A handover is for one key. With each further one, each of ours has to be tried on it.
const KEYS_MOST: usize = 20;

const KIND: &[u8] = b"X25519";

/// Why a file was not sealed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeySealError {
    TooLarge,
    /// Anyone could open what is sealed for this one: it was made to do harm.
    NotAKey,
    /// The memory it costs is not to be had.
    NoMemory,
    /// It was sealed, and its header says something else.
    NotSealedForIt,
}

/// Why a file was not opened. It is as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyOpenError {
    /// Some other file.
    NotSealed,
    /// Of a version of the format that does not exist yet.
    Newer,
    /// With a passphrase and for no key: a backup, perhaps.
    WithPassphrase,
    /// For none of these keys, or for more than anything that is handed over.
    ForAnotherKey,
    /// Not what was written, or not all of it.
    Damaged,
    TooLarge,
    /// The memory it costs is not to be had.
    NoMemory,
}

/// The key to give away, of the one to keep.
pub fn public_key(secret: &SecretKey) -> PublicKey {
    let secret = StaticSecret::from(*secret.bytes());
    PublicKey(x25519_dalek::PublicKey::from(&secret).to_bytes())
}

/// It cannot be opened again to compare, for the secret is elsewhere; so its header is read instead: sealed for one key and
/// for no passphrase. Errors: too large, no key, or no memory.
pub fn seal_for_key(plain: &[u8], key: &PublicKey) -> Result<Vec<u8>, KeySealError> {
    if plain.len() > KEY_FILE_MOST - OVERHEAD_MOST {
        return Err(KeySealError::TooLarge);
    }
    if !key.is_sound() {
        return Err(KeySealError::NotAKey);
    }
    let recipient: x25519::Recipient = key.text().parse().map_err(|_| KeySealError::NotAKey)?;
    let mut file = Vec::new();
    file.try_reserve_exact(plain.len() + OVERHEAD_MOST).map_err(|_| KeySealError::NoMemory)?;
    super::write(plain, &recipient, &mut file).map_err(|_| KeySealError::NotSealedForIt)?;
    match is_for_one_key(&file) && file.len() > plain.len() {
        true => Ok(file),
        false => Err(KeySealError::NotSealedForIt),
    }
}

fn is_for_one_key(file: &[u8]) -> bool {
    header::check(file).is_ok()
        && header::count_of(file, KIND) == 1
        && header::count_of(file, b"scrypt") == 0
}

/// Which of these keys opened it, counted from 0, and what is in it.
pub fn open_with_keys(
    file: &[u8],
    keys: &[SecretKey],
) -> Result<(usize, Zeroizing<Vec<u8>>), KeyOpenError> {
    if file.len() > KEY_FILE_MOST {
        return Err(KeyOpenError::TooLarge);
    }
    header::check(file)?;
    if header::count_of(file, KIND) > KEYS_MOST {
        return Err(KeyOpenError::ForAnotherKey);
    }
    if Decryptor::new_buffered(file).map_err(why)?.is_scrypt() {
        return Err(KeyOpenError::WithPassphrase);
    }
    for (which, key) in keys.iter().enumerate() {
        match open_with(file, key) {
            Err(KeyOpenError::ForAnotherKey) => {}
            opened => return opened.map(|plain| (which, plain)),
        }
    }
    Err(KeyOpenError::ForAnotherKey)
}

fn open_with(file: &[u8], key: &SecretKey) -> Result<Zeroizing<Vec<u8>>, KeyOpenError> {
    // Bytes that the crate does not take for a secret key open nothing.
    let identity = identity(key).ok_or(KeyOpenError::ForAnotherKey)?;
    let decryptor = Decryptor::new_buffered(file).map_err(why)?;
    let mut reader =
        decryptor.decrypt([&identity as &dyn age::Identity].into_iter()).map_err(why)?;
    // Never moved while it grows: a copy would be left in memory.
    let mut plain = Zeroizing::new(Vec::new());
    plain.try_reserve_exact(file.len()).map_err(|_| KeyOpenError::NoMemory)?;
    reader.read_to_end(&mut plain).map_err(|_| KeyOpenError::Damaged)?;
    Ok(plain)
}

/// The crate takes a secret key as text alone: `AGE-SECRET-KEY-1…`.
fn identity(key: &SecretKey) -> Option<x25519::Identity> {
    const PREFIX: Hrp = Hrp::parse_unchecked("AGE-SECRET-KEY-");
    let text = bech32::encode_upper::<Bech32>(PREFIX, key.bytes()).ok().map(Zeroizing::new)?;
    text.parse().ok()
}

impl From<HeaderFault> for KeyOpenError {
    fn from(fault: HeaderFault) -> Self {
        match fault {
            HeaderFault::NotSealed => KeyOpenError::NotSealed,
            HeaderFault::Newer => KeyOpenError::Newer,
            HeaderFault::Damaged => KeyOpenError::Damaged,
            HeaderFault::TooLong => KeyOpenError::ForAnotherKey,
        }
    }
}

fn why(error: DecryptError) -> KeyOpenError {
    match error {
        DecryptError::NoMatchingKeys => KeyOpenError::ForAnotherKey,
        _ => KeyOpenError::Damaged,
    }
}
