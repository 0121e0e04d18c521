//! What is mine to choose? In whose hands each need is, and what one could do.
//! Keeps what one can choose apart from what one cannot, and asks nobody to solve the latter.

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::el;
use leptos::prelude::*;

use super::{view_chips, view_question};
use crate::desk::{Desk, TextPlace};
use crate::domain::{Hands, Item, ItemId, Standing};
use crate::i18n::{more, text};
use crate::screen::attune::{Current, LineField};
use crate::screen::wording::need_text;
use crate::ui::mark::hands_name;
use crate::ui::{Choice, keyed};

pub fn view_choosing(desk: Desk, card: Current) -> AnyView {
    let worksheet = &more().worksheet;
    let none = derived(|| None::<String>);
    let is_choice = |item: &Item| matches!(item, Item::Choice(_));
    let add = view! { <LineField moment=card.id place=TextPlace::NewChoice value=none label=worksheet.could_add empty=worksheet.could_add hint=worksheet.could_hint /> }
        .into_any();
    let has_not_mine = memo(move || {
        card.read(|moment| moment.needs().any(|mark| mark.hands == Some(Hands::NotMine)))
    });
    let grieve = move || has_not_mine.get().then(|| el("p").class("soft").child(worksheet.grieve));
    view_question(
        worksheet.mine,
        worksheet.mine_hint,
        vec![
            view_needs(desk, card),
            el("div").live(grieve).into_any(),
            view_chips(desk, card, worksheet.could, is_choice),
            add,
        ],
    )
}

fn view_needs(desk: Desk, card: Current) -> AnyView {
    let keys = memo(move || {
        card.read(|moment| {
            let short = moment.needs().filter(|mark| mark.standing != Standing::Met);
            short.map(|mark| u64::from(mark.id.0)).collect::<Vec<_>>()
        })
    });
    let first = move || {
        keys.look(Vec::is_empty)
            .then(|| el("p").class("soft small").child(more().worksheet.mine_first))
    };
    el("div")
        .class("question__hands")
        .live(first)
        .child(keyed(move || keys.get(), move |key| view_hands(desk, card, ItemId(key as u16))))
        .into_any()
}

fn view_hands(desk: Desk, card: Current, id: ItemId) -> AnyView {
    let mark = memo(move || {
        card.read(|moment| match moment.item(id) {
            Some(Item::Need(mark)) => Some(mark.clone()),
            _ => None,
        })
    });
    let name =
        move || mark.look(|it| it.as_ref().map(|it| need_text(&it.need, desk.person().as_deref())));
    let buttons = Hands::ALL.map(|hands| {
        let is_so =
            memo(move || mark.look(|it| it.as_ref().and_then(|it| it.hands) == Some(hands)));
        crate::ui::markup::button()
            .class("choice")
            .live_attr("aria-pressed", move || is_so.get().to_string())
            .on_click(move || {
                desk.set_hands(card.id, id, (!is_so.get_untracked()).then_some(hands));
            })
            .child(Choice::named(hands_name(hands)).name)
            .into_any()
    });
    let label = move || name().map(|name| [name.as_str(), ": ", text().marks.hands].concat());
    el("div")
        .class("question__need")
        .attr("role", "group")
        .live_attr("aria-label", label)
        .child(el("span").class("question__name").attr("translate", "no").live(name))
        .child(el("span").class("choices__flow").child(buttons.into_iter().collect::<Vec<_>>()))
        .into_any()
}
