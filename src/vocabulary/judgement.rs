//! Judgements: verdicts that sound like feelings, with what may lie underneath; and where they stand in a text.
//! Never calls one false: a word that may be harm may be exactly what happened.

use std::ops::Range;

use super::feeling::run;
use super::kind::kind;
use super::phrase::{Spread, folded};
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
    let mut heard: Vec<(Judgement, Range<usize>)> = Vec::new();
    for (judgement, span) in longest_first(&Spread::new(text)) {
        let at = heard.partition_point(|(_, other)| other.end <= span.start);
        if heard.get(at).is_none_or(|(_, other)| span.end <= other.start) {
            heard.insert(at, (judgement, span));
        }
    }
    heard
}

/// Every place of every judgement, overlapping or not. Few at a time, so each is put in its place: smaller than a sort.
fn longest_first(spread: &Spread) -> Vec<(Judgement, Range<usize>)> {
    let mut places: Vec<(Judgement, Range<usize>)> = Vec::new();
    for judgement in Judgement::all() {
        let name = judgement.name();
        let names = [name, without_article(name)];
        for phrase in names.iter().chain(judgement.synonyms()) {
            for place in spread.places(&folded(phrase)) {
                let span = spread.span(&place);
                let at = places.partition_point(|(_, other)| other.len() >= span.len());
                places.insert(at, (judgement, span));
            }
        }
    }
    places
}

fn without_article(name: &'static str) -> &'static str {
    ["A ", "An ", "The "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}
