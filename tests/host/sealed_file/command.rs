//! The `age` command opens what we seal, and we open what it seals.
//! Never gives it a passphrase but through a terminal, where it asks for one: `tests/host/at_a_terminal.py` is that.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use attune::sealed_file::{WorkFactor, open, seal};

/// A folder of this test's own.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs `age` at a terminal, where `passphrase` is typed each time it asks. Whether it did what it should.
fn age(passphrase: &str, arguments: &[&str], from: &Path, to: &Path) -> bool {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/host/at_a_terminal.py");
    let _ = fs::remove_file(to);
    let run = Command::new("python3")
        .arg(script)
        .args([passphrase, "age"])
        .args(arguments)
        .args(["-o".as_ref(), to, from])
        .output()
        .expect("python3 is missing: make setup installs it");
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(!said.contains("No such file"), "age is missing, make setup installs it: {said}");
    run.status.success()
}

const PASSPHRASE: &str = "seven quiet otters mend a kite";

fn plain() -> Vec<u8> {
    (0..100_000_u32).flat_map(u32::to_le_bytes).collect()
}

#[test]
fn the_age_command_opens_what_is_sealed_here() {
    let folder = folder("sealed-here");
    let (file, to) = (folder.join("sealed.age"), folder.join("opened"));
    fs::write(&file, seal(&plain(), PASSPHRASE, WorkFactor::NEW).unwrap()).unwrap();
    assert!(!age("another passphrase", &["-d"], &file, &to));
    assert!(age(PASSPHRASE, &["-d"], &file, &to));
    assert!(fs::read(&to).unwrap() == plain());
}

#[test]
fn what_the_age_command_seals_opens_here() {
    let folder = folder("sealed-there");
    let (file, to) = (folder.join("plain"), folder.join("sealed.age"));
    fs::write(&file, plain()).unwrap();
    assert!(age(PASSPHRASE, &["-p"], &file, &to));
    let sealed = fs::read(&to).unwrap();
    assert!(open(&sealed, PASSPHRASE).unwrap().as_slice() == plain());
    assert!(open(&sealed, "another passphrase").is_err());
}
