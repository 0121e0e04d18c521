//! The ways in: what a vault's key is wrapped with, once for each, and what has to be known to try one.
//! Never derives a key. A way that this Attune does not know is kept byte by byte.

use super::cost::{Cost, CostError};
use super::key::{DerivedKey, Draw, KEY_LENGTH, Nonce, Vault, VaultId, VaultKey};
use super::seal::{self, TAG_LENGTH, Unsealable};
use super::{TooLarge, Unreadable};

/// All ways of a head in their order, as they are stored: each after its length, of two bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Ways(Vec<u8>);

/// One way in, as it is stored: its kind, parameters, then the nonce and the wrapped key; of an open way the key alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Way<'a>(&'a [u8]);

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

/// The nonce and the wrapped key behind the parameters.
const WRAPPED_LENGTH: usize = Nonce::LENGTH + KEY_LENGTH + TAG_LENGTH;

impl Ways {
    /// The vault's key in clear, and no other way.
    pub fn open(vault: &Vault) -> Ways {
        let mut ways = Ways::none();
        // 33 bytes are never too long.
        _ = ways.push(Way(&[&[kind::OPEN], &vault.key.bytes()[..]].concat()));
        ways
    }

    pub fn none() -> Ways {
        Ways(Vec::new())
    }

    /// Errors: damaged, or no way at all.
    pub fn read(bytes: &[u8]) -> Result<Ways, Unreadable> {
        let mut rest = bytes;
        while !rest.is_empty() {
            (_, rest) = take(rest).ok_or(Unreadable::Damaged)?;
        }
        if bytes.is_empty() { Err(Unreadable::Damaged) } else { Ok(Ways(bytes.to_vec())) }
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn iter(&self) -> impl Iterator<Item = Way<'_>> {
        let mut rest = self.0.as_slice();
        std::iter::from_fn(move || {
            let (way, after) = take(rest)?;
            rest = after;
            Some(way)
        })
    }

    /// Adds a way as it stands. Errors: longer than two bytes can say.
    pub fn push(&mut self, way: Way) -> Result<(), TooLarge> {
        let length = u16::try_from(way.0.len()).map_err(|_| TooLarge)?;
        self.0.extend_from_slice(&length.to_le_bytes());
        self.0.extend_from_slice(way.0);
        Ok(())
    }

    /// Adds the vault's key, wrapped under `key`. Errors: no chance, or a credential longer than any.
    pub fn wrap(
        &mut self,
        way: &WayIn,
        key: &DerivedKey,
        vault: &Vault,
        draw: Draw,
    ) -> Result<(), Unsealable> {
        let mut bytes = parameters(way);
        let associated = [&bytes, &vault.id.0[..]].concat();
        let nonce = Nonce::draw(draw)?;
        bytes.extend_from_slice(nonce.bytes());
        let from = bytes.len();
        bytes.extend_from_slice(vault.key.bytes());
        seal::seal(key.bytes(), nonce.bytes(), &associated, &mut bytes, from)?;
        self.push(Way(&bytes)).map_err(|_| Unsealable)
    }

    /// The vault's key, where it lies in clear.
    pub fn open_key(&self) -> Option<VaultKey> {
        self.iter().find_map(|way| match way.0.split_first() {
            Some((&kind::OPEN, key)) => vault_key(key),
            _ => None,
        })
    }
}

impl<'a> Way<'a> {
    pub fn from_bytes(bytes: &'a [u8]) -> Way<'a> {
        Way(bytes)
    }

    /// The kind, and what follows it.
    pub fn bytes(self) -> &'a [u8] {
        self.0
    }

    /// What it takes to try this way. Errors: why it cannot be tried.
    pub fn read(self) -> Result<Entry, WayFault> {
        let (kind, body) = self.0.split_first().ok_or(WayFault::Damaged)?;
        let way = match *kind {
            kind::PASSPHRASE => WayIn::Passphrase(self.stretch()?),
            kind::CODE => WayIn::Code(self.stretch()?),
            kind::PASSKEY => {
                let (salt, credential) =
                    self.parts()?.0[1..].split_first_chunk().ok_or(WayFault::Damaged)?;
                WayIn::Passkey(Passkey { credential: credential.to_vec(), salt: *salt })
            }
            kind::OPEN if body.len() == KEY_LENGTH => return Ok(Entry::Open),
            0 | kind::OPEN => return Err(WayFault::Damaged),
            _ => return Err(WayFault::Newer),
        };
        Ok(Entry::Closed(way))
    }

