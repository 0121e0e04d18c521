//! Records: the pieces of a journal that are written one by one, and the one gate between them and their bytes.
//! Never knows in which segment a record lies, nor what it belongs to beyond its session.

use std::sync::Arc;

use super::segment::Frame;
use super::{TooLarge, Unreadable, wire_v1};
use crate::domain::{
    Backups, CoreNeed, Day, IdleTime, Moment, MomentId, Note, Person, SessionId, Settings,
};

/// One thing that is written and read as a whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Record {
    Settings(Arc<Settings>),
    Backups(Backups),
    IdleTime(IdleTime),
    Person(Arc<Person>),
    CoreNeeds(Arc<Vec<CoreNeed>>),
    Session(SessionId, SessionHeader),
    Reflection(SessionId, Note),
    /// The short factual note for the file, which is called the record of a session.
    FileNote(SessionId, Note),
    Moment(SessionId, Arc<Moment>),
}

/// A session without what is in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SessionHeader {
    pub begun: u32,
    pub day: Day,
    /// In their order. One that is not there was not readable; one that is there and not listed comes last.
    pub moments: Vec<MomentId>,
}

/// What a record says something about. Within one owner there is one record per place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Place {
    Settings,
    Backups,
    IdleTime,
    Person,
    CoreNeeds,
    Session(SessionId),
    Reflection(SessionId),
    FileNote(SessionId),
    Moment(SessionId, MomentId),
}

/// Numbers on the wire: never given again, whatever becomes of the names.
mod kind {
    pub const SETTINGS: u8 = 1;
    pub const PERSON: u8 = 2;
    pub const SESSION: u8 = 3;
    pub const REFLECTION: u8 = 4;
    pub const FILE_NOTE: u8 = 5;
    pub const MOMENT: u8 = 6;
    pub const BACKUPS: u8 = 7;
    pub const IDLE_TIME: u8 = 8;
    pub const CORE_NEEDS: u8 = 9;
}

const VERSION: u8 = 1;

impl Record {
    pub fn place(&self) -> Place {
        match self {
            Record::Settings(_) => Place::Settings,
            Record::Backups(_) => Place::Backups,
            Record::IdleTime(_) => Place::IdleTime,
            Record::Person(_) => Place::Person,
            Record::CoreNeeds(_) => Place::CoreNeeds,
            Record::Session(session, _) => Place::Session(*session),
            Record::Reflection(session, _) => Place::Reflection(*session),
            Record::FileNote(session, _) => Place::FileNote(*session),
            Record::Moment(session, moment) => Place::Moment(*session, moment.id),
        }
    }

    fn kind(&self) -> u8 {
        match self {
            Record::Settings(_) => kind::SETTINGS,
            Record::Backups(_) => kind::BACKUPS,
            Record::IdleTime(_) => kind::IDLE_TIME,
            Record::Person(_) => kind::PERSON,
            Record::CoreNeeds(_) => kind::CORE_NEEDS,
            Record::Session(..) => kind::SESSION,
            Record::Reflection(..) => kind::REFLECTION,
            Record::FileNote(..) => kind::FILE_NOTE,
            Record::Moment(..) => kind::MOMENT,
        }
    }

    fn body(&self) -> Result<Vec<u8>, TooLarge> {
        let body = match self {
            Record::Settings(settings) => wire_v1::write_settings(settings),
            Record::Backups(backups) => wire_v1::write_backups(*backups),
            Record::IdleTime(time) => Ok(wire_v1::write_idle_time(*time)),
            Record::Person(person) => wire_v1::write_person(person),
            Record::CoreNeeds(answers) => wire_v1::write_core_needs(answers),
            Record::Session(_, header) => wire_v1::write_session(header),
            Record::Reflection(_, note) | Record::FileNote(_, note) => wire_v1::write_note(note),
            Record::Moment(_, moment) => wire_v1::write_moment(moment),
        };
        body.map_err(|_| TooLarge)
    }
}

impl Place {
    pub fn session(self) -> Option<SessionId> {
        match self {
            Place::Settings
            | Place::Backups
            | Place::IdleTime
            | Place::Person
            | Place::CoreNeeds => None,
            Place::Session(session)
            | Place::Reflection(session)
            | Place::FileNote(session)
            | Place::Moment(session, _) => Some(session),
        }
    }
}

/// Adds a record to a segment's payload.
pub fn push(payload: Vec<u8>, record: &Record) -> Result<Vec<u8>, TooLarge> {
    let body = record.body()?;
    let frame = Frame {
        kind: record.kind(),
        version: VERSION,
        session: record.place().session(),
        body: &body,
    };
    super::segment::push(payload, &frame)
}

/// Errors: a kind, a version or a number inside that this Attune does not know is newer; the rest is damaged.
pub fn read(frame: &Frame) -> Result<Record, Unreadable> {
    if frame.version == 0 || frame.kind == 0 {
        return Err(Unreadable::Damaged);
    }
    if frame.version > VERSION {
        return Err(Unreadable::Newer);
    }
    match (frame.kind, frame.session) {
        (kind::SETTINGS, None) => wire_v1::read_settings(frame.body).map(Record::Settings),
        (kind::PERSON, None) => wire_v1::read_person(frame.body).map(Record::Person),
        (kind::SESSION, Some(session)) => {
            wire_v1::read_session(frame.body).map(|header| Record::Session(session, header))
        }
        (kind::REFLECTION, Some(session)) => {
            wire_v1::read_note(frame.body).map(|note| Record::Reflection(session, note))
        }
        (kind::FILE_NOTE, Some(session)) => {
            wire_v1::read_note(frame.body).map(|note| Record::FileNote(session, note))
        }
        (kind::MOMENT, Some(session)) => {
            wire_v1::read_moment(frame.body).map(|moment| Record::Moment(session, moment))
        }
        (kind::BACKUPS, None) => wire_v1::read_backups(frame.body).map(Record::Backups),
        (kind::IDLE_TIME, None) => wire_v1::read_idle_time(frame.body).map(Record::IdleTime),
        (kind::CORE_NEEDS, None) => wire_v1::read_core_needs(frame.body).map(Record::CoreNeeds),
        (kind::SETTINGS..=kind::CORE_NEEDS, _) => Err(Unreadable::Damaged),
        _ => Err(Unreadable::Newer),
    }
}
