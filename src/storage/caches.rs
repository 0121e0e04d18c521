//! What the browser keeps of the page's own files: erased when everything is.
//! Never touches what another page of the same origin keeps.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::CacheStorage;

use super::book::Later;
use super::reason::reason;

/// Every cache of ours begins with this.
const PREFIX: &str = "attune";

/// Where there are no caches, all of them are gone.
pub fn erase_caches() -> Later<()> {
    Box::pin(async {
        let Some(caches) = caches() else { return Ok(()) };
        let names = JsFuture::from(caches.keys()).await.map_err(reason)?;
        for name in js_sys::Array::from(&names).iter().filter_map(|name| name.as_string()) {
            if name.starts_with(PREFIX) {
                JsFuture::from(caches.delete(&name)).await.map_err(reason)?;
            }
        }
        Ok(())
    })
}

/// `None` where the browser has none for this page: outside a secure context.
fn caches() -> Option<CacheStorage> {
    let window = web_sys::window()?;
    let caches = js_sys::Reflect::get(&window, &JsValue::from_str("caches")).ok()?;
    caches.dyn_into().ok()
}
