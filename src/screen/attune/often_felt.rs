//! The other way round: from the current need, the feelings that often go with it, unmet and met.
//! Shown only while a need is current.

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::take_once::take_once;
use crate::desk::Desk;
use crate::domain::{FeelingWord, Item, Naming};
use crate::i18n::{fill, text};
use crate::insight::suggest::often_felt;
use crate::screen::desk;
use crate::vocabulary::{Feeling, Need};

/// How many feelings stand in each list: a glance, not a catalogue.
const MOST: usize = 6;

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
pub fn OftenFelt(
    /// The current one.
    need: Memo<Option<Need>>,
) -> impl IntoView {
    live(move || need.get().map(view_need))
}

fn view_need(need: Need) -> AnyView {
    let often = often_felt(need);
    let suggesting = &text().suggesting;
    nodes![
        view_list(fill(suggesting.often_unmet, &[("need", need.name())]), &often.unmet),
        view_list(fill(suggesting.often_met, &[("need", need.name())]), &often.met)
    ]
}

fn view_list(title: String, feelings: &[Feeling]) -> AnyView {
    let desk = desk();
    let tags = feelings.iter().take(MOST).map(|feeling| {
        let feeling = *feeling;
        let is_caught = move || {
            let word = Naming::Known(feeling);
            desk.moment().look(|moment| {
                moment.as_deref().is_some_and(|it| it.felt().any(|felt| felt.feeling == word))
            })
        };
        let take = move || {
            desk.catch_feeling(FeelingWord::Known(feeling));
        };
        let name = fill(text().suggesting.add_feeling, &[("feeling", feeling.name())]);
        let button = button()
            .class("tag tag--feeling")
            .attr("aria-label", name)
            .live_attr("disabled", move || is_caught().then_some(""));
        take_once(button, take).child(feeling.name()).into_any()
    });
    let tags: Vec<_> = tags.collect();
    if tags.is_empty() {
        return ().into_any();
    }
    el("div")
        .class("maybe")
        .child(el("h3").class("eyebrow").child(title))
        .child(el("div").class("chips").child(tags))
        .into_any()
}
