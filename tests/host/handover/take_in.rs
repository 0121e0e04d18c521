//! Taking in what was handed over: it stands after what is there, says where it came from, and changes nothing else.
//! Never about files that mean harm: `hostile` is.

use std::sync::Arc;

use attune::domain::*;
use attune::exchange::handover::{HandedSession, Handover, Picked, find_handover};
use attune::exchange::{self, Compared, preview};

use super::{all, day, journal, pick, some, take_in};
use crate::exchange::written;
use crate::keeper::{kept, open};
use crate::samples::Dice;

fn cabinet(journal: Journal) -> Cabinet {
    Cabinet { journals: vec![Arc::new(journal)], ..Cabinet::default() }
}

#[test]
fn what_is_taken_in_stands_after_what_is_there_and_says_where_it_came_from() {
    for seed in 0..60 {
        let (mine, theirs) = (journal(seed), journal(seed + 1_000));
        let handover = pick(&theirs, &some(&mut Dice::new(seed), &theirs));
        let after = take_in(&mine, &handover);
        let (before, new) = after.sessions.split_at(mine.sessions.len());
        assert!(before.iter().zip(&mine.sessions).all(|(one, other)| Arc::ptr_eq(one, other)));
        assert_eq!(new.len(), handover.sessions.len());
        let last = mine.sessions.iter().map(|it| it.begun).max().unwrap();
        for (at, (session, handed)) in new.iter().zip(&handover.sessions).enumerate() {
            assert_eq!(session.begun, last + 1 + at as u32);
            assert_eq!((session.day, &session.summary), (handed.day, &handed.summary));
            let received = Received { handover: handover.id, day: day() };
            assert_eq!(session.received, Some(received));
            assert_eq!(session.moments.len(), handed.moments.len());
            assert!(session.reflection.is_empty() && session.record.is_empty());
        }
        assert_eq!((&after.core_needs, &after.invitation), (&mine.core_needs, &mine.invitation));
    }
}

#[test]
fn what_is_taken_in_is_kept_and_goes_into_a_backup() {
    for seed in 0..30 {
        let after = cabinet(take_in(&journal(seed), &all(seed + 1_000)));
        assert!(open(&kept(&after)).1 == after, "{seed}");
        assert!(exchange::read(&written(&after)).unwrap().cabinet == after, "{seed}");
    }
}

#[test]
fn the_same_file_is_known_when_it_comes_twice() {
    let (mine, handover) = (journal(21), all(22));
    let before = cabinet(Journal::clone(&mine));
    assert_eq!(find_handover(&before, handover.id), None);
    let after = cabinet(take_in(&mine, &handover));
    assert_eq!(find_handover(&after, handover.id), Some((mine.person.id, day())));
    assert_eq!(find_handover(&after, all(23).id), Some((mine.person.id, day())), "drawn alike");
    assert_eq!(find_handover(&after, HandoverId([0; 8])), None);
}

#[test]
fn taken_in_twice_all_ids_differ() {
    let handover = all(24);
    let twice = take_in(&take_in(&journal(25), &handover), &handover);
    assert!(exchange::read(&written(&cabinet(twice.clone()))).unwrap().cabinet == cabinet(twice));
}

#[test]
fn two_devices_that_take_in_one_file_know_each_others_sessions() {
    let (mine, handover) = (journal(26), all(27));
    let (one, other) = (cabinet(take_in(&mine, &handover)), cabinet(take_in(&mine, &handover)));
    let shown = preview(&one, &other);
    assert_eq!(shown.count(Compared::Same), one.journals[0].sessions.len());
}

fn word(id: u8, text: &str, kind: OwnWordKind) -> OwnWord {
    OwnWord { id: WordId([id; 8]), text: person::OwnText::parse(text).unwrap(), kind }
}

/// A handover of one moment in which these are felt and needed.
fn naming(words: Vec<OwnWord>, felt: &[u8], needed: &[u8]) -> Handover {
    let mut moment = Moment::new(MomentId([7; 8]));
    for id in felt {
        moment.feel(Naming::Own(WordId([*id; 8])), About::Moment);
    }
    for id in needed {
        moment.mark_need(Naming::Own(WordId([*id; 8])), Standing::Unmet);
    }
    let (id, day) = (SessionId([8; 8]), Day::FIRST);
    let moments = vec![Arc::new(moment)];
    let session = HandedSession { id, day, order: 0, moments, summary: Note::default() };
    Handover { own_words: words, sessions: vec![session], ..all(28) }
}

