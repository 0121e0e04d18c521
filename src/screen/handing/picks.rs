//! What is ticked to be handed over, piece by piece.
//! Begins with nothing: whatever goes, somebody chose.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::reactive::Look;
use leptos::prelude::*;

use crate::desk::{Picked, PickedMoment, PickedSession};
use crate::domain::{ItemId, Moment, MomentId, Session, SessionId};

/// Where a moment is.
pub type Spot = (SessionId, MomentId);

/// The least that can be picked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Piece {
    Summary(SessionId),
    Label(Spot),
    Area(Spot),
    Hands(Spot),
    Item(Spot, ItemId),
}

#[derive(Clone, Copy)]
pub struct Picks(RwSignal<BTreeSet<Piece>>);

impl Picks {
    pub fn none() -> Picks {
        Picks(RwSignal::new(BTreeSet::new()))
    }

    pub fn has(self, piece: Piece) -> bool {
        self.0.look(|picks| picks.contains(&piece))
    }

    pub fn is_empty(self) -> bool {
        self.0.look(BTreeSet::is_empty)
    }

    pub fn set(self, pieces: &[Piece], picked: bool) {
        self.0.update(|picks| {
            for piece in pieces {
                match picked {
                    true => picks.insert(*piece),
                    false => picks.remove(piece),
                };
            }
        });
    }

    /// Of these sessions; what was ticked and is gone since goes nowhere.
    pub fn picked(self, sessions: &[Arc<Session>]) -> Picked {
        self.0.glance(|picks| {
            let has = |piece: Piece| picks.contains(&piece);
            let session = |session: &Arc<Session>| {
                let moments = session.moments.iter().map(|it| moment(session.id, it, &has));
                let moments: Vec<_> = moments.flatten().collect();
                let summary = has(Piece::Summary(session.id));
                (summary || !moments.is_empty()).then_some(PickedSession {
                    id: session.id,
                    summary,
                    moments,
                })
            };
            Picked { sessions: sessions.iter().filter_map(session).collect() }
        })
    }
}

fn moment(
    session: SessionId,
    moment: &Moment,
    has: &impl Fn(Piece) -> bool,
) -> Option<PickedMoment> {
    let spot = (session, moment.id);
    let items = moment.items.iter().map(|item| item.id());
    let picked = PickedMoment {
        id: moment.id,
        label: has(Piece::Label(spot)),
        area: has(Piece::Area(spot)),
        hands: has(Piece::Hands(spot)),
        items: items.filter(|item| has(Piece::Item(spot, *item))).collect(),
    };
    let is_some = picked.label || picked.area || picked.hands || !picked.items.is_empty();
    is_some.then_some(picked)
}

/// Everything of a moment that can be picked, in the order in which it is shown.
pub fn pieces_of(session: SessionId, moment: &Moment) -> Vec<Piece> {
    let spot = (session, moment.id);
    let mut pieces = Vec::new();
    pieces.extend(moment.label.as_ref().map(|_| Piece::Label(spot)));
    pieces.extend(moment.area.as_ref().map(|_| Piece::Area(spot)));
    pieces.extend(moment.items.iter().map(|item| Piece::Item(spot, item.id())));
    pieces.extend(moment.hands.map(|_| Piece::Hands(spot)));
    pieces
}

/// The same of a whole session.
pub fn all_pieces(session: &Session) -> Vec<Piece> {
    let moments = session.moments.iter().flat_map(|it| pieces_of(session.id, it));
    let summary = (!session.summary.is_empty()).then_some(Piece::Summary(session.id));
    moments.chain(summary).collect()
}
