//! Kills a browser in the middle of its life, and starts it again on the same profile: what was said to be saved must be there.
//! Never waits for the page to be quiet: a person's browser dies when it likes.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::by_script::{BEGIN, body};
use super::engine::Engine;
use super::server::Server;
use super::session::Session;
use super::{Outcome, target};

const UNFOLD: &str =
    "await first('#catch'); (await named('Two texts')).click(); await first('#reflection')";
/// Writes, and gives back only once it is said to be saved: of this, not of what was before.
const EDIT: &str = "type(await first('#reflection'), given[0]);
    await new Promise((done) => setTimeout(done));
    await until(() => document.querySelector('.saved')?.textContent === 'Saved')";
const READ: &str = "return (await first('#reflection')).value";

async fn run(life: &Session, script: &str, given: &str) -> Outcome<String> {
    let value = life.driver.execute(body(script), vec![json!(given)]).await?;
    Ok(value.json().as_str().unwrap_or_default().to_owned())
}

/// Edits, kills, looks again, so many times. How many edits were lost.
pub async fn rounds(engine: Engine, count: u32) -> Outcome<u32> {
    let folder = target().join("e2e").join(format!("kill-{}", engine.name()));
    let _ = fs::remove_dir_all(&folder);
    let (server, profile) = (Arc::new(Server::start()?), folder.join("profile"));
    let (mut last, mut lost) = (String::new(), 0);
    for round in 0..=count {
        let life = Session::over(engine, &profile, &server, &json!({})).await?;
        let next = format!("what was noted in round {round}");
        let lived = live(&life, server.address(), round, &next).await;
        // Also where something went wrong: nobody else would end it.
        life.kill();
        let there = lived?;
        if there != last {
            lost += 1;
            println!("{}: round {round}: {last:?} was saved, {there:?} is there", engine.name());
        }
        last = next;
    }
    let _ = fs::remove_dir_all(&folder);
    Ok(lost)
}

/// Looks at what is there, and writes what is next. What was there.
async fn live(life: &Session, address: &str, round: u32, next: &str) -> Outcome<String> {
    life.driver.goto(address).await?;
    if round == 0 {
        run(life, BEGIN, "").await?;
    }
    run(life, UNFOLD, "").await?;
    let there = run(life, READ, "").await?;
    run(life, EDIT, next).await?;
    // As long after as a person might: from at once to three seconds, differently each time.
    tokio::time::sleep(Duration::from_millis(u64::from(round * 7919 % 3001))).await;
    Ok(there)
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
