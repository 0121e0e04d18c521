//! The other way round: from the current need, the feelings that often go with it, unmet and met.
//! Shown only while a need is current.

use crate::reactive::Look;
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::suggestions::current_need;
use super::take_once::take_once;
use crate::domain::{FeelingWord, Naming};
use crate::i18n::{fill, text};
use crate::insight::suggest::often_felt;
use crate::screen::desk;
use crate::vocabulary::{Feeling, Need};

/// How many feelings stand in each list: a glance, not a catalogue.
const MOST: usize = 6;

pub fn view_often_felt() -> AnyView {
    let need = current_need(desk());
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
