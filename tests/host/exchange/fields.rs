//! Every field of every cabinet goes into the file and comes back, in every script; a person can read it there.
//! Never merges anything.

use std::sync::Arc;

use attune::domain::moment::Line;
use attune::domain::*;
use attune::exchange::{self, Refused, Spot};
use attune::vocabulary::{Area, Family, Feeling, Judgement, Need};

use super::{any, check, meta, read, written};
use crate::samples;

fn person() -> Person {
    Person::new(PersonId([1; 8]), Kind::Client, Code::parse("B-12").unwrap())
}

fn with_moment(change: impl FnOnce(&mut Moment)) -> Cabinet {
    let mut moment = Moment::new(MomentId([0xAB; 8]));
    change(&mut moment);
    with_session(|session| session.moments = vec![Arc::new(moment)])
}

fn with_session(change: impl FnOnce(&mut Session)) -> Cabinet {
    let mut journal = Journal::new(person());
    let id = SessionId([2; 8]);
    journal.begin_session(id, Day::parse("2026-03-01").unwrap());
    journal.change_session(id, change);
    Cabinet { journals: vec![Arc::new(journal)], ..Cabinet::default() }
}

#[test]
fn any_cabinet_comes_back_from_its_file() {
    check(&Cabinet::default());
    (0..150).for_each(|seed| check(&any(seed)));
    check(&samples::cabinet(151, 7, 6, 3, 700));
}

