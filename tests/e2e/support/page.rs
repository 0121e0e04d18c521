//! The page object: what a person does with the page, and what they see of it.
//! Never sleeps in a promise's place: the one pause between two looks is in `wait_until`.

#![allow(dead_code)] // A page object is whole: what no promise needs today, one needs tomorrow.

use super::engine::Engine;
use super::session::Session;
use super::wire::{act, devtools};
use super::{Fault, LOOK_AGAIN, Outcome, PATIENCE};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use thirtyfour::{By, Key, WebDriver, WebElement};
use tokio::time::{Instant, sleep};

/// One open page in one engine.
#[derive(Clone)]
pub struct Page {
    session: Arc<Session>,
}

impl Page {
    pub(super) fn new(session: Arc<Session>) -> Page {
        Page { session }
    }

    pub fn engine(&self) -> Engine {
        self.session.engine
    }

    /// For what this page object has no word for.
    pub fn driver(&self) -> &WebDriver {
        &self.session.driver
    }

    /// Scheme, host and port that the page came from.
    pub fn address(&self) -> &str {
        self.session.server.address()
    }

    /// Goes to an address within Attune (`/` or `/#/learn`) and waits until the app stands.
    pub async fn open(&self, path: &str) -> Outcome {
        self.driver().goto(format!("{}{path}", self.address())).await?;
        self.wait_for_app().await
    }

    /// Loads the page anew, as a person would with F5.
    pub async fn reload(&self) -> Outcome {
        self.driver().refresh().await?;
        self.wait_for_app().await
    }

    async fn wait_for_app(&self) -> Outcome {
        self.wait_until("the app stands", async || {
            self.is("document.readyState === 'complete' && !document.getElementById('boot')").await
        })
        .await?;
        self.script(LISTEN, vec![]).await.map(drop)
    }

