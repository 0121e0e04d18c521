//! What is absent, room by room: the browser, clocks, chance, storage, serde, panics.
//! Never looks at what a person sees: `visible` does.

use super::rules::{complaint, forbidden_pieces, forbidden_words, rooms_used};
use super::source::{Source, bracket, files, words};
use super::{check, page};

/// Time, ids and chance are arguments here, so that every test is exact.
const PURE: [&str; 10] = [
    "domain",
    "vocabulary",
    "insight",
    "chart",
    "vault",
    "exchange",
    "route",
    "i18n",
    "example",
    "writing",
];
const BROWSER: [&str; 8] = [
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo_storage",
    "gloo_timers",
    "gloo_utils",
    "gloo",
];
/// The hashers of std draw their keys at random.
const CLOCK_OR_CHANCE: [&str; 11] = [
    "SystemTime",
    "Instant",
    "Date",
    "Performance",
    "Crypto",
    "getrandom",
    "rand",
    "RandomState",
    "HashMap",
    "HashSet",
    "OsRng",
];

fn is_pure(source: &Source) -> Vec<String> {
    if !PURE.contains(&source.room()) {
        return vec![];
    }
    let mut found = forbidden_words(source, &BROWSER, "this room knows no browser and no signals");
    found.extend(forbidden_words(source, &CLOCK_OR_CHANCE, "time and chance are arguments here"));
    found
}

#[test]
fn pure_rooms_know_no_browser_no_clock_and_no_chance() {
    let faults = [
        ("src/domain/a.rs", "use leptos::prelude::*;"),
        ("src/vault.rs", "let now = std::time::SystemTime::now();"),
        ("src/insight/a.rs", "use std::collections::HashMap;"),
        ("src/route.rs", "web_sys::window()"),
    ];
    let fair =
        [("src/desk/a.rs", "use leptos::prelude::*;"), ("src/route.rs", "// no web_sys here\n")];
    check(is_pure, &page(), &faults, &fair);
}

fn leaves_the_browser_to_its_rooms(source: &Source) -> Vec<String> {
    if ["browser", "ui", "screen", "storage"].contains(&source.room()) {
        return vec![];
    }
    forbidden_words(
        source,
        &["web_sys", "js_sys", "wasm_bindgen"],
        "the browser is behind `browser`",
    )
}

#[test]
fn the_browser_is_met_in_four_rooms_only() {
    let faults =
        [("src/desk/a.rs", "web_sys::window()"), ("src/app.rs", "use wasm_bindgen::JsCast;")];
    check(
        leaves_the_browser_to_its_rooms,
        &page(),
        &faults,
        &[("src/browser/a.rs", "web_sys::window()")],
    );
}

fn leaves_storage_alone(source: &Source) -> Vec<String> {
    if source.room() == "storage" {
        return vec![];
    }
    // `LocalStorage` alone is also a marker of Leptos for values that stay on their thread.
    let stores = [
        "gloo_storage",
        "local_storage",
        "session_storage",
        "indexed_db",
        "IdbFactory",
        "web_sys::Storage",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
        "set_cookie",
        "caches.open",
    ];
    forbidden_pieces(source, &stores, "only `storage` keeps things")
}

#[test]
fn only_storage_reaches_the_browsers_stores() {
    let faults = [
        ("src/desk/a.rs", "window.local_storage()"),
        ("tools/boot/a.js", "localStorage.setItem('a', 'b')"),
    ];
    let mut all = page();
    all.extend(files(&["tools/boot"], &[".js"]));
    check(
        leaves_storage_alone,
        &all,
        &faults,
        &[("src/storage/local.rs", "window.local_storage()")],
    );
}

fn derives_no_wire(source: &Source) -> Vec<String> {
    if ["vault", "exchange"].contains(&source.room()) {
        return vec![];
    }
    forbidden_words(
        source,
        &["serde", "serde_json", "postcard", "Serialize", "Deserialize"],
        "wire types are the vault's and the exchange's",
    )
}

#[test]
fn only_the_vault_and_the_exchange_derive_serde() {
    let derive = "#[derive(serde::Serialize)]";
    let faults = [("src/domain/a.rs", derive), ("src/domain/b.rs", "serde_json::from_slice(it)")];
    let fair = [("src/vault/wire.rs", derive), ("src/exchange/wire.rs", derive)];
    check(derives_no_wire, &page(), &faults, &fair);
}

/// What a journal is made of, and so what `ui` never sees and no screen holds in a signal of its own.
const OF_A_PERSON: [&str; 8] =
    ["Cabinet", "Journal", "Session", "Moment", "Person", "Note", "Felt", "NeedMark"];

