//! The plain values hold at their edges: days, texts, codes, and taking out and putting back.
//! Never goes through bytes or storage.

use std::sync::Arc;

use attune::domain::day::Civil;
use attune::domain::moment::Line;
use attune::domain::person::{CodeError, parse_code};
use attune::domain::*;
use attune::vocabulary::{Feeling, Need};

#[test]
fn days_are_those_of_the_calendar() {
    let cases = [
        ("1970-01-01", Some((0, 3))),
        ("1969-12-31", Some((-1, 2))),
        ("2000-02-29", Some((11_016, 1))),
        ("2024-02-29", Some((19_782, 3))),
        ("2026-11-22", Some((20_779, 6))),
        ("1900-01-01", Some((-25_567, 0))),
        ("2199-12-31", Some((84_005, 1))),
        ("1899-12-31", None),
        ("2200-01-01", None),
        ("2023-02-29", None),
        ("1900-02-29", None),
        ("2026-04-31", None),
        ("2026-13-01", None),
        ("2026-00-01", None),
        ("2026-01-00", None),
        ("2026-1-01", None),
        ("2026-+1-01", None),
        ("+026-01-01", None),
        ("-026-01-01", None),
        ("2026-01-01-", None),
        ("2026-01", None),
        ("２０２６-01-01", None),
        ("", None),
    ];
    for (iso, expected) in cases {
        let day = Day::parse(iso);
        assert_eq!(day.map(|day| (day.number(), day.weekday())), expected, "{iso}");
        if let Some(day) = day {
            assert_eq!(day.iso(), iso);
        }
    }
}

#[test]
fn every_day_comes_back_from_its_calendar_form_and_follows_the_one_before() {
    let mut before: Option<Day> = None;
    for number in -25_567..=84_005 {
        let day = Day::from_number(number).unwrap();
        assert_eq!(Day::from_civil(day.civil()), Some(day));
        if let Some(before) = before {
            let (old, new) = (before.civil(), day.civil());
            let next_month = new.day == 1 && (old.day >= 28);
            assert!(new.day == old.day + 1 || next_month, "{old:?} {new:?}");
            assert_eq!(day.weekday(), (before.weekday() + 1) % 7);
        }
        before = Some(day);
    }
}

#[test]
fn days_stay_in_reach() {
    assert_eq!(Day::from_number(-25_568), None);
    assert_eq!(Day::from_number(84_006), None);
    let day = Day::parse("2026-11-22").unwrap();
    for (days, expected) in
        [(1, "2026-11-23"), (-22, "2026-10-31"), (i32::MAX, "2199-12-31"), (i32::MIN, "1900-01-01")]
    {
        assert_eq!(day.plus(days).iso(), expected);
    }
    for year in [i32::MIN, -1, i32::MAX] {
        assert_eq!(Day::from_civil(Civil { year, month: 1, day: 1 }), None);
    }
}

#[test]
fn a_line_holds_140_characters_and_is_never_cut() {
    let too_long = |has| Err(TextError::TooLong { has, most: 140 });
    let cases: [(String, Result<String, TextError>); 14] = [
        ("a".repeat(140), Ok("a".repeat(140))),
        ("a".repeat(141), too_long(141)),
        ("é".repeat(140), Ok("é".repeat(140))),
        ("🌧".repeat(140), Ok("🌧".repeat(140))),
        ("🌧".repeat(141), too_long(141)),
        ("e\u{301}".repeat(71), too_long(142)),
        (format!("  {}  ", "a".repeat(140)), Ok("a".repeat(140))),
        (String::new(), Err(TextError::Empty)),
        (" \n\t ".into(), Err(TextError::Empty)),
        ("\0".into(), Err(TextError::Empty)),
        ("a\0b".into(), Ok("a b".into())),
        ("one\r\ntwo   three".into(), Ok("one two three".into())),
        ("שוב בעבודה".into(), Ok("שוב בעבודה".into())),
        ("👩‍👩‍👧 \u{202E}x".into(), Ok("👩‍👩‍👧 \u{202E}x".into())),
    ];
    for (raw, expected) in cases {
        let parsed = Line::parse(&raw).map(|line| line.as_str().to_owned());
        assert_eq!(parsed, expected, "{raw:?}");
    }
}

