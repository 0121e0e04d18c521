//! Version 1 of every record, as it lies on the wire: serde types that stay as they are for ever, in postcard.
//! Never meets the domain but at `gate`. What changes here opens no old vault: a change is a version 2.

mod change;
mod conversation;
mod core_need;
mod counted;
mod gate;
mod invitation;
mod item;
mod numbers;
mod participant;
mod record_sheet;
mod sheet;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Unreadable;
use super::wire::SessionHeader;
use crate::domain::{self, GroupId, PersonId};

type Written = postcard::Result<Vec<u8>>;

#[derive(Serialize, Deserialize)]
struct Settings<'a> {
    theme: u8,
    pointer: &'a str,
    /// Person and session.
    open: Option<([u8; 8], [u8; 8])>,
}

#[derive(Serialize, Deserialize)]
struct Backups {
    last: Option<Backup>,
    answered: Option<i32>,
}

#[derive(Serialize, Deserialize)]
struct Backup {
    day: i32,
    sessions: u32,
}

#[derive(Serialize, Deserialize)]
struct Person<'a> {
    id: [u8; 8],
    kind: u8,
    code: &'a str,
    set_aside: bool,
    #[serde(borrow)]
    own_words: Vec<OwnWord<'a>>,
}

#[derive(Serialize, Deserialize)]
struct OwnWord<'a> {
    id: [u8; 8],
    text: &'a str,
    kind: u8,
    /// The vocabulary's id of a family or need.
    kin: Option<&'a str>,
}

#[derive(Serialize, Deserialize)]
struct Session {
    begun: u32,
    day: i32,
    moments: Vec<[u8; 8]>,
}

/// Followed by `item_count` items.
#[derive(Serialize, Deserialize)]
struct Moment<'a> {
    id: [u8; 8],
    label: Option<&'a str>,
    area: Option<&'a str>,
    hands: u8,
    #[serde(borrow)]
    dismissed: Vec<&'a str>,
    next_item: u16,
    item_count: u32,
}

/// A name: `own` 0 and an id of the vocabulary, or `own` 1 and the eight bytes of an own word.
#[derive(Serialize, Deserialize)]
struct Word<'a> {
    own: u8,
    id: &'a [u8],
}

pub(super) fn write_settings(settings: &domain::Settings) -> Written {
    postcard::to_allocvec(&Settings::from(settings))
}

pub(super) fn read_settings(body: &[u8]) -> Result<Arc<domain::Settings>, Unreadable> {
    Ok(Arc::new(whole::<Settings>(body)?.try_into()?))
}

pub(super) fn write_backups(backups: domain::Backups) -> Written {
    postcard::to_allocvec(&Backups::from(backups))
}

pub(super) fn read_backups(body: &[u8]) -> Result<domain::Backups, Unreadable> {
    whole::<Backups>(body)?.try_into()
}

/// One byte is the same in postcard.
pub(super) fn write_idle_time(time: domain::IdleTime) -> Vec<u8> {
    vec![time.minutes()]
}

pub(super) fn read_idle_time(body: &[u8]) -> Result<domain::IdleTime, Unreadable> {
    numbers::idle_time(whole::<u8>(body)?)
}

pub(super) fn write_person(person: &domain::Person) -> Written {
    postcard::to_allocvec(&Person::from(person))
}

pub(super) fn read_person(body: &[u8]) -> Result<Arc<domain::Person>, Unreadable> {
    Ok(Arc::new(whole::<Person>(body)?.try_into()?))
}

pub(super) fn write_core_needs(answers: &[domain::CoreNeed]) -> Written {
    postcard::to_allocvec(&core_need::all_of(answers))
}

pub(super) fn read_core_needs(body: &[u8]) -> Result<Arc<Vec<domain::CoreNeed>>, Unreadable> {
    Ok(Arc::new(core_need::all(whole(body)?)?))
}

pub(super) fn write_session(header: &SessionHeader) -> Written {
    postcard::to_allocvec(&Session::from(header))
}

pub(super) fn read_session(body: &[u8]) -> Result<SessionHeader, Unreadable> {
    whole::<Session>(body)?.try_into()
}

pub(super) fn write_note(note: &domain::Note) -> Written {
    postcard::to_allocvec(note.as_str())
}

pub(super) fn read_note(body: &[u8]) -> Result<domain::Note, Unreadable> {
    gate::note(whole(body)?)
}

pub(super) fn write_day(day: domain::Day) -> Written {
    postcard::to_allocvec(&day.number())
}

