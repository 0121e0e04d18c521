//! What restoring a file would do, person by person and session by session, before anything is done.
//! Changes nothing, and is all that `merge` goes by: what is shown is what is done.

use std::sync::Arc;

use super::answers::join;
use super::codes::Codes;
use super::compare::{holds, is_kept_in, without_marks};
use super::invitation::{self, Brings};
use super::pairs::pairs;
use super::together::{self, Joined};
use crate::domain::{
    Cabinet, ChangeMap, Code, Conversation, CoreNeed, Day, Invitation, Journal, Kind, Note,
    OwnWord, OwnWordKind, Person, PersonId, Session, SessionId,
};
use crate::order;

/// How a session of the file stands to what is here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Compared {
    /// Only in the file: merging adds it.
    New,
    /// Only here: merging leaves it, replacing removes it.
    OnlyHere,
    /// The same on both sides.
    Same,
    /// What is here holds all that the file has, and more: the file is older, as far as that can be told.
    HereHoldsMore,
    /// The file holds all that is here, and more: merging takes the file's.
    FileHoldsMore,
    /// Each side has something that the other has not: merging keeps both.
    Differs,
    /// It differs, or has an id of its own, and all of it is here already in another session: an earlier merge kept both.
    KeptBeside,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preview {
    /// Those here in their order, then those only in the file in theirs.
    pub people: Vec<PersonPreview>,
    pub conversations: Vec<Joined<Conversation>>,
    pub changes: Vec<Joined<ChangeMap>>,
    /// The file's words beside the pointer to human help, where those here are others and stay.
    pub pointer_stays: Option<Note>,
}

/// One of `here` and `file` is always there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonPreview {
    pub here: Option<Arc<Person>>,
    pub file: Option<Arc<Person>>,
    /// For someone only in the file: another bears the code already, so merging gives this one.
    pub code_becomes: Option<Code>,
    /// Own words that only the file has.
    pub new_words: usize,
    /// Answers about needs that keep coming back, where the file's is the only one or the later one.
    pub new_answers: usize,
    /// All of their answers after merging; the same pointer as here where merging changes none.
    pub answers: Arc<Vec<CoreNeed>>,
    /// The day to review by that only the file has: merging takes it.
    pub new_review_by: Option<Day>,
    /// The invitation after merging, or what is left of it.
    pub invitation: Option<Arc<Invitation>>,
    /// What merging makes of it, where it makes anything.
    pub brings: Option<Brings>,
    /// What the file says otherwise of someone who is here: here's stays.
    pub stays: Vec<Stays>,
    /// Newest day first; of one day, the one begun last first.
    pub sessions: Vec<SessionPreview>,
}

/// What the file says of a person, and merging does not take.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stays {
    Code(Code),
    Kind(Kind),
    SetAside(bool),
    /// The same own word with another text or kin.
    Word(OwnWord),
    ReviewBy(Day),
    /// Another one, so what is sealed for it does not open here.
    Invitation,
    /// One whose key is not to come back: here it was taken back, or a later one was.
    TakenBack,
}

/// One of `here` and `file` is always there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SessionPreview {
    pub compared: Compared,
    pub here: Option<Arc<Session>>,
    pub file: Option<Arc<Session>>,
}

impl Preview {
    /// How many sessions of all people stand so.
    pub fn count(&self, compared: Compared) -> usize {
        self.people.iter().map(|person| person.count(compared)).sum()
    }

    /// How many conversations and changes stand so.
    pub fn count_together(&self, compared: Compared) -> usize {
        let conversations = self.conversations.iter().map(|it| it.compared);
        let changes = self.changes.iter().map(|it| it.compared);
        conversations.chain(changes).filter(|it| *it == compared).count()
    }
}

impl PersonPreview {
    /// The id the person has after merging.
    pub fn id(&self) -> Option<PersonId> {
        self.here.as_ref().or(self.file.as_ref()).map(|person| person.id)
    }

    pub fn count(&self, compared: Compared) -> usize {
        self.sessions.iter().filter(|session| session.compared == compared).count()
    }
}

/// Changes nothing.
pub fn preview(mine: &Cabinet, file: &Cabinet) -> Preview {
    let mut codes = Codes::new(mine.people().map(|person| &**person));
    let pairs = pairs(mine, file).into_iter();
    let people = pairs.map(|(here, theirs)| person(here, theirs, &mut codes)).collect();
    let (here, theirs) = (&mine.settings.pointer, &file.settings.pointer);
    let stays = !here.is_empty() && !theirs.is_empty() && here != theirs;
    Preview {
        people,
        conversations: together::conversations(mine, file),
        changes: together::changes(mine, file),
        pointer_stays: stays.then(|| theirs.clone()),
    }
}

