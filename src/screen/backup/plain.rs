//! The plain file, behind a warning.
//! Never made by one press.

use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::wording::not_written_text;
use super::{hand_over, view_made};
use crate::desk::Desk;
use crate::i18n::more;
use crate::screen::lock::view_trouble;

pub fn view_plain(desk: Desk, back: Callback<()>) -> AnyView {
    let words = &more().backup;
    let made = RwSignal::new(None::<String>);
    let trouble = RwSignal::new(None::<&'static str>);
    let export = move || {
        let plain = desk.make_plain_backup().map_err(|refused| not_written_text(&refused));
        match plain.and_then(|file| hand_over(desk, file)) {
            Ok(name) => made.set(Some(name)),
            Err(why) => trouble.set(Some(why)),
        }
    };
    nodes![
        live(move || match made.get() {
            Some(name) => view_made(words.plain_made, &name, back),
            None => nodes![
                el("p").class("notice notice--warn").child(words.plain_warning),
                desk.shares_a_conversation().then(|| el("p").child(words.plain_shared)),
                el("p")
                    .class("answers")
                    .child(button().class("button").on_click(export).child(words.plain_make))
                    .child(
                        button()
                            .class("button button--first")
                            .on_click(move || back.run(()))
                            .child(more().lock.back)
                    )
            ],
        }),
        view_trouble(trouble)
    ]
}
