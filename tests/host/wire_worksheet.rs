//! What stands beside a record's text, a summary, what was received, a day to review by and an invitation: the same after their
//! bytes as before. Never goes through storage.

use std::sync::Arc;

use attune::domain::*;
use attune::vault::Unreadable;
use attune::vault::segment::{self, Frame};
use attune::vault::wire::{self, Record};
use attune::vocabulary::{Area, Need};

use crate::wire::{bytes, check, text};

const SESSION: SessionId = SessionId(*b"session1");

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

fn day(number: i32) -> Day {
    Day::from_number(number).unwrap()
}

fn sheet_with(change: impl FnOnce(&mut RecordSheet)) -> Record {
    let mut sheet = RecordSheet::default();
    change(&mut sheet);
    Record::RecordSheet(SESSION, Arc::new(sheet))
}

fn invitation(asks: Vec<Ask>) -> Record {
    Record::Invitation(Arc::new(Invitation {
        secret: SecretKey::written([7; 32]),
        public: PublicKey([8; 32]),
        made_on: day(1),
        asks,
    }))
}

#[test]
fn everything_on_a_sheet_comes_back() {
    check(sheet_with(|_| {}));
    for form in RecordForm::ALL {
        check(sheet_with(|sheet| sheet.form = form));
    }
    let longest = "\u{10FFFD}".repeat(140);
    for words in ["a", "שלום, לא שוב", "\u{202E}turned", "=1+1", longest.as_str()] {
        check(sheet_with(|sheet| {
            sheet.observation = note(&words.repeat(100));
            sheet.intervention = note(&format!("{words}\n{words}"));
            sheet.modality = Some(text(words));
            sheet.attendance = Some(text(words));
            let amended = |day| Amendment { day, text: note(words) };
            sheet.amendments = [Day::LAST, Day::FIRST, Day::FIRST].map(amended).to_vec();
            sheet.locked = Some(Day::FIRST);
        }));
    }
    for minutes in [1, 59, 1_439, 1_440] {
        check(sheet_with(|sheet| {
            sheet.time = TimeOfDay::from_minutes(minutes - 1);
            sheet.length = Minutes::new(minutes);
            assert!(sheet.time.is_some() && sheet.length.is_some());
        }));
    }
}

#[test]
fn an_invitation_comes_back_with_all_it_asks_for() {
    check(invitation(Vec::new()));
    let unknown = || Listed::Unknown("of-a-later-one".into());
    let areas = Area::all().map(Listed::Known).chain([Listed::Unknown("area-to-come".into())]);
    let asks = areas.map(Ask::Area);
    let asks = asks.chain(Need::all().map(Listed::Known).map(Ask::Need));
    let asks = asks.chain(Need::all().map(Listed::Known).map(Ask::Question));
    check(invitation(asks.chain([Ask::Need(unknown()), Ask::Question(unknown())]).collect()));
}

#[test]
fn summaries_days_and_where_a_session_came_from_come_back() {
    for text in ["", "I feel frustrated.\nשלום", &"\u{10FFFD}".repeat(Note::MOST)[..400]] {
        check(Record::Summary(SESSION, note(text)));
    }
    for day in [Day::FIRST, Day::LAST] {
        check(Record::ReviewBy(day));
        check(Record::Received(SESSION, Received { handover: HandoverId([255; 8]), day }));
    }
}

/// As they lie on the wire.
fn written() -> Vec<(Record, Vec<u8>)> {
    let sheet = sheet_with(|sheet| {
        sheet.form = RecordForm::Birp;
        sheet.observation = note("o");
        sheet.intervention = note("i");
        sheet.time = TimeOfDay::from_minutes(845);
        sheet.length = Minutes::new(50);
        sheet.modality = Some(text("m"));
        sheet.attendance = Some(text("a"));
        sheet.locked = Some(day(1));
        sheet.amendments = vec![Amendment { day: day(2), text: note("x") }];
    });
    let received = Received { handover: HandoverId(*b"handover"), day: day(1) };
    let asks =
        vec![Ask::Area(Listed::Unknown("a".into())), Ask::Question(Listed::Unknown("q".into()))];
    let keys = [[7; 32], [8; 32]].concat();
    vec![
        (Record::Summary(SESSION, note("s")), b"\x0a\x01\x01session1\x02\x01s".to_vec()),
        (sheet, b"\x0b\x01\x01session1\x16\x03\x01o\x01i\x01\xcd\x06\x01\x32\x01\x01m\x01\x01a\x01\x02\x01\x04\x01x".to_vec()),
        (Record::Received(SESSION, received), b"\x0c\x01\x01session1\x09handover\x02".to_vec()),
        (Record::ReviewBy(day(-1)), b"\x0d\x01\x00\x01\x01".to_vec()),
        (invitation(asks), [b"\x0e\x01\x00\x48", &keys[..], b"\x02\x02\x01\x01a\x03\x01q"].concat()),
    ]
}

#[test]
fn the_bytes_of_the_kinds_ten_to_fourteen_stay() {
    for (record, expected) in written() {
        assert_eq!(bytes(&record), expected, "{record:?}");
    }
}

#[test]
fn a_kind_stands_with_a_session_or_without_one_never_either_way() {
    for (record, bytes) in written() {
        let (frame, _) = segment::take(&bytes).unwrap();
        let part = if frame.part.is_some() { None } else { Some(SESSION.into()) };
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
fn an_unknown_form_or_ask_makes_its_record_newer() {
    for number in [0, 5, 255] {
        assert_eq!(read_with(1, 0, number), Err(Unreadable::Newer));
        assert_eq!(read_with(4, 66, number), Err(Unreadable::Newer));
        assert_eq!(read_with(4, 69, number), Err(Unreadable::Newer));
    }
}

#[test]
fn a_time_a_length_or_an_amendment_that_is_none_is_damaged() {
    assert!(read_with(1, 6, 0xCE).is_ok());
    // 1,440 minutes since midnight; none, and 1,441 of them.
    let (_, bytes) = written().remove(1);
    let (frame, _) = segment::take(&bytes).unwrap();
    let mut late = frame.body.to_vec();
    late.splice(6..8, [0xA0, 0x0B]);
    assert_eq!(wire::read(&Frame { body: &late, ..frame }), Err(Unreadable::Damaged));
    assert_eq!(read_with(1, 9, 0), Err(Unreadable::Damaged), "no minutes");
    let mut long = frame.body.to_vec();
    long.splice(9..10, [0xA1, 0x0B]);
    assert_eq!(wire::read(&Frame { body: &long, ..frame }), Err(Unreadable::Damaged));
    let empty = [&frame.body[..frame.body.len() - 2], &[0]].concat();
    assert_eq!(wire::read(&Frame { body: &empty, ..frame }), Err(Unreadable::Damaged));
}

#[test]
fn the_secret_key_of_an_invitation_is_shown_nowhere() {
    let shown = format!("{:?}", invitation(Vec::new()));
    assert!(!shown.contains("7, 7") && shown.contains("8, 8"), "{shown}");
}
