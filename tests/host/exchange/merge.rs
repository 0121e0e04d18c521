//! What restoring does, case by case: what is new, older, newer, different on both sides, and who is who.
//! Never goes through a file.

use std::sync::Arc;

use attune::domain::moment::Line;
use attune::domain::*;
use attune::exchange::{self, Compared, Merged, Size, is_much_by_little, preview};
use attune::vocabulary::{Feeling, Need};

use crate::samples::{self, Dice};

pub const KEPT_TWICE: &str = "From the backup: it differs from the session beside it";

/// Merges as the page would, with ids from a seed.
pub fn merge(mine: &Cabinet, file: &Cabinet, seed: u64) -> Merged {
    let mut dice = Dice::new(seed);
    exchange::merge(mine, file, &line(KEPT_TWICE), &mut || dice.id())
}

pub fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

pub fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

pub const WHO: PersonId = PersonId([1; 8]);
pub const WHEN: SessionId = SessionId([2; 8]);
const WHAT: MomentId = MomentId([3; 8]);

/// One client with one session of one moment: frustrated, and a choice.
pub fn small() -> Cabinet {
    let mut journal = Journal::new(Person::new(WHO, Kind::Client, code("B-12")));
    journal.begin_session(WHEN, Day::parse("2026-03-01").unwrap());
    let mut moment = Moment::new(WHAT);
    moment.feel(Naming::Known(Feeling::from_id("frustrated").unwrap()), About::Moment);
    moment.add_choice(line("went home"));
    journal.change_session(WHEN, |session| {
        session.moments = vec![Arc::new(moment)];
        session.reflection = Note::parse("Quiet today.").unwrap();
    });
    Cabinet { journals: vec![Arc::new(journal)], ..Cabinet::default() }
}

fn with_journal(change: impl FnOnce(&mut Journal)) -> Cabinet {
    let mut cabinet = small();
    cabinet.change_journal(WHO, change).unwrap();
    cabinet
}

fn with_session(change: impl FnOnce(&mut Session)) -> Cabinet {
    with_journal(|journal| journal.change_session(WHEN, change).unwrap())
}

fn with_moment(change: impl FnOnce(&mut Moment)) -> Cabinet {
    with_session(|session| session.change_moment(WHAT, change).unwrap())
}

pub fn with_person(change: impl FnOnce(&mut Person)) -> Cabinet {
    with_journal(|journal| change(Arc::make_mut(&mut journal.person)))
}

fn compared(mine: &Cabinet, file: &Cabinet) -> Compared {
    preview(mine, file).people[0].sessions[0].compared
}

#[test]
fn more_on_one_side_is_the_later_one_as_far_as_that_can_be_told() {
    let mine = small();
    let need = || Naming::Known(Need::all().next().unwrap());
    let more = [
        with_moment(|moment| _ = moment.add_choice(line("rang a friend"))),
        with_moment(|moment| moment.label = Some(line("the ward"))),
        with_moment(|moment| moment.hands = Some(Hands::NotMine)),
        with_moment(|moment| moment.dismiss(Need::all().next().unwrap())),
        with_moment(|moment| _ = moment.mark_need(need(), Standing::Unmet)),
        with_moment(|moment| {
            if let Some(Item::Felt(felt)) = moment.item_mut(ItemId(1)) {
                felt.strength = Strength::new(4);
            }
        }),
        with_session(|session| session.moments.push(Arc::new(Moment::new(MomentId([9; 8]))))),
        with_session(|session| session.moments.insert(0, Arc::new(Moment::new(MomentId([9; 8]))))),
        with_session(|session| session.record = Note::parse("Came.").unwrap()),
        with_session(|session| session.reflection = Note::parse("Quiet today. And warm.").unwrap()),
    ];
    for fuller in more {
        assert_eq!(compared(&mine, &fuller), Compared::FileHoldsMore);
        assert_eq!(compared(&fuller, &mine), Compared::HereHoldsMore);
        assert!(merge(&mine, &fuller, 1).cabinet == fuller, "the file's is taken");
        assert!(merge(&fuller, &mine, 1).cabinet == fuller, "what is here stays");
    }
    let guessed = |known_by| {
        with_moment(|moment| {
            if let Some(Item::Felt(felt)) = moment.item_mut(ItemId(1)) {
                felt.known_by = known_by;
            }
        })
    };
    let (guess, confirmed) = (guessed(KnownBy::Guessed), guessed(KnownBy::Confirmed));
    assert_eq!(compared(&guess, &confirmed), Compared::FileHoldsMore);
    assert_eq!(compared(&confirmed, &guess), Compared::HereHoldsMore);
}

