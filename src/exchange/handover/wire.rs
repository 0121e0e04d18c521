//! Version 1 of a handover, as far as it is its own: its moments are those of version 3 of the file of notes.
//! Never changes: a change is a version 2.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{FORMAT, HandedBy, HandedSession, Handover};
use crate::domain::{HandoverId, SessionId};
use crate::exchange::Refused;
use crate::exchange::wire::gate::{self, Taken};
use crate::exchange::wire::leaf::{Hex, IsoDay};
use crate::exchange::wire::out::{OwnTexts, moment, own_word, texts};
use crate::exchange::wire::understanding::Choice;
use crate::exchange::wire::{Moment, OwnWord, Text};

pub(super) const VERSION: u64 = 1;

/// For whoever unpacks it and does not know what it is; nothing reads it.
const ABOUT: &str = "Chosen moments, handed over with Attune. Its document handover-format.md says what each field means.";

#[derive(Serialize, Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    format: Text<'a>,
    version: u64,
    #[serde(borrow, default)]
    about: Text<'a>,
    id: Hex,
    made_on: IsoDay,
    #[serde(borrow)]
    made_by: Text<'a>,
    from: From,
    #[serde(borrow)]
    own_words: Vec<OwnWord<'a>>,
    #[serde(borrow)]
    sessions: Vec<Session<'a>>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
enum From {
    #[serde(rename = "person")]
    Person,
    #[serde(rename = "therapist")]
    Therapist,
}

#[derive(Serialize, Deserialize)]
struct Session<'a> {
    id: Hex,
    day: IsoDay,
    /// Which of one day came first.
    order: u32,
    #[serde(borrow)]
    moments: Vec<Moment<'a, Choice<'a>>>,
    #[serde(borrow)]
    summary: Text<'a>,
}

pub(super) fn write(handover: &Handover) -> Result<Vec<u8>, Refused> {
    let words = texts(&handover.own_words);
    let file = File {
        format: Cow::Borrowed(FORMAT),
        version: VERSION,
        about: Cow::Borrowed(ABOUT),
        id: Hex(handover.id.0),
        made_on: IsoDay(handover.made_on),
        made_by: Cow::Borrowed(handover.made_by.as_str()),
        from: match handover.from {
            HandedBy::Person => From::Person,
            HandedBy::Therapist => From::Therapist,
        },
        own_words: handover.own_words.iter().map(own_word).collect(),
        sessions: handover.sessions.iter().map(|it| session_of(it, &words)).collect(),
    };
    // These types have no value that JSON cannot say.
    serde_json::to_vec(&file).map_err(|_| Refused::TooLarge)
}

fn session_of<'a>(it: &'a HandedSession, words: &OwnTexts<'a>) -> Session<'a> {
    Session {
        id: Hex(it.id.0),
        day: IsoDay(it.day),
        order: it.order,
        moments: it.moments.iter().map(|it| moment(it, words)).collect(),
        summary: Cow::Borrowed(it.summary.as_str()),
    }
}

pub(super) fn read(json: &[u8]) -> Result<Handover, Refused> {
    let file: File = serde_json::from_slice(json)?;
    Ok(Handover {
        id: HandoverId(file.id.0),
        made_on: file.made_on.0,
        made_by: gate::line("made_by", &file.made_by)?,
        from: match file.from {
            From::Person => HandedBy::Person,
            From::Therapist => HandedBy::Therapist,
        },
        own_words: gate::own_words(file.own_words)?,
        sessions: gate::each("sessions", file.sessions, session)?,
    })
}

fn session(wire: Session) -> Taken<HandedSession> {
    Ok(HandedSession {
        id: SessionId(wire.id.0),
        day: wire.day.0,
        order: wire.order,
        moments: gate::moments(wire.moments)?,
        summary: gate::note("summary", &wire.summary)?,
    })
}
