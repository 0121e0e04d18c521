//! The sessions of one person: begin, open, re-date, delete.
//! Never shows another person.

mod row;
mod ways;

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::backup::view_reminder;
use super::nobody::view_nobody;
use super::wording::person_text;
use super::{desk, go, session_route};
use crate::desk::Desk;
use crate::domain::{Day, Kind, SessionId};
use crate::i18n::{fill, text};
use crate::ui::{Icon, icon, keyed};
use row::SessionRow;
use ways::view_ways;

#[component]
pub fn SessionsScreen() -> impl IntoView {
    let desk = desk();
    let has_person = memo(move || desk.journal().look(|journal| journal.is_some()));
    let title = move || {
        let person = desk.person()?;
        Some(match person.kind {
            Kind::Me => text().sessions.mine.to_string(),
            _ => fill(text().sessions.of, &[("code", &person_text(&person))]),
        })
    };
    el("main")
        .class("main")
        .id("main")
        .attr("tabindex", "-1")
        .child(
            el("header").class("head").child(
                el("h1")
                    .attr("translate", "no")
                    .live(move || title().unwrap_or_else(|| text().sessions.title.to_string())),
            ),
        )
        .live(move || view_reminder(desk))
        .live(move || if has_person.get() { view_sessions(desk) } else { view_nobody() })
        .into_any()
}

fn view_sessions(desk: Desk) -> AnyView {
    let keys = memo(move || {
        desk.journal().look(|journal| {
            let sessions = journal.as_ref().map(|journal| journal.by_day()).unwrap_or_default();
            sessions.iter().map(|session| u64::from_le_bytes(session.id.0)).collect::<Vec<_>>()
        })
    });
    let is_empty = memo(move || keys.look(Vec::is_empty));
    let row = move |key: u64| view! { <SessionRow id=SessionId(key.to_le_bytes()) /> }.into_any();
    nodes![
        view! { <BeginSession /> }.into_any(),
        live(move || is_empty.get().then(|| el("p").class("empty").child(text().sessions.none))),
        view_ways(derived(move || !is_empty.get())),
        el("ul").class("sessions").child(keyed(move || keys.get(), row))
    ]
}

#[component]
fn BeginSession() -> impl IntoView {
    let desk = desk();
    let sessions = &text().sessions;
    let today = desk.today();
    let chosen = RwSignal::new(today.iso());
    let wrong = RwSignal::new(None::<&'static str>);
    let begin = move |day: Day| {
        if desk.begin_session(day).is_some() {
            go(session_route(desk));
        }
    };
    let begin_other = move |_| match Day::parse(&chosen.get_untracked()) {
        Some(day) => begin(day),
        None => wrong.set(Some(text().trouble.wrong_day)),
    };
    el("section")
        .class("begin")
        .child(
            button()
                .class("button button--first")
                .on_click(move || begin(today))
                .child(icon(Icon::Add))
                .child(sessions.begin_today),
        )
        .child(
            el("details")
                .class("begin__other")
                .child(el("summary").child(sessions.begin_other))
                .child(
                    el("div")
                        .class("begin__day")
                        .child(view_day_field("begin-day", chosen, wrong))
                        .child(
                            button().class("button").on("click", begin_other).child(sessions.begin),
                        ),
                ),
        )
        .into_any()
}

fn view_day_field(
    id: &'static str,
    chosen: RwSignal<String>,
    wrong: RwSignal<Option<&'static str>>,
) -> AnyView {
    let input = move |event| {
        wrong.set(None);
        chosen.set(event_target_value(&event));
    };
    el("div")
        .class("field")
        .child(el("label").attr("for", id).child(text().sessions.day))
        .child(
            el("input")
                .id(id)
                .class("field__input")
                .attr("type", "date")
                .attr("min", "1900-01-01")
                .attr("max", "2199-12-31")
                .attr("autocomplete", "off")
                .value(move || chosen.get())
                .on("input", input),
        )
        .child(el("p").class("field__error").attr("role", "status").live(move || wrong.get()))
        .into_any()
}
