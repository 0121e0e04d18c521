//! A conversation over several devices: what each has said is the same everywhere in the end, and nothing is anywhere before its time.
//! Holds what the parts share, and no promise of its own.

mod any_order;
mod coming_and_going;
pub mod file;
mod goes_out;
mod hostile;
mod takes_in;

use std::sync::Arc;

use attune::domain::conversation::{Frame, Opening as OpeningText};
use attune::domain::moment::Line;
use attune::domain::person::OwnText;
use attune::domain::*;
use attune::exchange::conversation_file::*;
use attune::vocabulary::{Area, Feeling, Judgement, Need};

use crate::exchange::meta;

pub fn who(number: u8) -> PersonId {
    PersonId([number; 8])
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

pub fn code(number: u8) -> Code {
    Code::parse(["Heron", "Wren", "Robin", "Swift"][usize::from(number) - 1]).unwrap()
}

/// One with an own word that is used, and one that is not.
fn participant(number: u8, since: Round) -> Participant {
    let mut person = Person::new(who(number), Kind::Participant, code(number));
    for (at, text) in ["like lead", "never used"].iter().enumerate() {
        let id = WordId([number, at as u8, 7, 7, 7, 7, 7, 7]);
        let kind = OwnWordKind::Feeling(None);
        person.own_words.push(OwnWord { id, text: OwnText::parse(text).unwrap(), kind });
    }
    Participant::new(person, since)
}

/// Begun here, by so many, over several devices.
pub fn begun(people: u8) -> Conversation {
    Conversation {
        id: ConversationId([9; 8]),
        frame: Frame {
            revision: 0,
            begun_on: Day::parse("2026-03-09").unwrap(),
            topic: Some(line("We spoke about Monday for ten minutes")),
            relation: Some(Relation::Colleagues),
            opening: Some(OpeningText::parse("What do you need?").unwrap()),
            areas: vec![Listed::Known(Area::from_id("area-work").unwrap())],
            is_ours: true,
        },
        participants: (1..=people).map(|it| Arc::new(participant(it, 1))).collect(),
        secret: Some(SecretKey::new([5; 32])),
    }
}

/// The same on the devices of these: the first began it.
pub fn shared(devices: &[&[u8]]) -> Vec<Conversation> {
    let people = devices.iter().map(|it| it.len()).sum::<usize>() as u8;
    let mut first = begun(people);
    for number in (1..=people).filter(|it| !devices[0].contains(it)) {
        first.change_participant(who(number), |it| it.is_here = false);
    }
    let (first, opening) = open_to_others(&first, &meta()).unwrap();
    let elsewhere = devices[1..].iter().map(|here| {
        let here: Vec<PersonId> = here.iter().copied().map(who).collect();
        join(&opening, &here).unwrap()
    });
    let mut all: Vec<Conversation> = elsewhere.collect();
    for device in &mut all {
        // On each device people have words of their own.
        for participant in device.participants.iter_mut().filter(|it| it.is_here) {
            let words = self::participant(participant.person.id.0[0], 1).person.own_words.clone();
            let it = Arc::make_mut(participant);
            it.person = Arc::new(Person { own_words: words, ..Person::clone(&it.person) });
        }
    }
    all.insert(0, first);
    all
}

/// What somebody shares in a round, as it stands in a file that holds it.
pub fn shares(number: u8, round: Round) -> String {
    format!("shown by {number} in {round}")
}

/// What nobody else may ever see.
const PRIVATE: &str = "for myself alone";

fn side(id: u8, number: u8, round: Round) -> Side {
    let mut side = Side::new(MomentId([id, number, round as u8, 1, 1, 1, 1, 1]));
    let moment = Arc::make_mut(&mut side.moment);
    let rest = Need::from_id("rest").unwrap();
    let private = moment.add_behaviour(line(PRIVATE));
    moment.hear(Naming::Known(Judgement::all().next().unwrap()));
    moment.add_behaviour(line(&shares(number, round)));
    let own = Naming::Own(WordId([number, 0, 7, 7, 7, 7, 7, 7]));
    moment.feel(own, About::Item(private));
    moment.feel(Naming::Known(Feeling::all().nth(round.into()).unwrap()), About::Moment);
    moment.mark_need(Naming::Known(Need::all().nth(number.into()).unwrap()), Standing::Unmet);
    let secret = moment.mark_need(Naming::Known(rest), Standing::Unmet);
    let choice = moment.add_choice(line("stay late"));
    if let Some(Item::Choice(it)) = moment.item_mut(choice) {
        it.affect(Naming::Known(rest), Some(EffectKind::Costs));
    }
    moment.dismiss(Need::all().nth(40).unwrap());
    side.keep_private(private, true);
    side.keep_private(secret, true);
    side
}

/// What somebody writes in the current round, with a guess about everyone else and a request.
pub fn write(conversation: &mut Conversation, number: u8) {
    let round = conversation.current_round();
    let others: Vec<PersonId> = conversation.in_round(round).map(|it| it.person.id).collect();
    let need = Naming::Known(Need::all().nth(3).unwrap());
    conversation.change_participant(who(number), |it| {
        let guesses = others.iter().filter(|id| **id != who(number));
        let guesses = guesses.map(|id| (*id, side(id.0[0], number, round))).collect();
        it.sheet_mut(round).words = Some(Words { mine: side(100, number, round), guesses });
        let id = RequestId([number, round as u8, 3, 3, 3, 3, 3, 3]);
        let mut request =
            Request { id, round, text: line(&shares(number, round)), effects: vec![] };
        for other in others {
            request.affect(other, need.clone(), Some(EffectKind::Serves));
        }
        it.requests.push(Arc::new(request));
    });
}

/// Says to all requests of others that are open what they say to them.
pub fn answer(conversation: &mut Conversation, number: u8) {
    let round = conversation.current_round();
    let asked: Vec<RequestId> = conversation.requests().iter().map(|(_, it)| it.id).collect();
    let need = Naming::Known(Need::all().nth(3).unwrap());
    conversation.change_participant(who(number), |it| {
        for request in asked {
            let reply = it.reply_mut(request);
            reply.agreement = Agreement::Agreed;
            if round > 1 {
                reply.turn_out(need.clone(), Standing::Partly, round);
            }
        }
    });
}

pub fn ready(conversation: &mut Conversation, number: u8) {
    let round = conversation.current_round();
    conversation.change_participant(who(number), |it| it.sheet_mut(round).is_ready = true);
}

/// What is said to the others, as it comes out of its file; the device remembers that it did.
pub fn said(conversation: &mut Conversation) -> Statement {
    let (told, statement) = tell(conversation, &meta());
    *conversation = told;
    let file = attune::exchange::conversation_file::write(&statement).unwrap();
    assert_eq!(read(&file), Ok(ConversationFile::Statement(Box::new(statement.clone()))));
    statement
}

pub fn take(conversation: &mut Conversation, statement: &Statement) -> Told {
    let (next, told) = take_in(conversation, statement).unwrap();
    *conversation = next;
    told
}

/// What anyone can see of a conversation, whichever device it is on.
pub fn seen(conversation: &Conversation) -> String {
    let mut seen =
        format!("{:?}\n", Frame { is_ours: true, revision: 0, ..conversation.frame.clone() });
    for it in conversation.participants.iter().filter(|it| it.is_listed()) {
        let times = (it.since, it.left, it.released);
        let replies = replies(conversation, it);
        seen += &format!("{} {times:?} {replies:?}\n", it.person.code.as_str());
    }
    for round in 1..conversation.current_round() {
        for (it, words) in conversation.revealed(round).unwrap() {
            let silent = it.is_here.then(Words::silent);
            let words = words.or(silent).as_ref().map(SharedWords::of);
            seen += &format!("{round} {} {words:?}\n", it.person.code.as_str());
        }
    }
    for (asker, request) in conversation.requests() {
        seen += &format!("{} asks {request:?}\n", asker.person.code.as_str());
    }
    seen
}

/// Without what they looked back at in a round that is not over.
fn replies(conversation: &Conversation, participant: &Participant) -> Vec<Reply> {
    let mut replies = participant.replies.clone();
    for reply in &mut replies {
        reply.turned_out.retain(|(_, _, round)| conversation.is_revealed(*round));
    }
    replies
}

/// Says where two differ, and not all of both.
#[track_caller]
pub fn assert_same(one: &impl std::fmt::Debug, other: &impl std::fmt::Debug, why: &str) {
    let (one, other) = (format!("{one:?}"), format!("{other:?}"));
    if let Some(at) = one.bytes().zip(other.bytes()).position(|(one, other)| one != other) {
        let around = |text: &str| {
            let bytes: Vec<u8> = text.bytes().skip(at.saturating_sub(300)).take(400).collect();
            String::from_utf8_lossy(&bytes).into_owned()
        };
        panic!("{why}\n…{}…\n…{}…", around(&one), around(&other));
    }
    assert!(one.len() == other.len(), "{why}: one goes on");
}
