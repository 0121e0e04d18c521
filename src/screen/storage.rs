//! What is stored, in Settings: where, how big, how full, for how long; and the way to erase it.
//! Never promises more than the browser did.

mod erase;
mod erased;

use crate::reactive::Look;
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::backup::BackupStep;
use super::desk;
use crate::desk::{Desk, Fullness, Holds, Kept, KeptIn, Phase, Stored};
use crate::i18n::{count, fill, more};
use erase::view_erase;
pub use erased::ErasedScreen;

/// What was found on looking; `None` until then.
#[derive(Clone, Copy)]
struct Looked {
    stored: RwSignal<Option<Stored>>,
    /// Whether the browser has promised; inside, `None` where it knows no promise.
    durable: RwSignal<Option<Option<bool>>>,
    /// Bytes in all, and in use.
    room: RwSignal<Option<(f64, f64)>>,
    /// Asked for the promise, and it was not given.
    is_refused: RwSignal<bool>,
}

#[component]
pub fn StorageSettings(step: RwSignal<BackupStep>) -> impl IntoView {
    let desk = desk();
    let words = &more().storage;
    let looked = Looked {
        stored: RwSignal::new(None),
        durable: RwSignal::new(None),
        room: RwSignal::new(None),
        is_refused: RwSignal::new(false),
    };
    spawn_local(async move {
        looked.stored.try_set(Some(desk.look_at_stores().await));
        looked.durable.try_set(Some(crate::browser::is_durable().await));
        let room = crate::browser::room().await;
        looked.room.try_set(room.map(|(used, all)| (all, used)));
    });
    nodes![
        el("h3").child(words.title),
        live(move || match desk.phase().get() {
            Phase::Open(Kept::Kept) => nodes![
                el("p").live(move || held_text(desk)),
                live(move || match looked.stored.get() {
                    Some(stored) => view_stores(stored),
                    None => el("p").class("soft").child(words.looking).into_any(),
                }),
                el("p").live(move || health_text(desk)),
                live(move || looked
                    .room
                    .get()
                    .map(|(all, used)| el("p").child(room_text(all, used)))),
                live(move || view_durable(looked)),
                view_erase(desk, step)
            ],
            _ => el("p").class("soft").child(words.not_now).into_any(),
        })
    ]
}

/// How many people and sessions there are.
pub fn counted(desk: Desk) -> [String; 2] {
    let words = &more().restore;
    desk.cabinet().look(|cabinet| {
        let sessions = usize::try_from(cabinet.session_count()).unwrap_or(usize::MAX);
        [
            count(cabinet.journals.len(), words.people_one, words.people_other),
            count(sessions, words.sessions_one, words.sessions_other),
        ]
    })
}

fn held_text(desk: Desk) -> String {
    let [people, sessions] = counted(desk);
    fill(more().storage.holds, &[("people", &people), ("sessions", &sessions)])
}

fn view_stores(stored: Stored) -> AnyView {
    let words = &more().storage;
    let percent = stored.local_percent().min(100).to_string();
    let full = fill(words.full_of, &[("percent", &percent)]);
    let warning = match stored.fullness() {
        Fullness::Roomy => None,
        Fullness::Filling => Some(words.filling),
        Fullness::NearlyFull => Some(words.nearly_full),
        Fullness::Full => Some(words.full),
    };
    let bar =
        el("progress").attr("max", "100").attr("value", percent).attr("aria-label", full.clone());
    let store = |name: &'static str, holds: Option<Holds>| {
        el("div").child(el("dt").child(name)).child(el("dd").child(holds_text(holds)))
    };
    nodes![
        el("dl")
            .class("stored")
            .child(store(words.local, stored.local).child(el("dd").child(bar).child(full)))
            .child(store(words.ledger, stored.ledger)),
        warning.map(|words| el("p").class("notice notice--warn").child(words))
    ]
}

fn holds_text(holds: Option<Holds>) -> String {
    let words = &more().storage;
    match holds {
        None => words.none.to_string(),
        Some(Holds { parts, bytes }) => {
            let size = size_text(bytes as f64);
            fill(words.parts, &[("size", &size), ("count", &parts.to_string())])
        }
    }
}

fn health_text(desk: Desk) -> &'static str {
    let words = &more().storage;
    match desk.kept_in().get() {
        KeptIn::Both => words.health_both,
        KeptIn::LocalFirst => words.health_first,
        KeptIn::InLedger(_) => words.health_ledger,
        KeptIn::InLocal(_) => words.health_local,
    }
}

fn room_text(all: f64, used: f64) -> String {
    fill(more().storage.room, &[("room", &size_text(all)), ("used", &size_text(used))])
}

fn view_durable(looked: Looked) -> AnyView {
    let words = &more().storage;
    let ask = move || {
        spawn_local(async move {
            let promised = crate::browser::make_durable().await;
            looked.durable.try_set(Some(promised));
            looked.is_refused.try_set(promised == Some(false));
        });
    };
    let line = |words: &'static str| el("p").child(words).into_any();
    match looked.durable.get() {
        None => ().into_any(),
        Some(None) => line(words.no_promise),
        Some(Some(true)) => line(words.durable),
        Some(Some(false)) => nodes![
            line(words.not_durable),
            el("p").child(button().class("button").on_click(ask).child(words.ask_durable)),
            looked.is_refused.get().then(|| line(words.refused_durable))
        ],
    }
}

/// In KB, MB or GB, with one digit behind the point below ten of the larger two.
fn size_text(bytes: f64) -> String {
    let words = &more().storage;
    let kilobytes = bytes / 1024.0;
    let (template, size) = match kilobytes {
        ..1024.0 => {
            return fill(words.kilobytes, &[("number", &(kilobytes.ceil() as u64).to_string())]);
        }
        ..1_048_576.0 => (words.megabytes, kilobytes / 1024.0),
        _ => (words.gigabytes, kilobytes / 1_048_576.0),
    };
    let tenth = (size * 10.0) as u64 % 10;
    let number = match size {
        ..10.0 => format!("{}.{tenth}", size as u64),
        _ => (size as u64).to_string(),
    };
    fill(template, &[("number", &number)])
}
