//! From a passphrase to a key: Argon2id as its paper says, at a cost within bounds, and never in the page.
//! Never tells how long it takes: that is measured elsewhere.

use attune::vault::cost::{Cost, CostError};
use attune::vault::derive::derive;
use attune::vault::key::Vault;
use attune::vault::way::{Salt, Stretch, WayIn, Ways};

use crate::samples;
use crate::tidy::source::{files, words};

#[test]
fn argon2id_gives_the_vector_of_rfc_9106() {
    assert!(crate::argon_vector::is_kept());
}

/// A derived key shows itself only by what it opens: the vault is wrapped under the expected one.
fn check_derived(secret: &str, cost: Cost, salt: [u8; 16], expected: &str) {
    use attune::vault::key::DerivedKey;
    let bytes: Vec<u8> =
        (0..32).map(|at| u8::from_str_radix(&expected[2 * at..2 * at + 2], 16).unwrap()).collect();
    let vault = Vault::draw(samples::draw).unwrap();
    let way = WayIn::Passphrase(Stretch { cost, salt: Salt(salt) });
    let expected = DerivedKey::from_bytes(bytes.try_into().unwrap());
    let mut ways = Ways::none();
    ways.wrap(&way, &expected, &vault, samples::draw).unwrap();
    let way = ways.iter().next().unwrap();
    let derived = derive(secret.as_bytes(), cost, &Salt(salt)).unwrap();
    assert!(way.unwrap_key(vault.id, &derived).is_ok(), "{secret}");
    let other = derive([secret, " "].concat().as_bytes(), cost, &Salt(salt)).unwrap();
    assert!(way.unwrap_key(vault.id, &other).is_err(), "{secret}");
}

#[test]
fn a_passphrase_gives_the_key_that_others_derive() {
    // Expected: the reference implementation in C, through argon2-cffi.
    let new = "02f4b18993f995a4f1bd2cae2a8763827b55190774aee2967ee7ab8d2bf0b5f5";
    check_derived("password", Cost::NEW, *b"somesalt12345678", new);
    let least = "5e6d5af38a74f7b24f5de20eda69d3dafc76d8001d8e0617f471b8d1054541e2";
    let counted = std::array::from_fn(|at| at as u8);
    check_derived("grün und still", Cost::parse(19_456, 2, 1).unwrap(), counted, least);
    let lanes = "fb576b3f5deb038bbd70a6a69d89b154b98406b6e282fda2e49dbfbef8ce0418";
    check_derived("x", Cost::parse(20_480, 3, 4).unwrap(), [255; 16], lanes);
}

#[test]
fn a_cost_that_protects_nobody_or_freezes_the_page_is_refused() {
    use CostError::{TooLittle, TooMuch};
    let mib = 1024;
    for (name, cost, expected) in [
        ("new", (64 * mib, 5, 1), None),
        ("floor", (19 * mib, 2, 1), None),
        ("cap", (256 * mib, 16, 4), None),
        ("memory_under_the_floor", (19 * mib - 1, 2, 1), Some(TooLittle)),
        ("memory_none", (0, 5, 1), Some(TooLittle)),
        ("passes_under_the_floor", (64 * mib, 1, 1), Some(TooLittle)),
        ("passes_none", (64 * mib, 0, 1), Some(TooLittle)),
        ("lanes_none", (64 * mib, 5, 0), Some(TooLittle)),
        ("memory_over_the_cap", (256 * mib + 1, 2, 1), Some(TooMuch)),
        ("memory_absurd", (u32::MAX, 2, 1), Some(TooMuch)),
        ("passes_absurd", (64 * mib, u32::MAX, 1), Some(TooMuch)),
        ("passes_over_the_cap", (64 * mib, 17, 1), Some(TooMuch)),
        ("lanes_over_the_cap", (64 * mib, 5, 5), Some(TooMuch)),
        ("lanes_absurd", (64 * mib, 5, u32::MAX), Some(TooMuch)),
    ] {
        assert_eq!(Cost::parse(cost.0, cost.1, cost.2).err(), expected, "{name}");
    }
    let new = Cost::NEW;
    assert_eq!(Cost::parse(new.memory(), new.passes(), new.lanes()), Ok(new));
}

#[test]
fn nothing_of_the_page_derives_a_key() {
    let own = ["src/vault/derive.rs", "src/vault.rs", "src/job.rs"];
    for source in files(&["src"], &[".rs"]) {
        let is_allowed = own.contains(&source.path.as_str());
        let code = source.code_and_texts();
        let names = code.contains("derive::") || words(&code).any(|(_, word)| word == "argon2");
        assert!(is_allowed || !names, "{}: deriving is the worker's", source.path);
    }
}
