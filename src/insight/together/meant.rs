//! What a need is, whoever named it: so that two who use different words for the same are heard together.
//! Never brings two people's own words together: only who wrote them knows what they mean.

use crate::domain::{Listed, Naming, NeedWord, OwnWordKind, Person, PersonId, WordId};
use crate::vocabulary::Need;

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Meant {
    /// Of the vocabulary, or an own word that its writer tied to one of it.
    Listed(Listed<Need>),
    /// An own word that is like no other.
    Own(PersonId, WordId),
}

impl Meant {
    pub fn of(word: &NeedWord, writer: &Person) -> Meant {
        match word {
            Naming::Known(need) => Meant::Listed(Listed::Known(*need)),
            Naming::Unknown(id) => Meant::Listed(Listed::Unknown(id.clone())),
            Naming::Own(id) => match writer.own_word(*id).map(|it| &it.kind) {
                Some(OwnWordKind::Need(Some(like))) => Meant::Listed(like.clone()),
                _ => Meant::Own(writer.id, *id),
            },
        }
    }

    pub fn known(&self) -> Option<Need> {
        match self {
            Meant::Listed(listed) => listed.known(),
            Meant::Own(..) => None,
        }
    }
}
