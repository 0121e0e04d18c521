//! Version 3 of the file, as far as it is its own: what was handed over or is to be, a record's sheet, and a summary.
//! Never meets the domain but here, in `sheet` and in `out`. What changes here opens no old backup: a change is a version 4.

mod invitation;
mod out;
mod sheet;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::layout::Layout;
use super::wire::gate::{self, Taken};
use super::wire::leaf::{Hex, IsoDay, PersonKind};
use super::wire::understanding::{Choice, CoreNeed, core_need};
use super::wire::{File, Moment, OwnWord, Text};
use super::{Meta, Read, Refused};
use crate::domain::{self, Cabinet, HandoverId, Journal, PersonId, SessionId};
use invitation::Invitation;
use sheet::Sheet;

const VERSION: u64 = 3;

#[derive(Serialize, Deserialize)]
struct Person<'a> {
    id: Hex,
    code: Text<'a>,
    kind: PersonKind,
    set_aside: bool,
    #[serde(deserialize_with = "Option::deserialize")]
    review_by: Option<IsoDay>,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    invitation: Option<Invitation<'a>>,
    #[serde(borrow)]
    own_words: Vec<OwnWord<'a>>,
    #[serde(borrow)]
    core_needs: Vec<CoreNeed<'a>>,
    #[serde(borrow)]
    sessions: Vec<Session<'a>>,
}

#[derive(Serialize, Deserialize)]
struct Session<'a> {
    id: Hex,
    day: IsoDay,
    /// Which of one day came first.
    order: u32,
    #[serde(borrow)]
    moments: Vec<Moment<'a, Choice<'a>>>,
    summary: Text<'a>,
    reflection: Text<'a>,
    record: Text<'a>,
    /// `None` for one on which nothing is said.
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    sheet: Option<Sheet<'a>>,
    #[serde(deserialize_with = "Option::deserialize")]
    received: Option<Received>,
}

#[derive(Serialize, Deserialize)]
struct Received {
    handover: Hex,
    day: IsoDay,
}

pub(super) fn write(cabinet: &Cabinet, meta: &Meta) -> Result<Vec<u8>, Refused> {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Layout::default());
    // A Vec takes whatever is written, and these types have no value that JSON cannot say.
    let written = out::file(cabinet, meta).serialize(&mut serializer);
    written.map_err(|_| Refused::TooLarge)?;
    bytes.push(b'\n');
    Ok(bytes)
}

pub(super) fn read(bytes: &[u8]) -> Result<Read, Refused> {
    gate::file(serde_json::from_slice::<File<Person>>(bytes)?, journal)
}

fn journal(wire: Person) -> Taken<Journal> {
    let person = domain::Person {
        id: PersonId(wire.id.0),
        kind: wire.kind.into(),
        code: gate::line("code", &wire.code)?,
        set_aside: wire.set_aside,
        own_words: gate::own_words(wire.own_words)?,
    };
    let invitation = wire.invitation.map(invitation::invitation).transpose();
    Ok(Journal {
        sessions: gate::each("sessions", wire.sessions, |it| session(it).map(Arc::new))?,
        core_needs: Arc::new(gate::each("core_needs", wire.core_needs, core_need)?),
        review_by: wire.review_by.map(|day| day.0),
        invitation: invitation?.map(Arc::new),
        ..Journal::new(person)
    })
}

fn session(wire: Session) -> Taken<domain::Session> {
    let sheet = wire.sheet.map(sheet::sheet).transpose();
    let sheet = sheet.map_err(|it| it.within("sheet"))?;
    Ok(domain::Session {
        moments: gate::moments(wire.moments)?,
        reflection: gate::note("reflection", &wire.reflection)?,
        record: gate::note("record", &wire.record)?,
        summary: gate::note("summary", &wire.summary)?,
        sheet: sheet.map(Arc::new).unwrap_or_default(),
        received: wire.received.map(received),
        ..domain::Session::new(SessionId(wire.id.0), wire.order, wire.day.0)
    })
}

fn received(wire: Received) -> domain::Received {
    domain::Received { handover: HandoverId(wire.handover.0), day: wire.day.0 }
}
