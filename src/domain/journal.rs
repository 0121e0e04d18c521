//! Everything of one person: who they are and their sessions, and taking things out so that they can be put back.
//! Never more than one person.

use std::sync::Arc;

use super::core_need::CoreNeed;
use super::day::Day;
use super::id::{ItemId, MomentId, SessionId};
use super::invitation::Invitation;
use super::moment::{About, Item, Moment};
use super::naming::NeedWord;
use super::person::Person;
use super::session::Session;
use crate::order;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Journal {
    pub person: Arc<Person>,
    /// In no order that means anything; see `Journal::by_day`.
    pub sessions: Vec<Arc<Session>>,
    /// What they answered about needs that keep coming back; one for each need, in the order of the answers.
    pub core_needs: Arc<Vec<CoreNeed>>,
    /// The day by which to decide whether all this is still needed.
    pub review_by: Option<Day>,
    /// With which they may hand something over, or what is left of it since it was taken back.
    pub invitation: Option<Arc<Invitation>>,
}

/// What was taken out, with all that is needed to put it back where it was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Removed {
    Session {
        position: usize,
        session: Arc<Session>,
    },
    Moment {
        session: SessionId,
        position: usize,
        moment: Arc<Moment>,
    },
    /// An item, and the feelings that were about it, which stay but are about the moment meanwhile.
    Item {
        session: SessionId,
        moment: MomentId,
        position: usize,
        item: Item,
        felt_about: Vec<ItemId>,
    },
}

impl Journal {
    pub fn new(person: Person) -> Journal {
        Journal {
            person: Arc::new(person),
            sessions: Vec::new(),
            core_needs: Arc::default(),
            review_by: None,
            invitation: None,
        }
    }

    /// The invitation, unless it was taken back.
    pub fn open_invitation(&self) -> Option<&Arc<Invitation>> {
        self.invitation.as_ref().filter(|it| it.secret.is_some())
    }

    pub fn session(&self, id: SessionId) -> Option<&Arc<Session>> {
        self.sessions.iter().find(|session| session.id == id)
    }

    /// Newest day first; of one day, the one begun last first.
    pub fn by_day(&self) -> Vec<Arc<Session>> {
        let mut sessions = self.sessions.clone();
        order::sort_by_key(&mut sessions, |session| {
            std::cmp::Reverse((session.day, session.begun))
        });
        sessions
    }

    /// Begins a session, after all that were begun before.
    pub fn begin_session(&mut self, id: SessionId, day: Day) -> Arc<Session> {
        let begun =
            self.sessions.iter().map(|session| session.begun.saturating_add(1)).max().unwrap_or(0);
        let session = Arc::new(Session::new(id, begun, day));
        self.sessions.push(session.clone());
        session
    }

    pub fn core_need(&self, need: &NeedWord) -> Option<&CoreNeed> {
        self.core_needs.iter().find(|it| it.need == *need)
    }

    /// Keeps an answer in place of the one there is about the same need.
    pub fn answer(&mut self, answer: CoreNeed) {
        let answers = Arc::make_mut(&mut self.core_needs);
        answers.retain(|it| it.need != answer.need);
        answers.push(answer);
    }

    /// Takes back what was answered about a need.
    pub fn take_back_answer(&mut self, need: &NeedWord) {
        Arc::make_mut(&mut self.core_needs).retain(|it| it.need != *need);
    }

    /// Changes one session and gives what `change` gives; `None` where there is no such session.
    pub fn change_session<R>(
        &mut self,
        id: SessionId,
        change: impl FnOnce(&mut Session) -> R,
    ) -> Option<R> {
        self.session_mut(id).map(change)
    }

    fn session_mut(&mut self, id: SessionId) -> Option<&mut Session> {
        self.sessions.iter_mut().find(|session| session.id == id).map(Arc::make_mut)
    }

    pub fn remove_session(&mut self, id: SessionId) -> Option<Removed> {
        let position = self.sessions.iter().position(|session| session.id == id)?;
        let session = self.sessions.remove(position);
        Some(Removed::Session { position, session })
    }

    pub fn remove_moment(&mut self, session: SessionId, id: MomentId) -> Option<Removed> {
        self.change_session(session, |it| {
            let position = it.position(id)?;
            let moment = it.moments.remove(position);
            Some(Removed::Moment { session, position, moment })
        })?
    }

    pub fn remove_item(
        &mut self,
        session: SessionId,
        moment: MomentId,
        id: ItemId,
    ) -> Option<Removed> {
        self.change_session(session, |it| {
            it.change_moment(moment, |in_moment| {
                let position = in_moment.items.iter().position(|item| item.id() == id)?;
                let item = in_moment.items.remove(position);
                let mut felt_about = Vec::new();
                for other in &mut in_moment.items {
                    if let Item::Felt(felt) = other
                        && felt.about == About::Item(id)
                    {
                        felt.about = About::Moment;
                        felt_about.push(felt.id);
                    }
                }
                Some(Removed::Item { session, moment, position, item, felt_about })
            })?
        })?
    }

    /// Puts back what was removed. Whether it could: its session or moment may be gone by now, or it is back already.
    pub fn restore(&mut self, removed: Removed) -> bool {
        match removed {
            Removed::Session { position, session } => {
                if self.session(session.id).is_some() {
                    return false;
                }
                self.sessions.insert(position.min(self.sessions.len()), session);
                true
            }
            Removed::Moment { session, position, moment } => self
                .change_session(session, |it| {
                    let is_there = it.moment(moment.id).is_some();
                    if !is_there {
                        it.moments.insert(position.min(it.moments.len()), moment);
                    }
                    !is_there
                })
                .unwrap_or(false),
            Removed::Item { session, moment, position, item, felt_about } => self
                .change_session(session, |it| {
                    it.change_moment(moment, |in_moment| {
                        put_back_item(in_moment, position, item, &felt_about)
                    })
                })
                .flatten()
                .unwrap_or(false),
        }
    }
}

fn put_back_item(moment: &mut Moment, position: usize, item: Item, felt_about: &[ItemId]) -> bool {
    if moment.item(item.id()).is_some() {
        return false;
    }
    let about = About::Item(item.id());
    moment.items.insert(position.min(moment.items.len()), item);
    for id in felt_about {
        // A feeling that was turned to something else meanwhile stays there.
        if let Some(Item::Felt(felt)) = moment.item_mut(*id)
            && felt.about == About::Moment
        {
            felt.about = about;
        }
    }
    true
}
