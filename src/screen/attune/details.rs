//! The bar under a card's rows: everything about the current item, one tap each.
//! Never opens by itself for an item of another moment.

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::catch_line::CATCH_ID;
use super::line_field::LineField;
use super::moment_card::Current;
use crate::desk::{Desk, TextPlace};
use crate::domain::{Hands, Item, ItemId, Kind, KnownBy, Standing, Strength};
use crate::i18n::{fill, text};
use crate::screen::desk;
use crate::screen::plan::{Plan, targets_now, view_plan};
use crate::screen::wording::item_text;
use crate::ui::mark::{hands_name, known_by_name};
use crate::ui::{Choice, ChoiceGroup, mark, standing_name};

pub fn view_details(card: Current) -> AnyView {
    let desk = desk();
    // Only which item it is rebuilds the bar; what changes about it is read inside, so that the focus stays.
    let which = memo(move || {
        let id = desk.catching().look(|it| it.item)?;
        card.read(|moment| moment.item(id).map(|item| (id, std::mem::discriminant(item))))
    });
    live(move || which.get().map(|(id, _)| view_bar(desk, card, id)))
}

fn view_bar(desk: Desk, card: Current, id: ItemId) -> AnyView {
    let item = memo(move || card.read(|moment| moment.item(id).cloned()));
    let Some(now) = item.get_untracked() else { return ().into_any() };
    let what = move || words(desk, item);
    let parts = view_parts(desk, card, &now, item);
    let about = now.can_be_felt_about().then(|| view_about(desk, id, item));
    let remove = move |_| {
        desk.remove_item(card.id, id);
        crate::browser::focus(CATCH_ID);
    };
    let title = move || fill(text().canvas.item, &[("what", &what())]);
    let remove_name = move || fill(text().canvas.remove, &[("what", &what())]);
    el("div")
        .class("details")
        .attr("role", "group")
        .live_attr("aria-label", title)
        .child(parts)
        .child(
            el("div").class("details__end").child(about).child(
                button()
                    .class("plain")
                    .live_attr("aria-label", remove_name)
                    .on("click", remove)
                    .child(text().shared.remove),
            ),
        )
        .into_any()
}

/// Read anew each time: a behaviour's words can be changed while its bar stands.
fn words(desk: Desk, item: Memo<Option<Item>>) -> String {
    item.get().map(|item| item_text(&item, desk.person().as_deref())).unwrap_or_default()
}

/// What can be said of an item of its kind.
fn view_parts(desk: Desk, card: Current, now: &Item, item: Memo<Option<Item>>) -> Vec<AnyView> {
    let id = now.id();
    // Of oneself one knows it in one way.
    let is_client = desk.person().is_some_and(|person| person.kind == Kind::Client);
    let known_by = || is_client.then(|| view_known_by(desk, card, id, item)).into_any();
    match now {
        Item::Felt(_) => vec![view_strength(desk, card, id, item), known_by()],
        Item::Need(_) => {
            vec![view_standing(desk, card, id, item), view_hands(desk, card, id, item), known_by()]
        }
        Item::Heard(_) => Vec::new(),
        Item::Behaviour(_) => vec![view_line(desk, card, id, item)],
        Item::Choice(_) => vec![view_line(desk, card, id, item), view_choice(desk, card, id)],
    }
}

fn view_strength(desk: Desk, card: Current, id: ItemId, item: Memo<Option<Item>>) -> AnyView {
    const NUMBERS: [&str; Strength::MOST as usize] = ["1", "2", "3", "4", "5"];
    let chosen = derived(move || match item.get() {
        Some(Item::Felt(felt)) => felt.strength.map(|strength| usize::from(strength.get()) - 1),
        _ => None,
    });
    let choose = Callback::new(move |at: Option<usize>| {
        let strength = at.and_then(|at| Strength::new(at as u8 + 1));
        desk.set_strength(card.id, id, strength);
    });
    let choices = NUMBERS.map(Choice::named).into();
    view! { <ChoiceGroup label=text().marks.strength choices=choices chosen=chosen on_choose=choose /> }.into_any()
}

