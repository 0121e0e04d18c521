//! The list of people, by their codes: add, find, open, rename, set aside, delete.
//! A screen of its own: during a session none of it is in sight.

mod row;

use leptos::prelude::*;

use super::wording::code_error;
use super::{desk, go};
use crate::desk::Desk;
use crate::domain::{Kind, PersonId};
use crate::i18n::text;
use crate::route::Route;
use crate::ui::{Icon, PersonField, icon, keyed};
use crate::vocabulary::fold;

use row::PersonRow;

#[component]
pub fn PeopleScreen() -> impl IntoView {
    let people = &text().people;
    let sought = RwSignal::new(String::new());
    view! {
        <main class="main" id="main" tabindex="-1">
            <header class="head"><h1>{people.title}</h1></header>
            <p class="soft lead">{people.lead}</p>
            <AddClient />
            <FindPerson sought=sought />
            <PersonList sought=sought set_aside=false />
            <PersonList sought=sought set_aside=true />
        </main>
    }
    .into_any()
}

#[component]
fn AddClient() -> impl IntoView {
    let desk = desk();
    let people = &text().people;
    let code = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let add = Callback::new(move |()| match desk.add_client(&code.get_untracked()) {
        Ok(_) => {
            desk.begin_session(desk.today());
            go(Route::Attune);
        }
        Err(error) => wrong.set(Some(code_error(error))),
    });
    let is_first = desk.cabinet().with_untracked(|cabinet| cabinet.people().next().is_none());
    view! {
        <section class="add-client">
            <PersonField id="code" label=people.code hint=people.code_hint value=code error=wrong on_enter=add autofocus=is_first />
            <button type="button" class="button button--first" on:click=move |_| add.run(())>{icon(Icon::Add)}{people.add}</button>
        </section>
    }
    .into_any()
}

/// Finding is worth its place only where there is more than a glance can take in.
#[component]
fn FindPerson(sought: RwSignal<String>) -> impl IntoView {
    const ENOUGH_TO_SEARCH: usize = 3;
    let desk = desk();
    let many = Memo::new(move |_| listed(desk, "", None).len() >= ENOUGH_TO_SEARCH);
    let open_first = Callback::new(move |()| {
        if let Some(first) = listed(desk, &sought.get_untracked(), None).first() {
            open(desk, PersonId(first.to_le_bytes()));
        }
    });
    let view_field = move || {
        many.get().then(|| {
            view! { <PersonField id="find" label=text().people.find value=sought search=true on_enter=open_first on_escape=Callback::new(move |()| sought.set(String::new())) /> }
        })
    };
    view! { {view_field} }.into_any()
}

#[component]
fn PersonList(sought: RwSignal<String>, set_aside: bool) -> impl IntoView {
    let desk = desk();
    let people = &text().people;
    let keys = Memo::new(move |_| sought.with(|sought| listed(desk, sought, Some(set_aside))));
    let is_empty = Memo::new(move |_| keys.with(Vec::is_empty));
    let anyone = Memo::new(move |_| !listed(desk, "", Some(set_aside)).is_empty());
    let view_list = move || {
        let row = |key: u64| view! { <PersonRow id=PersonId(key.to_le_bytes()) /> }.into_any();
        view! { <ul class="people">{keyed(move || keys.get(), row)}</ul> }.into_any()
    };
    let view_all = move || {
        match (set_aside, is_empty.get(), anyone.get()) {
        (true, true, _) => ().into_any(),
        (true, false, _) => view! {
            <details class="set-aside"><summary>{people.set_aside_title}</summary><p class="soft small">{people.set_aside_hint}</p>{view_list()}</details>
        }
        .into_any(),
        (false, true, true) => view! { <p class="empty">{people.none_found}</p> }.into_any(),
        (false, true, false) => view! { <p class="empty">{people.none}</p> }.into_any(),
        (false, false, _) => view_list(),
    }
    };
    view! { {view_all} }.into_any()
}

/// The clients whose code holds what is sought, the newest first; the one of "for myself" has a door of their own.
fn listed(desk: Desk, sought: &str, set_aside: Option<bool>) -> Vec<u64> {
    let sought = fold(sought.trim());
    desk.cabinet().with(|cabinet| {
        let people = cabinet.people().filter(|person| {
            person.kind != Kind::Me
                && set_aside.is_none_or(|aside| person.set_aside == aside)
                && fold(person.code.as_str()).contains(&sought)
        });
        let mut keys: Vec<_> = people.map(|person| u64::from_le_bytes(person.id.0)).collect();
        keys.reverse();
        keys
    })
}

fn open(desk: Desk, id: PersonId) {
    desk.choose(id);
    go(Route::Sessions);
}
