//! Records come back from their bytes as they were, and what this version does not know is named a newer one.
//! Never goes through storage.

use std::sync::Arc;

use attune::domain::moment::Line;
use attune::domain::*;
use attune::vault::Unreadable;
use attune::vault::segment::{self, Frame};
use attune::vault::wire::{self, Record, SessionHeader};
use attune::vocabulary::{Area, Feeling, Judgement, Need};

use crate::samples::{self, Dice};

const SESSION: SessionId = SessionId(*b"session1");

pub fn bytes(record: &Record) -> Vec<u8> {
    wire::push(Vec::new(), record).unwrap()
}

pub fn check(record: Record) {
    let bytes = bytes(&record);
    let (frame, rest) = segment::take(&bytes).unwrap();
    assert!(rest.is_empty());
    assert_eq!(wire::read(&frame), Ok(record));
    for end in 0..bytes.len() {
        assert_eq!(segment::take(&bytes[..end]).err(), Some(Unreadable::Damaged), "cut at {end}");
    }
    // A body cut short, or with something behind it, is damaged or newer, and never a panic.
    for end in 0..frame.body.len() {
        assert!(wire::read(&Frame { body: &frame.body[..end], ..frame.clone() }).is_err(), "{end}");
    }
    let longer = [frame.body, &[0]].concat();
    assert!(wire::read(&Frame { body: &longer, ..frame.clone() }).is_err());
    let unknown = [Frame { version: 2, ..frame.clone() }, Frame { kind: 99, ..frame.clone() }];
    for frame in unknown {
        assert_eq!(wire::read(&frame), Err(Unreadable::Newer));
    }
}

pub fn moment_with(change: impl FnOnce(&mut Moment)) -> Record {
    let mut moment = Moment::new(MomentId(*b"moment-1"));
    change(&mut moment);
    Record::Moment(SESSION, Arc::new(moment))
}

pub fn text(text: &str) -> Line {
    Line::parse(text).unwrap()
}

#[test]
fn every_word_of_the_vocabulary_comes_back() {
    check(moment_with(|moment| {
        for feeling in Feeling::all() {
            moment.feel(Naming::Known(feeling), About::Moment);
        }
        for need in Need::all() {
            moment.mark_need(Naming::Known(need), Standing::NotSaid);
            moment.dismiss(need);
        }
        for judgement in Judgement::all() {
            moment.hear(Naming::Known(judgement));
        }
    }));
    for area in Area::all() {
        check(moment_with(|moment| moment.area = Some(AreaName::Known(area))));
    }
}

#[test]
fn every_small_value_comes_back() {
    let hands = Hands::ALL.map(Some).into_iter().chain([None]);
    for hand in hands {
        for known_by in KnownBy::ALL {
            for standing in [Standing::NotSaid, Standing::Unmet, Standing::Partly, Standing::Met] {
                check(moment_with(|moment| {
                    moment.hands = hand;
                    let (id, need) = (moment.take_id(), Naming::Own(WordId(*b"own-need")));
                    let mark = NeedMark { id, need, standing, hands: hand, known_by };
                    moment.items.push(Item::Need(mark));
                }));
            }
            for strength in [None, Strength::new(1), Strength::new(5)] {
                for about in [About::Moment, About::Item(ItemId(1)), About::Item(ItemId(65_535))] {
                    check(moment_with(|moment| {
                        let (id, feeling) =
                            (moment.take_id(), Naming::Unknown("weltschmerz".into()));
                        let felt = Felt { id, feeling, strength, about, known_by };
                        moment.items.push(Item::Felt(felt));
                    }));
                }
            }
        }
    }
    for theme in [Theme::Device, Theme::Light, Theme::Dark] {
        for open in [None, Some((PersonId([7; 8]), SESSION))] {
            let pointer = Note::parse("one\ntwo").unwrap();
            check(Record::Settings(Arc::new(Settings { theme, pointer, open })));
        }
    }
}

#[test]
fn what_is_remembered_of_backups_comes_back() {
    let days = [None, Some(Day::FIRST), Some(Day::LAST)];
    for (answered, day) in days.iter().flat_map(|one| days.map(|other| (*one, other))) {
        for sessions in [0, 1, u32::MAX] {
            let last = day.map(|day| Backup { day, sessions });
            check(Record::Backups(Backups { last, answered }));
        }
    }
}

#[test]
fn the_time_after_which_the_lock_falls_shut_comes_back() {
    for time in IdleTime::ALL {
        check(Record::IdleTime(time));
    }
}

