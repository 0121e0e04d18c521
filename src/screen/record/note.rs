//! The text of a record that is not locked: it follows what was caught until somebody writes in it.
//! Never writes over what was written: that is let go of on purpose, and can come back.

use crate::reactive::memo;
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::fields::wrong_text;
use super::{Shown, view_ways_out};
use crate::desk::NotRecorded;
use crate::i18n::{more, text};
use crate::ui::PersonArea;

pub(super) fn view_note(shown: Shown) -> AnyView {
    let Shown { desk, is_begun, .. } = shown;
    let words = &more().recording;
    let wrong = RwSignal::new(None::<String>);
    let is_own = memo(move || shown.is_own());
    let value = memo(move || shown.text());
    let write = Callback::new(move |raw: String| {
        is_begun.set(true);
        wrong.set(wrong_text(desk.write_record(&raw)));
    });
    let anew = move || {
        is_begun.set(false);
        // Where a lock fell meanwhile, its own screen stands here.
        let _ = desk.follow_again();
    };
    nodes![
        el("div").class("record__note").child(
            view! { <PersonArea id="record-text" label=words.note hint="" value=value on_input=write error=wrong /> }
                .into_any()
        ),
        el("p").class("answers").live(move || match is_own.get() {
            false => el("span").class("soft small").child(words.follows).into_any(),
            true => nodes![
                el("span").class("soft small").child(words.own),
                button().class("plain").on_click(anew).child(words.anew)
            ],
        }),
        view_ways_out(shown),
        view_lock(shown)
    ]
}

/// Asked once more, with what it means.
fn view_lock(shown: Shown) -> AnyView {
    let words = &more().recording;
    let is_asked = RwSignal::new(false);
    let wrong = RwSignal::new(None::<String>);
    let lock = move || {
        let text = untrack(|| shown.text());
        wrong.set(match shown.desk.lock_record(&text) {
            Err(NotRecorded::Empty) => Some(words.lock_nothing.to_string()),
            // What is drawn up of a long session may be longer than a record can be.
            done => wrong_text(done),
        });
        is_asked.set(false);
    };
    let view = move || match is_asked.get() {
        false => button()
            .class("button")
            .on_click(move || is_asked.set(true))
            .child(words.lock)
            .into_any(),
        true => nodes![
            el("p").class("notice").child(words.lock_what),
            el("p")
                .class("answers")
                .child(button().class("button button--first").on_click(lock).child(words.lock_now))
                .child(
                    button()
                        .class("button")
                        .on_click(move || is_asked.set(false))
                        .child(text().shared.cancel)
                )
        ],
    };
    el("section")
        .class("record__lock")
        .child(live(view))
        .child(el("p").class("field__error").attr("role", "alert").live(move || wrong.get()))
        .into_any()
}
