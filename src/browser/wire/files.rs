//! The worker's two files: what they are called, and how they are fetched.
//! Never takes one that is not the release's own: what arrives has the integrity that the page names, or does not count.

use js_sys::{Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, RequestInit, Response};

/// Behind wasm-bindgen's glue in the worker's script: the first message brings the module; the program it starts listens
/// from then on, and hears that message as its first.
const START: &str = "\nonmessage=(it)=>{wasm_bindgen.initSync({module:it.data[0]});onmessage(it)};";

/// What a worker is started with: the program and the script.
#[derive(Clone)]
pub struct Files {
    pub module: JsValue,
    pub script: Blob,
}

/// Names and integrities, of the script and of the module.
struct Names([[String; 2]; 2]);

impl Names {
    /// A release page names them in its head (tools/seal-page.mjs). Development has Trunk's plain names.
    fn of_the_page() -> Names {
        let [script, script_integrity, module, module_integrity] = named_in_page()
            .unwrap_or_else(|| ["./worker.js", "", "./worker_bg.wasm", ""].map(str::to_owned));
        Names([[script, script_integrity], [module, module_integrity]])
    }
}

fn named_in_page() -> Option<[String; 4]> {
    let meta = web_sys::window()?.document()?.query_selector("meta[name=worker]").ok()??;
    let content = meta.get_attribute("content")?;
    let mut words = content.split(' ').map(str::to_owned);
    Some([words.next()?, words.next()?, words.next()?, words.next()?])
}

/// Whether the page is a release, which seals itself. Development has Trunk's reload to let through.
pub fn is_release() -> bool {
    named_in_page().is_some()
}

/// Errors: not here, or not whole.
pub async fn fetch() -> Result<Files, JsValue> {
    let Names([script, module]) = Names::of_the_page();
    let (script, module) = (begin(&script)?, begin(&module)?);
    let parts = Array::of2(&arrived(script).await?, &START.into());
    let module = WebAssembly::compile(&arrived(module).await?);
    Ok(Files {
        module: JsFuture::from(module).await?,
        script: Blob::new_with_buffer_source_sequence(&parts)?,
    })
}

fn begin([name, integrity]: &[String; 2]) -> Result<js_sys::Promise, JsValue> {
    let options = RequestInit::new();
    options.set_integrity(integrity);
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    Ok(window.fetch_with_str_and_init(name, &options).unchecked_into())
}

async fn arrived(request: js_sys::Promise) -> Result<JsValue, JsValue> {
    let response: Response = JsFuture::from(request).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::UNDEFINED);
    }
    JsFuture::from(response.array_buffer()?).await
}