/// Approximate: a signal whose type is written out; the second half makes sure that the desk hands out none that can be written.
fn writes_no_domain_data(source: &Source) -> Vec<String> {
    let code = source.code();
    let is_desk = source.room() == "desk";
    let mut found = Vec::new();
    for (at, word) in words(&code) {
        let writes = ["RwSignal", "WriteSignal", "ArcRwSignal", "ArcWriteSignal", "StoredValue"]
            .contains(&word);
        if !writes {
            continue;
        }
        let holds = if code[at + word.len()..].starts_with('<') {
            bracket(&code, at, ('<', '>'))
        } else {
            None
        };
        let of_a_person =
            holds.is_some_and(|range| words(&code[range]).any(|(_, it)| OF_A_PERSON.contains(&it)));
        let line = code[..at].rsplit('\n').next().unwrap_or_default();
        if !is_desk && of_a_person {
            found.push(complaint(
                source,
                at,
                "only the desk writes a signal that holds domain data",
            ));
        }
        if is_desk && line.contains("pub ") {
            found.push(complaint(source, at, "the desk hands out nothing that can be written"));
        }
    }
    found
}

#[test]
fn only_the_desk_writes_signals_that_hold_domain_data() {
    let faults = [
        ("src/screen/a.rs", "let kept: RwSignal<Option<Arc<Journal>>> = journal;"),
        ("src/desk.rs", "    pub fn cabinet(&self) -> RwSignal<Cabinet> {"),
        ("src/desk.rs", "    pub cabinet: RwSignal<Cabinet>,"),
    ];
    let fair = [
        ("src/screen/a.rs", "let open: RwSignal<Option<MomentId>> = RwSignal::new(None);"),
        ("src/desk.rs", "    cabinet: RwSignal<Cabinet>,"),
    ];
    check(writes_no_domain_data, &page(), &faults, &fair);
}

fn sees_small_values_only(source: &Source) -> Vec<String> {
    if source.room() != "ui" {
        return vec![];
    }
    let mut found = forbidden_words(source, &OF_A_PERSON, "ui sees small values, never a journal");
    let code = source.code();
    for (at, _) in rooms_used(source).into_iter().filter(|(_, room)| room == "domain") {
        let until = code[at..].find(';').map_or(code.len(), |length| at + length);
        let named = words(&code[at..until])
            .skip(2)
            .filter(|(_, word)| word.starts_with(char::is_uppercase));
        let small = ["Standing", "Strength", "Hands", "KnownBy"];
        let strange = named.filter(|(_, word)| !small.contains(word));
        found.extend(
            strange.map(|(_, word)| complaint(source, at, &format!("{word} is not a small value"))),
        );
    }
    found
}

#[test]
fn ui_never_sees_a_journal() {
    let faults = [
        ("src/ui/a.rs", "fn view(moment: &Moment) {}"),
        ("src/ui/a.rs", "use crate::domain::{Hands, Settings};"),
    ];
    let fair = [("src/ui/a.rs", "use crate::domain::{Hands, Standing};\nstruct PersonField;")];
    check(sees_small_values_only, &page(), &faults, &fair);
}

fn never_panics_or_logs(source: &Source) -> Vec<String> {
    let mut found = forbidden_words(source, &["unsafe"], "no unsafe");
    let pieces = [
        ".unwrap()",
        ".expect(",
        "todo!",
        "unimplemented!",
        "unreachable!",
        "panic!",
        "dbg!",
        "println!",
        "print!",
        "eprintln!",
        "eprint!",
        "console::",
        "console_log",
        "log!",
        "logging::",
        "unwrap_throw",
        "expect_throw",
    ];
    found.extend(forbidden_pieces(source, &pieces, "an error is a value, and nothing is logged"));
    found
}

#[test]
fn nothing_panics_and_nothing_is_logged() {
    let faults = [
        ("src/a.rs", "let it = maybe.unwrap();"),
        ("src/a.rs", "unsafe { it }"),
        ("src/a.rs", "leptos::logging::log!(\"{it}\")"),
        ("src/a.rs", "web_sys::console::log_1(&it)"),
    ];
    let fair = [(
        "src/a.rs",
        "it.unwrap_or_default() // .unwrap()\n#[cfg(test)]\nmod tests { it.unwrap() }",
    )];
    check(never_panics_or_logs, &page(), &faults, &fair);
}

fn sorts_in_one_place(source: &Source) -> Vec<String> {
    let calls = [".sort(", ".sort_by", ".sort_unstable", ".sort_cached"];
    match source.room() {
        "order" => vec![],
        _ => forbidden_pieces(source, &calls, "each is compiled anew; `order` sorts"),
    }
}

#[test]
fn only_order_sorts() {
    let faults = [("src/a.rs", "all.sort();"), ("src/a.rs", "all.sort_by_key(key);")];
    check(sorts_in_one_place, &page(), &faults, &[("src/a.rs", "order::sort(&mut all);")]);
}
