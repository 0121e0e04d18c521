//! A vault of the first versions, which only a checksum protects: what broke in it is noticed, and nothing ends the page.
//! Never about someone who means harm: whoever can write there can count a checksum too.

use attune::desk::keeper::Refusal;
use attune::domain::Cabinet;
use attune::storage::{Memory, Slot};

use crate::golden;
use crate::keeper::{open, open_slot};

/// What opens is what was kept, or less and named; or it is refused.
fn check(memory: &Memory, whole: &Cabinet, what: &str) {
    match open_slot(memory.clone()) {
        Ok((_, cabinet, unread)) => {
            assert!(cabinet == *whole || !unread.is_empty(), "{what}: not named");
        }
        Err(refusal) => {
            assert!(matches!(refusal, Refusal::Damaged | Refusal::Newer), "{what}: {refusal:?}");
        }
    }
}

fn check_each(harm: impl Fn(&[u8], &dyn Fn(Vec<u8>, usize))) {
    let memory = golden::stored("v1", "only_settings");
    let whole = open(&memory).1;
    for key in memory.keys().unwrap() {
        let bytes = memory.read(&key).unwrap().unwrap();
        harm(&bytes, &|harmed, at| {
            memory.write(&key, &harmed).unwrap();
            check(&memory, &whole, &format!("{key}, {at}"));
        });
        memory.write(&key, &bytes).unwrap();
    }
}

#[test]
fn every_flipped_bit_of_a_vault_in_clear_is_noticed() {
    check_each(|bytes, then| {
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.to_vec();
            flipped[bit / 8] ^= 1 << (bit % 8);
            then(flipped, bit);
        }
    });
}

#[test]
fn every_truncation_of_a_vault_in_clear_is_noticed() {
    check_each(|bytes, then| (0..bytes.len()).for_each(|end| then(bytes[..end].to_vec(), end)));
}
