//! What one participant wrote in one round, in version 4 of the file: in by `sheet`, out by `of`.
//! Never says who may see it: that is the domain's.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::{self, ItemId, PersonId, Words};
use crate::exchange::wire::Moment;
use crate::exchange::wire::gate::{self, Taken};
use crate::exchange::wire::leaf::Hex;
use crate::exchange::wire::out::{OwnTexts, moment};
use crate::exchange::wire::understanding::Choice;

#[derive(Serialize, Deserialize)]
pub(super) struct Sheet<'a> {
    round: u16,
    is_ready: bool,
    /// `None` where they are not in this file.
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    mine: Option<Side<'a>>,
    #[serde(borrow)]
    guesses: Vec<Guess<'a>>,
}

#[derive(Serialize, Deserialize)]
struct Side<'a> {
    #[serde(borrow)]
    moment: Moment<'a, Choice<'a>>,
    /// Numbers of items.
    kept_private: Vec<u16>,
}

#[derive(Serialize, Deserialize)]
struct Guess<'a> {
    about: Hex,
    #[serde(borrow)]
    side: Side<'a>,
}

pub(super) fn of<'a>(sheet: &'a domain::Sheet, texts: &OwnTexts<'a>) -> Sheet<'a> {
    let guesses = sheet.words.iter().flat_map(|it| &it.guesses);
    let guess = |(about, side): &'a (PersonId, domain::Side)| Guess {
        about: Hex(about.0),
        side: of_side(side, texts),
    };
    Sheet {
        round: sheet.round,
        is_ready: sheet.is_ready,
        mine: sheet.words.as_ref().map(|it| of_side(&it.mine, texts)),
        guesses: guesses.map(guess).collect(),
    }
}

fn of_side<'a>(side: &'a domain::Side, texts: &OwnTexts<'a>) -> Side<'a> {
    let kept_private = side.kept_private.iter().map(|it| it.0).collect();
    Side { moment: moment(&side.moment, texts), kept_private }
}

pub(super) fn sheet(wire: Sheet) -> Taken<domain::Sheet> {
    let guess = |it: Guess| {
        let side = side(it.side).map_err(|fault| fault.within("side"))?;
        Ok((PersonId(it.about.0), side))
    };
    let guesses = gate::each("guesses", wire.guesses, guess)?;
    let mine = wire.mine.map(side).transpose().map_err(|fault| fault.within("mine"))?;
    let words = match mine {
        Some(mine) => Some(Words { mine, guesses }),
        None if guesses.is_empty() => None,
        // Nobody guesses without a side of their own.
        None => return Err(crate::exchange::Refused::here().within("guesses")),
    };
    Ok(domain::Sheet { round: wire.round, is_ready: wire.is_ready, words })
}

fn side(wire: Side) -> Taken<domain::Side> {
    let moment = gate::moment(wire.moment).map_err(|fault| fault.within("moment"))?;
    let kept_private = wire.kept_private.into_iter().map(ItemId).collect();
    Ok(domain::Side { moment: Arc::new(moment), kept_private })
}
