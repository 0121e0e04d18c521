//! The ways in: what a vault's key is wrapped with, once for each, and what has to be known to try one.
//! Never derives a key. A way that this Attune does not know is kept byte by byte.

use serde::{Deserialize, Serialize};

use super::cost::{Cost, CostError, WireCost};
use super::key::{DerivedKey, Draw, KEY_LENGTH, Nonce, Vault, VaultId, VaultKey};
use super::seal::{self, TAG_LENGTH, Unsealable};
use super::{TooLarge, Unreadable};

/// One way in, as it is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Way {
    kind: u8,
    /// Parameters, then the nonce and the wrapped key; of an open way the key alone.
    body: Vec<u8>,
}

/// What a stored way is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Entry {
    /// The key itself: whoever has the device is in.
    Open,
    Closed(WayIn),
}

/// What a screen and the worker need in order to try a way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WayIn {
    Passphrase(Stretch),
    Code(Stretch),
    Passkey(Passkey),
}

/// How a passphrase or a code is made into a key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stretch {
    pub cost: Cost,
    pub salt: Salt,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Salt(pub [u8; 16]);

/// What a passkey is asked with. Its answer (WebAuthn's PRF, 32 bytes) is the derived key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passkey {
    pub credential: Vec<u8>,
    pub salt: [u8; 32],
}

/// Why a stored way cannot be tried. The others can.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WayFault {
    /// Of a kind that a newer Attune knows.
    Newer,
    Damaged,
    Cost(CostError),
}

/// The key does not fit. Nothing more can be known: a wrong passphrase, or a way that was changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WrongKey;

/// Numbers on the wire: never given again.
mod kind {
    pub const PASSPHRASE: u8 = 1;
    pub const CODE: u8 = 2;
    pub const PASSKEY: u8 = 3;
    pub const OPEN: u8 = 4;
}

/// Parameters, nonce, wrapped key.
type Parts<'a> = (&'a [u8], &'a [u8; Nonce::LENGTH], &'a [u8]);

/// The nonce and the wrapped key behind the parameters.
const WRAPPED_LENGTH: usize = Nonce::LENGTH + KEY_LENGTH + TAG_LENGTH;

#[derive(Serialize, Deserialize)]
struct WireStretch {
    cost: WireCost,
    salt: [u8; 16],
}

#[derive(Serialize, Deserialize)]
struct WirePasskey<'a> {
    #[serde(borrow)]
    credential: &'a [u8],
    salt: [u8; 32],
}

#[derive(Serialize, Deserialize)]
struct WireWay<'a> {
    kind: u8,
    #[serde(borrow)]
    body: &'a [u8],
}

impl Way {
    /// The vault's key in clear.
    pub fn open(vault: &Vault) -> Way {
        Way { kind: kind::OPEN, body: vault.key.bytes().to_vec() }
    }

    /// The vault's key, wrapped under `key`. Errors: no chance.
    pub fn wrap(
        way: &WayIn,
        key: &DerivedKey,
        vault: &Vault,
        draw: Draw,
    ) -> Result<Way, Unsealable> {
        let (kind, parameters) = match way {
            WayIn::Passphrase(stretch) => (kind::PASSPHRASE, stretch.write()),
            WayIn::Code(stretch) => (kind::CODE, stretch.write()),
            WayIn::Passkey(passkey) => (kind::PASSKEY, passkey.write()),
        };
        let mut body = parameters.map_err(|_| Unsealable)?;
        let associated = bound_to(kind, &body, vault.id);
        let nonce = Nonce::draw(draw)?;
        body.extend_from_slice(nonce.bytes());
        let from = body.len();
        body.extend_from_slice(vault.key.bytes());
        seal::seal(key.bytes(), nonce.bytes(), &associated, &mut body, from)?;
        Ok(Way { kind, body })
    }