#[test]
fn a_note_keeps_its_lines_and_loses_only_nul() {
    assert_eq!(Note::parse("one\n\ntwo\t\0three").unwrap().as_str(), "one\n\ntwo\tthree");
    assert!(Note::parse("").unwrap().is_empty());
    assert!(Note::parse(&"ü".repeat(Note::MOST)).is_some());
    assert!(Note::parse(&"ü".repeat(Note::MOST + 1)).is_none());
}

#[test]
fn codes_are_never_empty_nor_equal() {
    let person = |id: u8, code| {
        Person::new(PersonId([id; 8]), Kind::Client, person::Code::parse(code).unwrap())
    };
    let people = [person(1, "Ash 7"), person(2, "ÖRN")];
    let cases = [
        ("Birch", None, None),
        ("", None, Some(CodeError::Text(TextError::Empty))),
        (" \0 ", None, Some(CodeError::Text(TextError::Empty))),
        ("Ash 7", None, Some(CodeError::Taken)),
        ("  ash \n 7 ", None, Some(CodeError::Taken)),
        ("örn", None, Some(CodeError::Taken)),
        ("ASH 7", Some(1), None),
        ("ASH 7", Some(2), Some(CodeError::Taken)),
    ];
    for (raw, this, expected) in cases {
        let this = this.map(|id| PersonId([id; 8]));
        assert_eq!(parse_code(raw, this, &people).err(), expected, "{raw:?}");
    }
    let long = "x".repeat(41);
    let too_long = CodeError::Text(TextError::TooLong { has: 41, most: 40 });
    assert_eq!(parse_code(&long, None, &people).err(), Some(too_long));
}

const SESSION: SessionId = SessionId([1; 8]);
const MOMENT: MomentId = MomentId([2; 8]);

/// One session of three moments; the second has anger, shame about the anger, and a behaviour.
fn journal() -> (Journal, ItemId, ItemId) {
    let code = person::Code::parse("Ash").unwrap();
    let mut journal = Journal::new(Person::new(PersonId([9; 8]), Kind::Client, code));
    journal.begin_session(SESSION, Day::parse("2026-11-22").unwrap());
    let mut moment = Moment::new(MOMENT);
    let mut feelings = Feeling::all().map(Naming::Known);
    let anger = moment.feel(feelings.next().unwrap(), About::Moment);
    let shame = moment.feel(feelings.next().unwrap(), About::Item(anger));
    moment.add_behaviour(Line::parse("I stayed late again").unwrap());
    journal.change_session(SESSION, |session| {
        let others = [MomentId([3; 8]), MomentId([4; 8])].map(|id| Arc::new(Moment::new(id)));
        let [first, last] = others;
        session.moments = vec![first, Arc::new(moment), last];
    });
    (journal, anger, shame)
}

#[test]
fn what_is_taken_out_comes_back_where_it_was() {
    let removals: [fn(&mut Journal, ItemId) -> Option<Removed>; 3] = [
        |journal, _| journal.remove_session(SESSION),
        |journal, _| journal.remove_moment(SESSION, MOMENT),
        |journal, item| journal.remove_item(SESSION, MOMENT, item),
    ];
    for remove in removals {
        let (before, anger, _) = journal();
        let mut journal = before.clone();
        let removed = remove(&mut journal, anger).unwrap();
        assert_ne!(journal, before);
        assert_eq!(remove(&mut journal, anger), None, "a second click finds nothing");
        assert!(journal.restore(removed.clone()));
        assert_eq!(journal, before);
        assert!(!journal.restore(removed), "a second click puts nothing back twice");
        assert_eq!(journal, before);
    }
}

