//! What may go out in a file: what is shared, of rounds that are revealed, and nothing else, whatever stands on the device.
//! Never about what becomes of it elsewhere.

use attune::domain::*;
use attune::exchange::conversation_file::*;

use super::file::text_of;
use super::{PRIVATE, answer, begun, ready, shared, shares, who, write};
use crate::exchange::meta;

fn text(conversation: &Conversation) -> String {
    text_of(
        &attune::exchange::conversation_file::write(&state_for_others(conversation, &meta()))
            .unwrap(),
    )
}

/// A round that both have revealed, and a second that only one is ready for.
fn lived() -> Conversation {
    let mut it = begun(2);
    for _ in 0..2 {
        write(&mut it, 1);
        write(&mut it, 2);
        ready(&mut it, 1);
        ready(&mut it, 2);
    }
    let current = it.current_round();
    it.change_participant(who(2), |it| it.sheet_mut(current - 1).is_ready = false);
    it.change_participant(who(1), |it| it.sign = Some(Sign(305_419_896)));
    it
}

#[test]
fn what_is_private_judged_or_said_no_to_is_in_no_file_at_any_time() {
    let lived = lived();
    let opening = write_opening(&open_to_others(&lived, &meta()).unwrap().1).unwrap();
    for text in [text(&lived), text_of(&opening)] {
        assert!(text.contains(&shares(1, 1)), "what is shared is there");
        assert!(text.contains("like lead"), "and the own words it uses");
        let never =
            [PRIVATE, "judgement", "dismissed", "\"rest\"", "never used", "305419896", "sign"];
        for never in never {
            assert!(!text.contains(never), "{never}");
        }
    }
}

#[test]
fn of_a_round_that_is_not_revealed_only_readiness_goes_out() {
    let mut lived = lived();
    answer(&mut lived, 1);
    let text = text(&lived);
    assert!(!text.contains(&shares(1, 2)) && !text.contains(&shares(2, 2)));
    let said = state_for_others(&lived, &meta()).said;
    let rounds: Vec<_> = said[0].rounds.iter().map(|it| (it.round, it.words.is_some())).collect();
    assert_eq!(rounds, [(1, true), (2, false)]);
    assert!(said[0].requests.iter().all(|it| it.round == 1));
    // They looked back in the second round, which is not revealed.
    assert!(
        said[0].replies.iter().all(|it| it.turned_out.is_empty()) && !said[0].replies.is_empty()
    );
    assert_eq!(said[1].rounds.len(), 1);
}

#[test]
fn no_number_of_an_item_tells_that_one_was_kept_back() {
    let said = state_for_others(&lived(), &meta()).said;
    let words = said[0].rounds[0].words.as_ref().unwrap();
    for side in std::iter::once(&words.mine).chain(words.guesses.iter().map(|(_, it)| it)) {
        let numbers: Vec<u16> = side.items.iter().map(number).collect();
        assert_eq!(numbers, (1..=numbers.len() as u16).collect::<Vec<_>>());
    }
}

fn number(item: &SharedItem) -> u16 {
    match item {
        SharedItem::Felt(it) => it.id.0,
        SharedItem::Need(it) => it.id.0,
        SharedItem::Behaviour(it) => it.id.0,
        SharedItem::Choice(it) => it.id.0,
    }
}

#[test]
fn a_choice_does_not_tell_of_a_need_that_is_kept_private_beside_it() {
    let mut side = Side::new(MomentId([1; 8]));
    let moment = std::sync::Arc::make_mut(&mut side.moment);
    let needs: Vec<_> = attune::vocabulary::Need::all().take(3).map(Naming::Known).collect();
    let private = moment.mark_need(needs[0].clone(), Standing::Unmet);
    moment.mark_need(needs[1].clone(), Standing::Met);
    let choice = moment.add_choice(super::line("stay late"));
    if let Some(Item::Choice(it)) = moment.item_mut(choice) {
        needs.iter().for_each(|need| it.affect(need.clone(), Some(EffectKind::Costs)));
    }
    side.keep_private(private, true);
    let shared = side.shared();
    let effects: Vec<_> = shared
        .moment
        .items
        .iter()
        .filter_map(|it| match it {
            Item::Choice(it) => {
                Some(it.effects.iter().map(|it| it.need.clone()).collect::<Vec<_>>())
            }
            _ => None,
        })
        .collect();
    assert_eq!(effects, [needs[1..].to_vec()]);
}

#[test]
fn a_device_speaks_for_those_who_write_on_it_and_for_nobody_else() {
    let devices = shared(&[&[1, 2], &[3]]);
    let speaks = |it: &Conversation| -> Vec<PersonId> {
        state_for_others(it, &meta()).said.iter().map(|it| it.id).collect()
    };
    assert_eq!(speaks(&devices[0]), [who(1), who(2)]);
    assert_eq!(speaks(&devices[1]), [who(3)]);
}

#[test]
fn who_shares_nothing_says_so_and_is_not_waited_for() {
    let mut devices = shared(&[&[1], &[2]]);
    ready(&mut devices[0], 1);
    ready(&mut devices[1], 2);
    for _ in 0..2 {
        for (from, to) in [(0, 1), (1, 0)] {
            let said = super::said(&mut devices[from]);
            super::take(&mut devices[to], &said);
        }
    }
    for device in &devices {
        assert!(device.is_revealed(1) && device.awaited(1).is_empty());
    }
}

#[test]
fn each_file_is_later_than_the_one_before_and_later_still_on_a_later_day() {
    let mut it = shared(&[&[1], &[2]]).remove(1);
    let first = super::said(&mut it).said[0].revision;
    let second = super::said(&mut it).said[0].revision;
    assert!(second > first);
    // A device that goes on from an older backup is taken for late only until the day is over.
    let mut older = shared(&[&[1], &[2]]).remove(1);
    let day = meta().made_on.plus(1);
    let (_, next_day) = tell(&older, &attune::exchange::Meta { made_on: day, ..meta() });
    assert!(next_day.said[0].revision > second);
    assert_eq!(super::said(&mut older).said[0].revision, first);
}

#[test]
fn news_is_what_no_file_has_told_yet() {
    let mut devices = shared(&[&[1], &[2]]);
    assert!(!has_news(&devices[0]) && !has_news(&devices[1]));
    write(&mut devices[0], 1);
    assert!(!has_news(&devices[0]), "what is not revealed is nobody's");
    ready(&mut devices[0], 1);
    assert!(has_news(&devices[0]));
    let said = super::said(&mut devices[0]);
    assert!(!has_news(&devices[0]));
    super::take(&mut devices[1], &said);
    assert!(!has_news(&devices[1]), "what came from elsewhere is not ours to tell");
}
