//! The way between screens: a column beside them, tabs under them on a phone.
//! Never names a person.

use crate::ui::markup::{button, el, live};
use leptos::prelude::*;

use super::leaving::{Cover, hide, lock};
use crate::desk::{Kept, Lock, Phase};
use crate::domain::Kind;
use crate::i18n::text;
use crate::reactive::memo;
use crate::route::{Route, View};
use crate::screen::desk;
use crate::ui::{Help, Icon, icon};

const UNDERSTANDING: Route = Route::Understanding(View::CoreNeeds);

fn view_link(route: ReadSignal<Route>, to: Route, name: &'static str) -> AnyView {
    // A view of the same screen has a link of its own, which says "page".
    let current = move || match route.get() {
        now if now == to => Some("page"),
        now if now.screen() == to => Some("true"),
        Route::Conversation if to == Route::Together => Some("true"),
        _ => None,
    };
    el("a").attr("href", to.address()).live_attr("aria-current", current).child(name).into_any()
}

/// To the open session: for oneself it is a worksheet.
fn view_session_link(route: ReadSignal<Route>) -> AnyView {
    let frame = &text().frame;
    let desk = desk();
    let is_me = memo(move || desk.person().is_some_and(|person| person.kind == Kind::Me));
    live(move || match is_me.get() {
        true => view_link(route, Route::Worksheet, frame.worksheet),
        false => view_link(route, Route::Attune, frame.attune),
    })
}

/// Where nothing is locked it says beforehand that it only hides.
fn view_hide() -> AnyView {
    let frame = &text().frame;
    let (desk, cover) = (desk(), expect_context::<Cover>());
    let hint = move || match desk.lock().get() {
        Lock::Closed => frame.hide_and_lock_hint,
        Lock::Open | Lock::Unchosen => frame.hide_hint,
    };
    button()
        .live_attr("title", hint)
        .on_click(move || hide(desk, cover))
        .child(frame.hide)
        .into_any()
}

/// How the notes are kept, said at all times: a button where there is a lock, else plain words and the way to one.
fn view_lock() -> AnyView {
    let frame = &text().frame;
    let desk = desk();
    live(move || {
        let open = |words: &'static str| {
            el("a").class("no-lock").attr("href", Route::Settings.address()).child(words).into_any()
        };
        match (desk.phase().get(), desk.lock().get()) {
            (Phase::Open(Kept::Kept), Lock::Closed) => button()
                .attr("title", frame.lock_hint)
                .on_click(move || lock(desk))
                .child(frame.lock)
                .into_any(),
            (Phase::Open(Kept::Kept), Lock::Open) => open(frame.not_locked),
            (Phase::Open(Kept::ThisVisit), _) => open(frame.not_kept),
            _ => ().into_any(),
        }
    })
}

/// Everything, on a wide screen.
#[component]
pub fn Side(route: ReadSignal<Route>) -> impl IntoView {
    let frame = &text().frame;
    el("div")
        .class("side")
        .child(
            el("a")
                .class("brand")
                .attr("href", Route::Welcome.address())
                .child(icon(Icon::Rings))
                .child(text().shared.app),
        )
        .child(
            el("nav")
                .class("nav")
                .attr("aria-label", frame.places)
                .child(view_session_link(route))
                .child(view_link(route, UNDERSTANDING, frame.understanding))
                .child(view_link(route, Route::Sessions, frame.sessions))
                .child(el("span").class("nav__gap"))
                .child(view_link(route, Route::People, frame.people))
                .child(view_link(route, Route::Together, frame.together))
                .child(view_link(route, Route::Learn, frame.learn))
                .child(view_link(route, Route::Words, frame.words))
                .child(view_link(route, Route::Settings, frame.settings))
                .child(el("span").class("nav__gap"))
                .child(view_link(route, Route::Turned, frame.turn))
                .child(view_link(route, Route::Paper, frame.paper))
                .child(view_help())
                .child(view_hide())
                .child(view_lock()),
        )
        .into_any()
}

fn view_help() -> AnyView {
    button().on_click(Help::open_on_page()).child(text().frame.shortcuts).into_any()
}

/// The five that matter in the hand; the rest behind "more".
#[component]
pub fn Tabs(route: ReadSignal<Route>) -> impl IntoView {
    let frame = &text().frame;
    let open = RwSignal::new(false);
    let close = move |_| open.set(false);
    el("nav")
        .class("tabs")
        .attr("aria-label", frame.places)
        .child(view_session_link(route))
        .child(view_link(route, UNDERSTANDING, frame.understand))
        .child(view_link(route, Route::Sessions, frame.sessions))
        .child(view_link(route, Route::People, frame.people))
        .child(
            button()
                .live_attr("aria-expanded", move || open.get().to_string())
                .attr("aria-controls", "more")
                .on_click(move || open.update(|open| *open = !*open))
                .child(frame.more),
        )
        .child(
            el("div")
                .id("more")
                .class("tabs__more")
                .toggle("tabs__more--open", move || open.get())
                .on("click", close)
                .child(view_link(route, Route::Together, frame.together))
                .child(view_link(route, Route::Turned, frame.turn))
                .child(view_link(route, Route::Paper, frame.paper))
                .child(view_link(route, Route::Learn, frame.learn))
                .child(view_link(route, Route::Words, frame.words))
                .child(view_link(route, Route::Settings, frame.settings))
                .child(view_help())
                .child(view_hide())
                .child(view_lock()),
        )
        .into_any()
}
