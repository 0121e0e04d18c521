//! Backup and restore as plain values: notes as JSON that a person can read, back from it, and put together with what is here.
//! Knows no file, no browser, no clock and no chance: bytes, days and new ids are arguments. docs/exchange-format.md says every field.

mod answers;
mod codes;
mod compare;
pub mod conversation_file;
mod for_anyone;
pub mod frames;
pub mod handover;
mod ids;
mod invitation;
mod layout;
mod merge;
mod pairs;
mod person_file;
mod preview;
mod size;
mod sound;
mod together;
mod wire;
mod wire_v1;
mod wire_v2;
mod wire_v3;
mod wire_v4;

use std::borrow::Cow;
use std::fmt::Display;
use std::sync::Arc;

use serde::Deserialize;

use crate::domain::moment::Line;
use crate::domain::{Backups, Cabinet, Day, IdleTime};
use crate::order;

pub use for_anyone::for_anyone;
pub use ids::Draw;
pub use invitation::Brings;
pub use merge::{Merged, merge};
pub use person_file::person_file;
pub use preview::{Compared, PersonPreview, Preview, SessionPreview, Stays, preview};
pub use size::{Size, is_much_by_little};
pub use together::Joined;

/// What every file says first; never given to another format.
pub const FORMAT: &str = "attune-notes";

/// 100 MiB. Ten years of a full practice are 35 MB, and as much as fits into a browser's store 60: what a device can keep
/// has to go into a backup. The worst file we could make takes eight times its size while it is read, and less in wasm, whose
/// pointers are half as long: a computer bears that, a phone may give up, and nothing is changed then.
pub const MOST_BYTES: usize = 100 * 1024 * 1024;

/// What a file says of itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Meta {
    pub made_on: Day,
    /// The program and its version, such as "Attune 0.2.0".
    pub made_by: Line,
}

/// All of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Read {
    pub cabinet: Cabinet,
    pub meta: Meta,
}

/// Why a file is not taken. Nothing of it is: half a file would look like a whole one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refused {
    /// Some other file.
    NotAttune,
    /// A newer Attune wrote it, and can read it.
    Newer { version: u64 },
    /// Not as it was written: a copy that broke, or a change by hand.
    Damaged { at: Spot },
    /// More than any Attune writes: `MOST_BYTES`, or more people, sessions or moments than the document allows.
    TooLarge,
}

/// Where in a file, for whoever opens it in an editor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Spot {
    /// Both counted from 1.
    Line { line: usize, column: usize },
    /// A JSON pointer (RFC 6901), such as `/people/0/sessions/3/day`.
    Field(String),
}

/// The whole cabinet as JSON in UTF-8. Errors: what `read` would refuse is not written either, so that no backup is made
/// that cannot be opened.
pub fn write(cabinet: &Cabinet, meta: &Meta) -> Result<Vec<u8>, Refused> {
    sound::check(cabinet)?;
    let bytes = wire_v4::write(cabinet, meta)?;
    if bytes.len() > MOST_BYTES { Err(Refused::TooLarge) } else { Ok(bytes) }
}

/// As `write`, and read back: what would not come back as it is here is not handed out.
pub fn write_and_check(cabinet: &Cabinet, meta: &Meta) -> Result<Vec<u8>, Refused> {
    let bytes = write(cabinet, meta)?;
    let (backups, idle_time) = (Backups::default(), IdleTime::default());
    let mut wanted = Cabinet { backups, idle_time, ..cabinet.clone() };
    put_in_order(&mut wanted);
    if read(&bytes)?.cabinet == wanted { Ok(bytes) } else { Err(Refused::here()) }
}

/// The whole file or nothing. What it holds beyond the document is passed over.
pub fn read(bytes: &[u8]) -> Result<Read, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused::TooLarge);
    }
    let bytes = without_mark(bytes);
    let mut read = match version(bytes, FORMAT)? {
        0 => return Err(Refused::here().within("version")),
        1 => wire_v1::read(bytes)?,
        2 => wire_v2::read(bytes)?,
        3 => wire_v3::read(bytes)?,
        4 => wire_v4::read(bytes)?,
        version => return Err(Refused::Newer { version }),
    };
    sound::check(&read.cabinet)?;
    put_in_order(&mut read.cabinet);
    Ok(read)
}

/// Sessions as the vault gives them back, so that what is seen after restoring is what is seen after the next opening.
fn put_in_order(cabinet: &mut Cabinet) {
    for journal in &mut cabinet.journals {
        order::sort_by_key(&mut Arc::make_mut(journal).sessions, |it| (it.begun, it.id));
    }
}

/// All that is asked of a file before its version is known.
#[derive(Deserialize)]
struct Opening<'a> {
    #[serde(borrow)]
    format: Cow<'a, str>,
    version: u64,
}

fn version(bytes: &[u8], format: &str) -> Result<u64, Refused> {
    match serde_json::from_slice::<Opening>(bytes) {
        Ok(opening) if opening.format == format => Ok(opening.version),
        Err(error) if opens_like(bytes, format) => Err(error.into()),
        _ => Err(Refused::NotAttune),
    }
}

/// So that a file that broke on its way is called damaged, and not something else. We write the format first.
fn opens_like(bytes: &[u8], format: &str) -> bool {
    let opening = bytes.get(..100).unwrap_or(bytes);
    opening.windows(format.len()).any(|window| window == format.as_bytes())
}

/// Some editors put a mark of byte order before a file they save.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

impl Refused {
    fn here() -> Refused {
        Refused::Damaged { at: Spot::Field(String::new()) }
    }

    /// The same, seen from one step further out.
    fn within(self, step: impl Display) -> Refused {
        match self {
            Refused::Damaged { at: Spot::Field(rest) } => {
                Refused::Damaged { at: Spot::Field(format!("/{step}{rest}")) }
            }
            other => other,
        }
    }
}

impl From<serde_json::Error> for Refused {
    fn from(error: serde_json::Error) -> Self {
        Refused::Damaged { at: Spot::Line { line: error.line(), column: error.column() } }
    }
}
