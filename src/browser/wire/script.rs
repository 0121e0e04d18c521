//! What a worker is started from: the address of its script's bytes.
//! Never anything else: the engine's policy is asked for one address and has none left to give after it.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Url, Worker};

/// The one name that the page's policy allows; see tools/seal-page.mjs.
const POLICY: &str = "attune-worker";

/// Kept for as long as anyone may start a worker from it: the browser asks for the bytes anew each time.
pub struct Script {
    address: JsValue,
}

impl Script {
    /// Errors: the browser's.
    pub fn of(bytes: &Blob) -> Result<Script, JsValue> {
        let address = JsValue::from(Url::create_object_url_with_blob(bytes)?);
        Ok(Script { address: trusted(address)? })
    }

    /// Errors: the browser's.
    pub fn start(&self) -> Result<Worker, JsValue> {
        let make: Function = Reflect::get(&js_sys::global(), &"Worker".into())?.dyn_into()?;
        Ok(Reflect::construct(&make, &Array::of1(&self.address))?.unchecked_into())
    }
}

/// Where the engine knows Trusted Types, it takes an address only from a policy. Ours gives this one, once.
fn trusted(address: JsValue) -> Result<JsValue, JsValue> {
    let types = Reflect::get(&js_sys::global(), &"trustedTypes".into())?;
    if types.is_undefined() {
        return Ok(address);
    }
    let rules = Object::new();
    let give: JsValue = Closure::once_into_js(move || address);
    Reflect::set(&rules, &"createScriptURL".into(), &give)?;
    let policy = method(&types, "createPolicy")?.call2(&types, &POLICY.into(), &rules)?;
    method(&policy, "createScriptURL")?.call1(&policy, &"".into())
}

fn method(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(of, &name.into())?.dyn_into()
}
