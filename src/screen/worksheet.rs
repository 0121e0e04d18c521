//! The worksheet: one gentle page for oneself, its questions in any order, each of them optional.
//! What it keeps is a session of `Me`, caught as on the canvas; never asks for anything to be filled in.

mod about;
mod choosing;
mod elsewhere;
mod ending;
mod feelings;
mod needs;
mod pause;

use crate::reactive::{Look, effect, memo};
use crate::ui::markup::{button, el, live};
use leptos::prelude::*;

use super::attune::{CatchLine, Current, SuggestionStrip, session_text, view_chip, view_details};
use super::notices::SavedState;
use super::{desk, go};
use crate::desk::Desk;
use crate::domain::{Item, ItemId, MomentId};
use crate::i18n::{more, text};
use crate::route::Route;
use crate::ui::keyed;

pub use feelings::view_feelings;
pub use needs::{view_likely, view_met, view_needs};
pub use pause::view_pause;

#[component]
pub fn WorksheetScreen() -> impl IntoView {
    let desk = desk();
    let is_open = memo(move || desk.session().look(|session| session.is_some()));
    live(move || match is_open.get() {
        true => view_worksheet(desk, view_head(desk), view_ways_on()),
        false => view_nothing_open(),
    })
}

fn view_nothing_open() -> AnyView {
    let worksheet = &more().worksheet;
    el("main")
        .class("main")
        .id("main")
        .attr("tabindex", "-1")
        .child(el("h1").child(worksheet.title))
        .child(el("p").class("empty").child(worksheet.nothing_open))
        .child(
            el("p").child(
                button()
                    .class("button button--first")
                    .on_click(move || go(Route::Sessions))
                    .child(text().frame.sessions),
            ),
        )
        .into_any()
}

/// The page, below a head and above what may follow it.
pub fn view_worksheet(desk: Desk, head: AnyView, end: AnyView) -> AnyView {
    // What one begins with has a place from the start.
    effect(move || {
        if desk.moment().look(|moment| moment.is_none()) {
            desk.begin_moment();
        }
    });
    let current =
        memo(move || desk.moment().look(|it| Some(u64::from_le_bytes(it.as_ref()?.id.0))));
    el("main")
        .class("main canvas worksheet")
        .id("main")
        .attr("tabindex", "-1")
        .child(head)
        .child(
            el("div").class("canvas__catch").child(view! { <SuggestionStrip /> }.into_any()).child(
                el("div")
                    .class("worksheet__line")
                    .child(view! { <CatchLine hint=more().worksheet.catch /> }.into_any())
                    .child(pause::view_pause()),
            ),
        )
        .child(about::view_things(desk))
        .live(move || current.get().map(|id| view_questions(desk, MomentId(id.to_le_bytes()))))
        .child(about::view_other(desk))
        .child(ending::view_ending(desk))
        .child(end)
        .into_any()
}

/// Where a worksheet may go from here.
fn view_ways_on() -> AnyView {
    let link = |route: Route, name| el("a").class("link").attr("href", route.address()).child(name);
    el("p")
        .class("links")
        .child(link(Route::Paper, more().paper.title))
        .child(link(Route::HandOver, more().handing.door_me))
        .into_any()
}

fn view_head(desk: Desk) -> AnyView {
    let worksheet = &more().worksheet;
    let when = move || {
        let session = desk.session().get()?;
        let journal = desk.journal().get()?;
        Some(session_text(&session, &journal.sessions, desk.today()))
    };
    el("header")
        .class("head")
        .child(el("h1").child(worksheet.title))
        .child(el("span").class("soft").live(when))
        .child(view! { <SavedState /> }.into_any())
        .child(el("p").class("soft worksheet__lead").child(worksheet.lead).child(" ").child(
            el("a").class("link").attr("href", Route::Attune.address()).child(worksheet.canvas),
        ))
        .into_any()
}

/// All questions about one moment.
fn view_questions(desk: Desk, id: MomentId) -> AnyView {
    let moment = memo(move || desk.session().look(|session| session.as_ref()?.moment(id).cloned()));
    let card = Current { id, moment };
    el("div")
        .class("worksheet__questions")
        .child(about::view_about(desk, card))
        .child(feelings::view_feelings(desk, card))
        .child(needs::view_needs(desk, card))
        .child(needs::view_met(desk, card))
        .child(elsewhere::view_elsewhere(desk, card))
        .child(choosing::view_choosing(desk, card))
        .into_any()
}

/// One question: a heading, a hint, and what belongs to it.
pub fn view_question(title: &str, hint: &str, parts: Vec<AnyView>) -> AnyView {
    el("section")
        .class("question")
        .attr("aria-label", title)
        .child(el("h2").child(title))
        .child(el("p").class("soft small question__hint").child(hint))
        .child(parts)
        .into_any()
}

/// Whether an item stands under a question.
type OfQuestion = fn(&Item) -> bool;

/// What stands under a question as chips, and everything about the one that is chosen.
pub fn view_chips(desk: Desk, card: Current, name: &str, is_of: OfQuestion) -> AnyView {
    let keys = memo(move || {
        card.read(|moment| {
            let items = moment.items.iter().filter(|item| is_of(item));
            items.map(|item| u64::from(item.id().0)).collect::<Vec<_>>()
        })
    });
    let has_chosen = memo(move || {
        let chosen = desk.catching().look(|it| it.item);
        chosen.is_some_and(|id| card.read(|moment| moment.item(id).is_some_and(is_of)))
    });
    let name = name.to_string();
    let chips = move || {
        el("ul")
            .class("chips")
            .attr("aria-label", name.clone())
            .child(keyed(move || keys.get(), move |key| view_chip(card, ItemId(key as u16))))
    };
    el("div")
        .class("question__chips")
        .live(move || (!keys.look(Vec::is_empty)).then(&chips))
        .live(move || has_chosen.get().then(|| view_details(card)))
        .into_any()
}

/// A list that folds open; built when it is first opened.
pub fn view_fold(title: &'static str, list: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let opened = RwSignal::new(false);
    el("details")
        .class("question__fold")
        .on("toggle", move |_| opened.set(true))
        .child(el("summary").child(title))
        .live(move || opened.get().then(&list))
        .into_any()
}
