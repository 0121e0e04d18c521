//! The states before the last restores, where there are any: to be looked at, and brought back like a backup.
//! Never brings one back by itself.

use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::restore::{Step, Trying};
use crate::desk::LaidAside;
use crate::domain::Day;
use crate::i18n::{count, fill, more};
use crate::screen::wording::day_text;

pub fn view_aside(trying: Trying) -> AnyView {
    let found = RwSignal::new(Vec::<LaidAside>::new());
    spawn_local(async move {
        found.try_set(trying.desk.laid_aside().await);
    });
    live(move || {
        let all = found.get();
        if all.is_empty() {
            return ().into_any();
        }
        let rows = all.into_iter().map(|it| view_row(trying, it));
        nodes![el("h4").child(more().restore.aside), el("ul").class("asides").children(rows)]
    })
}

fn view_row(trying: Trying, state: LaidAside) -> AnyView {
    let look = move || {
        trying.trouble.set(None);
        spawn_local(async move {
            match trying.restoring.take_laid_aside(state.number).await {
                true => drop(trying.step.try_set(Step::Outlook)),
                false => drop(trying.trouble.try_set(Some(more().restore.aside_gone.to_string()))),
            }
        });
    };
    el("li")
        .child(el("span").child(state_text(state, trying.desk.today())))
        .child(button().class("button").on_click(look).child(more().restore.aside_look))
        .into_any()
}

fn state_text(state: LaidAside, today: Day) -> String {
    let words = &more().restore;
    let number = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let people = count(number(state.front.people), words.people_one, words.people_other);
    let sessions = count(number(state.front.sessions), words.sessions_one, words.sessions_other);
    let day = day_text(state.front.day, today);
    fill(words.aside_of, &[("day", &day), ("people", &people), ("sessions", &sessions)])
}
