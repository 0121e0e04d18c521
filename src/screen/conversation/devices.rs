//! A conversation over several devices: who writes where, what comes next, and the files between.
//! Never says of anyone more than whether they are ready, and whether a file of theirs has come.

mod making;
mod seating;

use std::sync::Arc;

use leptos::prelude::*;

use super::{arriving, code_of};
use crate::desk::Desk;
use crate::domain::{Awaited, Conversation, ConversationId, Participant, Round};
use crate::i18n::{fill, more};
use crate::reactive::{Look, memo};
use crate::screen::wording::{join_text, person_text};
use crate::ui::markup::{button, el, live, nodes};

pub use seating::view_chosen;

const TITLE: &str = "talk-devices";

/// What to do next, at the head of the table: nothing as long as one device is enough.
pub fn view_next(desk: Desk) -> AnyView {
    let steps = memo(move || steps(desk));
    let view = move || {
        let said = steps.get().into_iter().map(|it| el("p").attr("translate", "no").child(it));
        let to_files = button()
            .class("plain")
            .on_click(|| crate::browser::focus(TITLE))
            .child(more().devices.to_files);
        el("div").class("talk__next").children(said).child(to_files).into_any()
    };
    el("div")
        .attr("role", "status")
        .live(move || (!steps.look(Vec::is_empty)).then(view))
        .into_any()
}

fn steps(desk: Desk) -> Vec<String> {
    let words = &more().devices;
    let has_news = open_now(desk).is_some_and(|id| desk.has_news_for_others(id));
    desk.conversation().look(|it| {
        let Some(it) = it.as_ref().filter(|it| it.secret.is_some() && is_elsewhere(it)) else {
            return Vec::new();
        };
        let now = it.current_round();
        let is_ready = is_ready_here(it, now);
        let was_told = it.participants.iter().any(|one| one.is_here && one.revision > 0);
        let to_do = match (was_told, has_news) {
            (false, _) => Some(words.next_open),
            (true, true) if is_ready => Some(words.next_ready),
            (true, true) => Some(words.next_news),
            (true, false) => None,
        };
        let on_their_way = now.checked_sub(1).map(|seen| waited(it, seen, Awaited::Words));
        let unheard = (is_ready && was_told).then(|| waited(it, now, Awaited::Ready));
        let said = |template: &'static str, who: Vec<String>| {
            (!who.is_empty()).then(|| fill(template, &[("who", &join_text(who))]))
        };
        let awaited = [
            said(words.next_words, on_their_way.unwrap_or_default()),
            said(words.next_wait, unheard.unwrap_or_default()),
        ];
        to_do.map(str::to_string).into_iter().chain(awaited.into_iter().flatten()).collect()
    })
}

fn waited(it: &Conversation, round: Round, what: Awaited) -> Vec<String> {
    let waited = it.awaited(round).into_iter().filter(|(_, awaited)| *awaited == what);
    waited.map(|(person, _)| code_of(it, person)).collect()
}

/// Whether everyone here who takes part in a round is ready for it.
fn is_ready_here(it: &Conversation, round: Round) -> bool {
    let mut here = it.in_round(round).filter(|one| one.is_here).peekable();
    here.peek().is_some() && here.all(|one| one.is_ready(round))
}

pub fn is_elsewhere(it: &Conversation) -> bool {
    taking_part(it).any(|one| !one.is_here)
}

fn taking_part(it: &Conversation) -> impl Iterator<Item = &Arc<Participant>> {
    it.participants.iter().filter(|one| one.end().is_none())
}

fn open_now(desk: Desk) -> Option<ConversationId> {
    desk.conversation().look(|it| it.as_ref().map(|it| it.id))
}

/// Folded away until it is wanted; where there is nobody to share it with yet, it is not offered.
pub fn view_devices(desk: Desk) -> AnyView {
    // Shared, or to be offered.
    let standing = memo(move || {
        desk.conversation().look(|it| {
            let it = it.as_ref()?;
            let is_enough = taking_part(it).count() >= Conversation::FEWEST;
            (it.secret.is_some() || is_enough).then_some(it.secret.is_some())
        })
    });
    live(move || {
        standing.get().map(|is_shared| if is_shared { view_shared(desk) } else { view_offer(desk) })
    })
}

fn view_offer(desk: Desk) -> AnyView {
    let words = &more().devices;
    let is_open = RwSignal::new(false);
    el("details")
        .class("talk__setting")
        .on("toggle", move |_| is_open.set(true))
        .child(el("summary").child(words.title))
        .child(el("p").class("soft").child(words.lead))
        .live(move || {
            is_open.get().then(|| {
                seating::view_seating(desk, words.share, || {
                    crate::browser::soon(Box::new(|| crate::browser::focus(TITLE)));
                })
            })
        })
        .into_any()
}

fn view_shared(desk: Desk) -> AnyView {
    let words = &more().devices;
    let said = move |template: &'static str, here: bool| {
        let text = move || {
            let who = desk.conversation().look(|it| {
                let people = it.iter().flat_map(|it| taking_part(it));
                people
                    .filter(|one| one.is_here == here)
                    .map(|one| person_text(&one.person))
                    .collect::<Vec<_>>()
            });
            (!who.is_empty()).then(|| fill(template, &[("who", &join_text(who))]))
        };
        el("p").attr("translate", "no").live(text)
    };
    el("section")
        .class("talk__part talk__devices")
        .attr("aria-labelledby", TITLE)
        .child(el("h2").id(TITLE).attr("tabindex", "-1").child(words.title))
        .child(el("p").class("soft").child(words.lead))
        .child(said(words.writes_here, true))
        .child(said(words.writes_elsewhere, false))
        .child(making::view_file_for_others(desk))
        .child(arriving::view_arriving(desk, true))
        .child(making::view_opening_file(desk))
        .child(view_change(desk))
        .into_any()
}

fn view_change(desk: Desk) -> AnyView {
    let words = &more().devices;
    let is_open = RwSignal::new(false);
    let shut = move || is_open.set(false);
    live(move || match is_open.get() {
        true => seating::view_seating(desk, words.keep, shut),
        false => nodes![el("p").child(
            button().class("plain").on_click(move || is_open.set(true)).child(words.change)
        )],
    })
}
