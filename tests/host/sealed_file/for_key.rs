//! Files sealed for a key: its secret opens them and nothing else does, whoever changed them, and the `age` command agrees.
//! Never a key of anyone: the secrets are bytes of these tests.

use std::fs;
use std::path::Path;
use std::process::Command;

use attune::domain::{PublicKey, SecretKey};
use attune::sealed_file::KeyOpenError::{
    Damaged, ForAnotherKey, Newer, NotSealed, TooLarge, WithPassphrase,
};
use attune::sealed_file::{
    KEY_FILE_MOST, KeyOpenError, KeySealError, WorkFactor, open_with_keys, public_key, seal,
    seal_for_key,
};
use bech32::{Bech32, Hrp};

use super::command::folder;

fn secret(seed: u8) -> SecretKey {
    SecretKey::new([seed; 32])
}

fn sealed(plain: &[u8]) -> Vec<u8> {
    seal_for_key(plain, &public_key(&secret(1))).unwrap()
}

fn opened(file: &[u8]) -> Result<Vec<u8>, KeyOpenError> {
    open_with_keys(file, &[secret(1)]).map(|(_, plain)| plain.to_vec())
}

#[test]
fn what_was_sealed_opens_with_its_key_among_others_and_says_which() {
    // Around the format's chunks of 64 KB, and nothing at all.
    for length in [0, 1, 65_535, 65_536, 65_537, 200_000] {
        let plain: Vec<u8> = (0..length).map(|at: usize| (at % 251) as u8).collect();
        let file = sealed(&plain);
        for (keys, which) in [(vec![1], 0), (vec![2, 1], 1), (vec![9, 8, 1, 7], 2)] {
            let keys: Vec<SecretKey> = keys.into_iter().map(secret).collect();
            let (found, read) = open_with_keys(&file, &keys).unwrap();
            assert_eq!((found, &*read), (which, &plain), "{length}");
        }
    }
}

#[test]
fn another_key_opens_nothing() {
    let file = sealed(b"what was heard");
    for keys in [vec![], vec![secret(2)], vec![secret(0), secret(2), secret(255)]] {
        assert_eq!(open_with_keys(&file, &keys).err(), Some(ForAnotherKey), "{}", keys.len());
    }
}

#[test]
fn the_same_is_never_sealed_to_the_same() {
    assert_ne!(sealed(b"same"), sealed(b"same"));
}

#[test]
fn a_file_for_a_key_that_was_cut_off_is_never_opened() {
    let file = sealed(b"what was heard");
    for length in 0..file.len() {
        let expected = if length == 0 { NotSealed } else { Damaged };
        assert_eq!(opened(&file[..length]), Err(expected), "{length}");
    }
    assert_eq!(opened(&[&file[..], &[0]].concat()), Err(Damaged));
}

#[test]
fn a_file_for_a_key_with_any_bit_turned_is_never_opened() {
    let file = sealed(b"heard");
    for at in 0..file.len() {
        for bit in 0..8 {
            let mut turned = file.clone();
            turned[at] ^= 1 << bit;
            assert!(opened(&turned).is_err(), "byte {at}, bit {bit}");
        }
    }
}

/// The header of a sealed file with its line of the key changed, which begins with `-> X25519 `.
fn with_line(change: impl Fn(&str) -> String) -> Vec<u8> {
    let file = sealed(b"heard");
    let start = file.windows(10).position(|it| it == b"-> X25519 ").unwrap();
    let end = start + file[start..].iter().position(|byte| *byte == b'\n').unwrap();
    let line = std::str::from_utf8(&file[start..end]).unwrap();
    [&file[..start], change(line).as_bytes(), &file[end..]].concat()
}

/// A line of a key that is nobody's, and its body.
const NOBODY: &str = "-> X25519 CVwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn with_first_line(line: &str) -> Vec<u8> {
    let file = String::from_utf8_lossy(&sealed(b"")).into_owned();
    file.replacen("/v1\n", line, 1).into_bytes()
}

/// Each is no file of ours, and says why.
fn check(refused: &[(&str, Vec<u8>, KeyOpenError)]) {
    for (name, file, expected) in refused {
        assert_eq!(opened(file), Err(*expected), "{name}");
    }
}

