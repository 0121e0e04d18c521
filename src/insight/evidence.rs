//! What a need rests on: the moments, feelings, judgements, areas and sessions that speak of it.
//! Never says how much: that is `weighing`'s.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::reading::{ReadMoment, Sign, Spot};
use super::weighing::{Account, Weighing};
use crate::domain::{AreaName, KnownBy, NeedWord, SessionId};
use crate::order;

/// A link weaker than this says nothing worth showing, whatever it adds up to.
const FAINTEST: f32 = 0.1;

/// How a need has come up.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Naming {
    /// Only pointed at, by feelings and judgements.
    NotYet,
    /// Only the listener's guess so far.
    OnlyGuessed,
    Named,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Evidence {
    pub naming: Naming,
    /// Newest first; never empty.
    pub moments: Vec<Spot>,
    /// What points to it; most moments first.
    pub signs: Vec<SignSeen>,
    /// Most moments first.
    pub areas: Vec<(AreaName, Vec<Spot>)>,
    /// Newest first.
    pub sessions: Vec<SessionId>,
    /// Sessions in all, with or without it.
    pub of_sessions: usize,
}

/// A feeling or judgement that points to a need.
#[derive(Clone, PartialEq, Debug)]
pub struct SignSeen {
    pub sign: Sign,
    /// Newest first; never empty.
    pub moments: Vec<Spot>,
    /// Where the person's own history made the link stronger: in how many moments with the sign the need was named, and of how many.
    pub history: Option<(u32, u32)>,
}

/// `None` where nothing speaks of it.
pub fn evidence(weighing: &Weighing, need: &NeedWord) -> Option<Evidence> {
    let (number, account) = weighing.account(need).filter(|(_, it)| !it.witnesses.is_empty())?;
    let reading = &weighing.reading;
    let mut moments: Vec<&ReadMoment> =
        account.witnesses.iter().map(|it| &reading.moments[it.moment]).collect();
    order::sort_by_key(&mut moments, |moment| Reverse((moment.day, moment.spot)));
    let mut signs: BTreeMap<usize, SignSeen> = BTreeMap::new();
    let mut areas: BTreeMap<&AreaName, Vec<Spot>> = BTreeMap::new();
    let mut sessions: Vec<SessionId> = Vec::new();
    for moment in &moments {
        if sessions.last() != Some(&moment.spot.0) {
            sessions.push(moment.spot.0);
        }
        if let Some(area) = &moment.moment.area {
            areas.entry(area).or_default().push(moment.spot);
        }
        for (sign, _) in reading.signs(moment) {
            add_sign(&mut signs, weighing, number, *sign, moment.spot);
        }
    }
    let areas = areas.into_iter().map(|(area, spots)| (area.clone(), spots));
    Some(Evidence {
        naming: naming(weighing, number, account),
        moments: moments.iter().map(|moment| moment.spot).collect(),
        signs: most_first(signs.into_values().collect(), |seen| seen.moments.len()),
        areas: most_first(areas.collect(), |(_, spots)| spots.len()),
        sessions,
        of_sessions: reading.sessions,
    })
}

fn add_sign(
    signs: &mut BTreeMap<usize, SignSeen>,
    weighing: &Weighing,
    need: usize,
    sign: usize,
    spot: Spot,
) {
    let Some(link) = weighing.links.find(sign, need).filter(|it| it.strength >= FAINTEST) else {
        return;
    };
    let Some(name) = weighing.reading.numbering.sign(sign) else { return };
    let fresh = || SignSeen { sign: name, moments: Vec::new(), history: link.history };
    signs.entry(sign).or_insert_with(fresh).moments.push(spot);
}

/// Of equal ones, the first in their own order.
fn most_first<T>(mut items: Vec<T>, count: impl Fn(&T) -> usize) -> Vec<T> {
    order::sort_by_key(&mut items, |item| Reverse(count(item)));
    items
}

/// By its best mark, however the need stands in it.
pub fn naming(weighing: &Weighing, need: usize, account: &Account) -> Naming {
    let reading = &weighing.reading;
    let marks = account.moments().flat_map(|at| reading.marks(&reading.moments[at]));
    let of_need = marks.filter(|mark| mark.need == need);
    let naming = of_need.map(|mark| match mark.known_by {
        KnownBy::Guessed => Naming::OnlyGuessed,
        KnownBy::Said | KnownBy::Seen | KnownBy::Confirmed => Naming::Named,
    });
    naming.max().unwrap_or(Naming::NotYet)
}
