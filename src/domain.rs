//! The ideas of Attune as plain values: persons, sessions, moments and what is caught in them.
//! Knows no browser, no storage and no clock: days, ids and random bytes are arguments.

pub mod backups;
pub mod cabinet;
pub mod change;
pub mod conversation;
pub mod core_need;
pub mod day;
pub mod id;
pub mod idle_time;
pub mod invitation;
pub mod journal;
pub mod key_text;
pub mod mark;
pub mod moment;
pub mod naming;
pub mod person;
pub mod record_sheet;
pub mod session;
pub mod short_text;

pub use backups::{Backup, Backups, Since};
pub use cabinet::{Cabinet, Settings, Theme};
pub use change::{ChangeMap, Counted, Counts, Group, InHands, Measure, Touch, TouchKind};
pub use conversation::{
    Agreement, Awaited, Conversation, Frame, Participant, PlacedNeed, Relation, Reply, Request,
    Round, Sheet, Side, Sign, ToldSoFar, Words,
};
pub use core_need::{Answer, CoreNeed};
pub use day::Day;
pub use id::{
    ChangeId, ConversationId, GroupId, HandoverId, ItemId, MeasureId, MomentId, OwnerId, PartId,
    PersonId, RequestId, SessionId, WordId,
};
pub use idle_time::IdleTime;
pub use invitation::{Ask, Invitation, PublicKey, Received, SecretKey};
pub use journal::{Journal, Removed};
pub use key_text::BrokenKey;
pub use mark::{Hands, KnownBy, Standing, Strength};
pub use moment::{
    About, AreaName, Behaviour, Choice, Effect, EffectKind, Felt, Heard, Item, Moment, NeedMark,
};
pub use naming::{FeelingWord, JudgementWord, Listed, Naming, NeedWord};
pub use person::{Code, Kind, OwnWord, OwnWordKind, Person};
pub use record_sheet::{Amendment, Minutes, RecordForm, RecordSheet, TimeOfDay};
pub use session::{Note, Session};
pub use short_text::{ShortText, TextError};