fn view_standing(desk: Desk, card: Current, id: ItemId, item: Memo<Option<Item>>) -> AnyView {
    let chosen = derived(move || match item.get() {
        Some(Item::Need(mark)) => Standing::SAID.iter().position(|it| *it == mark.standing),
        _ => None,
    });
    let choose = Callback::new(move |at: Option<usize>| {
        desk.set_standing(card.id, id, at.map_or(Standing::NotSaid, |at| Standing::SAID[at]));
    });
    let choice = |standing| Choice {
        name: standing_name(standing),
        short: None,
        drawing: Some(mark(standing)),
    };
    let choices = Standing::SAID.map(choice).into();
    view! { <ChoiceGroup label=text().marks.standing choices=choices chosen=chosen on_choose=choose /> }.into_any()
}

fn view_hands(desk: Desk, card: Current, id: ItemId, item: Memo<Option<Item>>) -> AnyView {
    let chosen = derived(move || match item.get() {
        Some(Item::Need(mark)) => {
            mark.hands.and_then(|hands| Hands::ALL.iter().position(|it| *it == hands))
        }
        _ => None,
    });
    let choose = Callback::new(move |at: Option<usize>| {
        desk.set_hands(card.id, id, at.map(|at| Hands::ALL[at]));
    });
    let choices = Hands::ALL.map(|hands| Choice::named(hands_name(hands))).into();
    view! { <ChoiceGroup label=text().marks.hands choices=choices chosen=chosen on_choose=choose /> }.into_any()
}

fn view_known_by(desk: Desk, card: Current, id: ItemId, item: Memo<Option<Item>>) -> AnyView {
    let chosen = derived(move || {
        let known_by = match item.get()? {
            Item::Felt(felt) => felt.known_by,
            Item::Need(mark) => mark.known_by,
            _ => return None,
        };
        KnownBy::ALL.iter().position(|it| *it == known_by)
    });
    let choose = Callback::new(move |at: Option<usize>| {
        if let Some(at) = at {
            desk.set_known_by(card.id, id, KnownBy::ALL[at]);
        }
    });
    let choices = KnownBy::ALL.map(|known_by| Choice::named(known_by_name(known_by))).into();
    view! { <ChoiceGroup label=text().marks.known_by choices=choices chosen=chosen on_choose=choose always=true /> }
        .into_any()
}

fn view_line(desk: Desk, card: Current, id: ItemId, item: Memo<Option<Item>>) -> AnyView {
    let canvas = &text().canvas;
    let value = derived(move || {
        item.look(|item| item.as_ref().map(|item| item_text(item, desk.person().as_deref())))
    });
    let is_choice = item.glance(|item| matches!(item, Some(Item::Choice(_))));
    let (label, hint) = match is_choice {
        true => (canvas.add_choice, canvas.choice_hint),
        false => (canvas.add_behaviour, canvas.behaviour_hint),
    };
    view! { <LineField moment=card.id place=TextPlace::Item(id) value=value label=label empty=label hint=hint /> }.into_any()
}

/// What the choice would do for what goes short.
fn view_choice(desk: Desk, card: Current, id: ItemId) -> AnyView {
    let session = desk.session().glance(|session| session.as_ref().map(|session| session.id));
    let view = |session| {
        let plan = Plan { spot: (session, card.id), item: id, looks_back: false };
        view_plan(plan, targets_now(desk))
    };
    session.map(view).into_any()
}

/// "A feeling about this": the next feeling caught is about the item.
fn view_about(desk: Desk, id: ItemId, item: Memo<Option<Item>>) -> AnyView {
    let is_on = memo(move || desk.catching().look(|it| it.about == Some(id)));
    let turn = move |_| {
        desk.feel_about((!is_on.get_untracked()).then_some(id));
        crate::browser::focus(CATCH_ID);
    };
    let hint = move || {
        let what = item_text(&item.get().filter(|_| is_on.get())?, desk.person().as_deref());
        Some(fill(text().marks.feeling_about_hint, &[("what", &what)]))
    };
    nodes![
        button()
            .class("choice")
            .live_attr("aria-pressed", move || is_on.get().to_string())
            .on("click", turn)
            .child(text().marks.feeling_about),
        el("span").class("small soft").attr("role", "status").attr("translate", "no").live(hint)
    ]
}
