//! Handing over: pick pieces, say who may open them, and get a sealed file.
//! Never begins with anything ticked, and never shows a reflection or a record to pick.

mod picking;
mod picks;
mod sealed;
mod sealing;

use std::sync::Arc;

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::desk;
use super::nobody::view_nobody;
use crate::desk::{Desk, HandedBy, HandoverFile};
use crate::domain::{Kind, PublicKey, Session};
use crate::i18n::more;

use picking::view_picking;
pub use picks::Picks;
use sealed::view_sealed;
use sealing::{view_how, view_seal_for};

/// Who may open what is handed over.
#[derive(Clone, Copy, PartialEq)]
pub enum For {
    /// The one who made this invitation.
    Key(PublicKey),
    /// To be asked.
    Asked,
}

#[derive(Clone, PartialEq)]
enum Step {
    Pick,
    How,
    /// And what is said of it.
    Sealed(HandoverFile, &'static str),
}

/// What is being handed over, in the parts of this screen.
#[derive(Clone, Copy)]
struct Handing {
    desk: Desk,
    by: HandedBy,
    picks: Picks,
    step: RwSignal<Step>,
}

#[component]
pub fn HandOverScreen() -> impl IntoView {
    let desk = desk();
    let words = &more().handing;
    let has_person = memo(move || desk.journal().look(Option::is_some));
    let is_me = memo(move || desk.person().is_some_and(|person| person.kind == Kind::Me));
    let title = move || if is_me.get() { words.title_me } else { words.title_client };
    let lead = move || if is_me.get() { words.lead_me } else { words.lead_client };
    el("main")
        .class("main")
        .id("main")
        .attr("tabindex", "-1")
        .child(el("header").class("head").child(el("h1").live(title)))
        .live(move || match has_person.get() {
            true => {
                let by = if is_me.get() { HandedBy::Person } else { HandedBy::Therapist };
                view_handing(desk, by, For::Asked, Picks::none(), lead())
            }
            false => view_nobody(),
        })
        .into_any()
}

/// From picking to the sealed file; the lead stands as long as one picks.
pub fn view_handing(
    desk: Desk,
    by: HandedBy,
    target: For,
    picks: Picks,
    lead: &'static str,
) -> AnyView {
    let handing = Handing { desk, by, picks, step: RwSignal::new(Step::Pick) };
    live(move || match handing.step.get() {
        Step::Pick => nodes![el("p").class("soft lead").child(lead), view_pick(handing, target)],
        Step::How => view_how(handing),
        Step::Sealed(file, told) => nodes![view_sealed(file, told), view_back(handing)],
    })
}

fn view_back(handing: Handing) -> AnyView {
    el("p")
        .child(
            button()
                .class("plain")
                .on_click(move || handing.step.set(Step::Pick))
                .child(more().handing.back),
        )
        .into_any()
}

fn view_pick(handing: Handing, target: For) -> AnyView {
    let words = &more().handing;
    let sessions = sessions(handing.desk);
    if sessions.is_empty() {
        return el("p").class("empty").child(words.none_yet).into_any();
    }
    let end = move || match (handing.picks.is_empty(), target) {
        (true, _) => el("p").class("soft").child(words.pick_first).into_any(),
        (false, For::Key(key)) => view_seal_for(handing, key),
        (false, For::Asked) => button()
            .class("button button--first")
            .on_click(move || handing.step.set(Step::How))
            .child(words.go_on)
            .into_any(),
    };
    nodes![
        view_picking(handing.desk, &sessions, handing.picks),
        el("div").class("picking__end").attr("role", "status").live(end)
    ]
}

/// The latest first.
fn sessions(desk: Desk) -> Vec<Arc<Session>> {
    desk.journal().look(|it| it.as_ref().map(|it| it.by_day())).unwrap_or_default()
}
