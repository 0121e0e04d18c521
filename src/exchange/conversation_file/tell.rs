//! What a device says to the others, and that it has been said.
//! Never looks at words but through `Conversation::revealed`, which opens for nobody before everyone is ready.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::shared::own;
use super::{Named, Opening, Said, SaidFrame, SaidRound, SharedWords, Statement, out};
use crate::checksum::crc32;
use crate::domain::conversation::{Participant, Reply, Request, Round, ToldSoFar, Words};
use crate::domain::{Conversation, Day, OwnWord, PersonId, RequestId, WordId};
use crate::exchange::Meta;

/// What may go out, as things stand.
pub fn state_for_others(conversation: &Conversation, meta: &Meta) -> Statement {
    let open = Open::of(conversation);
    let here = conversation.participants.iter().filter(|it| it.is_here && it.is_listed());
    let said = here.map(|it| open.said(it)).collect();
    statement(conversation, meta, said)
}

/// The same, and the conversation as it is once that has gone out: later than all before, and whoever is ready stays so.
pub fn tell(conversation: &Conversation, meta: &Meta) -> (Conversation, Statement) {
    let told = told(conversation, meta.made_on);
    let statement = state_for_others(&told, meta);
    (told, statement)
}

/// The same for a device that does not take part yet: of everyone, so that it need not wait for what was said before.
/// `None` where there is no key, because one device is enough.
pub fn open_to_others(conversation: &Conversation, meta: &Meta) -> Option<(Conversation, Opening)> {
    let secret = conversation.secret.clone()?;
    let told = told(conversation, meta.made_on);
    let open = Open::of(&told);
    let listed = told.participants.iter().filter(|it| it.is_listed());
    let said = listed.map(|it| {
        let said = open.said(it);
        // Where we hold more than we may pass on, their own file of that revision says more: it must not lose to ours.
        let is_whole = it.is_here || said == stored(it);
        Said { revision: if is_whole { said.revision } else { 0 }, ..said }
    });
    let statement = statement(&told, meta, said.collect());
    drop(open);
    Some((told, Opening { statement, secret }))
}

/// Whether something was said here that no file has told the others yet.
pub fn has_news(conversation: &Conversation) -> bool {
    let open = Open::of(conversation);
    let here = conversation.participants.iter().filter(|it| it.is_here && it.is_listed());
    here.map(|it| (it, open.said(it))).any(|(it, said)| match it.told.checksum {
        0 => !said.is_empty(),
        told => checksum(&said) != told,
    })
}

fn statement(conversation: &Conversation, meta: &Meta, said: Vec<Said>) -> Statement {
    Statement {
        conversation: conversation.id,
        made_on: meta.made_on,
        made_by: meta.made_by.clone(),
        frame: SaidFrame::of(conversation),
        said,
    }
}

fn told(conversation: &Conversation, day: Day) -> Conversation {
    let mut told = conversation.clone();
    if told.frame.is_ours {
        told.frame.revision = told.frame.revision.saturating_add(1);
    }
    let open = Open::of(conversation);
    for participant in told.participants.iter_mut().filter(|it| it.is_here && it.is_listed()) {
        let checksum = checksum(&open.said(participant));
        let participant = Arc::make_mut(participant);
        let ready = participant.sheets.iter().filter(|it| it.is_ready).map(|it| it.round).max();
        let until = participant.told.until.max(ready.unwrap_or(0));
        participant.told = ToldSoFar { until, checksum };
        participant.revision = participant.revision.saturating_add(1).max(first_of(day));
    }
    told
}

/// The first revision of a day. One who has lost a device and goes on from an older backup counts on from too low a number, and
/// would be taken for late; from the next day on they are not. 16 bits of one day's files, and days until the year 2149.
fn first_of(day: Day) -> u32 {
    u32::try_from(day.number()).unwrap_or(0).min(0xFFFF) << 16
}

/// Never 0, which stands for nothing said.
fn checksum(said: &Said) -> u32 {
    let said = Said { revision: 0, ..said.clone() };
    crc32(&out::bytes(&said)).max(1)
}

/// All that is open to everyone.
struct Open<'a> {
    people: Vec<PersonId>,
    /// Of revealed rounds; `None` where somebody's are on their way, or they wrote nothing.
    words: BTreeMap<(Round, PersonId), Option<Words>>,
    requests: BTreeMap<RequestId, PersonId>,
    conversation: &'a Conversation,
}

