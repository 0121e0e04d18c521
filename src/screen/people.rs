//! The list of people, by their codes: add, find, open, rename, set aside, delete.
//! A screen of its own: during a session none of it is in sight.

mod row;

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el};
use leptos::prelude::*;

use super::backup::view_reminder;
use super::wording::code_error;
use super::{desk, go};
use crate::desk::Desk;
use crate::domain::{Kind, PersonId};
use crate::i18n::{more, text};
use crate::route::{Route, View};
use crate::ui::{Icon, PersonField, icon, keyed};
use crate::vocabulary::fold;

use row::PersonRow;

#[component]
pub fn PeopleScreen() -> impl IntoView {
    let (desk, people) = (desk(), &text().people);
    let sought = RwSignal::new(String::new());
    let has_sessions = memo(move || {
        desk.cabinet().look(|it| it.journals.iter().any(|it| !it.sessions.is_empty()))
    });
    el("main")
        .class("main")
        .id("main")
        .attr("tabindex", "-1")
        .child(el("header").class("head").child(el("h1").child(people.title)))
        .child(el("p").class("soft lead").child(people.lead))
        .live(move || view_reminder(desk))
        .child(view! { <AddClient /> }.into_any())
        .child(view! { <FindPerson sought=sought /> }.into_any())
        .child(view! { <PersonList sought=sought set_aside=false /> }.into_any())
        .child(view! { <PersonList sought=sought set_aside=true /> }.into_any())
        .child(
            el("p")
                .class("links")
                .live(move || has_sessions.get().then(view_door))
                .child(
                    el("a")
                        .class("link")
                        .attr("href", Route::Paper.address())
                        .child(more().paper.blank),
                )
                .child(
                    el("a")
                        .class("link")
                        .attr("href", Route::Receive.address())
                        .child(more().receive.title),
                ),
        )
        .into_any()
}

/// To what was noted with anyone.
fn view_door() -> AnyView {
    let address = Route::Understanding(View::Find).address();
    el("a").class("link").attr("href", address).child(more().find.door).into_any()
}

#[component]
fn AddClient() -> impl IntoView {
    let desk = desk();
    let people = &text().people;
    let code = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let add = Callback::new(move |()| match desk.add_client(&code.get_untracked()) {
        // Where this tab only reads, it says so, and what was typed stays.
        Ok(_) => {
            if desk.begin_session(desk.today()).is_some() {
                go(Route::Attune);
            }
        }
        Err(error) => wrong.set(Some(code_error(error))),
    });
    let is_first = desk.cabinet().glance(|cabinet| cabinet.people().next().is_none());
    el("section").class("add-client").child(view! { <PersonField id="code" label=people.code hint=people.code_hint value=code error=wrong on_enter=add autofocus=is_first /> }.into_any()).child(button().class("button button--first").on_click(move || add.run(())).child(icon(Icon::Add)).child(people.add))
    .into_any()
}

/// Finding is worth its place only where there is more than a glance can take in.
#[component]
fn FindPerson(sought: RwSignal<String>) -> impl IntoView {
    const ENOUGH_TO_SEARCH: usize = 3;
    let desk = desk();
    let many = memo(move || listed(desk, "", None).len() >= ENOUGH_TO_SEARCH);
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
    view_field.into_any()
}

#[component]
fn PersonList(sought: RwSignal<String>, set_aside: bool) -> impl IntoView {
    let desk = desk();
    let people = &text().people;
    let keys = memo(move || sought.look(|sought| listed(desk, sought, Some(set_aside))));
    let is_empty = memo(move || keys.look(Vec::is_empty));
    let anyone = memo(move || !listed(desk, "", Some(set_aside)).is_empty());
    let view_list = move || {
        let row = |key: u64| view! { <PersonRow id=PersonId(key.to_le_bytes()) /> }.into_any();
        el("ul").class("people").child(keyed(move || keys.get(), row)).into_any()
    };
    let view_all = move || match (set_aside, is_empty.get(), anyone.get()) {
        (true, true, _) => ().into_any(),
        (true, false, _) => el("details")
            .class("set-aside")
            .child(el("summary").child(people.set_aside_title))
            .child(el("p").class("soft small").child(people.set_aside_hint))
            .child(view_list())
            .into_any(),
        (false, true, true) => el("p").class("empty").child(people.none_found).into_any(),
        (false, true, false) => el("p").class("empty").child(people.none).into_any(),
        (false, false, _) => view_list(),
    };
    view_all.into_any()
}

/// The clients whose code holds what is sought, the newest first; the one of "for myself" has a door of their own.
fn listed(desk: Desk, sought: &str, set_aside: Option<bool>) -> Vec<u64> {
    let sought = fold(sought.trim());
    desk.cabinet().look(|cabinet| {
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
