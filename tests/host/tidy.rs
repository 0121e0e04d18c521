//! The house rules, kept: who may use whom, and the invariants of ARCHITECTURE.md, checked on the files themselves.
//! Never runs the code it reads. Each promise is tried on a made-up fault first, so that it can fail.

mod colours;
mod house;
mod invariants;
mod rules;
pub mod source;
mod visible;

use source::{Source, files};

/// A rule says what is wrong with one file: where, and what.
type Rule = fn(&Source) -> Vec<String>;

/// Runs a rule over files, after it has refused each of the made-up faults and let each of the fair pieces pass.
fn check(rule: Rule, files: &[Source], faults: &[(&str, &str)], fair: &[(&str, &str)]) {
    for (path, text) in faults {
        assert!(!rule(&Source::new(path, text)).is_empty(), "a fault goes through: {path}: {text}");
    }
    for (path, text) in fair {
        let found = rule(&Source::new(path, text));
        assert!(found.is_empty(), "a fair piece is refused: {path}: {text}: {found:?}");
    }
    assert!(!files.is_empty(), "no file is read");
    let found: Vec<String> = files.iter().flat_map(rule).collect();
    assert!(found.is_empty(), "{} found:\n{}\n", found.len(), found.join("\n"));
}

/// The page's own code.
fn page() -> Vec<Source> {
    files(&["src"], &[".rs"])
}

/// All Rust of the project.
fn rust() -> Vec<Source> {
    files(&["src", "build.rs", "build", "tests"], &[".rs"])
}
