//! How long nobody has touched the page, by the clock on the wall: sleep counts.
//! Never looks at what was pressed.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// In milliseconds, between two looks at the clock.
const LOOK: i32 = 5_000;
const TOUCHES: [&str; 5] = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"];
/// When the page may have slept.
const WAKINGS: [&str; 3] = ["focus", "pageshow", "visibilitychange"];

/// Calls `idle` once nobody has touched the page for `most()` minutes, and again after the next such time, as long as the
/// page lives.
pub fn on_idle(most: impl Fn() -> f64 + 'static, idle: impl Fn() + 'static) {
    let touched = Rc::new(Cell::new(js_sys::Date::now()));
    let look = {
        let touched = touched.clone();
        Rc::new(move || {
            let now = js_sys::Date::now();
            // A clock that was set back counts as a touch.
            let since = now - touched.get();
            if since >= most() * 60_000.0 {
                touched.set(now);
                idle();
            } else if since < 0.0 {
                touched.set(now);
            }
        })
    };
    let again = look.clone();
    // Whoever comes back after a sleep is looked at before the touch counts.
    listen(&TOUCHES, move || {
        again();
        touched.set(js_sys::Date::now());
    });
    let again = look.clone();
    listen(&WAKINGS, move || again());
    let tick = Closure::<dyn Fn()>::new(move || look());
    if let Some(window) = web_sys::window() {
        let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(
            tick.as_ref().unchecked_ref(),
            LOOK,
        );
    }
    tick.forget();
}

fn listen(events: &[&str], heard: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(heard);
    if let Some(window) = web_sys::window() {
        for event in events {
            let callback = listener.as_ref().unchecked_ref();
            let _ = window.add_event_listener_with_callback_and_bool(event, callback, true);
        }
    }
    listener.forget();
}
