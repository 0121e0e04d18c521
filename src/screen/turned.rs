//! The open session, fit for the client's eyes: what was heard, in large type.
//! Never a code, another session, a reflection or a record.

use std::sync::Arc;

use leptos::prelude::*;

use super::wording::{area_text, feeling_text, item_text, need_text};
use super::{desk, go};
use crate::desk::Desk;
use crate::domain::{About, Felt, Item, Moment, NeedMark, Person};
use crate::i18n::{fill, text};
use crate::route::Route;
use crate::ui::mark::hands_name;
use crate::ui::{mark, standing_class, standing_name, strength_dots};

#[component]
pub fn TurnedScreen() -> impl IntoView {
    let desk = desk();
    let canvas = &text().canvas;
    let moments = move || {
        let session = desk.session().get();
        session
            .map(|session| {
                session
                    .moments
                    .iter()
                    .filter(|moment| !moment.is_blank())
                    .cloned()
                    .collect::<Vec<_>>()
            })
            .unwrap_or_default()
    };
    let view_all = move || {
        let moments = moments();
        match moments.is_empty() {
            true => view! { <p class="empty">{canvas.turned_empty}</p> }.into_any(),
            false => moments
                .iter()
                .map(|moment| view_moment(desk, moment))
                .collect::<Vec<_>>()
                .into_any(),
        }
    };
    view! {
        <main class="main turned" id="main" tabindex="-1">
            <header class="head">
                <h1>{canvas.turned_title}</h1>
                <button type="button" class="button turned__back" on:click=move |_| go(Route::Attune)>{text().frame.turn_back}</button>
            </header>
            <p class="soft lead">{canvas.turned_check}</p>
            {view_all}
        </main>
    }
    .into_any()
}

fn view_moment(desk: Desk, moment: &Arc<Moment>) -> AnyView {
    let person = desk.person();
    let person = person.as_deref();
    let label = moment.label.as_ref().map(|label| view! { <h2 class="turned__label" translate="no">{label.as_str().to_string()}</h2> });
    let area =
        moment.area.as_ref().map(|area| view! { <span class="area">{area_text(area)}</span> });
    let feelings: Vec<_> = moment.felt().map(|felt| view_felt(moment, felt, person)).collect();
    let needs: Vec<_> = moment.needs().map(|need| view_need(need, person)).collect();
    let lines: Vec<_> = moment
        .items
        .iter()
        .filter(|item| matches!(item, Item::Behaviour(_) | Item::Choice(_)))
        .map(|item| {
            view! { <li class="line" translate="no">{item_text(item, person)}</li> }.into_any()
        })
        .collect();
    view! {
        <article class="card">
            <header class="card__head">{label}<span class="card__head-end">{area}</span></header>
            {view_row(text().canvas.feeling, feelings)}
            {view_row(text().canvas.needing, needs)}
            {view_row(text().canvas.did, lines)}
        </article>
    }
    .into_any()
}

fn view_row(name: &'static str, chips: Vec<AnyView>) -> AnyView {
    if chips.is_empty() {
        return ().into_any();
    }
    view! { <div class="row"><span class="eyebrow">{name}</span><ul class="chips" aria-label=name>{chips}</ul></div> }.into_any()
}

fn view_felt(moment: &Moment, felt: &Felt, person: Option<&Person>) -> AnyView {
    let about = match felt.about {
        About::Moment => None,
        About::Item(id) => moment.item(id).map(|item| {
            fill(text().canvas.about, &[("what", &item_text(item, person).to_lowercase())])
        }),
    };
    view! {
        <li class="feeling"><span translate="no">{feeling_text(&felt.feeling, person)}</span>
            {about.map(|about| view! { <span class="about" translate="no">{about}</span> })}{felt.strength.map(strength_dots)}</li>
    }
    .into_any()
}

fn view_need(need: &NeedMark, person: Option<&Person>) -> AnyView {
    let class = ["need need--flat need--", standing_class(need.standing)].concat();
    view! {
        <li class=class>{mark(need.standing)}<span translate="no">{need_text(&need.need, person)}</span>
            <span class="hands">{standing_name(need.standing)}</span>
            {need.hands.map(|hands| view! { <span class="hands">{hands_name(hands)}</span> })}</li>
    }
    .into_any()
}
