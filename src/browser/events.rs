//! Events of the whole page: keys nobody else took, and its end.
//! Never events of one element: those are its component's.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, KeyboardEvent, MouseEvent};

/// Calls `heard` with each key that nothing on the page took for itself, as long as the page lives.
pub fn on_document_key(heard: impl Fn(KeyboardEvent) + 'static) {
    on_key(Box::new(heard), false);
}

/// Calls `heard` with each key pressed, before anything on the page hears of it, as long as the page lives.
pub fn on_any_key(heard: impl Fn(KeyboardEvent) + 'static) {
    on_key(Box::new(heard), true);
}

fn on_key(heard: Box<dyn Fn(KeyboardEvent)>, is_first: bool) {
    let listener = Closure::wrap(heard);
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        let callback = listener.as_ref().unchecked_ref();
        let _ = document.add_event_listener_with_callback_and_bool("keydown", callback, is_first);
    }
    listener.forget();
}

/// What a press reached, and where on the page, in CSS pixels.
struct Press {
    reached: Option<Element>,
    across: i32,
    down: i32,
}

impl Press {
    /// A hand shakes by less than this between the two parts of a double click.
    const SHAKE: i32 = 16;

    fn is_near(&self, other: &Press) -> bool {
        (self.across - other.across).abs() < Self::SHAKE
            && (self.down - other.down).abs() < Self::SHAKE
    }
}

/// Lets the later parts of a double click reach only what its first part reached, as long as the page lives: what was
/// taken by the first may have gone, and the rest would press whatever moved to its place, a "delete" among them.
/// Two quick presses in two places of the page are two presses, though a browser may count them as one double click:
/// Chromium does so for taps, and any for presses with a scroll between them.
pub fn hold_double_clicks() {
    let first = Cell::new(None::<Press>);
    let listener = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let reached =
            target.and_then(|it| it.closest("button, a, summary, [role=option]").ok().flatten());
        let now = Press { reached, across: event.page_x(), down: event.page_y() };
        let before = first.take();
        // The press decides; the click that ends it is a part of the same.
        let is_later = match (event.detail() > 1, event.type_() == "mousedown") {
            (false, _) => false,
            (true, true) => before.as_ref().is_some_and(|before| before.is_near(&now)),
            (true, false) => LATER_PART.get(),
        };
        LATER_PART.set(is_later);
        let is_astray =
            is_later && before.as_ref().is_some_and(|before| before.reached != now.reached);
        if is_astray {
            event.stop_propagation();
            // At the press already: it would take the focus.
            event.prevent_default();
        }
        // The third part of a triple click is held to what the first one reached as well.
        first.set(if is_astray { before } else { Some(now) });
    });
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        let callback = listener.as_ref().unchecked_ref();
        for part in ["mousedown", "click"] {
            let _ = document.add_event_listener_with_callback_and_bool(part, callback, true);
        }
    }
    listener.forget();
}

thread_local! {
    static LATER_PART: Cell<bool> = const { Cell::new(false) };
}

/// Whether the click that is under way is a later part of a double click; a key's click never is.
pub fn is_later_part() -> bool {
    LATER_PART.get()
}

/// Calls `heard` when the page is hidden or ends: the last moment in which anything can be kept.
pub fn on_page_hide(heard: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(heard);
    if let Some(window) = web_sys::window() {
        let callback = listener.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback("pagehide", callback);
        if let Some(document) = window.document() {
            let _ = document.add_event_listener_with_callback("visibilitychange", callback);
        }
    }
    listener.forget();
}

pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
