//! Conversations and changes, drawn, and random changes to them, as people could make them.
//! Never draws from the dice of what was there before them, so that that is drawn as ever.

use std::sync::Arc;

use attune::domain::*;
use attune::vocabulary::{Area, Feeling, Judgement, Need};

use super::{Dice, add_item, any, invitation, line, moment, naming, person, prose};

fn key(dice: &mut Dice) -> [u8; 32] {
    std::array::from_fn(|_| dice.below(256) as u8)
}

fn need(dice: &mut Dice) -> Listed<Need> {
    match dice.one_in(9) {
        true => Listed::Unknown("a-need-to-come".into()),
        false => Listed::Known(any(dice, Need::all().len(), Need::all())),
    }
}

fn feeling(dice: &mut Dice) -> Listed<Feeling> {
    Listed::Known(any(dice, Feeling::all().len(), Feeling::all()))
}

fn day(dice: &mut Dice) -> Day {
    Day::from_number(20_000 + dice.below(500) as i32).unwrap()
}

fn participant(dice: &mut Dice, since: Round) -> Participant {
    let person = Person { set_aside: false, ..person(dice, Kind::Participant) };
    let mut participant = Participant::new(person, since);
    participant.is_here = !dice.one_in(4);
    participant.sign = dice.one_in(2).then(|| Sign(dice.next() as u32));
    participant.told = ToldSoFar { until: dice.below(3) as Round, checksum: dice.next() as u32 };
    participant
}

fn side(dice: &mut Dice, own: Option<WordId>) -> Side {
    let moment = moment(dice, own);
    let kept = moment.items.iter().map(Item::id).filter(|_| dice.one_in(3));
    let kept_private = kept.collect();
    Side { moment: Arc::new(moment), kept_private }
}

/// What one of them writes in a round, with a guess about somebody.
fn fill_in(dice: &mut Dice, conversation: &mut Conversation, who: PersonId, round: Round) {
    let others: Vec<PersonId> =
        conversation.participants.iter().map(|it| it.person.id).filter(|it| *it != who).collect();
    let about = (!others.is_empty() && dice.one_in(2)).then(|| dice.pick(&others));
    conversation.change_participant(who, |it| {
        let own = it.person.own_words.first().map(|word| word.id);
        let (mine, guess) = (side(dice, own), side(dice, own));
        let is_here = it.is_here;
        let sheet = it.sheet_mut(round);
        sheet.is_ready |= dice.one_in(2);
        if is_here || dice.one_in(2) {
            let guesses = about.into_iter().map(|about| (about, guess.clone())).collect();
            sheet.words = Some(Words { mine, guesses });
        }
    });
}

fn ask(dice: &mut Dice, conversation: &mut Conversation, who: PersonId) {
    let round = conversation.current_round();
    let others: Vec<PersonId> = conversation.participants.iter().map(|it| it.person.id).collect();
    let mut request =
        Request { id: RequestId(dice.id()), round, text: line(dice), effects: Vec::new() };
    for _ in 0..dice.below(3) {
        let known = any(dice, Need::all().len(), Need::all());
        let (whose, need) = (dice.pick(&others), naming(dice, known, None));
        request.affect(whose, need, Some(dice.pick(&[EffectKind::Serves, EffectKind::Costs])));
    }
    conversation.change_participant(who, |it| it.requests.push(Arc::new(request)));
}

fn answer(dice: &mut Dice, conversation: &mut Conversation, who: PersonId) {
    let round = conversation.current_round();
    let asked: Vec<RequestId> = conversation.requests().iter().map(|(_, it)| it.id).collect();
    if asked.is_empty() {
        return;
    }
    let (request, known) = (dice.pick(&asked), any(dice, Need::all().len(), Need::all()));
    conversation.change_participant(who, |it| {
        let reply = it.reply_mut(request);
        reply.agreement =
            dice.pick(&[Agreement::NotSaid, Agreement::Agreed, Agreement::NotLikeThis]);
        let need = naming(dice, known, None);
        reply.turn_out(need, dice.pick(&Standing::SAID), round);
    });
}

