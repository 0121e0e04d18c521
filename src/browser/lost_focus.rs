//! The focus after what had it is gone: a row deleted, a field closed, a screen left.
//! Never takes the focus from anything that has it.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent};

const FOCUSABLE: &str = "button, a[href], input, select, textarea, summary, [tabindex='0']";

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn is_shown(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    element.is_connected() && place.width() > 0.0 && place.height() > 0.0
}

/// The browser falls back to the page as a whole, where Tab begins at its very start again.
fn is_lost(document: &Document) -> bool {
    document.active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// As long as the page lives: where a press took away what was pressed, the focus goes to what is nearest to its place.
pub fn keep_focus() {
    let listener = Closure::<dyn Fn(Event)>::new(|event: Event| {
        // Letters take nothing away, and a keystroke must cost nothing here.
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key().len() < 2) {
            return;
        }
        if let Some(pressed) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            let around = around(&pressed);
            super::soon(Box::new(move || move_on(&pressed, &around)));
        }
    });
    if let Some(document) = document() {
        for name in ["click", "keydown"] {
            let callback = listener.as_ref().unchecked_ref();
            let _ = document.add_event_listener_with_callback_and_bool(name, callback, true);
        }
    }
    listener.forget();
}

/// What stands around an element within the screen, from the inside out. Taken before the press, which may remove any of it.
fn around(pressed: &Element) -> Vec<Element> {
    let outer = |element: &Element| element.parent_element().filter(|it| it.tag_name() != "MAIN");
    if pressed.closest("main").ok().flatten().is_none() {
        return Vec::new();
    }
    std::iter::successors(outer(pressed), outer).collect()
}

fn move_on(pressed: &Element, around: &[Element]) {
    if is_shown(pressed) || document().is_none_or(|document| !is_lost(&document)) {
        return;
    }
    let nearest = around.iter().filter(|element| element.is_connected()).find_map(first_focusable);
    match nearest {
        Some(element) => super::focus_element(&element),
        None => keep_focus_in_page(),
    }
}

fn first_focusable(within: &Element) -> Option<Element> {
    let found = within.query_selector_all(FOCUSABLE).ok()?;
    let elements = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
    elements.filter(|it| it.is_instance_of::<HtmlElement>()).find(is_shown)
}

/// The main part of the screen gets the focus where nothing has it; what is in sight stays where it is.
pub fn keep_focus_in_page() {
    if document().is_some_and(|document| is_lost(&document)) {
        super::focus_in_place("main");
    }
}
