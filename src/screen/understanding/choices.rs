//! Understanding: choices and plans, held against what goes short, and looked back at.
//! Never ranks them: the newest comes first.

use std::sync::Arc;

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::behind::open_moment;
use super::names::{Names, short_day};
use super::{Frame, view_show_all};
use crate::desk::Desk;
use crate::domain::ItemId;
use crate::i18n::{fill, more};
use crate::insight::reading::Spot;
use crate::insight::target::{Rank, Target, choices};
use crate::screen::desk;
use crate::screen::plan::{Plan, view_plan};
use crate::screen::wording::item_text;
use crate::ui::keyed;

/// More are seldom read at once; the rest is a press away.
const FEW: usize = 8;

pub fn view_choices(frame: Frame) -> AnyView {
    let desk = desk();
    let texts = &more().plans;
    let targets = frame.seen.targets.get_untracked();
    let all = memo(move || places(frame));
    let is_all = RwSignal::new(false);
    let rows = derived(move || all.look(Vec::len));
    let is_empty = memo(move || all.look(Vec::is_empty));
    let short = view_short(desk, &targets);
    let targets = StoredValue::new(targets);
    let shown = move || {
        let most = if is_all.get() { usize::MAX } else { FEW };
        all.look(|all| all.iter().take(most).map(key).collect::<Vec<_>>())
    };
    let view_one = move |wanted: u64| {
        let place = all.glance(|all| all.iter().find(|place| key(place) == wanted).copied());
        place.map(|place| view_choice(desk, place, targets.get_value())).into_any()
    };
    nodes![
        el("p").class("soft plans__lead").child(texts.lead),
        short,
        live(move || is_empty.get().then(|| el("p").class("empty").child(more().plans.none))),
        el("ul").class("plans").child(keyed(shown, view_one)),
        view_show_all(rows, FEW, is_all)
    ]
}

/// Where each choice of the period stands.
fn places(frame: Frame) -> Vec<(Spot, ItemId)> {
    let found = choices(&frame.sessions.get());
    found.into_iter().map(|(spot, choice)| (spot, choice.id)).collect()
}

/// Moments have drawn ids, so two places never meet in one key but by a chance that nobody lives to see.
fn key((spot, item): &(Spot, ItemId)) -> u64 {
    u64::from_le_bytes(spot.1.0).rotate_left(16) ^ u64::from(item.0)
}

fn view_short(desk: Desk, targets: &[Target]) -> Option<AnyView> {
    let texts = &more().plans;
    let names = Names(desk.person());
    let tags = targets.iter().map(|target| {
        let class = match target.rank {
            Rank::RingsTrue => "tag tag--need tag--core",
            Rank::ComesBack | Rank::Unmet => "tag tag--need",
        };
        el("li").class(class).attr("translate", "no").child(names.need(&target.need))
    });
    (!targets.is_empty()).then(|| {
        el("div")
            .class("plans__short")
            .child(el("span").class("eyebrow").child(texts.short))
            .child(el("ul").class("chips").attr("aria-label", texts.short).children(tags))
            .into_any()
    })
}

fn view_choice(desk: Desk, (spot, item): (Spot, ItemId), targets: Arc<Vec<Target>>) -> AnyView {
    let found = desk.journal().glance(|journal| {
        let session = journal.as_ref()?.session(spot.0)?;
        let person = &journal.as_ref()?.person;
        let choice = session.moment(spot.1)?.item(item)?;
        Some((item_text(choice, Some(person)), short_day(session.day)))
    });
    let Some((words, day)) = found else { return ().into_any() };
    let name = fill(more().plans.open, &[("choice", &words)]);
    el("li")
        .class("card plans__choice")
        .child(
            el("div")
                .class("core__head")
                .child(
                    button()
                        .class("plans__open")
                        .attr("translate", "no")
                        .attr("aria-label", name)
                        .on_click(move || open_moment(desk, spot))
                        .child(words),
                )
                .child(el("span").class("soft small").child(day)),
        )
        .child(view_plan(Plan { spot, item, looks_back: true }, targets))
        .into_any()
}
