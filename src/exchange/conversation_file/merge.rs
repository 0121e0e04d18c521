//! Of two that say something of the same, the later; and what is said of a participant as the participant it makes.
//! Never mixes two: what is said of somebody counts whole, so it does not matter which came first.

use std::sync::Arc;

use super::{Named, Said, SaidFrame, SharedWords, out};
use crate::domain::conversation::{Participant, Request, Round, Sheet};
use crate::domain::{Conversation, Kind, Person, PersonId};

/// Whether what comes takes the place of what is there: a higher revision does, and of two with the same the one with the
/// greater bytes, so that every device decides alike.
pub(super) fn wins(there: &Said, comes: &Said) -> bool {
    match comes.revision.cmp(&there.revision) {
        std::cmp::Ordering::Equal => out::bytes(&plain(comes)) > out::bytes(&plain(there)),
        other => other.is_gt(),
    }
}

/// The same of a frame. The device that began it lets no other decide between two with its own revision: what it changed
/// since the last file would be undone by an echo.
pub(super) fn frame_wins(here: &Conversation, there: &SaidFrame, comes: &SaidFrame) -> bool {
    match comes.revision.cmp(&there.revision) {
        std::cmp::Ordering::Equal => {
            !here.frame.is_ours
                && out::frame_bytes(&plain_frame(comes)) > out::frame_bytes(&plain_frame(there))
        }
        other => other.is_gt(),
    }
}

/// Without what always counts, whichever comes later: since when somebody takes part in every round.
pub(super) fn plain(said: &Said) -> Said {
    Said { since: 0, ..said.clone() }
}

pub(super) fn plain_frame(said: &SaidFrame) -> SaidFrame {
    let mut plain = said.clone();
    plain.people.iter_mut().for_each(|it| it.since = 0);
    plain
}

/// Puts a frame in the place of the conversation's. Who takes part is not touched.
pub(super) fn set_frame(conversation: &mut Conversation, said: &SaidFrame) {
    let frame = &mut conversation.frame;
    frame.revision = said.revision;
    frame.begun_on = said.begun_on;
    frame.topic.clone_from(&said.topic);
    frame.relation = said.relation;
    frame.opening.clone_from(&said.opening);
    frame.areas.clone_from(&said.areas);
}

/// Says of somebody what only the device that began it says.
pub(super) fn name(participant: &mut Arc<Participant>, named: &Named) {
    let is_so = participant.person.code == named.code && participant.released == named.released;
    if is_so {
        return;
    }
    let it = Arc::make_mut(participant);
    it.released = named.released;
    if it.person.code != named.code {
        Arc::make_mut(&mut it.person).code = named.code.clone();
    }
}

/// Since when somebody takes part in every round, as far as anyone has said so far.
pub(super) fn take_part_since(participant: &mut Arc<Participant>, since: Round) {
    if participant.since < since {
        Arc::make_mut(participant).since = since;
    }
}

/// A participant of whom nothing was said yet, who writes elsewhere.
pub(super) fn unheard(named: &Named) -> Participant {
    let person = Person::new(named.id, Kind::Participant, named.code.clone());
    let new = Participant::new(person, named.since);
    Participant { is_here: false, released: named.released, ..new }
}

/// What they said in the place of what was there. What is as it was stays the same `Arc`, and a sheet from before they wrote
/// elsewhere keeps what was private on it.
pub(super) fn say(participant: &Participant, said: &Said) -> Participant {
    let person = match participant.person.own_words == said.own_words {
        true => participant.person.clone(),
        false => Arc::new(Person {
            own_words: said.own_words.clone(),
            ..Person::clone(&participant.person)
        }),
    };
    Participant {
        person,
        revision: said.revision,
        since: participant.since.max(said.since),
        left: said.left,
        sheets: said.rounds.iter().map(|it| sheet(participant, it)).collect(),
        requests: said.requests.iter().map(|it| request(participant, it)).collect(),
        replies: said.replies.clone(),
        ..participant.clone()
    }
}

fn sheet(participant: &Participant, said: &super::SaidRound) -> Arc<Sheet> {
    let is_same =
        |it: &&Arc<Sheet>| it.is_ready && it.words.as_ref().map(SharedWords::of) == said.words;
    participant.sheet(said.round).filter(is_same).cloned().unwrap_or_else(|| {
        let words = said.words.as_ref().map(SharedWords::words);
        Arc::new(Sheet { round: said.round, is_ready: true, words })
    })
}

fn request(participant: &Participant, said: &Arc<Request>) -> Arc<Request> {
    let same = participant.requests.iter().find(|it| *it == said);
    same.unwrap_or(said).clone()
}

/// Those of a list, by their ids.
pub(super) fn ids(people: &[Named]) -> Vec<PersonId> {
    people.iter().map(|it| it.id).collect()
}
