//! The round that is being filled in: who is ready, and the way to each one's sheet.
//! Never tells how much anyone has written.

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::devices::is_elsewhere;
use super::{code_now, round_name, turn};
use crate::desk::Desk;
use crate::domain::{Conversation, PersonId, Round};
use crate::i18n::{fill, more};
use crate::ui::keyed;

pub fn view_round(desk: Desk, round: Round) -> AnyView {
    let words = &more().conversing;
    let keys = memo(move || {
        desk.conversation().look(|it| {
            let people = it.iter().flat_map(|it| it.in_round(round));
            people.map(|one| u64::from_le_bytes(one.person.id.0)).collect::<Vec<_>>()
        })
    });
    let is_enough = memo(move || keys.look(|keys| keys.len() >= Conversation::FEWEST));
    let row = move |key: u64| view_row(desk, PersonId(key.to_le_bytes()), round);
    let rows = move || match is_enough.get() {
        true => nodes![
            el("p").class("soft").live(move || lead(desk)),
            el("ul").class("people").child(keyed(move || keys.get(), row))
        ],
        false => el("p").class("empty").child(words.too_few).into_any(),
    };
    el("section")
        .class("talk__part")
        .attr("aria-labelledby", "talk-round")
        .child(el("h2").id("talk-round").child(round_name(round)))
        .live(rows)
        .into_any()
}

/// Who writes alone on a device gives it to nobody.
fn lead(desk: Desk) -> &'static str {
    let is_over = desk.conversation().look(|it| it.as_ref().is_some_and(|it| is_elsewhere(it)));
    if is_over { more().devices.round_lead } else { more().conversing.round_lead }
}

fn view_row(desk: Desk, person: PersonId, round: Round) -> AnyView {
    let words = &more().conversing;
    // Ready, and whether they write here.
    let state = memo(move || {
        desk.conversation().look(|it| {
            let one = it.as_ref().and_then(|it| it.participant(person));
            one.map_or((false, false), |one| (one.is_ready(round), one.is_here))
        })
    });
    let says = move || match state.get() {
        (true, _) => words.ready,
        (false, true) => words.not_ready,
        (false, false) => words.elsewhere,
    };
    el("li")
        .class("person talk__turn")
        .child(
            el("span")
                .class("person__code")
                .attr("translate", "no")
                .live(move || code_now(desk, person)),
        )
        .child(
            el("span")
                .class("talk__state")
                .toggle("talk__state--ready", move || state.get().0)
                .live(says),
        )
        .live(move || state.get().1.then(|| view_give(desk, person)))
        .into_any()
}

fn view_give(desk: Desk, person: PersonId) -> AnyView {
    let is_alone = memo(move || {
        desk.conversation().look(|it| it.as_ref().is_some_and(|it| !it.is_shared_here()))
    });
    let name = move || match is_alone.get() {
        true => more().passing.open.to_string(),
        false => fill(more().passing.give, &[("code", &code_now(desk, person))]),
    };
    button()
        .class("button")
        .attr("translate", "no")
        .on_click(move || turn(|| desk.hand_to(person)))
        .live(name)
        .into_any()
}
