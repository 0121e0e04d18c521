//! An invitation for the chosen person: what to begin with, the link and its picture, how to give it, and taking it back.
//! Never shows another person, and puts nothing into a link that was typed.

mod asks;
mod made;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::backup::trouble_text;
use super::desk;
use super::nobody::view_nobody;
use super::wording::person_text;
use crate::desk::{Desk, Kept, NotInvited, Phase};
use crate::domain::{Ask, Journal, Kind};
use crate::i18n::{fill, more, text};
use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, live, nodes};
use crate::worker::Helper;

use asks::view_asks;
use made::view_made;
pub use made::{COPY, link_of, view_link, view_picture};

#[component]
pub fn InviteScreen() -> impl IntoView {
    let desk = desk();
    let is_invited = memo(move || {
        let is_invited = |journal: &Journal| journal.open_invitation().is_some();
        desk.journal().look(|journal| journal.as_deref().map(is_invited))
    });
    el("main")
        .class("main invite")
        .id("main")
        .attr("tabindex", "-1")
        .live(move || view_head(desk))
        .live(move || match is_invited.get() {
            None => view_nobody(),
            Some(false) => view_new(desk),
            Some(true) => view_made(desk),
        })
        .into_any()
}

fn view_head(desk: Desk) -> AnyView {
    let words = &more().invite;
    let Some(person) = desk.person() else {
        return el("h1").child(words.title).into_any();
    };
    let (title, lead) = match person.kind {
        Kind::Me => (words.title_mine.to_string(), words.lead_mine),
        _ => (fill(words.title_of, &[("code", &person_text(&person))]), words.lead),
    };
    nodes![
        el("header").class("head").child(el("h1").attr("translate", "no").child(title)),
        el("p").class("soft lead").child(lead)
    ]
}

fn view_new(desk: Desk) -> AnyView {
    let words = &more().invite;
    let asks = RwSignal::new(Vec::<Ask>::new());
    let trouble = RwSignal::new(None::<&'static str>);
    let is_busy = RwSignal::new(false);
    let make = move || {
        if !is_busy.get_untracked() {
            is_busy.set(true);
            trouble.set(None);
            spawn_local(make(desk, asks.get_untracked(), trouble, is_busy));
        }
    };
    nodes![
        view_unkept(desk),
        view_asks(asks.into(), Callback::new(move |chosen| asks.set(chosen))),
        el("p").class("answers").child(
            button()
                .class("button button--first")
                .live_attr("aria-disabled", move || is_busy.get().to_string())
                .on_click(make)
                .live(move || if is_busy.get() { words.making } else { words.make })
        ),
        el("p").class("field__error").attr("role", "alert").live(move || trouble.get())
    ]
}

async fn make(
    desk: Desk,
    asks: Vec<Ask>,
    trouble: RwSignal<Option<&'static str>>,
    is_busy: RwSignal<bool>,
) {
    let made = match Helper::of_the_page() {
        Some(helper) => desk.invite(helper, asks).await.map_err(not_invited_text),
        None => Err(more().lock.no_help),
    };
    is_busy.try_set(false);
    match made {
        // The button that was pressed is gone: whoever has no mouse goes on beside the link.
        Ok(()) => crate::browser::soon(Box::new(|| crate::browser::focus(made::COPY))),
        Err(why) => drop(trouble.try_set(Some(why))),
    }
}

pub fn not_invited_text(error: NotInvited) -> &'static str {
    let words = &more().invite;
    match error {
        NotInvited::Nobody | NotInvited::IsInvited => words.gone,
        NotInvited::NoChance => words.no_chance,
        NotInvited::OnlyReads => text().trouble.only_reads,
        NotInvited::Worker(trouble) => trouble_text(trouble),
    }
}

/// Where the key would go with the page, that is said before it is given to anyone.
pub fn view_unkept(desk: Desk) -> AnyView {
    live(move || {
        let is_kept = desk.phase().get() == Phase::Open(Kept::Kept);
        (!is_kept).then(|| el("p").class("notice notice--warn").child(more().invite.unkept))
    })
}
