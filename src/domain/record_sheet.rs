//! What stands on the record of a session beside its text: its form, what only the therapist knows, and what came after it was
//! locked. Never holds a word of the reflection.

use super::day::Day;
use super::moment::Line;
use super::session::Note;

/// Everything but the text, which is `Session::record`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RecordSheet {
    pub form: RecordForm,
    /// What the therapist saw.
    pub observation: Note,
    /// What the therapist did.
    pub intervention: Note,
    pub time: Option<TimeOfDay>,
    pub length: Option<Minutes>,
    /// In the room, by video.
    pub modality: Option<Line>,
    /// Who came, and whether.
    pub attendance: Option<Line>,
    /// Since when its text and all above stay as they are.
    pub locked: Option<Day>,
    /// Added since it was locked, in their order.
    pub amendments: Vec<Amendment>,
}

/// The parts a record is divided into.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum RecordForm {
    /// Data, assessment, plan.
    #[default]
    Dap,
    /// Subjective, objective, assessment, plan.
    Soap,
    /// Behaviour, intervention, response, plan.
    Birp,
    /// Goal, intervention, response, plan.
    Girp,
}

impl RecordForm {
    pub const ALL: [RecordForm; 4] =
        [RecordForm::Dap, RecordForm::Soap, RecordForm::Birp, RecordForm::Girp];
}

/// What was added to a locked record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Amendment {
    pub day: Day,
    /// Never empty.
    pub text: Note,
}

/// When a session began, to the minute, wherever that was.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// `None` from 1,440 on.
    pub fn from_minutes(since_midnight: u16) -> Option<TimeOfDay> {
        (since_midnight < 24 * 60).then_some(TimeOfDay(since_midnight))
    }

    /// Since midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// As browsers give it: `14:05`, with seconds that are passed over.
    pub fn parse(raw: &str) -> Option<TimeOfDay> {
        let mut parts = raw.trim().split(':');
        let (hour, minute) = (two_digits(parts.next()?)?, two_digits(parts.next()?)?);
        let fits = hour < 24 && minute < 60;
        if fits { Self::from_minutes(hour * 60 + minute) } else { None }
    }

    /// As `parse` reads it.
    pub fn iso(self) -> String {
        format!("{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

fn two_digits(raw: &str) -> Option<u16> {
    let is_two = raw.len() == 2 && raw.bytes().all(|it| it.is_ascii_digit());
    if is_two { raw.parse().ok() } else { None }
}

/// How long a session was.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Minutes(u16);

impl Minutes {
    /// A day.
    pub const MOST: u16 = 24 * 60;

    /// `None` for none and for more than `MOST`.
    pub fn new(minutes: u16) -> Option<Minutes> {
        (1..=Self::MOST).contains(&minutes).then_some(Minutes(minutes))
    }

    pub fn get(self) -> u16 {
        self.0
    }
}

impl RecordSheet {
    /// Whether nothing was said yet; which form is chosen says nothing.
    pub fn is_blank(&self) -> bool {
        RecordSheet { form: RecordForm::default(), ..self.clone() } == RecordSheet::default()
    }

    pub fn is_locked(&self) -> bool {
        self.locked.is_some()
    }
}
