//! What a sheet keeps: judgements, what is private, needs that were said no to, and that there was anything of it at all.
//! Never about when it is revealed.

use std::sync::Arc;

use attune::domain::moment::Line;
use attune::domain::*;
use attune::vocabulary::Need;

use super::{conversation, feeling, hold, id, judgement, need};

/// One of each kind, feelings about some of it, and a need that was said no to.
fn side() -> Side {
    let mut moment = Moment::new(MomentId([1; 8]));
    let did = moment.add_behaviour(Line::parse("I stayed late").expect("short"));
    let heard = moment.hear(judgement("ignored"));
    moment.feel(feeling("sad"), About::Item(heard));
    moment.feel(feeling("ashamed"), About::Item(did));
    moment.mark_need(need("rest"), Standing::Unmet);
    moment.mark_need(need("trust"), Standing::Met);
    moment.add_choice(Line::parse("Ask for help").expect("short"));
    moment.dismiss(Need::from_id("order").expect("a need"));
    Side { moment: Arc::new(moment), kept_private: Vec::new() }
}

fn find(side: &Side, is_it: impl Fn(&Item) -> bool) -> ItemId {
    side.moment.items.iter().find(|item| is_it(item)).expect("there").id()
}

fn about(side: &Side, word: &str) -> About {
    side.moment.felt().find(|it| it.feeling == feeling(word)).expect("there").about
}

#[test]
fn what_is_private_judgements_and_needs_said_no_to_are_in_no_reveal() {
    let mut held = conversation(2);
    hold(&mut held, &[1, 2], 1);
    let mut mine = side();
    let rest = find(&mine, |it| matches!(it, Item::Need(it) if it.need == need("rest")));
    mine.keep_private(rest, true);
    let guess = (id(2), mine.clone());
    held.change_participant(id(1), |it| {
        it.sheet_mut(1).words = Some(Words { mine, guesses: vec![guess] });
    });
    let told = held.revealed(1).expect("revealed");
    let words = told[0].1.as_ref().expect("words");
    for side in [&words.mine, words.guess(id(2)).expect("a guess")] {
        assert!(side.moment.heard().next().is_none());
        assert!(side.moment.dismissed.is_empty() && side.kept_private.is_empty());
        let needs: Vec<_> = side.moment.needs().map(|it| it.need.clone()).collect();
        assert_eq!(needs, [need("trust")]);
        let text = format!("{words:?}");
        assert!(!text.contains("Heard") && text.contains("I stayed late"));
    }
}

#[test]
fn everything_but_judgements_is_shared_unless_it_is_kept_private() {
    let mut side = side();
    let all = side.moment.items.len();
    assert_eq!(side.shared().moment.items.len(), all - 1);
    let sad = find(&side, |it| matches!(it, Item::Felt(it) if it.feeling == feeling("sad")));
    side.keep_private(sad, true);
    assert_eq!(side.shared().moment.items.len(), all - 2);
    side.keep_private(sad, false);
    assert_eq!(side.shared().moment.items.len(), all - 1);
}

#[test]
fn a_feeling_about_something_private_is_about_the_moment() {
    let mut side = side();
    let did = find(&side, |it| matches!(it, Item::Behaviour(_)));
    let shared = side.shared();
    assert_eq!(about(&shared, "sad"), About::Moment);
    let behaviour = find(&shared, |it| matches!(it, Item::Behaviour(_)));
    assert_eq!(about(&shared, "ashamed"), About::Item(behaviour));
    side.keep_private(did, true);
    assert_eq!(about(&side.shared(), "ashamed"), About::Moment);
}

#[test]
fn what_is_shared_does_not_tell_how_much_was_kept_back() {
    let mut with = side();
    let first = find(&with, |it| matches!(it, Item::Behaviour(_)));
    with.keep_private(first, true);
    // The same without ever having written it.
    let mut without = Moment::new(MomentId([1; 8]));
    without.feel(feeling("sad"), About::Moment);
    without.feel(feeling("ashamed"), About::Moment);
    without.mark_need(need("rest"), Standing::Unmet);
    without.mark_need(need("trust"), Standing::Met);
    without.add_choice(Line::parse("Ask for help").expect("short"));
    assert_eq!(*with.shared().moment, without);
    assert_eq!(with.shared().shared(), with.shared());
}

#[test]
fn a_guess_of_which_nothing_is_shared_is_no_guess() {
    let mut words = Words::new(MomentId([1; 8]));
    let mut side = Side::new(MomentId([2; 8]));
    let rest = Arc::make_mut(&mut side.moment).mark_need(need("rest"), Standing::Unmet);
    side.keep_private(rest, true);
    words.guesses.push((id(2), side));
    assert!(words.shared().guesses.is_empty());
}
