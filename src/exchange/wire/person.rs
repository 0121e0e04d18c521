//! A person in versions of the file from 3 on: in by `journal`, out by `of`.
//! Never leaves anything out, known or not, and never changes.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::gate::{self, Taken};
use super::invitation::{self, Invitation};
use super::leaf::{Hex, IsoDay, PersonKind};
use super::out::{OwnTexts, core_need as of_core_need, moment as of_moment, own_word, texts};
use super::record_sheet::{self, Sheet};
use super::understanding::{Choice, CoreNeed, core_need};
use super::{Moment, OwnWord, Text};
use crate::domain::{self, HandoverId, Journal, PersonId, SessionId};

#[derive(Serialize, Deserialize)]
pub(in crate::exchange) struct Person<'a> {
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

pub(in crate::exchange) fn of(journal: &Journal) -> Person<'_> {
    let person = &journal.person;
    let texts = texts(&person.own_words);
    Person {
        id: Hex(person.id.0),
        code: Cow::Borrowed(person.code.as_str()),
        kind: person.kind.into(),
        set_aside: person.set_aside,
        review_by: journal.review_by.map(IsoDay),
        invitation: journal.invitation.as_deref().map(invitation::of),
        own_words: person.own_words.iter().map(own_word).collect(),
        core_needs: journal.core_needs.iter().map(|it| of_core_need(it, &texts)).collect(),
        sessions: journal.sessions.iter().map(|it| of_session(it, &texts)).collect(),
    }
}

fn of_session<'a>(session: &'a domain::Session, texts: &OwnTexts<'a>) -> Session<'a> {
    Session {
        id: Hex(session.id.0),
        day: IsoDay(session.day),
        order: session.begun,
        moments: session.moments.iter().map(|it| of_moment(it, texts)).collect(),
        summary: Cow::Borrowed(session.summary.as_str()),
        reflection: Cow::Borrowed(session.reflection.as_str()),
        record: Cow::Borrowed(session.record.as_str()),
        sheet: record_sheet::of(&session.sheet),
        received: session.received.map(of_received),
    }
}

fn of_received(it: domain::Received) -> Received {
    Received { handover: Hex(it.handover.0), day: IsoDay(it.day) }
}

pub(in crate::exchange) fn journal(wire: Person) -> Taken<Journal> {
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
    let sheet = wire.sheet.map(record_sheet::sheet).transpose();
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
