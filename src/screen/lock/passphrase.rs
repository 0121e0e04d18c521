//! A passphrase chosen, the recovery code shown, and then the lock: in this order, so that no lock stands whose code was not seen.
//! Never judges a passphrase by its words: it says how long it is.

use std::rc::Rc;

use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;
use leptos::task::spawn_local;
use zeroize::Zeroizing;

use super::code::view_code;
use super::{not_locked_text, view_trouble};
use crate::desk::Desk;
use crate::i18n::more;
use crate::screen::desk;
use crate::ui::SecretField;

/// In characters. Four common words have about as many.
const FAIR: usize = 16;
const LEAST: usize = 8;

/// What a passphrase is asked for: the words above it, its name, and the ids of its two fields, unique in the page.
#[derive(Clone, Copy)]
pub struct Asked {
    pub lead: &'static str,
    pub label: &'static str,
    pub ids: [&'static str; 2],
}

impl Asked {
    pub fn of_the_lock() -> Asked {
        let words = &more().lock;
        let ids = ["passphrase", "passphrase-again"];
        Asked { lead: words.nobody_can_help, label: words.field, ids }
    }
}

/// What a form has come to, kept out of signals and wiped when it is let go.
type Chosen = Rc<Zeroizing<String>>;

#[component]
pub fn LockForm(
    /// Told when there is a lock, or none is wanted.
    on_back: Callback<()>,
) -> impl IntoView {
    let desk = desk();
    let chosen = RwSignal::new_local(None::<Chosen>);
    el("div")
        .class("lock__form")
        .live(move || match chosen.get() {
            None => view_fields(
                Asked::of_the_lock(),
                Callback::new(move |passphrase: Zeroizing<String>| {
                    chosen.set(Some(Rc::new(passphrase)));
                }),
                on_back,
            ),
            Some(passphrase) => view_last_step(desk, passphrase, on_back),
        })
        .into_any()
}

/// Asks for a passphrase, twice; `on_chosen` gets it.
pub fn view_fields(
    asked: Asked,
    on_chosen: Callback<Zeroizing<String>>,
    on_back: Callback<()>,
) -> AnyView {
    let words = &more().lock;
    let Asked { lead, label, ids: [field, repeated] } = asked;
    let length = RwSignal::new(0);
    let wrong = RwSignal::new(None::<String>);
    let other = RwSignal::new(None::<String>);
    let go_on = Callback::new(move |()| {
        let (passphrase, again) = (crate::browser::secret(field), crate::browser::secret(repeated));
        let is_short = passphrase.chars().count() < LEAST;
        wrong.set(is_short.then(|| words.too_short.to_string()));
        other.set((!is_short && *passphrase != *again).then(|| words.differ.to_string()));
        if !is_short && *passphrase == *again {
            on_chosen.run(passphrase);
        }
    });
    let advice = move || match length.get() {
        0 => words.advice,
        LEAST.. if length.get() >= FAIR => words.advice_fair,
        _ => words.advice_short,
    };
    nodes![
        el("p").child(lead),
        view! { <SecretField id=field label=label error=wrong on_enter=go_on on_length=Callback::new(move |has| length.set(has)) autofocus=true /> }.into_any(),
        el("p").class("field__hint").attr("role", "status").live(advice),
        view! { <SecretField id=repeated label=words.again error=other on_enter=go_on /> }.into_any(),
        el("p")
            .class("answers")
            .child(button().class("button button--first").on_click(move || go_on.run(())).child(words.go_on))
            .child(button().class("button").on_click(move || on_back.run(())).child(words.back))
    ]
}

/// The code, and the lock once the person has it.
fn view_last_step(desk: Desk, passphrase: Chosen, on_done: Callback<()>) -> AnyView {
    let words = &more().lock;
    let trouble = RwSignal::new(None::<&'static str>);
    let is_busy = RwSignal::new(false);
    let Some(code) = desk.draw_code().map(Rc::new) else {
        return el("p").class("field__error").child(words.no_chance).into_any();
    };
    let shown = view_code(&code);
    let lock = move || {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        let (passphrase, code) = (Zeroizing::clone(&passphrase), code.clone());
        spawn_local(async move {
            match desk.lock_by(passphrase, &code).await {
                Ok(()) => on_done.run(()),
                Err(error) => {
                    trouble.set(Some(not_locked_text(error)));
                    is_busy.set(false);
                }
            }
        });
    };
    nodes![
        shown,
        el("p").class("answers").child(
            button()
                .class("button button--first")
                .live_attr("aria-disabled", move || is_busy.get().to_string())
                .on_click(lock)
                .live(move || if is_busy.get() { words.locking } else { words.lock_now })
        ),
        view_trouble(trouble)
    ]
}
