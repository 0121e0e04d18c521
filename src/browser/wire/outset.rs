//! From two files to a worker that stands.
//! Never leaves one behind that did not.

use std::cell::RefCell;

use js_sys::{Array, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker};

use super::files::Files;
use super::script::Script;

/// In milliseconds. The program is compiled already, so it stands in some ten.
const PATIENCE: i32 = 20_000;

thread_local! {
    /// Made once for the page: its policy gives no second address.
    static SCRIPT: RefCell<Option<Script>> = const { RefCell::new(None) };
}

/// Errors: the browser does not start it.
pub async fn start(files: &Files) -> Result<Worker, JsValue> {
    let worker = SCRIPT.with_borrow_mut(|script| {
        if script.is_none() {
            *script = Some(Script::of(&files.script)?);
        }
        script.as_ref().map_or(Err(JsValue::UNDEFINED), Script::start)
    })?;
    let stands = has_stood(&worker);
    worker.post_message(&Array::of2(&files.module, &files.script))?;
    let stood = JsFuture::from(stands).await?;
    if stood.is_truthy() {
        return Ok(worker);
    }
    worker.terminate();
    Err(JsValue::UNDEFINED)
}

/// Its first message is whether it stands.
fn has_stood(worker: &Worker) -> Promise {
    Promise::new(&mut |resolve, _| {
        let (late, ended) = (resolve.clone(), resolve.clone());
        let heard = Closure::once_into_js(move |event: MessageEvent| {
            let parts: Array = event.data().unchecked_into();
            _ = resolve.call1(&JsValue::UNDEFINED, &parts.get(0));
        });
        worker.set_onmessage(Some(heard.unchecked_ref()));
        let failed = Closure::once_into_js(move |event: Event| {
            event.prevent_default();
            _ = ended.call0(&JsValue::UNDEFINED);
        });
        worker.set_onerror(Some(failed.unchecked_ref()));
        let late = Closure::once_into_js(move || _ = late.call0(&JsValue::UNDEFINED));
        if let Some(window) = web_sys::window() {
            let late = late.unchecked_ref();
            _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(late, PATIENCE);
        }
    })
}
