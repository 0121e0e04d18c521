//! Two states of one conversation, made one.
//! Never closes a round again that was revealed here, and reveals none that was not revealed on either side.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::participant::{Rounds, Writer, join as join_participant, new_sheet};
use super::{Draft, union};
use crate::domain::{Conversation, Frame, Participant, Round};
use crate::exchange::codes::Codes;
use crate::order;

pub(super) fn join(here: &Conversation, file: &Conversation) -> Draft<Conversation> {
    let rounds = Rounds { here: revealed(here), file: revealed(file) };
    let mut draft = Draft::new(Conversation {
        id: here.id,
        frame: frame(&here.frame, &file.frame),
        participants: Vec::new(),
        secret: here.secret.clone().or_else(|| file.secret.clone()),
    });
    note_frame(&mut draft, &file.frame);
    join_people(&mut draft, here, file, &rounds);
    keep_revealed(&mut draft.after, &rounds);
    draft
}

fn join_people(
    draft: &mut Draft<Conversation>,
    here: &Conversation,
    file: &Conversation,
    rounds: &Rounds,
) {
    let mut codes = Codes::new(here.participants.iter().map(|it| &*it.person));
    let mut room = Conversation::MOST.saturating_sub(here.participants.len());
    let join = |one: Option<&Arc<Participant>>, other: Option<&Arc<Participant>>| match (one, other)
    {
        (Some(here), Some(file)) => {
            let joined = join_participant(here, file, rounds);
            let code = &joined.after.person.code;
            draft.note(Some(&file.person.code), Some(code), |it| it.as_str());
            draft.left_out += joined.left_out;
            Some(same_or_new(here, joined.after))
        }
        (None, Some(_)) if room == 0 => {
            draft.left_out += 1;
            None
        }
        (None, Some(file)) => {
            room -= 1;
            Some(newcomer(file, rounds, &mut codes))
        }
        (one, _) => one.cloned(),
    };
    let people = union(&here.participants, &file.participants, |it| it.person.id, join);
    draft.after.participants = people;
}

/// An unchanged participant is the same pointer after as before.
fn same_or_new(before: &Arc<Participant>, after: Participant) -> Arc<Participant> {
    if after == **before { Arc::clone(before) } else { Arc::new(after) }
}

/// Of two frames the one that was changed more often counts whole. Of two changed as often, each fills what the other does not say.
fn frame(here: &Frame, file: &Frame) -> Frame {
    let counts = if file.revision > here.revision { file } else { here };
    let mut frame = Frame { is_ours: here.is_ours || file.is_ours, ..counts.clone() };
    if here.revision == file.revision {
        frame.topic = frame.topic.or_else(|| file.topic.clone());
        frame.relation = frame.relation.or(file.relation);
        frame.opening = frame.opening.or_else(|| file.opening.clone());
        let new = file.areas.iter().filter(|it| !here.areas.contains(it));
        frame.areas.extend(new.cloned());
    }
    frame
}

fn note_frame(draft: &mut Draft<Conversation>, file: &Frame) {
    let after = draft.after.frame.clone();
    draft.note(file.topic.as_ref(), after.topic.as_ref(), |it| it.as_str());
    draft.note(file.opening.as_ref(), after.opening.as_ref(), |it| it.as_str());
}

/// Someone of whom nothing is here: their sheets as those that only the file has.
fn newcomer(file: &Arc<Participant>, rounds: &Rounds, codes: &mut Codes) -> Arc<Participant> {
    let writer = Writer { is_here: file.is_here, told_until: file.told.until };
    let sheets = file.sheets.iter().map(|it| new_sheet(it, &writer, rounds)).collect();
    let mut came = Participant { sheets, ..Participant::clone(file) };
    if let Some(code) = codes.take(&file.person.code) {
        Arc::make_mut(&mut came.person).code = code;
    }
    same_or_new(file, came)
}

/// Rounds for which there is a sheet at all, and that are revealed.
fn revealed(it: &Conversation) -> BTreeSet<Round> {
    let rounds = it.participants.iter().flat_map(|it| &it.sheets).map(|sheet| sheet.round);
    let rounds = order::set(rounds);
    order::set(rounds.into_iter().filter(|round| it.is_revealed(*round)))
}

/// Whoever comes in by merging takes part from after the rounds that were revealed here without them: else those would be
/// closed.
fn keep_revealed(conversation: &mut Conversation, rounds: &Rounds) {
    for participant in &mut conversation.participants {
        for round in &rounds.here {
            if participant.takes_part_in(*round) && !participant.is_ready(*round) {
                Arc::make_mut(participant).since = (round + 1).min(Conversation::MOST_ROUNDS);
            }
        }
    }
}
