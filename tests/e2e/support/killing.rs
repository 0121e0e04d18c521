//! Kills a browser in the middle of its life, and starts it again on the same profile: what was said to be saved must be there.
//! Never ends a process that this one did not start: they are found below the driver's id.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};

use super::by_script::{BEGIN, body};
use super::driver::Driver;
use super::engine::Engine;
use super::server::Server;
use super::{Outcome, target};

const UNFOLD: &str =
    "await first('#catch'); (await named('Two texts')).click(); await first('#reflection')";
/// Writes, and gives back only once it is said to be saved.
const EDIT: &str = "type(await first('#reflection'), given[0]);
    await until(() => document.querySelector('.saved')?.textContent === 'Saved')";
const READ: &str = "return (await first('#reflection')).value";

/// A browser over a profile that outlives it.
struct Life {
    driver: WebDriver,
    process: Driver,
}

impl Life {
    async fn begin(engine: Engine, profile: &Path, log: &Path) -> Outcome<Life> {
        let process = Driver::start(engine, log)?;
        let driver = WebDriver::new(&process.address, over(engine, profile)?).await?;
        driver.set_script_timeout(Duration::from_secs(60)).await?;
        Ok(Life { driver, process })
    }

    async fn run(&self, script: &str, given: &str) -> Outcome<String> {
        let value = self.driver.execute(body(script), vec![json!(given)]).await?;
        Ok(value.json().as_str().unwrap_or_default().to_owned())
    }

    /// SIGKILL to the browser and all its processes, at once.
    fn kill(self) -> Outcome {
        for process in below(self.process.id()) {
            // One that has just ended by itself is no fault.
            let _ = std::process::Command::new("kill").args(["-9", &process.to_string()]).status();
        }
        // The session died with its browser: there is nothing to quit.
        std::mem::forget(self.driver);
        Ok(())
    }
}

fn over(engine: Engine, profile: &Path) -> Outcome<Capabilities> {
    let (name, flags) = match engine {
        Engine::Chromium => {
            ("goog:chromeOptions", vec![format!("--user-data-dir={}", profile.display())])
        }
        _ => ("moz:firefoxOptions", vec!["-profile".into(), profile.display().to_string()]),
    };
    let mut wanted = engine.capabilities()?;
    let mut options = serde_json::to_value(&wanted)?[name].clone();
    if let Some(all) = options["args"].as_array_mut() {
        all.extend(flags.into_iter().map(serde_json::Value::from));
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

/// Edits, kills, looks again, so many times. How many edits were lost.
pub async fn rounds(engine: Engine, count: u32) -> Outcome<u32> {
    let folder = target().join("e2e").join(format!("kill-{}", engine.name()));
    let _ = fs::remove_dir_all(&folder);
    let profile: PathBuf = folder.join("profile");
    fs::create_dir_all(&profile)?;
    let (server, log) = (Server::start()?, folder.join("driver.log"));
    let (mut last, mut lost) = (String::new(), 0);
    for round in 0..=count {
        let life = Life::begin(engine, &profile, &log).await?;
        life.driver.goto(server.address()).await?;
        if round == 0 {
            life.run(BEGIN, "").await?;
        }
        life.run(UNFOLD, "").await?;
        let there = life.run(READ, "").await?;
        if there != last {
            lost += 1;
            println!("{}: round {round}: {last:?} was saved, {there:?} is there", engine.name());
        }
        // As long after as a person might: from at once to three seconds, differently each time.
        let pause = u64::from(round * 7919 % 3001);
        last = format!("what was noted in round {round}");
        life.run(EDIT, &last).await?;
        tokio::time::sleep(Duration::from_millis(pause)).await;
        life.kill()?;
    }
    let _ = fs::remove_dir_all(&folder);
    Ok(lost)
}

/// `ATTUNE_KILLS=15,5`: how often Chromium and Firefox are killed. Whether nothing was lost.
pub async fn kill_all() -> Outcome<bool> {
    let counts = std::env::var("ATTUNE_KILLS").unwrap_or_else(|_| "15,5".into());
    let mut is_whole = true;
    for (engine, count) in [Engine::Chromium, Engine::Firefox].into_iter().zip(counts.split(',')) {
        let count = count.trim().parse()?;
        let lost = rounds(engine, count).await?;
        println!("{} killed {count} times: {lost} edits lost", engine.name());
        is_whole &= lost == 0;
    }
    Ok(is_whole)
}
