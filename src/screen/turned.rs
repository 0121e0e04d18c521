//! The open session, fit for the client's eyes: what was heard, in large type.
//! Never a code, another session, a reflection or a record.

use std::sync::Arc;

use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::wording::{about_text, area_text, feeling_text, item_text, need_text};
use super::{desk, go};
use crate::desk::Desk;
use crate::domain::{About, Felt, Item, Moment, NeedMark, Person};
use crate::i18n::text;
use crate::route::Route;
use crate::ui::mark::hands_name;
use crate::ui::{mark, standing_class, standing_name, strength_dots};

#[component]
pub fn TurnedScreen() -> impl IntoView {
    let desk = desk();
    let canvas = &text().canvas;
    el("main")
        .class("main turned")
        .id("main")
        .attr("tabindex", "-1")
        .child(
            el("header").class("head").child(el("h1").child(canvas.turned_title)).child(
                button()
                    .class("button turned__back")
                    .on_click(move || go(Route::Attune))
                    .child(text().frame.turn_back),
            ),
        )
        .child(el("p").class("soft lead").child(canvas.turned_check))
        .live(move || view_moments(desk))
        .into_any()
}

/// Those in which something stands, in the order in which they were caught.
fn view_moments(desk: Desk) -> AnyView {
    let session = desk.session().get();
    let moments = session.iter().flat_map(|session| session.moments.iter());
    let views: Vec<_> = moments
        .filter(|moment| !moment.is_blank())
        .map(|moment| view_moment(desk, moment))
        .collect();
    match views.is_empty() {
        true => el("p").class("empty").child(text().canvas.turned_empty).into_any(),
        false => views.into_any(),
    }
}

fn view_moment(desk: Desk, moment: &Arc<Moment>) -> AnyView {
    let person = desk.person();
    let person = person.as_deref();
    let label = moment.label.as_ref().map(|label| {
        el("h2").class("turned__label").attr("translate", "no").child(label.as_str().to_string())
    });
    let area = moment.area.as_ref().map(|area| el("span").class("area").child(area_text(area)));
    el("article")
        .class("card")
        .child(
            el("header")
                .class("card__head")
                .child(label)
                .child(el("span").class("card__head-end").child(area)),
        )
        .child(view_caught(moment, person))
        .into_any()
}

/// What was caught in a moment, fit for anyone's eyes.
pub fn view_caught(moment: &Moment, person: Option<&Person>) -> AnyView {
    let feelings: Vec<_> = moment.felt().map(|felt| view_felt(moment, felt, person)).collect();
    let needs: Vec<_> = moment.needs().map(|need| view_need(need, person)).collect();
    let lines: Vec<_> = moment
        .items
        .iter()
        .filter(|item| matches!(item, Item::Behaviour(_) | Item::Choice(_)))
        .map(|item| {
            el("li").class("line").attr("translate", "no").child(item_text(item, person)).into_any()
        })
        .collect();
    nodes![
        view_row(text().canvas.feeling, feelings),
        view_row(text().canvas.needing, needs),
        view_row(text().canvas.did, lines)
    ]
}

fn view_row(name: &'static str, chips: Vec<AnyView>) -> AnyView {
    if chips.is_empty() {
        return ().into_any();
    }
    el("div")
        .class("row")
        .child(el("span").class("eyebrow").child(name))
        .child(el("ul").class("chips").attr("aria-label", name).child(chips))
        .into_any()
}

fn view_felt(moment: &Moment, felt: &Felt, person: Option<&Person>) -> AnyView {
    let about = match felt.about {
        About::Moment => None,
        About::Item(id) => moment.item(id).map(|item| about_text(item, person)),
    };
    el("li")
        .class("feeling")
        .child(el("span").attr("translate", "no").child(feeling_text(&felt.feeling, person)))
        .child(about.map(|about| el("span").class("about").attr("translate", "no").child(about)))
        .child(felt.strength.map(strength_dots))
        .into_any()
}

fn view_need(need: &NeedMark, person: Option<&Person>) -> AnyView {
    let class = ["need need--flat need--", standing_class(need.standing)].concat();
    el("li")
        .class(class)
        .child(mark(need.standing))
        .child(el("span").attr("translate", "no").child(need_text(&need.need, person)))
        .child(el("span").class("hands").child(standing_name(need.standing)))
        .child(need.hands.map(|hands| el("span").class("hands").child(hands_name(hands))))
        .into_any()
}
