//! The one sort: in order, stable, and as quick on ten thousand as on ten.
//! Knows no data of the page.

use std::cmp::Reverse;

use attune::order::{sort, sort_by, sort_by_key};

/// Numbers below `most` that look drawn by lot and are the same each time.
fn scattered(count: usize, most: u32) -> Vec<u32> {
    let step = |number: &u32| Some(number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
    std::iter::successors(Some(7), step).map(|number| (number >> 8) % most).take(count).collect()
}

fn check(promise: impl Fn(Vec<u32>)) {
    for count in (0..40).chain([63, 64, 65, 1_000]) {
        let rising: Vec<u32> = (0..count as u32).collect();
        let mut turned = rising.clone();
        turned.rotate_left(count / 3);
        promise(rising.iter().rev().copied().collect());
        promise(rising);
        promise(turned);
        promise(vec![5; count]);
        promise(scattered(count, 4));
        promise(scattered(count, 1_000_000));
    }
}

#[test]
fn everything_comes_into_order_and_nothing_is_lost() {
    check(|numbers| {
        let mut expected = numbers.clone();
        expected.sort_unstable();
        let mut sorted = numbers;
        sort(&mut sorted);
        assert_eq!(sorted, expected);
    });
}

#[test]
fn equal_ones_stay_in_the_order_they_came_in() {
    check(|numbers| {
        let named =
            numbers.iter().copied().zip(0..).map(|(number, place)| (number, Box::new(place)));
        let mut sorted: Vec<(u32, Box<u32>)> = named.collect();
        let mut expected = sorted.clone();
        expected.sort_by_key(|(number, _)| Reverse(*number));
        sort_by_key(&mut sorted, |(number, _)| Reverse(*number));
        assert_eq!(sorted, expected);
    });
}

#[test]
fn long_lists_take_few_comparisons() {
    for count in [100, 12_000] {
        let compared = std::cell::Cell::new(0_usize);
        let mut numbers = scattered(count, 1_000_000);
        sort_by(&mut numbers, |one, other| {
            compared.set(compared.get() + 1);
            one.cmp(other)
        });
        let most = count * (count.ilog2() as usize + 1);
        assert!(compared.get() <= most, "{} comparisons for {count}", compared.get());
    }
}
