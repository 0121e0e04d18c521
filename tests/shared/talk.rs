//! A conversation of many people and rounds, from a seed: shared and private items, guesses, requests and replies.
//! Never anyone's words.

use std::sync::Arc;

use attune::domain::conversation::Frame;
use attune::domain::moment::Line;
use attune::domain::person::{Code, OwnText};
use attune::domain::*;
use attune::vocabulary::{Feeling, Judgement, Need};

use crate::dice::Dice;

/// So few needs and feelings that several people name the same.
const FEW: usize = 15;

/// All rounds but the last are revealed; in that one nobody is ready yet.
pub fn talk(dice: &mut Dice, people: usize, rounds: Round) -> Conversation {
    let mut talk = Conversation {
        id: ConversationId(dice.id()),
        frame: Frame {
            revision: 0,
            begun_on: Day::from_number(20_000).expect("a day"),
            topic: None,
            relation: None,
            opening: None,
            areas: Vec::new(),
            is_ours: true,
        },
        participants: (0..people).map(|at| participant(dice, at)).collect(),
        secret: None,
    };
    for round in 1..=rounds {
        for at in 0..people {
            fill_in(dice, &mut talk, at, round, rounds);
        }
    }
    talk
}

fn participant(dice: &mut Dice, at: usize) -> Arc<Participant> {
    let code = Code::parse(&format!("P{at}")).expect("short");
    let mut person = Person::new(PersonId(dice.id()), Kind::Participant, code);
    let like = dice.one_in(2).then(|| Listed::Known(any_need(dice)));
    person.own_words.push(OwnWord {
        id: WordId([2; 8]),
        text: OwnText::parse("a door").expect("short"),
        kind: OwnWordKind::Need(like),
    });
    Arc::new(Participant::new(person, 1))
}

fn any_need(dice: &mut Dice) -> Need {
    Need::all().nth(6 * dice.below(FEW)).expect("one of 90")
}

fn need_word(dice: &mut Dice) -> NeedWord {
    match dice.below(12) {
        0 => Naming::Own(WordId([2; 8])),
        _ => Naming::Known(any_need(dice)),
    }
}

fn fill_in(dice: &mut Dice, talk: &mut Conversation, at: usize, round: Round, last: Round) {
    let people: Vec<PersonId> = talk.participants.iter().map(|it| it.person.id).collect();
    let who = people[at];
    let mut words = Words { mine: side(dice), guesses: Vec::new() };
    for other in people.iter().filter(|it| **it != who) {
        if dice.one_in(2) {
            words.guesses.push((*other, side(dice)));
        }
    }
    let request = dice.one_in(2).then(|| request(dice, &people, round));
    let asked: Vec<RequestId> =
        talk.participants.iter().flat_map(|it| &it.requests).map(|it| it.id).collect();
    let is_away = dice.one_in(40);
    talk.change_participant(who, |it| {
        let sheet = it.sheet_mut(round);
        sheet.is_ready = round < last;
        sheet.words = (!is_away).then_some(words);
        it.requests.extend(request.map(Arc::new));
        for _ in 0..asked.len().min(3) {
            let reply = it.reply_mut(asked[dice.below(asked.len())]);
            reply.agreement = dice.pick(&[Agreement::Agreed, Agreement::NotLikeThis]);
            reply.turn_out(need_word(dice), dice.pick(&Standing::SAID), round);
        }
    });
}

fn side(dice: &mut Dice) -> Side {
    let mut moment = Moment::new(MomentId(dice.id()));
    for _ in 0..dice.below(5) {
        let feeling = Feeling::all().nth(14 * dice.below(FEW)).expect("one of 215");
        let felt = moment.feel(Naming::Known(feeling), About::Moment);
        known(dice, &mut moment, felt);
    }
    for _ in 0..dice.below(5) {
        let standing = dice.pick(&[
            Standing::NotSaid,
            Standing::Unmet,
            Standing::Unmet,
            Standing::Partly,
            Standing::Met,
        ]);
        let mark = moment.mark_need(need_word(dice), standing);
        known(dice, &mut moment, mark);
    }
    if dice.one_in(2) {
        let judgement = Judgement::all().nth(7 * dice.below(FEW)).expect("one of 106");
        let heard = moment.hear(Naming::Known(judgement));
        let angry = Feeling::all().nth(14 * dice.below(FEW)).expect("one of 215");
        moment.feel(Naming::Known(angry), About::Item(heard));
        moment.dismiss(any_need(dice));
    }
    let mut side = Side { moment: Arc::new(moment), kept_private: Vec::new() };
    let items: Vec<ItemId> = side.moment.items.iter().map(Item::id).collect();
    items.into_iter().filter(|_| dice.one_in(4)).for_each(|it| side.keep_private(it, true));
    side
}

fn known(dice: &mut Dice, moment: &mut Moment, item: ItemId) {
    let known_by = dice.pick(&KnownBy::ALL);
    match moment.item_mut(item) {
        Some(Item::Felt(felt)) => felt.known_by = known_by,
        Some(Item::Need(mark)) => mark.known_by = known_by,
        _ => {}
    }
}

fn request(dice: &mut Dice, people: &[PersonId], round: Round) -> Request {
    let text = Line::parse("Ask me first").expect("short");
    let mut request = Request { id: RequestId(dice.id()), round, text, effects: Vec::new() };
    for _ in 0..dice.below(4) {
        let kind = dice.pick(&[EffectKind::Serves, EffectKind::Costs]);
        request.affect(dice.pick(people), Naming::Known(any_need(dice)), Some(kind));
    }
    request
}
