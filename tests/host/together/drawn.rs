//! Conversations drawn by chance, from numbers that proptest can make small.
//! Holds no promise.

use std::sync::Arc;

use attune::domain::*;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{conversation, hold, id, participant};
use crate::dice::Dice;
use crate::talk::talk;

pub fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 200,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_202),
        ..ProptestConfig::default()
    }
}

#[derive(Clone, Copy, Debug)]
pub enum Step {
    Ready(u8),
    Leave(u8),
    ComeBack(u8),
    Erase(u8),
    Add,
}

pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    let who = 1..=6_u8;
    let step = prop_oneof![
        6 => who.clone().prop_map(Step::Ready),
        2 => who.clone().prop_map(Step::Leave),
        2 => who.clone().prop_map(Step::ComeBack),
        1 => who.prop_map(Step::Erase),
        1 => Just(Step::Add),
    ];
    proptest::collection::vec(step, 0..60)
}

/// Who was erased, if anyone.
pub fn go(held: &mut Conversation, step: Step) -> Option<u8> {
    let current = held.current_round();
    match step {
        Step::Ready(who) => {
            if held.participant(id(who)).is_some_and(|it| it.takes_part_in(current)) {
                hold(held, &[who], current);
            }
        }
        Step::Leave(who) => drop(held.leave(id(who))),
        Step::ComeBack(who) => drop(held.come_back(id(who))),
        Step::Erase(who) => return held.erase(id(who)).then_some(who),
        Step::Add => {
            let free = (4..=6).find(|it| held.participant(id(*it)).is_none());
            held.participants.extend(free.map(|it| participant(it, current)));
        }
    }
    None
}

/// A conversation of so many, with everything in it that people write, whose last round is still being filled in.
pub fn lived(seed: u64, people: usize, rounds: Round) -> Conversation {
    talk(&mut Dice::new(seed), people, rounds)
}

/// The same, as one who sees only what is revealed could have it: without rounds that are not, without what is private.
pub fn stripped(held: &Conversation) -> Conversation {
    let current = held.current_round();
    let mut stripped = conversation(0);
    stripped.id = held.id;
    for participant in &held.participants {
        let mut theirs = Participant::new(Person::clone(&participant.person), participant.since);
        theirs.left = participant.left;
        theirs.requests =
            participant.requests.iter().filter(|it| it.round < current).cloned().collect();
        theirs.replies = participant.replies.iter().map(|it| before(it, current)).collect();
        stripped.participants.push(Arc::new(theirs));
    }
    for round in 1..current {
        for (participant, words) in held.revealed(round).expect("revealed") {
            stripped.change_participant(participant.person.id, |it| {
                let sheet = it.sheet_mut(round);
                (sheet.is_ready, sheet.words) = (true, words);
            });
        }
    }
    stripped
}

fn before(reply: &Reply, current: Round) -> Reply {
    let mut reply = reply.clone();
    reply.turned_out.retain(|(.., round)| *round < current);
    reply
}
