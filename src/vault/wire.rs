//! Records: the pieces of a journal, a conversation or a change that are written one by one, and the one gate between them and
//! their bytes. Never knows in which segment a record lies, nor what it belongs to beyond its session, participant or group.

mod place;

use std::sync::Arc;

use super::segment::Frame;
use super::{TooLarge, Unreadable, wire_v1};
use crate::domain::{
    Backups, ChangeMap, Conversation, CoreNeed, Counted, Day, Group, GroupId, IdleTime, Invitation,
    Moment, MomentId, Note, PartId, Participant, Person, PersonId, Received, RecordSheet,
    SessionId, Settings, Sheet,
};

pub use place::{Nature, Place};

/// One thing that is written and read as a whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Record {
    Settings(Arc<Settings>),
    Backups(Backups),
    IdleTime(IdleTime),
    Person(Arc<Person>),
    CoreNeeds(Arc<Vec<CoreNeed>>),
    ReviewBy(Day),
    Invitation(Arc<Invitation>),
    Session(SessionId, SessionHeader),
    Reflection(SessionId, Note),
    /// The short factual note for the file, which is called the record of a session.
    FileNote(SessionId, Note),
    RecordSheet(SessionId, Arc<RecordSheet>),
    Summary(SessionId, Note),
    Received(SessionId, Received),
    Moment(SessionId, Arc<Moment>),
    /// Without its participants, whose order it has beside it.
    Conversation(Box<Conversation>, Vec<PersonId>),
    /// Without their sheets.
    Participant(Arc<Participant>),
    Sheet(PersonId, Arc<Sheet>),
    /// Without its groups, whose order it has beside it.
    Change(Box<ChangeMap>, Vec<GroupId>),
    /// Without its counts.
    Group(Arc<Group>),
    Counted(GroupId, Box<Counted>),
}

/// A session without what is in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SessionHeader {
    pub begun: u32,
    pub day: Day,
    /// In their order. One that is not there was not readable; one that is there and not listed comes last.
    pub moments: Vec<MomentId>,
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
    pub const SUMMARY: u8 = 10;
    pub const RECORD_SHEET: u8 = 11;
    pub const RECEIVED: u8 = 12;
    pub const REVIEW_BY: u8 = 13;
    pub const INVITATION: u8 = 14;
    pub const CONVERSATION: u8 = 15;
    pub const PARTICIPANT: u8 = 16;
    pub const SHEET: u8 = 17;
    pub const CHANGE: u8 = 18;
    pub const GROUP: u8 = 19;
    pub const COUNTED: u8 = 20;
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
            Record::ReviewBy(_) => Place::ReviewBy,
            Record::Invitation(_) => Place::Invitation,
            Record::Session(session, _) => Place::Session(*session),
            Record::Reflection(session, _) => Place::Reflection(*session),
            Record::FileNote(session, _) => Place::FileNote(*session),
            Record::RecordSheet(session, _) => Place::RecordSheet(*session),
            Record::Summary(session, _) => Place::Summary(*session),
            Record::Received(session, _) => Place::Received(*session),
            Record::Moment(session, moment) => Place::Moment(*session, moment.id),
            Record::Conversation(..) => Place::Conversation,
            Record::Participant(it) => Place::Participant(it.person.id),
            Record::Sheet(person, sheet) => Place::Sheet(*person, sheet.round),
            Record::Change(..) => Place::Change,
            Record::Group(group) => Place::Group(group.id),
            Record::Counted(group, _) => Place::Counted(*group),
        }
    }

    fn kind(&self) -> u8 {
        match self {
            Record::Settings(_) => kind::SETTINGS,
            Record::Backups(_) => kind::BACKUPS,
            Record::IdleTime(_) => kind::IDLE_TIME,
            Record::Person(_) => kind::PERSON,
            Record::CoreNeeds(_) => kind::CORE_NEEDS,
            Record::ReviewBy(_) => kind::REVIEW_BY,
            Record::Invitation(_) => kind::INVITATION,
            Record::Session(..) => kind::SESSION,
            Record::Reflection(..) => kind::REFLECTION,
            Record::FileNote(..) => kind::FILE_NOTE,
            Record::RecordSheet(..) => kind::RECORD_SHEET,
            Record::Summary(..) => kind::SUMMARY,
            Record::Received(..) => kind::RECEIVED,
            Record::Moment(..) => kind::MOMENT,
            Record::Conversation(..) => kind::CONVERSATION,
            Record::Participant(_) => kind::PARTICIPANT,
            Record::Sheet(..) => kind::SHEET,
            Record::Change(..) => kind::CHANGE,
            Record::Group(_) => kind::GROUP,
            Record::Counted(..) => kind::COUNTED,
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
            Record::ReviewBy(day) => wire_v1::write_day(*day),
            Record::Invitation(it) => wire_v1::write_invitation(it),
            Record::Reflection(_, note) | Record::FileNote(_, note) | Record::Summary(_, note) => {
                wire_v1::write_note(note)
            }
            Record::RecordSheet(_, sheet) => wire_v1::write_record_sheet(sheet),
            Record::Received(_, received) => wire_v1::write_received(*received),
            Record::Moment(_, moment) => wire_v1::write_moment(moment),
            Record::Conversation(it, order) => wire_v1::write_conversation(it, order),
            Record::Participant(it) => wire_v1::write_participant(it),
            Record::Sheet(_, sheet) => wire_v1::write_sheet(sheet),
            Record::Change(it, order) => wire_v1::write_change(it, order),
            Record::Group(it) => wire_v1::write_group(it),
            Record::Counted(_, it) => wire_v1::write_counted(it),
        };
        body.map_err(|_| TooLarge)
    }
}

