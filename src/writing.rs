//! What is written out of the notes for people to read: the record of a session, a worksheet's sentences, a person's
//! file, tables for a spreadsheet.
//! Never changes anything, and never puts a word of a reflection anywhere but into a person's file that asked for them by name.

pub mod markdown;
pub mod person_file;
pub mod record;
pub mod sentences;
pub mod table;
pub mod words;

use std::sync::Arc;

use crate::domain::{Day, Journal, Moment, Person, Session};
use crate::insight::Scope;

/// A session as records and tables see it: what was caught and when. It holds none of its texts, so none can be written.
#[derive(Clone, Copy)]
pub struct Caught<'a> {
    pub person: &'a Person,
    pub day: Day,
    /// Counted from 1, in the order of the days.
    pub number: usize,
    pub moments: &'a [Arc<Moment>],
}

/// Oldest first, as a person's file and the tables go.
pub fn oldest_first(journal: &Journal) -> Vec<Arc<Session>> {
    Scope::default().sessions(journal)
}

/// What was caught in `sessions`, which are all of this person's in their order.
pub fn caught<'a>(person: &'a Person, sessions: &'a [Arc<Session>]) -> Vec<Caught<'a>> {
    let number = |(at, session): (usize, &'a Arc<Session>)| Caught {
        person,
        day: session.day,
        number: at + 1,
        moments: &session.moments,
    };
    sessions.iter().enumerate().map(number).collect()
}
