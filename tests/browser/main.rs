//! What only a real browser can show. Run by wasm-bindgen-test in each engine; on the host this binary has no tests.
//! Never tests what the host can test.

#![cfg(target_arch = "wasm32")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

mod components;
mod ledger;
mod made_up;
mod page;
mod seal;
mod storage;
mod worker;

#[path = "../shared/argon_vector.rs"]
mod argon_vector;
#[path = "../shared/ledger_contract.rs"]
mod ledger_contract;
#[path = "../shared/seal_vectors.rs"]
mod seal_vectors;
#[path = "../shared/storage_contract.rs"]
mod storage_contract;
