//! Taking the page out of sight at once, when someone comes in.
//! Never waits for anything before the screen is empty.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, KeyboardEvent};

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

/// Takes the page out of sight, or shows it again.
pub fn set_hidden(is_hidden: bool) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        let _ = root.toggle_attribute_with_force("hidden", is_hidden);
    }
}

/// Lets the browser ask before the page is left, whenever `has_to_ask`.
pub fn hold_page_back(has_to_ask: impl Fn() -> bool + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if has_to_ask() {
            event.prevent_default();
        }
    });
    if let Some(window) = web_sys::window() {
        let callback = listener.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback("beforeunload", callback);
    }
    listener.forget();
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

/// Whether nobody sees the page: it lies behind another, or the screen is off.
pub fn is_hidden() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.hidden())
}
