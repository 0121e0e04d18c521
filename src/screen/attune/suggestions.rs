//! What the current moment suggests: needs as questions with their reason, and what often goes with a need.
//! Never more than a question: one tap takes it, one tap says no.

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, live};
use leptos::prelude::*;

use super::options::cause_text;
use super::something_else::view_something_else;
use super::take_once::take_once;
use crate::desk::Desk;
use crate::domain::{Item, NeedWord, Standing};
use crate::i18n::{fill, text};
use crate::insight::suggest::{Suggestion, suggest};
use crate::screen::desk;
use crate::screen::second::view_piece;
use crate::ui::{mark, standing_name};
use crate::vocabulary::Need;

/// How many are asked in full, and how many more stand by.
const ASKED: usize = 3;
const ALSO: usize = 4;

/// Equal where the same needs stand for the same reasons: a weight that shifts must not rebuild the aside.
#[derive(Clone, PartialEq)]
struct Asked {
    need: Need,
    because: String,
}

fn suggestions(desk: Desk) -> Memo<Vec<Asked>> {
    memo(move || {
        desk.moment().look(|moment| {
            let all = moment.as_deref().map(suggest).unwrap_or_default();
            all.into_iter().take(ASKED + ALSO).map(asked).collect()
        })
    })
}

fn asked(suggestion: Suggestion) -> Asked {
    let causes: Vec<_> = suggestion.because.iter().map(|cause| cause_text(*cause)).collect();
    Asked { need: suggestion.need, because: causes.join(text().care.comma) }
}

/// The needs that the current moment asks about, the likeliest first, each with what it is because of.
pub fn likely_needs(desk: Desk) -> Memo<Vec<(Need, String)>> {
    let all = suggestions(desk);
    memo(move || all.look(|all| all.iter().map(|it| (it.need, it.because.clone())).collect()))
}

/// The need that was caught or chosen last, as long as it is a known one.
pub fn current_need(desk: Desk) -> Memo<Option<Need>> {
    memo(move || {
        let item = desk.catching().look(|it| it.item)?;
        desk.moment().look(|moment| match moment.as_deref()?.item(item)? {
            Item::Need(mark) => mark.need.known(),
            _ => None,
        })
    })
}

#[component]
pub fn SuggestionAside() -> impl IntoView {
    let desk = desk();
    let all = suggestions(desk);
    let need = current_need(desk);
    let first = move || {
        all.get().into_iter().take(ASKED).map(|asked| view_asked(desk, asked)).collect::<Vec<_>>()
    };
    let also = move || {
        let tags: Vec<_> =
            all.get().into_iter().skip(ASKED).map(|asked| view_also(desk, asked)).collect();
        (!tags.is_empty()).then(|| {
            el("div")
                .class("maybe")
                .child(el("h3").class("eyebrow").child(text().suggesting.also))
                .child(el("div").class("chips").child(tags))
        })
    };
    // Whatever is offered ends so: what fits may be none of it, and the line takes any word.
    let something_else = move || {
        (!all.look(Vec::is_empty) || need.get().is_some())
            .then(|| el("div").class("maybe").child(view_something_else(|| ())))
    };
    let lead = move || match all.look(Vec::is_empty) {
        true => text().suggesting.empty,
        false => text().suggesting.lead,
    };
    el("aside")
        .class("aside")
        .attr("aria-label", text().suggesting.title)
        .child(el("h2").child(text().suggesting.title))
        .child(el("p").class("soft small aside__lead").live(lead))
        .live(first)
        .live(also)
        .child(view_piece(|part| (part.often_felt)()))
        .live(something_else)
        .into_any()
}

fn view_asked(desk: Desk, asked: Asked) -> AnyView {
    let need = asked.need;
    let answers = Standing::SAID.map(|standing| {
        let name = fill(
            text().suggesting.take,
            &[("need", need.name()), ("standing", standing_name(standing))],
        );
        let take = move || {
            desk.catch_need(NeedWord::Known(need), Some(standing));
        };
        take_once(button().class("answer").attr("aria-label", name), take)
            .child(mark(standing))
            .child(standing_name(standing))
            .into_any()
    });
    let no = fill(text().suggesting.not_this, &[("need", need.name())]);
    el("section")
        .class("maybe")
        .child(el("h3").class("maybe__name").child(need.name()))
        .child(view_piece(move |_| {
            el("p").class("maybe__means").child(need.definition()).into_any()
        }))
        .child(
            el("p")
                .class("because")
                .child(text().suggesting.because)
                .child(" ")
                .child(el("b").child(asked.because)),
        )
        .child(
            el("div").class("answers").child(answers.into_iter().collect::<Vec<_>>()).child(
                take_once(
                    button().class("answer answer--quiet").attr("aria-label", no),
                    move || desk.dismiss(need),
                )
                .child(text().suggesting.no),
            ),
        )
        .into_any()
}

fn view_also(desk: Desk, asked: Asked) -> AnyView {
    let need = asked.need;
    let take = move || {
        desk.catch_need(NeedWord::Known(need), None);
    };
    let name = fill(text().suggesting.take_likely, &[("need", need.name())]);
    take_once(button().class("tag").attr("aria-label", name).attr("title", asked.because), take)
        .child(need.name())
        .into_any()
}

/// On a phone, over the keyboard: three at one tap each.
#[component]
pub fn SuggestionStrip() -> impl IntoView {
    let desk = desk();
    let all = suggestions(desk);
    let chips = move || {
        let three: Vec<_> =
            all.get().into_iter().take(ASKED).map(|asked| view_strip_chip(desk, asked)).collect();
        (!three.is_empty()).then(|| {
            el("div")
                .class("strip")
                .attr("role", "group")
                .attr("aria-label", text().suggesting.strip)
                .child(three)
        })
    };
    live(chips)
}

fn view_strip_chip(desk: Desk, asked: Asked) -> AnyView {
    let need = asked.need;
    let take = move || {
        if !crate::browser::is_later_part() {
            desk.catch_need(NeedWord::Known(need), None);
        }
    };
    let name = fill(text().suggesting.take_likely, &[("need", need.name())]);
    // A press here must not take the focus, or the keyboard would go.
    button()
        .class("strip__chip")
        .attr("aria-label", name)
        .on("mousedown", move |event| event.prevent_default())
        .on_click(take)
        .child(need.name())
        .child("?")
        .into_any()
}
