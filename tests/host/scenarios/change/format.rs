//! A change at work as it is written in a scenario.
//! Reads nothing and expects nothing itself. A field that is not known here is an error.

use serde::Deserialize;
use toml::Table;

use crate::scenarios::format::MomentFile;
use crate::scenarios::together::format::{moment, take};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeFile {
    pub sentence: Option<String>,
    #[serde(default)]
    pub groups: Vec<GroupFile>,
    #[serde(default)]
    pub measures: Vec<MeasureFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupFile {
    pub name: String,
    #[serde(default)]
    pub threatens: Vec<String>,
    #[serde(default)]
    pub serves: Vec<String>,
    #[serde(default)]
    pub mine: Vec<String>,
    #[serde(default)]
    pub influence: Vec<String>,
    #[serde(default)]
    pub not_mine: Vec<String>,
    #[serde(default)]
    pub feelings: Vec<String>,
    #[serde(default)]
    pub heard: Vec<String>,
    #[serde(default)]
    pub worksheets: Vec<WorksheetFile>,
}

/// One person's, or several people's that say the same.
#[derive(Deserialize)]
#[serde(try_from = "Table")]
pub struct WorksheetFile {
    pub times: u32,
    pub moment: MomentFile,
}

impl TryFrom<Table> for WorksheetFile {
    type Error = String;

    fn try_from(mut table: Table) -> Result<WorksheetFile, String> {
        let times = take(&mut table, "times")?.unwrap_or(1);
        Ok(WorksheetFile { times, moment: moment(table)? })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureFile {
    pub text: String,
    #[serde(default)]
    pub answers: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WantedChange {
    pub threatened_in_several: Option<Vec<String>>,
    pub served: Option<Vec<String>>,
    pub left_out: Option<Vec<String>>,
    pub mine: Option<Vec<String>>,
    pub influence: Option<Vec<String>>,
    pub not_mine: Option<Vec<String>>,
    pub not_said: Option<Vec<String>>,
    pub questions: Option<Vec<String>>,
    pub people: Option<Vec<String>>,
    pub counted: Option<Vec<String>>,
    pub unmarked: Option<Vec<String>>,
}
