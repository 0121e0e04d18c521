//! Conversations and changes: the same after their bytes as before, and nothing beyond their bounds.
//! Never goes through storage.

use std::sync::Arc;

use attune::domain::*;
use attune::vault::Unreadable;
use attune::vault::segment::{self, Frame};
use attune::vault::wire::{self, Record};

use crate::samples::{self, Dice};
use crate::wire::{bytes, check, text};

const WHO: PersonId = PersonId(*b"person-1");
const GROUP: GroupId = GroupId(*b"group--1");

fn records_of(conversation: Conversation) -> Vec<Record> {
    let order = conversation.participants.iter().map(|it| it.person.id).collect();
    let front = Conversation { participants: Vec::new(), ..conversation.clone() };
    let mut records = vec![Record::Conversation(Box::new(front), order)];
    for it in &conversation.participants {
        let sheets = it.sheets.iter();
        records.extend(sheets.map(|sheet| Record::Sheet(it.person.id, sheet.clone())));
        let bare = Participant { sheets: Vec::new(), ..Participant::clone(it) };
        records.push(Record::Participant(Arc::new(bare)));
    }
    records
}

fn records_of_change(map: ChangeMap) -> Vec<Record> {
    let order = map.groups.iter().map(|it| it.id).collect();
    let front = ChangeMap { groups: Vec::new(), ..map.clone() };
    let mut records = vec![Record::Change(Box::new(front), order)];
    for it in &map.groups {
        records.push(Record::Counted(it.id, Box::new(it.counted.clone())));
        let bare = Group { counted: Counted::default(), ..Group::clone(it) };
        records.push(Record::Group(Arc::new(bare)));
    }
    records
}

#[test]
fn any_conversation_comes_back() {
    for seed in 0..60 {
        records_of(samples::conversation(&mut Dice::new(seed))).into_iter().for_each(check);
    }
}

#[test]
fn any_change_comes_back() {
    for seed in 0..60 {
        records_of_change(samples::change_map(&mut Dice::new(seed))).into_iter().for_each(check);
    }
}

fn day() -> Day {
    Day::from_number(1).unwrap()
}

fn conversation() -> Conversation {
    Conversation {
        id: ConversationId(*b"conversa"),
        frame: attune::domain::Frame {
            revision: 3,
            begun_on: day(),
            topic: Some(text("t")),
            relation: Some(Relation::Team),
            opening: Some(ShortText::parse("o").unwrap()),
            areas: vec![Listed::Unknown("a".into())],
            is_ours: true,
        },
        participants: Vec::new(),
        secret: SecretKey::written([7; 32]),
    }
}

fn participant() -> Participant {
    let person = Person::new(WHO, Kind::Participant, ShortText::parse("P").unwrap());
    let need = NeedWord::Unknown("n".into());
    let effects = vec![PlacedNeed { whose: WHO, need: need.clone(), kind: EffectKind::Costs }];
    let request = Request { id: RequestId(*b"request1"), round: 2, text: text("r"), effects };
    let turned_out = vec![(need, Standing::Met, 3)];
    let agreement = Agreement::NotLikeThis;
    Participant {
        revision: 4,
        sign: Some(Sign(5)),
        left: Some(6),
        released: Some(7),
        told: ToldSoFar { until: 8, checksum: 9 },
        replies: vec![Reply { request: request.id, agreement, turned_out }],
        requests: vec![Arc::new(request)],
        ..Participant::new(person, 1)
    }
}

fn sheet(guesses: Vec<(PersonId, Side)>) -> Sheet {
    let mut mine = Side::new(MomentId(*b"moment-1"));
    Arc::make_mut(&mut mine.moment).add_behaviour(text("b"));
    mine.keep_private(ItemId(1), true);
    Sheet { round: 2, is_ready: true, words: Some(Words { mine, guesses }) }
}

fn change() -> ChangeMap {
    let need = Listed::Unknown("n".into());
    let measure =
        Measure { id: MeasureId(*b"measure1"), text: text("m"), answers: vec![(GROUP, need)] };
    let id = ChangeId(*b"change-1");
    ChangeMap { sentence: Some(text("s")), measures: vec![measure], ..ChangeMap::new(id, day()) }
}

fn group() -> Group {
    let need = Listed::Unknown("n".into());
    Group {
        touches: vec![Touch { need, kind: TouchKind::Threatens, hands: Some(Hands::Influence) }],
        in_hands: vec![InHands { text: text("i"), hands: Hands::NotMine }],
        feelings: vec![Listed::Unknown("f".into())],
        judgements: vec![Listed::Unknown("j".into())],
        ..Group::new(GROUP, ShortText::parse("g").unwrap())
    }
}

fn counted(people: u32) -> Counted {
    let one =
        Counts { people: 1, unmet: [(Listed::Unknown("n".into()), 1)].into(), ..Counts::default() };
    let mut counted = Counted::default();
    (0..people).for_each(|at| _ = counted.take(HandoverId([at as u8; 8]), &one));
    counted
}

