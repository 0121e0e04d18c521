//! What a record says of other sessions: the needs that ring true, and what is different since the session before.
//! Holds no text of any session: needs, feelings and days alone.

use std::sync::Arc;

use crate::domain::{Answer, Item, Journal, KnownBy, NeedWord, Session, SessionId};
use crate::insight::timeline::{Shift, shifts};
use crate::writing::oldest_first;

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Life {
    /// Up to the day of the session, in the order of the answers.
    pub rings_true: Vec<NeedWord>,
    /// `None` where there is no session before it in which something was named, or nothing was in this one.
    pub shift: Option<Shift>,
}

/// As it stood at a session, so that a record of the past says nothing of what came later. The default where it is gone.
pub fn life(journal: &Journal, session: SessionId) -> Life {
    let sessions = oldest_first(journal);
    let Some(at) = sessions.iter().position(|it| it.id == session) else { return Life::default() };
    let day = sessions[at].day;
    let answers = journal.core_needs.iter();
    let rings_true = answers.filter(|it| it.answer == Answer::RingsTrue && it.day <= day);
    let now = without_guesses(&sessions[at]);
    let before = sessions[..at].iter().rev().map(without_guesses).find(|it| tells(it));
    let shift = match before {
        Some(before) if tells(&now) => shifts(&[before, now]).since_last,
        _ => None,
    };
    Life { rings_true: rings_true.map(|it| it.need.clone()).collect(), shift }
}

/// A guess is nothing that can have changed.
fn without_guesses(session: &Arc<Session>) -> Arc<Session> {
    let is_guess = |item: &Item| match item {
        Item::Felt(felt) => felt.known_by == KnownBy::Guessed,
        Item::Need(mark) => mark.known_by == KnownBy::Guessed,
        Item::Heard(_) | Item::Behaviour(_) | Item::Choice(_) => false,
    };
    let mut bare = Session::new(session.id, session.begun, session.day);
    bare.moments = session.moments.clone();
    for moment in &mut bare.moments {
        if moment.items.iter().any(is_guess) {
            Arc::make_mut(moment).items.retain(|item| !is_guess(item));
        }
    }
    Arc::new(bare)
}

fn tells(session: &Session) -> bool {
    let names = |item: &Item| matches!(item, Item::Felt(_) | Item::Need(_));
    session.moments.iter().any(|moment| moment.items.iter().any(names))
}
