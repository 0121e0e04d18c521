//! What the current moment suggests: needs as questions with their reason, and what often goes with a need.
//! Never more than a question: one tap takes it, one tap says no.

use leptos::prelude::*;

use super::often_felt::OftenFelt;
use super::options::cause_text;
use crate::desk::Desk;
use crate::domain::{NeedWord, Standing};
use crate::i18n::{fill, text};
use crate::insight::suggest::{Suggestion, suggest};
use crate::screen::desk;
use crate::ui::{mark, standing_name};
use crate::vocabulary::Need;

/// How many are asked in full, and how many more stand by.
const ASKED: usize = 3;
const ALSO: usize = 4;

/// Equal where the same needs stand for the same reasons: a weight that shifts must not rebuild the aside.
#[derive(Clone, PartialEq)]
struct Asked {
    need: Need,
    because: String,
}

fn suggestions(desk: Desk) -> Memo<Vec<Asked>> {
    Memo::new(move |_| {
        desk.moment().with(|moment| {
            let all = moment.as_deref().map(suggest).unwrap_or_default();
            all.into_iter().take(ASKED + ALSO).map(asked).collect()
        })
    })
}

fn asked(suggestion: Suggestion) -> Asked {
    let causes: Vec<_> = suggestion.because.iter().map(|cause| cause_text(*cause)).collect();
    Asked { need: suggestion.need, because: causes.join(text().care.comma) }
}

#[component]
pub fn SuggestionAside() -> impl IntoView {
    let desk = desk();
    let all = suggestions(desk);
    let first = move || {
        all.get().into_iter().take(ASKED).map(|asked| view_asked(desk, asked)).collect::<Vec<_>>()
    };
    let also = move || {
        let tags: Vec<_> =
            all.get().into_iter().skip(ASKED).map(|asked| view_also(desk, asked)).collect();
        (!tags.is_empty()).then(|| {
            view! {
                <div class="maybe">
                    <h3 class="eyebrow">{text().suggesting.also}</h3>
                    <div class="chips">{tags}</div>
                </div>
            }
        })
    };
    let lead = move || match all.with(Vec::is_empty) {
        true => text().suggesting.empty,
        false => text().suggesting.lead,
    };
    view! {
        <aside class="aside" aria-label=text().suggesting.title>
            <h2>{text().suggesting.title}</h2>
            <p class="soft small aside__lead">{lead}</p>
            {first}
            {also}
            <OftenFelt />
        </aside>
    }
    .into_any()
}

fn view_asked(desk: Desk, asked: Asked) -> AnyView {
    let need = asked.need;
    let answers = Standing::SAID.map(|standing| {
        let name = fill(text().suggesting.take, &[("need", need.name()), ("standing", standing_name(standing))]);
        let take = move |_| {
            desk.catch_need(NeedWord::Known(need), Some(standing));
        };
        view! {
            <button type="button" class="answer" aria-label=name on:click=take>{mark(standing)}{standing_name(standing)}</button>
        }
        .into_any()
    });
    let no = fill(text().suggesting.not_this, &[("need", need.name())]);
    view! {
        <section class="maybe">
            <h3 class="maybe__name">{need.name()}</h3>
            <p class="maybe__means">{need.definition()}</p>
            <p class="because">{text().suggesting.because}" "<b>{asked.because}</b></p>
            <div class="answers">
                {answers.into_iter().collect::<Vec<_>>()}
                <button type="button" class="answer answer--quiet" aria-label=no on:click=move |_| desk.dismiss(need)>{text().suggesting.no}</button>
            </div>
        </section>
    }
    .into_any()
}

fn view_also(desk: Desk, asked: Asked) -> AnyView {
    let need = asked.need;
    let take = move |_| {
        desk.catch_need(NeedWord::Known(need), None);
    };
    let name = fill(text().suggesting.take_likely, &[("need", need.name())]);
    view! {
        <button type="button" class="tag" aria-label=name title=asked.because on:click=take>{need.name()}</button>
    }
    .into_any()
}

/// On a phone, over the keyboard: three at one tap each.
#[component]
pub fn SuggestionStrip() -> impl IntoView {
    let desk = desk();
    let all = suggestions(desk);
    let chips = move || {
        let three: Vec<_> =
            all.get().into_iter().take(ASKED).map(|asked| view_strip_chip(desk, asked)).collect();
        (!three.is_empty()).then(|| {
            view! { <div class="strip" role="group" aria-label=text().suggesting.strip>{three}</div> }
        })
    };
    view! { {chips} }.into_any()
}

fn view_strip_chip(desk: Desk, asked: Asked) -> AnyView {
    let need = asked.need;
    let take = move |_| {
        desk.catch_need(NeedWord::Known(need), None);
    };
    let name = fill(text().suggesting.take_likely, &[("need", need.name())]);
    view! {
        // A press here must not take the focus, or the keyboard would go.
        <button type="button" class="strip__chip" aria-label=name on:mousedown=move |event| event.prevent_default() on:click=take>
            {need.name()}"?"
        </button>
    }
    .into_any()
}
