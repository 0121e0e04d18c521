//! The order of groups, after what the moment lacks and points to, and how many rows each may show.
//! Finds nothing itself.

use super::matches::{Match, points_here};
use super::{Group, MOST_IN_ALL, MOST_OF_A_GROUP, Offer, OfferGroup, OfferRow, Suffix, Why};
use crate::domain::{Moment, Naming};
use crate::insight::suggest::suggest;
use crate::order;
use crate::vocabulary::Area;

/// Which group comes first among equally good ones: what the suffix asks for, then what the moment lacks.
pub fn first_groups(suffix: Option<Suffix>, moment: Option<&Moment>) -> [Group; 4] {
    use Group::{Areas, Feelings, Judgements, Needs};
    let felt = moment.is_some_and(|it| it.felt().next().is_some());
    let needed = moment.is_some_and(|it| it.needs().next().is_some());
    let placed = moment.is_some_and(|it| it.area.is_some());
    let mut groups = match (felt, needed, placed) {
        (false, ..) => [Feelings, Needs, Areas, Judgements],
        (true, false, false) => [Needs, Areas, Feelings, Judgements],
        (true, false, true) => [Needs, Feelings, Judgements, Areas],
        (true, true, false) => [Areas, Feelings, Needs, Judgements],
        (true, true, true) => [Feelings, Needs, Judgements, Areas],
    };
    let asked = suffix.map(|suffix| match suffix {
        Suffix::Strength(_) => Feelings,
        Suffix::Standing(_) => Needs,
    });
    // Stable: what is not asked for keeps its order.
    order::sort_by_key(&mut groups, |group| Some(*group) != asked);
    groups
}

/// Puts matches, best first, into their groups, the group with the best match first.
pub fn groups(found: Vec<Match>, first: [Group; 4]) -> Vec<OfferGroup> {
    let best = |group: Group| found.iter().find(|it| it.group == group).map(|it| it.rank.tier);
    let mut ranked: Vec<(u8, Group)> =
        first.into_iter().filter_map(|group| Some((best(group)?, group))).collect();
    order::sort_by_key(&mut ranked, |(tier, _)| *tier);
    let mut groups: Vec<OfferGroup> = ranked
        .into_iter()
        .map(|(_, group)| OfferGroup { group, rows: Vec::with_capacity(MOST_OF_A_GROUP) })
        .collect();
    for it in found {
        let of_its_kind = groups.iter_mut().find(|group| group.group == it.group);
        if let Some(group) = of_its_kind.filter(|group| group.rows.len() < MOST_OF_A_GROUP) {
            group.rows.push(it.row);
        }
    }
    let mut room = MOST_IN_ALL;
    for group in &mut groups {
        group.rows.truncate(room);
        room -= group.rows.len();
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

/// For an empty line: the needs the moment points to, and all areas where it has none.
pub fn could_come_next(moment: Option<&Moment>) -> Vec<OfferGroup> {
    let suggested = moment.map(suggest).unwrap_or_default();
    let needs = suggested.iter().take(MOST_OF_A_GROUP).map(|it| OfferRow {
        offer: Offer::Need(Naming::Known(it.need)),
        text: it.need.name().to_owned(),
        bold: 0..0,
        why: points_here(it),
    });
    let areas = Area::all().filter(|_| moment.is_none_or(|it| it.area.is_none()));
    let areas = areas.map(|area| OfferRow {
        offer: Offer::Area(area),
        text: area.name().to_owned(),
        bold: 0..0,
        why: Why::Definition(area.covers()),
    });
    let mut groups = vec![
        OfferGroup { group: Group::Suggested, rows: needs.collect() },
        OfferGroup { group: Group::Areas, rows: areas.collect() },
    ];
    groups.retain(|group| !group.rows.is_empty());
    groups
}
