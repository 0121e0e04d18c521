//! What holds for every file of a conversation, written or read: nobody is there twice or unknown, rounds are rounds, and no words
//! come before everyone whom the file speaks for is ready. Never mends anything: a fault is named, and the file not taken.

use std::collections::BTreeSet;

use super::{Named, Said, SaidFrame, SaidRound, SharedWords, Statement};
use crate::domain::conversation::{Conversation, Round};
use crate::domain::{PersonId, Reply, Request};
use crate::exchange::Refused;
use crate::exchange::sound::{check_moment, each, list, most, needs};
use crate::vocabulary::fold;

type Sound = Result<(), Refused>;

pub(super) fn check(statement: &Statement) -> Sound {
    check_frame(&statement.frame).map_err(|it| it.within("frame"))?;
    let said = &statement.said;
    list("said", said.len(), Conversation::MOST, |at| said[at].id.0)?;
    let people: Vec<PersonId> = statement.frame.people.iter().map(|it| it.id).collect();
    each("said", said, |it| check_said(it, &people))?;
    each("said", said, |it| check_order(it, statement))
}

fn check_frame(frame: &SaidFrame) -> Sound {
    let people = &frame.people;
    if frame.areas.len() > most::AREAS {
        return Err(Refused::TooLarge);
    }
    list("people", people.len(), Conversation::MOST, |at| people[at].id.0)?;
    let mut codes = BTreeSet::new();
    let twice = people.iter().position(|it| !codes.insert(fold(it.code.as_str())));
    if let Some(at) = twice {
        return Err(Refused::here().within("code").within(at).within("people"));
    }
    each("people", people, |it| {
        is_round("since", it.since)?;
        is_end("released", it.released)
    })
}

fn check_said(said: &Said, people: &[PersonId]) -> Sound {
    is_one_of("person", said.id, people)?;
    is_round("since", said.since)?;
    is_end("left", said.left)?;
    let (words, requests) = (&said.own_words, &said.requests);
    list("own_words", words.len(), most::SHARED_WORDS, |at| words[at].id.0)?;
    check_rounds(&said.rounds)?;
    each("rounds", &said.rounds, |it| match &it.words {
        Some(words) => check_words(words, said.id, people).map_err(|it| it.within("words")),
        None => Ok(()),
    })?;
    list("requests", requests.len(), Conversation::MOST_REQUESTS, |at| requests[at].id.0)?;
    each("requests", requests, |it| check_request(it, people))?;
    let replies = &said.replies;
    if replies.len() > Conversation::MOST_REPLIES {
        return Err(Refused::TooLarge);
    }
    let mut seen = BTreeSet::new();
    match replies.iter().position(|it| !seen.insert(it.request)) {
        Some(at) => Err(Refused::here().within("request").within(at).within("replies")),
        None => each("replies", replies, check_reply),
    }
}

/// Each is one, and they go up: so none is there twice.
fn check_rounds(rounds: &[SaidRound]) -> Sound {
    let mut last = 0;
    each("rounds", rounds, |it| is_round("round", it.round))?;
    for (at, it) in rounds.iter().enumerate() {
        if it.round <= last {
            return Err(Refused::here().within("round").within(at).within("rounds"));
        }
        last = it.round;
    }
    Ok(())
}

fn check_words(words: &SharedWords, whose: PersonId, people: &[PersonId]) -> Sound {
    check_moment(&words.mine.moment()).map_err(|it| it.within("mine"))?;
    // Nobody guesses about themselves.
    let mut about = BTreeSet::from([whose]);
    each("guesses", &words.guesses, |(whom, side)| {
        is_one_of("about", *whom, people)?;
        check_moment(&side.moment()).map_err(|it| it.within("side"))
    })?;
    match words.guesses.iter().position(|(whom, _)| !about.insert(*whom)) {
        Some(at) => Err(Refused::here().within("about").within(at).within("guesses")),
        None => Ok(()),
    }
}

fn check_request(request: &Request, people: &[PersonId]) -> Sound {
    is_round("round", request.round)?;
    if request.effects.len() > most::NEEDS {
        return Err(Refused::TooLarge);
    }
    each("effects", &request.effects, |it| is_one_of("whose", it.whose, people))?;
    let mut seen = BTreeSet::new();
    match request.effects.iter().position(|it| !seen.insert((it.whose, &it.need))) {
        Some(at) => Err(Refused::here().within("word").within(at).within("effects")),
        None => Ok(()),
    }
}

fn check_reply(reply: &Reply) -> Sound {
    needs("turned_out", reply.turned_out.iter().map(|(need, _, _)| need))?;
    each("turned_out", &reply.turned_out, |(_, _, round)| is_round("round", *round))
}

/// No words of a round and no request come before everyone whom the file speaks for, and who takes part in it, is ready: no device of ours
/// writes such a file, for it would show what is not revealed.
fn check_order(said: &Said, statement: &Statement) -> Sound {
    let is_waited_for = |round: Round| {
        statement.said.iter().any(|other| {
            let named = statement.frame.people.iter().find(|it| it.id == other.id);
            named.is_some_and(|named| takes_part(named, other, round))
                && other.rounds.iter().all(|it| it.round != round)
        })
    };
    each("rounds", &said.rounds, |it| match it.words.is_some() && is_waited_for(it.round) {
        true => Err(Refused::here().within("words")),
        false => Ok(()),
    })?;
    let is_open = |round| said.rounds.iter().any(|it| it.round == round && it.words.is_some());
    each("requests", &said.requests, |it| match is_open(it.round) {
        true => Ok(()),
        false => Err(Refused::here().within("round")),
    })
}

fn takes_part(named: &Named, said: &Said, round: Round) -> bool {
    let ends = [named.released, said.left];
    named.since.max(said.since) <= round && ends.iter().all(|end| end.is_none_or(|end| round < end))
}

fn is_one_of(name: &str, id: PersonId, people: &[PersonId]) -> Sound {
    if people.contains(&id) { Ok(()) } else { Err(Refused::here().within(name)) }
}

fn is_round(name: &str, round: Round) -> Sound {
    match Conversation::is_round(round) {
        true => Ok(()),
        false => Err(Refused::here().within(name)),
    }
}

/// As `is_round`, where it may be open.
fn is_end(name: &str, round: Option<Round>) -> Sound {
    round.map_or(Ok(()), |round| is_round(name, round))
}
