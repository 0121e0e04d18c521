//! Version 1 of one who takes part in a conversation: who they are there, what they ask for, and what they say to requests.
//! Never holds a sheet: a letter typed into one is not to write all of this again.

use serde::{Deserialize, Serialize};

use super::gate::{self, has_twice, line_of, naming, word_of};
use super::{OwnWord, Unreadable, Word, numbers};
use crate::domain::{
    self, Conversation, Kind, Person, PersonId, RequestId, Round, Sign, ToldSoFar,
};
use crate::vocabulary::Need;

#[derive(Serialize, Deserialize)]
pub(super) struct Participant<'a> {
    code: &'a str,
    #[serde(borrow)]
    own_words: Vec<OwnWord<'a>>,
    is_here: bool,
    revision: u32,
    sign: Option<u32>,
    since: u16,
    left: Option<u16>,
    #[serde(borrow)]
    requests: Vec<Request<'a>>,
    #[serde(borrow)]
    replies: Vec<Reply<'a>>,
    /// 0 for one who was taken out.
    released: Option<u16>,
    told_until: u16,
    told_checksum: u32,
}

#[derive(Serialize, Deserialize)]
struct Request<'a> {
    id: [u8; 8],
    round: u16,
    text: &'a str,
    #[serde(borrow)]
    effects: Vec<PlacedNeed<'a>>,
}

#[derive(Serialize, Deserialize)]
struct PlacedNeed<'a> {
    whose: [u8; 8],
    #[serde(borrow)]
    need: Word<'a>,
    kind: u8,
}

#[derive(Serialize, Deserialize)]
struct Reply<'a> {
    request: [u8; 8],
    agreement: u8,
    #[serde(borrow)]
    turned_out: Vec<TurnedOut<'a>>,
}

#[derive(Serialize, Deserialize)]
struct TurnedOut<'a> {
    #[serde(borrow)]
    need: Word<'a>,
    standing: u8,
    round: u16,
}

pub(super) fn of(it: &domain::Participant) -> Participant<'_> {
    Participant {
        code: it.person.code.as_str(),
        own_words: it.person.own_words.iter().map(OwnWord::from).collect(),
        is_here: it.is_here,
        revision: it.revision,
        sign: it.sign.map(|sign| sign.0),
        since: it.since,
        left: it.left,
        requests: it.requests.iter().map(|it| of_request(it)).collect(),
        replies: it.replies.iter().map(of_reply).collect(),
        released: it.released,
        told_until: it.told.until,
        told_checksum: it.told.checksum,
    }
}

fn of_request(it: &domain::Request) -> Request<'_> {
    let effects = it.effects.iter().map(|effect| PlacedNeed {
        whose: effect.whose.0,
        need: word_of(&effect.need, Need::id),
        kind: numbers::of_effect_kind(effect.kind),
    });
    Request { id: it.id.0, round: it.round, text: line_of(&it.text), effects: effects.collect() }
}

fn of_reply(it: &domain::Reply) -> Reply<'_> {
    let turned_out = it.turned_out.iter().map(|(need, standing, round)| TurnedOut {
        need: word_of(need, Need::id),
        standing: numbers::of_standing(*standing),
        round: *round,
    });
    Reply {
        request: it.request.0,
        agreement: numbers::of_agreement(it.agreement),
        turned_out: turned_out.collect(),
    }
}

/// Without sheets.
pub(super) fn participant(
    id: PersonId,
    wire: Participant,
) -> Result<domain::Participant, Unreadable> {
    let own_words = wire.own_words.into_iter().map(domain::OwnWord::try_from);
    let own_words = own_words.collect::<Result<_, _>>()?;
    let person = Person { own_words, ..Person::new(id, Kind::Participant, gate::line(wire.code)?) };
    let requests = gate::at_most(wire.requests, Conversation::MOST_REQUESTS)?;
    let replies = gate::at_most(wire.replies, Conversation::MOST_REPLIES)?;
    if has_twice(requests.iter().map(|it| it.id)) || has_twice(replies.iter().map(|it| it.request))
    {
        return Err(Unreadable::Damaged);
    }
    let requests = requests.into_iter().map(|it| request(it).map(Into::into));
    Ok(domain::Participant {
        is_here: wire.is_here,
        revision: wire.revision,
        sign: wire.sign.map(Sign),
        left: wire.left.map(gate::round).transpose()?,
        released: wire.released.map(round_or_none).transpose()?,
        told: ToldSoFar { until: round_or_none(wire.told_until)?, checksum: wire.told_checksum },
        requests: requests.collect::<Result<_, _>>()?,
        replies: replies.into_iter().map(reply).collect::<Result<_, _>>()?,
        ..domain::Participant::new(person, gate::round(wire.since)?)
    })
}

/// 0 stands for none.
fn round_or_none(number: Round) -> Result<Round, Unreadable> {
    if number == 0 { Ok(number) } else { gate::round(number) }
}

fn request(wire: Request) -> Result<domain::Request, Unreadable> {
    let effects = wire.effects.into_iter().map(placed);
    let effects = effects.collect::<Result<Vec<_>, _>>()?;
    if has_twice(effects.iter().map(|it| (it.whose, &it.need))) {
        return Err(Unreadable::Damaged);
    }
    Ok(domain::Request {
        id: RequestId(wire.id),
        round: gate::round(wire.round)?,
        text: gate::line(wire.text)?,
        effects,
    })
}

fn placed(wire: PlacedNeed) -> Result<domain::PlacedNeed, Unreadable> {
    Ok(domain::PlacedNeed {
        whose: PersonId(wire.whose),
        need: naming(wire.need, Need::from_id)?,
        kind: numbers::effect_kind(wire.kind)?,
    })
}

fn reply(wire: Reply) -> Result<domain::Reply, Unreadable> {
    let turned_out = wire.turned_out.into_iter().map(|it| {
        let need = naming(it.need, Need::from_id)?;
        Ok((need, numbers::standing(it.standing)?, gate::round(it.round)?))
    });
    let turned_out = turned_out.collect::<Result<Vec<_>, Unreadable>>()?;
    if has_twice(turned_out.iter().map(|(need, ..)| need)) {
        return Err(Unreadable::Damaged);
    }
    let agreement = numbers::agreement(wire.agreement)?;
    Ok(domain::Reply { request: RequestId(wire.request), agreement, turned_out })
}
