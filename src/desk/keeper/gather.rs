//! Puts the records of one owner together: to a journal, a conversation, or a change.
//! Never drops a record: what has no session to be shown in stays in its segment.

mod together;

use std::sync::Arc;

use super::index::Index;
use crate::domain::{
    ChangeMap, Conversation, CoreNeed, Day, Invitation, Journal, Moment, MomentId, PartId, Person,
    Session, SessionId,
};
use crate::order;
use crate::vault::wire::{Nature, Record};

/// What an owner is, and the sessions, participants and groups of which there are parts but nothing to show them in.
pub struct Gathered {
    pub owned: Option<Owned>,
    pub headless: Vec<PartId>,
}

pub enum Owned {
    Journal(Journal),
    Conversation(Conversation),
    Change(ChangeMap),
}

/// Asks for records of one nature, one for each place.
pub fn gather(records: Vec<Record>) -> Gathered {
    let mut places = records.iter().map(Record::place);
    match places.find(|place| place.is_front()).map(|place| place.nature()) {
        Some(Nature::Conversation) => together::conversation(records),
        Some(Nature::Change) => together::change(records),
        _ => journal(records),
    }
}

fn journal(mut records: Vec<Record>) -> Gathered {
    // Stable: within a session the order of the segments stays.
    order::sort_by_key(&mut records, |record| record.place().part());
    let mut front = Front::default();
    let mut drafts: Vec<Draft> = Vec::new();
    for record in records {
        let session = record.place().part().map(|part| SessionId(part.0));
        if let Some(id) = session
            && drafts.last().is_none_or(|draft| draft.session.id != id)
        {
            drafts.push(Draft { session: Session::new(id, 0, Day::FIRST), listed: None });
        }
        match (session, drafts.last_mut()) {
            (Some(_), Some(draft)) => draft.add(record),
            _ => front.add(record),
        }
    }
    let mut sessions = Vec::with_capacity(drafts.len());
    let mut headless = Vec::new();
    for Draft { mut session, listed } in drafts {
        match listed {
            Some(listed) => {
                put_in_order(&mut session.moments, &listed);
                sessions.push(Arc::new(session));
            }
            None => headless.push(session.id.into()),
        }
    }
    order::sort_by_key(&mut sessions, |session| (session.begun, session.id));
    Gathered { owned: front.journal(sessions).map(Owned::Journal), headless }
}

/// What is a person's, and no session's.
#[derive(Default)]
struct Front {
    person: Option<Arc<Person>>,
    core_needs: Arc<Vec<CoreNeed>>,
    review_by: Option<Day>,
    invitation: Option<Arc<Invitation>>,
}

impl Front {
    fn add(&mut self, record: Record) {
        match record {
            Record::Person(it) => self.person = Some(it),
            Record::CoreNeeds(it) => self.core_needs = it,
            Record::ReviewBy(it) => self.review_by = Some(it),
            Record::Invitation(it) => self.invitation = Some(it),
            _ => {}
        }
    }

    fn journal(self, sessions: Vec<Arc<Session>>) -> Option<Journal> {
        let Front { person, core_needs, review_by, invitation } = self;
        person.map(|person| Journal { person, sessions, core_needs, review_by, invitation })
    }
}

struct Draft {
    session: Session,
    /// What the header says of the moments; `None` as long as there is no header.
    listed: Option<Vec<MomentId>>,
}

impl Draft {
    fn add(&mut self, record: Record) {
        match record {
            Record::Session(_, header) => {
                self.session.begun = header.begun;
                self.session.day = header.day;
                self.listed = Some(header.moments);
            }
            Record::Reflection(_, note) => self.session.reflection = note,
            Record::FileNote(_, note) => self.session.record = note,
            Record::RecordSheet(_, sheet) => self.session.sheet = sheet,
            Record::Summary(_, note) => self.session.summary = note,
            Record::Received(_, it) => self.session.received = Some(it),
            Record::Moment(_, moment) => self.session.moments.push(moment),
            _ => {}
        }
    }
}

/// As the header lists them; what it does not list comes last.
fn put_in_order(moments: &mut [Arc<Moment>], listed: &[MomentId]) {
    let ranks = Index::new(listed.iter().map(|id| id.0).collect());
    order::sort_by_key(moments, |moment| ranks.find(moment.id.0).unwrap_or(usize::MAX));
}
