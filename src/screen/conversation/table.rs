//! The conversation laid between everyone: what it is about, what was shared, whose turn it is.
//! Never shows a word that is not revealed.

use crate::reactive::{Look, memo};
use crate::ui::markup::{el, live, nodes};
use leptos::prelude::*;

use super::starting::relation_name;
use super::{devices, patterns, requests, revealed, round, setting, topic_text};
use crate::desk::Desk;
use crate::domain::Conversation;
use crate::i18n::{fill, more};
use crate::route::Route;
use crate::screen::notices::SavedState;
use crate::screen::wording::{join_text, person_text};
use crate::screen::worksheet::view_pause;

pub fn view_table(desk: Desk) -> AnyView {
    let current = memo(move || {
        desk.conversation().look(|it| it.as_ref().map(|it| it.current_round()).unwrap_or(1))
    });
    // Where nobody is there yet, who takes part is said first.
    let is_new = desk
        .conversation()
        .glance(|it| it.as_ref().is_none_or(|it| it.participants.len() < Conversation::FEWEST));
    let setting = |is_here: bool| is_here.then(|| setting::view_setting(desk, is_new));
    el("main")
        .class("main talk")
        .id("main")
        .attr("tabindex", "-1")
        .child(view_head(desk))
        .child(devices::view_next(desk))
        .child(setting(is_new))
        .live(move || match current.get() {
            // What everyone has just said they want to see comes first.
            now if now > 1 => nodes![
                revealed::view_revealed(desk, now - 1),
                requests::view_requests(desk),
                round::view_round(desk, now),
                patterns::view_patterns(desk)
            ],
            now => round::view_round(desk, now),
        })
        .child(devices::view_devices(desk))
        .child(setting(!is_new))
        .into_any()
}

fn view_head(desk: Desk) -> AnyView {
    let words = &more().conversing;
    let said = move |say: fn(&Conversation) -> String| {
        move || desk.conversation().look(|it| it.as_ref().map(|it| say(it)))
    };
    let opening = memo(move || {
        desk.conversation().look(|it| {
            let opening = it.as_ref()?.frame.opening.as_ref()?;
            Some(opening.as_str().to_string())
        })
    });
    let view_opening =
        |words: String| el("p").class("talk__opening").attr("translate", "no").child(words);
    nodes![
        el("header")
            .class("head talk__head")
            .child(el("h1").attr("translate", "no").live(said(topic_text)))
            .child(view! { <SavedState /> }.into_any())
            .child(el("p").class("soft talk__who").attr("translate", "no").live(said(who_text))),
        live(move || opening.get().map(view_opening)),
        el("div").class("talk__bar").child(view_pause()).child(
            el("a").class("link").attr("href", Route::Together.address()).child(words.to_all),
        )
    ]
}

/// "A couple: Heron and Copper".
fn who_text(it: &Conversation) -> String {
    let here = it.participants.iter().filter(|one| one.end().is_none());
    let codes: Vec<_> = here.map(|one| person_text(&one.person)).collect();
    let who = join_text(codes);
    match it.frame.relation {
        Some(relation) if !who.is_empty() => {
            fill(more().conversing.who, &[("relation", relation_name(relation)), ("who", &who)])
        }
        Some(relation) => relation_name(relation).to_string(),
        None => who,
    }
}
