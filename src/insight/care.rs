//! What must not be asked: where someone may be at risk now, and where someone was harmed.
//! Never says so to anyone: it only keeps questions back.

use std::sync::Arc;

use super::heard::{danger_in_moment, heavy_in_moment};
use crate::domain::{Journal, Moment, Session};
use crate::order;
use crate::vocabulary::Need;

/// In sessions: a guess or a word of danger older than this is not of now.
const LATELY: usize = 3;

/// What is to be taken care of. Source: docs/vocabulary.md, section 7, rule 6.
#[derive(Clone, Copy)]
pub struct Care {
    /// Lately something heavy was said: "nobody" may be the answer to a question that begins with "who".
    in_crisis: bool,
    /// There was violence or coercion.
    was_harmed: bool,
}

impl Care {
    pub fn of(journal: &Journal) -> Care {
        let moments = || journal.sessions.iter().flat_map(|session| &session.moments);
        Care {
            in_crisis: lately(journal).iter().any(|session| {
                session.moments.iter().any(|moment| heavy_in_moment(moment).is_some())
            }),
            was_harmed: moments().any(|moment| tells_of_harm(moment)),
        }
    }

    /// Whether the need may be spoken of by whoever listens.
    pub fn may_name(self, need: Need) -> bool {
        !(self.was_harmed && need.is_not_asked_after_harm())
    }

    /// Whether the need's own question may be asked.
    pub fn may_ask(self, need: Need) -> bool {
        need.is_offered_unasked() && self.may_name(need) && !(self.in_crisis && need.asks_who())
    }
}

fn tells_of_harm(moment: &Moment) -> bool {
    let heard = moment.heard().filter_map(|heard| heard.judgement.known());
    heard.into_iter().any(|judgement| judgement.may_be_harm())
        || danger_in_moment(moment).is_some_and(|danger| danger.is_violence())
}

/// The last sessions, newest first.
pub fn lately(journal: &Journal) -> Vec<&Arc<Session>> {
    let mut sessions: Vec<&Arc<Session>> = journal.sessions.iter().collect();
    order::sort_by_key(&mut sessions, |session| std::cmp::Reverse((session.day, session.id)));
    sessions.truncate(LATELY);
    sessions
}