/// Has a label that none of `differing` has.
fn labelled() -> Cabinet {
    with_moment(|moment| moment.label = Some(line("the ward")))
}

fn differing() -> [Cabinet; 5] {
    [
        with_moment(|moment| moment.label = Some(line("the round"))),
        with_moment(|moment| _ = moment.add_choice(line("rang a friend"))),
        with_session(|session| session.day = session.day.plus(1)),
        with_session(|session| {
            session.moments.clear();
            session.record = Note::parse("Came.").unwrap();
        }),
        with_session(|session| session.reflection = Note::parse("Loud today.").unwrap()),
    ]
}

/// The session that is not `WHEN`.
fn beside(cabinet: &Cabinet) -> &Arc<Session> {
    let sessions = &cabinet.journals[0].sessions;
    assert_eq!(sessions.len(), 2);
    sessions.iter().find(|it| it.id != WHEN).unwrap()
}

#[test]
fn what_differs_on_both_sides_is_kept_twice_on_its_day_and_says_so() {
    let mine = labelled();
    for file in differing() {
        assert_eq!(compared(&mine, &file), Compared::Differs);
        let merged = merge(&mine, &file, 7).cabinet;
        let here = merged.journals[0].session(WHEN).unwrap();
        assert!(here == &mine.journals[0].sessions[0], "what is here stays as it is");
        let (beside, theirs) = (beside(&merged), &file.journals[0].sessions[0]);
        assert_eq!((beside.day, beside.begun), (theirs.day, theirs.begun));
        assert_eq!(beside.moments[0].label, Some(line(KEPT_TWICE)));
        assert!(beside.moments[1..] == theirs.moments);
        assert!(beside.reflection == theirs.reflection && beside.record == theirs.record);
    }
}

#[test]
fn what_was_kept_twice_is_known_even_after_it_was_written_into() {
    for file in differing() {
        let merged = merge(&labelled(), &file, 7).cabinet;
        assert_eq!(preview(&merged, &file).count(Compared::KeptBeside), 1);
        assert!(merge(&merged, &file, 8).cabinet == merged);
        let mut lived_in = merged.clone();
        let id = beside(&merged).id;
        lived_in.change_journal(WHO, |journal| {
            journal.change_session(id, |session| {
                session.moments.push(Arc::new(Moment::new(MomentId([8; 8]))));
                // Without its mark it is known by the moments that both have.
                if session.moments.len() > 2 {
                    session.moments.remove(0);
                }
            });
        });
        assert!(merge(&lived_in, &file, 9).cabinet == lived_in);
    }
}

#[test]
fn a_session_kept_twice_comes_to_the_other_device_once() {
    let mine = labelled();
    for file in differing() {
        let here = merge(&mine, &file, 7).cabinet;
        // There, what was kept beside here is what stands there: only our side is new.
        let there = merge(&file, &here, 8).cabinet;
        assert!(there.journals[0].session(WHEN) == file.journals[0].session(WHEN));
        assert!(beside(&there).moments[1..] == mine.journals[0].sessions[0].moments);
        assert!(merge(&here, &there, 9).cabinet == here, "and nothing comes back");
    }
}

