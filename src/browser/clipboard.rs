//! Texts for the clipboard, where the browser lets a page put them there.
//! Never reads it, and never puts anything there that was not asked for by a press.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, HtmlInputElement};

/// Whether it is there now. Browsers give no clipboard to pages that came over an open line.
pub async fn copy(text: &str) -> bool {
    match clipboard() {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}

fn clipboard() -> Option<Clipboard> {
    let navigator = web_sys::window()?.navigator();
    // The browser's own getter would be believed, and where there is none its first call would end the program.
    Reflect::get(&navigator, &"clipboard".into()).ok()?.dyn_into().ok()
}

/// Marks all that stands in a field, so that it can be copied by hand.
pub fn mark_text(id: &str) {
    let field =
        web_sys::window().and_then(|it| it.document()).and_then(|it| it.get_element_by_id(id));
    if let Some(field) = field.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        let _ = field.focus();
        field.select();
    }
}
