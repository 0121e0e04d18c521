//! Erasing one person: asked in plain words, done once, and a receipt of what went.
//! Never by one press, and never said to be gone without a second look.

use crate::reactive::Look;
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use crate::desk::{Desk, ErasedPerson, NotErased, StoresLeft};
use crate::domain::PersonId;
use crate::i18n::{count, fill, more, text};
use crate::route::Route;
use crate::screen::go;
use crate::screen::lock::view_trouble;
use crate::screen::wording::{full_day_text, person_text};

#[derive(Clone, Copy, PartialEq)]
enum Step {
    Rest,
    Sure,
    Erasing,
}

pub(super) fn view_erase(
    desk: Desk,
    id: PersonId,
    erased: RwSignal<Option<ErasedPerson>>,
) -> AnyView {
    let words = &more().filing;
    let step = RwSignal::new(Step::Rest);
    let trouble = RwSignal::new(None::<&'static str>);
    let erase = move || {
        step.set(Step::Erasing);
        leptos::task::spawn_local(async move {
            match desk.erase_person(id).await {
                Ok(receipt) => _ = erased.try_set(Some(receipt)),
                Err(NotErased::OnlyReads) => {
                    step.try_set(Step::Rest);
                    trouble.try_set(Some(text().trouble.only_reads));
                }
                Err(NotErased::NoSuchPerson) => _ = step.try_set(Step::Rest),
            }
        });
    };
    let ask = move || step.set(Step::Sure);
    nodes![
        el("h2").child(words.erase),
        live(move || match step.get() {
            Step::Rest => el("p")
                .child(button().class("button erase").on_click(ask).child(words.erase))
                .into_any(),
            Step::Sure => view_sure(desk, step, erase),
            Step::Erasing => el("p").attr("role", "status").child(words.erasing).into_any(),
        }),
        view_trouble(trouble)
    ]
}

fn view_sure(desk: Desk, step: RwSignal<Step>, erase: impl FnMut() + 'static) -> AnyView {
    let words = &more().filing;
    let code = desk.person().map(|person| person_text(&person)).unwrap_or_default();
    let [sessions, moments, texts] = counted(
        desk.journal().glance(|it| it.as_ref().map(|it| Desk::counts(it)).unwrap_or_default()),
    );
    let values =
        [("code", &*code), ("sessions", &*sessions), ("moments", &*moments), ("texts", &*texts)];
    nodes![
        el("p").class("notice notice--warn").child(fill(words.erase_what, &values)),
        el("p").class("soft").child(words.erase_rest),
        el("p")
            .class("answers")
            .child(button().class("button").on_click(erase).child(words.erase_now))
            .child(
                button()
                    .class("button button--first")
                    .on_click(move || step.set(Step::Rest))
                    .child(text().shared.cancel)
            )
    ]
}

fn counted([sessions, moments, texts]: [usize; 3]) -> [String; 3] {
    let words = &more().filing;
    [
        count(sessions, words.sessions_one, words.sessions_other),
        count(moments, words.moments_one, words.moments_other),
        count(texts, words.texts_one, words.texts_other),
    ]
}

pub(super) fn view_receipt(erased: ErasedPerson) -> AnyView {
    let words = &more().filing;
    let [sessions, moments, texts] = counted([erased.sessions, erased.moments, erased.texts]);
    let day = full_day_text(erased.day);
    let values =
        [("day", &*day), ("sessions", &*sessions), ("moments", &*moments), ("texts", &*texts)];
    let stores = match erased.stores {
        StoresLeft::Nothing => words.left_nothing,
        StoresLeft::Something => words.left_something,
        StoresLeft::NeverKept => words.never_kept,
    };
    nodes![
        el("p").class("lead").attr("role", "status").child(fill(words.erased_what, &values)),
        el("p").child(stores),
        el("p").class("soft").child(words.erase_rest),
        el("p").child(
            button()
                .class("button button--first")
                .on_click(move || go(Route::People))
                .child(text().frame.people)
        )
    ]
}
