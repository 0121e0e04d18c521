//! From what a device says to what stands in its files.
//! Never adds anything: what is not in the value is not in the file.

use std::borrow::Cow;

use super::wire::{
    File, Frame, Guess, Item, Looked, Named, Placed, Ready, Reply, Request, Side, VERSION, Words,
};
use super::{OPENING, Said, SaidFrame, SharedItem, SharedSide, SharedWords, Statement, wire};
use crate::domain::{self, SecretKey};
use crate::exchange::Refused;
use crate::exchange::wire::leaf::{Hex, HexKey, IsoDay};
use crate::exchange::wire::out::{
    OwnTexts, behaviour, choice, felt, listed, need, own_word, texts, word,
};
use crate::vocabulary::{Area, Need};

const ABOUT_OPENING: &str = "Opens a conversation on another device, made with Attune. Whoever has it can read every file of that conversation. Its document conversation-format.md says what each field means.";
const ABOUT_STATEMENT: &str = "What was shared in a conversation so far, made with Attune. Its document conversation-format.md says what each field means.";

pub(super) fn file(
    format: &'static str,
    statement: &Statement,
    secret: Option<&SecretKey>,
) -> Result<Vec<u8>, Refused> {
    let about = if format == OPENING { ABOUT_OPENING } else { ABOUT_STATEMENT };
    let file = File {
        format: Cow::Borrowed(format),
        version: VERSION,
        about: Cow::Borrowed(about),
        conversation: Hex(statement.conversation.0),
        made_on: IsoDay(statement.made_on),
        made_by: Cow::Borrowed(statement.made_by.as_str()),
        secret: secret.map(|it| HexKey(*it.bytes())),
        frame: frame(&statement.frame),
        said: statement.said.iter().map(said).collect(),
    };
    // These types have no value that JSON cannot say.
    serde_json::to_vec(&file).map_err(|_| Refused::TooLarge)
}

/// What is said of somebody, as bytes to compare: the same for the same on every device.
pub(super) fn bytes(it: &Said) -> Vec<u8> {
    serde_json::to_vec(&said(it)).unwrap_or_default()
}

pub(super) fn frame_bytes(it: &SaidFrame) -> Vec<u8> {
    serde_json::to_vec(&frame(it)).unwrap_or_default()
}

fn frame(frame: &SaidFrame) -> Frame<'_> {
    let people = frame.people.iter().map(|it| Named {
        id: Hex(it.id.0),
        code: Cow::Borrowed(it.code.as_str()),
        since: it.since,
        released: it.released,
    });
    Frame {
        revision: frame.revision,
        begun_on: IsoDay(frame.begun_on),
        topic: frame.topic.as_ref().map(|it| Cow::Borrowed(it.as_str())),
        relation: frame.relation.map(Into::into),
        opening: frame.opening.as_ref().map(|it| Cow::Borrowed(it.as_str())),
        areas: frame.areas.iter().map(|it| listed(it, Area::id, Area::name)).collect(),
        people: people.collect(),
    }
}

fn said(it: &Said) -> wire::Said<'_> {
    let own = texts(&it.own_words);
    let rounds = it
        .rounds
        .iter()
        .map(|it| Ready { round: it.round, words: it.words.as_ref().map(|it| words(it, &own)) });
    wire::Said {
        person: Hex(it.id.0),
        revision: it.revision,
        since: it.since,
        left: it.left,
        own_words: it.own_words.iter().map(own_word).collect(),
        rounds: rounds.collect(),
        requests: it.requests.iter().map(|it| request(it, &own)).collect(),
        replies: it.replies.iter().map(|it| reply(it, &own)).collect(),
    }
}

fn words<'a>(it: &'a SharedWords, own: &OwnTexts<'a>) -> Words<'a> {
    let guess = |(about, it): &'a (domain::PersonId, SharedSide)| Guess {
        about: Hex(about.0),
        side: side(it, own),
    };
    Words { mine: side(&it.mine, own), guesses: it.guesses.iter().map(guess).collect() }
}

fn side<'a>(it: &'a SharedSide, own: &OwnTexts<'a>) -> Side<'a> {
    Side {
        id: Hex(it.id.0),
        label: it.label.as_ref().map(|it| Cow::Borrowed(it.as_str())),
        area: it.area.as_ref().map(|it| listed(it, Area::id, Area::name)),
        hands: it.hands.map(Into::into),
        items: it.items.iter().map(|it| shared(it, own)).collect(),
    }
}

fn shared<'a>(it: &'a SharedItem, own: &OwnTexts<'a>) -> Item<'a> {
    match it {
        SharedItem::Felt(it) => Item::Feeling(felt(it, own)),
        SharedItem::Need(it) => Item::Need(need(it, own)),
        SharedItem::Behaviour(it) => Item::Behaviour(behaviour(it)),
        SharedItem::Choice(it) => Item::Choice(choice(it, own)),
    }
}

fn request<'a>(it: &'a domain::Request, own: &OwnTexts<'a>) -> Request<'a> {
    let effects = it.effects.iter().map(|it| Placed {
        whose: Hex(it.whose.0),
        word: word(&it.need, Need::id, Need::name, own),
        effect: it.kind.into(),
    });
    Request {
        id: Hex(it.id.0),
        round: it.round,
        text: Cow::Borrowed(it.text.as_str()),
        effects: effects.collect(),
    }
}

fn reply<'a>(it: &'a domain::Reply, own: &OwnTexts<'a>) -> Reply<'a> {
    let looked = it.turned_out.iter().map(|(need, standing, round)| Looked {
        word: word(need, Need::id, Need::name, own),
        standing: (*standing).into(),
        round: *round,
    });
    Reply {
        request: Hex(it.request.0),
        agreement: it.agreement.into(),
        turned_out: looked.collect(),
    }
}
