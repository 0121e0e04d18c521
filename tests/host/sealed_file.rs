//! Sealed files: they open with their passphrase and nothing else, whoever changed them, and the `age` command agrees.
//! Never seals at full cost where a lower one shows the same.

mod command;
mod for_key;

use attune::sealed_file::OpenError::{
    Damaged, ForKeys, Newer, NotSealed, TooLarge, TooMuchWork, WrongPassphrase,
};
use attune::sealed_file::{
    FILE_MOST, OpenError, SealError, WorkFactor, open, seal, seal_and_check,
};

const PASSPHRASE: &str = "grün und still";

fn little() -> WorkFactor {
    WorkFactor::parse(1).unwrap()
}

fn sealed(plain: &[u8]) -> Vec<u8> {
    seal(plain, PASSPHRASE, little()).unwrap()
}

fn opened(file: &[u8]) -> Result<Vec<u8>, OpenError> {
    open(file, PASSPHRASE).map(|plain| plain.to_vec())
}

#[test]
fn what_was_sealed_opens() {
    // Around the format's chunks of 64 KB, and nothing at all.
    for length in [0, 1, 65_535, 65_536, 65_537, 200_000] {
        let plain: Vec<u8> = (0..length).map(|at: usize| (at % 251) as u8).collect();
        assert_eq!(opened(&sealed(&plain)), Ok(plain), "{length}");
    }
    let file = seal_and_check(b"at full cost", PASSPHRASE, WorkFactor::NEW).unwrap();
    assert_eq!(opened(&file), Ok(b"at full cost".to_vec()));
    let header = String::from_utf8_lossy(&file).into_owned();
    let second = header.lines().nth(1).unwrap();
    assert!(second.starts_with("-> scrypt ") && second.ends_with(" 16"), "{second}");
}

#[test]
fn the_same_is_never_sealed_to_the_same() {
    assert_ne!(sealed(b"same"), sealed(b"same"));
}

#[test]
fn another_passphrase_opens_nothing() {
    let file = sealed(b"what was heard");
    for other in ["", " ", "grün und stil", "gru\u{308}n und still", "Grün und still"] {
        assert_eq!(open(&file, other).err(), Some(WrongPassphrase), "{other}");
    }
}

#[test]
fn a_file_that_was_cut_off_is_never_opened() {
    let file = sealed(b"what was heard");
    for length in 0..file.len() {
        let expected = if length == 0 { NotSealed } else { Damaged };
        assert_eq!(opened(&file[..length]), Err(expected), "{length}");
    }
    let longer = [&file[..], &[0]].concat();
    assert_eq!(opened(&longer), Err(Damaged));
}

#[test]
fn a_file_that_lost_a_chunk_is_never_opened() {
    let file = sealed(&[7; 3 * 65_536]);
    let chunk = 65_536 + 16;
    let without_last = &file[..file.len() - chunk];
    assert_eq!(opened(without_last), Err(Damaged));
    let start = file.len() - 3 * chunk;
    let swapped =
        [&file[..start], &file[start + chunk..start + 2 * chunk], &file[start..start + chunk]];
    assert_eq!(opened(&[&swapped.concat(), &file[start + 2 * chunk..]].concat()), Err(Damaged));
}

#[test]
fn a_file_with_any_bit_turned_is_never_opened() {
    let file = sealed(b"heard");
    for at in 0..file.len() {
        for bit in 0..8 {
            let mut turned = file.clone();
            turned[at] ^= 1 << bit;
            assert!(opened(&turned).is_err(), "byte {at}, bit {bit}");
        }
    }
}

/// A sealed file with its header's line of the recipient changed.
fn with_line(change: impl Fn(&str) -> String) -> Vec<u8> {
    let file = sealed(b"heard");
    let start = b"age-encryption.org/v1\n".len();
    let end = start + file[start..].iter().position(|byte| *byte == b'\n').unwrap();
    let line = std::str::from_utf8(&file[start..end]).unwrap();
    [&file[..start], change(line).as_bytes(), &file[end..]].concat()
}

fn with_work(power: &str) -> Vec<u8> {
    with_line(|line| [line.strip_suffix('1').unwrap(), power].concat())
}

#[test]
fn what_is_not_opened_says_why() {
    let changed = |from: &str, to: &str| {
        String::from_utf8_lossy(&sealed(b"")).replacen(from, to, 1).into_bytes()
    };
    for (name, file, expected) in [
        ("empty", vec![], NotSealed),
        ("text", b"A note.\n".to_vec(), NotSealed),
        ("backup_in_clear", b"{\"attune\":1}".to_vec(), NotSealed),
        ("armoured", b"-----BEGIN AGE ENCRYPTED FILE-----\n".to_vec(), NotSealed),
        ("first_line_alone", b"age-encryption.org/v1\n".to_vec(), Damaged),
        ("next_version", changed("/v1\n", "/v2\n"), Newer),
        ("version_ten", changed("/v1\n", "/v10\n"), Newer),
        ("work_at_the_cap_plus_one", with_work("20"), TooMuchWork),
        ("work_of_hours", with_work("30"), TooMuchWork),
        ("work_beyond_a_byte", with_work("999"), Damaged),
        ("work_none", with_work("0"), Damaged),
        ("work_padded", with_work("01"), Damaged),
        ("work_signed", with_work("+1"), Damaged),
        ("work_empty", with_work(""), Damaged),
        ("work_another", with_work("2"), WrongPassphrase),
        ("for_a_key", with_line(|_| "-> X25519 abcd".to_owned()), ForKeys),
        ("for_a_passphrase_twice", with_line(|line| format!("{line}\nAAAA\n{line}")), Damaged),
    ] {
        let found = opened(&file);
        // A number that the crate refuses is either way no file of ours.
        let is_fine =
            found == Err(expected) || name == "work_beyond_a_byte" && found == Err(TooMuchWork);
        assert!(is_fine, "{name}: {found:?}");
    }
}

#[test]
fn a_file_larger_than_any_of_ours_is_refused_before_anything_is_done() {
    let plain = vec![0; FILE_MOST + 1];
    assert_eq!(seal(&plain, PASSPHRASE, little()), Err(SealError::TooLarge));
    let file = [b"age-encryption.org/v1\n".to_vec(), vec![0; FILE_MOST + (1 << 16)]].concat();
    assert_eq!(opened(&file), Err(TooLarge));
}
