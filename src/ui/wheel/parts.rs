//! The parts of the wheel: where families and words lie, and how each is painted.
//! Decides nothing about keys or picking.

use crate::reactive::Look;
use crate::ui::markup::svg;
use leptos::prelude::*;
use leptos::web_sys::wasm_bindgen::JsCast;

use super::spot::Spot;
use super::{Hub, on_point, tone_name};
use crate::chart::wheel::{Band, Hold, Segment, arc, lines, ring};
use crate::i18n::{fill, more};
use crate::vocabulary::{Family, Feeling};

const FAMILIES: Band = Band { inner: 23.0, outer: 100.0, start: 0.0, sweep: 360.0 };
const WORDS: Band = Band { inner: 104.0, outer: 204.0, start: 0.0, sweep: 360.0 };
/// Degrees left open between comfortable and uncomfortable families, so that they part by more than colour.
const PARTING: f32 = 5.0;
/// Characters that fit a line of the outer ring.
const LINE: usize = 13;
/// Longer labels are set smaller: they must stay inside their ring.
const LONG_FAMILY: usize = 9;
const LONG_WORD: usize = 11;
/// A family of so few words has room for larger ones.
const FEW: usize = 14;

fn families() -> Vec<(Family, Segment)> {
    let share = (FAMILIES.sweep - 2.0 * PARTING) / Family::all().len() as f32;
    let mut start = PARTING / 2.0;
    let mut parts = Vec::new();
    for comfortable in [true, false] {
        let families = Family::all().filter(|family| family.comfortable() == comfortable);
        let families = families.collect::<Vec<_>>();
        let band = Band { start, sweep: share * families.len() as f32, ..FAMILIES };
        start += band.sweep + PARTING;
        let segments = ring(band, families.len(), Hold::Outside, 7.0);
        parts.extend(families.into_iter().zip(segments));
    }
    parts
}

fn feelings(family: Family) -> Vec<(Feeling, Segment)> {
    let segments = ring(WORDS, family.feelings().count(), Hold::Inside, 8.0);
    family.feelings().zip(segments).collect()
}

/// Of the part that a person is at, for a path's `d`.
pub fn outline(spot: Spot) -> String {
    let place = spot.place();
    let part = match spot.word {
        Some(_) => feelings(spot.family).into_iter().nth(place).map(|(_, part)| part),
        None => families().into_iter().nth(place).map(|(_, part)| part),
    };
    part.map(|part| part.path).unwrap_or_default()
}

pub fn view_families(hub: Hub, open: Memo<Family>) -> AnyView {
    let parts = families().into_iter().map(|(family, part)| view_family(hub, open, family, part));
    parts.collect_view().into_any()
}

fn view_family(hub: Hub, open: Memo<Family>, family: Family, part: Segment) -> AnyView {
    let spot = Spot { family, word: None };
    let tone = if family.comfortable() { "ease" } else { "unease" };
    // The full name is told beneath the wheel and to screen readers; the ring has room for its first word.
    let short = family.name().split(' ').next().unwrap_or_default();
    svg("g")
        .id(spot.element_id())
        .attr("role", "treeitem")
        .class(["wheel__part wheel__family wheel__family--", tone].concat())
        .toggle("wheel__part--at", move || hub.at.get() == spot)
        .toggle("wheel__family--open", move || open.get() == family)
        .attr("aria-level", "1")
        .attr("aria-setsize", Family::all().len().to_string())
        .attr("aria-posinset", (spot.place() + 1).to_string())
        .live_attr("aria-expanded", move || if open.get() == family { "true" } else { "false" })
        .attr("aria-label", spoken_family(family))
        .on_click(move || hub.at.set(spot))
        .on("pointerenter", move |event| on_point(hub, spot, event.unchecked_ref()))
        .child(svg("path").class("wheel__shape").attr("d", part.path.clone()))
        .child(
            svg("path")
                .class("wheel__rim")
                .attr("d", arc(FAMILIES.outer - 2.0, part.start + 1.5, part.end - 1.5)),
        )
        .child(view_label(&part, (short, None), short.chars().count() > LONG_FAMILY))
        .into_any()
}

pub fn view_feelings(hub: Hub, family: Family) -> AnyView {
    let parts = feelings(family);
    let all = parts.len();
    let parts = parts.into_iter().map(|(feeling, part)| {
        let spot = Spot { family, word: Some(feeling) };
        view_feeling(hub, spot, feeling, all, part)
    });
    parts.collect_view().into_any()
}

fn view_feeling(hub: Hub, spot: Spot, feeling: Feeling, all: usize, part: Segment) -> AnyView {
    let is_picked = move || hub.picked.look(|picked| picked.contains(&feeling));
    let label = lines(feeling.name(), LINE);
    svg("g")
        .id(spot.element_id())
        .attr("role", "treeitem")
        .class("wheel__part wheel__word")
        .toggle("wheel__word--roomy", move || all <= FEW)
        .toggle("wheel__part--at", move || hub.at.get() == spot)
        .toggle("wheel__word--picked", is_picked)
        .attr("aria-level", "2")
        .attr("aria-setsize", all.to_string())
        .attr("aria-posinset", (spot.place() + 1).to_string())
        .live_attr("aria-selected", move || if is_picked() { "true" } else { "false" })
        .attr("aria-label", spoken_feeling(feeling))
        .on_click(move || {
            hub.at.set(spot);
            hub.on_pick.run(feeling);
        })
        .on("pointerenter", move |event| on_point(hub, spot, event.unchecked_ref()))
        .child(svg("path").class("wheel__shape").attr("d", part.path.clone()))
        .child(
            svg("path")
                .class("wheel__rim")
                .attr("d", arc(WORDS.outer - 3.0, part.start + 1.0, part.end - 1.0)),
        )
        .child(view_label(&part, label, label.0.chars().count() > LONG_WORD))
        .into_any()
}

fn view_label(
    part: &Segment,
    (one, two): (&'static str, Option<&'static str>),
    long: bool,
) -> AnyView {
    let anchor = if part.label.ends_here { "end" } else { "start" };
    // Half a line up where there is a second, and a third of one down: text hangs from its baseline.
    let (first, second) = if two.is_some() { ("-.2em", "1.05em") } else { (".34em", "0") };
    svg("text")
        .class("wheel__label")
        .toggle("wheel__label--long", move || long)
        .attr("transform", part.label.transform())
        .attr("text-anchor", anchor)
        .attr("aria-hidden", "true")
        .child(svg("tspan").attr("x", "0").attr("dy", first).child(one))
        .child(two.map(|two| svg("tspan").attr("x", "0").attr("dy", second).child(two)))
        .into_any()
}

fn spoken_family(family: Family) -> String {
    let values =
        [("family", family.name()), ("tone", tone_name(family)), ("signal", family.signal())];
    fill(more().wheel.spoken_family, &values)
}

fn spoken_feeling(feeling: Feeling) -> String {
    let values = [
        ("feeling", feeling.name()),
        ("family", feeling.family().name()),
        ("definition", feeling.definition()),
    ];
    fill(more().wheel.spoken_feeling, &values)
}
