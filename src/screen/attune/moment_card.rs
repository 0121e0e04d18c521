//! One moment as a card: its name and area, what stands in it, and for the current one what can be added.
//! Everything on it is optional, and nothing asks to be filled in.

use std::sync::Arc;

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el, live};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::chip::view_chip;
use super::gentle::GentleLines;
use super::line_field::LineField;
use super::take_once::take_once;
use crate::desk::TextPlace;
use crate::domain::{Hands, Item, ItemId, Moment, MomentId};
use crate::i18n::text;
use crate::screen::desk;
use crate::screen::second::view_piece;
use crate::screen::wording::{area_text, moment_text};
use crate::ui::mark::hands_name;
use crate::ui::{Choice, ChoiceGroup, Icon, icon, keyed};
use crate::vocabulary::Area;

/// A moment of the open session, as it is now.
#[derive(Clone, Copy)]
pub struct Current {
    pub id: MomentId,
    pub moment: Memo<Option<Arc<Moment>>>,
}

impl Current {
    /// Reads the moment; a default where it is gone, in the instant before its card goes too.
    pub fn read<R: Default>(&self, read: impl FnOnce(&Moment) -> R) -> R {
        self.moment.look(|moment| moment.as_deref().map(read)).unwrap_or_default()
    }
}

#[component]
pub fn MomentCard(id: MomentId) -> impl IntoView {
    let desk = desk();
    let moment = memo(move || desk.session().look(|session| session.as_ref()?.moment(id).cloned()));
    let card = Current { id, moment };
    let is_current = memo(move || desk.catching().look(|it| it.moment == Some(id)));
    let name = move || card.read(|moment| moment_text(moment, desk.person().as_deref()));
    el("article")
        .class("card")
        .toggle("card--now", move || is_current.get())
        .live_attr("aria-label", name)
        .child(view_head(card, is_current))
        .child(view_rows(card))
        .live(move || is_current.get().then(|| view_piece(move |part| (part.details)(card))))
        .child(view! { <GentleLines card=card /> }.into_any())
        .live(move || is_current.get().then(|| view_foot(card)))
        .into_any()
}

fn view_head(card: Current, is_current: Memo<bool>) -> AnyView {
    let desk = desk();
    let label = derived(move || {
        card.read(|moment| moment.label.as_ref().map(|label| label.as_str().to_string()))
    });
    let area = move || {
        let name = card.read(|moment| moment.area.as_ref().map(area_text))?;
        let hint = [text().canvas.area, ": ", &name].concat();
        let take_off = move |_| desk.set_area(card.id, None);
        Some(
            button()
                .class("area")
                .attr("aria-label", [hint.as_str(), ". ", text().shared.remove].concat())
                .on("click", take_off)
                .child(name),
        )
    };
    let make_current = move || {
        (!is_current.get()).then(|| {
            button()
                .class("plain")
                .on_click(move || {
                    desk.make_current(card.id, None);
                    crate::browser::focus(super::catch_line::CATCH_ID);
                })
                .child(text().canvas.make_current)
        })
    };
    el("header").class("card__head").child(view! { <LineField moment=card.id place=TextPlace::Label value=label label=text().canvas.moment_label empty=text().canvas.add_label hint=text().canvas.label_hint /> }.into_any()).child(el("span").class("card__head-end").live(area).live(make_current))
    .into_any()
}

/// Whether an item stands in a row.
type OfRow = fn(&Item) -> bool;

