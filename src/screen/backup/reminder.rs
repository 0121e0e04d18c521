//! The question for a backup, where someone looks for people or sessions.
//! Never asked in a session, nor twice a day, and never in the way.

use crate::reactive::Look;
use crate::ui::markup::{button, el};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::i18n::{fill, more};
use crate::route::Route;
use crate::screen::go;
use crate::screen::wording::day_inside;

/// Nothing where there is no reason to ask.
pub fn view_reminder(desk: Desk) -> Option<AnyView> {
    let words = &more().backup;
    if !desk.asks_for_backup() {
        return None;
    }
    let asks = match desk.cabinet().glance(|cabinet| cabinet.backups.last) {
        None => words.ask_never.to_string(),
        Some(last) => fill(words.ask_again, &[("day", &day_inside(last.day, desk.today()))]),
    };
    let make = move || {
        desk.put_off_backup();
        go(Route::Settings);
    };
    Some(
        el("div")
            .class("notice")
            .child(el("span").child(asks))
            .child(button().class("button").on_click(make).child(words.make))
            .child(
                button()
                    .class("plain")
                    .on_click(move || desk.put_off_backup())
                    .child(words.not_today),
            )
            .into_any(),
    )
}
