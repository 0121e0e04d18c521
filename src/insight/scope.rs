//! Which sessions are looked at: a period and an area of life, and what of a journal lies within.
//! Never asks what day it is: a period is days, or a number of sessions.

use std::sync::Arc;

use crate::domain::{AreaName, Day, Journal, Session};
use crate::order;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Period {
    #[default]
    All,
    /// The latest so many sessions.
    Last(usize),
    /// Both days are within, in whichever order they are given.
    Between(Day, Day),
}

/// The default is everything.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Scope {
    pub period: Period,
    /// One area alone, or all of them and what has none.
    pub area: Option<AreaName>,
}

impl Scope {
    /// Oldest first. A session all of whose moments lie within stays the same `Arc`; one that has none left stays too,
    /// for that nothing came up in it is worth seeing.
    pub fn sessions(&self, journal: &Journal) -> Vec<Arc<Session>> {
        let mut sessions = journal.sessions.clone();
        order::sort_by_key(&mut sessions, |session| (session.day, session.begun, session.id));
        match self.period {
            Period::All => {}
            Period::Last(count) => drop(sessions.drain(..sessions.len().saturating_sub(count))),
            Period::Between(one, other) => {
                let (first, last) = (one.min(other), one.max(other));
                sessions.retain(|session| (first..=last).contains(&session.day));
            }
        }
        match &self.area {
            Some(area) => sessions.iter().map(|session| narrowed(session, area)).collect(),
            None => sessions,
        }
    }
}

fn narrowed(session: &Arc<Session>, area: &AreaName) -> Arc<Session> {
    let is_within = |area_of: Option<&AreaName>| area_of == Some(area);
    if session.moments.iter().all(|moment| is_within(moment.area.as_ref())) {
        return session.clone();
    }
    let moments = session.moments.iter().filter(|moment| is_within(moment.area.as_ref()));
    // Its texts are not about one area, and nobody asks a narrowed session for them.
    let mut within = Session::new(session.id, session.begun, session.day);
    within.moments = moments.cloned().collect();
    Arc::new(within)
}

/// The areas that are named anywhere in a journal, in the vocabulary's order.
pub fn areas(journal: &Journal) -> Vec<AreaName> {
    let moments = journal.sessions.iter().flat_map(|session| &session.moments);
    let named: std::collections::BTreeSet<&AreaName> =
        moments.filter_map(|moment| moment.area.as_ref()).collect();
    named.into_iter().cloned().collect()
}
