//! What needs a real browser but no whole page: the storage contract, components.
//! Never runs on the host: `tools/browser-tests.sh` runs it in all three engines.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn local_storage_is_at_hand() {
    let window = leptos::web_sys::window().unwrap();
    assert!(window.local_storage().unwrap().is_some());
}
