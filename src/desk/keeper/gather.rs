//! Puts the records of one person together to a journal.
//! Never drops a record: what has no session to be shown in stays in its segment.

use std::sync::Arc;

use super::index::Index;
use crate::domain::{Day, Journal, Moment, MomentId, Session, SessionId};
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
    let (mut person, mut core_needs) = (None, Arc::default());
    let mut drafts: Vec<Draft> = Vec::new();
    for record in records {
        if let Some(id) = record.place().session()
            && drafts.last().is_none_or(|draft| draft.session.id != id)
        {
            drafts.push(Draft { session: Session::new(id, 0, Day::FIRST), listed: None });
        }
        match (record, drafts.last_mut()) {
            (Record::Person(it), _) => person = Some(it),
            (Record::CoreNeeds(it), _) => core_needs = it,
            (record, Some(draft)) => draft.add(record),
            (_, None) => {}
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
    let journal = person.map(|person| Journal { person, sessions, core_needs });
    Gathered { journal, headless }
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
            Record::Moment(_, moment) => self.session.moments.push(moment),
            Record::Settings(_)
            | Record::Backups(_)
            | Record::IdleTime(_)
            | Record::Person(_)
            | Record::CoreNeeds(_) => {}
        }
    }
}

/// As the header lists them; what it does not list comes last.
fn put_in_order(moments: &mut [Arc<Moment>], listed: &[MomentId]) {
    let ranks = Index::new(listed.iter().map(|id| id.0).collect());
    order::sort_by_key(moments, |moment| ranks.find(moment.id.0).unwrap_or(usize::MAX));
}
