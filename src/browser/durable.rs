//! Whether the browser has promised to keep what this page stores, and how much room it gives.
//! Never relies on it: some browsers have no such promise, and none keeps it against a person who clears their data.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let manager = js_sys::Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
    manager.is_object().then(|| manager.unchecked_into())
}

async fn answer(asked: Option<Result<js_sys::Promise, JsValue>>) -> Option<JsValue> {
    JsFuture::from(asked?.ok()?).await.ok()
}

/// `None` where the browser knows no such promise.
pub async fn is_durable() -> Option<bool> {
    answer(manager().map(|it| it.persisted())).await?.as_bool()
}

/// Asks for it; a browser may ask the person, or decide by itself. `None` where it knows no such promise.
pub async fn make_durable() -> Option<bool> {
    answer(manager().map(|it| it.persist())).await?.as_bool()
}

/// Bytes in use by this origin and bytes it may use, both as the browser guesses. `None` where it does not say.
pub async fn room() -> Option<(f64, f64)> {
    let estimate: StorageEstimate =
        answer(manager().map(|it| it.estimate())).await?.unchecked_into();
    Some((estimate.get_usage()?, estimate.get_quota()?))
}
