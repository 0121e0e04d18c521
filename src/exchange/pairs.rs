//! Who in a file is who here: by their ids, and "for myself" by being that.
//! Never by a code: two devices may well call two people the same.

use std::sync::Arc;

use crate::domain::{Cabinet, Journal, Kind};
use crate::order;

/// A journal here and the one in the file, or one of the two.
pub(super) type Pair<'a> = (Option<&'a Arc<Journal>>, Option<&'a Arc<Journal>>);

/// Everyone once: those here in their order, then those only in the file in theirs.
pub(super) fn pairs<'a>(mine: &'a Cabinet, file: &'a Cabinet) -> Vec<Pair<'a>> {
    let at_home = mine.journals.iter().enumerate();
    let places = order::map(at_home.map(|(at, journal)| (journal.person.id, at)));
    let mut pairs: Vec<Pair> = mine.journals.iter().map(|journal| (Some(journal), None)).collect();
    let mut strangers = Vec::new();
    for journal in &file.journals {
        match places.get(&journal.person.id).and_then(|at| pairs.get_mut(*at)) {
            Some((_, theirs)) => *theirs = Some(journal),
            None => strangers.push(journal),
        }
    }
    for journal in strangers {
        // There is one "for myself": begun on two devices it has two ids, and the second would not be found again.
        let me = pairs.iter_mut().find(|pair| is_me(journal) && awaits_me(pair));
        match me {
            Some((_, theirs)) => *theirs = Some(journal),
            None => pairs.push((None, Some(journal))),
        }
    }
    pairs
}

fn awaits_me((mine, theirs): &Pair) -> bool {
    theirs.is_none() && mine.is_some_and(is_me)
}

fn is_me(journal: &Arc<Journal>) -> bool {
    journal.person.kind == Kind::Me
}
