//! One search over everything of a person, or of all: labels, words, lines and texts, the newest first.
//! Never keeps what was sought, and never ranks: what matters is the person's to see.

mod asked;
mod snippet;

use std::cmp::Reverse;
use std::sync::Arc;

use crate::domain::{Journal, Moment, Person, Session};
use crate::order;
use asked::{Asked, lines, on_sheet};
pub use snippet::Snippet;

/// More than a person reads; another letter narrows it sooner.
pub const MOST: usize = 100;

/// What is looked through: sessions, the newest first, each with whose it is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shelf {
    sessions: Vec<(Arc<Person>, Arc<Session>)>,
    texts: bool,
}

impl Shelf {
    pub fn of_all(journals: &[Arc<Journal>]) -> Shelf {
        let sessions = journals.iter().flat_map(|journal| {
            journal.sessions.iter().map(|session| (journal.person.clone(), session.clone()))
        });
        let mut sessions: Vec<_> = sessions.collect();
        order::sort_by_key(&mut sessions, |(_, it)| Reverse((it.day, it.begun, it.id)));
        Shelf { sessions, texts: true }
    }

    /// `sessions` are of this person, oldest first. Where they are narrowed to an area, the texts are left out: they are about
    /// the whole of a session.
    pub fn of_one(person: &Arc<Person>, sessions: &[Arc<Session>], texts: bool) -> Shelf {
        let sessions = sessions.iter().rev().map(|session| (person.clone(), session.clone()));
        Shelf { sessions: sessions.collect(), texts }
    }
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Answer {
    /// The newest, at most `MOST`.
    pub found: Vec<Found>,
    /// How many there are in all.
    pub all: usize,
}

/// A moment or a text in which every word stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    pub person: Arc<Person>,
    pub session: Arc<Session>,
    pub place: FoundIn,
    /// As few as hold every word; at least one.
    pub hits: Vec<Hit>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FoundIn {
    Moment(Arc<Moment>),
    Summary,
    Reflection,
    Record,
    /// What stands on the record beside its text: all of it is one place.
    Sheet,
}

/// Where in it a word stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hit {
    pub kind: Kind,
    pub snippet: Snippet,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    Label,
    Feeling,
    Need,
    Judgement,
    Behaviour,
    Choice,
    Area,
    Summary,
    Reflection,
    Record,
    Observation,
    Intervention,
    Modality,
    Attendance,
    Amendment,
}

/// Everything that holds every word of the query; nothing for a query without one.
pub fn find(shelf: &Shelf, query: &str) -> Answer {
    let words = Asked::words(query);
    let mut answer = Answer::default();
    if words.is_empty() {
        return answer;
    }
    for (person, session) in &shelf.sessions {
        for moment in session.moments.iter().rev() {
            if words.iter().all(|word| word.stands_in_moment(moment, person)) {
                answer.add(person, session, FoundIn::Moment(moment.clone()), &words);
            }
        }
        if shelf.texts {
            answer.add_texts(person, session, &words);
        }
    }
    answer
}

impl Answer {
    fn add_texts(&mut self, person: &Arc<Person>, session: &Arc<Session>, words: &[Asked]) {
        let texts = [
            (&session.summary, FoundIn::Summary),
            (&session.reflection, FoundIn::Reflection),
            (&session.record, FoundIn::Record),
        ];
        for (text, place) in texts {
            if words.iter().all(|word| word.stands_in_text(text.as_str())) {
                self.add(person, session, place, words);
            }
        }
        let lines = on_sheet(&session.sheet);
        let stands = |word: &Asked| lines.iter().any(|(_, text)| word.stands_in_text(text));
        if words.iter().all(stands) {
            self.add(person, session, FoundIn::Sheet, words);
        }
    }

    /// Counts all, and builds what will be shown.
    fn add(
        &mut self,
        person: &Arc<Person>,
        session: &Arc<Session>,
        place: FoundIn,
        words: &[Asked],
    ) {
        self.all += 1;
        if self.found.len() < MOST {
            let hits = hits(&lines(&place, session, person), words);
            let (person, session) = (person.clone(), session.clone());
            self.found.push(Found { person, session, place, hits });
        }
    }
}

/// For each word the line that says it best, and what else of the query stands in the same.
fn hits(lines: &[(Kind, &str)], words: &[Asked]) -> Vec<Hit> {
    let places_of = |word: &Asked| lines.iter().map(|(_, text)| word.best_in(text)).collect();
    let places: Vec<Vec<_>> = words.iter().map(places_of).collect();
    let mut hits: Vec<usize> = Vec::new();
    for of_word in &places {
        let is_there = |line: &usize| of_word[*line].is_some();
        let begins = |line: &usize| matches!(of_word[*line], Some((_, true)));
        if !hits.iter().any(is_there) {
            let mut all = 0..lines.len();
            hits.extend(all.clone().find(begins).or_else(|| all.find(is_there)));
        }
    }
    let hit = |line: usize| {
        let (kind, text) = lines[line];
        let spans = places.iter().filter_map(|of_word| of_word[line].as_ref());
        Hit { kind, snippet: Snippet::of(text, spans.map(|(span, _)| span.clone()).collect()) }
    };
    hits.into_iter().map(hit).collect()
}
