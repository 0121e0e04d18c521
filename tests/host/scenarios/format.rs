//! A scenario as it is written: the fields of its TOML, described in the folder's README.
//! Reads nothing and expects nothing itself. A field that is not known here is an error: a misspelt one would expect nothing.

use serde::Deserialize;

use super::change::format::{ChangeFile, WantedChange};
use super::together::format::{
    ParticipantFile, RoundFile, WantedPatterns, WantedRequest, WantedRound,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    #[serde(rename = "title")]
    pub _title: String,
    #[serde(default)]
    pub own_words: Vec<Own>,
    #[serde(default)]
    pub sessions: Vec<SessionFile>,
    #[serde(default)]
    pub answers: Vec<AnswerFile>,
    #[serde(default)]
    pub participants: Vec<ParticipantFile>,
    #[serde(default)]
    pub rounds: Vec<RoundFile>,
    pub change: Option<ChangeFile>,
    pub expect: Expect,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Own {
    pub text: String,
    pub kind: String,
    pub family: Option<String>,
    pub like: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionFile {
    pub day: String,
    /// So many sessions alike, a week apart, this one first.
    #[serde(default = "once")]
    pub times: u32,
    #[serde(default)]
    pub moments: Vec<MomentFile>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct MomentFile {
    pub label: Option<String>,
    pub area: Option<String>,
    pub hands: Option<String>,
    #[serde(default)]
    pub feelings: Vec<String>,
    #[serde(default)]
    pub heard: Vec<String>,
    #[serde(default)]
    pub unmet: Vec<String>,
    #[serde(default)]
    pub partly: Vec<String>,
    #[serde(default)]
    pub met: Vec<String>,
    #[serde(default)]
    pub open: Vec<String>,
    #[serde(default)]
    pub denied: Vec<String>,
    #[serde(default)]
    pub did: Vec<String>,
    #[serde(default)]
    pub choices: Vec<Plan>,
}

/// A choice, with what it does to needs.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    pub text: String,
    #[serde(default)]
    pub serves: Vec<String>,
    #[serde(default)]
    pub costs: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerFile {
    pub need: String,
    pub answer: String,
    pub day: String,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    #[serde(default)]
    pub candidates: Vec<Wanted>,
    #[serde(default)]
    pub never: Vec<String>,
    pub most: Option<usize>,
    #[serde(default)]
    pub openings: Vec<WantedOpening>,
    #[serde(default)]
    pub never_opened: Vec<String>,
    pub most_openings: Option<usize>,
    #[serde(default)]
    pub plans: Vec<WantedHit>,
    #[serde(default)]
    pub met: Vec<String>,
    #[serde(default)]
    pub never_met: Vec<String>,
    #[serde(default)]
    pub rounds: Vec<WantedRound>,
    pub patterns: Option<WantedPatterns>,
    #[serde(default)]
    pub requests: Vec<WantedRequest>,
    #[serde(default)]
    pub never_told: Vec<String>,
    pub change: Option<WantedChange>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    pub need: String,
    pub among: Option<usize>,
    pub naming: Option<String>,
    pub areas: Option<Vec<String>>,
    pub sessions: Option<usize>,
    pub history: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WantedOpening {
    pub kind: String,
    pub need: Option<String>,
    pub among: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WantedHit {
    pub plan: Plan,
    #[serde(default)]
    pub serves: Vec<String>,
    #[serde(default)]
    pub costs: Vec<String>,
    #[serde(default)]
    pub leaves_out: Vec<String>,
    pub first_left_out: Option<String>,
}

fn once() -> u32 {
    1
}
