//! What one person hands over to another: chosen sessions and moments, as plain values and as a file. docs/handover-format.md
//! says every field. Never holds a reflection, a record or what stands beside it: its types have no place for one.

pub(super) mod gzip;
mod pick;
mod take_in;
mod wire;
mod words;

use std::sync::Arc;

use crate::domain::moment::Line;
use crate::domain::{Day, HandoverId, Moment, Note, OwnWord, SessionId};
use crate::order;

use super::{Refused, sound};

pub use pick::{Picked, PickedMoment, PickedSession, pick};
pub use take_in::{find_handover, take_in};

/// What every handover says first; never given to another format.
pub const FORMAT: &str = "attune-handover";

/// 8 MiB, of the file and of what is packed in it: a hundred times what a person picks in an evening, and little enough to be
/// read at once on a telephone.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;

/// All of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Handover {
    /// By which it is known again when it comes twice.
    pub id: HandoverId,
    pub made_on: Day,
    /// The program and its version, such as "Attune 0.2.0".
    pub made_by: Line,
    pub from: HandedBy,
    /// Those that its moments use.
    pub own_words: Vec<OwnWord>,
    /// In their order.
    pub sessions: Vec<HandedSession>,
}

/// Who hands over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HandedBy {
    /// Whose sessions they are.
    Person,
    Therapist,
}

/// What of a session is handed over. There is no place in it for what a therapist writes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HandedSession {
    pub id: SessionId,
    pub day: Day,
    /// Which of one day came first.
    pub order: u32,
    pub moments: Vec<Arc<Moment>>,
    /// In the person's own words; empty where it does not go along.
    pub summary: Note,
}

/// As JSON in UTF-8, packed by gzip. Errors: what `read` would refuse is not written either.
pub fn write(handover: &Handover) -> Result<Vec<u8>, Refused> {
    sound::check_handover(handover)?;
    let json = wire::write(handover)?;
    if json.len() > MOST_BYTES { Err(Refused::TooLarge) } else { Ok(gzip::pack(&json)) }
}

/// The whole file or nothing, packed or unpacked. What it holds beyond the document is passed over.
pub fn read(bytes: &[u8]) -> Result<Handover, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused::TooLarge);
    }
    let unpacked =
        if gzip::is_packed(bytes) { Some(gzip::unpack(bytes, MOST_BYTES)?) } else { None };
    let json = super::without_mark(unpacked.as_deref().unwrap_or(bytes));
    let mut handover = match super::version(json, FORMAT)? {
        0 => return Err(Refused::here().within("version")),
        wire::VERSION => wire::read(json)?,
        version => return Err(Refused::Newer { version }),
    };
    sound::check_handover(&handover)?;
    order::sort_by_key(&mut handover.sessions, |it| (it.order, it.id));
    Ok(handover)
}
