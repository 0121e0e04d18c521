//! Files between the page and the person: one handed over to be saved, one chosen or dropped to be read.
//! Never reads one before its size is known to be bearable.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, Event, File, FileList, HtmlAnchorElement, HtmlInputElement,
    Url,
};

/// Why a file gives no bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoBytes {
    TooLarge,
    /// It moved or changed meanwhile, or the browser may not read it.
    Unreadable,
}

/// In milliseconds. A browser has fetched the bytes long before; none says when.
const FETCHED: i32 = 60_000;

/// Hands a file to the browser, which saves it where it keeps downloads, or asks where. Whether it took it.
pub fn save_file(name: &str, bytes: &[u8]) -> bool {
    try_to_save(name, bytes).is_ok()
}

fn try_to_save(name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let kind = BlobPropertyBag::new();
    // Any other kind, and some browsers would show it instead of saving it, or give it another ending.
    kind.set_type("application/octet-stream");
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let let_go = super::after(FETCHED, move || drop(Url::revoke_object_url(&address)));
    // Dropped, the timer would be taken back.
    std::mem::forget(let_go);
    Ok(())
}

/// The file that was chosen in a field for files.
pub fn chosen_file(event: &Event) -> Option<File> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    first(field.files())
}

/// The file that was dropped. The browser would leave the page for it otherwise.
pub fn dropped_file(event: &Event) -> Option<File> {
    event.prevent_default();
    first(event.dyn_ref::<DragEvent>()?.data_transfer()?.files())
}

/// All that were chosen. The field is emptied, so that the same can be chosen once more.
pub fn chosen_files(event: &Event) -> Vec<File> {
    let field = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return Vec::new() };
    let files = all(field.files());
    field.set_value("");
    files
}

/// All that were dropped. The browser would leave the page for them otherwise.
pub fn dropped_files(event: &Event) -> Vec<File> {
    event.prevent_default();
    let dropped = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    all(dropped.and_then(|it| it.files()))
}

fn all(files: Option<FileList>) -> Vec<File> {
    files.iter().flat_map(|it| (0..it.length()).filter_map(|at| it.get(at))).collect()
}

fn first(files: Option<FileList>) -> Option<File> {
    files?.get(0)
}

/// All of it. Errors: more than `most` bytes, or not to be read.
pub async fn read_file(file: File, most: usize) -> Result<Vec<u8>, NoBytes> {
    if file.size() > most as f64 {
        return Err(NoBytes::TooLarge);
    }
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| NoBytes::Unreadable)?;
    Ok(Uint8Array::new(&bytes).to_vec())
}
