//! What a need rests on: the moments, feelings, judgements, areas and sessions that speak of it.
//! Never says how much: that is `weighing`'s.

use std::collections::BTreeMap;

use super::reading::{Sign, Spot};
use super::weighing::{Account, Weighing};
use crate::domain::{AreaName, KnownBy, NeedWord, SessionId};
use crate::order;

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
    let account = weighing.accounts.get(need).filter(|it| !it.witnesses.is_empty())?;
    let mut moments = Vec::new();
    let mut signs: BTreeMap<Sign, SignSeen> = BTreeMap::new();
    let mut areas: BTreeMap<AreaName, Vec<Spot>> = BTreeMap::new();
    let mut sessions: Vec<SessionId> = Vec::new();
    for witness in account.witnesses.iter().rev() {
        let moment = &weighing.reading.moments[witness.moment];
        moments.push(moment.spot);
        if sessions.last() != Some(&moment.spot.0) {
            sessions.push(moment.spot.0);
        }
        if let Some(area) = &moment.moment.area {
            areas.entry(area.clone()).or_default().push(moment.spot);
        }
        for (sign, _) in &moment.signs {
            let Some(link) = weighing.links.find(sign, need) else { continue };
            let fresh =
                || SignSeen { sign: sign.clone(), moments: Vec::new(), history: link.history };
            signs.entry(sign.clone()).or_insert_with(fresh).moments.push(moment.spot);
        }
    }
    Some(Evidence {
        naming: naming(weighing, account, need),
        moments,
        signs: most_first(signs.into_values().collect(), |seen| seen.moments.len()),
        areas: most_first(areas.into_iter().collect(), |(_, spots)| spots.len()),
        sessions,
        of_sessions: weighing.reading.sessions,
    })
}

/// Of equal ones, the first in their own order.
fn most_first<T>(mut items: Vec<T>, count: impl Fn(&T) -> usize) -> Vec<T> {
    order::sort_by_key(&mut items, |item| std::cmp::Reverse(count(item)));
    items
}

/// By its best mark, however the need stands in it.
pub fn naming(weighing: &Weighing, account: &Account, need: &NeedWord) -> Naming {
    let marks = account.moments().flat_map(|at| &weighing.reading.moments[at].marks);
    let of_need = marks.filter(|mark| mark.need == *need);
    let naming = of_need.map(|mark| match mark.known_by {
        KnownBy::Guessed => Naming::OnlyGuessed,
        KnownBy::Said | KnownBy::Seen | KnownBy::Confirmed => Naming::Named,
    });
    naming.max().unwrap_or(Naming::NotYet)
}
