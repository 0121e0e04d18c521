//! From the domain to version 3 of the file, as far as it is its own.
//! Never leaves anything out, known or not.

use std::borrow::Cow;

use super::{File, Hex, IsoDay, Person, Received, Session, invitation, sheet};
use crate::domain::{self, Cabinet, Journal};
use crate::exchange::wire::out::{OwnTexts, core_need, moment, own_word, texts};
use crate::exchange::wire::{Open, Settings};
use crate::exchange::{FORMAT, Meta};

/// In twenty years this may be all that someone knows of the file.
const ABOUT: &str = "Notes kept with Attune: people by their codes, their sessions, and in each the feelings, needs, \
    judgements, behaviours and choices that came up. The names of words stand beside their ids. \
    The documents exchange-format.md and exchange-v3.schema.json of Attune say what each field means.";

pub(super) fn file<'a>(cabinet: &'a Cabinet, meta: &'a Meta) -> File<'a, Person<'a>> {
    File {
        format: Cow::Borrowed(FORMAT),
        version: super::VERSION,
        about: Cow::Borrowed(ABOUT),
        made_on: IsoDay(meta.made_on),
        made_by: Cow::Borrowed(meta.made_by.as_str()),
        settings: settings(&cabinet.settings),
        people: cabinet.journals.iter().map(|journal| person(journal)).collect(),
    }
}

fn settings(settings: &domain::Settings) -> Settings<'_> {
    let open = settings.open;
    Settings {
        theme: settings.theme.into(),
        pointer: Cow::Borrowed(settings.pointer.as_str()),
        open: open.map(|(person, session)| Open { person: Hex(person.0), session: Hex(session.0) }),
    }
}

fn person(journal: &Journal) -> Person<'_> {
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
        core_needs: journal.core_needs.iter().map(|it| core_need(it, &texts)).collect(),
        sessions: journal.sessions.iter().map(|it| session(it, &texts)).collect(),
    }
}

fn session<'a>(session: &'a domain::Session, texts: &OwnTexts<'a>) -> Session<'a> {
    Session {
        id: Hex(session.id.0),
        day: IsoDay(session.day),
        order: session.begun,
        moments: session.moments.iter().map(|it| moment(it, texts)).collect(),
        summary: Cow::Borrowed(session.summary.as_str()),
        reflection: Cow::Borrowed(session.reflection.as_str()),
        record: Cow::Borrowed(session.record.as_str()),
        sheet: sheet::of(&session.sheet),
        received: session.received.map(received),
    }
}

fn received(it: domain::Received) -> Received {
    Received { handover: Hex(it.handover.0), day: IsoDay(it.day) }
}
