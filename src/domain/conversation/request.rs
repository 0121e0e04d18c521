//! What one participant asks for, which needs it serves and costs, and what the others say to it, then and later.
//! Never good or bad, never settled by a majority: who agrees says so for themselves.

use super::Round;
use crate::domain::id::{PersonId, RequestId};
use crate::domain::mark::Standing;
use crate::domain::moment::{EffectKind, Line};
use crate::domain::naming::NeedWord;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request {
    pub id: RequestId,
    /// The round in which it was asked.
    pub round: Round,
    /// Something doable.
    pub text: Line,
    /// At most one for each need of a participant.
    pub effects: Vec<PlacedNeed>,
}

/// What a request does to somebody's need.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlacedNeed {
    pub whose: PersonId,
    pub need: NeedWord,
    pub kind: EffectKind,
}

/// What one participant says to a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reply {
    pub request: RequestId,
    pub agreement: Agreement,
    /// How needs of theirs stood afterwards, with the round in which they looked back; the last word counts.
    pub turned_out: Vec<(NeedWord, Standing, Round)>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Agreement {
    #[default]
    NotSaid,
    Agreed,
    /// Not like this: an opening for another way, not a no.
    NotLikeThis,
}

impl Request {
    /// Says what it does to somebody's need; `None` takes it back.
    pub fn affect(&mut self, whose: PersonId, need: NeedWord, kind: Option<EffectKind>) {
        self.effects.retain(|it| it.whose != whose || it.need != need);
        self.effects.extend(kind.map(|kind| PlacedNeed { whose, need, kind }));
    }
}

impl Reply {
    pub fn new(request: RequestId) -> Reply {
        Reply { request, agreement: Agreement::NotSaid, turned_out: Vec::new() }
    }

    /// Says how a need stood when they looked back; not said takes it back.
    pub fn turn_out(&mut self, need: NeedWord, standing: Standing, round: Round) {
        self.turned_out.retain(|(it, _, _)| *it != need);
        if standing != Standing::NotSaid {
            self.turned_out.push((need, standing, round));
        }
    }
}
