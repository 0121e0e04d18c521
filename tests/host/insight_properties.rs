//! What has to hold of every journal, however it came about: drawn by proptest, made small where it fails.
//! Never about one life in particular: those are the scenarios'.

mod drawn;

use std::sync::Arc;

use attune::domain::person::OwnText;
use attune::domain::*;
use attune::insight::core_need::{MOST, candidates, coming_back, traces};
use attune::insight::map::map;
use attune::insight::nourished::nourished;
use attune::insight::opening::openings;
use attune::insight::reading::{Side, Spot};
use attune::insight::target::targets;
use attune::insight::weighing::Weighing;
use attune::vocabulary::Area;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use drawn::{Drawn, DrawnMoment, FEW, drawn_sessions, id, journal, need_word};

fn weight(journal: &Journal, need: &NeedWord) -> f32 {
    let weighing = Weighing::new(&journal.sessions, Side::Unmet);
    weighing.weight_of(need)
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 300,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_123),
        ..ProptestConfig::default()
    }
}

fn find(journal: &Journal, (session, moment): Spot) -> &Moment {
    journal.session(session).and_then(|it| it.moment(moment)).expect("a moment that is there")
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_candidate_is_without_evidence(drawn in drawn_sessions()) {
        let journal = journal(&drawn);
        let found = candidates(&journal.sessions, &journal);
        prop_assert!(found.len() <= MOST);
        for candidate in &found {
            prop_assert!(candidate.evidence.moments.len() >= 2);
            for spot in &candidate.evidence.moments {
                let moment = find(&journal, *spot);
                let is_named = moment.needs().any(|mark| mark.need == candidate.need);
                prop_assert!(is_named || moment.felt().count() + moment.heard().count() > 0);
            }
            for seen in &candidate.evidence.signs {
                prop_assert!(!seen.moments.is_empty());
            }
            prop_assert!(candidate.evidence.sessions.len() <= candidate.evidence.of_sessions);
        }
    }

    #[test]
    fn a_named_unmet_mark_never_lowers_its_need(
        drawn in drawn_sessions(),
        need in 0..FEW + 1,
        at in any::<prop::sample::Index>(),
        inside in any::<prop::sample::Index>(),
    ) {
        let mut journal = journal(&drawn);
        let need = need_word(need);
        let before = weight(&journal, &need);
        if !journal.sessions.is_empty() {
            let at = at.index(journal.sessions.len());
            let session = Arc::make_mut(&mut journal.sessions[at]);
            let fresh = session.moments.is_empty() || inside.index(3) == 0;
            let mut marked = Moment::new(MomentId(id(b'x', 0)));
            if fresh {
                marked.mark_need(need.clone(), Standing::Unmet);
                session.moments.push(Arc::new(marked));
            } else {
                let inside = inside.index(session.moments.len());
                let moment = Arc::make_mut(&mut session.moments[inside]);
                // A mark that is there already is not added but changed.
                if moment.needs().all(|mark| mark.need != need) {
                    moment.mark_need(need.clone(), Standing::Unmet);
                }
            }
        }
        let after = weight(&journal, &need);
        prop_assert!(after >= before - 1e-4, "{before} {after}");
    }

    #[test]
    fn a_session_that_names_a_need_as_unmet_never_lowers_it(
        drawn in drawn_sessions(),
        need in 0..FEW + 1,
        area in proptest::option::of(0..4_usize),
        day in 19_990..20_070,
    ) {
        let mut journal = journal(&drawn);
        let need = need_word(need);
        let before = weight(&journal, &need);
        let mut marked = Moment::new(MomentId(id(b'x', 0)));
        marked.area = area.and_then(|at| Area::all().nth(at)).map(Listed::Known);
        marked.mark_need(need.clone(), Standing::Unmet);
        let day = Day::from_number(day).expect("a day");
        let mut session = Session::new(SessionId(id(b'x', 1)), 99, day);
        session.moments.push(Arc::new(marked));
        journal.sessions.push(Arc::new(session));
        let after = weight(&journal, &need);
        prop_assert!(after >= before - 1e-4, "{before} {after}");
    }

    #[test]
    fn the_order_of_entry_does_not_matter(drawn in drawn_sessions()) {
        let journal = journal(&drawn);
        let mut turned = journal.clone();
        turned.sessions.reverse();
        for session in &mut turned.sessions {
            let session = Arc::make_mut(session);
            session.moments.reverse();
            for moment in &mut session.moments {
                Arc::make_mut(moment).items.reverse();
            }
        }
        prop_assert_eq!(
            candidates(&journal.sessions, &journal),
            candidates(&turned.sessions, &turned)
        );
        prop_assert_eq!(nourished(&journal.sessions), nourished(&turned.sessions));
        prop_assert_eq!(targets(&journal), targets(&turned));
        let all = coming_back(&journal, &candidates(&journal.sessions, &journal));
        prop_assert_eq!(map(&journal.sessions, &all), map(&turned.sessions, &all));
    }

    #[test]
    fn renaming_an_own_word_changes_nothing(drawn in drawn_sessions()) {
        let journal = journal(&drawn);
        let mut renamed = journal.clone();
        for word in &mut Arc::make_mut(&mut renamed.person).own_words {
            word.text = OwnText::parse("joy").expect("short");
        }
        prop_assert_eq!(
            candidates(&journal.sessions, &journal),
            candidates(&renamed.sessions, &renamed)
        );
        prop_assert_eq!(openings(&journal), openings(&renamed));
    }

    #[test]
    fn what_was_denied_and_nothing_new_supports_is_never_asked(
        drawn in drawn_sessions(),
        silent in drawn_sessions(),
    ) {
        let mut journal = journal(&drawn);
        let found = candidates(&journal.sessions, &journal);
        for candidate in &found {
            let traces = traces(&journal, &candidate.need);
            let day = Day::from_number(20_100).expect("a day");
            let need = candidate.need.clone();
            journal.answer(CoreNeed { need, answer: Answer::NotQuite, day, traces });
        }
        // Sessions in which nothing is felt, heard or named are no evidence.
        for (number, drawn) in silent.iter().enumerate() {
            let day = Day::from_number(drawn.day).expect("a day");
            let id = SessionId(id(b'q', number as u32));
            journal.sessions.push(Arc::new(Session::new(id, 50, day)));
        }
        let asked = candidates(&journal.sessions, &journal);
        for candidate in &found {
            prop_assert!(asked.iter().all(|it| it.need != candidate.need));
        }
        for opening in openings(&journal) {
            if let attune::insight::opening::Opening::Ask { need, .. } = opening {
                prop_assert!(found.iter().all(|it| it.need != Naming::Known(need)));
            }
        }
    }
}

