//! Understanding: what runs across the sessions of one person, seen in several ways.
//! Never shows another person, and never says what it means: it counts, and leads to the moments.

mod behind;
mod choices;
mod core_needs;
mod evidence;
mod filter;
mod find;
mod map;
mod met;
mod names;
mod on_paper;
mod river;
mod seen;
mod time;

use std::sync::Arc;

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::ev;
use leptos::prelude::*;

use super::nobody::view_nobody;
use super::wording::person_text;
use super::{desk, go};
use crate::desk::Desk;
use crate::domain::{Journal, Kind, Session};
use crate::i18n::{count, fill, more, text};
use crate::route::{Route, View};
use behind::{Behind, view_behind};
pub use filter::Filter;
use filter::view_filter;
use names::short_day;
pub use on_paper::view_on_paper;
use seen::Seen;

/// What every view is given.
#[derive(Clone, Copy)]
pub struct Frame {
    /// Those of the period, narrowed to the area; oldest first.
    pub sessions: Memo<Arc<Vec<Arc<Session>>>>,
    /// Whether one area alone is looked at.
    pub has_area: Memo<bool>,
    /// What insight sees in them.
    pub seen: Seen,
    /// Shows moments in a dialog.
    pub behind: Behind,
    /// How wide a drawing may be, in CSS pixels.
    pub room: Memo<u16>,
}

#[component]
pub fn UnderstandingScreen() -> impl IntoView {
    let desk = desk();
    let whose = memo(move || desk.journal().look(|it| it.as_ref().map(|it| it.person.id)));
    let route = expect_context::<ReadSignal<Route>>();
    let view = memo(move || match route.get() {
        Route::Understanding(view) => Some(view),
        _ => None,
    });
    let finds_in_all = memo(move || {
        let has_people = desk.cabinet().look(|it| !it.journals.is_empty());
        has_people && view.get() == Some(View::Find)
    });
    let title = move || match desk.person() {
        None if finds_in_all.get() => more().find.title.to_string(),
        Some(person) if person.kind == Kind::Me => more().understanding.mine.to_string(),
        Some(person) => fill(more().understanding.of, &[("code", &person_text(&person))]),
        None => more().understanding.title.to_string(),
    };
    el("main")
        .class("main understanding")
        .id("main")
        .attr("tabindex", "-1")
        .child(el("header").class("head").child(el("h1").attr("translate", "no").live(title)))
        .live(move || match whose.get() {
            Some(_) => view_person(desk, view),
            None if finds_in_all.get() => find::view_find_in_all(),
            None => view_nobody(),
        })
        .into_any()
}

fn view_person(desk: Desk, view: Memo<Option<View>>) -> AnyView {
    // Without a session of theirs there is still everyone else to find something of.
    let has_views = memo(move || {
        let has_session = |it: &Journal| !it.sessions.is_empty();
        let is_find = view.get() == Some(View::Find);
        is_find || desk.journal().look(|it| it.as_deref().is_some_and(has_session))
    });
    live(move || match has_views.get() {
        true => view_sessions(desk, view),
        false => {
            let door = button().class("button button--first").on_click(move || go(Route::Sessions));
            nodes![
                el("p").class("empty").child(more().understanding.none),
                el("p").child(door.child(text().frame.sessions))
            ]
        }
    })
}

fn view_sessions(desk: Desk, view: Memo<Option<View>>) -> AnyView {
    let filter = Filter::of_the_page(desk);
    let sessions = memo(move || {
        let scope = filter.scope();
        let sessions = desk.journal().look(|it| it.as_ref().map(|it| scope.sessions(it)));
        Arc::new(sessions.unwrap_or_default())
    });
    let has_area = memo(move || filter.has_area());
    let frame = Frame {
        sessions,
        seen: Seen::of(desk, sessions),
        has_area,
        behind: Behind::default(),
        room: room(),
    };
    nodes![
        view_views(view),
        el("div").class("scope").child(view_filter(filter)).child(
            el("p")
                .class("soft small scope__told")
                .attr("role", "status")
                .live(move || told(&sessions.get()))
        ),
        el("div")
            .class("understanding__view")
            .live(move || view.get().map(|view| show(view, frame))),
        view_behind(frame.behind)
    ]
}

fn show(view: View, frame: Frame) -> AnyView {
    match view {
        View::CoreNeeds => core_needs::view_core_needs(frame),
        View::Map => map::view_map(frame),
        View::Time => time::view_time(frame),
        View::River => river::view_river(frame),
        View::Met => met::view_met(frame),
        View::Choices => choices::view_choices(frame),
        View::Find => find::view_find(frame),
    }
}

fn view_views(shown: Memo<Option<View>>) -> AnyView {
    let links = View::ALL.map(|view| {
        let current = move || (shown.get() == Some(view)).then_some("page");
        el("a")
            .class("views__view")
            .attr("href", Route::Understanding(view).address())
            .live_attr("aria-current", current)
            .child(name(view))
    });
    el("nav")
        .class("views")
        .attr("aria-label", more().understanding.views)
        .children(links)
        .into_any()
}

fn name(view: View) -> &'static str {
    let texts = &more().understanding;
    match view {
        View::CoreNeeds => texts.core_needs,
        View::Map => texts.map,
        View::Time => texts.time,
        View::River => texts.river,
        View::Met => texts.met,
        View::Choices => texts.choices,
        View::Find => texts.find,
    }
}

/// How many sessions, and from when to when.
fn told(sessions: &[Arc<Session>]) -> String {
    let texts = &more().understanding;
    let (Some(first), Some(last)) = (sessions.first(), sessions.last()) else {
        return texts.sessions_none.to_string();
    };
    let sessions = count(sessions.len(), texts.sessions_one, texts.sessions_other);
    let template = if first.day == last.day { texts.one_day } else { texts.span };
    let (from, to) = (short_day(first.day), short_day(last.day));
    fill(template, &[("sessions", &sessions), ("from", &from), ("to", &to)])
}

/// In a period or an area in which nothing was named.
fn view_nothing() -> AnyView {
    el("p").class("empty").child(more().understanding.nothing_here).into_any()
}

/// Under a picture with more rows than are shown at first.
fn view_show_all(rows: Signal<usize>, few: usize, is_all: RwSignal<bool>) -> AnyView {
    let texts = &more().understanding;
    let words = move || match is_all.get() {
        true => texts.show_fewer.to_string(),
        false => count(rows.get(), texts.show_all, texts.show_all),
    };
    live(move || {
        (rows.get() > few).then(|| {
            button()
                .class("plain picture__all")
                .on_click(move || is_all.update(|it| *it = !*it))
                .live(words)
        })
    })
}

/// Follows the window in steps: a drawing is laid out for the room it has, and not anew for each pixel.
pub fn room() -> Memo<u16> {
    let page = RwSignal::new(crate::browser::page_width());
    let resized =
        window_event_listener(ev::resize, move |_| page.set(crate::browser::page_width()));
    on_cleanup(move || resized.remove());
    memo(move || chart_room(page.get()))
}

/// Of a page so many CSS pixels wide; what the sheets leave between the edges of a card.
fn chart_room(page: u16) -> u16 {
    let column = match page {
        1101.. => page.min(1440) - 224,
        _ => page,
    };
    let (beside, within) = if page <= 560 { (32, 34) } else { (64, 50) };
    let room = column.min(1080).saturating_sub(beside + within);
    (room / 20 * 20).max(200)
}
