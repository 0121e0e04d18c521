//! What a person does, done by a script in the page: for promises that take thousands of steps, or steps a few milliseconds apart.
//! Never waits for a time to pass, but for what a person would see.

use serde_json::{Value, json};

use super::Outcome;
use super::page::Page;

/// Helpers of all scripts here.
const TOOLS: &str = "const until = (found) => new Promise((done, fail) => {
        const began = performance.now();
        const look = () => { const it = found(); if (it) done(it);
            else if (performance.now() - began > 30000) fail(new Error('in vain: ' + found + document.body.innerText.slice(0, 300)));
            else setTimeout(look, 5) };
        look() });
    const first = (selector) => until(() => document.querySelector(selector));
    const named = (words) => until(() => [...document.querySelectorAll('button, summary')].find((it) => it.textContent.includes(words)));
    const type = (it, text) => { it.focus(); it.value = text; it.dispatchEvent(new InputEvent('input', { bubbles: true })) };";

/// No lock, one client, an open session.
pub const BEGIN: &str = "location.hash = '#/people';
    (await named('Anyone who uses this browser')).click();
    type(await first('#code'), 'Heron');
    (await named('Add a client')).click();
    await first('#catch')";

/// The body of a function that does `steps`; what it is called with is `given`.
pub fn body(steps: &str) -> String {
    format!(
        "const given = [...arguments]; {TOOLS} const run = async () => {{ {steps} }}; return run()"
    )
}

impl Page {
    /// Does `steps` with `given`, and gives what they return.
    pub async fn by_script(&self, steps: &str, given: &[&str]) -> Outcome<Value> {
        self.script(&body(steps), given.iter().map(|it| json!(it)).collect()).await
    }
}
