//! What holds for every file of notes, written or read: nothing is there twice, and there is no more than a reader bears.
//! Never mends anything: a fault is named, and the file not taken.

mod together;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Refused;
use super::handover::Handover;
use crate::domain::{Cabinet, Invitation, Item, Journal, Moment, NeedWord, RecordSheet, Session};
use crate::order;

/// Far above what one person can write, and low enough that no file keeps a page busy for minutes.
pub(super) mod most {
    pub const PEOPLE: usize = 10_000;
    pub const OWN_WORDS: usize = 10_000;
    /// Of one person: 27 a day for ten years.
    pub const SESSIONS: usize = 100_000;
    /// Of one session.
    pub const MOMENTS: usize = 10_000;
    /// As many as there are item ids.
    pub const ITEMS: usize = u16::MAX as usize;
    /// Of one moment: a hundred times the vocabulary.
    pub const DISMISSED: usize = 10_000;
    /// Of one person answered, of one choice affected: a hundred times the vocabulary.
    pub const NEEDS: usize = 10_000;
    /// Sessions of one handover, and own words.
    pub const HANDED: usize = 1_000;
    /// Of one record.
    pub const AMENDMENTS: usize = 10_000;
    /// Of one participant in a file of a conversation.
    pub const SHARED_WORDS: usize = 1_000;
    /// Of one conversation: far more than the vocabulary has.
    pub const AREAS: usize = 1_000;
    /// Of one invitation: far more than the vocabulary has areas and needs.
    pub const ASKS: usize = 10_000;
    /// And of changes.
    pub const CONVERSATIONS: usize = 10_000;
}

pub(super) fn check(cabinet: &Cabinet) -> Result<(), Refused> {
    let people = &cabinet.journals;
    list("people", people.len(), most::PEOPLE, |at| people[at].person.id.0)?;
    each("people", people, |journal| check_journal(journal))?;
    check_together(cabinet)
}

fn check_together(cabinet: &Cabinet) -> Result<(), Refused> {
    let (conversations, changes) = (&cabinet.conversations, &cabinet.changes);
    let most = most::CONVERSATIONS;
    list("conversations", conversations.len(), most, |at| conversations[at].id.0)?;
    list("changes", changes.len(), most, |at| changes[at].id.0)?;
    // Each is an owner of its own where it is kept: one id for two of them, and neither would be found again.
    let mut owners = order::set(cabinet.people().map(|it| it.id.0));
    let mut is_new = |id: [u8; 8]| match owners.insert(id) {
        true => Ok(()),
        false => Err(Refused::here().within("id")),
    };
    let mut both = conversations.iter().map(|it| it.id.0).chain(changes.iter().map(|it| it.id.0));
    both.try_for_each(&mut is_new)?;
    each("conversations", conversations, |it| together::check_conversation(it))?;
    each("changes", changes, |it| together::check_change(it))
}

pub(super) fn check_journal(journal: &Journal) -> Result<(), Refused> {
    let (words, sessions) = (&journal.person.own_words, &journal.sessions);
    list("own_words", words.len(), most::OWN_WORDS, |at| words[at].id.0)?;
    needs("core_needs", journal.core_needs.iter().map(|it| &it.need))?;
    check_invitation(journal.invitation.as_deref())?;
    list("sessions", sessions.len(), most::SESSIONS, |at| sessions[at].id.0)?;
    each("sessions", sessions, |session| check_session(session))
}

/// Far fewer than a person may have: whoever takes it in has their own beside it.
pub(super) fn check_handover(handover: &Handover) -> Result<(), Refused> {
    let (words, sessions) = (&handover.own_words, &handover.sessions);
    list("own_words", words.len(), most::HANDED, |at| words[at].id.0)?;
    list("sessions", sessions.len(), most::HANDED, |at| sessions[at].id.0)?;
    each("sessions", sessions, |session| check_moments(&session.moments))
}

fn check_invitation(invitation: Option<&Invitation>) -> Result<(), Refused> {
    let asks = invitation.map_or(0, |it| it.asks.len());
    if asks > most::ASKS { Err(Refused::TooLarge) } else { Ok(()) }
}

fn check_session(session: &Session) -> Result<(), Refused> {
    check_sheet(&session.sheet).map_err(|it| it.within("sheet"))?;
    check_moments(&session.moments)
}

fn check_moments(moments: &[Arc<Moment>]) -> Result<(), Refused> {
    list("moments", moments.len(), most::MOMENTS, |at| moments[at].id.0)?;
    each("moments", moments, |moment| check_moment(moment))
}

fn check_sheet(sheet: &RecordSheet) -> Result<(), Refused> {
    if sheet.amendments.len() > most::AMENDMENTS {
        return Err(Refused::TooLarge);
    }
    each("amendments", &sheet.amendments, |it| match it.text.is_empty() {
        true => Err(Refused::here().within("text")),
        false => Ok(()),
    })
}

pub(super) fn check_moment(moment: &Moment) -> Result<(), Refused> {
    if moment.items.len() > most::ITEMS || moment.dismissed.len() > most::DISMISSED {
        return Err(Refused::TooLarge);
    }
    let mut seen = BTreeSet::new();
    // The last id is given again and again once a moment has had 65,535 items.
    let twice = moment.items.iter().position(|item| {
        let id = item.id().0;
        id != u16::MAX && !seen.insert(id)
    });
    match twice {
        Some(at) => Err(Refused::here().within("id").within(at).within("items")),
        None => each("items", &moment.items, check_item),
    }
}

fn check_item(item: &Item) -> Result<(), Refused> {
    match item {
        Item::Choice(choice) => needs("effects", choice.effects.iter().map(|it| &it.need)),
        _ => Ok(()),
    }
}

/// Not too many, and none twice.
pub(super) fn needs<'a>(
    name: &str,
    needs: impl ExactSizeIterator<Item = &'a NeedWord>,
) -> Result<(), Refused> {
    if needs.len() > most::NEEDS {
        return Err(Refused::TooLarge);
    }
    let mut seen = BTreeSet::new();
    match needs.enumerate().find(|(_, need)| !seen.insert(*need)) {
        Some((at, _)) => Err(Refused::here().within("word").within(at).within(name)),
        None => Ok(()),
    }
}

/// Not too many, and no id twice.
pub(super) fn list(
    name: &str,
    count: usize,
    most: usize,
    id: impl Fn(usize) -> [u8; 8],
) -> Result<(), Refused> {
    if count > most {
        return Err(Refused::TooLarge);
    }
    let mut seen = BTreeSet::new();
    match (0..count).find(|at| !seen.insert(id(*at))) {
        Some(at) => Err(Refused::here().within("id").within(at).within(name)),
        None => Ok(()),
    }
}

pub(super) fn each<T>(
    name: &str,
    items: &[T],
    check: impl Fn(&T) -> Result<(), Refused>,
) -> Result<(), Refused> {
    for (at, item) in items.iter().enumerate() {
        check(item).map_err(|refused| refused.within(at).within(name))?;
    }
    Ok(())
}
