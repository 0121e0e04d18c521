//! Version 1 of what is caught in a moment: a number for its kind, then its fields.
//! Never skips an item it does not know: the whole moment is then a newer one.

use serde::{Deserialize, Serialize};

use super::gate::{has_twice, line, line_of, naming, word_of};
use super::{Unreadable, Word, numbers};
use crate::domain::{
    About, Behaviour, Choice, Effect, Felt, Heard, Item, ItemId, NeedMark, Strength,
};

mod kind {
    pub const FELT: u8 = 1;
    pub const NEED: u8 = 2;
    pub const HEARD: u8 = 3;
    pub const BEHAVIOUR: u8 = 4;
    /// One of which nothing is said but its text.
    pub const CHOICE: u8 = 5;
    pub const CHOICE_WITH_EFFECTS: u8 = 6;
}

#[derive(Serialize, Deserialize)]
struct WireFelt<'a> {
    id: u16,
    #[serde(borrow)]
    feeling: Word<'a>,
    /// 0 for none said.
    strength: u8,
    /// `None` for the moment itself.
    about: Option<u16>,
    known_by: u8,
}

#[derive(Serialize, Deserialize)]
struct WireNeed<'a> {
    id: u16,
    #[serde(borrow)]
    need: Word<'a>,
    standing: u8,
    hands: u8,
    known_by: u8,
}

#[derive(Serialize, Deserialize)]
struct WireHeard<'a> {
    id: u16,
    #[serde(borrow)]
    judgement: Word<'a>,
}

/// A behaviour or a choice.
#[derive(Serialize, Deserialize)]
struct WireLine<'a> {
    id: u16,
    text: &'a str,
}

#[derive(Serialize, Deserialize)]
struct WireChoice<'a> {
    id: u16,
    text: &'a str,
    #[serde(borrow)]
    effects: Vec<WireEffect<'a>>,
}

#[derive(Serialize, Deserialize)]
struct WireEffect<'a> {
    #[serde(borrow)]
    need: Word<'a>,
    kind: u8,
    turned_out: u8,
}

pub(super) fn write(mut out: Vec<u8>, item: &Item) -> postcard::Result<Vec<u8>> {
    match item {
        Item::Felt(felt) => {
            out.push(kind::FELT);
            postcard::to_extend(&WireFelt::from(felt), out)
        }
        Item::Need(mark) => {
            out.push(kind::NEED);
            postcard::to_extend(&WireNeed::from(mark), out)
        }
        Item::Heard(Heard { id, judgement }) => {
            out.push(kind::HEARD);
            let judgement = word_of(judgement, |judgement| judgement.id());
            postcard::to_extend(&WireHeard { id: id.0, judgement }, out)
        }
        Item::Behaviour(Behaviour { id, text }) => {
            out.push(kind::BEHAVIOUR);
            postcard::to_extend(&WireLine { id: id.0, text: line_of(text) }, out)
        }
        // As it always was where nothing new is said: an older Attune reads it.
        Item::Choice(Choice { id, text, effects }) if effects.is_empty() => {
            out.push(kind::CHOICE);
            postcard::to_extend(&WireLine { id: id.0, text: line_of(text) }, out)
        }
        Item::Choice(choice) => {
            out.push(kind::CHOICE_WITH_EFFECTS);
            postcard::to_extend(&WireChoice::from(choice), out)
        }
    }
}

/// The first item, and what follows it.
pub(super) fn take(bytes: &[u8]) -> Result<(Item, &[u8]), Unreadable> {
    let (kind, bytes) = bytes.split_first().ok_or(Unreadable::Damaged)?;
    match *kind {
        kind::FELT => {
            let (wire, rest) = postcard::take_from_bytes::<WireFelt>(bytes)?;
            Ok((Item::Felt(wire.try_into()?), rest))
        }
        kind::NEED => {
            let (wire, rest) = postcard::take_from_bytes::<WireNeed>(bytes)?;
            Ok((Item::Need(wire.try_into()?), rest))
        }
        kind::HEARD => {
            let (wire, rest) = postcard::take_from_bytes::<WireHeard>(bytes)?;
            Ok((Item::Heard(wire.try_into()?), rest))
        }
        kind::BEHAVIOUR => {
            let (wire, rest) = postcard::take_from_bytes::<WireLine>(bytes)?;
            let item = Behaviour { id: ItemId(wire.id), text: line(wire.text)? };
            Ok((Item::Behaviour(item), rest))
        }
        kind::CHOICE => {
            let (wire, rest) = postcard::take_from_bytes::<WireLine>(bytes)?;
            let choice =
                Choice { id: ItemId(wire.id), text: line(wire.text)?, effects: Vec::new() };
            Ok((Item::Choice(choice), rest))
        }
        kind::CHOICE_WITH_EFFECTS => {
            let (wire, rest) = postcard::take_from_bytes::<WireChoice>(bytes)?;
            Ok((Item::Choice(wire.try_into()?), rest))
        }
        0 => Err(Unreadable::Damaged),
        _ => Err(Unreadable::Newer),
    }
}

