//! The part of the address after `#`.
//! Never puts anything of a person there: callers give a route's own words only.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The address's fragment, with its `#`, or nothing.
pub fn address() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// What stands before the fragment, without anything that was added with a question mark; empty outside a window.
pub fn base_address() -> String {
    let location = web_sys::window().map(|window| window.location());
    let base = location.and_then(|it| Some([it.origin().ok()?, it.pathname().ok()?].concat()));
    base.unwrap_or_default()
}

pub fn set_address(fragment: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(fragment);
    }
}

/// The fragment, where it begins with `opening`; in its place in the address and in the history stands `instead` from then
/// on, and nobody is told of that change. What the browser wrote down before the page ran is beyond it.
pub fn take_address(opening: &str, instead: &str) -> Option<String> {
    let taken = Some(address()).filter(|it| it.starts_with(opening))?;
    let history = web_sys::window().and_then(|window| window.history().ok());
    let replaced = history.map(|it| it.replace_state_with_url(&JsValue::NULL, "", Some(instead)));
    if !matches!(replaced, Some(Ok(()))) {
        // A browser that refuses it changes the address all the same; its history keeps what was there.
        set_address(instead);
    }
    Some(taken)
}

/// Calls `heard` with the fragment whenever it changes, as long as the page lives.
pub fn on_address(heard: impl Fn(String) + 'static) {
    let listener = Closure::<dyn Fn()>::new(move || heard(address()));
    if let Some(window) = web_sys::window() {
        let _ = window
            .add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
