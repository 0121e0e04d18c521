//! The sessions of one person: begin, open, re-date, delete.
//! Never shows another person.

use std::sync::Arc;

use leptos::prelude::*;

use super::attune::session_text;
use super::wording::{moment_text, person_text};
use super::{desk, go};
use crate::desk::Desk;
use crate::domain::{Day, Kind, Session, SessionId};
use crate::i18n::{count, fill, text};
use crate::route::Route;
use crate::ui::{Icon, icon, keyed};

#[component]
pub fn SessionsScreen() -> impl IntoView {
    let desk = desk();
    let has_person = Memo::new(move |_| desk.journal().with(|journal| journal.is_some()));
    let title = move || {
        let person = desk.person()?;
        Some(match person.kind {
            Kind::Me => text().sessions.mine.to_string(),
            _ => fill(text().sessions.of, &[("code", &person_text(&person))]),
        })
    };
    view! {
        <main class="main" id="main" tabindex="-1">
            <header class="head"><h1 translate="no">{move || title().unwrap_or_else(|| text().sessions.title.to_string())}</h1></header>
            {move || if has_person.get() { view_sessions(desk) } else { view_nobody() }}
        </main>
    }
    .into_any()
}

fn view_nobody() -> AnyView {
    view! {
        <p class="empty">{text().sessions.nobody}</p>
        <p><button type="button" class="button button--first" on:click=move |_| go(Route::People)>{text().frame.people}</button></p>
    }
    .into_any()
}

fn view_sessions(desk: Desk) -> AnyView {
    let keys = Memo::new(move |_| {
        desk.journal().with(|journal| {
            let sessions = journal.as_ref().map(|journal| journal.by_day()).unwrap_or_default();
            sessions.iter().map(|session| u64::from_le_bytes(session.id.0)).collect::<Vec<_>>()
        })
    });
    let is_empty = Memo::new(move |_| keys.with(Vec::is_empty));
    let row = move |key: u64| view! { <SessionRow id=SessionId(key.to_le_bytes()) /> }.into_any();
    view! {
        <BeginSession />
        {move || is_empty.get().then(|| view! { <p class="empty">{text().sessions.none}</p> })}
        <ul class="sessions">{keyed(move || keys.get(), row)}</ul>
    }
    .into_any()
}

#[component]
fn BeginSession() -> impl IntoView {
    let desk = desk();
    let sessions = &text().sessions;
    let today = desk.today();
    let chosen = RwSignal::new(today.iso());
    let wrong = RwSignal::new(None::<&'static str>);
    let begin = move |day: Day| {
        desk.begin_session(day);
        go(Route::Attune);
    };
    let begin_other = move |_| match Day::parse(&chosen.get_untracked()) {
        Some(day) => begin(day),
        None => wrong.set(Some(text().trouble.wrong_day)),
    };
    view! {
        <section class="begin">
            <button type="button" class="button button--first" on:click=move |_| begin(today)>{icon(Icon::Add)}{sessions.begin_today}</button>
            <details class="begin__other">
                <summary>{sessions.begin_other}</summary>
                <div class="begin__day">
                    {view_day_field("begin-day", chosen, wrong)}
                    <button type="button" class="button" on:click=begin_other>{sessions.begin}</button>
                </div>
            </details>
        </section>
    }
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
    view! {
        <div class="field">
            <label for=id>{text().sessions.day}</label>
            <input id=id class="field__input" type="date" min="1900-01-01" max="2199-12-31" autocomplete="off"
                prop:value=move || chosen.get() on:input=input />
            <p class="field__error" role="status">{move || wrong.get()}</p>
        </div>
    }
    .into_any()
}

#[component]
fn SessionRow(id: SessionId) -> impl IntoView {
    let desk = desk();
    let redating = RwSignal::new(false);
    let session =
        Memo::new(move |_| desk.journal().with(|journal| journal.as_ref()?.session(id).cloned()));
    let view_row = move || session.get().map(|session| view_open(desk, &session, redating));
    view! {
        <li class="person">
            {move || if redating.get() { view_redate(desk, id, session, redating) } else { view_row().into_any() }}
        </li>
    }
    .into_any()
}

fn view_open(desk: Desk, session: &Arc<Session>, redating: RwSignal<bool>) -> AnyView {
    let id = session.id;
    let all = desk
        .journal()
        .with(|journal| journal.as_ref().map(|it| it.sessions.clone()))
        .unwrap_or_default();
    let when = session_text(session, &all, desk.today());
    let open = move |_| {
        desk.open_session(id);
        go(Route::Attune);
    };
    let name = fill(text().sessions.open, &[("day", &when)]);
    let more = [text().shared.more, ": ", &when].concat();
    view! {
        <button type="button" class="person__open" aria-label=name on:click=open>
            <span class="person__code">{when}</span>
            <span class="soft small" translate="no">{summary_text(desk, session)}</span>
        </button>
        <details class="menu">
            <summary aria-label=more>{icon(Icon::More)}</summary>
            <div class="menu__items">
                <button type="button" class="plain" on:click=move |_| redating.set(true)>{text().sessions.redate}</button>
                <button type="button" class="plain" on:click=move |_| desk.remove_session(id)>{text().shared.delete}</button>
            </div>
        </details>
    }
    .into_any()
}

/// How many moments, and what the first are called.
fn summary_text(desk: Desk, session: &Session) -> String {
    const NAMED: usize = 3;
    let sessions = &text().sessions;
    if session.moments.is_empty() {
        return sessions.moments_none.to_string();
    }
    let person = desk.person();
    let names =
        session.moments.iter().take(NAMED).map(|moment| moment_text(moment, person.as_deref()));
    let names = names.collect::<Vec<_>>().join(" · ");
    [
        count(session.moments.len(), sessions.moments_one, sessions.moments_other).as_str(),
        ": ",
        &names,
    ]
    .concat()
}

fn view_redate(
    desk: Desk,
    id: SessionId,
    session: Memo<Option<Arc<Session>>>,
    redating: RwSignal<bool>,
) -> AnyView {
    let day = session.with_untracked(|session| session.as_ref().map(|session| session.day.iso()));
    let chosen = RwSignal::new(day.unwrap_or_default());
    let wrong = RwSignal::new(None::<&'static str>);
    let keep = move |_| match Day::parse(&chosen.get_untracked()) {
        Some(day) => {
            desk.redate_session(id, day);
            redating.set(false);
        }
        None => wrong.set(Some(text().trouble.wrong_day)),
    };
    view! {
        <div class="person__rename">
            {view_day_field("new-day", chosen, wrong)}
            <button type="button" class="button button--first" on:click=keep>{text().shared.save}</button>
            <button type="button" class="button" on:click=move |_| redating.set(false)>{text().shared.cancel}</button>
        </div>
    }
    .into_any()
}