    /// Runs the body of a function in the page and returns what it returns; `arguments[0]` is the first argument.
    pub async fn script(&self, body: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.driver().execute(body, arguments).await?.json().clone())
    }

    /// Whether an expression is true in the page.
    pub async fn is(&self, expression: &str) -> Outcome<bool> {
        Ok(self.script(&format!("return !!({expression})"), vec![]).await? == Value::Bool(true))
    }

    /// Asks again and again until the answer is yes. Errors: it never was; `what` says what was waited for.
    pub async fn wait_until(
        &self,
        what: &str,
        mut yes: impl AsyncFnMut() -> Outcome<bool>,
    ) -> Outcome {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // A look that fails (an element just replaced, say) is a no, not an end.
            let last = yes().await;
            if let Ok(true) = last {
                return Ok(());
            }
            if Instant::now() > deadline {
                let reason = last.err().map_or_else(String::new, |fault| format!(" ({fault})"));
                return Err(format!("waited in vain for: {what}{reason}").into());
            }
            sleep(LOOK_AGAIN).await;
        }
    }

    /// Waits until this text is on the screen.
    pub async fn see(&self, text: &str) -> Outcome {
        self.wait_until(&format!("to see “{text}”"), async || {
            Ok(self.text().await?.contains(text))
        })
        .await
    }

    /// Waits until this text is gone from the screen.
    pub async fn see_no_more(&self, text: &str) -> Outcome {
        self.wait_until(&format!("to see “{text}” no more"), async || {
            Ok(!self.text().await?.contains(text))
        })
        .await
    }

    /// The text on the screen, as it is shown, white space made one blank.
    pub async fn text(&self) -> Outcome<String> {
        let text = self.script("return document.body.innerText", vec![]).await?;
        Ok(text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Waits for the first element that fits the selector and is shown.
    pub async fn find(&self, selector: &str) -> Outcome<WebElement> {
        self.find_by(By::Css(selector.to_owned()), selector).await
    }

    /// Waits for a button, link or tab by its accessible name or its text, both whole.
    pub async fn find_named(&self, name: &str) -> Outcome<WebElement> {
        let quoted = if name.contains('"') { format!("'{name}'") } else { format!("\"{name}\"") };
        let kinds = "self::button or self::a or self::summary or @role='button' or @role='tab' or @role='option' or @role='menuitem'";
        let path = format!(
            "//*[({kinds}) and (@aria-label={quoted} or (not(@aria-label) and normalize-space(.)={quoted}))]"
        );
        self.find_by(By::XPath(path), name).await
    }

    pub(super) async fn find_by(&self, by: By, what: &str) -> Outcome<WebElement> {
        let mut found = None;
        self.wait_until(&format!("“{what}” to be shown"), async || {
            for element in self.driver().find_all(by.clone()).await? {
                if self.is_shown(&element).await? {
                    found = Some(element);
                    return Ok(true);
                }
            }
            Ok(false)
        })
        .await?;
        found.ok_or_else(|| Fault::from("not found"))
    }

    /// Presses keys one after the other, wherever the focus is. `Key::Enter + ""` turns a named key into text.
    pub async fn press(&self, keys: impl AsRef<str>) -> Outcome {
        let strokes = keys.as_ref().chars().flat_map(|key| {
            let value = key.to_string();
            [
                json!({ "type": "keyDown", "value": value }),
                json!({ "type": "keyUp", "value": value }),
            ]
        });
        act(
            self.driver(),
            json!([{ "type": "key", "id": "keyboard", "actions": strokes.collect::<Vec<_>>() }]),
        )
        .await
    }

    /// Presses one named key.
    pub async fn key(&self, key: Key) -> Outcome {
        self.press(key.value().to_string()).await
    }

    pub async fn chord(&self, held: Key, key: impl Into<char>) -> Outcome {
        self.chord_of(&[held], key).await
    }

    /// Holds all of `held` while pressing `key`.
    pub async fn chord_of(&self, held: &[Key], key: impl Into<char>) -> Outcome {
        let mut keys: Vec<String> = held.iter().map(|it| it.value().to_string()).collect();
        keys.push(key.into().to_string());
        let down = keys.iter().map(|value| json!({ "type": "keyDown", "value": value }));
        let up = keys.iter().rev().map(|value| json!({ "type": "keyUp", "value": value }));
        let all: Vec<_> = down.chain(up).collect();
        act(self.driver(), json!([{ "type": "key", "id": "keyboard", "actions": all }])).await
    }

    /// Name of the element with the focus: its label, its text, or its tag.
    pub async fn focused(&self) -> Outcome<String> {
        let script = "const it = document.activeElement; if (!it || it === document.body) return '';
            return it.getAttribute('aria-label') || it.labels?.[0]?.innerText || it.innerText || it.tagName.toLowerCase()";
        Ok(self.script(script, vec![]).await?.as_str().unwrap_or_default().trim().to_owned())
    }

    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        self.engine().resize(self.driver(), width, height).await
    }

    /// How far the page can be scrolled sideways, in CSS pixels; 0 is what a person wants.
    pub async fn sideways(&self) -> Outcome<i64> {
        let script = "const it = document.scrollingElement; return Math.round(it.scrollWidth - it.clientWidth)";
        Ok(self.script(script, vec![]).await?.as_i64().unwrap_or(i64::MAX))
    }

    /// Addresses of everything the page loaded, itself included.
    pub async fn resources(&self) -> Outcome<Vec<String>> {
        let script = "return ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind).map((it) => it.name))";
        Ok(serde_json::from_value(self.script(script, vec![]).await?)?)
    }

    /// Paths that the server was asked for since this promise began.
    pub fn requests(&self) -> Vec<String> {
        self.session.server.paths()
    }

    /// Waits until the page has all its files, and has sealed itself for good: beside the policy that it came with stand
    /// two that it has added, the second once its worker ran.
    pub async fn see_it_whole(&self) -> Outcome {
        let policies = "document.querySelectorAll('meta[http-equiv]').length === 3";
        self.wait_until("the page to seal itself", async || self.is(policies).await).await
    }

    /// Violations of the policy since this promise began, those at the start of the page included.
    pub fn violations(&self) -> Vec<String> {
        self.session.server.reports()
    }

    /// Loads the page as if the files with this in their names were damaged on the way, and does not wait for the app.
    pub async fn open_spoilt(&self, name: &'static str) -> Outcome {
        self.session.server.spoil(Some(name));
        Ok(self.driver().goto(format!("{}/", self.address())).await?)
    }

    /// From now on every file arrives whole again.
    pub fn mend(&self) {
        self.session.server.spoil(None);
    }

    /// For a promise that provokes faults itself: says that those so far were meant.
    pub async fn forgive(&self) -> Outcome {
        self.session.forget().await
    }

    /// Errors of scripts since this promise began, as the browser names them.
    pub async fn errors(&self) -> Outcome<Vec<String>> {
        self.session.errors().await
    }

    /// What axe finds in the page as it is now, one line for each fault.
    pub async fn axe(&self) -> Outcome<Vec<String>> {
        self.axe_by(&json!({ "type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }))
            .await
    }

    /// The same for colours alone: what is left to find where nothing else has changed since.
    pub async fn axe_colours(&self) -> Outcome<Vec<String>> {
        self.axe_by(&json!({ "type": "rule", "values": ["color-contrast", "link-in-text-block"] }))
            .await
    }

    async fn axe_by(&self, rules: &Value) -> Outcome<Vec<String>> {
        if !self.is("window.axe").await? {
            let file = super::root().join("node_modules/axe-core/axe.min.js");
            let axe = std::fs::read_to_string(file)?;
            // Evaluated by WebDriver, which stands outside the page's policy.
            self.driver().execute(format!("{axe}; window.axe = axe;"), vec![]).await?;
        }
        let found = self.driver().execute_async(AXE, vec![rules.clone()]).await?;
        Ok(found.convert::<Vec<String>>()?)
    }

    /// A picture of what is shown; `whole` takes the full height of the page (in Chromium).
    pub async fn picture(&self, file: &Path, whole: bool) -> Outcome {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        if whole && self.engine() == Engine::Chromium {
            let height =
                self.script("return document.documentElement.scrollHeight", vec![]).await?;
            let width = self.script("return innerWidth", vec![]).await?;
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            devtools(self.driver(), "Emulation.setDeviceMetricsOverride", metrics).await?;
        }
        Ok(self.driver().screenshot(file).await?)
    }
}

/// Collects what goes wrong after the page has loaded; what went wrong before is collected by each engine's own means.
const LISTEN: &str = "
    if (window.faults) return;
    window.faults = [];
    addEventListener('error', (event) => faults.push(String(event.message)));
    addEventListener('unhandledrejection', (event) => faults.push('unhandled: ' + event.reason));
    const say = console.error;
    console.error = (...words) => { faults.push(words.join(' ')); say.apply(console, words); };";

const AXE: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] }).then(
        (found) => done(found.violations.flatMap((fault) => fault.nodes.map(
            (node) => `${fault.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`))),
        (fault) => done(['axe itself failed: ' + fault]));";