#[test]
fn what_has_no_home_any_more_is_not_put_back() {
    let (mut journal, anger, _) = journal();
    let item = journal.remove_item(SESSION, MOMENT, anger).unwrap();
    let moment = journal.remove_moment(SESSION, MOMENT).unwrap();
    assert!(!journal.restore(item));
    journal.remove_session(SESSION).unwrap();
    assert!(!journal.restore(moment));
}

#[test]
fn a_feeling_about_something_removed_is_about_the_moment_meanwhile() {
    let (mut journal, anger, shame) = journal();
    let about = |journal: &Journal| {
        let moment = journal.session(SESSION).unwrap().moment(MOMENT).unwrap().clone();
        moment.felt().find(|felt| felt.id == shame).unwrap().about
    };
    let removed = journal.remove_item(SESSION, MOMENT, anger).unwrap();
    assert_eq!(about(&journal), About::Moment);
    // Turned to the behaviour meanwhile, it stays there.
    journal.change_session(SESSION, |session| {
        session.change_moment(MOMENT, |moment| {
            if let Some(Item::Felt(felt)) = moment.item_mut(shame) {
                felt.about = About::Item(ItemId(3));
            }
        })
    });
    assert!(journal.restore(removed));
    assert_eq!(about(&journal), About::Item(ItemId(3)));
}

#[test]
fn moments_shift_as_far_as_there_is_room() {
    let cases = [(0, false), (1, true), (-1, true), (9, true), (isize::MIN, true)];
    for (places, moves) in cases {
        let (mut journal, ..) = journal();
        let moved = journal.change_session(SESSION, |session| session.shift_moment(MOMENT, places));
        assert_eq!(moved, Some(moves), "{places}");
        let position = journal.session(SESSION).unwrap().position(MOMENT);
        assert_eq!(position, Some(1_isize.saturating_add(places).clamp(0, 2) as usize));
    }
}

#[test]
fn sessions_come_newest_day_first_and_of_one_day_last_begun_first() {
    let (mut journal, ..) = journal();
    let day = Day::parse("2026-11-22").unwrap();
    for (id, day) in [(5, day), (6, day.plus(-30)), (7, day.plus(1))] {
        journal.begin_session(SessionId([id; 8]), day);
    }
    let order: Vec<u8> = journal.by_day().iter().map(|session| session.id.0[0]).collect();
    assert_eq!(order, [7, 5, 1, 6]);
}

#[test]
fn the_last_session_number_does_not_overflow() {
    let (mut journal, ..) = journal();
    journal.change_session(SESSION, |session| session.begun = u32::MAX);
    assert_eq!(
        journal.begin_session(SessionId([5; 8]), Day::from_number(0).unwrap()).begun,
        u32::MAX
    );
}

#[test]
fn a_name_is_caught_once() {
    let mut moment = Moment::new(MOMENT);
    let need = Naming::Known(Need::all().next().unwrap());
    let id = moment.mark_need(need.clone(), Standing::Unmet);
    assert_eq!(moment.mark_need(need.clone(), Standing::NotSaid), id);
    assert_eq!(moment.needs().next().unwrap().standing, Standing::Unmet);
    assert_eq!(moment.mark_need(need, Standing::Met), id);
    assert_eq!(moment.needs().next().unwrap().standing, Standing::Met);
    let dismissed = Need::all().next().unwrap();
    moment.dismiss(dismissed);
    moment.dismiss(dismissed);
    assert_eq!(moment.dismissed.len(), 1);
    assert!(moment.is_dismissed(dismissed));
}

#[test]
fn strengths_are_one_to_five() {
    let valid: Vec<u8> = (0..=255).filter(|it| Strength::new(*it).is_some()).collect();
    assert_eq!(valid, [1, 2, 3, 4, 5]);
}
