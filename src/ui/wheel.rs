//! The wheel of feelings: families inside, the words of the one that is open outside.
//! Computes no geometry (`chart::wheel` does) and knows nothing of what picking does.
//!
//! A tree with one tab stop: the arrows turn the rings and move between them, and the family at hand is the open one.

mod spot;

use leptos::ev;
use leptos::prelude::*;

use crate::chart::wheel::{Band, Hold, Segment, arc, lines, ring};
use crate::i18n::{count, fill, text};
use crate::vocabulary::{Family, Feeling};
use spot::{Spot, Step};

const FAMILIES: Band = Band { inner: 23.0, outer: 100.0, start: 0.0, sweep: 360.0 };
const WORDS: Band = Band { inner: 104.0, outer: 204.0, start: 0.0, sweep: 360.0 };
/// Degrees left open between comfortable and uncomfortable families, so that they part by more than colour.
const PARTING: f32 = 5.0;
/// Characters that fit one line of the outer ring, and that fit the inner one.
const WORD_LENGTH: usize = 13;
/// Longer single words are set smaller: they must stay inside their ring.
const LONG_WORD: usize = 11;
const LONG_FAMILY: usize = 9;

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
    let open = Memo::new(move |_| at.get().family);
    view! {
        <div class="wheel">
            <div
                class="wheel__tree"
                role="tree"
                tabindex="0"
                aria-label=text().wheel.title
                aria-description=text().wheel.how
                aria-multiselectable="true"
                aria-activedescendant=move || at.get().element_id()
                on:keydown=move |event| on_key(hub, &event)
            >
                <svg class="wheel__drawing" viewBox="-206 -206 412 412" role="none" on:pointerleave=move |_| hub.over.set(None)>
                    <g role="none">{view_families(hub, open)}</g>
                    <g role="group" aria-label=move || open.get().name()>
                        {move || view_feelings(hub, open.get())}
                    </g>
                    <circle class="wheel__hub" r="15" />
                </svg>
            </div>
            {view_legend()}
            {move || view_told(hub.over.get().unwrap_or(at.get()))}
        </div>
    }
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

fn view_families(hub: Hub, open: Memo<Family>) -> AnyView {
    let all = Family::all().len() as f32;
    let share = (FAMILIES.sweep - 2.0 * PARTING) / all;
    let mut start = PARTING / 2.0;
    let mut halves = Vec::new();
    for comfortable in [true, false] {
        let families = Family::all().filter(|family| family.comfortable() == comfortable);
        let families = families.collect::<Vec<_>>();
        let band = Band { start, sweep: share * families.len() as f32, ..FAMILIES };
        start += band.sweep + PARTING;
        let segments = ring(band, families.len(), Hold::Outside, 7.0);
        let parts = families.into_iter().zip(segments);
        halves
            .push(parts.map(|(family, part)| view_family(hub, open, family, part)).collect_view());
    }
    halves.into_any()
}

fn view_family(hub: Hub, open: Memo<Family>, family: Family, part: Segment) -> AnyView {
    let spot = Spot { family, word: None };
    let tone = if family.comfortable() { "ease" } else { "unease" };
    // The full name is told beneath the wheel and to screen readers; the ring has room for its first word.
    let short = family.name().split(' ').next().unwrap_or_default();
    let spoken = fill(
        text().wheel.spoken_family,
        &[("family", family.name()), ("tone", tone_name(family)), ("signal", family.signal())],
    );
    view! {
        <g
            id=spot.element_id()
            role="treeitem"
            class=["wheel__part wheel__family wheel__family--", tone].concat()
            class:wheel__part--at=move || hub.at.get() == spot
            class:wheel__family--open=move || open.get() == family
            aria-level="1"
            aria-setsize=Family::all().len().to_string()
            aria-posinset=(spot.place() + 1).to_string()
            aria-expanded=move || if open.get() == family { "true" } else { "false" }
            aria-label=spoken
            on:click=move |_| hub.at.set(spot)
            on:pointerenter=move |event| on_point(hub, spot, &event)
        >
            <path class="wheel__shape" d=part.path.clone() />
            <path class="wheel__rim" d=arc(FAMILIES.outer - 2.0, part.start + 1.5, part.end - 1.5) />
            {view_label(&part, (short, None), short.chars().count() > LONG_FAMILY)}
        </g>
    }
    .into_any()
}

