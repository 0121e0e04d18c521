//! What versions of the file from 2 on have in common: what a person answered, and what a choice does to needs.
//! Never knows which of them it is read from, and never changes.

use serde::{Deserialize, Serialize};

use super::gate::{self, Taken};
use super::leaf::{Answer, EffectKind, IsoDay, Standing};
use super::{Text, Word};
use crate::domain::{self, ItemId};
use crate::exchange::Refused;

#[derive(Serialize, Deserialize)]
pub(in crate::exchange) struct CoreNeed<'a> {
    #[serde(borrow)]
    pub word: Word<'a>,
    pub answer: Answer,
    pub day: IsoDay,
    pub traces: u32,
}

#[derive(Serialize, Deserialize)]
pub(in crate::exchange) struct Choice<'a> {
    pub id: u16,
    #[serde(borrow)]
    pub text: Text<'a>,
    #[serde(borrow)]
    pub effects: Vec<Effect<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(in crate::exchange) struct Effect<'a> {
    #[serde(borrow)]
    pub word: Word<'a>,
    pub effect: EffectKind,
    pub turned_out: Standing,
}

pub(in crate::exchange) fn core_need(wire: CoreNeed) -> Taken<domain::CoreNeed> {
    Ok(domain::CoreNeed {
        need: gate::need_word(wire.word)?,
        answer: wire.answer.into(),
        day: wire.day.0,
        traces: wire.traces,
    })
}

fn effect(wire: Effect) -> Taken<domain::Effect> {
    Ok(domain::Effect {
        need: gate::need_word(wire.word)?,
        kind: wire.effect.into(),
        turned_out: wire.turned_out.into(),
    })
}

impl TryFrom<Choice<'_>> for domain::Choice {
    type Error = Refused;

    fn try_from(wire: Choice) -> Result<Self, Refused> {
        Ok(domain::Choice {
            id: ItemId(wire.id),
            text: gate::line("text", &wire.text)?,
            effects: gate::each("effects", wire.effects, effect)?,
        })
    }
}
