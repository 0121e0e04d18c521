//! A change at work in version 4 of the file, with its groups and what is planned: in by `change`, out by `of`.
//! Never says who said what: it is not known.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::counted::{self, Counted};
use crate::domain::{self, ChangeId, ChangeMap, GroupId, MeasureId};
use crate::exchange::wire::gate::{self, Taken};
use crate::exchange::wire::invitation::{self, Invitation};
use crate::exchange::wire::leaf::{Hands, Hex, IsoDay, TouchKind};
use crate::exchange::wire::out::listed;
use crate::exchange::wire::{Listed, Text};
use crate::vocabulary::{Feeling, Judgement, Need};

#[derive(Serialize, Deserialize)]
pub(super) struct Change<'a> {
    id: Hex,
    begun_on: IsoDay,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    sentence: Option<Text<'a>>,
    #[serde(borrow)]
    groups: Vec<Group<'a>>,
    #[serde(borrow)]
    measures: Vec<Measure<'a>>,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    invitation: Option<Invitation<'a>>,
}

#[derive(Serialize, Deserialize)]
struct Group<'a> {
    id: Hex,
    #[serde(borrow)]
    name: Text<'a>,
    #[serde(borrow)]
    touches: Vec<Touch<'a>>,
    #[serde(borrow)]
    in_hands: Vec<InHands<'a>>,
    #[serde(borrow)]
    feelings: Vec<Listed<'a>>,
    #[serde(borrow)]
    judgements: Vec<Listed<'a>>,
    #[serde(borrow)]
    counted: Counted<'a>,
}

#[derive(Serialize, Deserialize)]
struct Touch<'a> {
    #[serde(borrow)]
    need: Listed<'a>,
    effect: TouchKind,
    #[serde(deserialize_with = "Option::deserialize")]
    hands: Option<Hands>,
}

#[derive(Serialize, Deserialize)]
struct InHands<'a> {
    #[serde(borrow)]
    text: Text<'a>,
    hands: Hands,
}

#[derive(Serialize, Deserialize)]
struct Measure<'a> {
    id: Hex,
    #[serde(borrow)]
    text: Text<'a>,
    #[serde(borrow)]
    answers: Vec<Answered<'a>>,
}

#[derive(Serialize, Deserialize)]
struct Answered<'a> {
    group: Hex,
    #[serde(borrow)]
    need: Listed<'a>,
}

fn of_need(need: &domain::Listed<Need>) -> Listed<'_> {
    listed(need, Need::id, Need::name)
}

pub(super) fn of(it: &ChangeMap) -> Change<'_> {
    Change {
        id: Hex(it.id.0),
        begun_on: IsoDay(it.begun_on),
        sentence: it.sentence.as_ref().map(|it| Text::Borrowed(it.as_str())),
        groups: it.groups.iter().map(|it| of_group(it)).collect(),
        measures: it.measures.iter().map(of_measure).collect(),
        invitation: it.invitation.as_deref().map(invitation::of),
    }
}

fn of_group(it: &domain::Group) -> Group<'_> {
    let touches = it.touches.iter().map(|it| Touch {
        need: of_need(&it.need),
        effect: it.kind.into(),
        hands: it.hands.map(Into::into),
    });
    let in_hands = it
        .in_hands
        .iter()
        .map(|it| InHands { text: Text::Borrowed(it.text.as_str()), hands: it.hands.into() });
    let judgements = it.judgements.iter();
    Group {
        id: Hex(it.id.0),
        name: Text::Borrowed(it.name.as_str()),
        touches: touches.collect(),
        in_hands: in_hands.collect(),
        feelings: it.feelings.iter().map(|it| listed(it, Feeling::id, Feeling::name)).collect(),
        judgements: judgements.map(|it| listed(it, Judgement::id, Judgement::name)).collect(),
        counted: counted::of(&it.counted),
    }
}

fn of_measure(it: &domain::Measure) -> Measure<'_> {
    let answers = it.answers.iter();
    let answers =
        answers.map(|(group, need)| Answered { group: Hex(group.0), need: of_need(need) });
    Measure { id: Hex(it.id.0), text: Text::Borrowed(it.text.as_str()), answers: answers.collect() }
}

pub(super) fn change(wire: Change) -> Taken<ChangeMap> {
    let invitation = wire.invitation.map(invitation::invitation).transpose();
    let invitation = invitation.map_err(|fault| fault.within("invitation"))?;
    Ok(ChangeMap {
        sentence: wire.sentence.map(|it| gate::line("sentence", &it)).transpose()?,
        groups: gate::each("groups", wire.groups, |it| group(it).map(Arc::new))?,
        measures: gate::each("measures", wire.measures, measure)?,
        invitation: invitation.map(Arc::new),
        ..ChangeMap::new(ChangeId(wire.id.0), wire.begun_on.0)
    })
}

fn group(wire: Group) -> Taken<domain::Group> {
    let touch = |it: Touch| domain::Touch {
        need: gate::listed(it.need, Need::from_id),
        kind: it.effect.into(),
        hands: it.hands.map(Into::into),
    };
    let in_hands = |it: InHands| {
        Ok(domain::InHands { text: gate::line("text", &it.text)?, hands: it.hands.into() })
    };
    let judgements = wire.judgements.into_iter();
    Ok(domain::Group {
        id: GroupId(wire.id.0),
        name: gate::line("name", &wire.name)?,
        touches: wire.touches.into_iter().map(touch).collect(),
        in_hands: gate::each("in_hands", wire.in_hands, in_hands)?,
        feelings: wire.feelings.into_iter().map(|it| gate::listed(it, Feeling::from_id)).collect(),
        judgements: judgements.map(|it| gate::listed(it, Judgement::from_id)).collect(),
        counted: counted::counted(wire.counted).map_err(|fault| fault.within("counted"))?,
    })
}

fn measure(wire: Measure) -> Taken<domain::Measure> {
    let answers = wire.answers.into_iter();
    let answers = answers.map(|it| (GroupId(it.group.0), gate::listed(it.need, Need::from_id)));
    Ok(domain::Measure {
        id: MeasureId(wire.id.0),
        text: gate::line("text", &wire.text)?,
        answers: answers.collect(),
    })
}
