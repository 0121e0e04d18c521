//! The list of shortcuts, on `?`.
//! Names keys; what they do is the catch line's.

use crate::ui::markup::{el, nodes};
use leptos::prelude::*;

use crate::i18n::{more, text};
use crate::screen::second::view_piece;
use crate::ui::Dialog;

#[component]
pub fn Shortcuts(open: RwSignal<bool>) -> impl IntoView {
    view! { <Dialog id="shortcuts" title=text().frame.shortcuts open=open body=Callback::new(|()| view_piece(|it| (it.shortcuts)())) /> }.into_any()
}

pub fn view_list() -> AnyView {
    let words = &more().shortcuts;
    let rows: [(&'static str, &'static str); 10] = [
        (words.key_enter, words.enter),
        (words.key_number, words.strength),
        (words.key_signs, words.standing),
        (words.key_next, words.next_moment),
        (words.key_arrows, words.arrows),
        (words.key_open, words.open_list),
        (words.key_escape, words.escape),
        (words.key_undo, words.undo),
        (words.key_help, words.help),
        (words.key_hide, words.hide),
    ];
    let rows = rows
        .map(|(key, means)| nodes![el("dt").child(el("kbd").child(key)), el("dd").child(means)]);
    nodes![
        el("p").class("soft").child(words.lead),
        el("dl").class("shortcuts").child(rows.into_iter().collect::<Vec<_>>())
    ]
}
