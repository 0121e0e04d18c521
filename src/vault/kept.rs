//! A segment that could not be read when its vault got a new key: its stored bytes, to be sealed as they are.
//! Never looks into them.

use std::rc::Rc;

use super::Unreadable;
use super::key::{KEY_LENGTH, Vault, VaultId, VaultKey};

const CLEAR: u8 = 0;
const SEALED: u8 = 1;

/// The payload: whether it was sealed, then under which vault, then the bytes. A key that is let go would take with it
/// what a later Attune, or someone who mends it, could still read.
pub fn write(bytes: &[u8], vault: Option<&Vault>) -> Vec<u8> {
    match vault {
        None => [&[CLEAR], bytes].concat(),
        Some(vault) => [&[SEALED], &vault.id.0[..], vault.key.bytes(), bytes].concat(),
    }
}

pub type Kept<'a> = (Option<Rc<Vault>>, &'a [u8]);

/// The bytes, and what they were sealed under.
pub fn read(payload: &[u8]) -> Result<Kept<'_>, Unreadable> {
    match payload.split_first() {
        Some((&CLEAR, bytes)) => Ok((None, bytes)),
        Some((&SEALED, rest)) => {
            let (id, rest) = rest.split_first_chunk().ok_or(Unreadable::Damaged)?;
            let (key, bytes) = rest.split_first_chunk::<KEY_LENGTH>().ok_or(Unreadable::Damaged)?;
            let vault = Vault { id: VaultId(*id), key: VaultKey::from_bytes(*key) };
            Ok((Some(Rc::new(vault)), bytes))
        }
        Some(_) => Err(Unreadable::Newer),
        None => Err(Unreadable::Damaged),
    }
}
