//! The part of the address after `#`.
//! Never puts anything of a person there: callers give a route's own words only.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The address's fragment, with its `#`, or nothing.
pub fn address() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

pub fn set_address(fragment: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(fragment);
    }
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
