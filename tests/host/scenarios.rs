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
    assert!(hold(&here) >= 31);
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

/// Two who say the same, and a group with what threatens it.
const HELD: &str = "
    title = 'x'
    [[participants]]
    code = 'Ada'
    [[participants]]
    code = 'Ben'
    [[rounds]]
    [[rounds.sheets]]
    who = 'Ada'
    feelings = ['sad']
    unmet = ['rest']
    [[rounds.sheets]]
    who = 'Ben'
    unmet = ['rest']
    [change]
    [[change.groups]]
    name = 'Nurses'
    threatens = ['control']
";

#[test]
fn a_conversation_or_change_that_expects_what_is_not_so_is_told() {
    for (expected, fault) in [
        ("rounds = [{ round = 1, shared = ['rest: Ada unmet'] }]", "shared"),
        ("rounds = [{ round = 1, revealed = false }]", "revealed"),
        ("rounds = [{ round = 2, shared = [] }]", "revealed"),
        ("rounds = [{ round = 1, silent = ['Ben'] }]", "silent"),
        ("patterns = { in_every_round = ['rest: Ada, Ben'] }", "every round"),
        ("requests = [{ text = 'Ask me first' }]", "Ask me first"),
        ("never_told = ['rest']", "rest"),
        ("change = { left_out = [] }", "left out"),
        ("change = { questions = [] }", "questions"),
        ("change = { people = ['Nurses: 5'] }", "people"),
    ] {
        let also = if expected.starts_with("change") { "" } else { "\nchange = {}" };
        let text = format!("{HELD}\n[expect]\n{expected}{also}");
        let faults = expect::faults(&read::scenario(&text).expect("well written"));
        assert!(faults.len() == 1 && faults[0].contains(fault), "{expected}: {faults:?}");
    }
    let alone =
        expect::faults(&read::scenario(&format!("{HELD}\n[expect]")).expect("well written"));
    assert_eq!(alone.len(), 1, "a change of which nothing is expected: {alone:?}");
}

#[test]
fn a_misspelt_conversation_or_change_is_told() {
    for (right, wrong) in [
        ("who = 'Ada'", "hwo = 'Ada'"),
        ("who = 'Ada'", "who = 'Adda'"),
        ("who = 'Ada'", "who = 'Ada'\nprivate = ['sadd']"),
        ("who = 'Ada'", "who = 'Ada'\nredy = true"),
        ("feelings = ['sad']", "feelings = ['sadd']"),
        ("unmet = ['rest']", "unmte = ['rest']"),
        ("code = 'Ada'", "code = 'Ada'\nsinc = 2"),
        ("threatens = ['control']", "threatens = ['contrl']"),
        ("threatens = ['control']", "threatens = ['control hers']"),
        ("threatens = ['control']", "threatns = ['control']"),
        ("[expect]", "[expect]\nnever_told = ['sadd']"),
        ("[expect]", "[expect]\nrounds = [{ round = 1, shard = [] }]"),
    ] {
        let text = format!("{HELD}\n[expect]\nchange = {{}}");
        let before = read::scenario(&text).map(|it| expect::faults(&it));
        assert_eq!(before, Ok(Vec::new()), "as it was");
        let text = text.replacen(right, wrong, 1);
        let told = read::scenario(&text).map_or(true, |it| !expect::faults(&it).is_empty());
        assert!(told, "{wrong}");
    }
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
