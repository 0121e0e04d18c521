//! The way between screens: a column beside them, tabs under them on a phone.
//! Never names a person.

use leptos::prelude::*;

use crate::i18n::text;
use crate::route::Route;
use crate::ui::{Icon, icon};

fn view_link(route: ReadSignal<Route>, to: Route, name: &'static str) -> AnyView {
    let current = move || (route.get() == to).then_some("page");
    view! { <a href=to.address() aria-current=current>{name}</a> }.into_any()
}

fn view_hide() -> AnyView {
    let frame = &text().frame;
    view! { <button type="button" title=frame.hide_hint on:click=move |_| crate::browser::leave()>{frame.hide}</button> }.into_any()
}

/// Everything, on a wide screen.
#[component]
pub fn Side(route: ReadSignal<Route>) -> impl IntoView {
    let frame = &text().frame;
    view! {
        <div class="side">
            <a class="brand" href=Route::Welcome.address()>{icon(Icon::Rings)}{text().shared.app}</a>
            <nav class="nav" aria-label=frame.places>
                {view_link(route, Route::Attune, frame.attune)}
                {view_link(route, Route::Sessions, frame.sessions)}
                <span class="nav__gap"></span>
                {view_link(route, Route::People, frame.people)}
                {view_link(route, Route::Learn, frame.learn)}
                {view_link(route, Route::Words, frame.words)}
                {view_link(route, Route::Settings, frame.settings)}
                <span class="nav__gap"></span>
                {view_link(route, Route::Turned, frame.turn)}
                {view_help()}
                {view_hide()}
            </nav>
        </div>
    }
    .into_any()
}

fn view_help() -> AnyView {
    let help = use_context::<super::Help>();
    let open = move |_| {
        if let Some(help) = help {
            help.0.set(true);
        }
    };
    view! { <button type="button" on:click=open>{text().frame.shortcuts}</button> }.into_any()
}

/// The four that matter in the hand; the rest behind "more".
#[component]
pub fn Tabs(route: ReadSignal<Route>) -> impl IntoView {
    let frame = &text().frame;
    let open = RwSignal::new(false);
    let close = move |_| open.set(false);
    view! {
        <nav class="tabs" aria-label=frame.places>
            {view_link(route, Route::Attune, frame.attune)}
            {view_link(route, Route::Sessions, frame.sessions)}
            {view_link(route, Route::People, frame.people)}
            <button type="button" aria-expanded=move || open.get().to_string() aria-controls="more" on:click=move |_| open.update(|open| *open = !*open)>{frame.more}</button>
            <div id="more" class="tabs__more" class:tabs__more--open=move || open.get() on:click=close>
                {view_link(route, Route::Turned, frame.turn)}
                {view_link(route, Route::Learn, frame.learn)}
                {view_link(route, Route::Words, frame.words)}
                {view_link(route, Route::Settings, frame.settings)}
                {view_help()}
                {view_hide()}
            </div>
        </nav>
    }
    .into_any()
}
