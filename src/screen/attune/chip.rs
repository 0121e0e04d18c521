//! One thing caught, as a chip: what it is, how it stands, how it is known.
//! Details and changes are the details bar's; only a need's standing turns right here.

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::moment_card::Current;
use crate::domain::{About, Felt, Item, ItemId, KnownBy, NeedMark};
use crate::i18n::{fill, inside, text};
use crate::screen::desk;
use crate::screen::wording::{about_text, feeling_text, item_text, need_text};
use crate::ui::mark::{hands_name, known_by_name};
use crate::ui::{mark, standing_class, standing_name, strength_dots};

/// A chip that keeps its place and the focus while its item changes.
pub fn view_chip(card: Current, id: ItemId) -> AnyView {
    let item = memo(move || card.read(|moment| moment.item(id).cloned()));
    let kind = item.glance(|item| item.as_ref().map(|item| matches!(item, Item::Need(_))));
    match kind {
        Some(true) => view_need(card, id, item),
        Some(false) => view_other(card, id, item),
        None => ().into_any(),
    }
}

fn is_current(card: Current, id: ItemId) -> Memo<bool> {
    let catching = desk().catching();
    memo(move || catching.look(|it| it.moment == Some(card.id) && it.item == Some(id)))
}

/// Chooses the item, or lets go of it where it is the current one.
fn choose(card: Current, id: ItemId, is_current: Memo<bool>) {
    let item = (!is_current.get_untracked()).then_some(id);
    desk().make_current(card.id, item);
}

fn view_need(card: Current, id: ItemId, item: Memo<Option<Item>>) -> AnyView {
    let desk = desk();
    let is_current = is_current(card, id);
    let need = move || match item.get() {
        Some(Item::Need(mark)) => Some(mark),
        _ => None,
    };
    let class = move || {
        let standing = need().map(|it| standing_class(it.standing)).unwrap_or_default();
        let guess = need().is_some_and(|it| it.known_by == KnownBy::Guessed);
        ["need need--", standing, if guess { " guess" } else { "" }].concat()
    };
    let turn_name = move || {
        need().map(|it| {
            let name = need_text(&it.need, desk.person().as_deref());
            fill(
                text().canvas.turn_standing,
                &[("need", &name), ("standing", standing_name(it.standing))],
            )
        })
    };
    el("li")
        .live_attr("class", class)
        .toggle("current", move || is_current.get())
        .child(
            button()
                .class("need__mark")
                .live_attr("aria-label", turn_name)
                .on_click(move || desk.turn_standing(card.id, id))
                .live(move || need().map(|it| mark(it.standing))),
        )
        .child(
            button()
                .class("need__name")
                .live_attr("aria-pressed", move || is_current.get().to_string())
                .on_click(move || choose(card, id, is_current))
                .live(move || need().map(|it| view_need_words(&it))),
        )
        .into_any()
}

fn view_need_words(need: &NeedMark) -> AnyView {
    let name = need_text(&need.need, desk().person().as_deref());
    let hands = need.hands.map(|hands| el("span").class("hands").child(hands_name(hands)));
    nodes![
        el("span").attr("translate", "no").child(name),
        el("span").class("unseen").child([", ", standing_name(need.standing)].concat()),
        hands,
        view_known_by(need.known_by)
    ]
}

fn view_other(card: Current, id: ItemId, item: Memo<Option<Item>>) -> AnyView {
    let is_current = is_current(card, id);
    let class = move || item.look(|item| item.as_ref().map(chip_class).unwrap_or_default());
    el("li")
        .class("chip-place")
        .child(
            button()
                .live_attr("class", class)
                .toggle("current", move || is_current.get())
                .live_attr("aria-pressed", move || is_current.get().to_string())
                .on_click(move || choose(card, id, is_current))
                .live(move || item.get().map(|item| view_words(card, &item))),
        )
        .into_any()
}

fn chip_class(item: &Item) -> &'static str {
    match item {
        Item::Felt(felt) if felt.known_by == KnownBy::Guessed => "feeling guess",
        Item::Felt(_) => "feeling",
        Item::Heard(_) => "judgement",
        Item::Need(_) | Item::Behaviour(_) | Item::Choice(_) => "line",
    }
}

fn view_words(card: Current, item: &Item) -> AnyView {
    let person = desk().person();
    match item {
        Item::Felt(felt) => view_felt(card, felt),
        Item::Heard(_) => {
            nodes![
                "“",
                el("span").attr("translate", "no").child(item_text(item, person.as_deref())),
                "”"
            ]
        }
        _ => {
            el("span").attr("translate", "no").child(item_text(item, person.as_deref())).into_any()
        }
    }
}

fn view_felt(card: Current, felt: &Felt) -> AnyView {
    let person = desk().person();
    let name = feeling_text(&felt.feeling, person.as_deref());
    let about = match felt.about {
        About::Moment => None,
        About::Item(id) => {
            card.read(|moment| Some(about_text(moment.item(id)?, person.as_deref())))
        }
    };
    nodes![
        el("span").attr("translate", "no").child(name),
        about.map(|about| el("span").class("about").attr("translate", "no").child(about)),
        felt.strength.map(strength_dots),
        view_known_by(felt.known_by)
    ]
}

/// Said is what is usual, and goes without saying; a guess looks like one.
fn view_known_by(known_by: KnownBy) -> AnyView {
    match known_by {
        KnownBy::Said => ().into_any(),
        KnownBy::Guessed => {
            nodes![
                el("span").class("known").attr("aria-hidden", "true").child("?"),
                el("span").class("unseen").child(text().canvas.guess)
            ]
        }
        KnownBy::Seen | KnownBy::Confirmed => {
            el("span").class("known").child(inside(known_by_name(known_by))).into_any()
        }
    }
}
