//! Who takes part, and what that does to what is revealed.
//! Never about what is written on a sheet.

use std::sync::Arc;

use attune::domain::*;
use proptest::prelude::*;

use super::{conversation, hold, id, need, participant, ready, told, write};

#[test]
fn a_round_is_revealed_when_everyone_is_ready_and_not_before() {
    let mut held = conversation(3);
    for who in 1..=3 {
        write(&mut held, who, 1, "rest");
        assert_eq!(told(&held, 1), None);
        assert_eq!(held.current_round(), 1);
        ready(&mut held, who, 1);
    }
    assert_eq!(told(&held, 1), Some(vec![(1, true), (2, true), (3, true)]));
    assert_eq!(held.current_round(), 2);
}

#[test]
fn one_alone_and_nobody_reveal_nothing() {
    let mut alone = conversation(1);
    hold(&mut alone, &[1], 1);
    for held in [&alone, &conversation(0)] {
        assert_eq!((held.revealed(0), held.revealed(1), held.current_round()), (None, None, 1));
    }
}

#[test]
fn words_on_their_way_are_told_as_such() {
    let mut held = conversation(2);
    hold(&mut held, &[1], 1);
    ready(&mut held, 2, 1);
    assert_eq!(told(&held, 1), Some(vec![(1, true), (2, false)]));
}

#[test]
fn one_who_leaves_mid_round_frees_the_reveal_and_shows_nothing_of_it() {
    let mut held = conversation(3);
    hold(&mut held, &[1, 2, 3], 1);
    hold(&mut held, &[1, 2], 2);
    write(&mut held, 3, 2, "trust");
    assert_eq!(told(&held, 2), None);
    assert!(held.leave(id(3)) && !held.leave(id(3)) && !held.leave(id(9)));
    assert_eq!(told(&held, 2), Some(vec![(1, true), (2, true)]));
    assert_eq!(told(&held, 1), Some(vec![(1, true), (2, true), (3, true)]));
}

#[test]
fn one_who_said_ready_and_leaves_is_not_revealed() {
    let mut held = conversation(3);
    hold(&mut held, &[3], 1);
    held.leave(id(3));
    hold(&mut held, &[1, 2], 1);
    assert_eq!(told(&held, 1), Some(vec![(1, true), (2, true)]));
    assert!(held.come_back(id(3)));
    assert_eq!(told(&held, 1), Some(vec![(1, true), (2, true)]));
}

#[test]
fn one_who_comes_back_takes_nothing_back_that_is_revealed() {
    let mut held = conversation(3);
    hold(&mut held, &[1, 2, 3], 1);
    held.leave(id(3));
    hold(&mut held, &[1, 2], 2);
    hold(&mut held, &[1, 2], 3);
    assert!(held.come_back(id(3)) && !held.come_back(id(3)));
    assert_eq!(told(&held, 1), Some(vec![(1, true), (2, true), (3, true)]));
    assert_eq!(told(&held, 2), Some(vec![(1, true), (2, true)]));
    assert_eq!(held.current_round(), 4);
    hold(&mut held, &[1, 2], 4);
    assert_eq!(told(&held, 4), None);
    ready(&mut held, 3, 4);
    assert_eq!(told(&held, 4), Some(vec![(1, true), (2, true), (3, false)]));
}

#[test]
fn someone_added_mid_round_holds_it_and_no_round_before() {
    let mut held = conversation(2);
    hold(&mut held, &[1, 2], 1);
    hold(&mut held, &[1], 2);
    held.participants.push(participant(3, held.current_round()));
    ready(&mut held, 2, 2);
    assert_eq!(told(&held, 2), None);
    assert_eq!(told(&held, 1), Some(vec![(1, true), (2, true)]));
    hold(&mut held, &[3], 2);
    assert_eq!(told(&held, 2), Some(vec![(1, true), (2, false), (3, true)]));
}

#[test]
fn erasing_someone_keeps_what_the_others_said_to_each_other() {
    let mut held = conversation(2);
    hold(&mut held, &[1, 2], 1);
    let before = held.participants[0].sheets.clone();
    hold(&mut held, &[1], 2);
    assert!(held.erase(id(2)) && !held.erase(id(2)));
    assert_eq!(held.participants[0].sheets[0], before[0]);
    assert_eq!(told(&held, 1), Some(vec![(1, true)]));
    assert_eq!((told(&held, 2), held.current_round()), (None, 2));
    // Who comes after does not open again what the two of them had closed.
    held.participants.push(participant(3, held.current_round()));
    assert_eq!((told(&held, 1), told(&held, 2)), (Some(vec![(1, true)]), None));
    ready(&mut held, 3, 2);
    assert_eq!(told(&held, 2), Some(vec![(1, true), (3, false)]));
}

