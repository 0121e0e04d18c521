//! WebDriver commands that the client has no words for: DevTools of Chromium, the chrome context of Firefox, raw actions.
//! Decides nothing: it only carries.

use super::Outcome;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command, FormatRequestData};
use thirtyfour::{RequestData, SessionId, WebDriver};

#[derive(Debug)]
struct Post {
    endpoint: &'static str,
    body: Value,
}

impl FormatRequestData for Post {
    fn format_request(&self, session: &SessionId) -> RequestData {
        // Any command that posts lends its method: the client does not name the type for others.
        let mut request = Command::Refresh.format_request(session);
        request.uri = format!("session/{session}{}", self.endpoint).into();
        request.body = Some(self.body.clone());
        request
    }
}

async fn post(driver: &WebDriver, endpoint: &'static str, body: Value) -> Outcome<Value> {
    Ok(driver.cmd(Post { endpoint, body }).await?.value_json()?)
}

/// One command of Chromium's DevTools.
pub async fn devtools(driver: &WebDriver, command: &str, parameters: Value) -> Outcome<Value> {
    post(driver, "/goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
}

/// Runs a script with Firefox's own rights, then goes back to the page's.
pub async fn in_firefox(driver: &WebDriver, script: &str) -> Outcome<Value> {
    post(driver, "/moz/context", json!({ "context": "chrome" })).await?;
    let result = driver.execute(script, vec![]).await;
    post(driver, "/moz/context", json!({ "context": "content" })).await?;
    Ok(result?.json().clone())
}

/// Input as a device would give it. Source: W3C WebDriver, "Actions".
pub async fn act(driver: &WebDriver, sources: Value) -> Outcome {
    post(driver, "/actions", json!({ "actions": sources })).await?;
    Ok(())
}
