//! The frame around every screen, and which screen stands in it.
//! Holds no data: the desk does.

mod leaving;
mod navigation;
mod second_part;
mod shortcuts;

use std::cell::Cell;

use crate::reactive::{Look, effect, memo};
use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use crate::desk::{Desk, Hand, Kept, Lock, Phase, Refusal, World};
use crate::domain::Theme;
use crate::i18n::text;
use crate::route::Route;
use crate::screen::attune::AskedText;
use crate::screen::invited::Invited;
use crate::screen::notices::Notices;
use crate::screen::second::{Fetch, Second, view_second};
pub use crate::screen::second::{SecondPart, Then};
use crate::screen::session_route;
use crate::screen::understanding::Filter;
use crate::screen::welcome::{WelcomeScreen, look_around};
use crate::ui::Help;
use crate::ui::field::Draft;

use leaving::{Cover, view_cover};
use navigation::{Side, Tabs};
pub use second_part::second_part;
use shortcuts::Shortcuts;

#[component]
pub fn App(
    world: World,
    /// How the second part comes: a release is cut, and fetches it.
    #[prop(default = second_part::whole)]
    fetch: Fetch,
) -> impl IntoView {
    let desk = Desk::new(world, text().trouble.kept_twice);
    let help = Help(RwSignal::new(false));
    provide_context(desk);
    let second = Second::new(fetch);
    let invited = Invited::take();
    let cover = Cover(RwSignal::new(false), invited);
    provide_context(help);
    provide_context(cover);
    provide_context(second);
    provide_context(Draft(RwSignal::new(String::new())));
    provide_context(AskedText::none());
    provide_context(Filter::none());
    provide_context(invited);
    let route = RwSignal::new(Route::parse(&crate::browser::address()));
    provide_context(route.read_only());
    listen(desk, route, help, invited);
    leaving::listen(desk, cover);
    come_back(desk, route);
    desk.open_kept();
    // Not before the first screen stands: nothing may delay that.
    crate::browser::soon(Box::new(move || second.with(Box::new(|_| ()))));
    follow_theme(desk);
    let screen = memo(move || route.get().screen());
    let is_invited = memo(move || invited.address().look(Option::is_some));
    // A guest's page and an open sheet have their own.
    let has_notices = memo(move || {
        let is_sheet = matches!(desk.hand(), Hand::Sheet(..));
        let is_own = is_sheet && route.get() == Route::Conversation;
        !is_invited.get() && !is_own
    });
    nodes![
        view_skip(),
        el("div")
            .class("frame")
            .toggle("frame--turned", move || is_invited.get() || route.get() == Route::Turned)
            .toggle("frame--covered", move || cover.0.get())
            .child(view! { <Side route=route.read_only() /> }.into_any())
            .live(move || {
                has_notices.get().then(|| view! { <Notices route=route.read_only() /> }.into_any())
            })
            .live(move || match desk.phase().get() {
                _ if cover.0.get() => view_cover(cover),
                _ if is_invited.get() => view_second(|it| (it.guest)()),
                Phase::Absent => ().into_any(),
                Phase::Locked => view_locked(screen.get()),
                Phase::Open(kept) => view_open(desk, kept, screen.get()),
                Phase::Erased(_) => view_second(|it| (it.erased)()),
                Phase::Refused(refusal) => view_refused(desk, refusal, screen.get()),
            })
            .child(view! { <Tabs route=route.read_only() /> }.into_any()),
        view! { <Shortcuts open=help.0 /> }.into_any()
    ]
}

fn follow_theme(desk: Desk) {
    effect(move || {
        crate::browser::set_theme(match desk.theme() {
            Theme::Device => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        });
    });
}

fn view_skip() -> AnyView {
    el("a")
        .class("skip")
        .attr("href", "#main")
        .on("click", move |event| {
            // The address is the route's: the link only moves the focus.
            event.prevent_default();
            crate::browser::focus("main");
        })
        .child(text().frame.skip)
        .into_any()
}

/// A visit that names no screen comes back to the session that was open.
fn come_back(desk: Desk, route: RwSignal<Route>) {
    let is_open = memo(move || match desk.phase().get() {
        Phase::Absent | Phase::Locked => None,
        Phase::Open(_) | Phase::Erased(_) | Phase::Refused(_) => Some(()),
    });
    let has_come = Cell::new(false);
    effect(move || {
        if is_open.get().is_none() || has_come.replace(true) {
            return;
        }
        let has_session = desk.session().glance(|session| session.is_some());
        if has_session && crate::browser::address().is_empty() {
            route.set(session_route(desk));
        }
    });
}

