//! A conversation over several devices, as plain values and as files: one that opens it elsewhere, and one that says to all
//! others what was said here. docs/conversation-format.md says every field. Never holds anything of a round before everyone is
//! ready, nothing private, no judgement and no sign: its types have no place for them.

mod gate;
mod join;
mod merge;
mod out;
mod shared;
mod sound;
mod take_in;
mod tell;
mod wire;

use std::borrow::Cow;
use std::sync::Arc;

use serde::Deserialize;

use crate::domain::conversation::{Opening as OpeningText, Relation, Reply, Request, Round};
use crate::domain::moment::{AreaName, Line};
use crate::domain::{Code, ConversationId, Day, OwnWord, PersonId, SecretKey};

use super::handover::gzip;
use super::{Refused, handover};

pub use join::{NotOfIt, join};
pub use shared::{SharedItem, SharedSide, SharedWords};
pub use take_in::{News, NotTaken, Told, take_in};
pub use tell::{has_news, open_to_others, state_for_others, tell};

/// What an opening file says first; never given to another format.
pub const OPENING: &str = "attune-conversation-opening";

/// The same of what is said to the others.
pub const STATEMENT: &str = "attune-conversation-statement";

/// 8 MiB, of the file and of what is packed in it: as of a handover, and for the same reason.
pub const MOST_BYTES: usize = handover::MOST_BYTES;

/// What brings a conversation to another device: all that a statement says, of everyone, and the key of the files to come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opening {
    pub statement: Statement,
    pub secret: SecretKey,
}

/// All that one device says to the others. It says it anew each time, so the last of its files is enough.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Statement {
    pub conversation: ConversationId,
    pub made_on: Day,
    /// The program and its version, such as "Attune 0.2.0".
    pub made_by: Line,
    /// As this device knows it, which need not be the one that began: so nobody is spoken of before they are known.
    pub frame: SaidFrame,
    /// Of each participant who writes on the device; in an opening file of everyone.
    pub said: Vec<Said>,
}

/// What everyone sees from the start, and who takes part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SaidFrame {
    pub revision: u32,
    pub begun_on: Day,
    pub topic: Option<Line>,
    pub relation: Option<Relation>,
    pub opening: Option<OpeningText>,
    pub areas: Vec<AreaName>,
    /// In their order; whoever is not among them was taken out.
    pub people: Vec<Named>,
}

/// What the device that began it says of a participant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    pub id: PersonId,
    pub code: Code,
    /// As in `Said`: of the two the later counts, for both devices may move it on.
    pub since: Round,
    pub released: Option<Round>,
}

/// What one participant has said so far for the others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    pub id: PersonId,
    pub revision: u32,
    /// From it on they take part in every round; it only ever grows.
    pub since: Round,
    pub left: Option<Round>,
    /// Those that are used in what follows.
    pub own_words: Vec<OwnWord>,
    /// Those they are ready for, in their order: of another round there is nothing to say.
    pub rounds: Vec<SaidRound>,
    /// Of revealed rounds.
    pub requests: Vec<Arc<Request>>,
    pub replies: Vec<Reply>,
}

/// That somebody is ready for a round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SaidRound {
    pub round: Round,
    /// `None` until the round is revealed on their device.
    pub words: Option<SharedWords>,
}

/// One of the two.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ConversationFile {
    Opening(Box<Opening>),
    Statement(Box<Statement>),
}

/// What Attune writes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileKind {
    /// All notes: a backup, or one person's file.
    Notes,
    Handover,
    Opening,
    Statement,
}

/// Why a file is not taken. Nothing of it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotRead {
    /// It is one of Attune's, for something else.
    Another(FileKind),
    Refused(Refused),
}

/// As JSON in UTF-8, packed by gzip. Errors: what `read` would refuse is not written either.
pub fn write(statement: &Statement) -> Result<Vec<u8>, Refused> {
    sound::check(statement)?;
    pack(&out::file(STATEMENT, statement, None)?)
}

/// The same of an opening file.
pub fn write_opening(opening: &Opening) -> Result<Vec<u8>, Refused> {
    sound::check(&opening.statement)?;
    pack(&out::file(OPENING, &opening.statement, Some(&opening.secret))?)
}

fn pack(json: &[u8]) -> Result<Vec<u8>, Refused> {
    if json.len() > MOST_BYTES { Err(Refused::TooLarge) } else { Ok(gzip::pack(json)) }
}

/// The whole file or nothing, packed or unpacked. What it holds beyond the document is passed over.
pub fn read(bytes: &[u8]) -> Result<ConversationFile, NotRead> {
    if bytes.len() > MOST_BYTES {
        return Err(too_large(bytes));
    }
    let unpacked =
        if gzip::is_packed(bytes) { Some(gzip::unpack(bytes, MOST_BYTES)?) } else { None };
    let json = super::without_mark(unpacked.as_deref().unwrap_or(bytes));
    let kind = kind_of(json).ok_or(Refused::NotAttune)?;
    let format = match kind {
        FileKind::Opening => OPENING,
        FileKind::Statement => STATEMENT,
        another => return Err(NotRead::Another(another)),
    };
    match super::version(json, format)? {
        0 => Err(Refused::here().within("version").into()),
        wire::VERSION => Ok(read_sound(kind, json)?),
        version => Err(Refused::Newer { version }.into()),
    }
}

fn read_sound(kind: FileKind, json: &[u8]) -> Result<ConversationFile, Refused> {
    let (statement, secret) = gate::file(json)?;
    sound::check(&statement)?;
    if kind == FileKind::Statement {
        return Ok(ConversationFile::Statement(Box::new(statement)));
    }
    let secret = secret.ok_or_else(|| Refused::here().within("secret"))?;
    Ok(ConversationFile::Opening(Box::new(Opening { statement, secret })))
}

/// A backup may well be larger than a conversation is.
fn too_large(bytes: &[u8]) -> NotRead {
    match kind_of(super::without_mark(bytes)) {
        Some(FileKind::Notes) => NotRead::Another(FileKind::Notes),
        _ => Refused::TooLarge.into(),
    }
}

/// All that is asked of a file before its kind is known.
#[derive(Deserialize)]
struct Beginning<'a> {
    #[serde(borrow)]
    format: Cow<'a, str>,
}

fn kind_of(json: &[u8]) -> Option<FileKind> {
    const KINDS: [(&str, FileKind); 4] = [
        (super::FORMAT, FileKind::Notes),
        (handover::FORMAT, FileKind::Handover),
        (OPENING, FileKind::Opening),
        (STATEMENT, FileKind::Statement),
    ];
    let found = match serde_json::from_slice::<Beginning>(json) {
        Ok(beginning) => KINDS.iter().find(|(format, _)| *format == beginning.format),
        // What broke on its way is called damaged, and not something else.
        Err(_) => KINDS.iter().find(|(format, _)| super::opens_like(json, format)),
    };
    found.map(|(_, kind)| *kind)
}

impl From<Refused> for NotRead {
    fn from(refused: Refused) -> NotRead {
        NotRead::Refused(refused)
    }
}
