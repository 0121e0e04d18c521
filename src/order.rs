//! Puts things in order: the one sort of the page, stable, in n log n steps.
//! Knows nothing of what it orders.
//!
//! Every call of the standard library's sorts is compiled anew for its type, 3 to 6 KB each time, and the page has some twenty.
//! This one sorts positions behind one comparison, so each call costs a few dozen bytes. Sort here, not with `sort` or
//! `sort_by`; only tests and the build may.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

pub fn sort_by_key<T, Key: Ord>(items: &mut [T], key: impl Fn(&T) -> Key) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// Equal ones stay in the order they came in.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = places(items.len(), &|one, other| compare(&items[one], &items[other]));
    for (one, other) in swaps(order) {
        items.swap(one, other);
    }
}

/// A map of these; of two by one key the last. To collect them would sort them first, each type with a sort of its own.
pub fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(pairs);
    map
}

/// A set of these, for the same reason.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

/// The numbers below `count` in the order that `compare` gives them; equal ones lowest first.
pub fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..count).collect();
    let mut merged = Vec::with_capacity(count);
    let mut run = 1;
    while run < count {
        for pair in sorted.chunks(2 * run) {
            let (left, right) = pair.split_at(run.min(pair.len()));
            merge(left, right, compare, &mut merged);
        }
        std::mem::swap(&mut sorted, &mut merged);
        merged.clear();
        run *= 2;
    }
    sorted
}

/// Two runs into one. What is equal comes from the left one first.
fn merge(
    mut left: &[usize],
    mut right: &[usize],
    compare: &dyn Fn(usize, usize) -> Ordering,
    merged: &mut Vec<usize>,
) {
    while let ([one, left_rest @ ..], [other, right_rest @ ..]) = (left, right) {
        if compare(*other, *one).is_lt() {
            merged.push(*other);
            right = right_rest;
        } else {
            merged.push(*one);
            left = left_rest;
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

/// What brings everything to its place, cycle by cycle: `from` says where each place gets its item.
fn swaps(mut from: Vec<usize>) -> Vec<(usize, usize)> {
    let mut swaps = Vec::with_capacity(from.len());
    for start in 0..from.len() {
        let mut place = start;
        loop {
            let next = std::mem::replace(&mut from[place], place);
            if next == start {
                break;
            }
            swaps.push((place, next));
            place = next;
        }
    }
    swaps
}