    /// Whether what opens the one may open the other: all but the wrapped key is the same.
    pub fn is_tried_like(self, other: Way) -> bool {
        match (self.parts(), other.parts()) {
            (Ok((one, ..)), Ok((other, ..))) => one == other,
            _ => self == other,
        }
    }

    /// The vault's key. Errors: not this one.
    pub fn unwrap_key(self, id: VaultId, key: &DerivedKey) -> Result<VaultKey, WrongKey> {
        let (parameters, nonce, wrapped) = self.parts().map_err(|_| WrongKey)?;
        // A wrapped key fits no other kind, no cheaper parameters and no other vault than it was wrapped for.
        let associated = [parameters, &id.0].concat();
        let opened = seal::unseal(key.bytes(), nonce, &associated, wrapped);
        let opened = zeroize::Zeroizing::new(opened.map_err(|_| WrongKey)?);
        vault_key(&opened).ok_or(WrongKey)
    }

    fn stretch(self) -> Result<Stretch, WayFault> {
        let parameters = self.parts()?.0;
        let Ok(&[memory, passes, lanes]) = <&[[u8; 4]; 3]>::try_from(words(parameters)) else {
            return Err(WayFault::Damaged);
        };
        let salt = parameters.get(COST_END..).and_then(|salt| salt.try_into().ok());
        let salt = Salt(salt.ok_or(WayFault::Damaged)?);
        let [memory, passes, lanes] = [memory, passes, lanes].map(u32::from_le_bytes);
        let cost = Cost::parse(memory, passes, lanes).map_err(WayFault::Cost)?;
        Ok(Stretch { cost, salt })
    }

    /// Kind and parameters, nonce, wrapped key.
    fn parts(self) -> Result<Parts<'a>, WayFault> {
        let at = self.0.len().checked_sub(WRAPPED_LENGTH).filter(|at| *at > 0);
        let (parameters, rest) = self.0.split_at(at.ok_or(WayFault::Damaged)?);
        let (nonce, wrapped) = rest.split_first_chunk().ok_or(WayFault::Damaged)?;
        Ok((parameters, nonce, wrapped))
    }
}

type Parts<'a> = (&'a [u8], &'a [u8; Nonce::LENGTH], &'a [u8]);

/// The kind and three numbers of four bytes.
const COST_END: usize = 1 + 3 * 4;

/// The three numbers of a cost, behind the kind.
fn words(parameters: &[u8]) -> &[[u8; 4]] {
    parameters.get(1..COST_END).unwrap_or_default().as_chunks().0
}

/// The kind and the parameters: what is stored before the nonce.
fn parameters(way: &WayIn) -> Vec<u8> {
    match way {
        WayIn::Passphrase(stretch) => stretch.write(kind::PASSPHRASE),
        WayIn::Code(stretch) => stretch.write(kind::CODE),
        WayIn::Passkey(it) => [&[kind::PASSKEY], &it.salt[..], &it.credential].concat(),
    }
}

impl Stretch {
    fn write(&self, kind: u8) -> Vec<u8> {
        let cost = [self.cost.memory(), self.cost.passes(), self.cost.lanes()];
        let mut bytes = vec![kind];
        cost.iter().for_each(|number| bytes.extend_from_slice(&number.to_le_bytes()));
        bytes.extend_from_slice(&self.salt.0);
        bytes
    }
}

/// The first way of a list and what follows it.
fn take(bytes: &[u8]) -> Option<(Way<'_>, &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    let (way, rest) = rest.split_at_checked(u16::from_le_bytes(*length).into())?;
    Some((Way(way), rest))
}

fn vault_key(bytes: &[u8]) -> Option<VaultKey> {
    Some(VaultKey::from_bytes(bytes.try_into().ok()?))
}
