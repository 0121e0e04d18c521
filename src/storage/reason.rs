//! Why the browser's stores refused, read from what they throw.
//! Never keeps what was thrown: it may name things.

use wasm_bindgen::{JsCast, JsValue};

use super::StorageError;

/// By name: Chromium throws a class of its own, and the code 22 is on its way out.
pub fn reason(thrown: JsValue) -> StorageError {
    let Some(object) = thrown.dyn_ref::<js_sys::Object>() else { return StorageError::Failed };
    let name = js_sys::Reflect::get(object, &JsValue::from_str("name")).ok();
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
        Some("SecurityError") => StorageError::Blocked,
        _ => StorageError::Failed,
    }
}
