//! Whose it is: whoever was invited, another person here, or a new client by code; and taking it in.
//! Never takes anything in by itself, nor a second time without saying so.

use std::sync::Arc;

use leptos::prelude::*;

use super::wording::{not_taken_in_text, whom_text};
use super::{Receiving, Step, view_leave};
use crate::desk::{Arrived, Whose};
use crate::domain::{Kind, PersonId};
use crate::i18n::{more, text};
use crate::reactive::{Look, derived};
use crate::screen::wording::person_text;
use crate::ui::PersonField;
use crate::ui::markup::{button, el};

/// What is pressed.
#[derive(Clone, Copy, PartialEq)]
enum Kin {
    Invited(PersonId),
    Other,
    New,
}

#[derive(Clone, Copy)]
struct Choosing {
    kin: RwSignal<Kin>,
    other: RwSignal<Option<PersonId>>,
    code: RwSignal<String>,
    wrong: RwSignal<Option<String>>,
}

pub fn view_whose(receiving: Receiving, arrived: Arc<Arrived>) -> AnyView {
    let words = &more().receive;
    let others = others(receiving, arrived.invited);
    let kinds = kinds(receiving, arrived.invited, !others.is_empty());
    let choosing = Choosing {
        kin: RwSignal::new(kinds.first().map_or(Kin::New, |(kin, _)| *kin)),
        other: RwSignal::new(None),
        code: RwSignal::new(String::new()),
        wrong: RwSignal::new(None),
    };
    let Choosing { kin, wrong, .. } = choosing;
    let name = if arrived.doubled.is_some() { words.take_again } else { words.take_in };
    let take = Callback::new(move |()| take(receiving, choosing, &arrived));
    el("section")
        .class("receive__whose")
        .child(el("h2").id("receive-whose").child(words.whose))
        .child(
            el("div")
                .class("choices")
                .attr("role", "group")
                .attr("aria-labelledby", "receive-whose")
                .children(kinds.into_iter().map(|it| view_kin(choosing, it))),
        )
        .live(move || match kin.get() {
            Kin::Invited(_) => ().into_any(),
            Kin::Other => view_others(choosing, &others),
            Kin::New => view_code(choosing, take),
        })
        // The field for a code says by itself what is wrong with one.
        .child(
            el("p")
                .class("field__error")
                .attr("role", "alert")
                .live(move || wrong.get().filter(|_| kin.get() != Kin::New)),
        )
        .child(view_answers(receiving, name, take))
        .into_any()
}

fn view_answers(receiving: Receiving, name: &'static str, take: Callback<()>) -> AnyView {
    let first = button().class("button button--first").on_click(move || take.run(())).child(name);
    el("p").class("answers").child(first).child(view_leave(receiving)).into_any()
}

/// Whoever was invited is the likeliest.
fn kinds(receiving: Receiving, invited: Option<PersonId>, others: bool) -> Vec<(Kin, String)> {
    let words = &more().receive;
    let mut kinds = Vec::new();
    kinds.extend(invited.map(|id| (Kin::Invited(id), whom_text(receiving.desk, id))));
    kinds.extend(others.then(|| (Kin::Other, words.other.to_string())));
    kinds.push((Kin::New, words.new_client.to_string()));
    kinds
}

fn view_kin(choosing: Choosing, (kin, name): (Kin, String)) -> AnyView {
    let is_chosen = derived(move || choosing.kin.get() == kin);
    let choose = move || {
        choosing.wrong.set(None);
        choosing.kin.set(kin);
    };
    button()
        .class("choice")
        .attr("translate", matches!(kin, Kin::Invited(_)).then_some("no"))
        .live_attr("aria-pressed", move || is_chosen.get().to_string())
        .on_click(choose)
        .child(name)
        .into_any()
}

/// Everyone else, those who are set aside last.
fn others(receiving: Receiving, invited: Option<PersonId>) -> Vec<(PersonId, String)> {
    receiving.desk.cabinet().glance(|cabinet| {
        let (aside, listed): (Vec<_>, Vec<_>) = cabinet
            .people()
            .filter(|it| Some(it.id) != invited && it.kind != Kind::Participant)
            .partition(|it| it.set_aside);
        let all = listed.into_iter().chain(aside);
        all.map(|it| (it.id, person_text(it))).collect()
    })
}

fn view_others(choosing: Choosing, others: &[(PersonId, String)]) -> AnyView {
    let words = &more().receive;
    let ids: Vec<PersonId> = others.iter().map(|(id, _)| *id).collect();
    let chosen = choosing.other.get_untracked();
    let options = others.iter().enumerate().map(|(at, (id, code))| {
        el("option")
            .attr("value", at.to_string())
            .attr("selected", (chosen == Some(*id)).then_some(""))
            .child(code.clone())
            .into_any()
    });
    let options = options.collect::<Vec<_>>();
    let choose = move |event| {
        choosing.wrong.set(None);
        let at: Option<usize> = event_target_value(&event).parse().ok();
        choosing.other.set(at.and_then(|at| ids.get(at)).copied());
    };
    el("label")
        .class("field")
        .child(el("span").child(words.person))
        .child(
            el("select")
                .id("receive-person")
                .class("field__input")
                .attr("translate", "no")
                .on("change", choose)
                .child(el("option").attr("value", "").child(words.choose_person))
                .child(options),
        )
        .into_any()
}

fn view_code(choosing: Choosing, take: Callback<()>) -> AnyView {
    let people = &text().people;
    let Choosing { code, wrong, .. } = choosing;
    view! { <PersonField id="receive-code" label=people.code hint=people.code_hint value=code error=wrong on_enter=take /> }
        .into_any()
}

fn take(receiving: Receiving, choosing: Choosing, arrived: &Arrived) {
    let code = choosing.code.get_untracked();
    let whose = match choosing.kin.get_untracked() {
        Kin::Invited(id) => Whose::Person(id),
        Kin::New => Whose::NewClient(&code),
        Kin::Other => match choosing.other.get_untracked() {
            Some(id) => Whose::Person(id),
            None => return choosing.wrong.set(Some(more().receive.nobody_chosen.to_string())),
        },
    };
    // What the button says is what is meant by pressing it.
    let again = arrived.doubled.is_some();
    match receiving.desk.take_in(whose, &arrived.handover, again) {
        Ok(taken) => receiving.step.set(Step::Taken(taken)),
        Err(error) => choosing.wrong.set(Some(not_taken_in_text(error))),
    }
}
