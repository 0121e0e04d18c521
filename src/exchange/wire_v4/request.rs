//! What participants ask for and say to it, in version 4 of the file: in by `request` and `reply`, out by `of` and `of_reply`.
//! Never counts who agrees.

use serde::{Deserialize, Serialize};

use crate::domain::{self, NeedWord, PersonId, RequestId, Round};
use crate::exchange::wire::gate::{self, Taken};
use crate::exchange::wire::leaf::{Agreement, EffectKind, Hex, Standing};
use crate::exchange::wire::out::{OwnTexts, need_word};
use crate::exchange::wire::{Text, Word};

#[derive(Serialize, Deserialize)]
pub(super) struct Request<'a> {
    id: Hex,
    round: u16,
    #[serde(borrow)]
    text: Text<'a>,
    #[serde(borrow)]
    effects: Vec<PlacedNeed<'a>>,
}

#[derive(Serialize, Deserialize)]
struct PlacedNeed<'a> {
    whose: Hex,
    #[serde(borrow)]
    word: Word<'a>,
    effect: EffectKind,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Reply<'a> {
    request: Hex,
    agreement: Agreement,
    #[serde(borrow)]
    turned_out: Vec<TurnedOut<'a>>,
}

#[derive(Serialize, Deserialize)]
struct TurnedOut<'a> {
    #[serde(borrow)]
    word: Word<'a>,
    standing: Standing,
    round: u16,
}

pub(super) fn of<'a>(it: &'a domain::Request, texts: &OwnTexts<'a>) -> Request<'a> {
    let effects = it.effects.iter().map(|it| PlacedNeed {
        whose: Hex(it.whose.0),
        word: need_word(&it.need, texts),
        effect: it.kind.into(),
    });
    Request {
        id: Hex(it.id.0),
        round: it.round,
        text: Text::Borrowed(it.text.as_str()),
        effects: effects.collect(),
    }
}

pub(super) fn of_reply<'a>(it: &'a domain::Reply, texts: &OwnTexts<'a>) -> Reply<'a> {
    let turned_out = it.turned_out.iter().map(|(need, standing, round)| TurnedOut {
        word: need_word(need, texts),
        standing: (*standing).into(),
        round: *round,
    });
    Reply {
        request: Hex(it.request.0),
        agreement: it.agreement.into(),
        turned_out: turned_out.collect(),
    }
}

pub(super) fn request(wire: Request) -> Taken<domain::Request> {
    Ok(domain::Request {
        id: RequestId(wire.id.0),
        round: wire.round,
        text: gate::line("text", &wire.text)?,
        effects: gate::each("effects", wire.effects, placed)?,
    })
}

fn placed(wire: PlacedNeed) -> Taken<domain::PlacedNeed> {
    Ok(domain::PlacedNeed {
        whose: PersonId(wire.whose.0),
        need: gate::need_word(wire.word)?,
        kind: wire.effect.into(),
    })
}

pub(super) fn reply(wire: Reply) -> Taken<domain::Reply> {
    Ok(domain::Reply {
        request: RequestId(wire.request.0),
        agreement: wire.agreement.into(),
        turned_out: gate::each("turned_out", wire.turned_out, turned_out)?,
    })
}

fn turned_out(wire: TurnedOut) -> Taken<(NeedWord, domain::Standing, Round)> {
    Ok((gate::need_word(wire.word)?, wire.standing.into(), wire.round))
}
