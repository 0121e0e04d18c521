//! What a conversation promises of itself: who takes part, when all is revealed, and what never is.
//! Never goes through bytes or storage, nor through what insight makes of it.

mod drawn;
mod membership;
mod nothing_else;
mod private;

use std::sync::Arc;

use attune::domain::conversation::Frame;
use attune::domain::person::Code;
use attune::domain::*;
use attune::vocabulary::{Feeling, Judgement, Need};

fn id(number: u8) -> PersonId {
    PersonId([number; 8])
}

fn participant(number: u8, since: Round) -> Arc<Participant> {
    let code = Code::parse(&format!("P{number}")).expect("short");
    Arc::new(Participant::new(Person::new(id(number), Kind::Participant, code), since))
}

/// Participants 1, 2, 3 and so on, from the first round.
fn conversation(people: u8) -> Conversation {
    let frame = Frame {
        revision: 0,
        begun_on: Day::parse("2026-03-09").expect("a day"),
        topic: None,
        relation: None,
        opening: None,
        areas: Vec::new(),
        is_ours: true,
    };
    let participants = (1..=people).map(|it| participant(it, 1)).collect();
    Conversation { id: ConversationId([7; 8]), frame, participants, secret: None }
}

fn need(id: &str) -> NeedWord {
    Naming::Known(Need::from_id(id).expect("a need"))
}

fn feeling(id: &str) -> FeelingWord {
    Naming::Known(Feeling::from_id(id).expect("a feeling"))
}

fn judgement(id: &str) -> JudgementWord {
    Naming::Known(Judgement::from_id(id).expect("a judgement"))
}

/// Says that something goes short.
fn write(conversation: &mut Conversation, who: u8, round: Round, word: &str) {
    let moment = MomentId([who, round as u8, 0, 0, 0, 0, 0, 0]);
    conversation.change_participant(id(who), |it| {
        let words = it.sheet_mut(round).words.get_or_insert_with(|| Words::new(moment));
        Arc::make_mut(&mut words.mine.moment).mark_need(need(word), Standing::Unmet);
    });
}

fn ready(conversation: &mut Conversation, who: u8, round: Round) {
    conversation.change_participant(id(who), |it| it.sheet_mut(round).is_ready = true);
}

/// Everyone writes and says ready.
fn hold(conversation: &mut Conversation, people: &[u8], round: Round) {
    for who in people {
        write(conversation, *who, round, "rest");
        ready(conversation, *who, round);
    }
}

/// Who is told of in a round, and whether with words.
fn told(conversation: &Conversation, round: Round) -> Option<Vec<(u8, bool)>> {
    let told = conversation.revealed(round)?;
    Some(told.iter().map(|(it, words)| (it.person.id.0[0], words.is_some())).collect())
}
