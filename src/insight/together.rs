//! What a conversation shows once a round is revealed: what several need, where they differ, what was guessed beside what was shared.
//! Never sees anything that is not revealed, never judges a guess, and never counts who was right. Method: docs/insight.md.

mod guess;
mod meant;
mod patterns;
mod request;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::{
    Conversation, KnownBy, NeedWord, Participant, PersonId, Round, Standing, Words,
};
use crate::order;

pub use guess::{Beside, Guess, Guessed};
pub use meant::Meant;
pub use patterns::{InEveryRound, Moved, Patterns, Pointing, Unspoken, Way, patterns};
pub use request::{Asked, CameTo, LookedBack, Touched, requests};

/// A need, and everyone who named it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Voiced {
    pub need: Meant,
    /// Never empty; in the order of the participants. One who named it twice, by an own word too, stands here twice.
    pub voices: Vec<Voice>,
}

/// How one participant named a need.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Voice {
    pub who: PersonId,
    /// As they named it.
    pub word: NeedWord,
    pub standing: Standing,
    /// A guess about oneself is one too: it looks like one, and weighs less.
    pub known_by: KnownBy,
}

/// What one revealed round shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RoundSeen {
    pub round: Round,
    /// Needs that two or more named, however they stand; strongest agreement first.
    pub shared: Vec<Voiced>,
    /// Needs that stand otherwise for one than for another, then those that only one named. The former are among the shared
    /// ones too: both need it.
    pub differ: Vec<Voiced>,
    pub guesses: Vec<Guess>,
    /// Who shared nothing: that is theirs to do.
    pub silent: Vec<PersonId>,
    /// Who is ready, and whose words are still on another device.
    pub awaited: Vec<PersonId>,
}

type Told<'a> = (&'a Arc<Participant>, Option<Words>);

/// `None` before everyone is ready.
pub fn round(conversation: &Conversation, round: Round) -> Option<RoundSeen> {
    let told = conversation.revealed(round)?;
    let (shared, differ) = in_common(&told);
    let who = |is_so: fn(&Option<Words>) -> bool| {
        told.iter().filter(|(_, words)| is_so(words)).map(|(it, _)| it.person.id).collect()
    };
    Some(RoundSeen {
        round,
        shared,
        differ,
        guesses: guess::guesses(&told),
        silent: who(|words| words.as_ref().is_some_and(is_blank)),
        awaited: who(Option::is_none),
    })
}

fn is_blank(words: &Words) -> bool {
    words.mine.moment.is_blank() && words.guesses.is_empty()
}

fn in_common(told: &[Told]) -> (Vec<Voiced>, Vec<Voiced>) {
    let all = voiced(told);
    let mut shared: Vec<Voiced> = all.iter().filter(|it| it.people() > 1).cloned().collect();
    order::sort_by_key(&mut shared, |it| std::cmp::Reverse((it.agreement(), it.people())));
    let mut differ: Vec<Voiced> = all.into_iter().filter(|it| it.differs()).collect();
    // Who named it alone, in the order of the participants; those who stand otherwise come before.
    let alone = |it: &Voiced| told.iter().position(|(one, _)| it.people() == 1 && it.is_by(one));
    order::sort_by_key(&mut differ, |it| (alone(it), std::cmp::Reverse(it.people())));
    (shared, differ)
}

/// In the order of the vocabulary, then own words.
fn voiced(told: &[Told]) -> Vec<Voiced> {
    let mut all: BTreeMap<Meant, Vec<Voice>> = BTreeMap::new();
    for (participant, words) in told {
        let Some(words) = words else { continue };
        for mark in words.mine.moment.needs() {
            let need = Meant::of(&mark.need, &participant.person);
            all.entry(need).or_default().push(Voice {
                who: participant.person.id,
                word: mark.need.clone(),
                standing: mark.standing,
                known_by: mark.known_by,
            });
        }
    }
    all.into_iter().map(|(need, voices)| Voiced { need, voices }).collect()
}

impl Voiced {
    fn people(&self) -> usize {
        let mut people: Vec<PersonId> = self.voices.iter().map(|it| it.who).collect();
        people.dedup();
        people.len()
    }

    fn is_by(&self, participant: &Participant) -> bool {
        self.voices.iter().any(|it| it.who == participant.person.id)
    }

    /// How many say that it stands the same, a guess counting half of a word.
    fn agreement(&self) -> usize {
        let says = |it: &Voice| 2 - usize::from(it.known_by == KnownBy::Guessed);
        let alike = |standing| {
            let mut alike: Vec<&Voice> =
                self.voices.iter().filter(|it| it.standing == standing).collect();
            alike.dedup_by_key(|it| it.who);
            alike.into_iter().map(says).sum::<usize>()
        };
        Standing::SAID.map(alike).into_iter().max().unwrap_or_default()
    }

    /// Whether it stands otherwise for one than for another, or only one named it.
    fn differs(&self) -> bool {
        self.people() == 1
            || self.voices.iter().any(|one| self.voices.iter().any(|it| it.differs(one)))
    }
}

impl Voice {
    fn differs(&self, other: &Voice) -> bool {
        self.who != other.who && stands_otherwise(self.standing, other.standing)
    }
}

/// Where one has not said how it stands, nothing differs.
fn stands_otherwise(one: Standing, other: Standing) -> bool {
    one != other && one != Standing::NotSaid && other != Standing::NotSaid
}
