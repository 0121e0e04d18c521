//! The one gate from a file of a conversation into values: what passes is whole, and what does not says where.
//! Never drops a word it does not know: an unknown id is kept by name.

use std::sync::Arc;

use super::wire::{File, Frame, Guess, Item, Looked, Named, Placed, Ready, Reply, Request, Side};
use super::{Said, SaidFrame, SaidRound, SharedItem, SharedSide, SharedWords, Statement, wire};
use crate::domain::{
    self, ConversationId, MomentId, NeedWord, PersonId, PlacedNeed, RequestId, Round, SecretKey,
    Standing,
};
use crate::exchange::Refused;
use crate::exchange::wire::gate::{
    Taken, behaviour, each, felt, line, listed, need, need_word, own_words,
};
use crate::vocabulary::Area;

pub(super) fn file(json: &[u8]) -> Taken<(Statement, Option<SecretKey>)> {
    let file: File = serde_json::from_slice(json)?;
    let statement = Statement {
        conversation: ConversationId(file.conversation.0),
        made_on: file.made_on.0,
        made_by: line("made_by", &file.made_by)?,
        frame: frame(file.frame).map_err(|it| it.within("frame"))?,
        said: each("said", file.said, said)?,
    };
    Ok((statement, file.secret.and_then(|it| SecretKey::written(it.0))))
}

fn frame(wire: Frame) -> Taken<SaidFrame> {
    Ok(SaidFrame {
        revision: wire.revision,
        begun_on: wire.begun_on.0,
        topic: wire.topic.map(|it| line("topic", &it)).transpose()?,
        relation: wire.relation.map(Into::into),
        opening: wire.opening.map(|it| line("opening", &it)).transpose()?,
        areas: wire.areas.into_iter().map(|it| listed(it, Area::from_id)).collect(),
        people: each("people", wire.people, named)?,
    })
}

fn named(wire: Named) -> Taken<super::Named> {
    Ok(super::Named {
        id: PersonId(wire.id.0),
        code: line("code", &wire.code)?,
        since: wire.since,
        released: wire.released,
    })
}

fn said(wire: wire::Said) -> Taken<Said> {
    Ok(Said {
        id: PersonId(wire.person.0),
        revision: wire.revision,
        since: wire.since,
        left: wire.left,
        own_words: own_words(wire.own_words)?,
        rounds: each("rounds", wire.rounds, ready)?,
        requests: each("requests", wire.requests, |it| request(it).map(Arc::new))?,
        replies: each("replies", wire.replies, reply)?,
    })
}

fn ready(wire: Ready) -> Taken<SaidRound> {
    let words = wire.words.map(words).transpose().map_err(|it| it.within("words"))?;
    Ok(SaidRound { round: wire.round, words })
}

fn words(wire: wire::Words) -> Taken<SharedWords> {
    Ok(SharedWords {
        mine: side(wire.mine).map_err(|it| it.within("mine"))?,
        guesses: each("guesses", wire.guesses, guess)?,
    })
}

fn guess(wire: Guess) -> Taken<(PersonId, SharedSide)> {
    Ok((PersonId(wire.about.0), side(wire.side).map_err(|it| it.within("side"))?))
}

fn side(wire: Side) -> Taken<SharedSide> {
    Ok(SharedSide {
        id: MomentId(wire.id.0),
        label: wire.label.map(|it| line("label", &it)).transpose()?,
        area: wire.area.map(|it| listed(it, Area::from_id)),
        hands: wire.hands.map(Into::into),
        items: each("items", wire.items, item)?,
    })
}

fn item(wire: Item) -> Taken<SharedItem> {
    Ok(match wire {
        Item::Feeling(it) => SharedItem::Felt(felt(it)?),
        Item::Need(it) => SharedItem::Need(need(it)?),
        Item::Behaviour(it) => SharedItem::Behaviour(behaviour(it)?),
        Item::Choice(it) => SharedItem::Choice(it.try_into()?),
    })
}

fn request(wire: Request) -> Taken<domain::Request> {
    Ok(domain::Request {
        id: RequestId(wire.id.0),
        round: wire.round,
        text: line("text", &wire.text)?,
        effects: each("effects", wire.effects, placed)?,
    })
}

fn placed(wire: Placed) -> Taken<PlacedNeed> {
    let need = need_word(wire.word)?;
    Ok(PlacedNeed { whose: PersonId(wire.whose.0), need, kind: wire.effect.into() })
}

fn reply(wire: Reply) -> Taken<domain::Reply> {
    Ok(domain::Reply {
        request: RequestId(wire.request.0),
        agreement: wire.agreement.into(),
        turned_out: each("turned_out", wire.turned_out, looked)?,
    })
}

fn looked(wire: Looked) -> Taken<(NeedWord, Standing, Round)> {
    match wire.standing.into() {
        // Not said takes it back, so there is nothing to write.
        Standing::NotSaid => Err(Refused::here().within("standing")),
        standing => Ok((need_word(wire.word)?, standing, wire.round)),
    }
}