pub(super) fn read_day(body: &[u8]) -> Result<domain::Day, Unreadable> {
    gate::day(whole(body)?)
}

pub(super) fn write_invitation(it: &domain::Invitation) -> Written {
    postcard::to_allocvec(&invitation::Invitation::from(it))
}

pub(super) fn read_invitation(body: &[u8]) -> Result<Arc<domain::Invitation>, Unreadable> {
    Ok(Arc::new(whole::<invitation::Invitation>(body)?.try_into()?))
}

pub(super) fn write_received(it: domain::Received) -> Written {
    postcard::to_allocvec(&invitation::Received::from(it))
}

pub(super) fn read_received(body: &[u8]) -> Result<domain::Received, Unreadable> {
    whole::<invitation::Received>(body)?.try_into()
}

pub(super) fn write_record_sheet(sheet: &domain::RecordSheet) -> Written {
    postcard::to_allocvec(&record_sheet::RecordSheet::from(sheet))
}

pub(super) fn read_record_sheet(body: &[u8]) -> Result<Arc<domain::RecordSheet>, Unreadable> {
    Ok(Arc::new(whole::<record_sheet::RecordSheet>(body)?.try_into()?))
}

pub(super) fn write_conversation(it: &domain::Conversation, order: &[PersonId]) -> Written {
    postcard::to_allocvec(&conversation::of(it, order))
}

pub(super) fn read_conversation(
    body: &[u8],
) -> Result<(domain::Conversation, Vec<PersonId>), Unreadable> {
    conversation::conversation(whole(body)?)
}

pub(super) fn write_participant(it: &domain::Participant) -> Written {
    postcard::to_allocvec(&participant::of(it))
}

pub(super) fn read_participant(
    id: PersonId,
    body: &[u8],
) -> Result<domain::Participant, Unreadable> {
    participant::participant(id, whole(body)?)
}

pub(super) fn write_sheet(sheet: &domain::Sheet) -> Written {
    sheet::write(sheet)
}

pub(super) fn read_sheet(body: &[u8]) -> Result<domain::Sheet, Unreadable> {
    sheet::read(body)
}

pub(super) fn write_change(it: &domain::ChangeMap, order: &[GroupId]) -> Written {
    postcard::to_allocvec(&change::of(it, order))
}

pub(super) fn read_change(body: &[u8]) -> Result<(domain::ChangeMap, Vec<GroupId>), Unreadable> {
    change::change(whole(body)?)
}

pub(super) fn write_group(it: &domain::Group) -> Written {
    postcard::to_allocvec(&change::of_group(it))
}

pub(super) fn read_group(id: GroupId, body: &[u8]) -> Result<domain::Group, Unreadable> {
    change::group(id, whole(body)?)
}

pub(super) fn write_counted(it: &domain::Counted) -> Written {
    postcard::to_allocvec(&counted::of(it))
}

pub(super) fn read_counted(body: &[u8]) -> Result<domain::Counted, Unreadable> {
    counted::counted(whole(body)?)
}

pub(super) fn write_moment(moment: &domain::Moment) -> Written {
    push_moment(Vec::new(), moment)
}

fn push_moment(out: Vec<u8>, moment: &domain::Moment) -> Written {
    let mut out = postcard::to_extend(&Moment::from(moment), out)?;
    for item in &moment.items {
        out = item::write(out, item)?;
    }
    Ok(out)
}

pub(super) fn read_moment(body: &[u8]) -> Result<Arc<domain::Moment>, Unreadable> {
    let (moment, rest) = take_moment(body)?;
    if rest.is_empty() { Ok(Arc::new(moment)) } else { Err(Unreadable::Damaged) }
}

/// The first moment, and what follows it.
fn take_moment(bytes: &[u8]) -> Result<(domain::Moment, &[u8]), Unreadable> {
    let (wire, mut rest) = postcard::take_from_bytes::<Moment>(bytes)?;
    let item_count = wire.item_count;
    let mut moment = domain::Moment::try_from(wire)?;
    for _ in 0..item_count {
        let (item, after) = item::take(rest)?;
        // An id is never given twice, whatever a file says.
        moment.next_item = moment.next_item.max(item.id().0.saturating_add(1));
        moment.items.push(item);
        rest = after;
    }
    Ok((moment, rest))
}

/// The value, and nothing behind it.
fn whole<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<T, Unreadable> {
    let (value, rest) = postcard::take_from_bytes(body)?;
    if rest.is_empty() { Ok(value) } else { Err(Unreadable::Damaged) }
}
