//! The one gate from the file into the domain, as far as versions agree: what passes is whole, and what does not says where.
//! Never drops what it does not know: an unknown id is kept by name.

use std::sync::Arc;

use super::leaf::IsoDay;
use super::{
    Behaviour, Feeling, File, Item, Judgement, Listed, Moment, Need, OwnWord, OwnWordKind, Session,
    Settings, Word,
};
use crate::domain::{
    self, About, Cabinet, Choice, Felt, Heard, ItemId, Journal, MomentId, Naming, NeedMark,
    NeedWord, Note, PersonId, SessionId, ShortText, Strength, WordId,
};
use crate::exchange::{Meta, Read, Refused};
use crate::vocabulary::{self, Area, Family};

pub(in crate::exchange) type Taken<T> = Result<T, Refused>;

/// `journal` is what a version's person passes through.
pub(in crate::exchange) fn file<P>(
    file: File<P>,
    journal: impl Fn(P) -> Taken<Journal>,
) -> Taken<Read> {
    let journals = each("people", file.people, |person| journal(person).map(Arc::new))?;
    let settings = settings(file.settings)?;
    Ok(Read {
        cabinet: Cabinet { journals, settings, ..Cabinet::default() },
        meta: meta(file.made_on, &file.made_by)?,
    })
}

pub(in crate::exchange) fn meta(made_on: IsoDay, made_by: &str) -> Taken<Meta> {
    Ok(Meta { made_on: made_on.0, made_by: line("made_by", made_by)? })
}

pub(in crate::exchange) fn settings(wire: Settings) -> Taken<Arc<domain::Settings>> {
    said(wire).map(Arc::new).map_err(|it| it.within("settings"))
}

fn said(wire: Settings) -> Taken<domain::Settings> {
    Ok(domain::Settings {
        theme: wire.theme.into(),
        pointer: note("pointer", &wire.pointer)?,
        open: wire.open.map(|open| (PersonId(open.person.0), SessionId(open.session.0))),
    })
}

pub(in crate::exchange) fn own_words(wire: Vec<OwnWord>) -> Taken<Vec<domain::OwnWord>> {
    each("own_words", wire, own_word)
}

pub(in crate::exchange) fn own_word(wire: OwnWord) -> Taken<domain::OwnWord> {
    let kind = match wire.kind {
        OwnWordKind::Feeling => {
            domain::OwnWordKind::Feeling(wire.kin.map(|it| listed(it, Family::from_id)))
        }
        OwnWordKind::Need => {
            domain::OwnWordKind::Need(wire.kin.map(|it| listed(it, vocabulary::Need::from_id)))
        }
    };
    Ok(domain::OwnWord { id: WordId(wire.id.0), text: line("text", &wire.text)?, kind })
}

pub(in crate::exchange) fn sessions<C>(wire: Vec<Session<C>>) -> Taken<Vec<Arc<domain::Session>>>
where
    Choice: TryFrom<C, Error = Refused>,
{
    each("sessions", wire, |it| session(it).map(Arc::new))
}

fn session<C>(wire: Session<C>) -> Taken<domain::Session>
where
    Choice: TryFrom<C, Error = Refused>,
{
    Ok(domain::Session {
        moments: moments(wire.moments)?,
        reflection: note("reflection", &wire.reflection)?,
        record: note("record", &wire.record)?,
        ..domain::Session::new(SessionId(wire.id.0), wire.order, wire.day.0)
    })
}

pub(in crate::exchange) fn moments<C>(wire: Vec<Moment<C>>) -> Taken<Vec<Arc<domain::Moment>>>
where
    Choice: TryFrom<C, Error = Refused>,
{
    each("moments", wire, |it| moment(it).map(Arc::new))
}

