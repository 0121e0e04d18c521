//! The one gate from version 1 of the file into the domain: what passes is whole, and what does not says where.
//! Never drops what it does not know: an unknown id is kept by name.

use std::sync::Arc;

use super::{File, Item, Listed, Moment, OwnWord, OwnWordKind, Person, Session, Settings, Word};
use crate::domain::{
    self, About, Behaviour, Cabinet, Choice, Felt, Heard, ItemId, Journal, MomentId, Naming,
    NeedMark, Note, PersonId, SessionId, ShortText, Strength, WordId,
};
use crate::exchange::{Meta, Read, Refused};
use crate::vocabulary::{Area, Family, Feeling, Judgement, Need};

type Taken<T> = Result<T, Refused>;

pub(super) fn file(file: File) -> Taken<Read> {
    let settings = settings(file.settings).map_err(|it| it.within("settings"))?;
    let journals = each("people", file.people, |person| journal(person).map(Arc::new))?;
    let made_by = line("made_by", &file.made_by)?;
    Ok(Read {
        cabinet: Cabinet { journals, settings: Arc::new(settings), ..Cabinet::default() },
        meta: Meta { made_on: file.made_on.0, made_by },
    })
}

fn settings(wire: Settings) -> Taken<domain::Settings> {
    Ok(domain::Settings {
        theme: wire.theme.into(),
        pointer: note("pointer", &wire.pointer)?,
        open: wire.open.map(|open| (PersonId(open.person.0), SessionId(open.session.0))),
    })
}

fn journal(wire: Person) -> Taken<Journal> {
    let person = domain::Person {
        id: PersonId(wire.id.0),
        kind: wire.kind.into(),
        code: line("code", &wire.code)?,
        set_aside: wire.set_aside,
        own_words: each("own_words", wire.own_words, own_word)?,
    };
    let sessions = each("sessions", wire.sessions, |it| session(it).map(Arc::new))?;
    Ok(Journal { person: Arc::new(person), sessions, core_needs: Arc::default() })
}

fn own_word(wire: OwnWord) -> Taken<domain::OwnWord> {
    let kind = match wire.kind {
        OwnWordKind::Feeling => {
            domain::OwnWordKind::Feeling(wire.kin.map(|it| listed(it, Family::from_id)))
        }
        OwnWordKind::Need => {
            domain::OwnWordKind::Need(wire.kin.map(|it| listed(it, Need::from_id)))
        }
    };
    Ok(domain::OwnWord { id: WordId(wire.id.0), text: line("text", &wire.text)?, kind })
}

fn session(wire: Session) -> Taken<domain::Session> {
    Ok(domain::Session {
        id: SessionId(wire.id.0),
        begun: wire.order,
        day: wire.day.0,
        moments: each("moments", wire.moments, |it| moment(it).map(Arc::new))?,
        reflection: note("reflection", &wire.reflection)?,
        record: note("record", &wire.record)?,
    })
}

fn moment(wire: Moment) -> Taken<domain::Moment> {
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
        dismissed: wire.dismissed.into_iter().map(|need| listed(need, Need::from_id)).collect(),
    })
}

fn item(wire: Item) -> Taken<domain::Item> {
    Ok(match wire {
        Item::Feeling { id, word, strength, about_item, known_by } => domain::Item::Felt(Felt {
            id: ItemId(id),
            feeling: naming(word, Feeling::from_id)?,
            strength: strength.map(strong).transpose()?,
            about: about_item.map_or(About::Moment, |item| About::Item(ItemId(item))),
            known_by: known_by.into(),
        }),
        Item::Need { id, word, standing, hands, known_by } => domain::Item::Need(NeedMark {
            id: ItemId(id),
            need: naming(word, Need::from_id)?,
            standing: standing.into(),
            hands: hands.map(Into::into),
            known_by: known_by.into(),
        }),
        Item::Judgement { id, word } => domain::Item::Heard(Heard {
            id: ItemId(id),
            judgement: naming(word, Judgement::from_id)?,
        }),
        Item::Behaviour { id, text } => {
            domain::Item::Behaviour(Behaviour { id: ItemId(id), text: line("text", &text)? })
        }
        Item::Choice { id, text } => domain::Item::Choice(Choice {
            id: ItemId(id),
            text: line("text", &text)?,
            effects: Vec::new(),
        }),
    })
}

fn strong(strength: u8) -> Taken<Strength> {
    Strength::new(strength).ok_or_else(|| Refused::here().within("strength"))
}

fn listed<T>(wire: Listed, find: fn(&str) -> Option<T>) -> domain::Listed<T> {
    find(&wire.id).map_or_else(|| domain::Listed::Unknown((*wire.id).into()), domain::Listed::Known)
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

fn line<const MOST: usize>(name: &str, text: &str) -> Taken<ShortText<MOST>> {
    ShortText::parse(text).map_err(|_| Refused::here().within(name))
}

fn note(name: &str, text: &str) -> Taken<Note> {
    Note::parse(text).ok_or_else(|| Refused::here().within(name))
}

fn each<T, U>(name: &str, wire: Vec<T>, take: impl Fn(T) -> Taken<U>) -> Taken<Vec<U>> {
    let numbered = wire.into_iter().enumerate();
    numbered.map(|(at, it)| take(it).map_err(|fault| fault.within(at).within(name))).collect()
}
