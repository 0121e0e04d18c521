//! Files sealed for a key: one that was changed anywhere is opened by nobody, however many keys it names.
//! Never a passphrase: `sealed` has those.

use std::fs;
use std::path::Path;

use attune::domain::{PublicKey, SecretKey};
use attune::sealed_file::KeyOpenError::{Damaged, ForAnotherKey};
use attune::sealed_file::{open_with_keys, public_key, seal_for_key};

use super::sealed::{chunks, header_length, rearranged};
use super::{Target, mutate};
use crate::samples::Dice;

pub const FOR_KEY: Target = Target {
    name: "for_key",
    seeds: || golden().into_iter().map(|(file, _)| file).collect(),
    mutate: |dice, bytes| {
        let (header, payload) = bytes.split_at(header_length(bytes));
        match dice.below(5) {
            0 => [&mutate::any(dice, header, &[bytes.to_vec()]), payload].concat(),
            1 => [header, &mutate::any(dice, payload, &[bytes.to_vec()])].concat(),
            2 => [&with_more_keys(dice, header), payload].concat(),
            3 => [header, &rearranged(dice, payload)].concat(),
            _ => bytes.to_vec(),
        }
    },
    run: |bytes| {
        let opened = open_with_keys(bytes, &keys());
        if let Ok((which, plain)) = &opened {
            let is_known = golden().iter().any(|it| it.0 == bytes && it.1 == **plain);
            assert!(*which == 1 && is_known, "a changed file opens");
        }
        // Any 32 bytes are a key or none, and any bytes can be handed over.
        let start = bytes.first_chunk().copied().unwrap_or([1; 32]);
        assert_eq!(PublicKey::parse(&PublicKey(start).text()).is_ok(), PublicKey(start).is_sound());
        let again = seal_for_key(bytes, &public_key(&SecretKey::new(start))).unwrap();
        let read = open_with_keys(&again, &[SecretKey::new(start)]);
        assert!(read.is_ok_and(|(which, plain)| which == 0 && *plain == bytes));
        matches!(opened, Ok(_) | Err(ForAnotherKey | Damaged))
    },
};

/// The second opens the golden files.
fn keys() -> [SecretKey; 3] {
    [9, 1, 7].map(|it| SecretKey::new([it; 32]))
}

/// Files that the `age` command once made for the key of 32 ones, and what they hold.
fn golden() -> Vec<(Vec<u8>, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/host/golden/sealed");
    let plain = [
        ("nothing_for_key", Vec::new()),
        ("words_for_key", b"heard".to_vec()),
        ("chunks_for_key", chunks()),
    ];
    plain
        .map(|(name, plain)| (fs::read(folder.join(name).with_extension("age")).unwrap(), plain))
        .into()
}

/// The line of the key and its body, as often as chance has it.
fn with_more_keys(dice: &mut Dice, header: &[u8]) -> Vec<u8> {
    let mut lines: Vec<&[u8]> = header.split(|byte| *byte == b'\n').collect();
    let times = dice.below(40);
    if let [_, line, body, ..] = lines[..] {
        let more = [line, body].into_iter().cycle().take(2 * times);
        lines.splice(1..1, more);
    }
    lines.join(&b'\n')
}