/// Adds a record to a segment's payload. Errors: what no reader would take is not written.
pub fn push(payload: Vec<u8>, record: &Record) -> Result<Vec<u8>, TooLarge> {
    let body = record.body()?;
    let frame =
        Frame { kind: record.kind(), version: VERSION, part: record.place().part(), body: &body };
    // The kinds up to here have no bounds but those of the types they are made of.
    if frame.kind > kind::INVITATION && read(&frame).is_err() {
        return Err(TooLarge);
    }
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
    if frame.kind > kind::COUNTED {
        return Err(Unreadable::Newer);
    }
    let record = match (frame.part, frame.kind) {
        (Some(part), ..kind::CONVERSATION) => {
            read_of_session(frame.kind, SessionId(part.0), frame.body)?
        }
        (Some(part), _) => read_of_part(frame.kind, part, frame.body)?,
        (None, _) => read_of_owner(frame.kind, frame.body)?,
    };
    record.ok_or(Unreadable::Damaged)
}

/// `None` for a kind that is of a session, a participant or a group.
fn read_of_owner(kind: u8, body: &[u8]) -> Result<Option<Record>, Unreadable> {
    Ok(Some(match kind {
        kind::SETTINGS => Record::Settings(wire_v1::read_settings(body)?),
        kind::PERSON => Record::Person(wire_v1::read_person(body)?),
        kind::BACKUPS => Record::Backups(wire_v1::read_backups(body)?),
        kind::IDLE_TIME => Record::IdleTime(wire_v1::read_idle_time(body)?),
        kind::CORE_NEEDS => Record::CoreNeeds(wire_v1::read_core_needs(body)?),
        kind::REVIEW_BY => Record::ReviewBy(wire_v1::read_day(body)?),
        kind::INVITATION => Record::Invitation(wire_v1::read_invitation(body)?),
        kind::CONVERSATION => {
            let (conversation, order) = wire_v1::read_conversation(body)?;
            Record::Conversation(Box::new(conversation), order)
        }
        kind::CHANGE => {
            let (change, order) = wire_v1::read_change(body)?;
            Record::Change(Box::new(change), order)
        }
        _ => return Ok(None),
    }))
}

/// `None` for a kind that is of no session.
fn read_of_session(
    kind: u8,
    session: SessionId,
    body: &[u8],
) -> Result<Option<Record>, Unreadable> {
    Ok(Some(match kind {
        kind::SESSION => Record::Session(session, wire_v1::read_session(body)?),
        kind::REFLECTION => Record::Reflection(session, wire_v1::read_note(body)?),
        kind::FILE_NOTE => Record::FileNote(session, wire_v1::read_note(body)?),
        kind::MOMENT => Record::Moment(session, wire_v1::read_moment(body)?),
        kind::SUMMARY => Record::Summary(session, wire_v1::read_note(body)?),
        kind::RECORD_SHEET => Record::RecordSheet(session, wire_v1::read_record_sheet(body)?),
        kind::RECEIVED => Record::Received(session, wire_v1::read_received(body)?),
        _ => return Ok(None),
    }))
}

/// `None` for a kind that is of neither a participant nor a group.
fn read_of_part(kind: u8, part: PartId, body: &[u8]) -> Result<Option<Record>, Unreadable> {
    let (person, group) = (PersonId(part.0), GroupId(part.0));
    Ok(Some(match kind {
        kind::PARTICIPANT => {
            Record::Participant(Arc::new(wire_v1::read_participant(person, body)?))
        }
        kind::SHEET => Record::Sheet(person, Arc::new(wire_v1::read_sheet(body)?)),
        kind::GROUP => Record::Group(Arc::new(wire_v1::read_group(group, body)?)),
        kind::COUNTED => Record::Counted(group, Box::new(wire_v1::read_counted(body)?)),
        _ => return Ok(None),
    }))
}
