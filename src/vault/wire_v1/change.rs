//! Version 1 of a change at work: its front with what is planned, and each group it touches.
//! Never holds what was counted: that is a record of its own, for it is long and seldom changes.

use serde::{Deserialize, Serialize};

use super::gate::{self, has_twice, id_of, line_of, listed};
use super::invitation::Invitation;
use super::{Unreadable, numbers};
use crate::domain::{self, ChangeId, ChangeMap, Counted, GroupId, MeasureId};
use crate::vocabulary::{Feeling, Judgement, Need};

#[derive(Serialize, Deserialize)]
pub(super) struct Change<'a> {
    id: [u8; 8],
    begun_on: i32,
    sentence: Option<&'a str>,
    groups: Vec<[u8; 8]>,
    #[serde(borrow)]
    measures: Vec<Measure<'a>>,
    #[serde(borrow)]
    invitation: Option<Invitation<'a>>,
}

#[derive(Serialize, Deserialize)]
struct Measure<'a> {
    id: [u8; 8],
    text: &'a str,
    /// Of which group which need.
    #[serde(borrow)]
    answers: Vec<([u8; 8], &'a str)>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Group<'a> {
    name: &'a str,
    #[serde(borrow)]
    touches: Vec<Touch<'a>>,
    #[serde(borrow)]
    in_hands: Vec<InHands<'a>>,
    #[serde(borrow)]
    feelings: Vec<&'a str>,
    #[serde(borrow)]
    judgements: Vec<&'a str>,
}

#[derive(Serialize, Deserialize)]
struct Touch<'a> {
    need: &'a str,
    kind: u8,
    hands: u8,
}

#[derive(Serialize, Deserialize)]
struct InHands<'a> {
    text: &'a str,
    hands: u8,
}

pub(super) fn of<'a>(it: &'a ChangeMap, order: &[GroupId]) -> Change<'a> {
    Change {
        id: it.id.0,
        begun_on: it.begun_on.number(),
        sentence: it.sentence.as_ref().map(line_of),
        groups: order.iter().map(|id| id.0).collect(),
        measures: it.measures.iter().map(of_measure).collect(),
        invitation: it.invitation.as_deref().map(Invitation::from),
    }
}

fn of_measure(it: &domain::Measure) -> Measure<'_> {
    let answers = it.answers.iter().map(|(group, need)| (group.0, id_of(need, Need::id)));
    Measure { id: it.id.0, text: line_of(&it.text), answers: answers.collect() }
}

pub(super) fn of_group(it: &domain::Group) -> Group<'_> {
    let touches = it.touches.iter().map(|it| Touch {
        need: id_of(&it.need, Need::id),
        kind: numbers::of_touch_kind(it.kind),
        hands: numbers::of_hands(it.hands),
    });
    let in_hands = it
        .in_hands
        .iter()
        .map(|it| InHands { text: line_of(&it.text), hands: numbers::of_hands(Some(it.hands)) });
    Group {
        name: it.name.as_str(),
        touches: touches.collect(),
        in_hands: in_hands.collect(),
        feelings: it.feelings.iter().map(|it| id_of(it, Feeling::id)).collect(),
        judgements: it.judgements.iter().map(|it| id_of(it, Judgement::id)).collect(),
    }
}

/// Without its groups, and their order.
pub(super) fn change(wire: Change) -> Result<(ChangeMap, Vec<GroupId>), Unreadable> {
    let order = gate::once(wire.groups, ChangeMap::MOST_GROUPS)?;
    let measures = gate::at_most(wire.measures, ChangeMap::MOST_MEASURES)?;
    if has_twice(measures.iter().map(|it| it.id)) {
        return Err(Unreadable::Damaged);
    }
    let invitation = wire.invitation.map(domain::Invitation::try_from).transpose()?;
    let change = ChangeMap {
        sentence: wire.sentence.map(gate::line).transpose()?,
        measures: measures.into_iter().map(measure).collect::<Result<_, _>>()?,
        invitation: invitation.map(Into::into),
        ..ChangeMap::new(ChangeId(wire.id), gate::day(wire.begun_on)?)
    };
    Ok((change, order.into_iter().map(GroupId).collect()))
}

fn measure(wire: Measure) -> Result<domain::Measure, Unreadable> {
    let answers = wire.answers.into_iter();
    let answers = answers.map(|(group, need)| (GroupId(group), listed(need, Need::from_id)));
    Ok(domain::Measure {
        id: MeasureId(wire.id),
        text: gate::line(wire.text)?,
        answers: answers.collect(),
    })
}

/// Without its counts.
pub(super) fn group(id: GroupId, wire: Group) -> Result<domain::Group, Unreadable> {
    let touches = wire.touches.into_iter().map(touch).collect::<Result<Vec<_>, _>>()?;
    if has_twice(touches.iter().map(|it| &it.need)) {
        return Err(Unreadable::Damaged);
    }
    let in_hands = wire.in_hands.into_iter().map(in_hands);
    let feelings = wire.feelings.into_iter().map(|id| listed(id, Feeling::from_id));
    let judgements = wire.judgements.into_iter().map(|id| listed(id, Judgement::from_id));
    Ok(domain::Group {
        id,
        name: gate::line(wire.name)?,
        touches,
        in_hands: in_hands.collect::<Result<_, _>>()?,
        feelings: feelings.collect(),
        judgements: judgements.collect(),
        counted: Counted::default(),
    })
}

fn touch(wire: Touch) -> Result<domain::Touch, Unreadable> {
    Ok(domain::Touch {
        need: listed(wire.need, Need::from_id),
        kind: numbers::touch_kind(wire.kind)?,
        hands: numbers::hands(wire.hands)?,
    })
}

fn in_hands(wire: InHands) -> Result<domain::InHands, Unreadable> {
    let hands = numbers::hands(wire.hands)?.ok_or(Unreadable::Damaged)?;
    Ok(domain::InHands { text: gate::line(wire.text)?, hands })
}
