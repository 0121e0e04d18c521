//! Finds entries by what a person types: the start of a word before its middle, names before synonyms.
//! Knows nothing of a moment: what it lacks or suggests is ranked elsewhere.

use std::ops::Range;

use super::fold::{
    after_marks, fold_first, is_apostrophe, is_hyphen, is_letter, parts_words, pieces,
};
use super::{Area, Concept, Feeling, Judgement, Need};

/// Anything a search can find, of whichever kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Entry {
    Feeling(Feeling),
    Need(Need),
    Judgement(Judgement),
    Area(Area),
    Concept(Concept),
}

/// How well a text matches a query, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Quality {
    NameExact,
    /// A synonym typed out in full is as good as asked for by name, unless it is another entry's name.
    SynonymExact,
    NameStart,
    NameWordStart,
    SynonymStart,
    SynonymWordStart,
    NameInside,
    SynonymInside,
}

impl Quality {
    /// Best first.
    pub const ALL: [Quality; 8] = [
        Quality::NameExact,
        Quality::SynonymExact,
        Quality::NameStart,
        Quality::NameWordStart,
        Quality::SynonymStart,
        Quality::SynonymWordStart,
        Quality::NameInside,
        Quality::SynonymInside,
    ];
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    pub entry: Entry,
    pub quality: Quality,
    /// The name or the synonym that matched.
    pub text: &'static str,
    /// Bytes of `text` that matched, to show in bold.
    pub span: Range<usize>,
}

/// From so many letters on a match inside a word counts: fewer would match nearly everything.
const LETTERS_FOR_INSIDE: usize = 3;

/// At most one for each entry, best first, equal ones in the order of `Entry` and words.toml; none for a query without a letter.
pub fn search(query: &str) -> Vec<Found> {
    let query = Query::new(query);
    let mut found = Vec::new();
    if query.letters.is_empty() {
        return found;
    }
    for feeling in Feeling::all() {
        found.extend(query.best(Entry::Feeling(feeling), feeling.name(), feeling.synonyms()));
    }
    for need in Need::all() {
        found.extend(query.best(Entry::Need(need), need.name(), need.synonyms()));
    }
    for judgement in Judgement::all() {
        found.extend(query.best(
            Entry::Judgement(judgement),
            judgement.name(),
            judgement.synonyms(),
        ));
    }
    for area in Area::all() {
        found.extend(query.best(Entry::Area(area), area.name(), area.synonyms()));
    }
    for concept in Concept::all() {
        found.extend(query.best(Entry::Concept(concept), concept.name(), concept.synonyms()));
    }
    best_first(found)
}

/// By quality, else as they came: a pass for each quality is quick, and a good deal smaller than a sort.
fn best_first(found: Vec<Found>) -> Vec<Found> {
    let mut sorted = Vec::with_capacity(found.len());
    for quality in Quality::ALL {
        sorted.extend(found.iter().filter(|found| found.quality == quality).cloned());
    }
    sorted
}

/// The same matching for a person's own word, which counts as a name, and the bytes of `text` to show in bold.
pub fn match_text(query: &str, text: &str) -> Option<(Quality, Range<usize>)> {
    let (fit, span) = Query::new(query).fit(text)?;
    Some((fit.of_name(), span))
}

/// Where in a text the query stands, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    Start,
    WordStart,
    Inside,
}

impl Fit {
    fn of_name(self) -> Quality {
        match self {
            Fit::Exact => Quality::NameExact,
            Fit::Start => Quality::NameStart,
            Fit::WordStart => Quality::NameWordStart,
            Fit::Inside => Quality::NameInside,
        }
    }

    fn of_synonym(self) -> Quality {
        match self {
            Fit::Exact => Quality::SynonymExact,
            Fit::Start => Quality::SynonymStart,
            Fit::WordStart => Quality::SynonymWordStart,
            Fit::Inside => Quality::SynonymInside,
        }
    }
}

/// A query folded once: its letters, with one space where words part.
struct Query {
    letters: Vec<char>,
}

impl Query {
    fn new(query: &str) -> Query {
        let mut letters = Vec::with_capacity(query.len());
        let heard =
            pieces(query).map(|piece| piece.letter).filter(|letter| !is_apostrophe(*letter));
        for letter in heard {
            match parts_words(letter) {
                true if letters.last().is_none_or(|last| *last == ' ') => {}
                true => letters.push(' '),
                false => letters.push(letter),
            }
        }
        if letters.last() == Some(&' ') {
            letters.pop();
        }
        Query { letters }
    }

    fn best(
        &self,
        entry: Entry,
        name: &'static str,
        synonyms: &'static [&'static str],
    ) -> Option<Found> {
        let name = self.fit(name).map(|(fit, span)| Found {
            entry,
            quality: fit.of_name(),
            text: name,
            span,
        });
        let synonym = synonyms
            .iter()
            .filter_map(|text| self.fit(text).map(|(fit, span)| (fit, *text, span)))
            .min_by_key(|(fit, ..)| *fit)
            .map(|(fit, text, span)| Found { entry, quality: fit.of_synonym(), text, span });
        name.into_iter().chain(synonym).min_by_key(|found| found.quality)
    }

    fn fit(&self, text: &str) -> Option<(Fit, Range<usize>)> {
        let first = *self.letters.first()?;
        let mut best: Option<(Fit, Range<usize>)> = None;
        let mut before = None;
        for (start, character) in text.char_indices() {
            // Signs before the first word do not make it an inner one.
            let Some(letter) =
                fold_first(character).filter(|it| before.is_some() || !parts_words(*it))
            else {
                continue;
            };
            if is_apostrophe(letter) {
                continue;
            }
            let begins = match before.replace(letter) {
                None => Fit::Start,
                Some(letter) if !is_letter(letter) => Fit::WordStart,
                Some(_) => Fit::Inside,
            };
            if letter != first || !self.may_begin(begins, best.as_ref()) {
                continue;
            }
            if let Some((end, whole)) = self.run(text, start) {
                let fit = if whole && begins == Fit::Start { Fit::Exact } else { begins };
                best = Some((fit, start..end));
            }
        }
        best
    }

    fn may_begin(&self, begins: Fit, best: Option<&(Fit, Range<usize>)>) -> bool {
        let long_enough = begins != Fit::Inside || self.letters.len() >= LETTERS_FOR_INSIDE;
        long_enough && best.is_none_or(|(fit, _)| begins < *fit)
    }

    /// Whether the query stands at this byte of the text: where it ends there, and whether nothing but signs is left.
    fn run(&self, text: &str, start: usize) -> Option<(usize, bool)> {
        let rest = text.get(start..)?;
        let mut heard = pieces(rest).filter(|piece| !is_apostrophe(piece.letter)).peekable();
        let mut end = start;
        for wanted in &self.letters {
            while heard
                .next_if(|piece| is_hyphen(piece.letter) || (*wanted == ' ' && piece.letter == ' '))
                .is_some()
            {}
            if *wanted == ' ' {
                continue;
            }
            end = start + heard.next_if(|piece| piece.letter == *wanted)?.end;
        }
        Some((after_marks(text, end), heard.all(|piece| parts_words(piece.letter))))
    }
}
