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

/// Whose sheets they are, and until when the file's device has told others that they are ready: up to there others may have
/// revealed by it, and nobody stops being ready.
pub(super) struct Writer {
    pub is_here: bool,
    pub told_until: Round,
}

impl Writer {
    /// Whether they say here, and for themselves, if they are ready.
    fn decides(&self, round: Round) -> bool {
        self.is_here && round > self.told_until
    }
}

pub(super) fn join(here: &Participant, file: &Participant, rounds: &Rounds) -> Draft<Participant> {
    let is_files = file.revision > here.revision;
    let is_here = here.is_here || file.is_here;
    let writer = Writer { is_here, told_until: file.told.until };
    let mut sheets = union(
        &here.sheets,
        &file.sheets,
        |it| it.round,
        |one, other| match (one, other) {
            (Some(here), Some(file)) => Some(join_sheets(here, file, &writer, rounds)),
            (None, Some(file)) => Some(new_sheet(file, &writer, rounds)),
            (one, _) => one.cloned(),
        },
    );
    crate::order::sort_by_key(&mut sheets, |it| it.round);
    let counts = if is_files { file } else { here };
    let mut draft = Draft::new(Participant {
        person: person(&here.person, &file.person),
        is_here,
        revision: here.revision.max(file.revision),
        sign: here.sign.or(file.sign),
        since: counts.since,
        left: counts.left,
        released: released(here, counts),
        told: told(here, file, is_files),
        sheets,
        requests: Vec::new(),
        replies: request::join_replies(here, file, is_files),
    });
    keep_part(&mut draft.after, here, rounds);
    let (requests, left_out) = request::join(here, file, &draft.after, rounds, is_files);
    draft.after.requests = requests;
    draft.left_out = left_out;
    draft
}

/// In what was revealed here they take part as they did, whatever the file says of since and until when.
fn keep_part(after: &mut Participant, here: &Participant, rounds: &Rounds) {
    for round in &rounds.here {
        if after.takes_part_in(*round) != here.takes_part_in(*round) {
            // Before it, being ready is what counts.
            after.since = after.since.max((round + 1).min(Conversation::MOST_ROUNDS));
        }
    }
}

/// Whoever is listed here stays so: taken out altogether, they would be gone from what was revealed too.
fn released(here: &Participant, counts: &Participant) -> Option<Round> {
    let is_out = here.is_listed() && !counts.is_listed();
    if is_out { here.released } else { counts.released }
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
pub(super) fn new_sheet(file: &Arc<Sheet>, writer: &Writer, rounds: &Rounds) -> Arc<Sheet> {
    if !file.is_ready || !writer.decides(file.round) || rounds.file.contains(&file.round) {
        return Arc::clone(file);
    }
    Arc::new(Sheet { is_ready: false, ..Sheet::clone(file) })
}

fn join_sheets(
    here: &Arc<Sheet>,
    file: &Arc<Sheet>,
    writer: &Writer,
    rounds: &Rounds,
) -> Arc<Sheet> {
    if Arc::ptr_eq(here, file) || here == file {
        return Arc::clone(here);
    }
    let (counts, other) = if rounds.is_files(here.round) { (file, here) } else { (here, file) };
    // Someone elsewhere has said so to all; someone here may have taken it back since.
    let is_ready = counts.is_ready || other.is_ready && !writer.decides(here.round);
    let words = match (&counts.words, &other.words) {
        (Some(counts), Some(other)) => Some(join_words(counts, other, is_ready)),
        (None, Some(other)) if writer.is_here && is_ready => {
            Some(join_words(&Words::new(other.mine.moment.id), other, true))
        }
        (counts, other) => counts.clone().or_else(|| other.clone()),
    };
    let after = Sheet { round: here.round, is_ready, words };
    if after == **here { Arc::clone(here) } else { Arc::new(after) }
}
