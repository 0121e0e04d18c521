//! What the worker can be asked for, as bytes and back.
//! Never versioned: the page and its worker are of one release, or the page does not start it.

use zeroize::Zeroizing;

use super::bytes::{join, take, take_text};
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
}

/// The first byte of a message.
mod kind {
    pub const DERIVE: u8 = 1;
    pub const SEAL: u8 = 2;
    pub const OPEN: u8 = 3;
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
        }
    }

    /// `None`: no task.
    pub fn read(bytes: &[u8]) -> Option<Task> {
        let ([kind], rest) = take(bytes)?;
        match kind {
            kind::DERIVE => {
                let (memory, rest) = take(rest)?;
                let (passes, rest) = take(rest)?;
                let (lanes, rest) = take(rest)?;
                let (salt, secret) = take(rest)?;
                let [memory, passes, lanes] = [memory, passes, lanes].map(u32::from_le_bytes);
                let cost = Cost::parse(memory, passes, lanes).ok()?;
                Some(Task::Derive { secret: secret.to_vec().into(), salt: Salt(salt), cost })
            }
            kind::SEAL => {
                let (passphrase, plain) = take_text(rest)?;
                Some(Task::Seal { plain: plain.to_vec().into(), passphrase })
            }
            kind::OPEN => {
                let (passphrase, file) = take_text(rest)?;
                Some(Task::Open { file: file.to_vec(), passphrase })
            }
            _ => None,
        }
    }
}

fn with_passphrase(kind: u8, passphrase: &str, bytes: &[u8]) -> Zeroizing<Vec<u8>> {
    // A passphrase of four gigabytes does not fit into wasm's memory.
    let length = u32::try_from(passphrase.len()).unwrap_or(u32::MAX).to_le_bytes();
    join(&[&[kind], &length, passphrase.as_bytes(), bytes])
}
