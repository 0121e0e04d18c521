//! What might I need, and what is met? Needs that go short, as questions and in lists; and those that are met.
//! Never marks a need by itself.

use crate::reactive::{Look, derived};
use crate::ui::markup::{button, el};
use crate::ui::need_list::NeedList;
use leptos::prelude::*;

use super::{view_chips, view_fold, view_question};
use crate::desk::Desk;
use crate::domain::{Item, NeedWord, Standing};
use crate::i18n::{fill, more, text};
use crate::screen::attune::{Current, likely_needs};
use crate::vocabulary::Need;

/// How many are asked about at once.
const ASKED: usize = 4;

pub fn view_needs(desk: Desk, card: Current) -> AnyView {
    let worksheet = &more().worksheet;
    let goes_short = |item: &Item| matches!(item, Item::Need(it) if it.standing != Standing::Met);
    view_question(
        worksheet.need,
        worksheet.need_hint,
        vec![
            view_chips(desk, card, worksheet.need, goes_short),
            view_likely(desk),
            view_fold(worksheet.need_list, crate::screen::attune::view_needs),
        ],
    )
}

/// What the feelings often point to.
pub fn view_likely(desk: Desk) -> AnyView {
    let likely = likely_needs(desk);
    let tags = move || {
        let some: Vec<_> = likely.get().into_iter().take(ASKED).collect();
        (!some.is_empty()).then(|| {
            el("div")
                .class("question__maybe")
                .child(el("span").class("eyebrow").child(more().worksheet.maybe))
                .child(
                    el("span")
                        .class("choices__flow")
                        .child(some.into_iter().map(|it| view_tag(desk, it)).collect::<Vec<_>>()),
                )
        })
    };
    el("div").live(tags).into_any()
}

fn view_tag(desk: Desk, (need, because): (Need, String)) -> AnyView {
    let name = fill(text().suggesting.take_likely, &[("need", need.name())]);
    let because = [text().suggesting.because, " ", &because].concat();
    let take = move || {
        // The second half of a double click would take the one that comes after.
        if !crate::browser::is_later_part() {
            desk.catch_need(NeedWord::Known(need), None);
        }
    };
    button()
        .class("tag tag--need")
        .attr("aria-label", name)
        .attr("title", because)
        .on_click(take)
        .child(need.name())
        .child("?")
        .into_any()
}

pub fn view_met(desk: Desk, card: Current) -> AnyView {
    let worksheet = &more().worksheet;
    let is_met = |item: &Item| matches!(item, Item::Need(it) if it.standing == Standing::Met);
    let list = move || {
        let picked = derived(move || {
            desk.moment().look(|moment| {
                let needs = moment.iter().flat_map(|moment| moment.needs());
                needs
                    .filter(|it| it.standing == Standing::Met)
                    .filter_map(|it| it.need.known())
                    .collect::<Vec<_>>()
            })
        });
        let pick = Callback::new(move |need| {
            desk.catch_need(NeedWord::Known(need), Some(Standing::Met));
        });
        view! { <NeedList on_pick=pick picked=picked /> }.into_any()
    };
    view_question(
        worksheet.met,
        worksheet.met_hint,
        vec![view_chips(desk, card, worksheet.met, is_met), view_fold(worksheet.met_list, list)],
    )
}
