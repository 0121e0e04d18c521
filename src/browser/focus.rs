//! Where the keyboard is, and bringing things into sight.
//! Never decides who should have the focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

fn by_id(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

fn focused() -> Option<Element> {
    web_sys::window()?.document()?.active_element()
}

/// Focuses the element with this id, if it is there.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        focus_element(&element);
    }
}

pub fn is_focused(id: &str) -> bool {
    focused().is_some_and(|element| element.id() == id)
}

/// Focuses the element with this id without scrolling to it.
pub fn focus_in_place(id: &str) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = by_id(id).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus_with_options(&options);
    }
}

pub fn focus_element(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Whether the focus is in a field that takes text, so that a letter is a letter and no shortcut.
pub fn focused_is_text() -> bool {
    focused().is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}

/// Scrolls as little as is needed to show the element.
pub fn scroll_to(id: &str) {
    if let Some(element) = by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Shows the page from its beginning, as a new page would.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}
