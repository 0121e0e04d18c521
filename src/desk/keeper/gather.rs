//! Puts the records of one person together to a journal.
//! Never drops a record: what has no session to be shown in stays in its segment.

use std::sync::Arc;

use super::index::Index;
use crate::domain::{
    CoreNeed, Day, Invitation, Journal, Moment, MomentId, Person, Session, SessionId,
};
use crate::order;
use crate::vault::wire::Record;

/// A journal, and the sessions of which there are parts but no header.
pub struct Gathered {
    pub journal: Option<Journal>,
    pub headless: Vec<SessionId>,
}

pub fn gather(mut records: Vec<Record>) -> Gathered {
    // Stable: within a session the order of the segments stays.
    order::sort_by_key(&mut records, |record| record.place().session());
    let mut front = Front::default();
    let mut drafts: Vec<Draft> = Vec::new();
    for record in records {
        if let Some(id) = record.place().session()
            && drafts.last().is_none_or(|draft| draft.session.id != id)
        {
            drafts.push(Draft { session: Session::new(id, 0, Day::FIRST), listed: None });
        }
        match (record.place().session(), drafts.last_mut()) {
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
            None => headless.push(session.id),
        }
    }
    order::sort_by_key(&mut sessions, |session| (session.begun, session.id));
    Gathered { journal: front.journal(sessions), headless }
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
            Record::Settings(_)
            | Record::Backups(_)
            | Record::IdleTime(_)
            | Record::Person(_)
            | Record::CoreNeeds(_)
            | Record::ReviewBy(_)
            | Record::Invitation(_) => {}
        }
    }
}

/// As the header lists them; what it does not list comes last.
fn put_in_order(moments: &mut [Arc<Moment>], listed: &[MomentId]) {
    let ranks = Index::new(listed.iter().map(|id| id.0).collect());
    order::sort_by_key(moments, |moment| ranks.find(moment.id.0).unwrap_or(usize::MAX));
}