#[test]
fn erasing_all_who_were_there_at_first_leaves_the_rounds_of_the_others() {
    let mut held = conversation(2);
    hold(&mut held, &[1, 2], 1);
    held.participants.extend([participant(3, 2), participant(4, 2)]);
    hold(&mut held, &[1, 2, 3, 4], 2);
    held.leave(id(2));
    held.erase(id(1));
    held.erase(id(2));
    assert_eq!(told(&held, 1), Some(Vec::new()));
    assert_eq!(told(&held, 2), Some(vec![(3, true), (4, true)]));
    assert_eq!(held.current_round(), 3);
}

#[test]
fn erasing_someone_takes_what_was_said_of_and_to_them() {
    let mut held = conversation(3);
    let ask = |held: &mut Conversation, who: u8, of: &[u8]| {
        let request = RequestId([who; 8]);
        let text = attune::domain::moment::Line::parse("Ask me first").expect("short");
        let mut asked = Request { id: request, round: 1, text, effects: Vec::new() };
        of.iter().for_each(|it| asked.affect(id(*it), need("rest"), Some(EffectKind::Costs)));
        held.change_participant(id(who), |it| it.requests.push(Arc::new(asked)));
        request
    };
    let (of_one, of_two) = (ask(&mut held, 1, &[2, 3]), ask(&mut held, 2, &[3]));
    for (who, request) in [(3, of_one), (3, of_two), (1, of_two)] {
        held.change_participant(id(who), |it| it.reply_mut(request).agreement = Agreement::Agreed);
    }
    hold(&mut held, &[1, 2, 3], 1);
    held.change_participant(id(1), |it| {
        let words = it.sheet_mut(1).words.as_mut().expect("words");
        words.guesses = [2, 3].map(|it| (id(it), Side::new(MomentId([it; 8])))).to_vec();
    });
    held.erase(id(2));
    let one = held.participant(id(1)).expect("there");
    assert!(!one.sheets[0].guesses_about(id(2)) && one.sheets[0].guesses_about(id(3)));
    assert!(one.replies.is_empty());
    assert_eq!(one.requests[0].effects.len(), 1);
    let three = held.participant(id(3)).expect("there");
    assert_eq!(three.replies.iter().map(|it| it.request).collect::<Vec<_>>(), [of_one]);
    assert_eq!(held.requests().len(), 1);
}

#[test]
fn requests_are_heard_when_their_round_is_revealed() {
    let mut held = conversation(2);
    let text = attune::domain::moment::Line::parse("Ask me first").expect("short");
    let asked = Request { id: RequestId([1; 8]), round: 1, text, effects: Vec::new() };
    held.change_participant(id(1), |it| it.requests.push(Arc::new(asked)));
    hold(&mut held, &[1], 1);
    assert!(held.requests().is_empty());
    hold(&mut held, &[2], 1);
    assert_eq!(held.requests().len(), 1);
}

proptest! {
    #![proptest_config(super::drawn::config())]

    #[test]
    fn nothing_is_revealed_before_the_last_one_is_ready(
        order in Just((1..=5_u8).collect::<Vec<_>>()).prop_shuffle(),
        people in 2..=5_usize,
    ) {
        let mut held = conversation(people as u8);
        let order: Vec<u8> = order.into_iter().filter(|it| usize::from(*it) <= people).collect();
        for who in order {
            prop_assert_eq!(told(&held, 1), None);
            hold(&mut held, &[who], 1);
        }
        prop_assert_eq!(told(&held, 1).map(|it| it.len()), Some(people));
    }

    /// Whoever comes, goes, comes back or is erased, in whatever order.
    #[test]
    fn what_is_revealed_stays_revealed(steps in super::drawn::steps()) {
        let mut held = conversation(3);
        for step in steps {
            let rounds = 1..held.current_round();
            let before: Vec<_> = rounds.clone().map(|it| told(&held, it)).collect();
            let erased = super::drawn::go(&mut held, step);
            for (round, before) in rounds.zip(before) {
                let mut before = before.expect("revealed");
                before.retain(|(who, _)| Some(*who) != erased);
                // Of whom nobody is left, nothing is lost.
                if !before.is_empty() {
                    prop_assert_eq!(told(&held, round), Some(before));
                }
            }
        }
    }
}