/// A row a kind, only where there is something of the kind.
fn view_rows(card: Current) -> AnyView {
    let canvas = &text().canvas;
    let rows: [(&'static str, OfRow); 5] = [
        (canvas.feeling, |item| matches!(item, Item::Felt(_))),
        (canvas.heard, |item| matches!(item, Item::Heard(_))),
        (canvas.needing, |item| matches!(item, Item::Need(_))),
        (canvas.did, |item| matches!(item, Item::Behaviour(_))),
        (canvas.choosing, |item| matches!(item, Item::Choice(_))),
    ];
    rows.into_iter()
        .map(|(name, is_of_row)| view_row(card, name, is_of_row))
        .collect::<Vec<_>>()
        .into_any()
}

fn view_row(card: Current, name: &'static str, is_of_row: OfRow) -> AnyView {
    let keys = memo(move || {
        card.read(|moment| {
            let of_row = moment.items.iter().filter(|item| is_of_row(item));
            of_row.map(|item| u64::from(item.id().0)).collect::<Vec<_>>()
        })
    });
    let is_empty = memo(move || keys.look(Vec::is_empty));
    let view_chips =
        move || {
            el("div")
                .class("row")
                .child(el("span").class("eyebrow").child(name))
                .child(el("ul").class("chips").attr("aria-label", name).child(keyed(
                    move || keys.get(),
                    move |key| view_chip(card, ItemId(key as u16)),
                )))
                .into_any()
        };
    live(move || (!is_empty.get()).then(view_chips))
}

/// What can be added to the current moment, and its place among the others.
fn view_foot(card: Current) -> AnyView {
    let desk = desk();
    let canvas = &text().canvas;
    let none = derived(|| None::<String>);
    let hands = move || {
        let hands = card.read(|moment| moment.hands);
        hands.and_then(|hands| Hands::ALL.iter().position(|it| *it == hands))
    };
    let choose_hands = Callback::new(move |at: Option<usize>| {
        desk.set_circumstances(card.id, at.map(|at| Hands::ALL[at]));
    });
    let delete = move |_| {
        desk.remove_moment(card.id);
        crate::browser::focus(super::catch_line::CATCH_ID);
    };
    // A card that changes its place takes its buttons along, and the browser lets go of the focus in between.
    let shift = move |event: web_sys::Event, places: isize| {
        desk.shift_moment(card.id, places);
        let button = event.current_target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        queue_microtask(move || button.iter().for_each(crate::browser::focus_element));
    };
    el("footer").class("card__foot").child(view_areas(card)).child(view! { <ChoiceGroup label=canvas.circumstances choices=Hands::ALL.map(|hands| Choice::named(hands_name(hands))).into() chosen=derived(hands) on_choose=choose_hands /> }.into_any()).child(el("div").class("card__tools").child(view! { <LineField moment=card.id place=TextPlace::NewBehaviour value=none label=canvas.add_behaviour empty=canvas.add_behaviour hint=canvas.behaviour_hint /> }.into_any()).child(view! { <LineField moment=card.id place=TextPlace::NewChoice value=none label=canvas.add_choice empty=canvas.add_choice hint=canvas.choice_hint /> }.into_any()).child(el("span").class("card__order").child(button().class("plain").attr("aria-label", canvas.up).on("click", move |event| shift(event, 1)).child(icon(Icon::Up))).child(button().class("plain").attr("aria-label", canvas.down).on("click", move |event| shift(event, -1)).child(icon(Icon::Down))).child(button().class("plain").attr("aria-label", canvas.delete).on("click", delete).child(icon(Icon::Delete)))))
    .into_any()
}

/// The areas of life, one tap each, as long as the moment has none.
fn view_areas(card: Current) -> AnyView {
    let desk = desk();
    let has_area = memo(move || card.read(|moment| moment.area.is_some()));
    let view_all = move || {
        let tags = Area::all().map(|area| {
            let set = move || desk.set_area(card.id, Some(area));
            take_once(button().class("tag"), set).child(area.name()).into_any()
        });
        el("div")
            .class("choices choices--areas")
            .attr("role", "group")
            .attr("aria-label", text().canvas.area)
            .child(
                el("span").class("eyebrow").attr("aria-hidden", "true").child(text().canvas.area),
            )
            .child(el("span").class("choices__flow").child(tags.collect::<Vec<_>>()))
            .into_any()
    };
    live(move || (!has_area.get()).then(view_all))
}
