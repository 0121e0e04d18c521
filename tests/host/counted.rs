//! Counted worksheets: no number below five, none that moves but in steps of five, nothing twice, and nobody found by subtraction.
//! Never about what a leader could read in a file with other tools before it is counted here.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use attune::domain::change::GroupName;
use attune::domain::*;
use attune::insight::change::{Tally, count, tally, unmarked};
use attune::vocabulary::{Feeling, Need};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn need(at: usize) -> Need {
    Need::all().nth(at).expect("one of 90")
}

fn group(number: u8) -> Group {
    Group::new(GroupId([number; 8]), GroupName::parse("Nurses").expect("short"))
}

fn map(groups: u8) -> ChangeMap {
    let mut map = ChangeMap::new(ChangeId([1; 8]), Day::parse("2026-03-09").expect("a day"));
    map.groups = (1..=groups).map(|it| group(it).into()).collect();
    map
}

/// A worksheet in which so many needs go short.
fn worksheet(unmet: &[usize]) -> Counts {
    let mut moment = Moment::new(MomentId([1; 8]));
    for at in unmet {
        moment.mark_need(Naming::Known(need(*at)), Standing::Unmet);
    }
    count([&moment].into_iter())
}

fn handover(number: u32) -> HandoverId {
    HandoverId([number.to_be_bytes(), [0; 4]].concat().try_into().expect("eight"))
}

fn take(group: &mut Group, numbers: RangeInclusive<u32>, sheet: impl Fn(u32) -> Counts) {
    for number in numbers {
        assert!(group.counted.take(handover(number), &sheet(number)));
    }
}

/// All numbers that are shown, by what they stand for.
fn shown(tally: &Tally) -> BTreeMap<String, u32> {
    let people = tally.people.map(|it| ("people".to_string(), it));
    let cells = tally.needs.iter().flat_map(|it| {
        let unmet = it.unmet.map(|number| (format!("{:?} unmet", it.need), number));
        let met = it.met.map(|number| (format!("{:?} met", it.need), number));
        unmet.into_iter().chain(met)
    });
    let feelings = tally.feelings.iter().map(|(it, number)| (format!("{it:?}"), *number));
    people.into_iter().chain(cells).chain(feelings).collect()
}

#[test]
fn four_worksheets_show_nothing_and_the_fifth_shows_five() {
    let mut nurses = group(1);
    for number in 1..=4 {
        assert!(nurses.counted.take(handover(number), &worksheet(&[3])));
        assert_eq!(tally(&nurses), Tally::default());
        assert!(unmarked(&nurses).is_empty());
        assert_eq!(nurses.counted.waiting(), number);
    }
    nurses.counted.take(handover(5), &worksheet(&[3]));
    assert_eq!(shown(&tally(&nurses)).into_values().collect::<Vec<_>>(), [5, 5]);
    assert_eq!(nurses.counted.waiting(), 0);
}

#[test]
fn the_fifth_of_five_is_not_found_by_taking_them_one_by_one() {
    // Four say it and the fifth does not: the four are not shown, so the fifth is not known by it.
    let mut nurses = group(1);
    take(&mut nurses, 1..=4, |_| worksheet(&[3]));
    nurses.counted.take(handover(5), &worksheet(&[]));
    assert!(tally(&nurses).needs.is_empty());
    // Six of ten: shown as five, whoever came last.
    take(&mut nurses, 6..=7, |_| worksheet(&[3]));
    take(&mut nurses, 8..=10, |_| worksheet(&[]));
    assert_eq!(tally(&nurses).needs[0].unmet, Some(5));
}

#[test]
fn the_same_worksheet_counts_once_whichever_group_it_is_taken_for() {
    let mut map = map(2);
    let [one, two] = [1, 2].map(|it| GroupId([it; 8]));
    assert_eq!(map.take(one, handover(1), &worksheet(&[3])), Some(true));
    assert_eq!(map.take(one, handover(1), &worksheet(&[3])), Some(false));
    assert_eq!(map.take(two, handover(1), &worksheet(&[3])), Some(false));
    assert_eq!(map.take(GroupId([9; 8]), handover(2), &worksheet(&[3])), None);
    let waiting: Vec<u32> = map.groups.iter().map(|it| it.counted.waiting()).collect();
    assert_eq!(waiting, [1, 0]);
}

#[test]
fn a_group_taken_out_does_not_let_its_worksheets_be_counted_anew_beside_another() {
    let mut map = map(2);
    let [one, two] = [1, 2].map(|it| GroupId([it; 8]));
    for number in 1..=5 {
        assert_eq!(map.take(one, handover(number), &worksheet(&[3])), Some(true));
    }
    assert!(map.remove_group(one) && !map.remove_group(one));
    for number in 1..=5 {
        assert_eq!(map.take(two, handover(number), &worksheet(&[3])), Some(false));
    }
    assert_eq!(map.take(two, handover(6), &worksheet(&[3])), Some(true));
}

