//! Puts a file together with what is here, as its preview says. Never loses: what differs stands twice, and says so.
//! Draws no id itself, and touches nothing that stays as it was: an unchanged journal is the same pointer after as before.

use std::sync::Arc;

use super::compare::mark_of;
use super::ids::{Draw, Ids};
use super::preview::{Compared, PersonPreview, Preview, holds_word, preview};
use crate::domain::moment::Line;
use crate::domain::{
    Cabinet, ChangeId, ConversationId, Journal, Moment, Person, PersonId, Session, SessionId,
    Settings, Theme,
};
use crate::order;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Merged {
    pub cabinet: Cabinet,
    /// What was done, as it was shown before.
    pub preview: Preview,
}

/// Everything of both. `kept_twice` becomes the label of a moment that opens the file's side of a session that differs.
pub fn merge(mine: &Cabinet, file: &Cabinet, kept_twice: &Line, draw: Draw) -> Merged {
    let preview = preview(mine, file);
    let both = mine.journals.iter().chain(&file.journals);
    let used = both.flat_map(|journal| journal.sessions.iter().map(|it| it.id.0));
    let mut ids = Ids::new(used, &mut *draw);
    let journals = order::map(mine.journals.iter().map(|it| (it.person.id, it)));
    let mut merged: Vec<Arc<Journal>> = Vec::new();
    for person in &preview.people {
        let here = person.here.as_ref().and_then(|here| journals.get(&here.id));
        let journal = match here {
            Some(journal) => Some(Arc::clone(journal)),
            None => person.file.as_ref().map(|file| Arc::new(newcomer(person, file))),
        };
        let Some(mut journal) = journal else { continue };
        bring_words(&mut journal, person);
        bring_what_is_agreed(&mut journal, person);
        // Oldest first, so that most of them go to the end.
        for session in person.sessions.iter().rev() {
            let (here, Some(file)) = (&session.here, &session.file) else { continue };
            match (session.compared, here) {
                (Compared::New, _) => insert(&mut journal, Arc::clone(file)),
                (Compared::FileHoldsMore, Some(here)) => replace(&mut journal, fuller(here, file)),
                (Compared::Differs, Some(here)) => {
                    insert(&mut journal, beside(here, file, kept_twice, SessionId(ids.next())));
                }
                _ => {}
            }
        }
        merged.push(journal);
    }
    let mut cabinet = Cabinet {
        journals: merged,
        conversations: preview.conversations.iter().map(|it| Arc::clone(&it.after)).collect(),
        changes: preview.changes.iter().map(|it| Arc::clone(&it.after)).collect(),
        settings: settings(mine, file),
        ..mine.clone()
    };
    tell_apart(&mut cabinet, mine, draw);
    Merged { cabinet, preview }
}

/// What comes with the file and bears the id of something else that is here gets another: by their ids they are kept. No chance
/// draws the same twice, but someone may have written it.
fn tell_apart(cabinet: &mut Cabinet, mine: &Cabinet, draw: Draw) {
    let people = mine.people().map(|it| it.id.0);
    let conversations = mine.conversations.iter().map(|it| it.id.0);
    let changes = mine.changes.iter().map(|it| it.id.0);
    let mut ids = Ids::new(people.chain(conversations).chain(changes), draw);
    for journal in cabinet.journals.iter_mut().skip(mine.journals.len()) {
        let id = ids.keep(journal.person.id.0);
        if id != journal.person.id.0 {
            Arc::make_mut(&mut Arc::make_mut(journal).person).id = PersonId(id);
        }
    }
    for conversation in cabinet.conversations.iter_mut().skip(mine.conversations.len()) {
        let id = ids.keep(conversation.id.0);
        if id != conversation.id.0 {
            Arc::make_mut(conversation).id = ConversationId(id);
        }
    }
    for change in cabinet.changes.iter_mut().skip(mine.changes.len()) {
        let id = ids.keep(change.id.0);
        if id != change.id.0 {
            Arc::make_mut(change).id = ChangeId(id);
        }
    }
}

