//! The canvas: the catch line, the moments of the open session, and what the current one suggests.
//! Never shows another client, and never asks for anything to be filled in.

mod catch_line;
mod chip;
mod details;
mod gentle;
mod line;
mod line_field;
mod moment_card;
mod notes;
mod often_felt;
mod options;
mod pickers;
mod something_else;
mod suggestions;
mod take_once;

use crate::reactive::{Look, effect, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::notices::SavedState;
use super::second::view_piece;
use super::wording::{day_text, person_text};
use super::{desk, go};
use crate::domain::{Day, Kind, MomentId, Session};
use crate::i18n::{fill, text};
use crate::route::Route;
use crate::ui::keyed;

pub use catch_line::{CATCH_ID, CatchLine};
pub use chip::view_chip;
pub use details::view_details;
pub use gentle::GentleLines;
pub use line_field::LineField;
pub use moment_card::Current;
use moment_card::MomentCard;
pub use notes::{AskedText, view_texts};
pub use often_felt::view_often_felt;
use pickers::Pickers;
pub use pickers::{view_feelings, view_needs};
use suggestions::SuggestionAside;
pub use suggestions::{SuggestionStrip, likely_needs};

#[component]
pub fn AttuneScreen() -> impl IntoView {
    let desk = desk();
    let is_open = memo(move || desk.session().look(|session| session.is_some()));
    live(move || if is_open.get() { view_canvas() } else { view_nothing_open() })
}

fn view_nothing_open() -> AnyView {
    let desk = desk();
    let has_person = desk.person().is_some();
    let (words, door, route) = if has_person {
        (text().canvas.no_session, text().frame.sessions, Route::Sessions)
    } else {
        (text().canvas.nobody, text().canvas.choose, Route::People)
    };
    el("main")
        .class("main")
        .id("main")
        .attr("tabindex", "-1")
        .child(el("h1").child(text().frame.attune))
        .child(el("p").class("empty").child(words))
        .child(
            el("p").child(
                button().class("button button--first").on_click(move || go(route)).child(door),
            ),
        )
        .into_any()
}

fn view_canvas() -> AnyView {
    nodes![
        el("main")
            .class("main canvas")
            .id("main")
            .attr("tabindex", "-1")
            .child(view! { <CanvasHead /> }.into_any())
            .child(
                el("div")
                    .class("canvas__catch")
                    .child(view! { <SuggestionStrip /> }.into_any())
                    .child(view! { <CatchLine hint=text().capture.hint /> }.into_any())
            )
            .child(view! { <Pickers /> }.into_any())
            .child(view! { <Moments /> }.into_any())
            .child(view_summary())
            .child(view_notes()),
        view! { <SuggestionAside /> }.into_any()
    ]
}

/// What someone handed over in their own sentences. One's own stand on the worksheet.
fn view_summary() -> AnyView {
    let desk = desk();
    let words = memo(move || {
        let is_me = desk.person().is_some_and(|person| person.kind == Kind::Me);
        let session = desk.session().get().filter(|it| !is_me && !it.summary.is_empty())?;
        Some(session.summary.as_str().to_string())
    });
    let view = |words: String| {
        el("section")
            .class("summary")
            .child(el("h2").class("eyebrow").child(text().canvas.summary))
            .child(el("p").attr("dir", "auto").attr("translate", "no").child(words))
    };
    live(move || words.get().map(view))
}

/// The two texts, folded away until they are asked for.
fn view_notes() -> AnyView {
    let summary = el("summary").child(text().canvas.texts);
    let asked = AskedText::of_the_page().take();
    if let Some(kind) = asked {
        effect(move || crate::browser::focus(notes::id(kind)));
    }
    el("details")
        .class("notes")
        .attr("open", asked.map(|_| ""))
        .child(summary)
        .child(view_piece(|part| (part.texts)()))
        .into_any()
}

#[component]
fn CanvasHead() -> impl IntoView {
    let desk = desk();
    let who = move || desk.person().map(|person| person_text(&person));
    let when = move || {
        let session = desk.session().get()?;
        let journal = desk.journal().get()?;
        Some(session_text(&session, &journal.sessions, desk.today()))
    };
    el("header")
        .class("head")
        .child(el("h1").attr("translate", "no").live(who))
        .child(el("span").class("soft").live(when))
        .child(view! { <SavedState /> }.into_any())
        .into_any()
}

/// The day of a session, and which one it is where that day has several.
pub fn session_text(session: &Session, all: &[std::sync::Arc<Session>], today: Day) -> String {
    let day = day_text(session.day, today);
    let same_day = || all.iter().filter(|other| other.day == session.day);
    if same_day().count() < 2 {
        return day;
    }
    let nth = same_day().filter(|other| other.begun <= session.begun).count();
    fill(text().canvas.nth_session, &[("day", &day), ("nth", &nth.to_string())])
}

/// The moments, the newest first: nearest to the catch line.
#[component]
fn Moments() -> impl IntoView {
    let desk = desk();
    let keys = move || {
        desk.session().look(|session| {
            let moments = session.as_ref().map(|session| session.moments.iter().rev());
            moments.into_iter().flatten().map(|moment| u64::from_le_bytes(moment.id.0)).collect()
        })
    };
    let is_empty = memo(move || {
        desk.session()
            .look(|session| session.as_ref().is_none_or(|session| session.moments.is_empty()))
    });
    let card = move |key: u64| view! { <MomentCard id=MomentId(key.to_le_bytes()) /> }.into_any();
    nodes![
        live(move || is_empty.get().then(|| el("p").class("empty").child(text().canvas.empty))),
        el("div").class("moments").child(keyed(keys, card))
    ]
}
