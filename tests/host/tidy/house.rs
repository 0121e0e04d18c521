//! The layout of the house: rooms, their doors, and how long things are.
//! Never looks at what the code does.

use super::rules::{complaint, function_lengths, rooms_used};
use super::source::{Source, files};
use super::{check, page, rust};

/// Who may use whom: a room, and the rooms it may name. In reading order; every room but the binary is here.
const ARROWS: [(&str, &[&str]); 25] = [
    // Sorting and searching small lists: a tool without a subject.
    ("order", &[]),
    ("checksum", &[]),
    ("vocabulary", &["order"]),
    ("domain", &["vocabulary", "order"]),
    ("i18n", &["vocabulary"]),
    ("example", &["domain", "i18n", "vocabulary"]),
    ("insight", &["domain", "vocabulary", "order"]),
    ("writing", &["domain", "insight", "i18n", "vocabulary", "order"]),
    ("vault", &["domain", "vocabulary", "order", "checksum"]),
    ("exchange", &["domain", "vocabulary", "order", "checksum"]),
    // Draws chance of its own, through the age crate. Of the domain the keys alone.
    ("sealed_file", &["domain"]),
    // Tasks and answers as values; the page's end of the wire.
    ("worker", &["domain", "vault", "sealed_file", "browser"]),
    // What the worker's program does with them. Of the rooms only `bin` may: none of it is the page's.
    ("job", &["worker", "vault", "sealed_file"]),
    ("bin", &["job", "browser"]),
    ("chart", &[]),
    ("storage", &["order"]),
    ("browser", &[]),
    // Of the domain what an invitation's address carries.
    ("route", &["domain", "vocabulary"]),
    // Thin shells over Leptos, for whoever holds or shows signals.
    ("reactive", &[]),
    // The catch line's offers and suffixes are what a catch is asked with; the desk ranks nothing.
    (
        "desk",
        &[
            "domain",
            "vault",
            "exchange",
            "storage",
            "browser",
            "insight",
            "vocabulary",
            "order",
            // A sign is told again by its sum.
            "checksum",
            "reactive",
            "worker",
        ],
    ),
    // Of the domain its small values only: see `ui_never_sees_a_journal`.
    ("ui", &["chart", "i18n", "vocabulary", "domain", "browser", "order", "reactive"]),
    (
        "screen",
        &[
            "ui",
            "desk",
            "browser",
            "insight",
            "chart",
            "exchange",
            "domain",
            "i18n",
            "route",
            "vocabulary",
            "reactive",
            "worker",
            "writing",
        ],
    ),
    (
        "app",
        &[
            "screen",
            "ui",
            "desk",
            "route",
            "i18n",
            "browser",
            "domain",
            "example",
            "vocabulary",
            "reactive",
            "worker",
        ],
    ),
    ("lib", &[]),
    ("main", &["app", "desk"]),
];

fn opens_with_two_lines(source: &Source) -> Vec<String> {
    let opening = source.text.lines().take_while(|line| line.starts_with("//! ")).count();
    if opening >= 2 {
        vec![]
    } else {
        vec![complaint(source, 0, "opens with fewer than two lines of //!")]
    }
}

#[test]
fn every_file_says_first_what_lives_here_and_what_never_does() {
    let fault = [("src/a.rs", "//! Only what lives here.\nuse a;\n"), ("src/a.rs", "use a;\n")];
    check(opens_with_two_lines, &rust(), &fault, &[("src/a.rs", "//! Here.\n//! Never that.\n")]);
}

fn is_short(source: &Source) -> Vec<String> {
    let most = if source.room() == "screen" { 250 } else { 300 };
    let lines = source.text.lines().count();
    let mut found = Vec::new();
    if lines > most {
        found.push(complaint(source, 0, &format!("{lines} lines; at most {most}")));
    }
    for (at, lines) in function_lengths(source).into_iter().filter(|(_, lines)| *lines > 40) {
        found.push(complaint(source, at, &format!("a function of {lines} lines; at most 40")));
    }
    found
}

#[test]
fn files_and_functions_are_short() {
    let lines = |count: usize| "let it = 1;\n".repeat(count);
    let long = format!("fn long() {{\n{}}}\n", lines(39));
    let fair = format!("fn fair() {{\n{}}}\nfn named(it: fn() -> u8);\n{}", lines(38), lines(60));
    let faults =
        [("src/a.rs", &*lines(301)), ("src/screen/a.rs", &lines(251)), ("src/a.rs", &long)];
    check(is_short, &rust(), &faults, &[("src/a.rs", &lines(300)), ("src/a.rs", &fair)]);
}

fn uses_only_what_it_may(source: &Source) -> Vec<String> {
    let room = source.room();
    let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == room) else {
        return vec![complaint(source, 0, "a room without a place in the house")];
    };
    let strange = |used: &str| used != room && !allowed.contains(&used);
    let used = rooms_used(source).into_iter().filter(|(_, used)| strange(used));
    used.map(|(at, used)| complaint(source, at, &format!("{room} may not use {used}"))).collect()
}

