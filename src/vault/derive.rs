//! From a passphrase or a recovery code to a key: Argon2id.
//! Never called by the page: it takes a second and 64 MiB, and belongs to the worker. `tests/host/derive.rs` watches.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::{Zeroize, Zeroizing};

use super::cost::Cost;
use super::key::{DerivedKey, KEY_LENGTH};
use super::way::Salt;

/// The memory it costs is not to be had.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoMemory;

/// `secret` is a passphrase in UTF-8, normalised to NFC, or what `RecoveryCode::secret` gives.
pub fn derive(secret: &[u8], cost: Cost, salt: &Salt) -> Result<DerivedKey, NoMemory> {
    let params = Params::new(cost.memory(), cost.passes(), cost.lanes(), Some(KEY_LENGTH))
        .map_err(|_| NoMemory)?;
    let mut memory = Vec::new();
    memory.try_reserve_exact(params.block_count()).map_err(|_| NoMemory)?;
    memory.resize(params.block_count(), Block::new());
    let mut key = Zeroizing::new([0; KEY_LENGTH]);
    let derived = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(secret, &salt.0, key.as_mut_slice(), &mut memory);
    memory.iter_mut().for_each(Zeroize::zeroize);
    derived.map_err(|_| NoMemory)?;
    Ok(DerivedKey::from_bytes(*key))
}
