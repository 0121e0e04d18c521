//! One moment as a card: its name and area, what stands in it, and for the current one what can be added.
//! Everything on it is optional, and nothing asks to be filled in.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::chip::view_chip;
use super::details::Details;
use super::gentle::GentleLines;
use super::line_field::LineField;
use crate::desk::TextPlace;
use crate::domain::{Hands, Item, ItemId, Moment, MomentId};
use crate::i18n::text;
use crate::screen::desk;
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
        self.moment.with(|moment| moment.as_deref().map(read)).unwrap_or_default()
    }
}

#[component]
pub fn MomentCard(id: MomentId) -> impl IntoView {
    let desk = desk();
    let moment =
        Memo::new(move |_| desk.session().with(|session| session.as_ref()?.moment(id).cloned()));
    let card = Current { id, moment };
    let is_current = Memo::new(move |_| desk.catching().with(|it| it.moment == Some(id)));
    let name = move || card.read(|moment| moment_text(moment, desk.person().as_deref()));
    view! {
        <article class="card" class:card--now=move || is_current.get() aria-label=name>
            {view_head(card, is_current)}
            {view_rows(card)}
            {move || is_current.get().then(|| view! { <Details card=card /> })}
            <GentleLines card=card />
            {move || is_current.get().then(|| view_foot(card))}
        </article>
    }
    .into_any()
}

fn view_head(card: Current, is_current: Memo<bool>) -> AnyView {
    let desk = desk();
    let label = Signal::derive(move || {
        card.read(|moment| moment.label.as_ref().map(|label| label.as_str().to_string()))
    });
    let area = move || {
        let name = card.read(|moment| moment.area.as_ref().map(area_text))?;
        let hint = [text().canvas.area, ": ", &name].concat();
        let take_off = move |_| desk.set_area(card.id, None);
        Some(view! {
            <button type="button" class="area" aria-label=[hint.as_str(), ". ", text().shared.remove].concat() on:click=take_off>{name}</button>
        })
    };
    let make_current = move || {
        (!is_current.get()).then(|| {
            view! {
                <button type="button" class="plain" on:click=move |_| {
                    desk.make_current(card.id, None);
                    crate::browser::focus(super::catch_line::CATCH_ID);
                }>{text().canvas.make_current}</button>
            }
        })
    };
    view! {
        <header class="card__head">
            <LineField moment=card.id place=TextPlace::Label value=label
                label=text().canvas.moment_label empty=text().canvas.add_label hint=text().canvas.label_hint />
            <span class="card__head-end">{area}{make_current}</span>
        </header>
    }
    .into_any()
}

/// A row a kind, only where there is something of the kind.
fn view_rows(card: Current) -> AnyView {
    let canvas = &text().canvas;
    let rows: [(&'static str, fn(&Item) -> bool); 5] = [
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

fn view_row(card: Current, name: &'static str, is_of_row: fn(&Item) -> bool) -> AnyView {
    let keys = Memo::new(move |_| {
        card.read(|moment| {
            let of_row = moment.items.iter().filter(|item| is_of_row(item));
            of_row.map(|item| u64::from(item.id().0)).collect::<Vec<_>>()
        })
    });
    let is_empty = Memo::new(move |_| keys.with(Vec::is_empty));
    let view_chips = move || {
        view! {
            <div class="row">
                <span class="eyebrow">{name}</span>
                <ul class="chips" aria-label=name>
                    {keyed(move || keys.get(), move |key| view_chip(card, ItemId(key as u16)))}
                </ul>
            </div>
        }
        .into_any()
    };
    view! { {move || (!is_empty.get()).then(view_chips)} }.into_any()
}

/// What can be added to the current moment, and its place among the others.
fn view_foot(card: Current) -> AnyView {
    let desk = desk();
    let canvas = &text().canvas;
    let none = Signal::derive(|| None::<String>);
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
    let shift = move |event: web_sys::MouseEvent, places: isize| {
        desk.shift_moment(card.id, places);
        // A card that changes its place takes its buttons along, and the browser lets go of the focus in between.
        if let Some(button) = event.current_target().and_then(|it| it.dyn_into().ok()) {
            let button: web_sys::Element = button;
            queue_microtask(move || crate::browser::focus_element(&button));
        }
    };
    view! {
        <footer class="card__foot">
            {view_areas(card)}
            <ChoiceGroup label=canvas.circumstances choices=Hands::ALL.map(|hands| Choice::named(hands_name(hands))).into()
                chosen=Signal::derive(hands) on_choose=choose_hands />
            <div class="card__tools">
                <LineField moment=card.id place=TextPlace::NewBehaviour value=none label=canvas.add_behaviour empty=canvas.add_behaviour hint=canvas.behaviour_hint />
                <LineField moment=card.id place=TextPlace::NewChoice value=none label=canvas.add_choice empty=canvas.add_choice hint=canvas.choice_hint />
                <span class="card__order">
                    <button type="button" class="plain" aria-label=canvas.up on:click=move |event| shift(event, 1)>{icon(Icon::Up)}</button>
                    <button type="button" class="plain" aria-label=canvas.down on:click=move |event| shift(event, -1)>{icon(Icon::Down)}</button>
                    <button type="button" class="plain" aria-label=canvas.delete on:click=delete>{icon(Icon::Delete)}</button>
                </span>
            </div>
        </footer>
    }
    .into_any()
}

/// The areas of life, one tap each, as long as the moment has none.
fn view_areas(card: Current) -> AnyView {
    let desk = desk();
    let has_area = Memo::new(move |_| card.read(|moment| moment.area.is_some()));
    let view_all = move || {
        let tags = Area::all().map(|area| {
            let set = move |_| desk.set_area(card.id, Some(area));
            view! { <button type="button" class="tag" on:click=set>{area.name()}</button> }
                .into_any()
        });
        view! {
            <div class="choices choices--areas" role="group" aria-label=text().canvas.area>
                <span class="eyebrow" aria-hidden="true">{text().canvas.area}</span>
                <span class="choices__flow">{tags.collect::<Vec<_>>()}</span>
            </div>
        }
        .into_any()
    };
    view! { {move || (!has_area.get()).then(view_all)} }.into_any()
}
