//! What a round has shown: what several need first, then where they differ, then guesses as invitations to ask.
//! Never a score, never who was right, and nothing that was kept private.

use std::sync::Arc;

use crate::reactive::{Look, memo};
use crate::ui::markup::{el, live};
use leptos::prelude::*;

use super::round_name;
use super::voices::{named, view_guess, view_voiced, view_voices};
use crate::desk::Desk;
use crate::domain::{Conversation, Round};
use crate::i18n::{fill, more};
use crate::insight::together::{RoundSeen, round};

/// The last round, and those before it folded away.
pub fn view_revealed(desk: Desk, last: Round) -> AnyView {
    let words = &more().reveal;
    el("section")
        .class("talk__part talk__revealed")
        .attr("aria-labelledby", "talk-revealed")
        .child(el("h2").id("talk-revealed").child(fill(
            more().reveal.title,
            &[("round", &crate::i18n::inside(&round_name(last)))],
        )))
        .child(el("p").class("soft").child(words.lead))
        .child(view_round(desk, last))
        .child(view_earlier(desk, last))
        .into_any()
}

fn view_round(desk: Desk, number: Round) -> AnyView {
    let seen = memo(move || {
        desk.conversation().look(|it| {
            let it = it.as_ref()?;
            Some((it.clone(), round(it, number)?))
        })
    });
    live(move || seen.get().map(|(it, seen)| view_seen(&it, &seen)))
}

fn view_seen(it: &Arc<Conversation>, seen: &RoundSeen) -> AnyView {
    let words = &more().reveal;
    let part = |title: &'static str, hint: &'static str, rows: Vec<AnyView>| {
        (!rows.is_empty()).then(|| {
            el("div")
                .class("talk__seen")
                .child(el("h3").child(title))
                .child((!hint.is_empty()).then(|| el("p").class("soft small").child(hint)))
                .child(el("ul").class("talk__rows").child(rows))
        })
    };
    let people = it.in_round(seen.round).count();
    let shared = if people > 2 { words.shared_several } else { words.shared_both };
    let said = |template: &'static str, who: &[crate::domain::PersonId]| {
        let says = || fill(template, &[("who", &named(it, who))]);
        (!who.is_empty()).then(|| el("p").class("soft").attr("translate", "no").child(says()))
    };
    let nothing = seen.shared.is_empty() && seen.differ.is_empty() && seen.guesses.is_empty();
    el("div")
        .class("talk__round-seen")
        .child(said(words.silent, &seen.silent))
        .child(said(words.awaited, &seen.awaited))
        .child(part(shared, "", seen.shared.iter().map(|one| view_voiced(it, one)).collect()))
        .child(part(
            words.differ,
            words.differ_hint,
            seen.differ.iter().map(|one| view_voiced(it, one)).collect(),
        ))
        .child(part(
            words.guesses,
            words.guesses_hint,
            seen.guesses.iter().map(|one| view_guess(it, one)).collect(),
        ))
        .child(nothing.then(|| el("p").class("empty").child(words.nothing)))
        .child(view_voices(it, seen.round))
        .into_any()
}

/// Built when they are opened.
fn view_earlier(desk: Desk, last: Round) -> AnyView {
    let rounds = (1..last).rev().map(|number| {
        let is_open = RwSignal::new(false);
        el("details")
            .class("question__fold")
            .on("toggle", move |_| is_open.set(true))
            .child(el("summary").child(round_name(number)))
            .live(move || is_open.get().then(|| view_round(desk, number)))
            .into_any()
    });
    rounds.collect::<Vec<_>>().into_any()
}