pub fn conversation(dice: &mut Dice) -> Conversation {
    let participants = 2 + if dice.one_in(8) { dice.below(7) } else { dice.below(3) };
    let areas =
        (0..dice.below(3)).map(|_| Listed::Known(any(dice, Area::all().len(), Area::all())));
    let areas = areas.collect();
    let mut conversation = Conversation {
        id: ConversationId(dice.id()),
        frame: Frame {
            revision: dice.below(4) as u32,
            begun_on: day(dice),
            topic: (!dice.one_in(4)).then(|| line(dice)),
            relation: (!dice.one_in(3)).then(|| dice.pick(&Relation::ALL)),
            opening: (!dice.one_in(3)).then(|| ShortText::parse(&prose(dice, 200)).unwrap()),
            areas,
            is_ours: !dice.one_in(3),
        },
        participants: (0..participants).map(|_| Arc::new(participant(dice, 1))).collect(),
        secret: dice.one_in(2).then(|| SecretKey::new(key(dice))),
    };
    for _ in 0..dice.below(12) {
        change_conversation(dice, &mut conversation);
    }
    conversation
}

/// One random command, as somebody could give it.
pub fn change_conversation(dice: &mut Dice, conversation: &mut Conversation) {
    let round = conversation.current_round();
    let people: Vec<PersonId> = conversation.participants.iter().map(|it| it.person.id).collect();
    let who = if people.is_empty() { PersonId([0; 8]) } else { dice.pick(&people) };
    match dice.below(14) {
        0 if people.len() < Conversation::MOST => {
            conversation.participants.push(Arc::new(participant(dice, round)));
        }
        1 if dice.one_in(3) => _ = conversation.erase(who),
        2 => conversation.frame = changed_frame(dice, &conversation.frame),
        3 if !people.is_empty() => ask(dice, conversation, who),
        4 => answer(dice, conversation, who),
        5 => {
            let left = dice.one_in(2).then_some(round);
            conversation
                .change_participant(who, |it| (it.left, it.revision) = (left, it.revision + 1));
        }
        6 if dice.one_in(2) => {
            let released = dice.one_in(2).then(|| dice.below(usize::from(round) + 1) as Round);
            conversation.change_participant(who, |it| {
                (it.released, it.revision) = (released, it.revision + 1)
            });
        }
        6 => _ = conversation.change_participant(who, |it| it.sign = Some(Sign(7))),
        // Everyone comes as far as being ready.
        7 | 8 => {
            for who in people {
                fill_in(dice, conversation, who, round);
                conversation.change_participant(who, |it| it.sheet_mut(round).is_ready = true);
            }
        }
        9 => _ = conversation.change_participant(who, |it| change_side(dice, it.sheet_mut(round))),
        _ if people.is_empty() => {}
        _ => fill_in(dice, conversation, who, round),
    }
}

/// Another item, or one kept private.
fn change_side(dice: &mut Dice, sheet: &mut Sheet) {
    let Some(words) = &mut sheet.words else { return };
    let side = &mut words.mine;
    add_item(dice, Arc::make_mut(&mut side.moment), None);
    if let Some(item) = side.moment.items.last().map(Item::id) {
        side.keep_private(item, dice.one_in(2));
    }
}

fn changed_frame(dice: &mut Dice, frame: &Frame) -> Frame {
    Frame { revision: frame.revision + 1, topic: Some(line(dice)), ..frame.clone() }
}

pub fn group(dice: &mut Dice) -> Group {
    let name = ShortText::parse(&prose(dice, 30)).unwrap();
    let mut group = Group::new(GroupId(dice.id()), name);
    for _ in 0..dice.below(8) {
        change_group(dice, &mut group);
    }
    group
}

fn one(dice: &mut Dice) -> Counts {
    let count = |dice: &mut Dice| (need(dice), 1);
    Counts {
        people: 1,
        unmet: (0..dice.below(4)).map(|_| count(dice)).collect(),
        met: (0..dice.below(4)).map(|_| count(dice)).collect(),
        feelings: (0..dice.below(4)).map(|_| (feeling(dice), 1)).collect(),
    }
}