/// As they lie on the wire.
fn written() -> Vec<(Record, Vec<u8>)> {
    let side = b"moment-1\x00\x00\x00\x00\x02\x01\x04\x01\x01b\x01\x01";
    vec![
        (
            Record::Conversation(Box::new(conversation()), vec![WHO]),
            [
                b"\x0f\x01\x00\x3econversa\x03\x02\x01\x01t\x05\x01\x01o\x01\x01a\x01".as_slice(),
                &[7; 32],
                b"\x01person-1",
            ]
            .concat(),
        ),
        (
            Record::Participant(Arc::new(participant())),
            b"\x10\x01\x01person-1\x37\x01P\x00\x01\x04\x01\x05\x01\x01\x06\x01request1\x02\x01r\x01person-1\x00\x01n\x02\x01request1\x02\x01\x00\x01n\x03\x03\x01\x07\x08\x09".to_vec(),
        ),
        (
            Record::Sheet(WHO, Arc::new(sheet(vec![(PersonId(*b"person-2"), sheet(Vec::new()).words.unwrap().mine)]))),
            [b"\x11\x01\x01person-1\x34\x02\x01\x01".as_slice(), side, b"\x01person-2", side].concat(),
        ),
        (
            Record::Change(Box::new(change()), vec![GROUP]),
            b"\x12\x01\x00\x2cchange-1\x02\x01\x01s\x01group--1\x01measure1\x01m\x01group--1\x01n\x00".to_vec(),
        ),
        (
            Record::Group(Arc::new(group())),
            b"\x13\x01\x01group--1\x11\x01g\x01\x01n\x02\x02\x01\x01i\x03\x01\x01f\x01\x01j".to_vec(),
        ),
        (
            Record::Counted(GROUP, Box::new(counted(1))),
            b"\x14\x01\x01group--1\x14\x00\x00\x00\x00\x01\x01\x01n\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00".to_vec(),
        ),
    ]
}

#[test]
fn the_bytes_of_the_kinds_fifteen_to_twenty_stay() {
    for (record, expected) in written() {
        assert_eq!(bytes(&record), expected, "{record:?}");
    }
}

#[test]
fn a_kind_of_a_conversation_or_a_change_stands_with_its_part_or_without_one_never_either_way() {
    for (record, bytes) in written() {
        let (frame, _) = segment::take(&bytes).unwrap();
        let part = if frame.part.is_some() { None } else { Some(PartId([1; 8])) };
        assert_eq!(wire::read(&Frame { part, ..frame }), Err(Unreadable::Damaged), "{record:?}");
    }
}

/// The body of one of `written`, with a byte changed.
fn read_with(at: usize, place: usize, byte: u8) -> Result<Record, Unreadable> {
    let (_, bytes) = written().remove(at);
    let (frame, _) = segment::take(&bytes).unwrap();
    let mut body = frame.body.to_vec();
    body[place] = byte;
    wire::read(&Frame { body: &body, ..frame })
}

#[test]
fn an_unknown_relation_effect_agreement_or_touch_makes_its_record_newer() {
    for (at, place, known) in [(0, 13, 5), (1, 34, 2), (1, 44, 2), (1, 49, 3), (4, 5, 2), (4, 6, 3)]
    {
        let before = read_with(at, place, known);
        assert!(before.is_ok(), "{at}, {place}: {before:?}");
        assert_eq!(read_with(at, place, 99), Err(Unreadable::Newer), "{at}, {place}");
    }
}

#[test]
fn a_round_that_is_none_is_damaged() {
    for (at, place) in [(1, 7), (1, 9), (1, 19), (1, 50), (2, 0)] {
        assert_eq!(read_with(at, place, 0), Err(Unreadable::Damaged), "{at}, {place}");
    }
}

#[test]
fn counts_that_cannot_have_come_about_are_damaged() {
    // Shown without being five; more than the people they are of.
    assert_eq!(read_with(5, 0, 1), Err(Unreadable::Damaged));
    assert_eq!(read_with(5, 4, 5), Err(Unreadable::Damaged));
    assert_eq!(read_with(5, 8, 2), Err(Unreadable::Damaged));
    for people in [0, 4, 5, 9, 10, 200] {
        check(Record::Counted(GROUP, Box::new(counted(people))));
    }
}

/// Nothing of it is written: no reader would take it.
fn check_refused(record: &Record) {
    assert!(wire::push(Vec::new(), record).is_err(), "{record:?}");
}

#[test]
fn what_is_beyond_the_bounds_is_not_written() {
    let ids = |count: u8| (0..count).map(|at| PersonId([at; 8])).collect::<Vec<_>>();
    let front = |order| Record::Conversation(Box::new(conversation()), order);
    check(front(ids(8)));
    check_refused(&front(ids(9)));
    check_refused(&front(vec![WHO, WHO]));
    let guesses = |count: u8| {
        let side = |at: PersonId| (at, Side::new(MomentId(at.0)));
        Record::Sheet(WHO, Arc::new(sheet(ids(count).into_iter().map(side).collect())))
    };
    check(guesses(7));
    check_refused(&guesses(8));
    let at_round = |round| Record::Sheet(WHO, Arc::new(Sheet::new(round)));
    check(at_round(500));
    [0, 501].into_iter().for_each(|round| check_refused(&at_round(round)));
    let asking = |count: u16| {
        let request = |at: u16| {
            let [high, low] = at.to_be_bytes();
            let id = RequestId([high, low, 0, 0, 0, 0, 0, 0]);
            Arc::new(Request { id, round: 1, text: text("r"), effects: Vec::new() })
        };
        let requests = (0..count).map(request).collect();
        Record::Participant(Arc::new(Participant { requests, ..participant() }))
    };
    check_refused(&asking(501));
    let of_groups = |count: u8| {
        let order = (0..count).map(|at| GroupId([at; 8])).collect();
        Record::Change(Box::new(change()), order)
    };
    check(of_groups(20));
    check_refused(&of_groups(21));
}

#[test]
fn the_secret_key_of_a_conversation_is_shown_nowhere() {
    let shown = format!("{:?}", conversation());
    assert!(!shown.contains("7, 7"), "{shown}");
}
