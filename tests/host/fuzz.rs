//! Whatever bytes come in, everything that reads what a stranger may have written ends in an answer, and what it took can
//! be written and read again. Seeded: a round is the same for ever, and a failure names it.
//!
//! `make test` runs some rounds; `make torture` runs `ATTUNE_FUZZ_ROUNDS` of each, from `ATTUNE_FUZZ_SEED` on. Bytes that
//! broke something are written to tests/host/crashers, and are tried first in every later run.

mod carried;
mod conversations;
mod files;
mod for_key;
mod handovers;
mod mutate;
mod records;
mod sealed;
pub mod stores;
mod targets;

use std::any::Any;
use std::fs;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use crate::samples::Dice;

/// One thing that reads bytes.
pub struct Target {
    /// Also the folder of its crashers.
    name: &'static str,
    /// Bytes as we write them.
    seeds: fn() -> Vec<Vec<u8>>,
    /// Changes bytes in a way that reaches further in than chance would; after it come changes that know nothing.
    mutate: fn(&mut Dice, &[u8]) -> Vec<u8>,
    /// Whether anything of it was taken. Panics where a promise is broken.
    run: fn(&[u8]) -> bool,
}

const ROUNDS: u64 = 150;

fn number(name: &str, otherwise: u64) -> u64 {
    match std::env::var(name) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")),
        Err(_) => otherwise,
    }
}

/// Each is a seed.
pub fn rounds() -> Range<u64> {
    let first = number("ATTUNE_FUZZ_SEED", 1);
    first..first + number("ATTUNE_FUZZ_ROUNDS", ROUNDS)
}

fn crashers(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/host/crashers").join(name)
}

fn check(target: &Target) {
    replay(target);
    let tried = rounds();
    let rounds = tried.end - tried.start;
    let seeds = (target.seeds)();
    let mut taken = 0;
    for round in tried {
        let mut dice = Dice::new(round);
        let seed = &seeds[dice.below(seeds.len())];
        let mut bytes = (target.mutate)(&mut dice, seed);
        if dice.one_in(3) {
            bytes = mutate::any(&mut dice, &bytes, &seeds);
        }
        taken += match catch_unwind(AssertUnwindSafe(|| (target.run)(&bytes))) {
            Ok(is_taken) => u64::from(is_taken),
            Err(panic) => give_up(target, round, &bytes, panic),
        };
    }
    // A loop that is turned away at the door shows nothing of what is behind it.
    assert!(taken * 20 > rounds, "{}: {taken} of {rounds} were taken", target.name);
}

fn give_up(target: &Target, round: u64, bytes: &[u8], panic: Box<dyn Any + Send>) -> ! {
    let file = crashers(target.name).join(format!("{round}.bin"));
    fs::create_dir_all(crashers(target.name)).unwrap();
    fs::write(&file, bytes).unwrap();
    eprintln!("{}: round {round} fails, kept as {file:?}", target.name);
    resume_unwind(panic)
}

/// What broke once stays whole.
fn replay(target: &Target) {
    let Ok(entries) = fs::read_dir(crashers(target.name)) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| (target.run)(&bytes))) {
            eprintln!("{}: it breaks again on {path:?}", target.name);
            resume_unwind(panic);
        }
    }
}

#[test]
fn any_envelope_ends_in_an_answer() {
    check(&targets::ENVELOPE);
}

#[test]
fn any_head_and_any_ways_end_in_an_answer() {
    check(&targets::HEAD);
}

#[test]
fn anything_typed_for_a_recovery_code_ends_in_an_answer() {
    check(&targets::CODE);
}

#[test]
fn any_records_end_in_an_answer_and_what_was_read_is_written_the_same() {
    check(&records::RECORDS);
}

#[test]
fn any_vault_ends_in_an_answer_and_can_be_lived_in() {
    check(&stores::VAULT);
}

#[test]
fn any_vault_in_clear_ends_in_an_answer_and_can_be_lived_in() {
    check(&stores::CLEAR_VAULT);
}

#[test]
fn any_file_of_notes_ends_in_an_answer_and_merges_once() {
    check(&files::NOTES);
}

#[test]
fn any_handover_ends_in_an_answer_and_can_be_taken_in() {
    check(&handovers::HANDOVER);
}

#[test]
fn any_file_of_a_conversation_ends_in_an_answer_and_is_taken_in_once() {
    check(&conversations::CONVERSATION);
}

#[test]
fn any_sealed_file_ends_in_an_answer_and_a_changed_one_is_never_opened() {
    check(&sealed::SEALED);
}

#[test]
fn any_file_for_a_key_ends_in_an_answer_and_a_changed_one_is_never_opened() {
    check(&for_key::FOR_KEY);
}

#[test]
fn any_address_of_an_invitation_ends_in_an_answer() {
    check(&carried::INVITATION);
}

#[test]
fn any_row_of_frames_ends_in_an_answer() {
    check(&carried::FRAMES);
}

#[test]
fn every_crasher_belongs_to_a_target() {
    let targets = [
        targets::ENVELOPE,
        targets::HEAD,
        targets::CODE,
        records::RECORDS,
        stores::VAULT,
        stores::CLEAR_VAULT,
        files::NOTES,
        handovers::HANDOVER,
        conversations::CONVERSATION,
        sealed::SEALED,
        for_key::FOR_KEY,
        carried::INVITATION,
        carried::FRAMES,
    ];
    for entry in fs::read_dir(crashers("")).into_iter().flatten() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(targets.iter().any(|target| target.name == name), "{name}: nobody tries it");
    }
}
