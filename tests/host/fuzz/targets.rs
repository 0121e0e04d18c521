//! Envelopes, heads with their ways, and recovery codes.
//! Never goes through storage: `stores` does.

use std::rc::Rc;

use attune::storage::Slot;
use attune::vault::envelope::{self, Part, SegmentName};
use attune::vault::head::{self, Stored};
use attune::vault::key::{DerivedKey, Nonce, Vault, VaultId, VaultKey};
use attune::vault::lock::Lock;
use attune::vault::recovery_code::RecoveryCode;
use attune::vault::way::Ways;

use super::{Target, mutate};
use crate::golden::{self, CODE as WHOLE_CODE};
use crate::samples::{self, Dice};
use crate::vault::mend_checksum;

/// The vault that all of these are sealed for.
pub fn vault() -> Rc<Vault> {
    Rc::new(Vault { id: VaultId([7; 16]), key: VaultKey::from_bytes([8; 32]) })
}

pub fn nonce() -> Nonce {
    Nonce::draw(samples::draw).unwrap()
}

const PART: Part = Part::Segment(SegmentName { id: 3, generation: 5 });

pub const ENVELOPE: Target = Target {
    name: "envelope",
    seeds: || {
        let vault = vault();
        let payload = samples::prose(&mut Dice::new(3), 900).into_bytes();
        let golden = golden::stored("v1", "one_person");
        let of_golden = ["head.1", "segment.2.1"].map(|key| golden.read(key).unwrap().unwrap());
        let made = [
            envelope::close(PART, &payload, None).unwrap(),
            envelope::close(PART, b"", None).unwrap(),
            envelope::close(PART, &payload, Some((&vault, nonce()))).unwrap(),
            envelope::close_head(6, b"ways", &payload, (&vault, nonce())).unwrap(),
        ];
        made.into_iter().chain(of_golden).collect()
    },
    mutate: |dice, bytes| match envelope::open(bytes, None) {
        Ok((part, payload)) if dice.one_in(3) => {
            let payload = mutate::any(dice, &payload, &[bytes.to_vec()]);
            envelope::close(part, &payload, None).unwrap()
        }
        // Who means harm counts the checksum too: only then is zlib reached.
        _ => {
            let mut bytes = mutate::any(dice, bytes, &[bytes.to_vec()]);
            bytes.resize(bytes.len().next_multiple_of(1024), 0);
            mend_checksum(&mut bytes);
            bytes
        }
    },
    run: |bytes| {
        let vault = vault();
        _ = envelope::read_head_front(bytes);
        _ = head::read(bytes);
        // Nothing that is sealed opens once it was changed; what was not changed may.
        _ = envelope::open(bytes, Some(&vault));
        let Ok((part, payload)) = envelope::open(bytes, None) else { return false };
        let again = envelope::close(part, &payload, None).unwrap();
        assert!(envelope::open(&again, None) == Ok((part, payload)));
        true
    },
};

/// The length of the ways (two bytes), the ways, and the payload of a head.
pub const HEAD: Target = Target {
    name: "head",
    seeds: || {
        let payloads: [&[u8]; 2] =
            [&[9, 1, 1, 12, 1, 1, 2, 3, 4, 5, 6, 7, 8, 2, 2, 3, 8, 12], &[1, 0, 0]];
        let mut ways = Ways::open(&vault());
        for way in crate::ways::all_kinds() {
            ways.wrap(&way, &DerivedKey::from_bytes([1; 32]), &vault(), samples::draw).unwrap();
        }
        let length = (ways.bytes().len() as u16).to_le_bytes();
        payloads.map(|payload| [&length, ways.bytes(), payload].concat()).to_vec()
    },
    mutate: |dice, bytes| mutate::any(dice, bytes, &[bytes.to_vec()]),
    run: |bytes| {
        let Some((length, rest)) = bytes.split_first_chunk::<2>() else { return false };
        let (ways, payload) = rest.split_at(rest.len().min(u16::from_le_bytes(*length).into()));
        check_ways(ways);
        let vault = vault();
        let bytes = envelope::close_head(12, ways, payload, (&vault, nonce())).unwrap();
        let Ok(Stored::Sealed(sealed)) = head::read(&bytes) else { return false };
        let Ok((head, lock)) = sealed.open(&vault) else { return false };
        assert!(lock.ways().bytes() == ways, "kept byte by byte");
        let again = head::write(&head, Some((&lock, nonce()))).unwrap();
        let Ok(Stored::Sealed(again)) = head::read(&again) else { panic!("not written again") };
        assert!(again.open(&vault).is_ok_and(|(it, _)| it == head));
        true
    },
};

fn check_ways(bytes: &[u8]) {
    let Ok(ways) = Ways::read(bytes) else { return };
    let key = DerivedKey::from_bytes([1; 32]);
    for way in ways.iter() {
        if let Ok(entry) = way.read() {
            assert_eq!(way.read(), Ok(entry));
        }
        let unwrapped = way.unwrap_key(VaultId([7; 16]), &key);
        assert!(unwrapped.is_err() || way.read().is_ok(), "what opens can be tried");
        assert!(way.is_tried_like(way));
    }
    let all: Vec<u8> = ways
        .iter()
        .flat_map(|way| [&(way.bytes().len() as u16).to_le_bytes(), way.bytes()].concat())
        .collect();
    assert!(all == bytes, "no byte between the ways is lost");
    if let Ok(lock) = Lock::new(vault(), ways.clone()) {
        assert!(lock.is_open() == ways.open_key().is_some());
    }
}

pub const CODE: Target = Target {
    name: "code",
    seeds: || vec![WHOLE_CODE.into(), WHOLE_CODE.replace('-', "\u{2013} ").to_lowercase().into()],
    mutate: retyped,
    run: |bytes| {
        let typed = String::from_utf8_lossy(bytes);
        let Ok(code) = RecoveryCode::parse(&typed) else { return false };
        let again = RecoveryCode::parse(&code.shown()).ok().unwrap();
        assert!(again.secret() == code.secret());
        true
    },
};

/// As a person may type it: spaces and dashes anywhere, small letters, one character for another that looks like it.
fn retyped(dice: &mut Dice, bytes: &[u8]) -> Vec<u8> {
    let mut typed = String::new();
    for character in String::from_utf8_lossy(bytes).chars() {
        if dice.one_in(6) {
            typed.push_str(dice.pick(&[" ", "-", "\u{2212}", "\u{a0}", "\n"]));
        }
        match (character, dice.below(40)) {
            ('0', 0..20) => typed.push('o'),
            ('1', 0..20) => typed.push('l'),
            (_, 0) => typed.push(dice.pick(&['U', 'ß', 'ı', 'K', '\u{212A}', '1'])),
            (_, 1..10) => typed.extend(character.to_lowercase()),
            _ => typed.push(character),
        }
    }
    typed.into_bytes()
}
