//! The first page: what Attune is in two sentences, and doors.
//! Never asks for anything.

use crate::reactive::Look;
use crate::ui::markup::{El, button, el, nodes};
use leptos::prelude::*;

use super::second::Second;
use super::wording::person_text;
use super::{desk, go};
use crate::desk::{Desk, Kept, Phase};
use crate::domain::Person;
use crate::i18n::text;
use crate::route::Route;
use crate::ui::{Icon, icon};

#[component]
pub fn WelcomeScreen() -> impl IntoView {
    let desk = desk();
    let welcome = &text().welcome;
    let is_example = move || desk.phase().get() == Phase::Open(Kept::Example);
    el("main")
        .class("main welcome")
        .id("main")
        .attr("tabindex", "-1")
        .child(
            el("div")
                .class("welcome__brand")
                .child(icon(Icon::Rings))
                .child(el("h1").child(text().shared.app)),
        )
        .child(el("p").class("welcome__lead").child(welcome.lead))
        .child(el("p").class("soft").child(welcome.kept))
        .live(move || if is_example() { view_examples(desk) } else { view_doors(desk) })
        .child(el("p").child(
            el("a").class("link").attr("href", Route::Learn.address()).child(welcome.what_is),
        ))
        .into_any()
}

fn view_doors(desk: Desk) -> AnyView {
    let welcome = &text().welcome;
    let with_client = move |_| go(Route::People);
    let for_myself = move |_| {
        desk.choose_me(text().people.me);
        let is_new =
            desk.journal().glance(|it| it.as_ref().is_none_or(|it| it.sessions.is_empty()));
        // Where this tab only reads, it says so here.
        if is_new && desk.begin_session(desk.today()).is_none() {
            return;
        }
        go(if is_new { Route::Worksheet } else { Route::Sessions });
    };
    let second = Second::of_the_page();
    let look = move |_| look_around(desk, second);
    let doors = el("div")
        .class("doors")
        .child(
            view_door("door door--first", welcome.with_client, welcome.with_client_hint)
                .on("click", with_client),
        )
        .child(
            view_door("door", welcome.for_myself, welcome.for_myself_hint).on("click", for_myself),
        )
        .child(
            view_door("door", welcome.with_others, welcome.with_others_hint)
                .on("click", |_| go(Route::Together)),
        )
        .child(view_door("door", welcome.look_around, welcome.look_around_hint).on("click", look));
    nodes![el("h2").class("unseen").child(welcome.doors), doors]
}

fn view_door(class: &str, name: &str, hint: &str) -> El {
    button()
        .class(class)
        .child(el("span").class("door__name").child(name))
        .child(el("span").class("soft").child(hint))
}

/// Opens the living examples.
pub fn look_around(desk: Desk, second: Second) {
    second.with(Box::new(move |part| desk.look_around((part.examples)(desk.today()))));
}

fn view_examples(desk: Desk) -> AnyView {
    let people = desk.cabinet().glance(|it| it.people().cloned().collect::<Vec<_>>());
    let doors: Vec<_> = people.iter().map(|person| view_example(desk, person)).collect();
    nodes![el("h2").child(text().welcome.whose), el("div").class("doors").child(doors)]
}

fn view_example(desk: Desk, person: &Person) -> AnyView {
    let id = person.id;
    let open = move |_| {
        desk.choose(id);
        go(Route::Sessions);
    };
    button()
        .class("door")
        .on("click", open)
        .child(el("span").class("door__name").child(person_text(person)))
        .into_any()
}
