//! The list under the catch line, grouped, with the reason for each row.
//! Never ranks: rows come in the order in which the arrows go.

use crate::reactive::Look;
use crate::ui::markup::el;
use leptos::prelude::*;

use super::line::Line;
use crate::domain::Standing;
use crate::i18n::{fill, inside, text};
use crate::insight::catch::{Group, Offer, OfferGroup, OfferRow, Why};
use crate::insight::suggest::Cause;
use crate::screen::attune::gentle::view_typed;
use crate::screen::desk;
use crate::ui::mark;

pub const LIST_ID: &str = "catch-list";

pub fn option_id(at: usize) -> String {
    format!("catch-option-{at}")
}

pub fn row_count(groups: &[OfferGroup]) -> usize {
    groups.iter().map(|group| group.rows.len()).sum()
}

pub fn row_at(groups: &[OfferGroup], at: usize) -> Option<&OfferRow> {
    groups.iter().flat_map(|group| &group.rows).nth(at)
}

#[component]
pub(super) fn Options() -> impl IntoView {
    let line: Line = expect_context();
    let is_shown = move || line.open.get() && line.groups.look(|groups| row_count(groups) > 0);
    let groups = move || {
        let mut first = 0;
        let groups = line.groups.get();
        let views = groups.into_iter().map(|group| {
            let from = first;
            first += group.rows.len();
            view_group(line, group, from)
        });
        views.collect::<Vec<_>>()
    };
    el("div")
        .class("options")
        .toggle("options--shown", is_shown)
        .child(
            el("div")
                .id(LIST_ID)
                .attr("role", "listbox")
                .attr("aria-label", text().capture.label)
                .live(groups),
        )
        .live(move || line.typed.look(|typed| view_typed(typed)))
        .into_any()
}

fn view_group(line: Line, group: OfferGroup, first: usize) -> AnyView {
    let capture = &text().capture;
    let name = match group.group {
        Group::Suggested => capture.suggested,
        Group::Feelings => capture.feelings,
        Group::Needs => capture.needs,
        Group::Judgements => capture.judgements,
        Group::Areas => capture.areas,
        Group::OwnWords => capture.own_words,
    };
    let rows = group.rows.into_iter().enumerate().map(|(at, row)| view_row(line, row, first + at));
    el("div")
        .attr("role", "group")
        .attr("aria-label", name)
        .child(el("div").class("eyebrow").attr("aria-hidden", "true").child(name))
        .child(rows.collect::<Vec<_>>())
        .into_any()
}

fn view_row(line: Line, row: OfferRow, at: usize) -> AnyView {
    let is_active = move || line.active.get() == Some(at);
    let drawing = match &row.offer {
        Offer::Need(_) => {
            let likely = desk().moment().glance(|moment| {
                moment.as_deref().map_or(Standing::NotSaid, |moment| moment.likely_standing())
            });
            mark(likely)
        }
        Offer::Feeling(_) => {
            el("span").class("dot dot--feeling").attr("aria-hidden", "true").into_any()
        }
        _ => el("span").attr("aria-hidden", "true").into_any(),
    };
    let (before, bold, after) = split(&row.text, row.bold.clone());
    let why = why_text(&row);
    let take = {
        let row = row.clone();
        move |_| {
            line.take(&row);
        }
    };
    el("div")
        .id(option_id(at))
        .class("option")
        .attr("role", "option")
        .live_attr("aria-selected", move || is_active().to_string())
        // The focus must stay in the field: a press here must not take it.
        .on("mousedown", move |event| event.prevent_default())
        .on("click", take)
        .child(drawing)
        .child(
            el("span").class("option__text").child(before).child(el("b").child(bold)).child(after),
        )
        .child(el("span").class("why").child(why))
        .into_any()
}

/// The text before, in and after the bold span; nothing is bold where the span does not fit.
fn split(text: &str, bold: std::ops::Range<usize>) -> (String, String, String) {
    match (text.get(..bold.start), text.get(bold.clone()), text.get(bold.end..)) {
        (Some(before), Some(inside), Some(after)) => (before.into(), inside.into(), after.into()),
        _ => (text.into(), String::new(), String::new()),
    }
}

fn why_text(row: &OfferRow) -> String {
    let capture = &text().capture;
    match (&row.offer, &row.why) {
        (Offer::AsLabel, _) => capture.as_label.to_string(),
        (Offer::AsFeeling, _) => capture.as_feeling.to_string(),
        (Offer::AsNeed, _) => capture.as_need.to_string(),
        (Offer::AsBehaviour, _) => capture.as_behaviour.to_string(),
        (Offer::AsChoice, _) => capture.as_choice.to_string(),
        (_, Why::Definition(definition)) => (*definition).to_string(),
        (_, Why::FoundBy(synonym)) => fill(capture.found_by, &[("synonym", synonym)]),
        (_, Why::PointsHere(a, None)) => fill(capture.points_here_one, &[("a", &cause_text(*a))]),
        (_, Why::PointsHere(a, Some(b))) => {
            fill(capture.points_here_two, &[("a", &cause_text(*a)), ("b", &cause_text(*b))])
        }
        (_, Why::None) => String::new(),
    }
}

/// A cause as it stands inside a sentence.
pub fn cause_text(cause: Cause) -> String {
    let name = match cause {
        Cause::Feeling(feeling) => feeling.name(),
        Cause::Judgement(judgement) => judgement.name(),
    };
    inside(name)
}