/// The device's own stay. On a device where nothing is kept yet, the file's fill what was not said here.
fn settings(mine: &Cabinet, file: &Cabinet) -> Arc<Settings> {
    let (here, theirs) = (&mine.settings, &file.settings);
    let mut settings = Settings::clone(here);
    if settings.pointer.is_empty() {
        settings.pointer = theirs.pointer.clone();
    }
    if mine.journals.is_empty() {
        settings.open = here.open.or(theirs.open);
        settings.theme = if here.theme == Theme::Device { theirs.theme } else { here.theme };
    }
    if settings == **here { Arc::clone(here) } else { Arc::new(settings) }
}

fn newcomer(preview: &PersonPreview, file: &Person) -> Journal {
    let mut person = file.clone();
    if let Some(code) = &preview.code_becomes {
        person.code = code.clone();
    }
    Journal::new(person)
}

/// What was answered, the day to review by, where only the file has one, and what the invitation has come to.
fn bring_what_is_agreed(journal: &mut Arc<Journal>, preview: &PersonPreview) {
    if !Arc::ptr_eq(&journal.core_needs, &preview.answers) {
        Arc::make_mut(journal).core_needs = Arc::clone(&preview.answers);
    }
    if preview.new_review_by.is_some() {
        Arc::make_mut(journal).review_by = preview.new_review_by;
    }
    if journal.invitation != preview.invitation {
        Arc::make_mut(journal).invitation = preview.invitation.clone();
    }
}

/// Adds the own words that only the file has, and the kin that only the file names.
fn bring_words(journal: &mut Arc<Journal>, preview: &PersonPreview) {
    let (Some(_), Some(file)) = (&preview.here, &preview.file) else { return };
    let person = &journal.person;
    let places = order::map(person.own_words.iter().enumerate().map(|(at, word)| (word.id, at)));
    let mut words = person.own_words.clone();
    for word in &file.own_words {
        match places.get(&word.id).and_then(|at| words.get_mut(*at)) {
            None => words.push(word.clone()),
            Some(here) if holds_word(word, here) => *here = word.clone(),
            Some(_) => {}
        }
    }
    if words != person.own_words {
        Arc::make_mut(&mut Arc::make_mut(journal).person).own_words = words;
    }
}

/// Beside those begun before and after it, so that what is seen now is what the vault gives back.
fn insert(journal: &mut Arc<Journal>, session: Arc<Session>) {
    let sessions = &mut Arc::make_mut(journal).sessions;
    let place = |it: &Session| (it.begun, it.id);
    let at = sessions.partition_point(|it| place(it) < place(&session));
    sessions.insert(at, session);
}

fn replace(journal: &mut Arc<Journal>, session: Session) {
    let id = session.id;
    Arc::make_mut(journal).change_session(id, |here| *here = session);
}

/// The file's side of a session of which it holds more. An item id that was given here is not given again.
fn fuller(here: &Session, file: &Session) -> Session {
    let next = order::map(here.moments.iter().map(|it| (it.id, it.next_item)));
    let mut session = Session { begun: here.begun, ..file.clone() };
    for moment in &mut session.moments {
        let here = next.get(&moment.id).copied().unwrap_or_default();
        if here > moment.next_item {
            Arc::make_mut(moment).next_item = here;
        }
    }
    session
}

/// The file's side of a session that differs, as a session of its own next to the one that is here.
fn beside(here: &Session, file: &Session, kept_twice: &Line, id: SessionId) -> Arc<Session> {
    let mut session = Session { id, begun: here.begun, ..file.clone() };
    let mark = mark_of(file.id);
    if session.moment(mark).is_none() {
        let label = Some(kept_twice.clone());
        session.moments.insert(0, Arc::new(Moment { label, ..Moment::new(mark) }));
    }
    Arc::new(session)
}
