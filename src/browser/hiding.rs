//! Taking the page out of sight at once, when someone comes in.
//! Never waits for anything before the screen is empty.

use std::cell::Cell;

use web_sys::KeyboardEvent;

/// In milliseconds: slower than this, someone only closes one thing after another.
const IN_A_ROW: f64 = 700.0;

/// Hides what the page shows, its title and its icon; does `last` out of sight; then goes to an empty page, which takes
/// this one's place in the history.
pub fn hide(last: impl FnOnce()) {
    let Some(window) = web_sys::window() else { return };
    if let Some(document) = window.document() {
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("hidden", "");
        }
        document.set_title("");
        if let Ok(Some(icon)) = document.query_selector("link[rel=icon]") {
            icon.remove();
        }
    }
    last();
    let _ = window.location().replace("about:blank");
}

/// Calls `heard` when Escape is pressed three times in a row, wherever the focus is, as long as the page lives.
pub fn on_three_escapes(heard: impl Fn() + 'static) {
    let before = Cell::new([f64::MIN; 2]);
    super::on_any_key(move |event: KeyboardEvent| {
        if event.key() != "Escape" || event.repeat() {
            before.set([f64::MIN; 2]);
            return;
        }
        let now = event.time_stamp();
        let [first, second] = before.get();
        before.set([second, now]);
        if now - first <= IN_A_ROW {
            heard();
        }
    });
}
