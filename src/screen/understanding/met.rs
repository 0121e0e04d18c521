//! Understanding: what is met, with what goes with it, where, and since when.
//! Never sets it against what is unmet.

use crate::reactive::{Look, derived};
use crate::ui::markup::{el, live, nodes};
use leptos::prelude::*;

use super::evidence::{view_evidence, view_lines};
use super::names::{Names, short_day};
use super::{Frame, view_show_all};
use crate::i18n::{fill, more};
use crate::insight::evidence::Naming;
use crate::insight::nourished::Nourished;
use crate::screen::desk;
use crate::screen::wording::item_text;

/// More are seldom read; the rest is a press away.
const FEW: usize = 6;

pub fn view_met(frame: Frame) -> AnyView {
    let texts = &more().met_needs;
    let found = frame.seen.met;
    let is_all = RwSignal::new(false);
    let rows = derived(move || found.look(|it| it.len()));
    let view_cards = move || {
        let found = found.get();
        if found.is_empty() {
            return el("p").class("empty").child(more().met_needs.none).into_any();
        }
        let most = if is_all.get() { usize::MAX } else { FEW };
        let cards = found.iter().take(most).map(|it| view_need(frame, it));
        el("div").class("met-needs").children(cards).into_any()
    };
    nodes![
        el("p").class("soft met-needs__lead").child(texts.lead),
        live(view_cards),
        view_show_all(rows, FEW, is_all)
    ]
}

fn view_need(frame: Frame, met: &Nourished) -> AnyView {
    let desk = desk();
    let texts = &more().met_needs;
    let person = desk.person();
    let names = Names(person.clone());
    let need = names.need(&met.need);
    let since = match (met.since, met.evidence.naming) {
        (Some(day), _) => fill(texts.since, &[("day", &short_day(day))]),
        (None, Naming::NotYet) => texts.not_named.to_string(),
        (None, Naming::Named | Naming::OnlyGuessed) => texts.lately_unmet.to_string(),
    };
    let done = met.done.iter().map(|(spot, item)| (item_text(item, person.as_deref()), *spot));
    el("article")
        .class("card met-need")
        .attr("aria-label", need.clone())
        .attr("translate", "no")
        .child(
            el("header")
                .class("core__head")
                .child(el("h2").child(need.clone()))
                .child(el("span").class("soft small").child(since)),
        )
        .child(view_evidence(frame, &need, &met.evidence, &names))
        .child(view_lines(frame, texts.done, done.collect()))
        .into_any()
}
