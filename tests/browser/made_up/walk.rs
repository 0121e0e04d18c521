//! A walk through every screen, opening what can be opened.
//! Never checks anything but that it gets there: the eye reads.

use attune::app::App;
use attune::storage::Memory;
use leptos::prelude::*;

use super::Eye;
use crate::page::{Place, settle, tap, world};

/// What the person of this walk types: the only words of their own.
pub const OWN: [&str; 10] = [
    "Copper",
    "Heron",
    "the rota",
    "stayed late",
    "ask for a break",
    "wobbly",
    "my own line",
    "fru 4",
    "I feel ignored",
    "want to die",
];

pub fn mount(home: Option<Memory>) -> Place {
    let world = world(home);
    Place::of(move || view! { <App world=world /> })
}

pub async fn go(place: &Place, address: &str, selector: &str) {
    attune::browser::set_address(address);
    place.until(selector).await;
    settle().await;
}

pub async fn walk(eye: &mut Eye) {
    attune::browser::set_address("#/");
    let home = Memory::default();
    let place = mount(Some(home.clone()));
    place.until(".welcome").await;
    eye.read(&place, "welcome");
    screens_without_a_person(&place, eye).await;
    words(&place, eye).await;
    people(&place, eye).await;
    catching(&place, eye).await;
    items(&place, eye).await;
    fields(&place, eye).await;
    pickers(&place, eye).await;
    lists(&place, eye).await;
    super::together::together(&place, eye).await;
    super::backups::backups(&place, eye).await;
    examples(&place, eye).await;
    place.leave();
    super::troubles::troubles(eye).await;
    attune::browser::set_address("#/");
}

async fn screens_without_a_person(place: &Place, eye: &mut Eye) {
    go(place, "#/learn", ".learn").await;
    eye.read(place, "learn");
    choose_no_lock(place, eye).await;
    go(place, "#/settings", ".settings").await;
    place.write("#pointer", &"x".repeat(281)).await;
    eye.read(place, "settings");
    place.write("#pointer", "my own line").await;
    go(place, "#/attune", "h1").await;
    eye.read(place, "canvas without a person");
    go(place, "#/sessions", "h1").await;
    eye.read(place, "sessions without a person");
    go(place, "#/turned", ".turned").await;
    eye.read(place, "turned without a person");
    go(place, "#/understanding", ".understanding").await;
    eye.read(place, "understanding without a person");
    place.key("body, .frame", "?").await;
    place.until("#shortcuts[open]").await;
    eye.read(place, "shortcuts");
    place.press_first("#shortcuts button").await;
}

/// The choice that stands before the first word, and its form; the lock itself takes a worker.
async fn choose_no_lock(place: &Place, eye: &mut Eye) {
    go(place, "#/settings", ".lock .doors").await;
    eye.read(place, "choosing a lock");
    tap(&place.all(".lock .door")[0]);
    place.until("#passphrase").await;
    place.write("#passphrase", "wobbly").await;
    tap(&place.all(".lock .answers button")[0]);
    settle().await;
    eye.read(place, "choosing a passphrase");
    tap(&place.all(".lock .answers button")[1]);
    place.until(".lock .doors").await;
    tap(&place.all(".lock .door")[1]);
    place.until(".settings").await;
    eye.read(place, "settings with the lock");
}

async fn words(place: &Place, eye: &mut Eye) {
    go(place, "#/words", ".words").await;
    for kind in place.all(".words__kind") {
        tap(&kind);
        settle().await;
        for fold in place.all(".word-fold summary").iter().take(2) {
            tap(fold);
            place.until(".word-fold[open] .word-list__word").await;
        }
        eye.read(place, "words");
        if let Some(word) = place.all(".word-list__word").first() {
            tap(word);
            place.until(".word-card").await;
            eye.read(place, "card");
        }
        if let Some(link) = place.all(".word-card__chips button").first() {
            tap(link);
            settle().await;
            eye.read(place, "card after a card");
        }
    }
    for typed in ["lon", "a", "xyzxyz", "kill myself", "agency"] {
        place.write(".words__field", typed).await;
        eye.read(place, "words found");
    }
}

async fn people(place: &Place, eye: &mut Eye) {
    go(place, "#/people", "#code").await;
    for code in ["", &"x".repeat(41)] {
        place.write("#code", code).await;
        place.key("#code", "Enter").await;
        eye.read(place, "people, a code refused");
    }
    place.write("#code", "Heron").await;
    place.key("#code", "Enter").await;
    place.until(".canvas").await;
    eye.read(place, "an empty canvas");
}

async fn catching(place: &Place, eye: &mut Eye) {
    for typed in ["fru 4", "comp", "wor", "betrayed", "a failure", "abused", "hopeless", "ashamed"]
    {
        place.write("#catch", typed).await;
        eye.read(place, "offers");
        place.key("#catch", "Enter").await;
        eye.read(place, "caught");
    }
    for typed in ["wobbly", &"x".repeat(150), "+", "I feel ignored", ""] {
        place.write("#catch", typed).await;
        place.key("#catch", "ArrowDown").await;
        eye.read(place, "more offers");
    }
    place.write("#catch", "want to die").await;
    place.until(".care").await;
    eye.read(place, "a pointer while typing");
    place.write("#catch", "").await;
}

