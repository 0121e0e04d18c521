//! Whether something is there to be seen.
//! Clicks and types nothing.

use super::Outcome;
use super::page::Page;
use thirtyfour::WebElement;

impl Page {
    /// Whether a person could see it, scrolling as needed. The driver's own answer is no for WebKitGTK's date fields.
    pub async fn is_shown(&self, element: &WebElement) -> Outcome<bool> {
        let script = "const it = arguments[0], box = it.getBoundingClientRect();
            return it.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }) && box.width > 0 && box.height > 0";
        // An element that was taken away meanwhile is not shown either; drivers call that an error.
        Ok(self.script(script, vec![element.to_json()?]).await.is_ok_and(|it| it == true))
    }
}
