//! Everything of one person: taken along, reviewed by a day, erased with a receipt.
//! Never hands out a reflection unless that was switched on.

mod erase;
mod take;

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::desk;
use super::nobody::view_nobody;
use super::wording::person_text;
use crate::desk::{Desk, ErasedPerson};
use crate::domain::{Day, PersonId};
use crate::i18n::{fill, more, text};

#[component]
pub fn PersonFileScreen() -> impl IntoView {
    let desk = desk();
    let who = memo(move || desk.person().map(|person| person.id));
    let erased = RwSignal::new(None::<ErasedPerson>);
    let title = move || {
        let code = desk.person().map(|person| person_text(&person))?;
        Some(fill(more().filing.of, &[("code", &code)]))
    };
    el("main")
        .class("main person-file")
        .id("main")
        .attr("tabindex", "-1")
        .child(el("header").class("head").child(el("h1").attr("translate", "no").live(move || {
            match erased.get() {
                Some(_) => more().filing.erased.to_string(),
                None => title().unwrap_or_else(|| text().people.title.to_string()),
            }
        })))
        .live(move || match (erased.get(), who.get()) {
            (Some(receipt), _) => erase::view_receipt(receipt),
            (None, Some(id)) => view_file(desk, id, erased),
            (None, None) => view_nobody(),
        })
        .into_any()
}

fn view_file(desk: Desk, id: PersonId, erased: RwSignal<Option<ErasedPerson>>) -> AnyView {
    let part = || el("section").class("settings__part");
    nodes![
        el("p").class("soft lead").child(more().filing.lead),
        part().child(take::view_take(desk, id)),
        part().child(view_review(desk, id)),
        part().child(erase::view_erase(desk, id, erased))
    ]
}

fn view_review(desk: Desk, id: PersonId) -> AnyView {
    let words = &more().filing;
    let day = memo(move || desk.journal().look(|it| it.as_ref().and_then(|it| it.review_by)));
    let wrong = RwSignal::new(None::<&'static str>);
    let set = move |event| match Day::parse(&event_target_value(&event)) {
        Some(day) => {
            wrong.set(None);
            desk.set_review_by(id, Some(day));
        }
        None => wrong.set(Some(text().trouble.wrong_day)),
    };
    let input = el("input")
        .id("review-by")
        .class("field__input")
        .attr("type", "date")
        .attr("min", "1900-01-01")
        .attr("max", "2199-12-31")
        .attr("autocomplete", "off")
        .value(move || day.get().map(Day::iso).unwrap_or_default())
        .on("change", set);
    let clear = move || {
        desk.set_review_by(id, None);
    };
    nodes![
        el("h2").child(words.review),
        el("div")
            .class("field")
            .child(el("label").attr("for", "review-by").child(words.review_by))
            .child(input)
            .child(el("p").class("field__hint").child(words.review_hint))
            .child(el("p").class("field__error").attr("role", "status").live(move || wrong.get())),
        live(move || day.get().map(|_| {
            el("p").child(button().class("plain").on_click(clear).child(words.review_clear))
        }))
    ]
}