#[test]
fn every_word_of_the_vocabulary_comes_back_from_a_file() {
    let cabinet = with_moment(|moment| {
        for feeling in Feeling::all() {
            moment.feel(Naming::Known(feeling), About::Moment);
        }
        for need in Need::all() {
            moment.mark_need(Naming::Known(need), Standing::NotSaid);
            moment.dismiss(need);
        }
        Judgement::all().for_each(|judgement| _ = moment.hear(Naming::Known(judgement)));
    });
    check(&cabinet);
    let text = String::from_utf8(written(&cabinet)).unwrap();
    let names = Feeling::all().map(|it| (it.id(), it.name()));
    let names = names.chain(Need::all().map(|it| (it.id(), it.name())));
    for (id, name) in names.chain(Judgement::all().map(|it| (it.id(), it.name()))) {
        assert!(text.contains(&format!(r#""id": "{id}", "name": "{name}""#)), "{id}");
    }
    for area in Area::all() {
        check(&with_moment(|moment| moment.area = Some(AreaName::Known(area))));
    }
    for family in Family::all() {
        let mut person = person();
        let text = person::OwnText::parse("heavy").unwrap();
        let kind = OwnWordKind::Feeling(Some(Listed::Known(family)));
        person.own_words.push(OwnWord { id: WordId([9; 8]), text, kind });
        check(&Cabinet { journals: vec![Arc::new(Journal::new(person))], ..Default::default() });
    }
}

#[test]
fn every_small_value_comes_back_from_a_file() {
    for hands in Hands::ALL.map(Some).into_iter().chain([None]) {
        for known_by in KnownBy::ALL {
            for standing in [Standing::NotSaid, Standing::Unmet, Standing::Partly, Standing::Met] {
                check(&with_moment(|moment| {
                    moment.hands = hands;
                    let (id, need) = (moment.take_id(), Naming::Own(WordId(*b"own-need")));
                    moment.items.push(Item::Need(NeedMark { id, need, standing, hands, known_by }));
                }));
            }
            for strength in [None, Strength::new(1), Strength::new(5)] {
                for about in [About::Moment, About::Item(ItemId(1)), About::Item(ItemId(65_535))] {
                    check(&with_moment(|moment| {
                        let (id, feeling) = (moment.take_id(), Naming::Unknown("zorn".into()));
                        let felt = Felt { id, feeling, strength, about, known_by };
                        moment.items.push(Item::Felt(felt));
                    }));
                }
            }
        }
    }
    for theme in [Theme::Device, Theme::Light, Theme::Dark] {
        for open in [None, Some((PersonId([7; 8]), SessionId([0xFF; 8])))] {
            let pointer = Note::parse("one\ntwo").unwrap();
            let settings = Arc::new(Settings { theme, pointer, open });
            check(&Cabinet { settings, ..Cabinet::default() });
        }
    }
}

#[test]
fn every_script_comes_back_from_a_file() {
    let longest = "\u{10FFFD}".repeat(140);
    let texts = [
        "a",
        "👩‍👩‍👧 at home 🌧️",
        "שלום, לא שוב",
        "\u{202E}turned\u{202C} \u{200F}\u{2067}back\u{2069}",
        "e\u{301}",
        "\"quoted\" \\ and / and \u{7f}",
        "\\u0000 and \\n as typed",
        "{\"format\": \"attune-notes\"}",
        longest.as_str(),
    ];
    let lines = "\u{2028}\u{2029}\u{85}\t\r\n\u{1}\u{1b}[31m\u{FEFF}\u{FFFE}";
    for text in texts {
        let line = Line::parse(text).unwrap();
        check(&with_moment(|moment| {
            moment.label = Some(line.clone());
            moment.add_behaviour(line.clone());
            moment.add_choice(line);
        }));
        check(&with_session(|session| {
            session.reflection = Note::parse(&format!("{text}{lines}{text}\0")).unwrap();
            session.record = Note::parse(&text.repeat(100)).unwrap();
            session.summary = Note::parse(&format!("{text}{lines}")).unwrap();
            let sheet = Arc::make_mut(&mut session.sheet);
            sheet.observation = session.reflection.clone();
            sheet.intervention = session.record.clone();
            sheet.modality = Some(Line::parse(text).unwrap());
            let day = Day::LAST;
            sheet.amendments = vec![Amendment { day, text: session.summary.clone() }];
        }));
    }
    check(&with_session(|session| {
        session.reflection = Note::parse(&"\u{1}".repeat(Note::MOST)).unwrap();
    }));
}

#[test]
fn days_and_orders_come_back_from_a_file() {
    for day in ["1900-01-01", "1969-12-31", "2024-02-29", "2199-12-31"] {
        for begun in [0, 1, u32::MAX] {
            check(&with_session(|session| {
                session.day = Day::parse(day).unwrap();
                session.begun = begun;
            }));
        }
    }
}

#[test]
fn sessions_of_a_file_come_in_the_order_they_are_kept_in() {
    let mut cabinet = samples::cabinet(145, 1, 3, 1, 20);
    cabinet.change_journal(cabinet.journals[0].person.id, |journal| {
        for session in &mut journal.sessions {
            std::sync::Arc::make_mut(session).begun = 7;
        }
        journal.sessions.sort_by_key(|session| std::cmp::Reverse(session.id));
    });
    let read = read(&written(&cabinet));
    assert!(crate::keeper::open(&crate::keeper::kept(&read)).1 == read);
    assert!(read.journals[0].sessions[0] == cabinet.journals[0].sessions[2]);
}

#[test]
fn a_moment_that_has_had_all_its_items_comes_back_from_a_file() {
    let cabinet = with_moment(|moment| {
        moment.next_item = 65_533;
        for _ in 0..5 {
            moment.add_choice(Line::parse("x").unwrap());
        }
    });
    check(&cabinet);
}

#[test]
fn an_item_id_from_a_file_is_never_given_again_here() {
    let cabinet = with_moment(|moment| {
        moment.add_choice(Line::parse("x").unwrap());
        moment.next_item = 1;
    });
    let mut read = read(&written(&cabinet));
    let journal = Arc::make_mut(&mut read.journals[0]);
    let moment = &mut Arc::make_mut(&mut journal.sessions[0]).moments[0];
    assert_eq!(Arc::make_mut(moment).take_id(), ItemId(2));
}

#[test]
fn what_a_reader_would_refuse_is_not_written() {
    let twice = with_session(|session| {
        let moment = Arc::new(Moment::new(MomentId([5; 8])));
        session.moments = vec![moment; 2];
    });
    let at = Spot::Field("/people/0/sessions/0/moments/1/id".to_owned());
    assert_eq!(exchange::write(&twice, &meta()), Err(Refused::Damaged { at }));
    let many = with_session(|session| {
        let ids = (0..10_001_u64).map(|number| MomentId(number.to_le_bytes()));
        session.moments = ids.map(|id| Arc::new(Moment::new(id))).collect();
    });
    assert_eq!(exchange::write(&many, &meta()), Err(Refused::TooLarge));
}

#[test]
fn a_person_can_read_the_file() {
    let cabinet = with_moment(|moment| {
        moment.label = Some(Line::parse("the ward round").unwrap());
        let feeling = Feeling::from_id("frustrated").unwrap();
        moment.feel(Naming::Known(feeling), About::Moment);
        moment.mark_need(Naming::Unknown("a-need-to-come".into()), Standing::Unmet);
        moment.area = Area::from_id("area-work").map(Listed::Known);
    });
    let text = String::from_utf8(written(&cabinet)).unwrap();
    let opening =
        "{\n  \"format\": \"attune-notes\",\n  \"version\": 4,\n  \"about\": \"Notes kept";
    assert!(text.starts_with(opening), "{text}");
    assert!(text.ends_with("\n  ],\n  \"conversations\": [],\n  \"changes\": []\n}\n"), "{text}");
    for line in [
        "  \"made_on\": \"2026-03-09\",",
        "          \"day\": \"2026-03-01\",",
        "              \"id\": \"abababababababab\",",
        "              \"label\": \"the ward round\",",
        "              \"area\": {\"id\": \"area-work\", \"name\": \"Work\"},",
        "                {\"kind\": \"feeling\", \"id\": 1, \"word\": {\"id\": \"frustrated\", \"name\": \"Frustrated\"}, \
         \"strength\": null, \"about_item\": null, \"known_by\": \"said\"},",
        "                {\"kind\": \"need\", \"id\": 2, \"word\": {\"id\": \"a-need-to-come\", \"name\": null}, \
         \"standing\": \"unmet\", \"hands\": null, \"known_by\": \"said\"}",
        "              \"dismissed\": [],",
    ] {
        assert!(text.lines().any(|it| it == line), "{line}\nis not in\n{text}");
    }
}

/// Forty people with 300 sessions each; a tenth of them is written. The cap has to leave room for twice as much.
#[test]
fn ten_years_fit_into_a_file() {
    let cabinet = samples::cabinet(7, 4, 300, 3, 400);
    let bytes = written(&cabinet).len();
    assert!(bytes * 10 < exchange::MOST_BYTES / 2, "{bytes}");
}