#[test]
fn ten_thousand_moments_in_a_month_are_weighed_like_any_other() {
    let drawn = |place: usize| DrawnMoment {
        area: Some(place % 4),
        feelings: vec![(place % (FEW + 1), place % 4), ((place + 5) % FEW, 0)],
        judgements: vec![place % FEW],
        needs: vec![((place + 3) % (FEW + 1), place % 4, place % 4)],
        denied: Vec::new(),
    };
    let month = |day: usize| Drawn {
        day: 20_000 + day as i32,
        moments: (0..334).map(|at| drawn(day * 334 + at)).collect(),
    };
    let journal = journal(&(0..30).map(month).collect::<Vec<_>>());
    let found = candidates(&journal.sessions, &journal);
    assert_eq!(found.len(), MOST);
    let weighing = Weighing::new(&journal.sessions, Side::Unmet);
    for (_, account) in weighing.accounts() {
        assert!((0.0..20.0).contains(&weighing.weight(account)));
    }
    assert!(openings(&journal).len() <= 3);
    assert!(!targets(&journal).is_empty() && !nourished(&journal.sessions).is_empty());
}

#[test]
fn a_session_in_the_future_counts_as_the_latest() {
    let drawn = DrawnMoment {
        area: Some(0),
        feelings: Vec::new(),
        judgements: Vec::new(),
        needs: vec![(1, 1, 0)],
        denied: Vec::new(),
    };
    let sessions = [20_000, 84_000].map(|day| Drawn { day, moments: vec![drawn.clone()] });
    let journal = journal(&sessions);
    let found = candidates(&journal.sessions, &journal);
    assert_eq!(found[0].evidence.sessions[0], journal.sessions[1].id);
}
