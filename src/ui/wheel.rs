//! The wheel of feelings: families inside, the words of the one that is open outside.
//! Computes no geometry (`chart::wheel` does) and knows nothing of what picking does.
//!
//! A tree with one tab stop: the arrows turn the rings and move between them, and the family at hand is the open one.

mod parts;
mod spot;

use leptos::ev;
use leptos::prelude::*;

use crate::i18n::{count, fill, text};
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
                    // Painted last: what lies over it would cover half of its line.
                    <path class="wheel__focus" d=move || outline(at.get()) />
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