fn with_words(words: Vec<OwnWord>) -> Journal {
    let mut journal = Journal::clone(&journal(29));
    Arc::make_mut(&mut journal.person).own_words = words;
    journal
}

#[test]
fn a_word_that_says_the_same_is_the_one_that_is_here() {
    let mine = with_words(vec![word(1, "Like Lead", OwnWordKind::Feeling(None))]);
    let theirs = vec![
        word(2, "like lead", OwnWordKind::Feeling(None)),
        word(3, "like lead", OwnWordKind::Need(None)),
        word(4, "air", OwnWordKind::Need(None)),
        word(5, "unused", OwnWordKind::Need(None)),
    ];
    let after = take_in(&mine, &naming(theirs, &[2], &[3, 4]));
    let texts: Vec<&str> = after.person.own_words.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["Like Lead", "like lead", "air"]);
    let moment = &after.sessions.last().unwrap().moments[0];
    assert_eq!(moment.felt().next().unwrap().feeling, Naming::Own(WordId([1; 8])));
    assert_eq!(moment.needs().next().unwrap().need, Naming::Own(WordId([3; 8])));
}

#[test]
fn a_word_whose_id_is_in_use_here_gets_another() {
    let mine = with_words(vec![word(1, "calm", OwnWordKind::Need(None))]);
    let theirs = vec![word(1, "storm", OwnWordKind::Need(None))];
    let after = take_in(&mine, &naming(theirs, &[], &[1]));
    let [calm, storm] = &after.person.own_words[..] else { panic!("two words") };
    assert_eq!((calm.text.as_str(), storm.text.as_str()), ("calm", "storm"));
    assert_ne!(calm.id, storm.id);
    let moment = &after.sessions.last().unwrap().moments[0];
    assert_eq!(moment.needs().next().unwrap().need, Naming::Own(storm.id));
}

#[test]
fn a_word_that_the_file_does_not_hold_is_nobodys_here() {
    let mine = with_words(vec![word(1, "calm", OwnWordKind::Need(None))]);
    let after = take_in(&mine, &naming(Vec::new(), &[], &[1]));
    let moment = &after.sessions.last().unwrap().moments[0];
    assert_ne!(moment.needs().next().unwrap().need, Naming::Own(WordId([1; 8])));
    assert_eq!(after.person.own_words.len(), 1);
}

#[test]
fn ids_that_are_in_use_here_are_not_given_again() {
    let mine = journal(30);
    let mut handover = all(31);
    // As whoever means harm might write it.
    handover.sessions[0].id = mine.sessions[0].id;
    let moment = Arc::make_mut(&mut handover.sessions[0].moments[0]);
    moment.id = MomentId(mine.sessions[1].id.0);
    let after = take_in(&mine, &handover);
    let new = &after.sessions[mine.sessions.len()];
    assert_ne!(new.id, mine.sessions[0].id);
    assert_ne!(new.moments[0].id.0, mine.sessions[1].id.0);
    assert!(after.sessions[0] == mine.sessions[0]);
}

#[test]
fn more_than_a_backup_holds_is_not_taken_in() {
    let words = |from: u64, count: u64| -> Vec<OwnWord> {
        let made = (from..from + count).map(|number| OwnWord {
            id: WordId(number.to_be_bytes()),
            text: person::OwnText::parse(&format!("word {number}")).unwrap(),
            kind: OwnWordKind::Need(None),
        });
        made.collect()
    };
    let mine = with_words(words(1, 9_500));
    let theirs = words(20_000, 1_000);
    let mut handover = naming(theirs.clone(), &[], &[]);
    let moment = Arc::make_mut(&mut handover.sessions[0].moments[0]);
    for word in &theirs {
        moment.mark_need(Naming::Own(word.id), Standing::Met);
    }
    let mut dice = Dice::new(1);
    let taken = attune::exchange::handover::take_in(&mine, &handover, day(), &mut || dice.id());
    assert_eq!(taken, Err(exchange::Refused::TooLarge));
}

#[test]
fn what_is_handed_back_and_forth_stays_what_it_was() {
    let first = take_in(&journal(32), &all(33));
    let mut picked = Picked::all(&first);
    picked.sessions.drain(..journal(32).sessions.len());
    let back = pick(&first, &picked);
    let (one, other) = (all(33), back);
    assert_eq!(one.sessions.len(), other.sessions.len());
    for (one, other) in one.sessions.iter().zip(&other.sessions) {
        assert_eq!(
            (one.day, &one.summary, one.moments.len()),
            (other.day, &other.summary, other.moments.len())
        );
    }
}
