//! What stands on the record of a session beside its text, in versions of the file from 3 on: in by `sheet`, out by `of`.
//! Never the text itself, and never a word of the reflection.

use serde::{Deserialize, Serialize};

use super::Text;
use super::gate::{self, Taken};
use super::leaf::{IsoDay, IsoTime, RecordForm};
use crate::domain::{self, Minutes};
use crate::exchange::Refused;

#[derive(Serialize, Deserialize)]
pub(in crate::exchange) struct Sheet<'a> {
    form: RecordForm,
    #[serde(borrow)]
    observation: Text<'a>,
    #[serde(borrow)]
    intervention: Text<'a>,
    #[serde(deserialize_with = "Option::deserialize")]
    time: Option<IsoTime>,
    /// In minutes.
    #[serde(deserialize_with = "Option::deserialize")]
    length: Option<u16>,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    modality: Option<Text<'a>>,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    attendance: Option<Text<'a>>,
    #[serde(deserialize_with = "Option::deserialize")]
    locked: Option<IsoDay>,
    #[serde(borrow)]
    amendments: Vec<Amendment<'a>>,
}

#[derive(Serialize, Deserialize)]
struct Amendment<'a> {
    day: IsoDay,
    #[serde(borrow)]
    text: Text<'a>,
}

/// `None` for one on which nothing is said.
pub(in crate::exchange) fn of(sheet: &domain::RecordSheet) -> Option<Sheet<'_>> {
    (*sheet != domain::RecordSheet::default()).then(|| Sheet {
        form: sheet.form.into(),
        observation: Text::Borrowed(sheet.observation.as_str()),
        intervention: Text::Borrowed(sheet.intervention.as_str()),
        time: sheet.time.map(IsoTime),
        length: sheet.length.map(Minutes::get),
        modality: sheet.modality.as_ref().map(|it| Text::Borrowed(it.as_str())),
        attendance: sheet.attendance.as_ref().map(|it| Text::Borrowed(it.as_str())),
        locked: sheet.locked.map(IsoDay),
        amendments: sheet.amendments.iter().map(amendment_of).collect(),
    })
}

fn amendment_of(it: &domain::Amendment) -> Amendment<'_> {
    Amendment { day: IsoDay(it.day), text: Text::Borrowed(it.text.as_str()) }
}

pub(in crate::exchange) fn sheet(wire: Sheet) -> Taken<domain::RecordSheet> {
    let line = |name, text: Option<Text>| text.map(|text| gate::line(name, &text)).transpose();
    Ok(domain::RecordSheet {
        form: wire.form.into(),
        observation: gate::note("observation", &wire.observation)?,
        intervention: gate::note("intervention", &wire.intervention)?,
        time: wire.time.map(|time| time.0),
        length: wire.length.map(length).transpose()?,
        modality: line("modality", wire.modality)?,
        attendance: line("attendance", wire.attendance)?,
        locked: wire.locked.map(|day| day.0),
        amendments: gate::each("amendments", wire.amendments, amendment)?,
    })
}

fn length(minutes: u16) -> Taken<Minutes> {
    Minutes::new(minutes).ok_or_else(|| Refused::here().within("length"))
}

fn amendment(wire: Amendment) -> Taken<domain::Amendment> {
    Ok(domain::Amendment { day: wire.day.0, text: gate::note("text", &wire.text)? })
}