#[test]
fn every_script_comes_back() {
    let longest = "\u{10FFFD}".repeat(140);
    let texts = ["a", "👩‍👩‍👧 at home", "שלום, לא שוב", "\u{202E}turned", "e\u{301}", longest.as_str()];
    for it in texts {
        check(moment_with(|moment| {
            moment.label = Some(text(it));
            moment.add_behaviour(text(it));
            moment.add_choice(text(it));
        }));
        let note = Note::parse(&it.repeat(100)).unwrap();
        check(Record::Reflection(SESSION, note.clone()));
        check(Record::FileNote(SESSION, note));
    }
    check(Record::Reflection(SESSION, Note::default()));
}

#[test]
fn headers_and_people_come_back() {
    let days = ["1900-01-01", "1969-12-31", "1970-01-01", "2199-12-31"];
    for day in days.map(|day| Day::parse(day).unwrap()) {
        for begun in [0, 1, u32::MAX] {
            let moments = (0..9).map(|number| MomentId([number; 8])).collect();
            check(Record::Session(SESSION, SessionHeader { begun, day, moments }));
        }
    }
    for seed in 0..40 {
        let mut dice = Dice::new(seed);
        for kind in [Kind::Client, Kind::Me, Kind::Participant] {
            check(Record::Person(Arc::new(samples::person(&mut dice, kind))));
        }
    }
}

#[test]
fn any_moment_comes_back() {
    for seed in 0..300 {
        let mut dice = Dice::new(seed);
        let own = dice.one_in(2).then(|| WordId(dice.id()));
        check(Record::Moment(SESSION, Arc::new(samples::moment(&mut dice, own))));
    }
}

#[test]
fn unknown_numbers_make_a_record_newer() {
    // The last byte of a settings body without an open session, the byte before, and so on, set to a number not given yet.
    let settings = bytes(&Record::Settings(Arc::default()));
    let (frame, _) = segment::take(&settings).unwrap();
    let mut body = frame.body.to_vec();
    body[0] = 77; // the theme
    assert_eq!(wire::read(&Frame { body: &body, ..frame }), Err(Unreadable::Newer));

    let record = moment_with(|moment| _ = moment.add_choice(text("x")));
    let moment = bytes(&record);
    let (frame, _) = segment::take(&moment).unwrap();
    let mut body = frame.body.to_vec();
    let kind = body.len() - 4; // kind, id, length, "x"
    assert_eq!(body[kind], 5);
    body[kind] = 7;
    assert_eq!(wire::read(&Frame { body: &body, ..frame.clone() }), Err(Unreadable::Newer));
    body[kind] = 0;
    assert_eq!(wire::read(&Frame { body: &body, ..frame }), Err(Unreadable::Damaged));
}

#[test]
fn the_bytes_of_version_one_stay() {
    // Written out once: a change of any number, field or order fails here.
    let record = moment_with(|moment| {
        moment.label = Some(text("ward"));
        moment.hands = Some(Hands::NotMine);
        let anger = moment.feel(Naming::Unknown("zorn".into()), About::Moment);
        let shame = moment.feel(Naming::Own(WordId(*b"own-word")), About::Item(anger));
        if let Some(Item::Felt(felt)) = moment.item_mut(shame) {
            felt.strength = Strength::new(4);
            felt.known_by = KnownBy::Guessed;
        }
        moment.mark_need(Naming::Unknown("ruhe".into()), Standing::Partly);
    });
    let mut expected = b"\x06\x01\x01session1".to_vec();
    let mut body = b"moment-1\x01\x04ward\x00\x03\x00\x04\x03".to_vec();
    body.extend_from_slice(b"\x01\x01\x00\x04zorn\x00\x00\x00");
    body.extend_from_slice(b"\x01\x02\x01\x08own-word\x04\x01\x01\x02");
    body.extend_from_slice(b"\x02\x03\x00\x04ruhe\x02\x00\x00");
    expected.push(body.len() as u8);
    expected.extend_from_slice(&body);
    assert_eq!(bytes(&record), expected);
}

#[test]
fn an_item_id_from_a_file_is_never_given_again() {
    let record = moment_with(|moment| {
        moment.add_choice(text("x"));
        moment.next_item = 1;
    });
    let bytes = bytes(&record);
    let (frame, _) = segment::take(&bytes).unwrap();
    let Ok(Record::Moment(_, mut read)) = wire::read(&frame) else { panic!("not read") };
    assert_eq!(Arc::make_mut(&mut read).take_id(), ItemId(2));
}