fn listen(desk: Desk, route: RwSignal<Route>, help: Help, invited: Invited) {
    crate::browser::on_address(move |address| {
        desk.dismiss_notice();
        let address = if invited.hear() { crate::browser::address() } else { address };
        let place = Route::parse(&address);
        if place != Route::Conversation {
            desk.close_sheet();
        }
        route.set(place);
        crate::browser::scroll_to_top();
        // The door that was opened is gone: whoever has no mouse goes on at the beginning of the new screen.
        crate::browser::soon(Box::new(crate::browser::keep_focus_in_page));
    });
    crate::browser::on_page_hide(move || desk.keep_now());
    crate::browser::keep_focus();
    crate::browser::hold_double_clicks();
    crate::browser::on_document_key(move |event| {
        if event.key() == "?" && !crate::browser::focused_is_text() {
            event.prevent_default();
            help.0.set(true);
        }
    });
}

/// Where words are written, nothing is shown before it is said who may open them.
fn view_open(desk: Desk, kept: Kept, route: Route) -> AnyView {
    let writes = !matches!(route, Route::Welcome | Route::Learn | Route::Words);
    if writes && kept == Kept::Kept && desk.lock().get() == Lock::Unchosen {
        return view_second(|it| (it.choose_lock)());
    }
    view_screen(route)
}

fn view_locked(route: Route) -> AnyView {
    match route {
        Route::Learn | Route::Words => view_screen(route),
        _ => view_second(|it| (it.unlock)()),
    }
}

fn view_screen(route: Route) -> AnyView {
    match route {
        Route::Welcome => view! { <WelcomeScreen /> }.into_any(),
        Route::People => view_second(|it| (it.people)()),
        Route::Sessions => view_second(|it| (it.sessions)()),
        Route::Attune => view_second(|it| (it.attune)()),
        Route::Worksheet => view_second(|it| (it.worksheet)()),
        Route::HandOver => view_second(|it| (it.hand_over)()),
        Route::Paper => view_second(|it| (it.paper)()),
        Route::Invite => view_second(|it| (it.invite)()),
        Route::Receive => view_second(|it| (it.receive)()),
        Route::Turned => view_second(|it| (it.turned)()),
        Route::Record => view_second(|it| (it.record)()),
        Route::PersonFile => view_second(|it| (it.person_file)()),
        Route::Together => view_second(|it| (it.together)()),
        Route::Conversation => view_second(|it| (it.conversation)()),
        Route::Understanding(_) => view_second(|it| (it.understanding)()),
        Route::Change => view_second(|it| (it.change)()),
        Route::Learn => view_second(|it| (it.learn)()),
        Route::Words => view_second(|it| (it.words)()),
        Route::Settings => view_second(|it| (it.settings)()),
    }
}

/// What is stored cannot be opened: said plainly, with what can still be done. Nothing is written over it.
fn view_refused(desk: Desk, refusal: Refusal, route: Route) -> AnyView {
    let trouble = &text().trouble;
    let second = Second::of_the_page();
    if matches!(route, Route::Learn | Route::Words) {
        return view_screen(route);
    }
    let (title, words) = match refusal {
        Refusal::Newer => (trouble.refused_newer_title, trouble.refused_newer),
        Refusal::Damaged => (trouble.refused_damaged_title, trouble.refused_damaged),
        Refusal::Blocked => (trouble.refused_damaged_title, trouble.blocked),
    };
    el("main")
        .class("main")
        .id("main")
        .attr("tabindex", "-1")
        .child(el("h1").child(title))
        .child(el("p").class("lead").child(words))
        .child(el("p").class("soft").child(trouble.refused_look))
        .child(
            el("p")
                .class("answers")
                .child(
                    button()
                        .class("button button--first")
                        .on_click(crate::browser::reload)
                        .child(trouble.reload),
                )
                .child(
                    button()
                        .class("button")
                        .on_click(move || look_around(desk, second))
                        .child(text().welcome.look_around),
                ),
        )
        .into_any()
}
