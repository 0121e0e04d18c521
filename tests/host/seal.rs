//! The seal and the sealed envelope: what was sealed opens with its key, and nothing else does.
//! Never goes through storage.

use attune::vault::Unreadable::{self, Damaged, Newer};
use attune::vault::envelope::{self, Part, SegmentName};
use attune::vault::key::{Nonce, Vault};
use attune::vault::seal::unseal;

use crate::samples::{self, Dice};
use crate::seal_vectors::check_vectors;

const PART: Part = Part::Segment(SegmentName { id: 7, generation: 9 });
/// Where the nonce ends and the sealed part begins.
const NAME: usize = 20;

fn nonce() -> Nonce {
    Nonce::draw(samples::draw).unwrap()
}

fn vault() -> Vault {
    Vault::draw(samples::draw).unwrap()
}

fn closed(vault: &Vault, part: Part, payload: &[u8]) -> Vec<u8> {
    envelope::close(part, payload, Some((vault, nonce()))).unwrap()
}

fn prose(seed: u64, characters: usize) -> Vec<u8> {
    samples::prose(&mut Dice::new(seed), characters).into_bytes()
}

thread_local! {
    static NEXT: std::cell::Cell<[u8; 24]> = const { std::cell::Cell::new([0; 24]) };
}

/// A nonce that is told: only vectors need one.
fn told(bytes: [u8; 24]) -> Nonce {
    NEXT.set(bytes);
    Nonce::draw(|bytes| {
        bytes.copy_from_slice(&NEXT.get());
        Ok(())
    })
    .unwrap()
}

#[test]
fn wycheproofs_vectors_hold() {
    check_vectors();
}

#[test]
fn what_was_sealed_opens() {
    let parts = [PART, Part::Kept(SegmentName { id: 0, generation: 1 })];
    let largest = Part::Segment(SegmentName { id: u32::MAX, generation: u64::MAX });
    for part in parts.into_iter().chain([largest]) {
        for length in [0, 1, 900, 1024, 5_000, 70_000] {
            let (vault, payload) = (vault(), prose(length as u64 + 1, length));
            let bytes = closed(&vault, part, &payload);
            assert_eq!(bytes.len() % 1024, 0);
            assert!(envelope::open(&bytes, Some(&vault)) == Ok((part, payload)), "{length}");
        }
    }
}

#[test]
fn a_sealed_length_tells_little_and_the_same_twice_looks_different() {
    let vault = vault();
    let both = [1, 300].map(|length| closed(&vault, PART, &prose(1, length)));
    assert_eq!(both.each_ref().map(Vec::len), [1024; 2]);
    let again = closed(&vault, PART, &prose(1, 1));
    let same = again[NAME..].iter().zip(&both[0][NAME..]).filter(|(one, other)| one == other);
    assert!(same.count() < 40, "chance makes some four of a thousand alike");
}

#[test]
fn every_truncation_of_what_is_sealed_is_damaged() {
    let vault = vault();
    let bytes = closed(&vault, PART, &prose(2, 4_000));
    for end in 0..bytes.len() {
        assert_eq!(envelope::open(&bytes[..end], Some(&vault)), Err(Damaged), "cut at {end}");
    }
    let longer = [bytes.as_slice(), &[0; 1024]].concat();
    assert_eq!(envelope::open(&longer, Some(&vault)), Err(Damaged));
}

#[test]
fn every_flipped_bit_of_what_is_sealed_is_noticed() {
    let vault = vault();
    let bytes = closed(&vault, PART, &prose(3, 3_000));
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(envelope::open(&flipped, Some(&vault)).is_err(), "bit {bit}");
    }
}

type Harm<'a> = &'a dyn Fn(&mut Vec<u8>);

fn check_hostile(cases: &[(&str, Harm, Unreadable)], whole: &[u8], vault: &Vault) {
    for (name, harm, expected) in cases {
        let mut bytes = whole.to_vec();
        harm(&mut bytes);
        assert_eq!(envelope::open(&bytes, Some(vault)), Err(*expected), "{name}");
    }
}

