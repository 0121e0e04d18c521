//! Judgements: verdicts that sound like feelings, with what may lie underneath; and where they stand in a text.
//! Never calls one false: a word that may be harm may be exactly what happened.

use std::cmp::Reverse;
use std::ops::Range;

use super::feeling::run;
use super::kind::kind;
use super::phrase::Spread;
use super::tables::{self, count, id, line, list};
use super::{Feeling, Need, words};

kind!(
    /// A verdict that sounds like a feeling, such as "betrayed" or "a failure".
    Judgement, id::JUDGEMENT, count::JUDGEMENT
);

/// Whom or what the verdict is on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JudgementAbout {
    Other,
    SelfAbout,
    Situation,
}

impl Judgement {
    /// May begin with an article: "A failure".
    pub fn name(self) -> &'static str {
        words::line(line::JUDGEMENT_NAME + self.index())
    }

    /// One sentence, at most 90 characters.
    pub fn definition(self) -> &'static str {
        words::line(line::JUDGEMENT_DEFINITION + self.index())
    }

    /// Other words it is found under.
    pub fn synonyms(self) -> &'static [&'static str] {
        words::list(list::JUDGEMENT_SYNONYMS + self.index())
    }

    pub fn about(self) -> JudgementAbout {
        tables::JUDGEMENT_ABOUT.get(self.index()).copied().unwrap_or(JudgementAbout::Situation)
    }

    pub fn pleasant(self) -> bool {
        tables::JUDGEMENT_PLEASANT.get(self.index()).copied().unwrap_or_default()
    }

    /// It may be exactly what happened: gets words of safety and is never translated away.
    pub fn may_be_harm(self) -> bool {
        tables::JUDGEMENT_MAY_BE_HARM.get(self.index()).copied().unwrap_or_default()
    }

    /// The person may need someone now: show a quiet pointer to human help that blocks nothing.
    pub fn care_note(self) -> bool {
        tables::JUDGEMENT_CARE_NOTE.get(self.index()).copied().unwrap_or_default()
    }

    /// What may be felt underneath, strongest link first.
    pub fn feelings(self) -> &'static [Feeling] {
        run(&tables::JUDGEMENT_FEELINGS_STARTS, &tables::JUDGEMENT_FEELINGS, self.index())
    }

    /// What may be needed underneath, strongest link first.
    pub fn needs(self) -> &'static [Need] {
        run(&tables::JUDGEMENT_NEEDS_STARTS, &tables::JUDGEMENT_NEEDS, self.index())
    }
}

/// The judgements in a text and the bytes they cover, in the order they stand there: whole words in a row,
/// the longest where two overlap. A name counts with and without its article.
pub fn judgements_in(text: &str) -> Vec<(Judgement, Range<usize>)> {
    let spread = Spread::new(text);
    let mut places = Vec::new();
    for judgement in Judgement::all() {
        let name = judgement.name();
        let names = [name, without_article(name)];
        for phrase in names.iter().chain(judgement.synonyms()) {
            places.extend(spread.places(phrase).map(|place| (judgement, spread.span(&place))));
        }
    }
    places.sort_by_key(|(judgement, span)| (Reverse(span.len()), span.start, judgement.index()));
    let mut found: Vec<(Judgement, Range<usize>)> = Vec::new();
    for (judgement, span) in places {
        if found.iter().all(|(_, taken)| span.end <= taken.start || taken.end <= span.start) {
            found.push((judgement, span));
        }
    }
    found.sort_by_key(|(_, span)| span.start);
    found
}

fn without_article(name: &'static str) -> &'static str {
    ["A ", "An ", "The "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}
