//! The wheel of feelings: families inside, the words of the one that is open outside.
//! Computes no geometry (`chart::wheel` does) and knows nothing of what picking does.
//!
//! A tree with one tab stop: the arrows turn the rings and move between them, and the family at hand is the open one.

mod parts;
mod spot;

use crate::reactive::memo;
use crate::ui::markup::{el, svg};
use leptos::ev;
use leptos::prelude::*;

use crate::i18n::{count, fill, more};
use crate::vocabulary::{Family, Feeling};
use parts::{outline, view_families, view_feelings};
use spot::{Spot, Step};

/// What the parts of one wheel share.
#[derive(Clone, Copy)]
struct Hub {
    at: RwSignal<Spot>,
    /// What the mouse rests on; its meaning is shown, nothing more.
    over: RwSignal<Option<Spot>>,
    picked: Signal<Vec<Feeling>>,
    on_pick: Callback<Feeling>,
}

/// The wheel, and beneath it what the word at hand means.
#[component]
pub fn Wheel(
    on_pick: Callback<Feeling>,
    /// Those already caught.
    #[prop(into)]
    picked: Signal<Vec<Feeling>>,
) -> AnyView {
    let Some(first) = Family::all().next() else { return ().into_any() };
    let at = RwSignal::new(Spot { family: first, word: None });
    let hub = Hub { at, over: RwSignal::new(None), picked, on_pick };
    let open = memo(move || at.get().family);
    el("div")
        .class("wheel")
        .child(
            el("div")
                .class("wheel__tree")
                .attr("role", "tree")
                .attr("tabindex", "0")
                .attr("aria-label", more().wheel.title)
                .attr("aria-description", more().wheel.how)
                .attr("aria-multiselectable", "true")
                .live_attr("aria-activedescendant", move || at.get().element_id())
                .on_key(move |event| on_key(hub, &event))
                .child(view_drawing(hub, open)),
        )
        .child(view_legend())
        .live(move || view_told(hub.over.get().unwrap_or(at.get())))
        .into_any()
}

fn view_drawing(hub: Hub, open: Memo<Family>) -> AnyView {
    svg("svg")
        .class("wheel__drawing")
        .attr("viewBox", "-206 -206 412 412")
        .attr("role", "none")
        .on("pointerleave", move |_| hub.over.set(None))
        .child(svg("g").attr("role", "none").child(view_families(hub, open)))
        .child(
            svg("g")
                .attr("role", "group")
                .live_attr("aria-label", move || open.get().name())
                .live(move || view_feelings(hub, open.get())),
        )
        .child(svg("circle").class("wheel__hub").attr("r", "15"))
        // Painted last: what lies over it would cover half of its line.
        .child(svg("path").class("wheel__focus").live_attr("d", move || outline(hub.at.get())))
        .into_any()
}

fn on_key(hub: Hub, event: &ev::KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let Some(step) = Step::of_key(&event.key()) else { return };
    event.prevent_default();
    hub.over.set(None);
    let spot = hub.at.get_untracked();
    match (step, spot.word) {
        (Step::Pick, Some(feeling)) => hub.on_pick.run(feeling),
        _ => hub.at.set(spot.after(step)),
    }
}

fn on_point(hub: Hub, spot: Spot, event: &ev::PointerEvent) {
    // A finger has no resting place: what it touches, it means.
    if event.pointer_type() == "mouse" {
        hub.over.set(Some(spot));
    }
}

fn view_legend() -> AnyView {
    el("div")
        .class("wheel__legend")
        .attr("aria-hidden", "true")
        .child(
            el("span")
                .child(el("i").class("wheel__key wheel__key--ease"))
                .child(more().wheel.comfortable),
        )
        .child(
            el("span")
                .child(el("i").class("wheel__key wheel__key--unease"))
                .child(more().wheel.uncomfortable),
        )
        .into_any()
}

fn view_told(spot: Spot) -> AnyView {
    let texts = &more().wheel;
    let family = spot.family;
    let all = family.feelings().count();
    let (name, place, meaning) = match spot.word {
        Some(feeling) => {
            let place = (spot.place() + 1).to_string();
            let values =
                [("family", family.name()), ("place", &place), ("count", &all.to_string())];
            (feeling.name(), fill(texts.place, &values), feeling.definition())
        }
        None => {
            let words = count(all, texts.words_one, texts.words_other);
            (family.name(), [tone_name(family), ", ", &words].concat(), family.signal())
        }
    };
    el("div")
        .class("wheel__told")
        .child(el("p").class("wheel__name").child(name))
        .child(el("p").class("wheel__place").child(place))
        .child(el("p").class("wheel__meaning").child(meaning))
        .into_any()
}

fn tone_name(family: Family) -> &'static str {
    if family.comfortable() { more().wheel.comfortable } else { more().wheel.uncomfortable }
}
