//! The changes that are kept: begin one, open one, delete one.
//! Never deletes before it was asked: what was counted cannot be counted again.

use std::sync::Arc;

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::fields::view_add;
use crate::desk::Desk;
use crate::domain::{ChangeId, ChangeMap};
use crate::i18n::{fill, more, text};
use crate::route::Route;
use crate::screen::go;
use crate::screen::wording::day_inside;
use crate::ui::{MenuItem, RowMenu, keyed};

const BEGIN: &str = "change-new";

/// Without a heading: whoever shows it has one.
pub fn view_changes(desk: Desk) -> AnyView {
    let words = &more().change;
    let begin = move |raw: &str| {
        desk.begin_change(raw)?;
        go(Route::Change);
        Ok(())
    };
    let keys = memo(move || {
        let key = |it: &Arc<ChangeMap>| u64::from_le_bytes(it.id.0);
        desk.cabinet().look(|it| it.changes.iter().rev().map(key).collect::<Vec<_>>())
    });
    let row = move |key: u64| view_row(desk, ChangeId(key.to_le_bytes()));
    nodes![
        el("div").class("change__begin").child(view_add(
            BEGIN,
            words.begin_label,
            words.begin,
            begin
        )),
        el("ul")
            .class("people change__list")
            .attr("aria-label", words.all_changes)
            .child(keyed(move || keys.get(), row))
    ]
}

fn view_row(desk: Desk, id: ChangeId) -> AnyView {
    let words = &more().change;
    let map = memo(move || desk.cabinet().look(|it| it.change_map(id).cloned()));
    let name = derived(move || {
        let sentence = map.look(|it| it.as_ref()?.sentence.clone());
        sentence.map_or(words.unnamed.to_string(), |it| it.as_str().to_string())
    });
    let is_asked = RwSignal::new(false);
    let begun = move || {
        let day = map.look(|it| it.as_ref().map(|it| it.begun_on))?;
        Some(fill(words.begun, &[("day", &day_inside(day, desk.today()))]))
    };
    let open = move || {
        desk.open_change(id);
        go(Route::Change);
    };
    let menu_name = derived(move || fill(words.more_about, &[("what", &name.get())]));
    let view = move || match is_asked.get() {
        true => view_sure(desk, id, name, is_asked),
        false => {
            let items = vec![MenuItem::new(text().shared.delete, move || is_asked.set(true))];
            nodes![
                button()
                    .class("person__open")
                    .on_click(open)
                    .child(
                        el("span")
                            .class("person__code")
                            .attr("translate", "no")
                            .live(move || name.get())
                    )
                    .child(el("span").class("soft small").live(begun)),
                view! { <RowMenu name=menu_name items=items /> }.into_any()
            ]
        }
    };
    el("li").class("person").child(live(view)).into_any()
}

fn view_sure(desk: Desk, id: ChangeId, name: Signal<String>, is_asked: RwSignal<bool>) -> AnyView {
    let words = &more().change;
    let sure = fill(words.delete_sure, &[("what", &name.get_untracked())]);
    let delete = move || {
        desk.delete_change(id);
    };
    el("div")
        .class("change__sure")
        .child(el("p").attr("role", "alert").attr("translate", "no").child(sure))
        .child(
            el("p")
                .class("answers")
                .child(button().class("button").on_click(delete).child(words.delete_now))
                .child(
                    button()
                        .class("button button--first")
                        .on_click(move || is_asked.set(false))
                        .child(words.keep),
                ),
        )
        .into_any()
}
