//! The first page: what Attune is in two sentences, and doors.
//! Never asks for anything.

use leptos::prelude::*;

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
    view! {
        <main class="main welcome" id="main" tabindex="-1">
            <div class="welcome__brand">{icon(Icon::Rings)}<h1>{text().shared.app}</h1></div>
            <p class="welcome__lead">{welcome.lead}</p>
            <p class="soft">{welcome.kept}" "{welcome.kept_open}</p>
            {move || if is_example() { view_examples(desk) } else { view_doors(desk) }}
            <p><a class="link" href=Route::Learn.address()>{welcome.what_is}</a></p>
        </main>
    }
    .into_any()
}

fn view_doors(desk: Desk) -> AnyView {
    let welcome = &text().welcome;
    let with_client = move |_| go(Route::People);
    let for_myself = move |_| {
        desk.choose_me(text().people.me);
        let is_new =
            desk.journal().with_untracked(|it| it.as_ref().is_none_or(|it| it.sessions.is_empty()));
        if is_new {
            desk.begin_session(desk.today());
        }
        go(if is_new { Route::Attune } else { Route::Sessions });
    };
    let look_around = move |_| desk.look_around(crate::example::cabinet(desk.today()));
    view! {
        <h2 class="unseen">{welcome.doors}</h2>
        <div class="doors">
            <button type="button" class="door door--first" on:click=with_client><span class="door__name">{welcome.with_client}</span><span class="soft">{welcome.with_client_hint}</span></button>
            <button type="button" class="door" on:click=for_myself><span class="door__name">{welcome.for_myself}</span><span class="soft">{welcome.for_myself_hint}</span></button>
            <button type="button" class="door" on:click=look_around><span class="door__name">{welcome.look_around}</span><span class="soft">{welcome.look_around_hint}</span></button>
        </div>
    }
    .into_any()
}

fn view_examples(desk: Desk) -> AnyView {
    let people = desk.cabinet().with_untracked(|it| it.people().cloned().collect::<Vec<_>>());
    let doors: Vec<_> = people.iter().map(|person| view_example(desk, person)).collect();
    view! { <h2>{text().welcome.whose}</h2><div class="doors">{doors}</div> }.into_any()
}

fn view_example(desk: Desk, person: &Person) -> AnyView {
    let id = person.id;
    let open = move |_| {
        desk.choose(id);
        go(Route::Sessions);
    };
    view! { <button type="button" class="door" on:click=open><span class="door__name">{person_text(person)}</span></button> }
        .into_any()
}
