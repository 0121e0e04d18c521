//! How things of the domain are said: words by their name, days by their date, lists as a sentence has them.
//! Holds no text of its own: those are i18n's, the vocabulary's and the person's.

use crate::domain::naming::Listed;
use crate::domain::{
    AreaName, Day, FeelingWord, Hands, Item, KnownBy, Naming, NeedWord, Person, Standing, WordId,
};
use crate::i18n::{fill, inside, more, text};
use crate::vocabulary::{Area, Feeling, Judgement, Need};

/// A word whose text is nowhere to be had is shown by its id, never dropped.
fn own_text(person: Option<&Person>, id: WordId) -> String {
    let own = person.and_then(|person| person.own_word(id));
    own.map_or_else(|| "…".to_string(), |word| word.text.as_str().to_string())
}

fn named<T: Copy>(
    word: &Naming<T>,
    name: fn(T) -> &'static str,
    person: Option<&Person>,
) -> String {
    match word {
        Naming::Known(it) => name(*it).to_string(),
        Naming::Own(id) => own_text(person, *id),
        Naming::Unknown(id) => id.to_string(),
    }
}

pub fn feeling_text(word: &FeelingWord, person: Option<&Person>) -> String {
    named(word, Feeling::name, person)
}

pub fn need_text(word: &NeedWord, person: Option<&Person>) -> String {
    named(word, Need::name, person)
}

/// As it stands in a sentence; a person's own words keep their capitals.
pub fn need_inside(word: &NeedWord, person: Option<&Person>) -> String {
    let name = need_text(word, person);
    if word.known().is_some() { inside(&name) } else { name }
}

/// As it stands in a sentence; a person's own words keep their capitals.
pub fn feeling_inside(word: &FeelingWord, person: Option<&Person>) -> String {
    let name = feeling_text(word, person);
    if word.known().is_some() { inside(&name) } else { name }
}

pub fn area_text(area: &Listed<Area>) -> String {
    match area {
        Listed::Known(area) => area.name().to_string(),
        Listed::Unknown(id) => id.to_string(),
    }
}

/// Where something is, as it stands in a sentence: "at work".
pub fn place_inside(area: &AreaName) -> String {
    let texts = &more().core_needs;
    let known = match area {
        Listed::Known(area) => texts.places.split('|').nth(area.index()),
        Listed::Unknown(_) => None,
    };
    match known {
        Some(place) => place.to_string(),
        None => fill(texts.place_other, &[("area", &area_text(area))]),
    }
}

/// A sentence as it begins: what was written for the inside of one may stand first. Capitals in ASCII alone, as in
/// `i18n::inside`.
pub fn begun(sentence: &str) -> String {
    let mut begun = sentence.to_string();
    if let Some(first) = begun.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    begun
}

pub fn item_text(item: &Item, person: Option<&Person>) -> String {
    match item {
        Item::Felt(felt) => feeling_text(&felt.feeling, person),
        Item::Need(mark) => need_text(&mark.need, person),
        Item::Heard(heard) => named(&heard.judgement, Judgement::name, person),
        Item::Behaviour(behaviour) => behaviour.text.as_str().to_string(),
        Item::Choice(choice) => choice.text.as_str().to_string(),
    }
}

/// What a feeling is about, as it stands behind the feeling's name: "about feeling frustrated", "about “I stayed late”".
pub fn about_text(item: &Item, person: Option<&Person>) -> String {
    let what = item_text(item, person);
    match item {
        Item::Felt(felt) if felt.feeling.known().is_some() => {
            fill(text().canvas.about_feeling, &[("what", &inside(&what))])
        }
        Item::Felt(_) => fill(text().canvas.about_feeling, &[("what", &what)]),
        _ => fill(text().canvas.about_words, &[("what", &what)]),
    }
}

/// "one, two and three".
pub fn join_text(mut words: Vec<String>) -> String {
    let last = words.pop().unwrap_or_default();
    if words.is_empty() {
        return last;
    }
    let some = words.join(", ");
    fill(more().core_needs.and, &[("some", &some), ("last", &last)])
}

/// "Monday 9 March 2026".
pub fn full_day_text(day: Day) -> String {
    let dates = &text().dates;
    let civil = day.civil();
    let word = |list: &'static str, place: usize| list.split(' ').nth(place).unwrap_or_default();
    fill(
        dates.long,
        &[
            ("weekday", word(dates.weekdays, day.weekday())),
            ("day", &civil.day.to_string()),
            ("month", word(dates.months, usize::from(civil.month) - 1)),
            ("year", &civil.year.to_string()),
        ],
    )
}

/// One of several words that a text lists with `|` between them; the last where there are too few.
pub fn one_of(list: &'static str, place: usize) -> &'static str {
    list.split('|').nth(place).or_else(|| list.rsplit('|').next()).unwrap_or_default()
}

/// Where its word stands in a text that lists them.
pub fn standing_place(standing: Standing) -> usize {
    match standing {
        Standing::NotSaid => 0,
        Standing::Unmet => 1,
        Standing::Partly => 2,
        Standing::Met => 3,
    }
}

/// Where its word stands in a text that lists them.
pub fn hands_place(hands: Hands) -> usize {
    match hands {
        Hands::Mine => 0,
        Hands::Influence => 1,
        Hands::NotMine => 2,
    }
}

/// Where its word stands in a text that lists them.
pub fn known_place(known_by: KnownBy) -> usize {
    match known_by {
        KnownBy::Said => 0,
        KnownBy::Seen => 1,
        KnownBy::Guessed => 2,
        KnownBy::Confirmed => 3,
    }
}