#[test]
fn two_sessions_of_the_same_few_words_are_not_one() {
    let of_words = |text: &str| {
        with_session(|session| {
            session.moments.clear();
            session.reflection = Note::parse(text).unwrap();
        })
    };
    let (mut mine, file) = (of_words("Loud today."), of_words("Quiet."));
    mine.change_journal(WHO, |journal| {
        let another = SessionId([5; 8]);
        journal.begin_session(another, Day::parse("2026-03-01").unwrap());
        let reflection = Note::parse("Quiet. We laughed.").unwrap();
        journal.change_session(another, |session| session.reflection = reflection);
    });
    assert_eq!(merge(&mine, &file, 1).cabinet.journals[0].sessions.len(), 3);
}

#[test]
fn bookkeeping_is_no_difference() {
    let mine = small();
    let taken_out = with_moment(|moment| moment.next_item += 1);
    let later = with_session(|session| session.begun = 9);
    for file in [taken_out.clone(), later] {
        assert_eq!(compared(&mine, &file), Compared::Same);
        assert!(merge(&mine, &file, 1).cabinet == mine);
    }
    // An id that was given here is not given again, although the file's moment is taken.
    let file = with_moment(|moment| moment.label = Some(line("the ward")));
    let merged = merge(&taken_out, &file, 1).cabinet;
    assert_eq!(merged.journals[0].sessions[0].moments[0].next_item, 4);
}

#[test]
fn a_draw_that_repeats_itself_gives_ids_of_their_own() {
    let mine = samples::cabinet(81, 1, 4, 1, 20);
    let mut file = mine.clone();
    let who = file.journals[0].person.id;
    file.change_journal(who, |journal| {
        for session in &mut journal.sessions {
            Arc::make_mut(session).reflection = Note::parse("Other words.").unwrap();
        }
    });
    let merged = exchange::merge(&mine, &file, &line(KEPT_TWICE), &mut || [0xFF; 8]).cabinet;
    let mut ids: Vec<_> = merged.journals[0].sessions.iter().map(|it| it.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 8);
}

/// `people` of the sample with `sessions` each, of `moments` each.
fn first(cabinet: &Cabinet, people: usize, sessions: usize, moments: usize) -> Cabinet {
    let mut fewer = cabinet.clone();
    fewer.journals.truncate(people);
    for journal in &mut fewer.journals {
        let journal = Arc::make_mut(journal);
        journal.sessions.truncate(sessions);
        journal.sessions.iter_mut().for_each(|it| Arc::make_mut(it).moments.truncate(moments));
    }
    fewer
}

fn wordless(cabinet: &Cabinet) -> Cabinet {
    let mut wordless = cabinet.clone();
    for journal in &mut wordless.journals {
        for session in &mut Arc::make_mut(journal).sessions {
            Arc::make_mut(session).reflection = Note::default();
            Arc::make_mut(session).record = Note::default();
        }
    }
    wordless
}

#[test]
fn replacing_much_by_little_asks_again() {
    let mine = samples::cabinet(82, 4, 4, 2, 100);
    let size = Size::of(&mine);
    assert_eq!((size.people, size.sessions, size.moments), (4, 16, 32));
    let cases = [
        (mine.clone(), false),
        (first(&mine, 4, 4, 1), false),
        (first(&mine, 4, 3, 2), false),
        (first(&mine, 3, 4, 2), false),
        (first(&mine, 1, 4, 2), true),
        (first(&mine, 4, 1, 2), true),
        (first(&mine, 4, 4, 0), true),
        (wordless(&mine), true),
        (Cabinet::default(), true),
    ];
    for (file, expected) in cases {
        assert_eq!(is_much_by_little(&mine, &file), expected, "{:?}", Size::of(&file));
        assert!(!is_much_by_little(&Cabinet::default(), &file), "nothing is lost where nothing is");
    }
}