fn with_more_keys(count: usize) -> Vec<u8> {
    with_line(|line| [&format!("{NOBODY}\n").repeat(count), line].concat())
}

#[test]
fn what_is_not_opened_with_a_key_says_why() {
    let of_passphrase = seal(b"notes", "one", WorkFactor::parse(1).unwrap()).unwrap();
    check(&[
        ("empty", vec![], NotSealed),
        ("text", b"A note.\n".to_vec(), NotSealed),
        ("zip_renamed", b"PK\x03\x04\x14\0\0\0\x08\0".to_vec(), NotSealed),
        ("backup_in_clear", b"{\"attune\":1}".to_vec(), NotSealed),
        ("armoured", b"-----BEGIN AGE ENCRYPTED FILE-----\n".to_vec(), NotSealed),
        ("first_line_alone", b"age-encryption.org/v1\n".to_vec(), Damaged),
        ("next_version", with_first_line("/v2\n"), Newer),
        ("version_ten", with_first_line("/v10\n"), Newer),
        ("with_a_passphrase", of_passphrase, WithPassphrase),
        ("no_key_is_named", with_line(|_| "-> other".to_owned()), ForAnotherKey),
        // The checksum of the header does not agree with one that was added; but it is tried.
        ("two_keys", with_more_keys(1), Damaged),
        ("more_keys_than_are_tried", with_more_keys(20), ForAnotherKey),
        ("a_header_of_a_megabyte", with_more_keys(10_000), ForAnotherKey),
        (
            "a_header_without_end",
            [b"age-encryption.org/v1\n".to_vec(), vec![b'-'; 1 << 20]].concat(),
            Damaged,
        ),
        (
            "lines_without_end",
            [b"age-encryption.org/v1\n".to_vec(), b"-> a\n\n".repeat(1 << 18)].concat(),
            Damaged,
        ),
    ]);
}

