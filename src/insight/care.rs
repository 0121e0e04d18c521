//! What must not be asked: where someone may be at risk now, and where someone was harmed.
//! Never says so to anyone: it only keeps questions back.

use std::sync::Arc;

use super::heard::{Heavy, danger_in_moment, heavy_in_moment};
use crate::domain::{Journal, Moment, NeedWord, Session};
use crate::order;
use crate::vocabulary::Need;

/// In sessions: a guess or a word of danger older than this is not of now.
const LATELY: usize = 3;

/// What is to be taken care of. Source: docs/vocabulary.md, section 7, rule 6.
#[derive(Clone, Copy)]
pub struct Care<'a>(&'a Journal);

impl<'a> Care<'a> {
    pub fn of(journal: &'a Journal) -> Care<'a> {
        Care(journal)
    }

    /// Whether the need may be spoken of by whoever listens: some not where there was violence or coercion.
    pub fn may_name(self, need: Need) -> bool {
        !need.is_not_asked_after_harm() || !self.was_harmed()
    }

    /// The same for a need by any name: own words and what a newer vocabulary knows are the person's own to speak of.
    pub fn may_name_word(self, need: &NeedWord) -> bool {
        need.known().is_none_or(|need| self.may_name(need))
    }

    /// Whether the need's own question may be asked: after something heavy, "nobody" may be the answer to one that begins
    /// with "who".
    pub fn may_ask(self, need: Need) -> bool {
        need.is_offered_unasked() && self.may_name(need) && !(need.asks_who() && self.in_crisis())
    }

    fn was_harmed(self) -> bool {
        let mut moments = self.0.sessions.iter().flat_map(|session| &session.moments);
        moments.any(|moment| tells_of_harm(moment))
    }

    fn in_crisis(self) -> bool {
        heavy_lately(self.0).is_some()
    }
}

fn tells_of_harm(moment: &Moment) -> bool {
    let heard = moment.heard().filter_map(|heard| heard.judgement.known());
    heard.into_iter().any(|judgement| judgement.may_be_harm())
        || danger_in_moment(moment).is_some_and(|danger| danger.is_violence())
}

/// What was heavy in the last sessions, the newest first: it comes before any question.
pub fn heavy_lately(journal: &Journal) -> Option<Heavy> {
    let sessions = lately(journal);
    sessions.iter().flat_map(|session| &session.moments).find_map(|it| heavy_in_moment(it))
}

/// The last sessions, newest first.
pub fn lately(journal: &Journal) -> Vec<&Arc<Session>> {
    let mut sessions: Vec<&Arc<Session>> = journal.sessions.iter().collect();
    order::sort_by_key(&mut sessions, |session| std::cmp::Reverse((session.day, session.id)));
    sessions.truncate(LATELY);
    sessions
}