#[test]
fn a_worksheet_counts_as_one_person_whatever_it_says_of_itself() {
    let mut claims = worksheet(&[3]);
    claims.people = 9;
    claims.unmet.values_mut().for_each(|it| *it = 9);
    let mut nurses = group(1);
    nurses.counted.take(handover(1), &claims);
    claims.people = 0;
    nurses.counted.take(handover(2), &claims);
    assert_eq!((nurses.counted.waiting(), tally(&nurses)), (2, Tally::default()));
    take(&mut nurses, 3..=5, |_| worksheet(&[]));
    assert!(tally(&nurses).needs.is_empty());
}

#[test]
fn one_person_counts_once_for_each_thing_on_each_side() {
    let mut early = Moment::new(MomentId([1; 8]));
    let mut late = Moment::new(MomentId([2; 8]));
    let calm = Feeling::all().next().expect("one");
    for (moment, standing) in [(&mut early, Standing::Partly), (&mut late, Standing::Met)] {
        moment.feel(Naming::Known(calm), About::Moment);
        moment.mark_need(Naming::Known(need(0)), standing);
        moment.mark_need(Naming::Known(need(1)), Standing::Unmet);
        moment.mark_need(Naming::Own(WordId([1; 8])), Standing::Unmet);
        moment.mark_need(Naming::Known(need(2)), Standing::NotSaid);
        moment.mark_need(Naming::Unknown("newer".into()), Standing::Met);
        let guessed = moment.mark_need(Naming::Known(need(3)), Standing::Unmet);
        if let Some(Item::Need(mark)) = moment.item_mut(guessed) {
            mark.known_by = KnownBy::Guessed;
        }
    }
    let counts = count([&early, &late].into_iter());
    let known = |at| Listed::Known(need(at));
    assert_eq!(counts.people, 1);
    assert_eq!(counts.unmet, BTreeMap::from([(known(0), 1), (known(1), 1)]));
    assert_eq!(counts.met, BTreeMap::from([(known(0), 1), (Listed::Unknown("newer".into()), 1)]));
    assert_eq!(counts.feelings, BTreeMap::from([(Listed::Known(calm), 1)]));
    assert_eq!(count(std::iter::empty()).people, 1);
}

#[test]
fn what_is_shown_is_in_no_order_that_tells_more_than_its_step() {
    let mut nurses = group(1);
    let both = |it: u32| if it < 6 { worksheet(&[8, 4]) } else { worksheet(&[8]) };
    take(&mut nurses, 1..=10, both);
    let one: Vec<_> = tally(&nurses).needs.into_iter().map(|it| it.need).collect();
    assert_eq!(one, [Listed::Known(need(4)), Listed::Known(need(8))]);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_203),
        ..ProptestConfig::default()
    })]

    #[test]
    fn numbers_are_five_or_more_and_move_in_steps_of_five_when_five_more_have_come(
        sheets in proptest::collection::vec((0..30_u32, proptest::collection::vec(0..4_usize, 0..4)), 0..60),
    ) {
        let mut nurses = group(1);
        let (mut since, mut before) = (0, shown(&tally(&nurses)));
        for (number, unmet) in sheets {
            since += u32::from(nurses.counted.take(handover(number), &worksheet(&unmet)));
            let now = shown(&tally(&nurses));
            prop_assert!(now.values().all(|it| *it >= 5 && *it % 5 == 0));
            for (what, number) in &now {
                let old = before.get(what).copied().unwrap_or_default();
                prop_assert!(*number >= old && (number - old) % 5 == 0);
            }
            prop_assert!(before.keys().all(|it| now.contains_key(it)));
            if now != before {
                prop_assert!(since >= 5);
                since = 0;
            }
            before = now;
        }
    }

    /// Whoever watches while worksheets are taken one by one learns the same, whichever of five was whose.
    #[test]
    fn who_of_five_said_what_does_not_matter(
        sheets in proptest::collection::vec(proptest::collection::vec(0..4_usize, 0..4), 10),
        order in Just((0..5_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let watch = |sheets: &[Vec<usize>]| {
            let mut nurses = group(1);
            let mut seen = Vec::new();
            for (number, unmet) in (0..).zip(sheets) {
                nurses.counted.take(handover(number), &worksheet(unmet));
                seen.push((tally(&nurses), nurses.counted.waiting()));
            }
            seen
        };
        let mut turned = sheets.clone();
        for (place, from) in order.into_iter().enumerate() {
            turned[5 + place] = sheets[5 + from].clone();
        }
        prop_assert_eq!(watch(&sheets), watch(&turned));
    }
}
