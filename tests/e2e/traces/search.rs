//! Has tests/traces look through a profile, and reads what it says.
//! Never looks by itself: what searches shares no line with what wrote.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::sitting::Secrets;
use crate::support::{Outcome, root, target};

pub struct Report {
    pub files: u64,
    /// What was unpacked, and how often.
    pub unpacked: String,
    /// What could not be.
    pub refused: Vec<String>,
    /// `what`, in which `file`, and `how` it lay there.
    pub found: Vec<Value>,
}

/// Looks for words, and for the secrets and keys of this store. Errors: Python with what it needs is missing, or it fails.
pub async fn look_through(
    profile: &Path,
    words: &[String],
    store: &str,
    secrets: &Secrets,
) -> Outcome<Report> {
    let asked = json!({ "words": words, "store": store, "passphrase": secrets.passphrase, "code": secrets.code });
    let profile = profile.to_owned();
    // Aside, for another browser may be typed into meanwhile.
    let said = tokio::task::spawn_blocking(move || ask(&profile, &asked)).await??;
    let report: Value = serde_json::from_slice(&said)?;
    let counts = report["unpacked"].as_object().ok_or("no counts")?;
    let unpacked = counts.iter().map(|(what, count)| format!("{count} {what}"));
    Ok(Report {
        files: report["files"].as_u64().ok_or("no count of files")?,
        unpacked: unpacked.collect::<Vec<_>>().join(", "),
        refused: serde_json::from_value(report["refused"].clone())?,
        found: serde_json::from_value(report["found"].clone())?,
    })
}

fn ask(profile: &Path, asked: &Value) -> Outcome<Vec<u8>> {
    let python = target().join("tools/python/bin/python");
    let mut child = Command::new(&python)
        .args(["-B", "-X", "utf8"])
        .arg(root().join("tests/traces/traces.py"))
        .arg(profile)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|fault| format!("{}: {fault}: make setup installs it", python.display()))?;
    child.stdin.take().ok_or("no way in")?.write_all(asked.to_string().as_bytes())?;
    let output = child.wait_with_output()?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err("the search in Python ended in an error of its own".into()),
    }
}
