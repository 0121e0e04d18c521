//! The receipt: what was erased from where, when, and what a browser may keep nevertheless.
//! Never says more than was looked at.

use crate::ui::markup::{button, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::desk::{Erased, Gone, Phase, erase_caches};
use crate::i18n::{fill, more, text};
use crate::route::Route;
use crate::screen::desk;
use crate::screen::wording::full_day_text;

#[component]
pub fn ErasedScreen() -> impl IntoView {
    let desk = desk();
    let words = &more().storage;
    let Phase::Erased(erased) = desk.phase().get() else { return ().into_any() };
    let title = if erased.is_all() { words.erased } else { words.erased_part };
    let begin = move || {
        crate::browser::set_address(Route::Welcome.address());
        crate::browser::reload();
    };
    let again = (!erased.is_all()).then(|| {
        let again = move || {
            spawn_local(async move {
                let _ = desk.erase_all(erase_caches).await;
            });
        };
        button().class("button").on_click(again).child(text().trouble.try_again)
    });
    el("main")
        .class("main lock")
        .id("main")
        .attr("tabindex", "-1")
        .child(el("h1").child(title))
        .child(
            el("p")
                .class("lead")
                .child(fill(words.erased_on, &[("day", &full_day_text(erased.day))])),
        )
        .child(view_receipt(erased))
        .child(el("p").class("soft").child(words.erase_remains))
        .child(
            el("p")
                .class("answers")
                .child(
                    button().class("button button--first").on_click(begin).child(words.begin_anew),
                )
                .child(again),
        )
        .into_any()
}

fn view_receipt(erased: Erased) -> AnyView {
    let words = &more().storage;
    let stores = [
        (words.gone_local, erased.local),
        (words.gone_ledger, erased.ledger),
        (words.gone_caches, erased.caches),
    ];
    let rows = stores.map(|(name, gone)| {
        let said = match gone {
            Gone::All => words.is_gone,
            Gone::NotAll => words.is_not_gone,
            Gone::NoStore => words.was_none,
        };
        el("div").child(el("dt").child(name)).child(el("dd").child(said))
    });
    el("dl").class("stored").children(rows).into_any()
}
