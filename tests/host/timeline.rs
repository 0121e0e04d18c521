//! Needs and feelings over the sessions, and what is different since: counts that add up, in whatever order things came.
//! Never about drawing.

use std::sync::Arc;

use attune::domain::*;
use attune::insight::Scope;
use attune::insight::timeline::{Kin, Shifts, Tally, kin, shifts, timeline};
use attune::vocabulary::{Family, Feeling, Need};

use crate::samples::{self, Dice};

fn sessions(journal: &Journal) -> Vec<Arc<Session>> {
    Scope::default().sessions(journal)
}

fn need(id: &str) -> NeedWord {
    Naming::Known(Need::from_id(id).expect(id))
}

fn feeling(id: &str) -> FeelingWord {
    Naming::Known(Feeling::from_id(id).expect(id))
}

/// A session for each list: needs by their sign, and feelings.
fn told(all: &[&[&str]]) -> Vec<Arc<Session>> {
    let mut dice = Dice::new(3);
    let session = |(place, items): (usize, &&[&str])| {
        let day = Day::from_number(20_000 + place as i32).unwrap();
        let mut session = Session::new(SessionId(dice.id()), place as u32, day);
        for item in *items {
            let mut moment = Moment::new(MomentId(dice.id()));
            match item.split_at(1) {
                ("+", id) => _ = moment.mark_need(need(id), Standing::Met),
                ("~", id) => _ = moment.mark_need(need(id), Standing::Partly),
                ("-", id) => _ = moment.mark_need(need(id), Standing::Unmet),
                ("?", id) => _ = moment.mark_need(need(id), Standing::NotSaid),
                _ => _ = moment.feel(feeling(item), About::Moment),
            }
            session.moments.push(Arc::new(moment));
        }
        Arc::new(session)
    };
    all.iter().enumerate().map(session).collect()
}

#[test]
fn in_however_many_columns_every_mark_and_every_feeling_is_counted_once() {
    for count in [0, 1, 2, 37, 500] {
        let cabinet = samples::cabinet(11, 1, count, 5, 0);
        let journal = &cabinet.journals[0];
        let sessions = sessions(journal);
        let moments = || sessions.iter().flat_map(|session| &session.moments);
        let (marks, felt) = (
            moments().map(|it| it.needs().count()).sum::<usize>(),
            moments().map(|it| it.felt().count()).sum::<usize>(),
        );
        for most in [0, 1, 2, 12, 40, 1000] {
            let line = timeline(&sessions, &journal.person, most);
            assert!(line.columns.len() <= most.max(1), "{count} in {most}");
            assert_eq!(line.columns.iter().map(|it| it.sessions).sum::<usize>(), count);
            let tallies = line.needs.iter().flat_map(|strip| &strip.tallies);
            assert_eq!(tallies.map(Tally::all).sum::<usize>(), marks);
            let counts = line.feelings.iter().flat_map(|strip| &strip.counts);
            assert_eq!(counts.sum::<usize>(), felt);
            assert!(line.needs.iter().all(|it| it.tallies.len() == line.columns.len()));
        }
    }
}

#[test]
fn columns_follow_one_another_in_time() {
    let cabinet = samples::cabinet(5, 1, 90, 2, 0);
    let line = timeline(&sessions(&cabinet.journals[0]), &cabinet.journals[0].person, 16);
    assert!(line.columns.iter().all(|it| it.first <= it.last));
    assert!(line.columns.windows(2).all(|pair| pair[0].last <= pair[1].first));
    let (last, full) = line.columns.split_last().unwrap();
    assert!(full.iter().all(|it| it.sessions == full[0].sessions && last.sessions <= it.sessions));
}

#[test]
fn the_moments_behind_a_column_are_those_it_counts() {
    let cabinet = samples::cabinet(9, 1, 30, 4, 0);
    let line = timeline(&sessions(&cabinet.journals[0]), &cabinet.journals[0].person, 10);
    for strip in &line.needs {
        for (place, tally) in strip.tallies.iter().enumerate() {
            assert_eq!(strip.behind(place..place + 1).len(), tally.all());
        }
        assert_eq!(strip.behind(0..10).len(), strip.tallies.iter().map(Tally::all).sum::<usize>());
    }
}

#[test]
fn the_order_of_entry_changes_neither_the_strips_nor_the_shifts() {
    let mut journal = Journal::clone(&samples::cabinet(21, 1, 25, 5, 0).journals[0]);
    let before = timeline(&sessions(&journal), &journal.person, 8);
    let shifted = shifts(&sessions(&journal));
    journal.sessions.reverse();
    for session in &mut journal.sessions {
        Arc::make_mut(session).moments.reverse();
    }
    assert_eq!(timeline(&sessions(&journal), &journal.person, 8), before);
    assert_eq!(shifts(&sessions(&journal)), shifted);
}

#[test]
fn what_shifted_says_which_needs_stand_otherwise_and_which_came_and_went() {
    let all = told(&[
        &["-love", "-joy", "sad"],
        &["-love", "+rest", "~joy", "-play", "angry"],
        &[],
        &["-love", "-rest", "+joy", "+competence", "sad"],
        &[],
    ]);
    let Shifts { since_last: Some(last), since_first: Some(first) } = shifts(&all) else {
        panic!("two shifts")
    };
    assert_eq!((last.from, last.to), (all[1].day, all[3].day));
    assert_eq!(last.more_met, [need("joy")]);
    assert_eq!(last.less_met, [need("rest")]);
    assert_eq!(last.still_unmet, [need("love")]);
    assert_eq!(last.newly_named, [need("competence")]);
    assert_eq!(last.not_named_now, [need("play")]);
    assert_eq!(
        (last.newly_felt, last.not_felt_now),
        (vec![feeling("sad")], vec![feeling("angry")])
    );
    assert_eq!((first.from, first.more_met), (all[0].day, vec![need("joy")]));
    assert!(first.newly_felt.is_empty() && first.not_felt_now.is_empty());
}

#[test]
fn one_session_has_shifted_from_nothing() {
    assert_eq!(shifts(&told(&[])), Shifts::default());
    assert_eq!(shifts(&told(&[&["-love"]])), Shifts::default());
    assert_eq!(shifts(&told(&[&[], &["-love"], &[]])), Shifts::default());
    let two = shifts(&told(&[&["?love"], &["+love"]]));
    let shift = two.since_last.expect("a shift");
    // Nobody had said how it stood, so nothing moved.
    assert!(shift.more_met.is_empty() && shift.newly_named.is_empty());
    assert_eq!(two.since_first, None);
}

#[test]
fn own_words_belong_to_their_family_and_what_is_unknown_is_kept_apart() {
    let mut person = samples::person(&mut Dice::new(2), Kind::Client);
    let family = Family::all().nth(3).unwrap();
    let kinds = [
        (OwnWordKind::Feeling(Some(Listed::Known(family))), Kin::Family(family)),
        (OwnWordKind::Feeling(Some(Listed::Unknown("to-come".into()))), Kin::Own),
        (OwnWordKind::Feeling(None), Kin::Own),
        (OwnWordKind::Need(None), Kin::Own),
    ];
    for (place, (kind, expected)) in kinds.into_iter().enumerate() {
        let id = WordId([place as u8; 8]);
        let text = person::OwnText::parse("heavy like rain").unwrap();
        person.own_words = vec![OwnWord { id, text, kind }];
        assert_eq!(kin(&Naming::Own(id), &person), expected);
    }
    assert_eq!(kin(&Naming::Own(WordId([99; 8])), &person), Kin::Own);
    assert_eq!(kin(&Naming::Unknown("to-come".into()), &person), Kin::Unknown);
}
