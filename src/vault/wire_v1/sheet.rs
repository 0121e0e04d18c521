//! Version 1 of what one participant wrote in one round: a side of their own, and one for each they guess about.
//! Never says what the others may see of it: that is the domain's.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::gate::{self, has_twice};
use super::{Unreadable, Written, push_moment, take_moment};
use crate::domain::{self, Conversation, ItemId, PersonId, Side, Words};

/// Followed, where there are words, by their own side, how many guesses there are, and for each whom it is about and a side. A
/// side is a moment and the numbers of the items that are kept private.
#[derive(Serialize, Deserialize)]
struct Front {
    round: u16,
    is_ready: bool,
    has_words: bool,
}

pub(super) fn write(sheet: &domain::Sheet) -> Written {
    let (round, is_ready) = (sheet.round, sheet.is_ready);
    let front = Front { round, is_ready, has_words: sheet.words.is_some() };
    let mut out = postcard::to_allocvec(&front)?;
    let Some(words) = &sheet.words else { return Ok(out) };
    out = push_side(out, &words.mine)?;
    out = postcard::to_extend(&(words.guesses.len() as u32), out)?;
    for (about, side) in &words.guesses {
        out.extend_from_slice(&about.0);
        out = push_side(out, side)?;
    }
    Ok(out)
}

fn push_side(out: Vec<u8>, side: &Side) -> Written {
    let kept_private: Vec<u16> = side.kept_private.iter().map(|it| it.0).collect();
    postcard::to_extend(&kept_private, push_moment(out, &side.moment)?)
}

pub(super) fn read(body: &[u8]) -> Result<domain::Sheet, Unreadable> {
    let (front, rest) = postcard::take_from_bytes::<Front>(body)?;
    let (words, rest) = match front.has_words {
        true => take_words(rest).map(|(words, rest)| (Some(words), rest))?,
        false => (None, rest),
    };
    if !rest.is_empty() {
        return Err(Unreadable::Damaged);
    }
    Ok(domain::Sheet { round: gate::round(front.round)?, is_ready: front.is_ready, words })
}

fn take_words(bytes: &[u8]) -> Result<(Words, &[u8]), Unreadable> {
    let (mine, rest) = take_side(bytes)?;
    let (count, mut rest) = postcard::take_from_bytes::<u32>(rest)?;
    // Of everyone but themselves.
    if count as usize >= Conversation::MOST {
        return Err(Unreadable::Damaged);
    }
    let mut guesses = Vec::new();
    for _ in 0..count {
        let (about, after) = postcard::take_from_bytes::<[u8; 8]>(rest)?;
        let (side, after) = take_side(after)?;
        guesses.push((PersonId(about), side));
        rest = after;
    }
    match has_twice(guesses.iter().map(|(about, _)| *about)) {
        true => Err(Unreadable::Damaged),
        false => Ok((Words { mine, guesses }, rest)),
    }
}

fn take_side(bytes: &[u8]) -> Result<(Side, &[u8]), Unreadable> {
    let (moment, rest) = take_moment(bytes)?;
    let (kept_private, rest) = postcard::take_from_bytes::<Vec<u16>>(rest)?;
    let kept_private = kept_private.into_iter().map(ItemId).collect();
    Ok((Side { moment: Arc::new(moment), kept_private }, rest))
}
