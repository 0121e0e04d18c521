//! What is locked, and the ways in.
//! Never says more of a wrong passphrase than that it is wrong, and changes nothing for it.

use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk;
use super::lock::{no_key_text, no_passkey_text};
use crate::desk::{CodeFault, Desk, Shut, WayKind};
use crate::i18n::{fill, more};
use crate::ui::SecretField;

const FIELD: &str = "unlock";

#[component]
pub fn UnlockScreen() -> impl IntoView {
    let desk = desk();
    let words = &more().lock;
    let kinds = desk.kinds_in();
    let has_passphrase = kinds.contains(&WayKind::Passphrase);
    let has_code = kinds.contains(&WayKind::Code);
    let by_code = RwSignal::new(!has_passphrase && has_code);
    let has_passkey = kinds.contains(&WayKind::Passkey) && crate::browser::has_passkeys();
    let other = move || if by_code.get() { words.use_passphrase } else { words.use_code };
    let swap = (has_passphrase && has_code).then(|| {
        button().class("plain link").on_click(move || by_code.update(|it| *it = !*it)).live(other)
    });
    let is_strange = kinds.is_empty() || kinds.contains(&WayKind::Strange);
    el("main")
        .class("main lock")
        .id("main")
        .attr("tabindex", "-1")
        .child(el("h1").child(words.locked))
        .child(el("p").class("lead").child(words.locked_lead))
        .live(move || view_way(desk, by_code.get()))
        .child(el("p").child(swap))
        .child(has_passkey.then(|| view_passkey(desk)))
        .child(is_strange.then(|| el("p").class("soft").child(words.strange_way)))
        .into_any()
}

/// A further way in, where this device has it.
fn view_passkey(desk: Desk) -> AnyView {
    let words = &more().lock;
    let wrong = RwSignal::new(None::<String>);
    let ask = move || {
        wrong.set(None);
        spawn_local(async move {
            if let Err(shut) = desk.unlock_by_passkey().await {
                wrong.set(Some(shut_text(shut, false)));
            }
        });
    };
    nodes![
        el("p").child(button().class("button").on_click(ask).child(words.use_passkey)),
        el("p").class("field__error").attr("role", "alert").live(move || wrong.get())
    ]
}

fn view_way(desk: Desk, by_code: bool) -> AnyView {
    let words = &more().lock;
    let wrong = RwSignal::new(None::<String>);
    let is_busy = RwSignal::new(false);
    let open = Callback::new(move |()| {
        if is_busy.get_untracked() {
            return;
        }
        wrong.set(None);
        is_busy.set(true);
        spawn_local(async move {
            let typed = crate::browser::secret(FIELD);
            let tried = match by_code {
                true => desk.unlock_by_code(&typed).await,
                false => desk.unlock_by_passphrase(&typed).await,
            };
            if let Err(shut) = tried {
                is_busy.set(false);
                wrong.set(Some(shut_text(shut, by_code)));
                crate::browser::focus(FIELD);
            }
        });
    });
    let (label, hint) = match by_code {
        true => (words.code, words.code_hint),
        false => (words.field, ""),
    };
    nodes![
        view! { <SecretField id=FIELD label=label hint=hint error=wrong on_enter=open autofocus=true /> }.into_any(),
        el("p").class("answers").child(
            button()
                .class("button button--first")
                .live_attr("aria-disabled", move || is_busy.get().to_string())
                .on_click(move || open.run(()))
                .live(move || if is_busy.get() { words.opening } else { words.unlock })
        )
    ]
}

fn shut_text(shut: Shut, by_code: bool) -> String {
    let words = &more().lock;
    match shut {
        Shut::Wrong if by_code => words.wrong_code.to_string(),
        Shut::Wrong => words.wrong_passphrase.to_string(),
        Shut::NoCode(CodeFault::Length { has, should_be }) => {
            let (has, should_be) = (has.to_string(), should_be.to_string());
            fill(words.code_length, &[("has", &has), ("should_be", &should_be)])
        }
        Shut::NoCode(CodeFault::Character(strange)) => {
            fill(words.code_character, &[("character", &strange.to_string())])
        }
        Shut::NoCode(CodeFault::Mistyped) => words.code_mistyped.to_string(),
        Shut::NoKey(no_key) => no_key_text(no_key).to_string(),
        Shut::NoPasskey(no_passkey) => no_passkey_text(no_passkey).to_string(),
        Shut::NoWay => words.strange_way.to_string(),
    }
}
