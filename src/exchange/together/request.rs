//! Two states of what one participant asks for and says to requests, made one.
//! Never lays a request into a round that its writer said ready for without it: it waits for the next.

use std::sync::Arc;

use super::participant::Rounds;
use super::union;
use crate::domain::{Agreement, Conversation, Participant, Reply, Request, Round};

/// All of both, and how many find no room. `after` has the sheets as they are after merging; `is_files`: the file's statement
/// counts.
pub(super) fn join(
    here: &Participant,
    file: &Participant,
    after: &Participant,
    rounds: &Rounds,
    is_files: bool,
) -> (Vec<Arc<Request>>, usize) {
    // Whether what one side alone asked for was among what its writer said ready with.
    let is_settled = |round: Round, is_from_file: bool| {
        !after.is_here || !after.is_ready(round) || rounds.is_files(round) == is_from_file
    };
    let waiting = |request: &Arc<Request>| {
        let mut free = request.round..=Conversation::MOST_ROUNDS;
        let round = free.find(|round| !after.is_ready(*round)).unwrap_or(request.round);
        Arc::new(Request { round, ..Request::clone(request) })
    };
    let all = union(
        &here.requests,
        &file.requests,
        |it| it.id,
        |one, other| match (one, other) {
            (Some(_), Some(file)) if is_files && is_settled(file.round, true) => Some(file.clone()),
            (Some(here), Some(_)) => Some(here.clone()),
            (Some(here), None) if is_settled(here.round, false) => Some(here.clone()),
            (None, Some(file)) if is_settled(file.round, true) => Some(file.clone()),
            (one, other) => one.or(other).map(waiting),
        },
    );
    let left_out = all.len().saturating_sub(Conversation::MOST_REQUESTS);
    (all.into_iter().take(Conversation::MOST_REQUESTS).collect(), left_out)
}

pub(super) fn join_replies(here: &Participant, file: &Participant, is_files: bool) -> Vec<Reply> {
    let key = |it: &Reply| it.request;
    let join = |one: Option<&Reply>, other: Option<&Reply>| match (one, other) {
        (Some(here), Some(file)) if is_files => Some(filled(file, here)),
        (Some(here), Some(file)) => Some(filled(here, file)),
        (one, other) => one.or(other).cloned(),
    };
    let mut all = union(&here.replies, &file.replies, key, join);
    all.truncate(Conversation::MOST_REPLIES);
    all
}

fn filled(counts: &Reply, other: &Reply) -> Reply {
    let mut reply = counts.clone();
    if reply.agreement == Agreement::NotSaid {
        reply.agreement = other.agreement;
    }
    for looked_back in &other.turned_out {
        if !reply.turned_out.iter().any(|(need, ..)| *need == looked_back.0) {
            reply.turned_out.push(looked_back.clone());
        }
    }
    reply
}
