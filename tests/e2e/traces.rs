//! What a browser leaves of a sealed vault on the disk: nothing that was typed, no code and no key in the clear.
//! Never looks into the stores through the browser: the files of its profile are what a finder of the device has.

mod controls;
mod search;
mod sitting;
mod words;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::engine::Engine;
use crate::support::page::Page;
use crate::support::server::Server;
use crate::support::session::Session;
use crate::support::{Fault, Outcome, target};
use controls::Controls;
use search::look_through;
use sitting::{Secrets, come_in, lock, sit};
use words::Words;

/// Words typed until the browser is closed, in two sittings, and after that until it is killed.
const CLOSED: usize = 200;
const KILLED: usize = 50;
/// For the passphrase, and for what is left in the clear.
const MORE: usize = 12;

/// Firefox as a person has it, where its driver makes it keep less than it would; and its session is written each second
/// instead of each fifteen, so that nothing is spared because we are quick.
fn preferences() -> Value {
    json!({
        "browser.sessionstore.resume_from_crash": true, "browser.sessionstore.interval": 1000,
        "browser.pagethumbnails.capturing_disabled": false, "signon.rememberSignons": true, "signon.autofillForms": true,
        "extensions.formautofill.addresses.enabled": true, "browser.formfill.enable": true,
    })
}

/// What is looked for, and what it is found with.
struct Hunt {
    engine: Engine,
    words: Vec<String>,
    controls: Controls,
    secrets: Secrets,
    store: String,
}

impl Hunt {
    /// Says what was looked through, and everything that is not as it should be. True when there is nothing such.
    async fn look(&self, profile: &Path, after: &str) -> Outcome<bool> {
        let wanted = [&self.words, self.controls.words()].concat();
        let report = look_through(profile, &wanted, &self.store, &self.secrets).await?;
        let (controls, leaks): (Vec<_>, Vec<_>) = report
            .found
            .into_iter()
            .partition(|it| self.controls.words().iter().any(|word| it["what"] == **word));
        let missing = self.controls.missing(&controls);
        let (there, all) = (self.controls.count() - missing.len(), self.controls.count());
        let (name, words) = (format!("{}, {after}", self.engine.name()), self.words.len());
        let leaked = leaks.len();
        println!("{name}: {} files, in them {}", report.files, report.unpacked);
        println!(
            "{name}: {leaked} traces of {words} words, a code and four keys; {there} of {all} control words found"
        );
        leaks.iter().for_each(|it| println!("{name}: in the clear: {it}"));
        missing.iter().for_each(|it| println!("{name}: a control word was not found: {it}"));
        report.refused.iter().for_each(|it| println!("{name}: not unpacked: {it}"));
        Ok(leaks.is_empty() && missing.is_empty() && report.refused.is_empty())
    }
}

/// Types, closes the browser and looks; types more, kills it and looks again.
async fn hunt(engine: Engine, folder: &Path) -> Outcome<bool> {
    let (server, profile) = (Arc::new(Server::start()?), folder.join("profile"));
    let mut words = Words::make(CLOSED + KILLED + MORE)?;
    let life = Session::over(engine, &profile, &server, &preferences()).await?;
    let hunt = match first_life(engine, life.page(), &mut words).await {
        Ok(hunt) => hunt,
        Err(fault) => return Err(give_up(&life, fault).await),
    };
    life.end().await;
    let is_clean = hunt.look(&profile, "closed").await?;
    let life = Session::over(engine, &profile, &server, &preferences()).await?;
    if let Err(fault) = second_life(life.page(), &hunt.secrets, words).await {
        return Err(give_up(&life, fault).await);
    }
    life.kill();
    drop(life);
    Ok(hunt.look(&profile, "killed").await? && is_clean)
}

async fn first_life(engine: Engine, page: Page, words: &mut Words) -> Outcome<Hunt> {
    let controls = Controls::new(engine, words);
    let all = words.all();
    let secrets = lock(&page, words).await?;
    sit(&page, &secrets, words.split(CLOSED / 2)).await?;
    let (first, second) = (page.driver().window().await?, page.driver().new_tab().await?);
    page.driver().switch_to_window(second).await?;
    controls.leave(&page).await?;
    page.driver().switch_to_window(first).await?;
    sit(&page, &secrets, words.split(CLOSED / 2)).await?;
    let store = page.script("return JSON.stringify(localStorage)", vec![]).await?;
    let store = store.as_str().unwrap_or_default().to_owned();
    Ok(Hunt { engine, words: all, controls, secrets, store })
}

async fn second_life(page: Page, secrets: &Secrets, words: Words) -> Outcome {
    come_in(&page, secrets).await?;
    sit(&page, secrets, words).await
}

/// Without a browser left behind, and with a picture for the one who has to find out.
async fn give_up(life: &Session, fault: Fault) -> Fault {
    let evidence = life.keep_evidence("traces").await;
    life.kill();
    format!("{fault}; kept in {}", evidence.display()).into()
}

/// The whole of it in one engine; the profile is kept where something was found.
async fn hunt_in(engine: Engine) -> Outcome<bool> {
    let folder = target().join("e2e").join(format!("traces-{}", engine.name()));
    let _ = fs::remove_dir_all(&folder);
    let is_clean = hunt(engine, &folder).await?;
    match is_clean {
        true => fs::remove_dir_all(&folder)?,
        false => println!("{}: kept in {}", engine.name(), folder.display()),
    }
    Ok(is_clean)
}

/// In both engines whose profiles are kept, at once: WebKitGTK's driver keeps none. True when all is as it should be.
pub async fn hunt_all() -> Outcome<bool> {
    let (chromium, firefox) = tokio::join!(hunt_in(Engine::Chromium), hunt_in(Engine::Firefox));
    Ok(chromium? & firefox?)
}
