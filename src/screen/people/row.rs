//! One person in the list: open, and behind "more" rename, set aside, delete.
//! Never shows more of a session than that there are some.

use leptos::prelude::*;

use super::open;
use crate::desk::{Desk, PersonChange};
use crate::domain::{Journal, PersonId};
use crate::i18n::{count, fill, text};
use crate::screen::desk;
use crate::screen::wording::{code_error, day_text};
use crate::ui::{Icon, PersonField, icon};

#[component]
pub fn PersonRow(id: PersonId) -> impl IntoView {
    let desk = desk();
    let renaming = RwSignal::new(false);
    let journal = Memo::new(move |_| desk.cabinet().with(|cabinet| cabinet.journal(id).cloned()));
    let code = Memo::new(move |_| {
        journal
            .with(|it| it.as_ref().map(|it| it.person.code.as_str().to_string()))
            .unwrap_or_default()
    });
    let summary = move || journal.with(|it| it.as_ref().map(|it| summary_text(it, desk)));
    let view_code = move || {
        view! {
            <button type="button" class="person__open" on:click=move |_| open(desk, id)>
                <span class="person__code" translate="no">{move || code.get()}</span>
                <span class="soft small">{summary}</span>
            </button>
            {view_more(desk, id, code, renaming)}
        }
        .into_any()
    };
    view! {
        <li class="person">
            {move || if renaming.get() { view_rename(desk, id, code, renaming) } else { view_code() }}
        </li>
    }
    .into_any()
}

fn summary_text(journal: &Journal, desk: Desk) -> String {
    let people = &text().people;
    match journal.by_day().first() {
        None => people.no_session.to_string(),
        Some(last) => {
            let sessions =
                count(journal.sessions.len(), people.sessions_one, people.sessions_other);
            let day = day_text(last.day, desk.today());
            [sessions.as_str(), ", ", &fill(people.last, &[("day", &day)])].concat()
        }
    }
}

fn view_more(desk: Desk, id: PersonId, code: Memo<String>, renaming: RwSignal<bool>) -> AnyView {
    let people = &text().people;
    let is_aside = Memo::new(move |_| {
        desk.cabinet()
            .with(|cabinet| cabinet.journal(id).is_some_and(|journal| journal.person.set_aside))
    });
    let turn_aside = move |_| {
        // A change that names no code cannot be refused.
        let _ = desk.change_person(id, PersonChange::SetAside(!is_aside.get_untracked()));
    };
    let name = move || fill(people.actions, &[("code", &code.get())]);
    view! {
        <details class="menu">
            <summary aria-label=name>{icon(Icon::More)}</summary>
            <div class="menu__items">
                <button type="button" class="plain" on:click=move |_| renaming.set(true)>{text().shared.rename}</button>
                <button type="button" class="plain" on:click=turn_aside>{move || if is_aside.get() { people.take_back } else { people.set_aside }}</button>
                <button type="button" class="plain" on:click=move |_| desk.remove_person(id)>{text().shared.delete}</button>
            </div>
        </details>
    }
    .into_any()
}

fn view_rename(desk: Desk, id: PersonId, code: Memo<String>, renaming: RwSignal<bool>) -> AnyView {
    let typed = RwSignal::new(code.get_untracked());
    let wrong = RwSignal::new(None::<String>);
    let keep = Callback::new(move |()| {
        match desk.change_person(id, PersonChange::Rename(&typed.get_untracked())) {
            Ok(()) => renaming.set(false),
            Err(error) => wrong.set(Some(code_error(error))),
        }
    });
    let cancel = Callback::new(move |()| renaming.set(false));
    view! {
        <div class="person__rename">
            <PersonField id="new-code" label=text().people.new_code value=typed error=wrong on_enter=keep on_escape=cancel autofocus=true />
            <button type="button" class="button button--first" on:click=move |_| keep.run(())>{text().shared.save}</button>
            <button type="button" class="button" on:click=move |_| cancel.run(())>{text().shared.cancel}</button>
        </div>
    }
    .into_any()
}
