//! Keys, the id of a vault, and chance as an argument.
//! Never shows a key, compares one, or leaves one in memory when it is let go.

use zeroize::Zeroizing;

/// Fills bytes with chance that nobody can guess. An argument everywhere, so that tests bring their own.
pub type Draw = fn(&mut [u8]) -> Result<(), NoChance>;

/// The device gives no chance to make a key or a nonce from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoChance;

pub const KEY_LENGTH: usize = 32;

/// What everything of one vault is sealed with.
pub struct VaultKey(Zeroizing<[u8; KEY_LENGTH]>);

/// What a way in leads to: derived from a passphrase or a code, or given by a passkey. Opens a wrapped key, nothing else.
pub struct DerivedKey(Zeroizing<[u8; KEY_LENGTH]>);

/// Tells one vault from another, so that no part of one is taken for a part of the other. No secret.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct VaultId(pub [u8; 16]);

/// A vault's id and its key: what its segments are sealed with.
pub struct Vault {
    pub id: VaultId,
    pub key: VaultKey,
}

/// A number used once. It is drawn, and used up by the seal that takes it: 24 bytes are enough for chance not to repeat.
pub struct Nonce([u8; Nonce::LENGTH]);

impl VaultKey {
    pub fn from_bytes(bytes: [u8; KEY_LENGTH]) -> VaultKey {
        VaultKey(Zeroizing::new(bytes))
    }

    pub(super) fn bytes(&self) -> &[u8; KEY_LENGTH] {
        &self.0
    }
}

impl DerivedKey {
    pub fn from_bytes(bytes: [u8; KEY_LENGTH]) -> DerivedKey {
        DerivedKey(Zeroizing::new(bytes))
    }

    /// For the way from the worker to the page, and nothing else: `tests/host/worker.rs` watches.
    pub fn to_wire(&self) -> &[u8; KEY_LENGTH] {
        &self.0
    }

    pub(super) fn bytes(&self) -> &[u8; KEY_LENGTH] {
        &self.0
    }
}

impl Vault {
    /// A new one. Errors: no chance.
    pub fn draw(draw: Draw) -> Result<Vault, NoChance> {
        let mut id = [0; 16];
        let mut key = VaultKey::from_bytes([0; KEY_LENGTH]);
        draw(&mut id)?;
        draw(key.0.as_mut_slice())?;
        Ok(Vault { id: VaultId(id), key })
    }
}

impl Nonce {
    pub const LENGTH: usize = 24;

    pub fn draw(draw: Draw) -> Result<Nonce, NoChance> {
        let mut bytes = [0; Nonce::LENGTH];
        draw(&mut bytes)?;
        Ok(Nonce(bytes))
    }

    pub(super) fn bytes(&self) -> &[u8; Nonce::LENGTH] {
        &self.0
    }
}