#[test]
fn hostile_bytes_of_a_sealed_envelope_are_refused() {
    let vault = vault();
    let nonce_short = |bytes: &mut Vec<u8>| {
        bytes.remove(NAME);
        bytes.push(0);
    };
    let cases: [(&str, Harm, Unreadable); 10] = [
        ("version_99", &|bytes| bytes[4] = 99, Newer),
        ("version_0", &|bytes| bytes[4] = 0, Damaged),
        ("seal_99", &|bytes| bytes[5] = 99, Newer),
        ("seal_taken_off", &|bytes| bytes[5] = 0, Damaged),
        ("part_turned_to_kept", &|bytes| bytes[6] = 2, Damaged),
        ("nonce_short", &|bytes| _ = bytes.remove(NAME), Damaged),
        ("nonce_short_and_padded", &nonce_short, Damaged),
        ("nonce_flipped", &|bytes| bytes[NAME] ^= 1, Damaged),
        ("tag_flipped", &|bytes| *bytes.last_mut().unwrap() ^= 1, Damaged),
        ("tag_cut", &|bytes| bytes.truncate(NAME + 24 + 15), Damaged),
    ];
    check_hostile(&cases, &closed(&vault, PART, &prose(4, 2_000)), &vault);
}

#[test]
fn a_sealed_envelope_in_anothers_place_is_refused() {
    let (vault, other) = (vault(), vault());
    let payload = prose(4, 2_000);
    let whole = closed(&vault, PART, &payload);
    let renamed = |id, generation| {
        let part = Part::Segment(SegmentName { id, generation });
        [&whole[..NAME], &closed(&vault, part, &payload)[NAME..]].concat()
    };
    let same_id = Vault { id: vault.id, key: self::vault().key };
    let clear = envelope::close(PART, &payload, None).unwrap();
    let cases: [(&str, Harm, Unreadable); 5] = [
        ("rolled_back", &|bytes| *bytes = renamed(7, 8), Damaged),
        ("swapped", &|bytes| *bytes = renamed(6, 9), Damaged),
        ("from_another_vault", &|bytes| *bytes = closed(&other, PART, &payload), Damaged),
        ("under_another_key", &|bytes| *bytes = closed(&same_id, PART, &payload), Damaged),
        ("in_clear", &|bytes| bytes.clone_from(&clear), Damaged),
    ];
    check_hostile(&cases, &whole, &vault);
}

#[test]
fn a_segment_is_tied_to_the_id_of_its_vault_and_not_only_to_its_key() {
    use attune::vault::key::{VaultId, VaultKey};
    let [one, other] =
        [1, 2].map(|id| Vault { id: VaultId([id; 16]), key: VaultKey::from_bytes([3; 32]) });
    let bytes = closed(&one, PART, b"words");
    assert!(envelope::open(&bytes, Some(&one)).is_ok());
    assert_eq!(envelope::open(&bytes, Some(&other)), Err(Damaged));
    let head = envelope::close_head(3, b"ways", b"words", (&one, nonce())).unwrap();
    assert!(envelope::open(&head, Some(&one)).is_ok());
    assert_eq!(envelope::open(&head, Some(&other)), Err(Damaged));
}

#[test]
fn the_bytes_of_seal_one_stay() {
    use attune::vault::key::{VaultId, VaultKey};
    // Written out once: a change of any offset or of what is bound fails here.
    let (id, key, nonce) = ([0x11; 16], [0x22; 32], [0x33; 24]);
    let vault = Vault { id: VaultId(id), key: VaultKey::from_bytes(key) };
    let segment = envelope::close(PART, b"", Some((&vault, told(nonce)))).unwrap();
    let name = b"ATTN\x01\x01\x01\x00\x07\x00\x00\x00\x09\x00\x00\x00\x00\x00\x00\x00";
    assert_eq!(segment[..44], [&name[..], &nonce].concat());
    let plain = unseal(&key, &nonce, &[&name[..], &id].concat(), &segment[44..]).unwrap();
    assert_eq!(plain.len(), 1024 - 44 - 16);
    assert_eq!(plain[..8], [8, 0, 0, 0, 0, 0, 0, 0], "eight bytes of zlib hold nothing");
    let head = envelope::close_head(9, b"ways", b"", (&vault, told(nonce))).unwrap();
    let name = b"ATTN\x01\x01\x00\x00\x00\x00\x00\x00\x09\x00\x00\x00\x00\x00\x00\x00";
    let front = [&name[..], &id, b"\x04\x00\x00\x00ways"].concat();
    assert_eq!(head[..68], [&front[..], &nonce].concat());
    assert_eq!(unseal(&key, &nonce, &front, &head[68..]).unwrap().len(), 1024 - 68 - 16);
}