/// Each thing caught, chosen one after another, and each thing that can be said about it.
async fn items(place: &Place, eye: &mut Eye) {
    let chips = ".card .chips button[aria-pressed]";
    for at in 0..place.all(chips).len() {
        tap(&place.all(chips)[at]);
        settle().await;
        eye.read(place, "an item");
        for choice in 0..place.all(".details .choice").len() {
            if let Some(button) = place.all(".details .choice").get(choice) {
                tap(button);
                settle().await;
                eye.read(place, "a choice about an item");
            }
        }
    }
    for tag in
        [".maybe .answer", ".tag--feeling", ".strip__chip", ".need__mark", ".maybe .answer--quiet"]
    {
        if place.has(tag) {
            place.press_first(tag).await;
            eye.read(place, tag);
        }
    }
}

/// Label, behaviour, choice: opened, too long, and kept.
async fn fields(place: &Place, eye: &mut Eye) {
    let field = ".line-field .field__input";
    for words in ["the rota", "stayed late", "ask for a break"] {
        place.press_first(".card--now .plain--add").await;
        place.until(field).await;
        eye.read(place, "a field");
        for typed in [&"x".repeat(141), "I was abandoned", words] {
            place.write(field, typed).await;
            eye.read(place, "a field being typed in");
        }
        place.write(field, &"x".repeat(141)).await;
        place.key(field, "Enter").await;
        eye.read(place, "a field refused");
        place.write(field, words).await;
        place.key(field, "Enter").await;
    }
    eye.read(place, "a card with its texts");
    place.write("#record", &"x".repeat(20_001)).await;
    eye.read(place, "a record refused");
    place.write("#record", "my own line").await;
    place.press_first(".pickers__next").await;
    eye.read(place, "the next moment");
}

async fn pickers(place: &Place, eye: &mut Eye) {
    for (at, dialog, own) in [(0, "#feelings", "#own-feeling"), (1, "#needs", "#own-need")] {
        tap(&place.all(".pickers [aria-haspopup=dialog]")[at]);
        place.until(&[dialog, "[open] .word-fold"].concat()).await;
        place.press_first(&[dialog, " .word-fold summary"].concat()).await;
        place.until(&[dialog, " .word-list__word"].concat()).await;
        for typed in [&"x".repeat(41), "wobbly"] {
            place.write(own, typed).await;
            place.key(own, "Enter").await;
            eye.read(place, "a picker");
        }
        if at == 0 {
            tap(&place.all("#feelings .choice")[1]);
            place.until("#feelings .wheel__part").await;
            eye.read(place, "the wheel");
            tap(&place.all("#feelings .wheel__family")[8]);
            settle().await;
            eye.read(place, "another family of the wheel");
        }
        place.press_first(&[dialog, " header button"].concat()).await;
    }
}

async fn lists(place: &Place, eye: &mut Eye) {
    go(place, "#/turned", ".turned .card").await;
    eye.read(place, "turned");
    go(place, "#/sessions", ".sessions li").await;
    eye.read(place, "sessions");
    super::handed::handed(place, eye).await;
    go(place, "#/sessions", ".sessions li").await;
    place.press_first(".menu__items button:nth-child(2)").await;
    place.write("#new-day", "").await;
    place.press_first(".person__rename button").await;
    eye.read(place, "a day refused");
    place.press_first(".person__rename button:last-child").await;
    place.press_first(".begin > button").await;
    place.until(".canvas").await;
    eye.read(place, "a second session of a day");
    go(place, "#/sessions", ".sessions li").await;
    eye.read(place, "two sessions");
    place.press_first(".menu__items button:last-child").await;
    place.until(".toast").await;
    eye.read(place, "a session deleted");
    place.press_first(".toast__undo").await;
    go(place, "#/people", ".people li").await;
    eye.read(place, "people");
    place.press_first(".menu__items button").await;
    place.write("#new-code", " ").await;
    place.key("#new-code", "Enter").await;
    eye.read(place, "a new code refused");
    place.key("#new-code", "Escape").await;
    place.press_first(".menu__items button:nth-child(2)").await;
    eye.read(place, "set aside");
    place.press_first(".menu__items button:last-child").await;
    place.until(".toast").await;
    eye.read(place, "a person deleted");
    place.press_first(".toast__undo").await;
}

async fn examples(place: &Place, eye: &mut Eye) {
    for person in [0, 1] {
        go(place, "#/", ".welcome .door").await;
        if person == 0 {
            tap(&place.all(".door")[3]);
            // What leaves the examples; without a ledger another notice stands there already, with a link.
            place.until(".notice button").await;
            eye.read(place, "looking around");
        }
        tap(&place.all(".welcome .door")[person]);
        place.until(".sessions li").await;
        eye.read(place, "sessions of an example");
        for session in 0..place.all(".sessions .person__open").len() {
            go(place, "#/sessions", ".sessions li").await;
            tap(&place.all(".sessions .person__open")[session]);
            place.until(".canvas .card").await;
            eye.read(place, "an example");
        }
        go(place, "#/turned", ".turned .card").await;
        eye.read(place, "an example, turned");
        super::filed::filed(place, eye).await;
        super::across::across(place, eye).await;
    }
    go(place, "#/", ".welcome .door").await;
    place.press_first(".notice button").await;
    eye.read(place, "back from looking around");
    tap(&place.all(".door")[1]);
    place.until(".canvas").await;
    eye.read(place, "for myself");
    super::filed::pause(place, eye).await;
}
