//! A conversation as it is written in a scenario.
//! Reads nothing and expects nothing itself. A field that is not known here is an error.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::{Table, Value};

use crate::scenarios::format::{MomentFile, Own};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParticipantFile {
    pub code: String,
    /// The first round they took part in.
    pub since: Option<u16>,
    /// The first they no longer took part in.
    pub left: Option<u16>,
    #[serde(default)]
    pub own_words: Vec<Own>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundFile {
    #[serde(default)]
    pub sheets: Vec<SheetFile>,
    #[serde(default)]
    pub requests: Vec<RequestFile>,
    #[serde(default)]
    pub replies: Vec<ReplyFile>,
}

#[derive(Deserialize)]
#[serde(try_from = "Table")]
pub struct SheetFile {
    pub who: String,
    pub ready: bool,
    pub on_the_way: bool,
    pub mine: SideFile,
    pub guesses: Vec<GuessFile>,
}

#[derive(Deserialize)]
#[serde(try_from = "Table")]
pub struct GuessFile {
    pub about: String,
    pub side: SideFile,
}

pub struct SideFile {
    pub private: Vec<String>,
    pub moment: MomentFile,
}

/// Takes a field out of a table, so that what is left is a moment's.
pub fn take<T: DeserializeOwned>(table: &mut Table, name: &str) -> Result<Option<T>, String> {
    let value = table.remove(name).map(Value::try_into).transpose();
    value.map_err(|error: toml::de::Error| format!("{name}: {error}"))
}

pub fn moment(table: Table) -> Result<MomentFile, String> {
    Value::Table(table).try_into().map_err(|error: toml::de::Error| error.to_string())
}

fn side(mut table: Table) -> Result<SideFile, String> {
    let private = take(&mut table, "private")?.unwrap_or_default();
    Ok(SideFile { private, moment: moment(table)? })
}

impl TryFrom<Table> for SheetFile {
    type Error = String;

    fn try_from(mut table: Table) -> Result<SheetFile, String> {
        Ok(SheetFile {
            who: take(&mut table, "who")?.ok_or("a sheet without who")?,
            ready: take(&mut table, "ready")?.unwrap_or(true),
            on_the_way: take(&mut table, "on_the_way")?.unwrap_or_default(),
            guesses: take(&mut table, "guesses")?.unwrap_or_default(),
            mine: side(table)?,
        })
    }
}

impl TryFrom<Table> for GuessFile {
    type Error = String;

    fn try_from(mut table: Table) -> Result<GuessFile, String> {
        let about = take(&mut table, "about")?.ok_or("a guess without about")?;
        Ok(GuessFile { about, side: side(table)? })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestFile {
    pub who: String,
    pub text: String,
    #[serde(default)]
    pub serves: Vec<String>,
    #[serde(default)]
    pub costs: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReplyFile {
    pub who: String,
    /// The text of the request.
    pub request: String,
    pub agreement: Option<String>,
    #[serde(default)]
    pub turned_out: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WantedRound {
    pub round: u16,
    #[serde(default = "yes")]
    pub revealed: bool,
    pub shared: Option<Vec<String>>,
    pub differ: Option<Vec<String>>,
    pub guesses: Option<Vec<String>>,
    pub silent: Option<Vec<String>>,
    pub awaited: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WantedPatterns {
    pub moved: Option<Vec<String>>,
    pub in_every_round: Option<Vec<String>>,
    pub unspoken: Option<Vec<String>>,
    pub requests: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WantedRequest {
    pub text: String,
    pub serves: Option<Vec<String>>,
    pub costs: Option<Vec<String>>,
    pub agreed: Option<Vec<String>>,
    pub not_like_this: Option<Vec<String>>,
    pub looked_back: Option<Vec<String>>,
    pub came_to: Option<String>,
    pub due: Option<Vec<String>>,
}

fn yes() -> bool {
    true
}