impl Open<'_> {
    fn of(conversation: &Conversation) -> Open<'_> {
        let sheets = conversation.participants.iter().flat_map(|it| &it.sheets);
        let last = sheets.map(|it| it.round).max().unwrap_or(0);
        let mut words = BTreeMap::new();
        for round in 1..=last {
            for (participant, shared) in conversation.revealed(round).into_iter().flatten() {
                words.insert((round, participant.person.id), shared);
            }
        }
        let requests = conversation.requests().into_iter();
        let requests = requests.map(|(asker, it)| (it.id, asker.person.id)).collect();
        Open { people: listed(conversation), words, requests, conversation }
    }

    fn said(&self, participant: &Participant) -> Said {
        let id = participant.person.id;
        let ready = participant.sheets.iter().filter(|it| it.is_ready);
        let rounds: Vec<SaidRound> = ready
            .map(|it| SaidRound { round: it.round, words: self.words(participant, it.round) })
            .collect();
        let is_shared =
            |round| rounds.iter().any(|it: &SaidRound| it.round == round && it.words.is_some());
        let asked = participant.requests.iter().filter(|it| self.requests.contains_key(&it.id));
        let asked: Vec<_> = asked.filter(|it| is_shared(it.round)).cloned().collect();
        let replies =
            participant.replies.iter().filter(|it| self.requests.contains_key(&it.request));
        let said = Said {
            id,
            revision: participant.revision,
            since: participant.since,
            left: participant.left,
            own_words: Vec::new(),
            rounds,
            requests: asked,
            replies: replies.map(|it| self.reply(it)).collect(),
        };
        said.about(&self.people).with_words(&participant.person.own_words)
    }

    /// One who writes here and wrote nothing shares nothing, and that is said: else the others would wait for it.
    fn words(&self, participant: &Participant, round: Round) -> Option<SharedWords> {
        let shared = self.words.get(&(round, participant.person.id))?.as_ref();
        let silent = || participant.is_here.then(Words::silent);
        shared.map(SharedWords::of).or_else(|| Some(SharedWords::of(&silent()?)))
    }

    /// What they looked back at in a round that is not revealed is not said yet.
    fn reply(&self, reply: &Reply) -> Reply {
        let mut reply = reply.clone();
        reply.turned_out.retain(|(_, _, round)| self.conversation.is_revealed(*round));
        reply
    }
}

/// What may go out of somebody who writes here.
pub(super) fn said_here(conversation: &Conversation, participant: &Participant) -> Said {
    Open::of(conversation).said(participant)
}

/// Whom a file may speak of.
fn listed(conversation: &Conversation) -> Vec<PersonId> {
    let listed = conversation.participants.iter().filter(|it| it.is_listed());
    listed.map(|it| it.person.id).collect()
}

/// What is held of somebody who writes elsewhere: as it came, revealed here or not. Never for a file.
pub(super) fn stored(participant: &Participant) -> Said {
    let ready = participant.sheets.iter().filter(|it| it.is_ready);
    let rounds = ready
        .map(|it| SaidRound { round: it.round, words: it.words.as_ref().map(SharedWords::of) });
    let said = Said {
        id: participant.person.id,
        revision: participant.revision,
        since: participant.since,
        left: participant.left,
        own_words: Vec::new(),
        rounds: rounds.collect(),
        requests: participant.requests.clone(),
        replies: participant.replies.clone(),
    };
    said.with_words(&participant.person.own_words)
}

impl Said {
    /// Whether there is nothing in it but who they are.
    pub fn is_empty(&self) -> bool {
        self.left.is_none()
            && self.rounds.is_empty()
            && self.requests.is_empty()
            && self.replies.is_empty()
    }

    /// Without what is said of anyone else than these.
    pub(super) fn about(mut self, people: &[PersonId]) -> Said {
        for round in &mut self.rounds {
            round.words = round.words.take().map(|words| words.about(people));
        }
        for request in &mut self.requests {
            if request.effects.iter().any(|it| !people.contains(&it.whose)) {
                let effects = request.effects.iter().filter(|it| people.contains(&it.whose));
                *request = Arc::new(Request {
                    effects: effects.cloned().collect(),
                    ..Request::clone(request)
                });
            }
        }
        self
    }

    /// With those of these words that are used, in their order.
    pub(super) fn with_words(mut self, words: &[OwnWord]) -> Said {
        let used = self.used();
        self.own_words = words.iter().filter(|it| used.contains(&it.id)).cloned().collect();
        self
    }

    fn used(&self) -> Vec<WordId> {
        let words = self.rounds.iter().filter_map(|it| it.words.as_ref());
        let caught = words.flat_map(SharedWords::sides).flat_map(|it| it.own_words());
        let asked = self.requests.iter().flat_map(|it| &it.effects).filter_map(|it| own(&it.need));
        let looked = self.replies.iter().flat_map(|it| &it.turned_out);
        caught.chain(asked).chain(looked.filter_map(|(need, _, _)| own(need))).collect()
    }
}

impl SaidFrame {
    pub(super) fn of(conversation: &Conversation) -> SaidFrame {
        let frame = &conversation.frame;
        let listed = conversation.participants.iter().filter(|it| it.is_listed());
        let people = listed.map(|it| Named {
            id: it.person.id,
            code: it.person.code.clone(),
            since: it.since,
            released: it.released,
        });
        SaidFrame {
            revision: frame.revision,
            begun_on: frame.begun_on,
            topic: frame.topic.clone(),
            relation: frame.relation,
            opening: frame.opening.clone(),
            areas: frame.areas.clone(),
            people: people.collect(),
        }
    }
}