impl<'a> From<&'a Felt> for WireFelt<'a> {
    fn from(felt: &'a Felt) -> Self {
        WireFelt {
            id: felt.id.0,
            feeling: word_of(&felt.feeling, |feeling| feeling.id()),
            strength: felt.strength.map_or(0, Strength::get),
            about: match felt.about {
                About::Moment => None,
                About::Item(item) => Some(item.0),
            },
            known_by: numbers::of_known_by(felt.known_by),
        }
    }
}

impl TryFrom<WireFelt<'_>> for Felt {
    type Error = Unreadable;

    fn try_from(wire: WireFelt) -> Result<Self, Unreadable> {
        let strength = match wire.strength {
            0 => None,
            said => Some(Strength::new(said).ok_or(Unreadable::Newer)?),
        };
        Ok(Felt {
            id: ItemId(wire.id),
            feeling: naming(wire.feeling, crate::vocabulary::Feeling::from_id)?,
            strength,
            about: wire.about.map_or(About::Moment, |item| About::Item(ItemId(item))),
            known_by: numbers::known_by(wire.known_by)?,
        })
    }
}

impl<'a> From<&'a NeedMark> for WireNeed<'a> {
    fn from(mark: &'a NeedMark) -> Self {
        WireNeed {
            id: mark.id.0,
            need: word_of(&mark.need, |need| need.id()),
            standing: numbers::of_standing(mark.standing),
            hands: numbers::of_hands(mark.hands),
            known_by: numbers::of_known_by(mark.known_by),
        }
    }
}

impl TryFrom<WireNeed<'_>> for NeedMark {
    type Error = Unreadable;

    fn try_from(wire: WireNeed) -> Result<Self, Unreadable> {
        Ok(NeedMark {
            id: ItemId(wire.id),
            need: naming(wire.need, crate::vocabulary::Need::from_id)?,
            standing: numbers::standing(wire.standing)?,
            hands: numbers::hands(wire.hands)?,
            known_by: numbers::known_by(wire.known_by)?,
        })
    }
}

impl TryFrom<WireHeard<'_>> for Heard {
    type Error = Unreadable;

    fn try_from(wire: WireHeard) -> Result<Self, Unreadable> {
        let judgement = naming(wire.judgement, crate::vocabulary::Judgement::from_id)?;
        Ok(Heard { id: ItemId(wire.id), judgement })
    }
}

impl<'a> From<&'a Choice> for WireChoice<'a> {
    fn from(choice: &'a Choice) -> Self {
        let effects = choice.effects.iter().map(|effect| WireEffect {
            need: word_of(&effect.need, |need| need.id()),
            kind: numbers::of_effect_kind(effect.kind),
            turned_out: numbers::of_standing(effect.turned_out),
        });
        let effects = effects.collect();
        WireChoice { id: choice.id.0, text: line_of(&choice.text), effects }
    }
}

impl TryFrom<WireChoice<'_>> for Choice {
    type Error = Unreadable;

    fn try_from(wire: WireChoice) -> Result<Self, Unreadable> {
        let effects = wire.effects.into_iter().map(Effect::try_from);
        let effects = effects.collect::<Result<Vec<_>, _>>()?;
        if has_twice(effects.iter().map(|effect| &effect.need)) {
            return Err(Unreadable::Damaged);
        }
        Ok(Choice { id: ItemId(wire.id), text: line(wire.text)?, effects })
    }
}

impl TryFrom<WireEffect<'_>> for Effect {
    type Error = Unreadable;

    fn try_from(wire: WireEffect) -> Result<Self, Unreadable> {
        Ok(Effect {
            need: naming(wire.need, crate::vocabulary::Need::from_id)?,
            kind: numbers::effect_kind(wire.kind)?,
            turned_out: numbers::standing(wire.turned_out)?,
        })
    }
}
