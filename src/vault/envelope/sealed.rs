//! Seal 1: XChaCha20-Poly1305 under the vault's key, tied to the name, the vault and, in a head, the ways in.
//! Never opened without the key; what a head shows without it is not to be trusted before it has been opened.

use std::ops::Range;

use super::content::Packed;
use super::{NAME_LENGTH, Part, SEAL_SEALED, STEP, content, number, read_name, write_name};
use crate::vault::key::{Nonce, Vault, VaultId};
use crate::vault::seal::{TAG_LENGTH, seal, unseal};
use crate::vault::{TooLarge, Unreadable};

const ID_LENGTH: usize = 16;
/// Of the length before the ways.
const WAYS_LENGTH: usize = 4;

/// What a sealed envelope says before it is opened.
pub struct Front {
    pub part: Part,
    /// A head's; a segment does not say whose it is.
    pub vault: Option<VaultId>,
    /// Where a head's ways lie.
    pub ways: Range<usize>,
}

/// `ways` stand in clear before what is sealed, and only in a head.
/// Errors: more than 4 GB, of ways or of anything.
pub fn close(
    part: Part,
    ways: &[u8],
    packed: &Packed,
    (vault, nonce): (&Vault, Nonce),
) -> Result<Vec<u8>, TooLarge> {
    let mut bytes = write_name(part, SEAL_SEALED);
    if let Part::Head { .. } = part {
        bytes.extend_from_slice(&vault.id.0);
        bytes.extend_from_slice(&u32::try_from(ways.len()).map_err(|_| TooLarge)?.to_le_bytes());
        bytes.extend_from_slice(ways);
    }
    let associated = bound_to(&bytes, vault.id);
    bytes.extend_from_slice(nonce.bytes());
    let from = bytes.len();
    let length = from + content::LENGTHS + packed.len() + TAG_LENGTH;
    let length = length.next_multiple_of(STEP);
    bytes.reserve_exact(length - from);
    bytes.extend_from_slice(&packed.lengths());
    bytes.extend_from_slice(packed.bytes());
    bytes.resize(length - TAG_LENGTH, 0);
    let sealed = seal(vault.key.bytes(), nonce.bytes(), &associated, &mut bytes, from);
    sealed.map(|()| bytes).map_err(|_| TooLarge)
}

/// Gives the part and its payload. Errors: newer; not sealed for this vault; or any byte that `close` would not have written.
pub fn open(bytes: &[u8], vault: &Vault) -> Result<(Part, Vec<u8>), Unreadable> {
    let front = read_front(bytes)?;
    if front.vault.is_some_and(|id| id != vault.id) {
        return Err(Unreadable::Damaged);
    }
    let (shown, rest) = bytes.split_at_checked(front.ways.end).ok_or(Unreadable::Damaged)?;
    let (nonce, closed) = rest.split_first_chunk().ok_or(Unreadable::Damaged)?;
    let associated = bound_to(shown, vault.id);
    let plain = unseal(vault.key.bytes(), nonce, &associated, closed);
    let plain = plain.map_err(|_| Unreadable::Damaged)?;
    let (lengths, rest) = plain.split_at_checked(content::LENGTHS).ok_or(Unreadable::Damaged)?;
    Ok((front.part, content::open(lengths, rest)?))
}

/// Errors: newer; or not a sealed envelope.
pub fn read_front(bytes: &[u8]) -> Result<Front, Unreadable> {
    let (part, seal, rest) = read_name(bytes)?;
    if seal != SEAL_SEALED || !bytes.len().is_multiple_of(STEP) {
        return Err(Unreadable::Damaged);
    }
    let Part::Head { .. } = part else {
        return Ok(Front { part, vault: None, ways: NAME_LENGTH..NAME_LENGTH });
    };
    let (id, rest) = rest.split_first_chunk().ok_or(Unreadable::Damaged)?;
    let (length, rest) = rest.split_first_chunk::<WAYS_LENGTH>().ok_or(Unreadable::Damaged)?;
    let start = NAME_LENGTH + ID_LENGTH + WAYS_LENGTH;
    let length = number(length) as usize;
    if length > rest.len() {
        return Err(Unreadable::Damaged);
    }
    Ok(Front { part, vault: Some(VaultId(*id)), ways: start..start + length })
}

/// The name, the vault's id, and in a head whatever stands between the id and the nonce.
fn bound_to(shown: &[u8], id: VaultId) -> Vec<u8> {
    let (name, rest) = shown.split_at(NAME_LENGTH.min(shown.len()));
    [name, &id.0, rest.get(ID_LENGTH..).unwrap_or_default()].concat()
}
