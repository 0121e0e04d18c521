//! The one gate between the wire's version 1 and the domain: out by `From`, in by `TryFrom`.
//! Never drops what it does not know: an unknown id is kept by name, an unknown number makes the record a newer one.

use std::collections::BTreeSet;

use super::super::wire::SessionHeader;
use super::{
    Backup, Backups, Moment, OwnWord, Person, Session, Settings, Unreadable, Word, numbers,
};
use crate::domain::moment::Line;
use crate::domain::{
    self, Conversation, Day, Listed, MomentId, Naming, Note, OwnWordKind, PersonId, Round,
    SessionId, ShortText, WordId,
};
use crate::order;
use crate::vocabulary::{Area, Family, Need};

const VOCABULARY: u8 = 0;
const OWN: u8 = 1;
const OWN_FEELING: u8 = 1;
const OWN_NEED: u8 = 2;

pub(super) fn word_of<T: Copy>(naming: &Naming<T>, id: fn(T) -> &'static str) -> Word<'_> {
    match naming {
        Naming::Known(it) => Word { own: VOCABULARY, id: id(*it).as_bytes() },
        Naming::Unknown(id) => Word { own: VOCABULARY, id: id.as_bytes() },
        Naming::Own(word) => Word { own: OWN, id: &word.0 },
    }
}

pub(super) fn naming<T>(word: Word, find: fn(&str) -> Option<T>) -> Result<Naming<T>, Unreadable> {
    match word.own {
        VOCABULARY => {
            let id = str::from_utf8(word.id).map_err(|_| Unreadable::Damaged)?;
            Ok(find(id).map_or_else(|| Naming::Unknown(id.into()), Naming::Known))
        }
        OWN => match word.id.try_into() {
            Ok(id) => Ok(Naming::Own(WordId(id))),
            Err(_) => Err(Unreadable::Damaged),
        },
        _ => Err(Unreadable::Newer),
    }
}

pub(super) fn listed<T>(id: &str, find: fn(&str) -> Option<T>) -> Listed<T> {
    find(id).map_or_else(|| Listed::Unknown(id.into()), Listed::Known)
}

pub(super) fn id_of<T: Copy>(listed: &Listed<T>, id: fn(T) -> &'static str) -> &str {
    match listed {
        Listed::Known(it) => id(*it),
        Listed::Unknown(id) => id,
    }
}

/// Whether one of these is there twice.
pub(super) fn has_twice<T: Ord>(mut all: impl Iterator<Item = T>) -> bool {
    let mut seen = BTreeSet::new();
    !all.all(|it| seen.insert(it))
}

pub(super) fn line_of(line: &Line) -> &str {
    line.as_str()
}

pub(super) fn line<const MOST: usize>(text: &str) -> Result<ShortText<MOST>, Unreadable> {
    ShortText::parse(text).map_err(|_| Unreadable::Damaged)
}

pub(super) fn note(text: &str) -> Result<Note, Unreadable> {
    Note::parse(text).ok_or(Unreadable::Damaged)
}

impl<'a> From<&'a domain::Settings> for Settings<'a> {
    fn from(settings: &'a domain::Settings) -> Self {
        Settings {
            theme: numbers::of_theme(settings.theme),
            pointer: settings.pointer.as_str(),
            open: settings.open.map(|(person, session)| (person.0, session.0)),
        }
    }
}

impl TryFrom<Settings<'_>> for domain::Settings {
    type Error = Unreadable;

    fn try_from(wire: Settings) -> Result<Self, Unreadable> {
        Ok(domain::Settings {
            theme: numbers::theme(wire.theme)?,
            pointer: note(wire.pointer)?,
            open: wire.open.map(|(person, session)| (PersonId(person), SessionId(session))),
        })
    }
}

pub(super) fn round(number: Round) -> Result<Round, Unreadable> {
    match Conversation::is_round(number) {
        true => Ok(number),
        false => Err(Unreadable::Damaged),
    }
}

/// Not too many.
pub(super) fn at_most<T>(all: Vec<T>, most: usize) -> Result<Vec<T>, Unreadable> {
    if all.len() > most { Err(Unreadable::Damaged) } else { Ok(all) }
}

/// None twice, and not too many.
pub(super) fn once<T: Ord + Copy>(all: Vec<T>, most: usize) -> Result<Vec<T>, Unreadable> {
    let distinct = order::set(all.iter().copied());
    if distinct.len() < all.len() { Err(Unreadable::Damaged) } else { at_most(all, most) }
}

pub(super) fn day(number: i32) -> Result<Day, Unreadable> {
    Day::from_number(number).ok_or(Unreadable::Damaged)
}