#[test]
fn rooms_use_only_those_they_may() {
    let faults = [
        ("src/domain/a.rs", "use crate::desk::Desk;"),
        ("src/insight.rs", "use crate::{domain::Moment, vault};"),
        ("src/screen/a.rs", "let kept = crate::storage::Memory::default();"),
        ("src/cellar.rs", ""),
    ];
    let fair = [("src/screen/a.rs", "use crate::desk::Desk;\nuse crate::screen::desk;")];
    check(uses_only_what_it_may, &page(), &faults, &fair);
}

/// `super::super` and deeper would pass by the arrows.
fn climbs_within_its_room(source: &Source) -> Vec<String> {
    let depth = source.path.matches('/').count();
    let code = source.code();
    let climbs = code.match_indices("super::").filter(|(at, _)| !code[..*at].ends_with("super::"));
    let height = |at: usize| code[at..].split("super::").take_while(|it| it.is_empty()).count();
    // One step from `src/desk/people.rs` is the room itself; one from `src/desk.rs` is outside.
    let too_high = climbs.filter(|(at, _)| height(*at) >= depth);
    too_high.map(|(at, _)| complaint(source, at, "climbs out of its room; say crate::")).collect()
}

#[test]
fn a_path_upwards_stays_within_its_room() {
    let faults = [
        ("src/desk.rs", "use super::domain::Day;"),
        ("src/ui/a.rs", "use super::super::desk::Desk;"),
    ];
    let fair =
        [("src/ui/a.rs", "use super::icon;"), ("src/ui/wheel/a.rs", "use super::super::icon;")];
    check(climbs_within_its_room, &page(), &faults, &fair);
}

#[test]
fn every_folder_has_its_file_and_every_room_its_line_in_the_map() {
    let all = page();
    let is_there = |path: &str| all.iter().any(|source| source.path == path);
    let map = all.iter().find(|source| source.path == "src/lib.rs").unwrap();
    for source in &all {
        assert!(!source.path.ends_with("/mod.rs"), "{}: foo.rs and foo/, no mod.rs", source.path);
        let (folder, _) = source.path.rsplit_once('/').unwrap();
        assert!(
            ["src", "src/bin"].contains(&folder) || is_there(&[folder, ".rs"].concat()),
            "{folder} has no file of its own"
        );
        let line = format!("pub mod {};", source.room());
        assert!(
            ["lib", "main", "bin"].contains(&source.room()) || map.text.contains(&line),
            "lib.rs: {line}"
        );
    }
}

#[test]
fn papers_that_are_named_are_there() {
    let papers = files(
        &["docs", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"],
        &[".md"],
    );
    let naming = rust()
        .into_iter()
        .chain(files(&["style", "tools"], &[".css", ".sh", ".mjs"]))
        .chain(papers.clone());
    for source in naming.filter(|source| source.path != "tests/host/tidy/house.rs") {
        for (at, _) in source.text.match_indices("docs/") {
            let name: String = source.text[at..]
                .chars()
                .take_while(|it| it.is_alphanumeric() || "/-_.".contains(*it))
                .collect();
            let is_there = papers.iter().any(|paper| paper.path == name.trim_end_matches('.'));
            assert!(is_there || !name.contains(".md"), "{}", complaint(&source, at, &name));
        }
    }
}

#[test]
fn tests_that_a_paper_names_are_there() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for paper in files(&["docs", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"], &[".md"]) {
        let named = paper.text.split('`').skip(1).step_by(2).filter(|it| it.starts_with("tests/"));
        for name in named.filter(|name| !name.contains(['<', '*'])) {
            assert!(root.join(name).exists(), "{}: {name} is not there", paper.path);
        }
    }
}

#[test]
fn the_architecture_fits_160_lines_and_names_every_room() {
    let architecture = files(&["ARCHITECTURE.md"], &[".md"]).remove(0);
    assert!(architecture.text.lines().count() <= 160);
    for (room, _) in ARROWS.iter().filter(|(room, _)| *room != "lib") {
        assert!(architecture.text.contains(&format!("`{room}`")), "{room} is not on the map");
    }
}

#[test]
fn the_papers_count_the_words_as_they_are() {
    use attune::vocabulary::{Feeling, Judgement, Need, PointsTo};
    let paper = files(&["docs/vocabulary.md"], &[".md"]).remove(0);
    let pointing = |to: PointsTo| Feeling::all().filter(|it| it.points_to() == to).count();
    let (met, unmet) = (pointing(PointsTo::Met), pointing(PointsTo::Unmet));
    for counted in [
        format!(
            "{} needs in ten groups, {} of them marked",
            Need::all().len(),
            Need::all().filter(|it| it.is_core()).count()
        ),
        format!("{} feelings in 14 families", Feeling::all().len()),
        format!("met ({met} feelings), unmet ({unmet}) or either ({})", pointing(PointsTo::Either)),
        format!(
            "{} feelings carry `may_cover`",
            Feeling::all().filter(|it| !it.may_cover().is_empty()).count()
        ),
        format!("{} words that sound like feelings", Judgement::all().len()),
        format!(
            "{} words carry `may_be_harm`",
            Judgement::all().filter(|it| it.may_be_harm()).count()
        ),
    ] {
        assert!(paper.text.contains(&counted), "docs/vocabulary.md should say: {counted}");
    }
}
