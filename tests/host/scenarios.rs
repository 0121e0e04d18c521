//! Scenarios: lives as data, and what Attune should make of them. `ATTUNE_SCENARIOS=folder` adds a folder of further ones.
//! Holds no scenario itself: one file each in `scenarios`, whose README says how they are written.

mod change;
mod expect;
mod format;
mod read;
mod together;

use std::path::{Path, PathBuf};

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let paths = entries.map(|entry| entry.expect("a folder that can be read").path());
    let mut files: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|it| it == "toml")).collect();
    files.sort();
    files
}

fn hold(folder: &Path) -> usize {
    let files = files(folder);
    let mut broken = Vec::new();
    for file in &files {
        let text = std::fs::read_to_string(file).expect("a file that can be read");
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        match read::scenario(&text) {
            Ok(scenario) => {
                let faults = expect::faults(&scenario);
                broken.extend(faults.into_iter().map(|fault| format!("{name}: {fault}")));
            }
            Err(error) => broken.push(format!("{name}: {error}")),
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    files.len()
}

#[test]
fn every_scenario_comes_out_as_it_says() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/host/scenarios");
    assert!(hold(&here) >= 30);
}

#[test]
fn further_scenarios_hold_too() {
    if let Some(folder) = std::env::var_os("ATTUNE_SCENARIOS") {
        assert!(hold(Path::new(&folder)) > 0, "no scenario in {folder:?}");
    }
}

#[test]
fn a_scenario_that_expects_what_is_not_so_is_told() {
    let wrong = r#"
        title = "Joy is no core need here"
        [[sessions]]
        day = "2026-03-01"
        [[sessions.moments]]
        area = "work"
        unmet = ["control"]
        [expect]
        candidates = [{ need = "joy", among = 1 }]
        never = ["control"]
    "#;
    let scenario = read::scenario(wrong).expect("well written");
    assert_eq!(expect::faults(&scenario).len(), 1);
}

#[test]
fn a_misspelt_scenario_is_told() {
    for (text, word) in [
        ("title = 'x'\nsesions = []\n[expect]", "sesions"),
        (
            "title = 'x'\n[[sessions]]\nday = '2026-03-01'\n[[sessions.moments]]\nfeelings = ['frustratd']\n[expect]",
            "frustratd",
        ),
        ("title = 'x'\n[[sessions]]\nday = '2026-02-31'\n[expect]", "2026-02-31"),
        ("title = 'x'\n[expect]\nnever = ['contrl']", "contrl"),
    ] {
        let error = read::scenario(text).map(|it| expect::faults(&it).join(""));
        let said = error.unwrap_or_else(|error| error);
        assert!(said.contains(word), "{said}");
    }
}
