//! An invitation to hand something over, in versions of the file from 3 on: in by `invitation`, out by `of`.
//! Never asks whether its keys belong together: what opens with them will show.

use serde::{Deserialize, Serialize};

use super::gate::{self, Taken, listed};
use super::leaf::{HexKey, IsoDay};
use super::{Listed, out};
use crate::domain::{self, PublicKey, SecretKey};
use crate::vocabulary::{Area, Need};

#[derive(Serialize, Deserialize)]
pub(in crate::exchange) struct Invitation<'a> {
    secret: HexKey,
    public: HexKey,
    made_on: IsoDay,
    #[serde(borrow)]
    asks: Vec<Ask<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Ask<'a> {
    #[serde(borrow)]
    Area(Listed<'a>),
    #[serde(borrow)]
    Need(Listed<'a>),
    #[serde(borrow)]
    Question(Listed<'a>),
}

pub(in crate::exchange) fn of(it: &domain::Invitation) -> Invitation<'_> {
    Invitation {
        secret: HexKey(it.secret.as_ref().map_or([0; 32], |it| *it.bytes())),
        public: HexKey(it.public.0),
        made_on: IsoDay(it.made_on),
        asks: it.asks.iter().map(ask_of).collect(),
    }
}

fn ask_of(it: &domain::Ask) -> Ask<'_> {
    match it {
        domain::Ask::Area(area) => Ask::Area(out::listed(area, Area::id, Area::name)),
        domain::Ask::Need(need) => Ask::Need(out::listed(need, Need::id, Need::name)),
        domain::Ask::Question(need) => Ask::Question(out::listed(need, Need::id, Need::name)),
    }
}

pub(in crate::exchange) fn invitation(wire: Invitation) -> Taken<domain::Invitation> {
    Ok(domain::Invitation {
        secret: SecretKey::written(wire.secret.0),
        public: PublicKey(wire.public.0),
        made_on: wire.made_on.0,
        asks: gate::each("asks", wire.asks, ask)?,
    })
}

fn ask(wire: Ask) -> Taken<domain::Ask> {
    Ok(match wire {
        Ask::Area(it) => domain::Ask::Area(listed(it, Area::from_id)),
        Ask::Need(it) => domain::Ask::Need(listed(it, Need::from_id)),
        Ask::Question(it) => domain::Ask::Question(listed(it, Need::from_id)),
    })
}
