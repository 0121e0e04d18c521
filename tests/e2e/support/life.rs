//! A browser over a profile that outlives it: begun, killed, begun again on what it left.
//! Never ends a process that this one did not start: they are found below the driver's id.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use serde_json::Value;
use thirtyfour::Capabilities;

use super::Outcome;
use super::engine::Engine;
use super::page::Page;
use super::server::Server;
use super::session::Session;

impl Session {
    /// A browser over this profile, with these of Firefox's preferences. The server outlives it too: only at the same address
    /// the page finds its stores again.
    pub async fn over(
        engine: Engine,
        profile: &Path,
        server: &Arc<Server>,
        preferences: &Value,
    ) -> Outcome<Arc<Session>> {
        fs::create_dir_all(profile)?;
        let wanted = over(engine, profile, preferences)?;
        let log = profile.with_file_name("driver.log");
        Session::start_as(engine, wanted, server.clone(), &log).await
    }

    /// Its page, with all that its profile holds.
    pub fn page(self: &Arc<Self>) -> Page {
        Page::new(self.clone())
    }

    /// SIGKILL to the browser and all its processes, at once.
    pub fn kill(&self) {
        for process in below(self.process.id()) {
            // One that has just ended by itself is no fault.
            let _ = Command::new("kill").args(["-9", &process.to_string()]).status();
        }
        // The session died with its browser: there is nothing to quit.
        std::mem::forget(self.driver.clone());
    }
}

fn over(engine: Engine, profile: &Path, preferences: &Value) -> Outcome<Capabilities> {
    let mut wanted = engine.capabilities()?;
    let name = match engine {
        Engine::Chromium => "goog:chromeOptions",
        _ => "moz:firefoxOptions",
    };
    let mut options = serde_json::to_value(&wanted)?[name].clone();
    let flags = match engine {
        Engine::Chromium => vec![format!("--user-data-dir={}", profile.display())],
        _ => vec!["-profile".to_owned(), profile.display().to_string()],
    };
    if let Some(all) = options["args"].as_array_mut() {
        all.extend(flags.into_iter().map(Value::from));
    }
    if let (Some(Value::Object(all)), Some(more)) =
        (options.get_mut("prefs"), preferences.as_object())
    {
        all.extend(more.clone());
    }
    wanted.set(name, options)?;
    Ok(wanted)
}

/// Every process that descends from this one.
fn below(id: u32) -> BTreeSet<u32> {
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let process: u32 = entry.ok()?.file_name().to_str()?.parse().ok()?;
            let status = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
            // The name stands in brackets and may hold anything; the parent is the second word after it.
            let parent = status.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
            Some((process, parent))
        })
        .collect();
    let mut found = BTreeSet::new();
    let mut next = vec![id];
    while let Some(parent) = next.pop() {
        for (process, _) in parents.iter().filter(|(_, its)| *its == parent) {
            if found.insert(*process) {
                next.push(*process);
            }
        }
    }
    found
}
