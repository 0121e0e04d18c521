//! Finds what a typed text names: words of the vocabulary and the person's own, each with how well it fits.
//! Knows nothing of the order of groups.

use super::{Group, Offer, OfferRow, Why};
use crate::domain::{Naming, OwnWordKind, Person};
use crate::insight::suggest::Suggestion;
use crate::order;
use crate::vocabulary::{Entry, Found, Judgement, Need, Quality, match_text, search};

/// Letters from which on the need that is never offered unasked counts as asked for.
const LETTERS_OF_ASKING: usize = 3;

/// A row with its place among others.
pub struct Match {
    pub group: Group,
    pub row: OfferRow,
    pub rank: Rank,
}

/// Best first: how well it fits, then whether and how strongly the moment points to it, then the search's own order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// 0 to 3; see `catch`.
    pub tier: u8,
    /// Place among the moment's suggestions, or `usize::MAX`.
    suggested: usize,
    quality: Quality,
}

/// In the order of their ranks; equal ones: the person's own first, then as the search has them.
pub fn find(text: &str, person: Option<&Person>, suggested: &[Suggestion]) -> Vec<Match> {
    let mut found: Vec<Match> = Vec::new();
    if let Some(person) = person {
        own(text, person, &mut found);
    }
    found.extend(search(text).into_iter().filter_map(|it| known(text, it, suggested)));
    order::sort_by_key(&mut found, |it| it.rank);
    if found.first().is_some_and(|best| best.rank.tier <= 1) {
        found.retain(|it| it.rank.tier < 3);
    }
    found
}

/// What the last of several words names in full: "I feel betrayed" names the judgement. One search, not one for each word:
/// the line must keep up with typing.
pub fn find_last_word(text: &str, person: Option<&Person>, suggested: &[Suggestion]) -> Vec<Match> {
    let Some((_, last)) = text.rsplit_once(char::is_whitespace) else { return Vec::new() };
    let mut found = find(last, person, suggested);
    found.retain(|it| matches!(it.rank.quality, Quality::NameExact | Quality::SynonymExact));
    found
}

fn own(text: &str, person: &Person, found: &mut Vec<Match>) {
    for word in &person.own_words {
        let Some((quality, bold)) = match_text(text, word.text.as_str()) else { continue };
        let (group, offer) = match word.kind {
            OwnWordKind::Feeling(_) => (Group::Feelings, Offer::Feeling(Naming::Own(word.id))),
            OwnWordKind::Need(_) => (Group::Needs, Offer::Need(Naming::Own(word.id))),
        };
        let row = OfferRow { offer, text: word.text.as_str().to_owned(), bold, why: Why::None };
        let rank = Rank { tier: tier(quality), suggested: usize::MAX, quality };
        found.push(Match { group, row, rank });
    }
}

/// `None` for a concept, which can be explained but not caught.
fn known(typed: &str, found: Found, suggested: &[Suggestion]) -> Option<Match> {
    let (group, offer, name, definition) = match found.entry {
        Entry::Feeling(it) => {
            (Group::Feelings, Offer::Feeling(Naming::Known(it)), it.name(), it.definition())
        }
        Entry::Need(it) => {
            (Group::Needs, Offer::Need(Naming::Known(it)), it.name(), it.definition())
        }
        Entry::Judgement(it) => {
            (Group::Judgements, Offer::Judgement(it), it.name(), it.definition())
        }
        Entry::Area(it) => (Group::Areas, Offer::Area(it), it.name(), it.covers()),
        Entry::Concept(_) => return None,
    };
    let mut quality = found.quality;
    let mut place = None;
    match found.entry {
        Entry::Need(need) if !may_be_offered(need, typed, quality) => return None,
        Entry::Need(need) => place = suggested.iter().position(|it| it.need == need),
        Entry::Judgement(judgement) if is_its_name(typed, judgement) => {
            quality = Quality::NameExact;
        }
        _ => {}
    }
    let by_name = is_by_name(found.quality);
    let why = match place.and_then(|place| suggested.get(place)) {
        _ if !by_name => Why::FoundBy(found.text),
        Some(suggestion) => points_here(suggestion),
        None => Why::Definition(definition),
    };
    let bold = if by_name { found.span } else { 0..0 };
    let row = OfferRow { offer, text: name.to_owned(), bold, why };
    let rank = Rank { tier: tier(quality), suggested: place.unwrap_or(usize::MAX), quality };
    Some(Match { group, row, rank })
}

pub fn points_here(suggestion: &Suggestion) -> Why {
    match suggestion.because.as_slice() {
        [] => Why::None,
        [first, rest @ ..] => Why::PointsHere(*first, rest.first().copied()),
    }
}

fn tier(quality: Quality) -> u8 {
    match quality {
        Quality::NameExact => 0,
        Quality::SynonymExact | Quality::NameStart => 1,
        Quality::NameWordStart | Quality::SynonymStart | Quality::SynonymWordStart => 2,
        Quality::NameInside | Quality::SynonymInside => 3,
    }
}

fn is_by_name(quality: Quality) -> bool {
    matches!(
        quality,
        Quality::NameExact | Quality::NameStart | Quality::NameWordStart | Quality::NameInside
    )
}

/// "failure" names "A failure": the last part of the name, begun at a word and typed to its end.
fn is_its_name(typed: &str, judgement: Judgement) -> bool {
    let without = judgement.name().split_once(' ').filter(|(article, _)| article.len() <= 2);
    let rest = without.and_then(|(_, rest)| match_text(typed, rest));
    rest.is_some_and(|(quality, _)| quality == Quality::NameExact)
}

/// The one need that is never offered unasked must be typed: at least the beginning of its name or synonym.
fn may_be_offered(need: Need, typed: &str, quality: Quality) -> bool {
    if need.is_offered_unasked() {
        return true;
    }
    let begun = tier(quality) <= 1 || quality == Quality::SynonymStart;
    begun && typed.chars().count() >= LETTERS_OF_ASKING
}
