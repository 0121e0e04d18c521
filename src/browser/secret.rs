//! What stands in a field for a passphrase or a code, read once when it is needed.
//! Never keeps it: whoever asked wipes it.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use zeroize::Zeroizing;

fn field(id: &str) -> Option<HtmlInputElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Normalised to NFC, so that it is the same from every keyboard; empty where there is no such field.
pub fn secret(id: &str) -> Zeroizing<String> {
    let typed = field(id).map(|field| js_sys::JsString::from(field.value()));
    Zeroizing::new(typed.map(|typed| String::from(typed.normalize("NFC"))).unwrap_or_default())
}

/// Leaves nothing in the field.
pub fn forget(id: &str) {
    if let Some(field) = field(id) {
        field.set_value("");
    }
}

/// Prints the page as its print sheet says.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Where printing is not allowed there is nothing to be done about it.
        let _ = window.print();
    }
}
