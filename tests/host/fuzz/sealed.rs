//! Files sealed with a passphrase: one that was changed anywhere is opened by nobody, and whatever it claims costs no work.
//! Never at full cost: the seeds ask for the least work there is, so that a round is over in no time.

use std::fs;
use std::path::Path;

use attune::sealed_file::OpenError::{TooMuchWork, WrongPassphrase};
use attune::sealed_file::{OpenError, WorkFactor, open, seal};

use super::{Target, mutate};
use crate::samples::Dice;

const PASSPHRASE: &str = "grün und still";

/// A chunk of the payload, with its tag. Source: the age format, "Payload".
const CHUNK: usize = 65_536 + 16;

/// Before the payload stand the header's last line, which begins like this, and a nonce.
const LAST_LINE: &[u8] = b"\n--- ";
const NONCE: usize = 16;

/// The work that a header may ask for: too much, too little, badly written, and what fits.
const WORK: [&str; 16] = [
    "0",
    "1",
    "2",
    "9",
    "20",
    "21",
    "22",
    "30",
    "63",
    "64",
    "255",
    "256",
    "4294967297",
    "01",
    "+1",
    "",
];

pub const SEALED: Target = Target {
    name: "sealed",
    seeds: || golden().into_iter().map(|(file, _)| file).collect(),
    mutate: |dice, bytes| {
        let (header, payload) = bytes.split_at(header_length(bytes));
        match dice.below(6) {
            0 => [&mutate::any(dice, header, &[bytes.to_vec()]), payload].concat(),
            1 => [header, &mutate::any(dice, payload, &[bytes.to_vec()])].concat(),
            2 => [&with_work(header, dice.pick(&WORK)), payload].concat(),
            3 => [header, &rearranged(dice, payload)].concat(),
            // Another's header, or its payload.
            4 => {
                let files = golden();
                let (other, _) = &files[dice.below(files.len())];
                [header, &other[header_length(other)..]].concat()
            }
            _ => bytes.to_vec(),
        }
    },
    run: |bytes| {
        let opened = open(bytes, PASSPHRASE).map(|plain| plain.to_vec());
        // Nothing but what was once sealed opens, and to nothing but what it was sealed from.
        if let Ok(plain) = &opened {
            assert!(
                golden().iter().any(|it| it.0 == bytes && it.1 == *plain),
                "a changed file opens"
            );
            assert_eq!(open(bytes, "grün und stil").err(), Some(WrongPassphrase));
        }
        check_work(bytes, opened.as_ref().err());
        // Any bytes are a plain file too.
        let again = seal(bytes, PASSPHRASE, WorkFactor::parse(1).unwrap()).unwrap();
        assert!(open(&again, PASSPHRASE).is_ok_and(|plain| plain.as_slice() == bytes));
        matches!(opened, Ok(_) | Err(WrongPassphrase | TooMuchWork))
    },
};

/// Files that `seal` once made at the least work, and what they hold: nothing, a few words, two chunks.
fn golden() -> Vec<(Vec<u8>, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/host/golden/sealed");
    let plain = [("nothing", Vec::new()), ("words", b"heard".to_vec()), ("chunks", chunks())];
    plain
        .map(|(name, plain)| (fs::read(folder.join(name).with_extension("age")).unwrap(), plain))
        .into()
}

/// A little more than one chunk.
pub fn chunks() -> Vec<u8> {
    (0..65_636_usize).map(|at| (at % 251) as u8).collect()
}

/// Up to where the payload's chunks begin; all of it, where there is no last line.
pub fn header_length(file: &[u8]) -> usize {
    let Some(at) = file.windows(LAST_LINE.len()).position(|it| it == LAST_LINE) else {
        return file.len();
    };
    let line = at + LAST_LINE.len();
    let end = file[line..].iter().position(|byte| *byte == b'\n');
    end.map_or(file.len(), |end| file.len().min(line + end + 1 + NONCE))
}

/// The second line, `-> scrypt <salt> <power>`, with another power.
fn with_work(header: &[u8], power: &str) -> Vec<u8> {
    let mut lines: Vec<&[u8]> = header.split(|byte| *byte == b'\n').collect();
    let changed = lines.get(1).map(|line| {
        let salt = line.iter().rposition(|byte| *byte == b' ').map_or(0, |at| at + 1);
        [&line[..salt], power.as_bytes()].concat()
    });
    if let Some(changed) = &changed {
        lines[1] = changed;
    }
    lines.join(&b'\n')
}

/// Whole chunks lost, doubled, in another order; or the end in the middle.
pub fn rearranged(dice: &mut Dice, payload: &[u8]) -> Vec<u8> {
    let mut chunks: Vec<&[u8]> = payload.chunks(CHUNK).collect();
    let at = dice.below(chunks.len().max(1));
    match dice.below(4) {
        0 => chunks.reverse(),
        1 => chunks.truncate(at),
        2 => chunks.extend(payload.chunks(CHUNK).nth(at)),
        _ => chunks.insert(at, &payload[..CHUNK.min(payload.len())]),
    }
    chunks.concat()
}

/// A file that says plainly that it wants more than we give is told so before anything is tried: were it tried, this test
/// would need terabytes and years.
fn check_work(bytes: &[u8], refused: Option<&OpenError>) {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let (first, second) = (lines.next(), lines.next().unwrap_or_default());
    let power = std::str::from_utf8(second).ok().and_then(|line| {
        let mut words = line.strip_prefix("-> scrypt ")?.split(' ');
        words.nth(1)?.parse::<u128>().ok()
    });
    if first == Some(b"age-encryption.org/v1") && power.is_some_and(|it| it > 19) {
        assert!(refused.is_some_and(|it| *it != WrongPassphrase), "{power:?} was tried");
    }
}
