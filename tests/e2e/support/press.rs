//! Presses, with a mouse or a finger, on what is found anew at each try: the page may have replaced it meanwhile.
//! Never presses what is out of sight or under something else, as no person could.

use super::Outcome;
use super::page::Page;
use super::wire::act;
use serde_json::{Value, json};
use thirtyfour::{By, WebElement};

impl Page {
    /// Clicks the button, link or tab of this name.
    pub async fn click(&self, name: &str) -> Outcome {
        self.click_what(name, async || self.find_named(name).await).await
    }

    /// Clicks the first element shown that fits the selector.
    pub async fn click_on(&self, selector: &str) -> Outcome {
        self.click_what(selector, async || self.find(selector).await).await
    }

    /// Clicks the first element shown that this XPath gives.
    pub async fn click_path(&self, path: &str) -> Outcome {
        self.click_what(path, async || self.find_path(path).await).await
    }

    /// Clicks what `find` finds; `what` says what that is.
    pub async fn click_what(
        &self,
        what: &str,
        mut find: impl AsyncFnMut() -> Outcome<WebElement>,
    ) -> Outcome {
        self.wait_until(&format!("“{what}” to take a click"), async || {
            let target = find().await?;
            self.bring_into_reach(&target).await?;
            target.click().await?;
            Ok(true)
        })
        .await
    }

    /// Taps the button, link or tab of this name with a finger (in WebKitGTK it arrives as a click).
    pub async fn tap(&self, name: &str) -> Outcome {
        self.tap_what(name, async || self.find_named(name).await).await
    }

    /// Taps the first element shown that fits the selector.
    pub async fn tap_on(&self, selector: &str) -> Outcome {
        self.tap_what(selector, async || self.find(selector).await).await
    }

    /// Taps the first element shown that this XPath gives.
    pub async fn tap_path(&self, path: &str) -> Outcome {
        self.tap_what(path, async || self.find_path(path).await).await
    }

    async fn tap_what(
        &self,
        what: &str,
        mut find: impl AsyncFnMut() -> Outcome<WebElement>,
    ) -> Outcome {
        self.wait_until(&format!("“{what}” to take a tap"), async || {
            let target = find().await?;
            self.bring_into_reach(&target).await?;
            let finger = json!([{ "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" }, "actions": [
                { "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": target.to_json()? },
                { "type": "pointerDown", "button": 0 },
                { "type": "pointerUp", "button": 0 },
            ] }]);
            act(self.driver(), finger).await?;
            Ok(true)
        })
        .await
    }

    /// Scrolls to an element unless it lies open already. Errors: it does not, or not yet: the next look will tell.
    ///
    /// WebKitGTK's driver scrolls by itself, but takes what lies within the page's `scroll-padding` beyond the edge for
    /// seen, and then refuses the click for ever. It also scrolls after the fact: a press before the next frames would
    /// land where the element was.
    async fn bring_into_reach(&self, element: &WebElement) -> Outcome {
        let script = "const [it, done] = arguments, box = it.getClientRects()[0];
            if (box && it.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2))) return done(true);
            it.scrollIntoView({ block: 'center', inline: 'center' });
            requestAnimationFrame(() => requestAnimationFrame(() => done(false)))";
        match self.driver().execute_async(script, vec![element.to_json()?]).await?.json() {
            Value::Bool(true) => Ok(()),
            _ => Err("it is out of sight, or something lies over it".into()),
        }
    }

    /// Waits for the first element shown that this XPath gives.
    pub async fn find_path(&self, path: &str) -> Outcome<WebElement> {
        self.find_by(By::XPath(path.to_owned()), path).await
    }
}