fn view_feelings(hub: Hub, family: Family) -> AnyView {
    let feelings = family.feelings().collect::<Vec<_>>();
    let segments = ring(WORDS, feelings.len(), Hold::Inside, 8.0);
    let all = feelings.len();
    let parts = feelings.into_iter().zip(segments);
    parts
        .map(|(feeling, part)| view_feeling(hub, family, feeling, all, part))
        .collect_view()
        .into_any()
}

fn view_feeling(hub: Hub, family: Family, feeling: Feeling, all: usize, part: Segment) -> AnyView {
    let spot = Spot { family, word: Some(feeling) };
    let is_picked = move || hub.picked.with(|picked| picked.contains(&feeling));
    let spoken = fill(
        text().wheel.spoken_feeling,
        &[
            ("feeling", feeling.name()),
            ("family", family.name()),
            ("definition", feeling.definition()),
        ],
    );
    let label = lines(feeling.name(), WORD_LENGTH);
    view! {
        <g
            id=spot.element_id()
            role="treeitem"
            class="wheel__part wheel__word"
            class:wheel__part--at=move || hub.at.get() == spot
            class:wheel__word--picked=is_picked
            aria-level="2"
            aria-setsize=all.to_string()
            aria-posinset=(spot.place() + 1).to_string()
            aria-selected=move || if is_picked() { "true" } else { "false" }
            aria-label=spoken
            on:click=move |_| {
                hub.at.set(spot);
                hub.on_pick.run(feeling);
            }
            on:pointerenter=move |event| on_point(hub, spot, &event)
        >
            <path class="wheel__shape" d=part.path.clone() />
            <path class="wheel__rim" d=arc(WORDS.outer - 3.0, part.start + 1.0, part.end - 1.0) />
            {view_label(&part, label, label.0.chars().count() > LONG_WORD)}
        </g>
    }
    .into_any()
}

fn view_label(
    part: &Segment,
    (one, two): (&'static str, Option<&'static str>),
    long: bool,
) -> AnyView {
    let anchor = if part.label.ends_here { "end" } else { "start" };
    // Half a line up for each further line, and a third of one down: text hangs from its baseline.
    let (first, second) = if two.is_some() { ("-.2em", "1.05em") } else { (".34em", "0") };
    view! {
        <text class="wheel__label" class:wheel__label--long=long transform=part.label.transform() text-anchor=anchor aria-hidden="true">
            <tspan x="0" dy=first>{one}</tspan>
            {two.map(|two| view! { <tspan x="0" dy=second>{two}</tspan> })}
        </text>
    }
    .into_any()
}

fn view_legend() -> AnyView {
    view! {
        <div class="wheel__legend" aria-hidden="true">
            <span><i class="wheel__key wheel__key--ease"></i>{text().wheel.comfortable}</span>
            <span><i class="wheel__key wheel__key--unease"></i>{text().wheel.uncomfortable}</span>
        </div>
    }
    .into_any()
}

fn view_told(spot: Spot) -> AnyView {
    let texts = &text().wheel;
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
    view! {
        <div class="wheel__told">
            <p class="wheel__name">{name}</p>
            <p class="wheel__place">{place}</p>
            <p class="wheel__meaning">{meaning}</p>
        </div>
    }
    .into_any()
}

fn tone_name(family: Family) -> &'static str {
    if family.comfortable() { text().wheel.comfortable } else { text().wheel.uncomfortable }
}