pub(in crate::exchange) fn moment<C>(wire: Moment<C>) -> Taken<domain::Moment>
where
    Choice: TryFrom<C, Error = Refused>,
{
    let items = each("items", wire.items, item)?;
    let after = |item: &domain::Item| item.id().0.saturating_add(1);
    Ok(domain::Moment {
        id: MomentId(wire.id.0),
        label: wire.label.map(|label| line("label", &label)).transpose()?,
        area: wire.area.map(|area| listed(area, Area::from_id)),
        hands: wire.hands.map(Into::into),
        // An id is never given twice, whatever a file says.
        next_item: items.iter().map(after).fold(wire.next_item, u16::max),
        items,
        dismissed: wire
            .dismissed
            .into_iter()
            .map(|need| listed(need, vocabulary::Need::from_id))
            .collect(),
    })
}

fn item<C>(wire: Item<C>) -> Taken<domain::Item>
where
    Choice: TryFrom<C, Error = Refused>,
{
    Ok(match wire {
        Item::Feeling(it) => domain::Item::Felt(felt(it)?),
        Item::Need(it) => domain::Item::Need(need(it)?),
        Item::Judgement(it) => domain::Item::Heard(heard(it)?),
        Item::Behaviour(it) => domain::Item::Behaviour(behaviour(it)?),
        Item::Choice(it) => domain::Item::Choice(it.try_into()?),
    })
}

pub(in crate::exchange) fn felt(wire: Feeling) -> Taken<Felt> {
    Ok(Felt {
        id: ItemId(wire.id),
        feeling: naming(wire.word, vocabulary::Feeling::from_id)?,
        strength: wire.strength.map(strong).transpose()?,
        about: wire.about_item.map_or(About::Moment, |item| About::Item(ItemId(item))),
        known_by: wire.known_by.into(),
    })
}

pub(in crate::exchange) fn need(wire: Need) -> Taken<NeedMark> {
    Ok(NeedMark {
        id: ItemId(wire.id),
        need: need_word(wire.word)?,
        standing: wire.standing.into(),
        hands: wire.hands.map(Into::into),
        known_by: wire.known_by.into(),
    })
}

fn heard(wire: Judgement) -> Taken<Heard> {
    let judgement = naming(wire.word, vocabulary::Judgement::from_id)?;
    Ok(Heard { id: ItemId(wire.id), judgement })
}

pub(in crate::exchange) fn behaviour(wire: Behaviour) -> Taken<domain::Behaviour> {
    Ok(domain::Behaviour { id: ItemId(wire.id), text: line("text", &wire.text)? })
}

fn strong(strength: u8) -> Taken<Strength> {
    Strength::new(strength).ok_or_else(|| Refused::here().within("strength"))
}

pub(in crate::exchange) fn listed<T>(
    wire: Listed,
    find: fn(&str) -> Option<T>,
) -> domain::Listed<T> {
    find(&wire.id).map_or_else(|| domain::Listed::Unknown((*wire.id).into()), domain::Listed::Known)
}

pub(in crate::exchange) fn need_word(wire: Word) -> Taken<NeedWord> {
    naming(wire, vocabulary::Need::from_id)
}

fn naming<T>(wire: Word, find: fn(&str) -> Option<T>) -> Taken<Naming<T>> {
    match (wire.id, wire.own) {
        (Some(id), None) => {
            Ok(find(&id).map_or_else(|| Naming::Unknown((*id).into()), Naming::Known))
        }
        (None, Some(own)) => Ok(Naming::Own(WordId(own.0))),
        // Both or neither: we cannot know which was meant.
        _ => Err(Refused::here().within("word")),
    }
}

pub(in crate::exchange) fn line<const MOST: usize>(
    name: &str,
    text: &str,
) -> Taken<ShortText<MOST>> {
    ShortText::parse(text).map_err(|_| Refused::here().within(name))
}

pub(in crate::exchange) fn note(name: &str, text: &str) -> Taken<Note> {
    Note::parse(text).ok_or_else(|| Refused::here().within(name))
}

pub(in crate::exchange) fn each<T, U>(
    name: &str,
    wire: Vec<T>,
    take: impl Fn(T) -> Taken<U>,
) -> Taken<Vec<U>> {
    let numbered = wire.into_iter().enumerate();
    numbered.map(|(at, it)| take(it).map_err(|fault| fault.within(at).within(name))).collect()
}