impl From<domain::Backups> for Backups {
    fn from(backups: domain::Backups) -> Self {
        let last = backups.last.map(|it| Backup { day: it.day.number(), sessions: it.sessions });
        Backups { last, answered: backups.answered.map(Day::number) }
    }
}

impl TryFrom<Backups> for domain::Backups {
    type Error = Unreadable;

    fn try_from(wire: Backups) -> Result<Self, Unreadable> {
        let last = match wire.last {
            Some(it) => Some(domain::Backup { day: day(it.day)?, sessions: it.sessions }),
            None => None,
        };
        Ok(domain::Backups { last, answered: wire.answered.map(day).transpose()? })
    }
}

impl<'a> From<&'a domain::Person> for Person<'a> {
    fn from(person: &'a domain::Person) -> Self {
        Person {
            id: person.id.0,
            kind: numbers::of_kind(person.kind),
            code: person.code.as_str(),
            set_aside: person.set_aside,
            own_words: person.own_words.iter().map(OwnWord::from).collect(),
        }
    }
}

impl TryFrom<Person<'_>> for domain::Person {
    type Error = Unreadable;

    fn try_from(wire: Person) -> Result<Self, Unreadable> {
        let own_words = wire.own_words.into_iter().map(domain::OwnWord::try_from);
        Ok(domain::Person {
            id: PersonId(wire.id),
            kind: numbers::kind(wire.kind)?,
            code: line(wire.code)?,
            set_aside: wire.set_aside,
            own_words: own_words.collect::<Result<_, _>>()?,
        })
    }
}

impl<'a> From<&'a domain::OwnWord> for OwnWord<'a> {
    fn from(word: &'a domain::OwnWord) -> Self {
        let (kind, kin) = match &word.kind {
            OwnWordKind::Feeling(family) => {
                (OWN_FEELING, family.as_ref().map(|family| id_of(family, Family::id)))
            }
            OwnWordKind::Need(need) => (OWN_NEED, need.as_ref().map(|need| id_of(need, Need::id))),
        };
        OwnWord { id: word.id.0, text: word.text.as_str(), kind, kin }
    }
}

impl TryFrom<OwnWord<'_>> for domain::OwnWord {
    type Error = Unreadable;

    fn try_from(wire: OwnWord) -> Result<Self, Unreadable> {
        let kind = match wire.kind {
            OWN_FEELING => OwnWordKind::Feeling(wire.kin.map(|id| listed(id, Family::from_id))),
            OWN_NEED => OwnWordKind::Need(wire.kin.map(|id| listed(id, Need::from_id))),
            0 => return Err(Unreadable::Damaged),
            _ => return Err(Unreadable::Newer),
        };
        Ok(domain::OwnWord { id: WordId(wire.id), text: line(wire.text)?, kind })
    }
}

impl From<&SessionHeader> for Session {
    fn from(header: &SessionHeader) -> Self {
        Session {
            begun: header.begun,
            day: header.day.number(),
            moments: header.moments.iter().map(|moment| moment.0).collect(),
        }
    }
}

impl TryFrom<Session> for SessionHeader {
    type Error = Unreadable;

    fn try_from(wire: Session) -> Result<Self, Unreadable> {
        Ok(SessionHeader {
            begun: wire.begun,
            day: day(wire.day)?,
            moments: wire.moments.into_iter().map(MomentId).collect(),
        })
    }
}

impl<'a> From<&'a domain::Moment> for Moment<'a> {
    fn from(moment: &'a domain::Moment) -> Self {
        Moment {
            id: moment.id.0,
            label: moment.label.as_ref().map(line_of),
            area: moment.area.as_ref().map(|area| id_of(area, Area::id)),
            hands: numbers::of_hands(moment.hands),
            dismissed: moment.dismissed.iter().map(|need| id_of(need, Need::id)).collect(),
            next_item: moment.next_item,
            item_count: moment.items.len() as u32,
        }
    }
}

/// Without its items, which follow on the wire.
impl TryFrom<Moment<'_>> for domain::Moment {
    type Error = Unreadable;

    fn try_from(wire: Moment) -> Result<Self, Unreadable> {
        let dismissed = wire.dismissed.into_iter().map(|id| listed(id, Need::from_id));
        Ok(domain::Moment {
            id: MomentId(wire.id),
            label: wire.label.map(line).transpose()?,
            area: wire.area.map(|id| listed(id, Area::from_id)),
            hands: numbers::hands(wire.hands)?,
            items: Vec::new(),
            dismissed: dismissed.collect(),
            next_item: wire.next_item,
        })
    }
}
