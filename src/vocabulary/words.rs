//! The texts of the language at hand, found by number.
//! Knows where a text stands, not what it means.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};

use super::tables;

/// A language the whole vocabulary is written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Language {
    EnGb,
}

static SPOKEN: AtomicU8 = AtomicU8::new(Language::EnGb as u8);

/// Names, definitions and synonyms are in this language from now on; links and ids stay.
pub fn speak(language: Language) {
    SPOKEN.store(language as u8, Ordering::Relaxed);
}

fn spoken() -> &'static Words {
    static EN_GB: OnceLock<Words> = OnceLock::new();
    // One language so far, so what SPOKEN holds does not matter yet; a second one is a match here.
    let _ = SPOKEN.load(Ordering::Relaxed);
    EN_GB.get_or_init(|| Words::split(tables::EN_GB))
}

/// A language's texts, cut once at the first question: some tens of microseconds.
struct Words {
    lines: Vec<&'static str>,
    /// The words of all lists, one list after the other.
    words: Vec<&'static str>,
    /// Where each list begins in `words`, and the end of the last.
    starts: Vec<usize>,
}

impl Words {
    fn split(text: &'static str) -> Words {
        let mut rest = text.split('\n');
        let lines: Vec<_> = rest.by_ref().take(tables::line::END).collect();
        let mut words = Vec::with_capacity(tables::list::WORDS);
        let mut starts = vec![0];
        for list in rest {
            words.extend(list.split('\t').filter(|word| !word.is_empty()));
            starts.push(words.len());
        }
        Words { lines, words, starts }
    }
}

pub(super) fn line(number: usize) -> &'static str {
    spoken().lines.get(number).copied().unwrap_or_default()
}

pub(super) fn list(number: usize) -> &'static [&'static str] {
    let words = spoken();
    match words.starts.get(number..number + 2) {
        Some(&[start, end]) => words.words.get(start..end).unwrap_or_default(),
        _ => &[],
    }
}

static MEANINGS: OnceLock<Vec<&'static str>> = OnceLock::new();

/// What explains the words of the language at hand, for `take_meanings`. Named by the second part of the program alone,
/// so that it travels with it.
pub fn meanings() -> &'static str {
    tables::EN_GB_MEANINGS
}

/// From now on words are explained: the second part of the program has come.
pub fn take_meanings(text: &'static str) {
    MEANINGS.get_or_init(|| text.split('\n').collect());
}

/// Empty until it has come; in a program of one piece it is there from the start.
pub(super) fn meaning(number: usize) -> &'static str {
    #[cfg(not(split))]
    take_meanings(meanings());
    MEANINGS.get().and_then(|lines| lines.get(number)).copied().unwrap_or_default()
}

fn ids() -> &'static [&'static str] {
    static IDS: OnceLock<Vec<&'static str>> = OnceLock::new();
    IDS.get_or_init(|| tables::IDS.split('\n').collect())
}

pub(super) fn id(number: usize) -> &'static str {
    ids().get(number).copied().unwrap_or_default()
}

/// Counted from the kind's first id.
pub(super) fn place_of_id(id: &str, first: usize, count: u8) -> Option<u8> {
    let kind = ids().get(first..first + usize::from(count))?;
    kind.iter().position(|known| *known == id).and_then(|place| u8::try_from(place).ok())
}
