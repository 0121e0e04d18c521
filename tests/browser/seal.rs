//! The seal, compiled to wasm and run by the engine itself, does what it does on the host.
//! Never derives a key: that is the worker's.

use attune::vault::Unreadable;
use attune::vault::envelope::{self, Part, SegmentName};
use attune::vault::key::{NoChance, Nonce, Vault};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::seal_vectors::check_vectors;

fn draw(bytes: &mut [u8]) -> Result<(), NoChance> {
    attune::browser::draw_secret(bytes).then_some(()).ok_or(NoChance)
}

#[wasm_bindgen_test]
fn wycheproofs_vectors_hold_in_this_engine() {
    check_vectors();
}

#[wasm_bindgen_test]
fn what_is_sealed_with_this_engines_chance_opens_and_a_flipped_bit_does_not() {
    let vault = Vault::draw(draw).unwrap();
    let part = Part::Segment(SegmentName { id: 1, generation: 1 });
    let payload = "what she said ".repeat(200).into_bytes();
    let close = || {
        let nonce = Nonce::draw(draw).unwrap();
        envelope::close(part, &payload, Some((&vault, nonce))).unwrap()
    };
    let mut bytes = close();
    assert!(bytes[20..] != close()[20..], "no nonce is drawn twice");
    assert!(envelope::open(&bytes, Some(&vault)) == Ok((part, payload.clone())));
    bytes[500] ^= 1;
    assert_eq!(envelope::open(&bytes, Some(&vault)), Err(Unreadable::Damaged));
}
