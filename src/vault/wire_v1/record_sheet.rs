//! Version 1 of what stands on the record of a session beside its text.
//! Never the text itself, which is a record of its own: a letter typed into it is not to write all of this again.

use serde::{Deserialize, Serialize};

use super::gate::{self, line_of};
use super::{Unreadable, numbers};
use crate::domain::{self, Day, Minutes, TimeOfDay};

#[derive(Serialize, Deserialize)]
pub(super) struct RecordSheet<'a> {
    form: u8,
    observation: &'a str,
    intervention: &'a str,
    /// In minutes since midnight.
    time: Option<u16>,
    /// In minutes.
    length: Option<u16>,
    modality: Option<&'a str>,
    attendance: Option<&'a str>,
    locked: Option<i32>,
    #[serde(borrow)]
    amendments: Vec<Amendment<'a>>,
}

#[derive(Serialize, Deserialize)]
struct Amendment<'a> {
    day: i32,
    text: &'a str,
}

impl<'a> From<&'a domain::RecordSheet> for RecordSheet<'a> {
    fn from(it: &'a domain::RecordSheet) -> Self {
        RecordSheet {
            form: numbers::of_record_form(it.form),
            observation: it.observation.as_str(),
            intervention: it.intervention.as_str(),
            time: it.time.map(TimeOfDay::minutes),
            length: it.length.map(Minutes::get),
            modality: it.modality.as_ref().map(line_of),
            attendance: it.attendance.as_ref().map(line_of),
            locked: it.locked.map(Day::number),
            amendments: it.amendments.iter().map(Amendment::from).collect(),
        }
    }
}

impl<'a> From<&'a domain::Amendment> for Amendment<'a> {
    fn from(it: &'a domain::Amendment) -> Self {
        Amendment { day: it.day.number(), text: it.text.as_str() }
    }
}

impl TryFrom<RecordSheet<'_>> for domain::RecordSheet {
    type Error = Unreadable;

    fn try_from(wire: RecordSheet) -> Result<Self, Unreadable> {
        let amendments = wire.amendments.into_iter().map(domain::Amendment::try_from);
        Ok(domain::RecordSheet {
            form: numbers::record_form(wire.form)?,
            observation: gate::note(wire.observation)?,
            intervention: gate::note(wire.intervention)?,
            time: said(wire.time, TimeOfDay::from_minutes)?,
            length: said(wire.length, Minutes::new)?,
            modality: wire.modality.map(gate::line).transpose()?,
            attendance: wire.attendance.map(gate::line).transpose()?,
            locked: wire.locked.map(gate::day).transpose()?,
            amendments: amendments.collect::<Result<_, _>>()?,
        })
    }
}

impl TryFrom<Amendment<'_>> for domain::Amendment {
    type Error = Unreadable;

    fn try_from(wire: Amendment) -> Result<Self, Unreadable> {
        let text = gate::note(wire.text)?;
        match text.is_empty() {
            true => Err(Unreadable::Damaged),
            false => Ok(domain::Amendment { day: gate::day(wire.day)?, text }),
        }
    }
}

/// What is said has to be a value; what is not said may be missing.
fn said<T>(number: Option<u16>, read: fn(u16) -> Option<T>) -> Result<Option<T>, Unreadable> {
    let read = |number| read(number).ok_or(Unreadable::Damaged);
    number.map(read).transpose()
}
