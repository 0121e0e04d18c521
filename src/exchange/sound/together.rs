//! What holds for conversations and changes in every file of notes, written or read.
//! Never mends anything: a fault is named, and the file not taken.

use std::collections::BTreeSet;

use super::{check_invitation, check_moment, each, list, most, needs};
use crate::domain::{
    ChangeMap, Conversation, Group, Measure, Participant, Reply, Request, Round, Sheet, Side,
};
use crate::exchange::Refused;

pub(super) fn check_conversation(it: &Conversation) -> Result<(), Refused> {
    few(it.frame.areas.len(), most::NEEDS)?;
    let people = &it.participants;
    list("participants", people.len(), Conversation::MOST, |at| people[at].person.id.0)?;
    each("participants", people, |it| check_participant(it))
}

fn check_participant(it: &Participant) -> Result<(), Refused> {
    let (words, requests, replies) = (&it.person.own_words, &it.requests, &it.replies);
    list("own_words", words.len(), most::OWN_WORDS, |at| words[at].id.0)?;
    list("requests", requests.len(), Conversation::MOST_REQUESTS, |at| requests[at].id.0)?;
    list("replies", replies.len(), Conversation::MOST_REPLIES, |at| replies[at].request.0)?;
    round("since", it.since)?;
    it.left.map_or(Ok(()), |left| round("left", left))?;
    it.released.map_or(Ok(()), |released| round_or_none("released", released))?;
    round_or_none("told_until", it.told.until)?;
    few(it.sheets.len(), Conversation::MOST_ROUNDS.into())?;
    let is_in_order = it.sheets.windows(2).all(|pair| pair[0].round < pair[1].round);
    if !is_in_order {
        return Err(Refused::here().within("sheets"));
    }
    each("sheets", &it.sheets, |sheet| check_sheet(sheet))?;
    each("requests", requests, |it| check_request(it))?;
    each("replies", replies, check_reply)
}

fn check_sheet(it: &Sheet) -> Result<(), Refused> {
    round("round", it.round)?;
    let Some(words) = &it.words else { return Ok(()) };
    check_side(&words.mine).map_err(|fault| fault.within("mine"))?;
    let guesses = &words.guesses;
    list("guesses", guesses.len(), Conversation::MOST - 1, |at| guesses[at].0.0)?;
    each("guesses", guesses, |(_, side)| check_side(side).map_err(|fault| fault.within("side")))
}

fn check_side(it: &Side) -> Result<(), Refused> {
    few(it.kept_private.len(), most::ITEMS)?;
    check_moment(&it.moment).map_err(|fault| fault.within("moment"))
}

fn check_request(it: &Request) -> Result<(), Refused> {
    round("round", it.round)?;
    few(it.effects.len(), most::NEEDS)?;
    let mut seen = BTreeSet::new();
    match it.effects.iter().position(|effect| !seen.insert((effect.whose, &effect.need))) {
        Some(at) => Err(Refused::here().within("word").within(at).within("effects")),
        None => Ok(()),
    }
}

fn check_reply(it: &Reply) -> Result<(), Refused> {
    needs("turned_out", it.turned_out.iter().map(|(need, ..)| need))?;
    each("turned_out", &it.turned_out, |(_, _, looked_back)| round("round", *looked_back))
}

pub(super) fn check_change(it: &ChangeMap) -> Result<(), Refused> {
    let (groups, measures) = (&it.groups, &it.measures);
    list("groups", groups.len(), ChangeMap::MOST_GROUPS, |at| groups[at].id.0)?;
    list("measures", measures.len(), ChangeMap::MOST_MEASURES, |at| measures[at].id.0)?;
    check_invitation(it.invitation.as_deref())?;
    each("measures", measures, |it: &Measure| few(it.answers.len(), most::NEEDS))?;
    each("groups", groups, |it| check_group(it))
}

fn check_group(it: &Group) -> Result<(), Refused> {
    few(it.touches.len(), most::NEEDS)?;
    few(it.in_hands.len().max(it.feelings.len()).max(it.judgements.len()), most::NEEDS)?;
    let mut seen = BTreeSet::new();
    if let Some(at) = it.touches.iter().position(|touch| !seen.insert(&touch.need)) {
        return Err(Refused::here().within("need").within(at).within("touches"));
    }
    let taken = &it.counted.taken;
    let most = crate::domain::Counted::MOST;
    list("taken", taken.len(), most, |at| taken[at].0).map_err(|fault| fault.within("counted"))?;
    match it.counted.is_sound() {
        true => Ok(()),
        false => Err(Refused::here().within("counted")),
    }
}

fn round(name: &str, round: Round) -> Result<(), Refused> {
    if Conversation::is_round(round) { Ok(()) } else { Err(Refused::here().within(name)) }
}

/// 0 stands for none.
fn round_or_none(name: &str, number: Round) -> Result<(), Refused> {
    if number == 0 { Ok(()) } else { round(name, number) }
}

fn few(count: usize, most: usize) -> Result<(), Refused> {
    if count > most { Err(Refused::TooLarge) } else { Ok(()) }
}
