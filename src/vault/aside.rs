//! A whole state laid aside before another takes its place: what it holds in a word, and its text in pieces, all sealed.
//! Never listed by a head, never in the place of one, and never where a vault has no key.

use super::Unreadable;
use super::envelope::{self, Part, SegmentName};
use super::key::{Draw, Nonce, Vault};
use super::seal::Unsealable;
use crate::domain::Day;

/// What is said of a state without reading it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Front {
    /// On which it was laid aside.
    pub day: Day,
    pub people: u32,
    pub sessions: u32,
}

/// In bytes: half of what an envelope takes, so that there is no doubt about it.
const PIECE: usize = envelope::PAYLOAD_MOST / 2;
const MORE: u8 = 1;
const LAST: u8 = 0;

/// The front, then the pieces of `text`: what lies under the numbers 0, 1, 2 and so on. Errors: no chance.
pub fn close(
    number: u64,
    front: Front,
    text: &[u8],
    vault: &Vault,
    draw: Draw,
) -> Result<Vec<Vec<u8>>, Unsealable> {
    let Front { day, people, sessions } = front;
    let day = day.number().to_le_bytes();
    let front = [day, people.to_le_bytes(), sessions.to_le_bytes()].concat();
    let payloads: Vec<&[u8]> = [front.as_slice()].into_iter().chain(text.chunks(PIECE)).collect();
    let mut pieces = Vec::with_capacity(payloads.len());
    for (id, payload) in (0..).zip(&payloads) {
        let is_last = pieces.len() + 1 == payloads.len();
        let payload = [&[if is_last { LAST } else { MORE }], *payload].concat();
        let part = Part::Aside(SegmentName { id, generation: number });
        let nonce = Nonce::draw(draw)?;
        let closed = envelope::close(part, &payload, Some((vault, nonce)));
        pieces.push(closed.map_err(|_| Unsealable)?);
    }
    Ok(pieces)
}

/// What the first piece says. Errors: another vault's, or not as it was written.
pub fn front(number: u64, piece: &[u8], vault: &Vault) -> Result<Front, Unreadable> {
    let (_, bytes) = open(number, 0, piece, vault)?;
    let fields: [u8; 12] = bytes.as_slice().try_into().map_err(|_| Unreadable::Damaged)?;
    let field = |at: usize| [fields[at], fields[at + 1], fields[at + 2], fields[at + 3]];
    Ok(Front {
        day: Day::from_number(i32::from_le_bytes(field(0))).ok_or(Unreadable::Damaged)?,
        people: u32::from_le_bytes(field(4)),
        sessions: u32::from_le_bytes(field(8)),
    })
}

/// The text, of all pieces in their order, the front included. Errors as of `front`, or one is missing.
pub fn text(number: u64, pieces: &[&[u8]], vault: &Vault) -> Result<Vec<u8>, Unreadable> {
    let mut text = Vec::new();
    let mut goes_on = true;
    for (id, piece) in (0..).zip(pieces) {
        let (more, bytes) = open(number, id, piece, vault)?;
        if !goes_on {
            return Err(Unreadable::Damaged);
        }
        goes_on = more;
        if id > 0 {
            text.extend_from_slice(&bytes);
        }
    }
    if goes_on { Err(Unreadable::Damaged) } else { Ok(text) }
}

/// Whether more follow, and what is in it.
fn open(number: u64, id: u32, piece: &[u8], vault: &Vault) -> Result<(bool, Vec<u8>), Unreadable> {
    let (part, mut payload) = envelope::open(piece, Some(vault))?;
    let is_it = part == Part::Aside(SegmentName { id, generation: number });
    let flag = *payload.first().filter(|_| is_it).ok_or(Unreadable::Damaged)?;
    payload.remove(0);
    match flag {
        MORE | LAST => Ok((flag == MORE, payload)),
        _ => Err(Unreadable::Newer),
    }
}
