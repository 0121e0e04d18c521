//! What looks through a browser's profile finds a word in each packing, so that finding none there means something.
//! Never starts a browser: `tests/e2e/traces.rs` does.

use std::path::Path;
use std::process::Command;

use crate::reader::python::python;

#[test]
fn a_word_is_found_in_every_packing_of_a_browser() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/traces/traces_test.py");
    // It leaves no compiled files in the source, and reads UTF-8 wherever it runs.
    let output = Command::new(python()).args(["-B", "-X", "utf8"]).arg(tests).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("\nOK"), "{said}");
}
