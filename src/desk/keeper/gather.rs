//! Puts the records of one person together to a journal.
//! Never drops a record: what has no session to be shown in stays in its segment.

use std::sync::Arc;

use crate::domain::{Journal, Moment, MomentId, Note, Person, Session, SessionId};
use crate::order;
use crate::vault::wire::{Record, SessionHeader};

/// A journal, and the sessions of which there are parts but no header.
pub struct Gathered {
    pub journal: Option<Journal>,
    pub headless: Vec<SessionId>,
}

pub fn gather(records: Vec<Record>) -> Gathered {
    let mut person = None;
    let mut parts = Vec::with_capacity(records.len());
    for record in records {
        match (record.place().session(), record) {
            (_, Record::Person(it)) => person = Some(it),
            (Some(session), record) => parts.push((session, record)),
            (None, _) => {}
        }
    }
    // Stable: within a session the order of the segments stays.
    order::sort_by_key(&mut parts, |(session, _)| *session);
    let mut sessions = Vec::new();
    let mut headless = Vec::new();
    let mut parts = parts.into_iter().peekable();
    while let Some((id, first)) = parts.next() {
        let mut draft = Draft::default();
        draft.add(first);
        while let Some((_, record)) = parts.next_if(|(session, _)| *session == id) {
            draft.add(record);
        }
        match draft.session(id) {
            Some(session) => sessions.push(Arc::new(session)),
            None => headless.push(id),
        }
    }
    order::sort_by_key(&mut sessions, |session: &Arc<Session>| (session.begun, session.id));
    let journal = person.map(|person: Arc<Person>| Journal { person, sessions });
    Gathered { journal, headless }
}

#[derive(Default)]
struct Draft {
    header: Option<SessionHeader>,
    reflection: Note,
    record: Note,
    moments: Vec<Arc<Moment>>,
}

impl Draft {
    fn add(&mut self, record: Record) {
        match record {
            Record::Session(_, header) => self.header = Some(header),
            Record::Reflection(_, note) => self.reflection = note,
            Record::FileNote(_, note) => self.record = note,
            Record::Moment(_, moment) => self.moments.push(moment),
            Record::Settings(_) | Record::Person(_) => {}
        }
    }

    fn session(self, id: SessionId) -> Option<Session> {
        let header = self.header?;
        Some(Session {
            id,
            begun: header.begun,
            day: header.day,
            moments: in_order(self.moments, &header.moments),
            reflection: self.reflection,
            record: self.record,
        })
    }
}

/// As the header lists them; what it does not list comes last.
fn in_order(mut moments: Vec<Arc<Moment>>, listed: &[MomentId]) -> Vec<Arc<Moment>> {
    let mut ranks: Vec<(MomentId, usize)> =
        listed.iter().enumerate().map(|(rank, id)| (*id, rank)).collect();
    order::sort(&mut ranks);
    order::sort_by_key(&mut moments, |moment| {
        let found = ranks.binary_search_by_key(&moment.id, |(id, _)| *id);
        found.map_or(usize::MAX, |found| ranks[found].1)
    });
    moments
}
