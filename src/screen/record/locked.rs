//! A locked record: its text as it stays, and what was added since, each with its day.
//! Never a field for what is locked.

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::fields::wrong_text;
use super::{Shown, view_ways_out};
use crate::desk::Desk;
use crate::i18n::{fill, more};
use crate::screen::wording::full_day_text;
use crate::ui::PersonArea;

pub(super) fn view_locked(shown: Shown) -> AnyView {
    let (desk, words) = (shown.desk, &more().recording);
    let since = move || {
        let day = desk.session().look(|it| it.as_ref().and_then(|it| it.sheet.locked))?;
        Some(fill(words.locked_on, &[("day", &full_day_text(day))]))
    };
    nodes![
        el("p").class("notice").live(since),
        el("p")
            .class("record__text record__text--locked")
            .attr("translate", "no")
            .live(move || shown.text()),
        el("div").class("record__added").live(move || view_added(desk)),
        view_ways_out(shown),
        view_amend(desk)
    ]
}

pub(super) fn view_added(desk: Desk) -> AnyView {
    let words = &more().recording;
    let added = desk
        .session()
        .look(|it| it.as_ref().map(|it| it.sheet.amendments.clone()))
        .unwrap_or_default();
    if added.is_empty() {
        return ().into_any();
    }
    let view = |it: &crate::domain::Amendment| {
        let day = fill(words.amended_on, &[("day", &full_day_text(it.day))]);
        let text = el("p").class("record__text").attr("translate", "no").child(it.text.as_str());
        el("li").child(el("h3").child(day)).child(text)
    };
    nodes![
        el("h2").child(words.amendments),
        el("ul").class("record__amendments").children(added.iter().map(view))
    ]
}

fn view_amend(desk: Desk) -> AnyView {
    let words = &more().recording;
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let is_added = RwSignal::new(false);
    let value = memo(move || typed.get());
    let write = Callback::new(move |raw: String| {
        is_added.set(false);
        typed.set(raw);
    });
    let add = move || {
        let done = desk.amend_record(&typed.get_untracked());
        if done.is_ok() {
            typed.set(String::new());
        }
        is_added.set(done.is_ok());
        wrong.set(wrong_text(done));
    };
    let fields = nodes![
        view! { <PersonArea id="amendment" label=words.amend hint=words.amend_hint value=value on_input=write error=wrong /> }
            .into_any(),
        el("p")
            .class("answers")
            .child(button().class("button").on_click(add).child(words.amend_add))
            .child(
                el("span")
                    .class("soft small")
                    .attr("role", "status")
                    .live(move || is_added.get().then_some(words.amend_added))
            )
    ];
    el("section").class("record__lock").child(fields).into_any()
}
