//! The one seal: XChaCha20-Poly1305, in place.
//! Never chooses a key or a nonce, and never says more of a failure than that it failed.

use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{Key, KeyInit, Tag, XChaCha20Poly1305, XNonce};

use super::key::{KEY_LENGTH, NoChance, Nonce};

pub const TAG_LENGTH: usize = 16;

/// Seals everything behind `from` and adds the tag. What lies before `from` stays as it is.
/// Errors: more bytes than the cipher takes, some 256 GB.
pub fn seal(
    key: &[u8; KEY_LENGTH],
    nonce: &[u8; Nonce::LENGTH],
    associated: &[u8],
    bytes: &mut Vec<u8>,
    from: usize,
) -> Result<(), Unsealable> {
    let plain = bytes.get_mut(from..).ok_or(Unsealable)?;
    let tag = cipher(key).encrypt_inout_detached(&XNonce::from(*nonce), associated, plain.into());
    bytes.extend_from_slice(&tag.map_err(|_| Unsealable)?);
    Ok(())
}

/// Gives what was sealed. Errors: too short, or not sealed with this key, this nonce and this associated data.
pub fn unseal(
    key: &[u8; KEY_LENGTH],
    nonce: &[u8; Nonce::LENGTH],
    associated: &[u8],
    sealed: &[u8],
) -> Result<Vec<u8>, Unsealable> {
    let (closed, tag) = sealed.split_last_chunk::<TAG_LENGTH>().ok_or(Unsealable)?;
    let mut plain = closed.to_vec();
    cipher(key)
        .decrypt_inout_detached(
            &XNonce::from(*nonce),
            associated,
            plain.as_mut_slice().into(),
            &Tag::from(*tag),
        )
        .map_err(|_| Unsealable)?;
    Ok(plain)
}

/// It could not be sealed, or is not what was sealed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unsealable;

impl From<NoChance> for Unsealable {
    fn from(_: NoChance) -> Self {
        Unsealable
    }
}

fn cipher(key: &[u8; KEY_LENGTH]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*key))
}
