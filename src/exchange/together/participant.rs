//! Two states of one participant, made one.
//! Never says ready for anybody: readiness comes with the sheet it was said of.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::side::join_words;
use super::{Draft, request, union};
use crate::domain::{Conversation, Participant, Person, Round, Sheet, ToldSoFar, Words};
use crate::exchange::preview::holds_word;
use crate::order;

/// Those that are revealed on each side.
pub(super) struct Rounds {
    pub here: BTreeSet<Round>,
    pub file: BTreeSet<Round>,
}

impl Rounds {
    /// Whether the file's side of a round counts: it is what all have seen, and nobody has seen it here.
    pub fn is_files(&self, round: Round) -> bool {
        self.file.contains(&round) && !self.here.contains(&round)
    }
}

pub(super) fn join(here: &Participant, file: &Participant, rounds: &Rounds) -> Draft<Participant> {
    let is_files = file.revision > here.revision;
    let is_here = here.is_here || file.is_here;
    let mut sheets = union(
        &here.sheets,
        &file.sheets,
        |it| it.round,
        |one, other| match (one, other) {
            (Some(here), Some(file)) => Some(join_sheets(here, file, is_here, rounds)),
            (None, Some(file)) => Some(new_sheet(file, is_here, rounds)),
            (one, _) => one.cloned(),
        },
    );
    crate::order::sort_by_key(&mut sheets, |it| it.round);
    let (since, left) = if is_files { time(here, file, rounds) } else { (here.since, here.left) };
    let mut draft = Draft::new(Participant {
        person: person(&here.person, &file.person),
        is_here,
        revision: here.revision.max(file.revision),
        sign: here.sign.or(file.sign),
        since,
        left,
        released: if is_files { file.released } else { here.released },
        told: told(here, file, is_files),
        sheets,
        requests: Vec::new(),
        replies: request::join_replies(here, file, is_files),
    });
    let (requests, left_out) = request::join(here, file, &draft.after, rounds, is_files);
    draft.after.requests = requests;
    draft.left_out = left_out;
    draft
}

/// From which round on they take part, and until which, as the file has it; but in what was revealed here they take part as
/// they did.
fn time(here: &Participant, file: &Participant, rounds: &Rounds) -> (Round, Option<Round>) {
    let revealed = || rounds.here.iter().copied();
    let mut theirs = revealed().filter(|round| here.takes_part_in(*round));
    let first = theirs.next();
    let last = theirs.next_back().or(first);
    let since = first.map_or(file.since, |first| file.since.min(first));
    let left = file
        .left
        .map(|left| last.map_or(left, |last| left.max(last + 1).min(Conversation::MOST_ROUNDS)));
    let after = Participant { since, left, sheets: Vec::new(), ..here.clone() };
    match revealed().all(|round| after.takes_part_in(round) == here.takes_part_in(round)) {
        true => (since, left),
        false => (here.since, here.left),
    }
}

/// What others may have heard on either side cannot be taken back.
fn told(here: &Participant, file: &Participant, is_files: bool) -> ToldSoFar {
    let last = if is_files { file.told } else { here.told };
    ToldSoFar { until: here.told.until.max(file.told.until), ..last }
}

/// With the own words that only the file has, and the kin that only the file names.
fn person(here: &Arc<Person>, file: &Person) -> Arc<Person> {
    let mut words = here.own_words.clone();
    let places = order::map(here.own_words.iter().enumerate().map(|(at, word)| (word.id, at)));
    for word in &file.own_words {
        match places.get(&word.id).and_then(|at| words.get_mut(*at)) {
            None => words.push(word.clone()),
            Some(here) if holds_word(word, here) => *here = word.clone(),
            Some(_) => {}
        }
    }
    match words == here.own_words {
        true => Arc::clone(here),
        false => Arc::new(Person { own_words: words, ..Person::clone(here) }),
    }
}

/// A sheet that only the file has. Whoever writes here says ready for themselves, unless the round is known to be revealed.
pub(super) fn new_sheet(file: &Arc<Sheet>, is_here: bool, rounds: &Rounds) -> Arc<Sheet> {
    if !file.is_ready || !is_here || rounds.file.contains(&file.round) {
        return Arc::clone(file);
    }
    Arc::new(Sheet { is_ready: false, ..Sheet::clone(file) })
}

fn join_sheets(here: &Arc<Sheet>, file: &Arc<Sheet>, is_here: bool, rounds: &Rounds) -> Arc<Sheet> {
    if Arc::ptr_eq(here, file) || here == file {
        return Arc::clone(here);
    }
    let (counts, other) = if rounds.is_files(here.round) { (file, here) } else { (here, file) };
    // Someone elsewhere has said so to all; someone here may have taken it back since.
    let is_ready = counts.is_ready || !is_here && other.is_ready;
    let words = match (&counts.words, &other.words) {
        (Some(counts), Some(other)) => Some(join_words(counts, other, is_ready)),
        (None, Some(other)) if is_here && is_ready => {
            Some(join_words(&Words::new(other.mine.moment.id), other, true))
        }
        (counts, other) => counts.clone().or_else(|| other.clone()),
    };
    let after = Sheet { round: here.round, is_ready, words };
    if after == **here { Arc::clone(here) } else { Arc::new(after) }
}
