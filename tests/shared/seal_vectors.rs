//! What XChaCha20-Poly1305 is held to, on the host and inside each engine: Wycheproof's vectors.
//! Never calls the cipher but by the one seal of the vault.

use attune::vault::seal::{Unsealable, seal, unseal};
use wycheproof::TestResult;
use wycheproof::aead::{Test, TestName, TestSet};

/// Every vector: the valid ones open and are sealed to the same bytes, all others are refused.
pub fn check_vectors() {
    let set = TestSet::load(TestName::XChaCha20Poly1305).unwrap();
    let (mut valid, mut refused) = (0, 0);
    for test in set.test_groups.iter().flat_map(|group| &group.tests) {
        let is_valid = test.result != TestResult::Invalid;
        // The types take no other length of nonce; such vectors are there to be refused.
        match <[u8; 24]>::try_from(&test.nonce[..]) {
            Ok(nonce) => check_vector(test, &nonce, is_valid),
            Err(_) => assert!(!is_valid, "{}", test.tc_id),
        }
        *if is_valid { &mut valid } else { &mut refused } += 1;
    }
    assert!(valid > 200 && refused > 30, "{valid} valid, {refused} refused");
    assert_eq!(valid + refused, set.number_of_tests);
}

fn check_vector(test: &Test, nonce: &[u8; 24], is_valid: bool) {
    let key: [u8; 32] = test.key[..].try_into().unwrap();
    let sealed = [&test.ct[..], &test.tag[..]].concat();
    let opened = unseal(&key, nonce, &test.aad, &sealed);
    if !is_valid {
        assert_eq!(opened, Err(Unsealable), "{}", test.tc_id);
        return;
    }
    assert_eq!(opened.as_deref(), Ok(&test.pt[..]), "{}", test.tc_id);
    let mut bytes = [b"before", &test.pt[..]].concat();
    assert_eq!(seal(&key, nonce, &test.aad, &mut bytes, 6), Ok(()));
    assert_eq!(bytes, [b"before", &sealed[..]].concat(), "{}", test.tc_id);
}
