//! What a record says something about: within one owner there is one record for each place.
//! Never says where that is stored.

use crate::domain::{GroupId, MomentId, PartId, PersonId, Round, SessionId};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Place {
    Settings,
    Backups,
    IdleTime,
    Person,
    CoreNeeds,
    ReviewBy,
    Invitation,
    Session(SessionId),
    Reflection(SessionId),
    FileNote(SessionId),
    RecordSheet(SessionId),
    Summary(SessionId),
    Received(SessionId),
    Moment(SessionId, MomentId),
    Conversation,
    Participant(PersonId),
    Sheet(PersonId, Round),
    Change,
    Group(GroupId),
    Counted(GroupId),
}

/// What an owner is: all of its records are of one nature.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Nature {
    /// Of no owner.
    Common,
    Person,
    Conversation,
    Change,
}

impl Place {
    /// The session, participant or group it goes with.
    pub fn part(self) -> Option<PartId> {
        match self {
            Place::Settings
            | Place::Backups
            | Place::IdleTime
            | Place::Person
            | Place::CoreNeeds
            | Place::ReviewBy
            | Place::Invitation
            | Place::Conversation
            | Place::Change => None,
            Place::Session(session)
            | Place::Reflection(session)
            | Place::FileNote(session)
            | Place::RecordSheet(session)
            | Place::Summary(session)
            | Place::Received(session)
            | Place::Moment(session, _) => Some(session.into()),
            Place::Participant(person) | Place::Sheet(person, _) => Some(person.into()),
            Place::Group(group) | Place::Counted(group) => Some(group.into()),
        }
    }

    pub fn nature(self) -> Nature {
        match self {
            Place::Settings | Place::Backups | Place::IdleTime => Nature::Common,
            Place::Conversation | Place::Participant(_) | Place::Sheet(..) => Nature::Conversation,
            Place::Change | Place::Group(_) | Place::Counted(_) => Nature::Change,
            Place::Person | Place::CoreNeeds | Place::ReviewBy | Place::Invitation => {
                Nature::Person
            }
            Place::Session(_)
            | Place::Reflection(_)
            | Place::FileNote(_)
            | Place::RecordSheet(_)
            | Place::Summary(_)
            | Place::Received(_)
            | Place::Moment(..) => Nature::Person,
        }
    }

    /// Whether it is the record that says what its owner is.
    pub fn is_front(self) -> bool {
        matches!(self, Place::Person | Place::Conversation | Place::Change)
    }
}
