//! Who is who when a file is restored, and what of a person and of the settings stays.
//! Never looks into sessions: `merge` does.

use std::sync::Arc;

use attune::domain::*;
use attune::exchange::Stays;
use attune::vocabulary::Family;

use super::merge::{WHEN, WHO, code, merge, small, with_person};

#[test]
fn one_code_under_two_ids_is_told_apart_and_said() {
    let mine = small();
    let stranger = |id: u8, text: &str| {
        Arc::new(Journal::new(Person::new(PersonId([id; 8]), Kind::Client, code(text))))
    };
    let long = "x".repeat(40);
    let mut file = small();
    file.journals = vec![stranger(5, "b-12"), stranger(6, "B-12"), stranger(7, "C-1")];
    file.journals.extend([stranger(8, &long), stranger(9, &long)]);
    let merged = merge(&mine, &file, 1);
    let codes: Vec<_> = merged.cabinet.people().map(|it| it.code.as_str().to_owned()).collect();
    let short = format!("{} (2)", "x".repeat(36));
    assert_eq!(codes, ["B-12", "b-12 (2)", "B-12 (3)", "C-1", &long, &short]);
    let said: Vec<_> = merged.preview.people.iter().map(|it| it.code_becomes.is_some()).collect();
    assert_eq!(said, [false, true, true, false, false, true]);
    assert!(merge(&merged.cabinet, &file, 2).cabinet == merged.cabinet);
}

#[test]
fn for_myself_is_one_person_however_often_it_was_begun() {
    let me = |id: u8, session: u8| {
        let mut journal = Journal::new(Person::new(PersonId([id; 8]), Kind::Me, code("me")));
        journal.begin_session(SessionId([session; 8]), Day::parse("2026-03-01").unwrap());
        Cabinet { journals: vec![Arc::new(journal)], ..Cabinet::default() }
    };
    let (mine, file) = (me(1, 11), me(2, 12));
    let merged = merge(&mine, &file, 1).cabinet;
    assert_eq!(merged.journals.len(), 1);
    assert_eq!(merged.journals[0].person.id, PersonId([1; 8]));
    assert_eq!(merged.journals[0].sessions.len(), 2);
    assert!(merge(&merged, &file, 2).cabinet == merged);
}

fn word(id: u8, text: &str, kind: OwnWordKind) -> OwnWord {
    OwnWord { id: WordId([id; 8]), text: person::OwnText::parse(text).unwrap(), kind }
}

fn kin() -> Option<Listed<Family>> {
    Some(Listed::Known(Family::all().next().unwrap()))
}

/// Nothing in it is as in `small`, but for the sessions.
fn renamed() -> Cabinet {
    with_person(|person| {
        person.code = code("B-13");
        person.kind = Kind::Participant;
        person.set_aside = true;
        person.own_words = vec![
            word(4, "a window", OwnWordKind::Need(None)),
            word(1, "heavy", OwnWordKind::Feeling(kin())),
            word(2, "like lead", OwnWordKind::Feeling(None)),
            word(3, "a gate", OwnWordKind::Need(None)),
        ];
    })
}

#[test]
fn what_is_here_of_a_person_stays_and_what_the_file_says_is_shown() {
    let mine = with_person(|person| {
        person.own_words = vec![
            word(1, "heavy", OwnWordKind::Feeling(None)),
            word(2, "like lead", OwnWordKind::Feeling(kin())),
            word(3, "a door", OwnWordKind::Need(None)),
        ];
    });
    let merged = merge(&mine, &renamed(), 1);
    let person = &merged.cabinet.journals[0].person;
    assert_eq!(
        (person.code.as_str(), person.kind, person.set_aside),
        ("B-12", Kind::Client, false)
    );
    let expected = [
        word(1, "heavy", OwnWordKind::Feeling(kin())),
        word(2, "like lead", OwnWordKind::Feeling(kin())),
        word(3, "a door", OwnWordKind::Need(None)),
        word(4, "a window", OwnWordKind::Need(None)),
    ];
    assert_eq!(person.own_words, expected);
    let shown = &merged.preview.people[0];
    assert_eq!((shown.new_words, shown.id()), (1, Some(WHO)));
    let stays = [
        Stays::Code(code("B-13")),
        Stays::Kind(Kind::Participant),
        Stays::SetAside(true),
        Stays::Word(word(3, "a gate", OwnWordKind::Need(None))),
    ];
    assert_eq!(shown.stays, stays);
    assert!(merge(&merged.cabinet, &renamed(), 2).cabinet == merged.cabinet);
}

#[test]
fn settings_stay_and_are_filled_where_nothing_was_said() {
    let settings = |theme, pointer: &str, open| {
        let pointer = Note::parse(pointer).unwrap();
        Arc::new(Settings { theme, pointer, open })
    };
    let with = |cabinet: Cabinet, settings| Cabinet { settings, ..cabinet };
    let open = Some((WHO, WHEN));
    let file = with(small(), settings(Theme::Dark, "Ring the practice.", open));
    // A device where nothing is kept yet becomes as the one that made the file.
    assert!(merge(&Cabinet::default(), &file, 1).cabinet == file);
    // One that is in use stays itself; words for help are filled in where there were none.
    let filled = merge(&small(), &file, 1);
    assert!(filled.cabinet.settings == settings(Theme::Device, "Ring the practice.", None));
    assert_eq!(filled.preview.pointer_stays, None);
    let own = with(small(), settings(Theme::Light, "Ask me.", None));
    let merged = merge(&own, &file, 1);
    assert!(merged.cabinet.settings == own.settings);
    assert_eq!(merged.preview.pointer_stays, Note::parse("Ring the practice."));
}
