//! How things of the domain are said: words by their name, days by their nearness.
//! Never holds a text of its own: those are i18n's, the vocabulary's and the person's.

use crate::domain::person::CodeError;
use crate::domain::{Day, Kind, Moment, Person, TextError};
use crate::i18n::{fill, inside, text};
pub use crate::writing::words::{
    about_text, area_text, feeling_text, full_day_text, item_text, join_text, need_text,
};

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
