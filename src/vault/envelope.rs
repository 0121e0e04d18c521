//! The outer form of everything kept: which part it is, how it is closed, and a length rounded up so that it tells little.
//! Never looks into the payload. `clear` is seal 0, `sealed` seal 1; the first twenty bytes are the same in both.

mod clear;
mod content;
mod sealed;

use std::ops::Range;

use super::key::{Nonce, Vault, VaultId};
use super::{TooLarge, Unreadable};

pub use content::{Blocks, Packer};

const MAGIC: [u8; 4] = *b"ATTN";
/// The version of everything that is not a record: envelope, head and the framing of records.
const FORMAT: u8 = 1;
const SEAL_CLEAR: u8 = 0;
const SEAL_SEALED: u8 = 1;
const PART_HEAD: u8 = 0;
const PART_SEGMENT: u8 = 1;
/// Only in sealed vaults.
const PART_KEPT: u8 = 2;
/// Only in sealed vaults.
const PART_ASIDE: u8 = 3;

/// What says which part this is, in clear; a seal binds it as associated data.
const NAME_LENGTH: usize = 20;
/// Envelopes are multiples of this, so that a length tells little about a session.
const STEP: usize = 1024;

/// In bytes, inflated. A hostile length must not take the page's memory; a segment of ours has some 60 KB.
pub const PAYLOAD_MOST: usize = 16 * 1024 * 1024;

/// Which part of the vault an envelope holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Part {
    /// Counts up with every save.
    Head {
        generation: u64,
    },
    Segment(SegmentName),
    /// In the place of a segment that could not be read when the vault got a new key: its bytes as they were.
    Kept(SegmentName),
    /// A piece of a state that was laid aside: the piece is the id, the number of the state the generation.
    Aside(SegmentName),
}

/// A segment keeps its id for life; each rewriting has the generation of the head that first lists it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SegmentName {
    pub id: u32,
    pub generation: u64,
}

/// Closes a segment: sealed where there is a vault, else in clear. Errors: a payload of more than `PAYLOAD_MOST` bytes.
pub fn close(
    part: Part,
    payload: &[u8],
    seal: Option<(&Vault, Nonce)>,
) -> Result<Vec<u8>, TooLarge> {
    close_in_blocks(part, whole(payload), seal, &mut Packer::default())
}

/// The same of a payload of unlike blocks: it becomes smaller, and what a packer has packed before is packed at once. Whoever
/// opens it sees no difference. Errors as of `close`.
pub fn close_in_blocks(
    part: Part,
    payload: Blocks,
    seal: Option<(&Vault, Nonce)>,
    packer: &mut Packer,
) -> Result<Vec<u8>, TooLarge> {
    let packed = packer.pack(payload)?;
    match seal {
        None => Ok(clear::close(part, &packed)),
        Some(seal) => sealed::close(part, &[], &packed, seal),
    }
}

fn whole(payload: &[u8]) -> Blocks<'_> {
    Blocks { payload, cuts: &[] }
}

/// Gives the part and its payload. Errors: newer; or any byte that `close` would not have written. In a sealed vault
/// nothing counts that is not sealed: anyone could have put it there.
pub fn open(bytes: &[u8], vault: Option<&Vault>) -> Result<(Part, Vec<u8>), Unreadable> {
    match vault {
        None => clear::open(bytes),
        Some(vault) => sealed::open(bytes, vault),
    }
}

/// A sealed head shows the ways in. Errors as of `close`.
pub fn close_head(
    generation: u64,
    ways: &[u8],
    payload: &[u8],
    seal: (&Vault, Nonce),
) -> Result<Vec<u8>, TooLarge> {
    sealed::close(Part::Head { generation }, ways, &Packer::default().pack(whole(payload))?, seal)
}

/// What a head says before it is opened: its generation, and where it is sealed the vault's id and where the ways lie.
pub type HeadFront = (u64, Option<(VaultId, Range<usize>)>);

/// Errors: newer; or not a head.
pub fn read_head_front(bytes: &[u8]) -> Result<HeadFront, Unreadable> {
    match read_name(bytes)? {
        (Part::Head { generation }, SEAL_CLEAR, _) => Ok((generation, None)),
        (Part::Head { generation }, ..) => {
            let front = sealed::read_front(bytes)?;
            let vault = front.vault.ok_or(Unreadable::Damaged)?;
            Ok((generation, Some((vault, front.ways))))
        }
        _ => Err(Unreadable::Damaged),
    }
}

impl Part {
    fn number(self) -> u8 {
        match self {
            Part::Head { .. } => PART_HEAD,
            Part::Segment(_) => PART_SEGMENT,
            Part::Kept(_) => PART_KEPT,
            Part::Aside(_) => PART_ASIDE,
        }
    }
}

fn write_name(part: Part, seal: u8) -> Vec<u8> {
    let (id, generation) = match part {
        Part::Head { generation } => (0, generation),
        Part::Segment(name) | Part::Kept(name) | Part::Aside(name) => (name.id, name.generation),
    };
    let mut bytes = Vec::with_capacity(STEP);
    bytes.extend_from_slice(&MAGIC);
    bytes.extend_from_slice(&[FORMAT, seal, part.number(), 0]);
    bytes.extend_from_slice(&id.to_le_bytes());
    bytes.extend_from_slice(&generation.to_le_bytes());
    bytes
}

/// The part, the seal and what follows.
fn read_name(bytes: &[u8]) -> Result<(Part, u8, &[u8]), Unreadable> {
    let (name, rest) = bytes.split_at_checked(NAME_LENGTH).ok_or(Unreadable::Damaged)?;
    if name[..4] != MAGIC || name[4] == 0 {
        return Err(Unreadable::Damaged);
    }
    if name[4] > FORMAT || name[5] > SEAL_SEALED {
        return Err(Unreadable::Newer);
    }
    let id = number(&name[8..12]) as u32;
    let generation = number(&name[12..20]);
    let part = match (name[6], name[7], id) {
        (PART_HEAD, 0, 0) => Part::Head { generation },
        (PART_SEGMENT, 0, id) => Part::Segment(SegmentName { id, generation }),
        (PART_KEPT, 0, id) => Part::Kept(SegmentName { id, generation }),
        (PART_ASIDE, 0, id) => Part::Aside(SegmentName { id, generation }),
        _ => return Err(Unreadable::Damaged),
    };
    Ok((part, name[5], rest))
}

/// Little-endian, of any length up to eight bytes.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}
