//! An invitation that was made: its link and its picture, how to give it, what it begins with, and taking it back.
//! Never shows the secret of its key, and lets go of it only when told twice.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::asks::view_asks;
use super::view_unkept;
use crate::chart::qr::{Qr, Spare};
use crate::desk::Desk;
use crate::domain::Invitation;
use crate::i18n::{fill, more};
use crate::reactive::{Look, derived, memo};
use crate::route::{Route, invitation};
use crate::screen::wording::day_inside;
use crate::ui::markup::{button, el, live, nodes};
use crate::ui::view_qr;

/// The button that takes it along.
pub const COPY: &str = "invite-copy";

/// The field that holds the link.
const LINK: &str = "invite-link";
const SAID: &str = "invite-copied";

pub fn view_made(desk: Desk) -> AnyView {
    let words = &more().invite;
    let made = memo(move || desk.journal().look(|it| it.as_ref()?.open_invitation().cloned()));
    let link = derived(move || made.look(|it| it.as_deref().map(link_of).unwrap_or_default()));
    let asks = derived(move || made.look(|it| it.as_ref().map(asks_of).unwrap_or_default()));
    // Where it cannot be changed, the notices say why, and what is shown stays.
    let change = Callback::new(move |asks| {
        desk.change_asks(asks);
    });
    nodes![
        view_unkept(desk),
        el("section")
            .class("invite__part invite__given")
            .child(view_link(link))
            .child(el("div").class("invite__picture").live(move || view_picture(&link.get())))
            .child(view_how(made, desk)),
        view_asks(asks, change),
        el("p").class("links").child(
            el("a").class("link").attr("href", Route::Receive.address()).child(words.receive)
        ),
        view_take_back(desk)
    ]
}

pub fn link_of(made: &Invitation) -> String {
    [crate::browser::base_address(), invitation::write(&made.public, &made.asks)].concat()
}

fn asks_of(made: &Arc<Invitation>) -> Vec<crate::domain::Ask> {
    made.asks.clone()
}

pub fn view_link(link: Signal<String>) -> AnyView {
    let words = &more().invite;
    let said = RwSignal::new(None::<&'static str>);
    let field = el("input")
        .id(LINK)
        .attr("type", "text")
        .class("field__input")
        .private()
        .attr("readonly", "")
        .attr("aria-describedby", SAID)
        .value(move || link.get());
    el("div")
        .class("field invite__link")
        .child(el("label").attr("for", LINK).child(words.link))
        .child(el("div").class("invite__row").child(field).child(view_copy(link, said)))
        .child(
            el("p").id(SAID).class("field__hint").attr("role", "status").live(move || said.get()),
        )
        .into_any()
}

fn view_copy(link: Signal<String>, said: RwSignal<Option<&'static str>>) -> AnyView {
    let words = &more().invite;
    let copy = move || {
        spawn_local(async move {
            let is_there = crate::browser::copy(&link.get_untracked()).await;
            if !is_there {
                crate::browser::mark_text(LINK);
            }
            said.try_set(Some(if is_there { words.copied } else { words.not_copied }));
        });
    };
    button().id(COPY).class("button button--first").on_click(copy).child(words.copy).into_any()
}

/// On paper too, so with some to spare.
pub fn view_picture(link: &str) -> Option<AnyView> {
    let code = Qr::new(link, Spare::Some)?;
    Some(view_qr(&code, more().invite.picture.to_string()))
}

fn view_how(made: Memo<Option<Arc<Invitation>>>, desk: Desk) -> AnyView {
    let words = &more().invite;
    let day = move || {
        let day = made.look(|it| it.as_ref().map(|it| it.made_on))?;
        Some(fill(words.made_on, &[("day", &day_inside(day, desk.today()))]))
    };
    el("div")
        .class("invite__how")
        .child(el("h2").child(words.give))
        .child(el("p").child(words.give_hint))
        .child(el("p").child(words.carries))
        .child(el("p").child(words.opens))
        .child(el("p").class("soft small").live(day))
        .into_any()
}

/// Nothing brings a key back, so this one thing is asked about.
fn view_take_back(desk: Desk) -> AnyView {
    let words = &more().invite;
    let is_asked = RwSignal::new(false);
    let view = move || match is_asked.get() {
        false => el("p")
            .class("answers")
            .child(
                button()
                    .class("button")
                    .on_click(move || is_asked.set(true))
                    .child(words.take_back),
            )
            .into_any(),
        true => view_sure(desk, is_asked),
    };
    // A part of its own: what is pressed here is gone with the press, and the focus stays near.
    el("section").class("invite__back").child(live(view)).into_any()
}

fn view_sure(desk: Desk, is_asked: RwSignal<bool>) -> AnyView {
    let words = &more().invite;
    nodes![
        el("p").class("notice notice--warn").attr("role", "alert").child(words.take_back_sure),
        el("p")
            .class("answers")
            .child(
                button()
                    .class("button")
                    .on_click(move || {
                        desk.revoke_invitation();
                    })
                    .child(words.take_back_now)
            )
            .child(
                button()
                    .class("button button--first")
                    .on_click(move || is_asked.set(false))
                    .child(words.keep)
            )
    ]
}
