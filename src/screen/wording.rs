//! How things of the domain are said: words by their name, days by their nearness.
//! Never holds a text of its own: those are i18n's, the vocabulary's and the person's.

use crate::domain::naming::Listed;
use crate::domain::person::CodeError;
use crate::domain::{
    Day, FeelingWord, Item, Kind, Moment, Naming, NeedWord, Person, TextError, WordId,
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

pub fn area_text(area: &Listed<Area>) -> String {
    match area {
        Listed::Known(area) => area.name().to_string(),
        Listed::Unknown(id) => id.to_string(),
    }
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

/// A moment by its label, else by what was caught first, else as "a moment".
pub fn moment_text(moment: &Moment, person: Option<&Person>) -> String {
    match (&moment.label, moment.items.first()) {
        (Some(label), _) => label.as_str().to_string(),
        (None, Some(item)) => item_text(item, person),
        (None, None) => text().canvas.moment.to_string(),
    }
}

pub fn person_text(person: &Person) -> String {
    match person.kind {
        Kind::Me => text().people.me.to_string(),
        Kind::Client | Kind::Participant => person.code.as_str().to_string(),
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

/// "Today", "Yesterday", "Tomorrow", else the whole date.
pub fn day_text(day: Day, today: Day) -> String {
    let dates = &text().dates;
    match day.number() - today.number() {
        0 => dates.today.to_string(),
        -1 => dates.yesterday.to_string(),
        1 => dates.tomorrow.to_string(),
        _ => full_day_text(day),
    }
}

/// The same inside a sentence; a date keeps the capitals of its names.
pub fn day_inside(day: Day, today: Day) -> String {
    let is_near = (day.number() - today.number()).abs() <= 1;
    if is_near { inside(&day_text(day, today)) } else { full_day_text(day) }
}

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

/// Says that a text is too long, in the template's words; an empty text is nothing to speak of.
pub fn too_long(error: TextError, template: &'static str) -> Option<String> {
    match error {
        TextError::Empty => None,
        TextError::TooLong { has, most } => {
            Some(fill(template, &[("has", &has.to_string()), ("most", &most.to_string())]))
        }
    }
}

pub fn code_error(error: CodeError) -> String {
    let trouble = &text().trouble;
    match error {
        CodeError::Taken => trouble.taken_code.to_string(),
        CodeError::Text(error) => {
            too_long(error, trouble.long_code).unwrap_or_else(|| trouble.empty_code.to_string())
        }
    }
}
