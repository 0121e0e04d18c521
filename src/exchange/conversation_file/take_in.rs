//! Takes what another device says into a conversation: whatever the order, once or twice, it becomes the same.
//! Never changes what somebody wrote on this device, and never loses it.

use std::sync::Arc;

use super::merge::{
    frame_wins, ids, name, plain, plain_frame, say, set_frame, take_part_since, unheard, wins,
};
use super::tell::{said_here, stored};
use super::{Named, Said, SaidFrame, Statement};
use crate::domain::conversation::Participant;
use crate::domain::{Conversation, PersonId};

/// Why nothing of a file was taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotTaken {
    /// It belongs to another conversation.
    OfAnother,
    /// With those it lists, and who writes here and is listed no more, there would be more than take part in one.
    TooMany,
}

/// What a file brought.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    /// Of the topic, and of who takes part.
    pub frame: News,
    /// Of each participant that the file speaks for, in its order.
    pub people: Vec<(PersonId, News)>,
    /// Who wrote here and is no longer listed by the device that began it: all that they wrote is still here.
    pub taken_out: Vec<PersonId>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum News {
    New,
    /// It was here already.
    Known,
    /// Something later was here already.
    Older,
    /// They write here, and the file is this device's own.
    Ours,
    /// They write here, and elsewhere too. What is here counts here.
    OnTwoDevices,
    /// They are no longer in the conversation.
    Gone,
}

impl Told {
    /// Whether anything is here that was not.
    pub fn is_new(&self) -> bool {
        self.frame == News::New || self.has(News::New)
    }

    pub fn has(&self, news: News) -> bool {
        self.people.iter().any(|(_, it)| *it == news)
    }
}

/// What the conversation becomes, and what was new in it.
pub fn take_in(
    here: &Conversation,
    statement: &Statement,
) -> Result<(Conversation, Told), NotTaken> {
    if statement.conversation != here.id {
        return Err(NotTaken::OfAnother);
    }
    let mut next = here.clone();
    let frame = take_frame(&mut next, &statement.frame);
    if next.participants.len() > Conversation::MOST {
        return Err(NotTaken::TooMany);
    }
    let listed = SaidFrame::of(&next).people;
    let people = ids(&listed);
    for (since, id) in statement.frame.people.iter().map(|it| (it.since, it.id)) {
        let place = next.participants.iter_mut().find(|it| it.person.id == id);
        place.into_iter().for_each(|it| take_part_since(it, since));
    }
    let mut news = Vec::new();
    for said in &statement.said {
        news.push((said.id, take_said(&mut next, &said.clone().about(&people))));
    }
    let was_listed =
        |it: &Participant| here.participant(it.person.id).is_none_or(|it| it.is_listed());
    let out = next.participants.iter().filter(|it| !it.is_listed() && was_listed(it));
    let taken_out = out.map(|it| it.person.id).collect();
    Ok((next, Told { frame, people: news, taken_out }))
}

fn take_frame(next: &mut Conversation, comes: &SaidFrame) -> News {
    let there = SaidFrame::of(next);
    let is_same =
        plain_frame(&SaidFrame { revision: comes.revision, ..there.clone() }) == plain_frame(comes);
    if frame_wins(next, &there, comes) {
        set_frame(next, comes);
        list(next, &comes.people);
        return if is_same { News::Known } else { News::New };
    }
    if is_same { News::Known } else { News::Older }
}

/// Those of the list in its order, then whoever wrote here and is not on it any more: they are out, and keep what they wrote.
/// Everyone else who is not on it is erased, and with them what was guessed about them.
fn list(next: &mut Conversation, people: &[Named]) {
    let wanted = ids(people);
    let is_gone = |it: &&Arc<Participant>| !it.is_here && !wanted.contains(&it.person.id);
    let gone: Vec<PersonId> =
        next.participants.iter().filter(is_gone).map(|it| it.person.id).collect();
    for id in gone {
        forget(next, id);
    }
    let mut there = std::mem::take(&mut next.participants);
    for named in people {
        let place = there.iter().position(|it| it.person.id == named.id);
        let mut participant =
            place.map_or_else(|| Arc::new(unheard(named)), |place| there.remove(place));
        name(&mut participant, named);
        next.participants.push(participant);
    }
    for mut left in there {
        Arc::make_mut(&mut left).released = Some(Participant::OUT);
        next.participants.push(left);
    }
    // What others guessed about whoever is out, and writes here, goes no further; what is held from elsewhere is as it came.
    for participant in next.participants.iter_mut().filter(|it| !it.is_here) {
        let held = stored(participant);
        let said = held.clone().about(&wanted).with_words(&participant.person.own_words);
        if said != held {
            *participant = Arc::new(say(participant, &said));
        }
    }
}

/// As `Conversation::forget`, but that replies from elsewhere stay as they came: a file that comes later brings them again, and
/// nobody sees a reply without its request.
fn forget(next: &mut Conversation, id: PersonId) {
    let elsewhere = next.participants.iter().filter(|it| !it.is_here);
    let replies: Vec<_> = elsewhere.map(|it| (it.person.id, it.replies.clone())).collect();
    next.forget(id);
    for (whose, replies) in replies {
        let is_so = next.participant(whose).is_none_or(|it| it.replies == replies);
        if !is_so {
            next.change_participant(whose, |it| it.replies = replies);
        }
    }
}

fn take_said(next: &mut Conversation, comes: &Said) -> News {
    let Some(place) = next.participants.iter().position(|it| it.person.id == comes.id) else {
        return News::Gone;
    };
    let comes = &comes.clone().with_words(&comes.own_words);
    if next.participants[place].is_here {
        let here = said_here(next, &next.participants[place]);
        return if is_ours(&here, comes) { News::Ours } else { News::OnTwoDevices };
    }
    let place = &mut next.participants[place];
    let there = stored(place);
    let since = comes.since;
    let is_same = plain(&Said { revision: comes.revision, ..there.clone() }) == plain(comes)
        && since <= there.since;
    let is_later = wins(&there, comes);
    if is_later {
        *place = Arc::new(say(place, comes));
    }
    take_part_since(place, since);
    match (is_same, is_later) {
        (true, _) => News::Known,
        (false, true) => News::New,
        (false, false) => News::Older,
    }
}

/// Whether it can have been said here: not later than what is here, and of no round anything else.
fn is_ours(here: &Said, comes: &Said) -> bool {
    let is_here = |said: &super::SaidRound| {
        let there = here.rounds.iter().find(|it| it.round == said.round);
        there.is_some_and(|it| said.words.is_none() || it.words == said.words)
    };
    comes.revision <= here.revision && comes.rounds.iter().all(is_here)
}
