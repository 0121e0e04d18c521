//! The names things keep for life: eight random bytes, or a small number inside one moment.
//! Draws nothing itself: the bytes come from the caller.

macro_rules! random_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(pub [u8; 8]);
    };
}

random_id!(
    /// A person, for life.
    PersonId
);
random_id!(
    /// A session of one person.
    SessionId
);
random_id!(
    /// A moment of one session.
    MomentId
);
random_id!(
    /// A word a person added to the vocabulary.
    WordId
);

random_id!(
    /// What somebody handed over: one file, or one row of pictures.
    HandoverId
);

random_id!(
    /// A conversation between two or more people, the same on every device that takes part.
    ConversationId
);
random_id!(
    /// Something that one participant asks of the others.
    RequestId
);
random_id!(
    /// A change at work.
    ChangeId
);
random_id!(
    /// A group that a change touches.
    GroupId
);
random_id!(
    /// Something that is planned for a change.
    MeasureId
);

random_id!(
    /// Whose something that is kept is: a person's, a conversation's or a change's, by its id.
    OwnerId
);
random_id!(
    /// What of an owner goes as one when it is deleted: a session, a participant or a group, by its id.
    PartId
);

macro_rules! is_also {
    ($general:ident: $($special:ident),+) => {
        $(impl From<$special> for $general {
            fn from(id: $special) -> Self {
                $general(id.0)
            }
        })+
    };
}

is_also!(OwnerId: PersonId, ConversationId, ChangeId);
is_also!(PartId: SessionId, PersonId, GroupId);

/// A thing caught in a moment, counted from 1 within that moment and never given twice.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ItemId(pub u16);