fn change_group(dice: &mut Dice, group: &mut Group) {
    match dice.below(6) {
        0 => group.in_hands.push(InHands { text: line(dice), hands: dice.pick(&Hands::ALL) }),
        1 => group.feelings.push(feeling(dice)),
        2 => {
            let known = any(dice, Judgement::all().len(), Judgement::all());
            group.judgements.push(Listed::Known(known));
        }
        3 => {
            for _ in 0..dice.below(4) {
                group.counted.take(HandoverId(dice.id()), &one(dice));
            }
        }
        _ => {
            let need = need(dice);
            group.mark(need, Some(dice.pick(&[TouchKind::Serves, TouchKind::Threatens])));
            if let Some(touch) = group.touches.last_mut() {
                touch.hands = dice.one_in(2).then(|| dice.pick(&Hands::ALL));
            }
        }
    }
}

pub fn change_map(dice: &mut Dice) -> ChangeMap {
    let mut map = ChangeMap::new(ChangeId(dice.id()), day(dice));
    map.sentence = (!dice.one_in(4)).then(|| line(dice));
    map.groups = (0..dice.below(4)).map(|_| Arc::new(group(dice))).collect();
    for _ in 0..dice.below(6) {
        change_change_map(dice, &mut map);
    }
    map
}

pub fn change_change_map(dice: &mut Dice, map: &mut ChangeMap) {
    let groups: Vec<GroupId> = map.groups.iter().map(|it| it.id).collect();
    match dice.below(8) {
        0 if groups.len() < ChangeMap::MOST_GROUPS => map.groups.push(Arc::new(group(dice))),
        1 => map.measures.push(Measure::new(MeasureId(dice.id()), line(dice))),
        2 => map.invitation = dice.one_in(2).then(|| invitation(dice)),
        3 => map.sentence = Some(line(dice)),
        _ if groups.is_empty() => {}
        4 if dice.one_in(3) => _ = map.remove_group(dice.pick(&groups)),
        5 => {
            let (group, need) = (dice.pick(&groups), need(dice));
            if let Some(measure) = map.measures.last_mut() {
                measure.answer(group, need, true);
            }
        }
        _ => _ = map.change_group(dice.pick(&groups), |group| change_group(dice, group)),
    }
}

/// One random command about conversations or changes.
pub fn change_together(dice: &mut Dice, cabinet: &mut Cabinet) {
    let conversations: Vec<_> = cabinet.conversations.iter().map(|it| it.id).collect();
    let changes: Vec<_> = cabinet.changes.iter().map(|it| it.id).collect();
    match dice.below(12) {
        0 if dice.one_in(2) => {
            cabinet.conversations.truncate(conversations.len().saturating_sub(1))
        }
        1 if dice.one_in(2) => cabinet.changes.truncate(changes.len().saturating_sub(1)),
        2 => cabinet.conversations.rotate_left(usize::from(conversations.len() > 1)),
        3 => cabinet.changes.push(Arc::new(change_map(dice))),
        it if it % 3 == 0 && !changes.is_empty() => {
            let id = dice.pick(&changes);
            cabinet.change_change_map(id, |map| change_change_map(dice, map));
        }
        it if it % 3 > 0 && !conversations.is_empty() => {
            let id = dice.pick(&conversations);
            cabinet.change_conversation(id, |it| change_conversation(dice, it));
        }
        _ => cabinet.conversations.push(Arc::new(conversation(dice))),
    }
}

/// `samples::cabinet` with a life of conversations and changes in it.
pub fn with_together(seed: u64, mut cabinet: Cabinet) -> Cabinet {
    let mut dice = Dice::new(seed ^ 0x706E);
    cabinet.conversations.push(Arc::new(conversation(&mut dice)));
    cabinet.changes.push(Arc::new(change_map(&mut dice)));
    for _ in 0..10 {
        change_together(&mut dice, &mut cabinet);
    }
    cabinet
}
