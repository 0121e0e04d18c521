//! The open conversation: laid between everyone, on its way to someone, or one person's sheet.
//! Shows others' words by one door alone, `insight::together`, which sees nothing before all are ready.

pub mod arriving;
mod asking;
mod devices;
mod effects;
mod passing;
mod patterns;
mod people;
mod requests;
mod revealed;
mod round;
mod setting;
mod sharing;
mod sheet;
pub mod starting;
mod table;
mod voices;

use crate::reactive::{Look, memo};
use crate::ui::field::Draft;
use crate::ui::markup::{button, el, live};
use leptos::prelude::*;

use super::wording::person_text;
use super::{desk, go};
use crate::desk::{Desk, Hand};
use crate::domain::{Conversation, PersonId, Round};
use crate::i18n::{fill, more};
use crate::route::Route;

#[component]
pub fn ConversationScreen() -> impl IntoView {
    let desk = desk();
    let is_open = memo(move || desk.conversation().look(Option::is_some));
    let hand = memo(move || desk.hand());
    live(move || match (is_open.get(), hand.get()) {
        (false, _) => view_nothing_open(),
        (true, Hand::Table) => table::view_table(desk),
        (true, Hand::Passing) => passing::view_passing(desk),
        (true, Hand::Asked(person)) => passing::view_asked(desk, person),
        (true, Hand::Sheet(person, round)) => sheet::view_sheet(desk, person, round),
        (true, Hand::Revealing) => passing::view_revealing(desk),
    })
}

fn view_nothing_open() -> AnyView {
    let words = &more().conversing;
    el("main")
        .class("main")
        .id("main")
        .attr("tabindex", "-1")
        .child(el("h1").child(words.title))
        .child(el("p").class("empty").child(words.nothing_open))
        .child(
            el("p").child(
                button()
                    .class("button button--first")
                    .on_click(move || go(Route::Together))
                    .child(words.to_all),
            ),
        )
        .into_any()
}

/// What it is about, or that it is about nothing yet.
pub fn topic_text(it: &Conversation) -> String {
    let topic = it.frame.topic.as_ref().map(|topic| topic.as_str().to_string());
    topic.unwrap_or_else(|| more().conversing.no_topic.to_string())
}

pub fn round_name(round: Round) -> String {
    fill(more().conversing.round, &[("number", &round.to_string())])
}

/// What a participant is called in this conversation.
fn code_of(it: &Conversation, person: PersonId) -> String {
    it.participant(person).map(|it| person_text(&it.person)).unwrap_or_default()
}

fn code_now(desk: Desk, person: PersonId) -> String {
    desk.conversation().look(|it| it.as_ref().map(|it| code_of(it, person))).unwrap_or_default()
}

/// Puts the device into other hands: the page begins at its top, and nothing that was being typed is heard any longer.
fn turn(act: impl FnOnce()) {
    Draft::of_the_page().clear();
    act();
    crate::browser::scroll_to_top();
    crate::browser::soon(Box::new(crate::browser::keep_focus_in_page));
}
