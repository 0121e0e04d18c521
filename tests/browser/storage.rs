//! localStorage keeps the contract of every slot, and says when it is full.
//! Never leaves anything behind.

use attune::storage::{Local, Slot, StorageError};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Storage;

use crate::storage_contract::check_slot;

fn raw() -> Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

#[wasm_bindgen_test]
fn local_keeps_the_contract() {
    raw().clear().unwrap();
    check_slot(&Local::open().unwrap());
}

#[wasm_bindgen_test]
fn a_full_store_says_so_and_keeps_what_it_had() {
    raw().clear().unwrap();
    let slot = Local::open().unwrap();
    slot.write("kept", b"before").unwrap();
    let million = vec![0xE9; 1_000_000];
    // The quota is about 5.2 million units in all three engines.
    let refused = (0..8).find_map(|part| slot.write(&format!("part.{part}"), &million).err());
    assert_eq!(refused, Some(StorageError::Full));
    assert_eq!(slot.write("kept", &vec![1; 2_000_000]), Err(StorageError::Full));
    assert_eq!(slot.read("kept"), Ok(Some(b"before".to_vec())));
    raw().clear().unwrap();
}

#[wasm_bindgen_test]
fn keys_of_others_are_left_alone() {
    raw().clear().unwrap();
    raw().set_item("theirs", "theirs").unwrap();
    let slot = Local::open().unwrap();
    slot.write("ours", b"ours").unwrap();
    assert_eq!(slot.keys(), Ok(vec!["ours".to_owned()]));
    slot.remove("theirs").unwrap();
    assert_eq!(raw().get_item("theirs"), Ok(Some("theirs".to_owned())));
    raw().clear().unwrap();
}

#[wasm_bindgen_test]
fn a_text_that_is_not_bytes_is_read_without_a_panic() {
    raw().clear().unwrap();
    raw().set_item("attune.odd", "\u{1F600} and more").unwrap();
    let read = Local::open().unwrap().read("odd").unwrap().unwrap();
    assert_eq!(read, "\u{1F600} and more".as_bytes());
    raw().clear().unwrap();
}