fn person(
    here: Option<&Arc<Journal>>,
    theirs: Option<&Arc<Journal>>,
    codes: &mut Codes,
) -> PersonPreview {
    let (answers, new_answers) = answers(here, theirs);
    let of = |journal: Option<&Arc<Journal>>| journal?.invitation.clone();
    let (invitation, brings) = invitation::join(of(here).as_ref(), of(theirs).as_ref());
    let review_by = |journal: Option<&Arc<Journal>>| journal?.review_by;
    let mut person = PersonPreview {
        here: here.map(|journal| journal.person.clone()),
        file: theirs.map(|journal| journal.person.clone()),
        code_becomes: None,
        new_words: 0,
        new_answers,
        answers,
        new_review_by: only(review_by(here), review_by(theirs)),
        invitation,
        brings,
        stays: Vec::new(),
        sessions: sessions(here, theirs),
    };
    match (&person.here, &person.file) {
        (Some(here), Some(file)) => (person.new_words, person.stays) = differences(here, file),
        (None, Some(file)) => {
            person.new_words = file.own_words.len();
            person.code_becomes = codes.take(&file.code);
        }
        (_, None) => {}
    }
    if let (Some(here), Some(theirs)) = (here, theirs) {
        person.stays.extend(agreed_otherwise(here, theirs));
    }
    person
}

/// All answers after merging, and how many of them are the file's.
fn answers(
    here: Option<&Arc<Journal>>,
    file: Option<&Arc<Journal>>,
) -> (Arc<Vec<CoreNeed>>, usize) {
    let here = here.map(|journal| journal.core_needs.clone()).unwrap_or_default();
    join(&here, file.map_or(&[], |journal| &journal.core_needs))
}

/// What the file has where nothing is here.
fn only<T>(here: Option<T>, file: Option<T>) -> Option<T> {
    if here.is_none() { file } else { None }
}

/// Where both have a day to review by, or an invitation, and the file's is not taken.
fn agreed_otherwise(here: &Journal, file: &Journal) -> impl Iterator<Item = Stays> {
    let day = file.review_by.filter(|day| here.review_by.is_some_and(|mine| mine != *day));
    day.map(Stays::ReviewBy).into_iter().chain(invitation::stays(here, file))
}

/// How many own words are new, and what stays as it is here.
fn differences(here: &Person, file: &Person) -> (usize, Vec<Stays>) {
    let mut stays = Vec::new();
    if here.code != file.code {
        stays.push(Stays::Code(file.code.clone()));
    }
    if here.kind != file.kind {
        stays.push(Stays::Kind(file.kind));
    }
    if here.set_aside != file.set_aside {
        stays.push(Stays::SetAside(file.set_aside));
    }
    let known = order::map(here.own_words.iter().map(|word| (word.id, word)));
    let mut new_words = 0;
    for word in &file.own_words {
        match known.get(&word.id) {
            None => new_words += 1,
            Some(same) if holds_word(same, word) || holds_word(word, same) => {}
            Some(_) => stays.push(Stays::Word(word.clone())),
        }
    }
    (new_words, stays)
}

/// The same text of the same kind, with the kin that the other has.
pub(super) fn holds_word(one: &OwnWord, other: &OwnWord) -> bool {
    let kin = match (&one.kind, &other.kind) {
        (OwnWordKind::Feeling(one), OwnWordKind::Feeling(other)) => other.is_none() || one == other,
        (OwnWordKind::Need(one), OwnWordKind::Need(other)) => other.is_none() || one == other,
        _ => false,
    };
    kin && one.text == other.text
}

fn sessions(here: Option<&Arc<Journal>>, file: Option<&Arc<Journal>>) -> Vec<SessionPreview> {
    let mine = here.map_or(&[][..], |journal| &journal.sessions);
    let theirs = file.map_or(&[][..], |journal| &journal.sessions);
    let places = order::map(mine.iter().map(|session| (session.id, session)));
    let ids = order::set(theirs.iter().map(|session| session.id));
    let is_session = |id: SessionId| places.contains_key(&id) || ids.contains(&id);
    let mut all: Vec<SessionPreview> = Vec::with_capacity(mine.len() + theirs.len());
    for session in theirs {
        let same = places.get(&session.id).copied();
        let compared = match same {
            Some(same) => compare(same, session),
            None => Compared::New,
        };
        let is_there = match compared {
            Compared::Differs => mine.iter().any(|it| is_kept_in(it, session)),
            // The other side of a session that both devices kept twice: what it is marked as may be what is here.
            Compared::New => without_marks(session, is_session)
                .is_some_and(|bare| mine.iter().any(|it| holds(it, &bare))),
            _ => false,
        };
        let compared = if is_there { Compared::KeptBeside } else { compared };
        let file = Some(session.clone());
        all.push(SessionPreview { compared, here: same.cloned(), file });
    }
    let only_here = mine.iter().filter(|session| !ids.contains(&session.id));
    all.extend(only_here.map(|session| SessionPreview {
        compared: Compared::OnlyHere,
        here: Some(session.clone()),
        file: None,
    }));
    order::sort_by_key(&mut all, |it| {
        let session = it.here.as_ref().or(it.file.as_ref());
        std::cmp::Reverse(session.map(|session| (session.day, session.begun)))
    });
    all
}

fn compare(here: &Arc<Session>, file: &Arc<Session>) -> Compared {
    if Arc::ptr_eq(here, file) {
        return Compared::Same;
    }
    match (holds(here, file), holds(file, here)) {
        (true, true) => Compared::Same,
        (true, false) => Compared::HereHoldsMore,
        (false, true) => Compared::FileHoldsMore,
        (false, false) => Compared::Differs,
    }
}