/// After the format's own vectors for X25519 (C2SP/CCTV), by their names there.
#[test]
fn a_header_that_the_format_forbids_is_never_taken() {
    let point = |it: &str| with_line(|_| ["-> X25519 ", it].concat());
    check(&[
        ("x25519_bad_tag", with_line(|line| line.replace("X25519", "X25518")), ForAnotherKey),
        ("x25519_lowercase", with_line(|line| line.replace('X', "x")), ForAnotherKey),
        ("x25519_extra_argument", with_line(|line| [line, " 1234"].concat()), Damaged),
        ("x25519_identity", point("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), Damaged),
        ("x25519_low_order", point("X5yVvKNQjCSx0LFVnIPvWwREXMRYHI6G2CJO3dCfEVc"), Damaged),
        ("x25519_long_share", with_line(|line| [line, "AAAA"].concat()), Damaged),
        ("x25519_not_canonical", point("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB"), Damaged),
        ("x25519_no_share", point(""), Damaged),
        ("x25519_short_body", with_line(|line| [line, "\nAAAA\n", line].concat()), Damaged),
        (
            "scrypt_and_x25519",
            with_line(|line| {
                ["-> scrypt rF0/NwblUHHTpgQgRpe5CQ 10\ngUjEymFKMVXQEKdMMHL24oYexjE3TIC0O0zGSqJ2aUY\n", line]
                .concat()
            }),
            Damaged,
        ),
    ]);
}

#[test]
fn a_file_larger_than_anything_handed_over_is_refused_before_anything_is_done() {
    let plain = vec![0; KEY_FILE_MOST];
    let key = public_key(&secret(1));
    assert_eq!(seal_for_key(&plain, &key), Err(KeySealError::TooLarge));
    let file = [b"age-encryption.org/v1\n".to_vec(), plain].concat();
    assert_eq!(opened(&file), Err(TooLarge));
    // The largest that is sealed is not too large to be opened.
    let largest = vec![7; KEY_FILE_MOST - (1 << 12)];
    assert!(opened(&seal_for_key(&largest, &key).unwrap()) == Ok(largest));
}

#[test]
fn nothing_is_sealed_for_a_key_to_which_anyone_has_the_secret() {
    let mut tried = 0;
    for (first, between, last) in [
        (0, 0, 0),
        (1, 0, 0),
        (0xec, 0xff, 0x7f),
        (0xed, 0xff, 0x7f),
        (0xee, 0xff, 0x7f),
        (0xed, 0xff, 0xff),
    ] {
        let mut bytes = [between; 32];
        (bytes[0], bytes[31]) = (first, last);
        let key = PublicKey(bytes);
        // What makes it one: whoever adds a secret comes to the same, which is nothing.
        let shared = x25519_dalek::StaticSecret::from([5; 32])
            .diffie_hellman(&x25519_dalek::PublicKey::from(bytes));
        assert!(!shared.was_contributory());
        assert_eq!(seal_for_key(b"heard", &key), Err(KeySealError::NotAKey));
        assert!(PublicKey::parse(&key.text()).is_err());
        tried += 1;
    }
    assert_eq!(tried, 6);
}

#[test]
fn a_key_as_text_comes_back_and_one_with_a_slip_does_not() {
    // The age crate's own example.
    let text = "age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa";
    let key = PublicKey::parse(text).unwrap();
    assert_eq!(key.text(), text);
    assert_eq!(text.len(), PublicKey::TEXT_LENGTH);
    for at in 0..text.len() {
        let mut slip = text.to_owned().into_bytes();
        slip[at] = if slip[at] == b'q' { b'p' } else { b'q' };
        assert!(PublicKey::parse(std::str::from_utf8(&slip).unwrap()).is_err(), "{at}");
        assert!(PublicKey::parse(&text[..at]).is_err(), "{at}");
    }
    let longer = [text, "q"].concat();
    let other = bech32::encode_lower::<Bech32>(Hrp::parse_unchecked("agf"), &key.0).unwrap();
    let newer =
        bech32::encode_lower::<bech32::Bech32m>(Hrp::parse_unchecked("age"), &key.0).unwrap();
    for wrong in
        ["", "age1", &text.to_uppercase(), &longer, &other, &newer, "é".repeat(31).as_str()]
    {
        assert!(PublicKey::parse(wrong).is_err(), "{wrong}");
    }
}

/// As `age-keygen` writes it.
fn key_file(folder: &Path, key: &SecretKey) -> std::path::PathBuf {
    let prefix = Hrp::parse_unchecked("AGE-SECRET-KEY-");
    let file = folder.join("key.txt");
    fs::write(&file, bech32::encode_upper::<Bech32>(prefix, key.bytes()).unwrap()).unwrap();
    file
}

fn run(program: &str, arguments: &[&std::ffi::OsStr]) -> (bool, Vec<u8>) {
    let run = Command::new(program).args(arguments).output();
    let run = run.expect("age is missing: make setup installs it");
    (run.status.success(), run.stdout)
}

fn plain() -> Vec<u8> {
    (0..100_000_u32).flat_map(u32::to_le_bytes).collect()
}

#[test]
fn the_age_command_opens_with_the_key_what_is_sealed_here() {
    let folder = folder("sealed-for-key-here");
    let file = folder.join("sealed.age");
    fs::write(&file, sealed(&plain())).unwrap();
    for (seed, expected) in [(2, None), (1, Some(plain()))] {
        let key = key_file(&folder, &secret(seed));
        let (done, read) = run("age", &["-d".as_ref(), "-i".as_ref(), key.as_ref(), file.as_ref()]);
        assert!(done.then_some(read) == expected, "{seed}");
    }
}

#[test]
fn what_the_age_command_seals_for_a_key_opens_here() {
    let folder = folder("sealed-for-key-there");
    let file = folder.join("plain");
    fs::write(&file, plain()).unwrap();
    let key = key_file(&folder, &secret(1));
    let (_, said) = run("age-keygen", &["-y".as_ref(), key.as_ref()]);
    let text = public_key(&secret(1)).text();
    assert_eq!(String::from_utf8_lossy(&said).trim(), text);
    let (done, sealed) = run("age", &["-r".as_ref(), text.as_ref(), file.as_ref()]);
    assert!(done && opened(&sealed) == Ok(plain()));
    let other = public_key(&secret(2)).text();
    let two = ["-r", &text, "-r", &other].map(std::ffi::OsStr::new);
    let (done, sealed) = run("age", &[&two[..], &[file.as_ref()]].concat());
    assert!(done && opened(&sealed) == Ok(plain()));
}
