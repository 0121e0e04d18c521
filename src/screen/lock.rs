//! Who may open what is kept: asked before the first word is written, and changed in Settings.
//! Never holds a passphrase: it is read from its field when it is needed, and wiped.

mod code;
mod passphrase;
mod settings;

use crate::ui::markup::{El, button, el, nodes};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk;
use crate::desk::{Desk, Lock, NoKey, NoPasskey, NotLocked, SaveError};
use crate::i18n::{more, text};

pub use passphrase::{Asked, LockForm, view_fields};
pub use settings::LockSettings;

/// What stands in the place of a screen until it is said who may open what will be written there.
#[component]
pub fn ChooseLock() -> impl IntoView {
    let desk = desk();
    let words = &more().lock;
    let wants_passphrase = RwSignal::new(false);
    el("main")
        .class("main lock")
        .id("main")
        .attr("tabindex", "-1")
        .child(el("h1").child(words.choose))
        .live(move || match wants_passphrase.get() {
            true => {
                view! { <LockForm on_back=Callback::new(move |()| wants_passphrase.set(false)) /> }
                    .into_any()
            }
            false => view_choices(desk, wants_passphrase),
        })
        .into_any()
}

fn view_choices(desk: Desk, wants_passphrase: RwSignal<bool>) -> AnyView {
    let words = &more().lock;
    let trouble = RwSignal::new(None::<&'static str>);
    let open_up = move || {
        spawn_local(async move { trouble.set(desk.open_up().await.err().map(not_locked_text)) });
    };
    nodes![
        el("p").class("lead").child(words.choose_lead),
        el("div")
            .class("doors")
            .child(
                view_door("door door--first", words.passphrase, words.passphrase_hint)
                    .on_click(move || wants_passphrase.set(true)),
            )
            .child(view_door("door", words.open, words.open_hint).on_click(open_up))
            .child(
                view_door("door", words.nothing, words.nothing_hint)
                    .on_click(move || desk.keep_nothing()),
            ),
        view_trouble(trouble)
    ]
}

fn view_door(class: &'static str, name: &'static str, hint: &'static str) -> El {
    button()
        .class(class)
        .child(el("span").class("door__name").child(name))
        .child(el("span").class("soft").child(hint))
}

/// Why something was not done, said as soon as it is known.
pub fn view_trouble(trouble: RwSignal<Option<&'static str>>) -> AnyView {
    el("p").class("field__error").attr("role", "alert").live(move || trouble.get()).into_any()
}

/// Whether whoever uses this browser can open what is kept.
pub fn is_open(desk: Desk) -> bool {
    desk.is_kept() && desk.lock().get() == Lock::Open
}

pub fn no_key_text(no_key: NoKey) -> &'static str {
    let words = &more().lock;
    match no_key {
        NoKey::NoHelp => words.no_help,
        NoKey::NoMemory => words.no_memory,
        NoKey::Gone => words.helper_gone,
    }
}

pub fn no_passkey_text(no_passkey: NoPasskey) -> &'static str {
    let words = &more().lock;
    match no_passkey {
        NoPasskey::Refused => words.passkey_refused,
        NoPasskey::NoBytes => words.passkey_no_bytes,
        NoPasskey::Failed => words.passkey_failed,
    }
}

fn not_locked_text(error: NotLocked) -> &'static str {
    let words = &more().lock;
    match error {
        NotLocked::NoKey(no_key) => no_key_text(no_key),
        NotLocked::NoChance => words.no_chance,
        NotLocked::OnlyReads => text().trouble.only_reads,
        NotLocked::NobodyCouldOpen => words.nobody,
        NotLocked::NotSaved(SaveError::Full) => words.no_room,
        NotLocked::NotSaved(SaveError::Elsewhere) => text().trouble.elsewhere,
        NotLocked::NotSaved(SaveError::Blocked | SaveError::Failed) => words.not_changed,
    }
}
