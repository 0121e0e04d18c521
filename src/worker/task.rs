//! What the worker can be asked for, as bytes and back.
//! Never versioned: the page and its worker are of one release, or the page does not start it.

use zeroize::Zeroizing;

use super::Picture;
use super::bytes::{join, take, take_text};
use crate::domain::{PublicKey, SecretKey};
use crate::vault::cost::Cost;
use crate::vault::way::Salt;

#[derive(PartialEq, Eq)]
pub enum Task {
    /// A key from a passphrase in UTF-8, normalised to NFC, or from what `RecoveryCode::secret` gives.
    Derive { secret: Zeroizing<Vec<u8>>, salt: Salt, cost: Cost },
    /// A sealed file, read back before it is handed out.
    Seal { plain: Zeroizing<Vec<u8>>, passphrase: Zeroizing<String> },
    /// What is in a sealed file.
    Open { file: Vec<u8>, passphrase: Zeroizing<String> },
    /// The public key of a secret one.
    PublicKey { secret: SecretKey },
    /// A file that the secret of this key opens, and nothing else. It cannot be read back here.
    SealForKey { plain: Zeroizing<Vec<u8>>, key: PublicKey },
    /// What is in a file that was sealed for one of these keys, and which.
    OpenWithKeys { file: Vec<u8>, keys: Vec<SecretKey> },
    /// What stands in the QR codes of a picture.
    ReadPicture(Picture),
}

/// The first byte of a message.
mod kind {
    pub const DERIVE: u8 = 1;
    pub const SEAL: u8 = 2;
    pub const OPEN: u8 = 3;
    pub const PUBLIC_KEY: u8 = 4;
    pub const SEAL_FOR_KEY: u8 = 5;
    pub const OPEN_WITH_KEYS: u8 = 6;
    pub const READ_PICTURE: u8 = 7;
}

impl Task {
    pub fn write(&self) -> Zeroizing<Vec<u8>> {
        match self {
            Task::Derive { secret, salt, cost } => {
                let cost = [cost.memory(), cost.passes(), cost.lanes()].map(u32::to_le_bytes);
                join(&[&[kind::DERIVE], cost.as_flattened(), &salt.0, secret])
            }
            Task::Seal { plain, passphrase } => with_passphrase(kind::SEAL, passphrase, plain),
            Task::Open { file, passphrase } => with_passphrase(kind::OPEN, passphrase, file),
            Task::PublicKey { secret } => join(&[&[kind::PUBLIC_KEY], secret.bytes()]),
            Task::SealForKey { plain, key } => join(&[&[kind::SEAL_FOR_KEY], &key.0, plain]),
            Task::OpenWithKeys { file, keys } => with_keys(keys, file),
            Task::ReadPicture(picture) => {
                // `Picture::MOST` is far below.
                let width = u32::try_from(picture.width()).unwrap_or(u32::MAX).to_le_bytes();
                join(&[&[kind::READ_PICTURE], &width, picture.grey()])
            }
        }
    }

    /// `None`: no task.
    pub fn read(bytes: &[u8]) -> Option<Task> {
        let ([kind], rest) = take(bytes)?;
        match kind {
            kind::DERIVE => read_derive(rest),
            kind::SEAL => {
                let (passphrase, plain) = take_text(rest)?;
                Some(Task::Seal { plain: plain.to_vec().into(), passphrase })
            }
            kind::OPEN => {
                let (passphrase, file) = take_text(rest)?;
                Some(Task::Open { file: file.to_vec(), passphrase })
            }
            kind::PUBLIC_KEY => {
                let secret = SecretKey::new(rest.try_into().ok()?);
                Some(Task::PublicKey { secret })
            }
            kind::SEAL_FOR_KEY => {
                let (key, plain) = take(rest)?;
                Some(Task::SealForKey { plain: plain.to_vec().into(), key: PublicKey(key) })
            }
            kind::OPEN_WITH_KEYS => {
                let (count, rest) = take(rest)?;
                let length = usize::try_from(u32::from_le_bytes(count)).ok()?.checked_mul(32)?;
                let (keys, file) = rest.split_at_checked(length)?;
                let keys = keys.as_chunks().0.iter().copied().map(SecretKey::new).collect();
                Some(Task::OpenWithKeys { file: file.to_vec(), keys })
            }
            kind::READ_PICTURE => {
                let (width, grey) = take(rest)?;
                let width = u32::from_le_bytes(width).try_into().ok()?;
                Picture::new(width, grey.to_vec()).map(Task::ReadPicture)
            }
            _ => None,
        }
    }
}

fn read_derive(bytes: &[u8]) -> Option<Task> {
    let (memory, rest) = take(bytes)?;
    let (passes, rest) = take(rest)?;
    let (lanes, rest) = take(rest)?;
    let (salt, secret) = take(rest)?;
    let [memory, passes, lanes] = [memory, passes, lanes].map(u32::from_le_bytes);
    let cost = Cost::parse(memory, passes, lanes).ok()?;
    Some(Task::Derive { secret: secret.to_vec().into(), salt: Salt(salt), cost })
}

fn with_passphrase(kind: u8, passphrase: &str, bytes: &[u8]) -> Zeroizing<Vec<u8>> {
    // A passphrase of four gigabytes does not fit into wasm's memory.
    let length = u32::try_from(passphrase.len()).unwrap_or(u32::MAX).to_le_bytes();
    join(&[&[kind], &length, passphrase.as_bytes(), bytes])
}

fn with_keys(keys: &[SecretKey], file: &[u8]) -> Zeroizing<Vec<u8>> {
    // As many keys do not fit into wasm's memory.
    let count = u32::try_from(keys.len()).unwrap_or(u32::MAX).to_le_bytes();
    let front: [&[u8]; 2] = [&[kind::OPEN_WITH_KEYS], &count];
    let pieces = front.into_iter().chain(keys.iter().map(|it| &it.bytes()[..])).chain([file]);
    join(&pieces.collect::<Vec<_>>())
}