    /// What it takes to try this way. Errors: why it cannot be tried.
    pub fn read(&self) -> Result<Entry, WayFault> {
        let way = match self.kind {
            kind::PASSPHRASE => WayIn::Passphrase(self.stretch()?),
            kind::CODE => WayIn::Code(self.stretch()?),
            kind::PASSKEY => {
                let wire: WirePasskey = exactly(self.parts()?.0)?;
                WayIn::Passkey(Passkey { credential: wire.credential.to_vec(), salt: wire.salt })
            }
            kind::OPEN if self.body.len() == KEY_LENGTH => return Ok(Entry::Open),
            0 | kind::OPEN => return Err(WayFault::Damaged),
            _ => return Err(WayFault::Newer),
        };
        Ok(Entry::Closed(way))
    }

    /// The vault's key. Errors: not this one.
    pub fn unwrap_key(&self, id: VaultId, key: &DerivedKey) -> Result<VaultKey, WrongKey> {
        let (parameters, nonce, wrapped) = self.parts().map_err(|_| WrongKey)?;
        let associated = bound_to(self.kind, parameters, id);
        let opened = seal::unseal(key.bytes(), nonce, &associated, wrapped);
        vault_key(opened.map_err(|_| WrongKey)?).ok_or(WrongKey)
    }

    /// The vault's key, where it lies in clear.
    pub fn open_key(&self) -> Option<VaultKey> {
        if self.kind == kind::OPEN { vault_key(self.body.clone()) } else { None }
    }

    fn stretch(&self) -> Result<Stretch, WayFault> {
        let wire: WireStretch = exactly(self.parts()?.0)?;
        let cost = wire.cost.try_into().map_err(WayFault::Cost)?;
        Ok(Stretch { cost, salt: Salt(wire.salt) })
    }

    fn parts(&self) -> Result<Parts<'_>, WayFault> {
        let (parameters, rest) = self
            .body
            .len()
            .checked_sub(WRAPPED_LENGTH)
            .and_then(|at| self.body.split_at_checked(at))
            .ok_or(WayFault::Damaged)?;
        let (nonce, wrapped) = rest.split_first_chunk().ok_or(WayFault::Damaged)?;
        Ok((parameters, nonce, wrapped))
    }
}

impl Stretch {
    fn write(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(&WireStretch { cost: self.cost.wire(), salt: self.salt.0 })
    }
}

impl Passkey {
    fn write(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(&WirePasskey { credential: &self.credential, salt: self.salt })
    }
}

/// All ways of a head, in their order.
pub fn write_all(ways: &[Way]) -> Result<Vec<u8>, TooLarge> {
    let wire: Vec<WireWay> =
        ways.iter().map(|way| WireWay { kind: way.kind, body: &way.body }).collect();
    postcard::to_allocvec(&wire).map_err(|_| TooLarge)
}

/// Errors: damaged, or none at all.
pub fn read_all(bytes: &[u8]) -> Result<Vec<Way>, Unreadable> {
    let (wire, rest) = postcard::take_from_bytes::<Vec<WireWay>>(bytes)?;
    if wire.is_empty() || !rest.is_empty() {
        return Err(Unreadable::Damaged);
    }
    Ok(wire.into_iter().map(|way| Way { kind: way.kind, body: way.body.to_vec() }).collect())
}

/// A wrapped key fits no other kind, no cheaper parameters and no other vault than it was wrapped for.
fn bound_to(kind: u8, parameters: &[u8], id: VaultId) -> Vec<u8> {
    [&[kind], parameters, &id.0].concat()
}

fn exactly<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, WayFault> {
    match postcard::take_from_bytes(bytes) {
        Ok((it, [])) => Ok(it),
        _ => Err(WayFault::Damaged),
    }
}

fn vault_key(bytes: Vec<u8>) -> Option<VaultKey> {
    let bytes = zeroize::Zeroizing::new(bytes);
    Some(VaultKey::from_bytes(bytes.as_slice().try_into().ok()?))
}
