//! From the domain to what versions of the file have in common. Borrows what it can: a cabinet is not copied to be written.
//! Never leaves anything out, known or not.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::leaf::{Hex, IsoDay};
use super::understanding::{Choice, CoreNeed, Effect};
use super::{Behaviour, Item, Judgement, Listed, Moment, OwnWord, OwnWordKind, Text, Word};
use crate::domain::{self, About, Naming, Strength, WordId};
use crate::vocabulary::{self, Area, Family, Feeling, Need};

/// The texts of a person's own words, by their ids.
pub(in crate::exchange) type OwnTexts<'a> = BTreeMap<WordId, &'a str>;

pub(in crate::exchange) fn texts(words: &[domain::OwnWord]) -> OwnTexts<'_> {
    words.iter().map(|word| (word.id, word.text.as_str())).collect()
}

pub(in crate::exchange) fn own_word(word: &domain::OwnWord) -> OwnWord<'_> {
    let (kind, kin) = match &word.kind {
        domain::OwnWordKind::Feeling(kin) => {
            (OwnWordKind::Feeling, kin.as_ref().map(|kin| listed(kin, Family::id, Family::name)))
        }
        domain::OwnWordKind::Need(kin) => {
            (OwnWordKind::Need, kin.as_ref().map(|kin| listed(kin, Need::id, Need::name)))
        }
    };
    OwnWord { id: Hex(word.id.0), text: Cow::Borrowed(word.text.as_str()), kind, kin }
}

pub(in crate::exchange) fn core_need<'a>(
    answer: &'a domain::CoreNeed,
    texts: &OwnTexts<'a>,
) -> CoreNeed<'a> {
    CoreNeed {
        word: word(&answer.need, Need::id, Need::name, texts),
        answer: answer.answer.into(),
        day: IsoDay(answer.day),
        traces: answer.traces,
    }
}

pub(in crate::exchange) fn moment<'a>(
    moment: &'a domain::Moment,
    texts: &OwnTexts<'a>,
) -> Moment<'a, Choice<'a>> {
    Moment {
        id: Hex(moment.id.0),
        label: moment.label.as_ref().map(|label| Cow::Borrowed(label.as_str())),
        area: moment.area.as_ref().map(|area| listed(area, Area::id, Area::name)),
        hands: moment.hands.map(Into::into),
        items: moment.items.iter().map(|it| item(it, texts)).collect(),
        dismissed: moment.dismissed.iter().map(|need| listed(need, Need::id, Need::name)).collect(),
        next_item: moment.next_item,
    }
}

fn item<'a>(item: &'a domain::Item, texts: &OwnTexts<'a>) -> Item<'a, Choice<'a>> {
    match item {
        domain::Item::Felt(it) => Item::Feeling(felt(it, texts)),
        domain::Item::Need(it) => Item::Need(need(it, texts)),
        domain::Item::Heard(it) => Item::Judgement(Judgement {
            id: it.id.0,
            word: word(
                &it.judgement,
                vocabulary::Judgement::id,
                vocabulary::Judgement::name,
                texts,
            ),
        }),
        domain::Item::Behaviour(it) => Item::Behaviour(behaviour(it)),
        domain::Item::Choice(it) => Item::Choice(choice(it, texts)),
    }
}

pub(in crate::exchange) fn felt<'a>(
    felt: &'a domain::Felt,
    texts: &OwnTexts<'a>,
) -> super::Feeling<'a> {
    super::Feeling {
        id: felt.id.0,
        word: word(&felt.feeling, Feeling::id, Feeling::name, texts),
        strength: felt.strength.map(Strength::get),
        about_item: match felt.about {
            About::Moment => None,
            About::Item(item) => Some(item.0),
        },
        known_by: felt.known_by.into(),
    }
}

pub(in crate::exchange) fn need<'a>(
    mark: &'a domain::NeedMark,
    texts: &OwnTexts<'a>,
) -> super::Need<'a> {
    super::Need {
        id: mark.id.0,
        word: word(&mark.need, Need::id, Need::name, texts),
        standing: mark.standing.into(),
        hands: mark.hands.map(Into::into),
        known_by: mark.known_by.into(),
    }
}

pub(in crate::exchange) fn behaviour(it: &domain::Behaviour) -> Behaviour<'_> {
    Behaviour { id: it.id.0, text: Cow::Borrowed(it.text.as_str()) }
}

pub(in crate::exchange) fn choice<'a>(
    choice: &'a domain::Choice,
    texts: &OwnTexts<'a>,
) -> Choice<'a> {
    let effects = choice.effects.iter().map(|effect| Effect {
        word: word(&effect.need, Need::id, Need::name, texts),
        effect: effect.kind.into(),
        turned_out: effect.turned_out.into(),
    });
    Choice {
        id: choice.id.0,
        text: Cow::Borrowed(choice.text.as_str()),
        effects: effects.collect(),
    }
}

/// What the vocabulary says of a `T`: its id or its name.
type Say<T> = fn(T) -> &'static str;

pub(in crate::exchange) fn listed<'a, T: Copy>(
    listed: &'a domain::Listed<T>,
    id: Say<T>,
    name: Say<T>,
) -> Listed<'a> {
    match listed {
        domain::Listed::Known(it) => Listed { id: Cow::Borrowed(id(*it)), name: Some(name(*it)) },
        domain::Listed::Unknown(id) => Listed { id: Cow::Borrowed(id), name: None },
    }
}

pub(in crate::exchange) fn need_word<'a>(
    naming: &'a domain::NeedWord,
    texts: &OwnTexts<'a>,
) -> Word<'a> {
    word(naming, Need::id, Need::name, texts)
}

pub(in crate::exchange) fn word<'a, T: Copy>(
    naming: &'a Naming<T>,
    id: Say<T>,
    name: Say<T>,
    texts: &OwnTexts<'a>,
) -> Word<'a> {
    let by_id =
        |id: &'a str, name: Option<&'a str>| Word { id: Some(Text::Borrowed(id)), own: None, name };
    match naming {
        Naming::Known(it) => by_id(id(*it), Some(name(*it))),
        Naming::Unknown(id) => by_id(id, None),
        Naming::Own(word) => {
            Word { id: None, own: Some(Hex(word.0)), name: texts.get(word).copied() }
        }
    }
}
