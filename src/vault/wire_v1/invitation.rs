//! Version 1 of an invitation to hand something over, and of where a session came from that was handed over.
//! Never checks whether the two keys belong together: what opens with them will show.

use serde::{Deserialize, Serialize};

use super::gate::{self, id_of, listed};
use super::{Unreadable, numbers};
use crate::domain::{self, HandoverId, PublicKey, SecretKey};
use crate::vocabulary::{Area, Need};

#[derive(Serialize, Deserialize)]
pub(super) struct Invitation<'a> {
    secret: [u8; 32],
    public: [u8; 32],
    made_on: i32,
    #[serde(borrow)]
    asks: Vec<Ask<'a>>,
}

#[derive(Serialize, Deserialize)]
struct Ask<'a> {
    kind: u8,
    /// The vocabulary's id of an area or a need.
    id: &'a str,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Received {
    handover: [u8; 8],
    day: i32,
}

impl<'a> From<&'a domain::Invitation> for Invitation<'a> {
    fn from(it: &'a domain::Invitation) -> Self {
        Invitation {
            secret: it.secret.as_ref().map_or([0; 32], |it| *it.bytes()),
            public: it.public.0,
            made_on: it.made_on.number(),
            asks: it.asks.iter().map(Ask::from).collect(),
        }
    }
}

impl TryFrom<Invitation<'_>> for domain::Invitation {
    type Error = Unreadable;

    fn try_from(wire: Invitation) -> Result<Self, Unreadable> {
        let asks = wire.asks.into_iter().map(domain::Ask::try_from);
        Ok(domain::Invitation {
            secret: SecretKey::written(wire.secret),
            public: PublicKey(wire.public),
            made_on: gate::day(wire.made_on)?,
            asks: asks.collect::<Result<_, _>>()?,
        })
    }
}

impl<'a> From<&'a domain::Ask> for Ask<'a> {
    fn from(it: &'a domain::Ask) -> Self {
        let id = match it {
            domain::Ask::Area(area) => id_of(area, Area::id),
            domain::Ask::Need(need) | domain::Ask::Question(need) => id_of(need, Need::id),
        };
        Ask { kind: numbers::of_ask(it), id }
    }
}

impl TryFrom<Ask<'_>> for domain::Ask {
    type Error = Unreadable;

    fn try_from(wire: Ask) -> Result<Self, Unreadable> {
        Ok(match numbers::ask(wire.kind)? {
            numbers::AskKind::Area => domain::Ask::Area(listed(wire.id, Area::from_id)),
            numbers::AskKind::Need => domain::Ask::Need(listed(wire.id, Need::from_id)),
            numbers::AskKind::Question => domain::Ask::Question(listed(wire.id, Need::from_id)),
        })
    }
}

impl From<domain::Received> for Received {
    fn from(it: domain::Received) -> Self {
        Received { handover: it.handover.0, day: it.day.number() }
    }
}

impl TryFrom<Received> for domain::Received {
    type Error = Unreadable;

    fn try_from(wire: Received) -> Result<Self, Unreadable> {
        Ok(domain::Received { handover: HandoverId(wire.handover), day: gate::day(wire.day)? })
    }
}
