//! An invitation as an address: the key to seal for, and words of the vocabulary to begin with. Whoever opens it can answer.
//! Never carries anything that was typed, nor anything of a person: the key opens nothing, and says of nobody whose it is.

use crate::domain::{Ask, Listed, PublicKey};
use crate::vocabulary::{Area, Need};

/// What every such address begins with.
pub const OPENING: &str = "#/invitation/";

/// This one's format: `#/invitation/1/<age1…>/a.<area>/n.<need>/q.<need>`. Slashes, dots and dashes alone stay as they are
/// in every program that a link goes through.
const VERSION: &str = "1";

/// In bytes. Ours have 80 to 600; a longer one is no invitation, and is not worked through.
pub const LENGTH_MOST: usize = 4_096;

/// So that the picture of it can be read from a screen at arm's length.
pub const ASKS_MOST: usize = 20;

/// What an address says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InvitationAddress {
    pub key: PublicKey,
    /// In its order, each once, and known ones alone: a newer Attune may ask for more.
    pub asks: Vec<Ask>,
}

/// Why an address that begins like an invitation invites to nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AddressFault {
    /// Not as it was written: the key's checksum does not agree, or part of it is gone.
    Broken,
    /// A newer Attune made it.
    Newer,
    TooLong,
}

/// The address, from its `#` on. Words that only a newer vocabulary knows are left out, for they might be anything, and so
/// are those beyond `ASKS_MOST`.
pub fn write(key: &PublicKey, asks: &[Ask]) -> String {
    let mut address = [OPENING, VERSION, "/", &key.text()].concat();
    for (kind, id) in asks.iter().filter_map(named).take(ASKS_MOST) {
        address.extend(["/", kind, ".", id]);
    }
    address
}

/// `None`: no invitation, but some other address.
pub fn parse(address: &str) -> Option<Result<InvitationAddress, AddressFault>> {
    let rest = address.strip_prefix(OPENING)?;
    if address.len() > LENGTH_MOST {
        return Some(Err(AddressFault::TooLong));
    }
    let (version, rest) = rest.split_once('/').unwrap_or((rest, ""));
    Some(match version {
        VERSION => read(rest),
        _ if is_later(version) => Err(AddressFault::Newer),
        _ => Err(AddressFault::Broken),
    })
}

fn is_later(version: &str) -> bool {
    let is_number = !version.is_empty() && version.bytes().all(|it| it.is_ascii_digit());
    is_number && !version.starts_with('0')
}

fn read(rest: &str) -> Result<InvitationAddress, AddressFault> {
    let mut pieces = rest.split('/');
    let key = PublicKey::parse(pieces.next().unwrap_or_default());
    let key = key.map_err(|_| AddressFault::Broken)?;
    let mut asks = Vec::new();
    for ask in pieces.filter_map(asked) {
        if !asks.contains(&ask) && asks.len() < ASKS_MOST {
            asks.push(ask);
        }
    }
    Ok(InvitationAddress { key, asks })
}

fn named(ask: &Ask) -> Option<(&'static str, &'static str)> {
    match ask {
        Ask::Area(area) => Some(("a", area.known()?.id())),
        Ask::Need(need) => Some(("n", need.known()?.id())),
        Ask::Question(need) => Some(("q", need.known()?.id())),
    }
}

fn asked(piece: &str) -> Option<Ask> {
    let (kind, id) = piece.split_once('.')?;
    let need = || Need::from_id(id).map(Listed::Known);
    match kind {
        "a" => Area::from_id(id).map(Listed::Known).map(Ask::Area),
        "n" => need().map(Ask::Need),
        "q" => need().map(Ask::Question),
        _ => None,
    }
}
