//! What can be printed, shown as it will stand on paper: a blank worksheet, the open session, what runs across all of them.
//! Never a reflection, and a code only where it is asked for.

mod blank;
mod session;

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el, live};
use leptos::prelude::*;

use super::desk;
use super::understanding::view_on_paper;
use super::wording::{full_day_text, person_text};
use crate::desk::Desk;
use crate::domain::{Journal, Kind};
use crate::i18n::{fill, more};
use crate::ui::{Choice, ChoiceGroup};

pub use session::{choice_words, felt_words, need_words};

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Blank,
    Session,
    Across,
}

const ALL: [What; 3] = [What::Session, What::Across, What::Blank];

#[component]
pub fn PaperScreen() -> impl IntoView {
    let desk = desk();
    let paper = &more().paper;
    let has_session = desk.session().glance(Option::is_some);
    let has_person = desk.journal().glance(Option::is_some);
    let first = match (has_session, has_person) {
        (true, _) => What::Session,
        (false, true) => What::Across,
        (false, false) => What::Blank,
    };
    let what = RwSignal::new(first);
    let with_code = RwSignal::new(false);
    el("main")
        .class("main paper-page")
        .id("main")
        .attr("tabindex", "-1")
        .child(
            el("div")
                .class("paper-page__choice")
                .child(el("h1").child(paper.title))
                .child(el("p").class("soft lead").child(paper.lead))
                .child(view_what(what))
                .child(view_print(desk, what, with_code)),
        )
        .child(
            el("article")
                .class("paper")
                .live(move || (with_code.get()).then(|| view_code(desk, what)))
                .live(move || match what.get() {
                    What::Blank => blank::view_blank(),
                    What::Session => view_session(desk),
                    What::Across => view_across(desk),
                }),
        )
        .into_any()
}

fn view_what(what: RwSignal<What>) -> AnyView {
    let paper = &more().paper;
    let names = [paper.session, paper.across, paper.blank];
    let chosen = derived(move || ALL.iter().position(|it| *it == what.get()));
    let choose = Callback::new(move |at: Option<usize>| {
        if let Some(chosen) = at.and_then(|at| ALL.get(at)) {
            what.set(*chosen);
        }
    });
    view! { <ChoiceGroup label=paper.what choices=names.map(Choice::named).into() chosen=chosen on_choose=choose always=true /> }
        .into_any()
}

fn view_print(desk: Desk, what: RwSignal<What>, with_code: RwSignal<bool>) -> AnyView {
    let paper = &more().paper;
    // "For myself" has no code that anyone would know.
    let may_have_code = memo(move || {
        what.get() != What::Blank && desk.person().is_some_and(|it| it.kind != Kind::Me)
    });
    let code = move || may_have_code.get().then(|| view_with_code(with_code, paper.with_code));
    el("p")
        .class("answers")
        .child(
            button()
                .class("button button--first")
                .on_click(crate::browser::print)
                .child(paper.print),
        )
        .live(code)
        .into_any()
}

/// Nothing of a person's code is on paper before it is pressed.
pub fn view_with_code(with_code: RwSignal<bool>, name: &'static str) -> AnyView {
    button()
        .class("choice")
        .live_attr("aria-pressed", move || with_code.get().to_string())
        .on_click(move || with_code.update(|it| *it = !*it))
        .child(name)
        .into_any()
}

fn view_code(desk: Desk, what: RwSignal<What>) -> AnyView {
    let code = move || {
        let person = desk.person().filter(|it| it.kind != Kind::Me)?;
        (what.get() != What::Blank).then(|| person_text(&person))
    };
    el("p").class("paper__code").attr("translate", "no").live(code).into_any()
}

fn view_session(desk: Desk) -> AnyView {
    let is_there = memo(move || desk.session().look(Option::is_some));
    live(move || match is_there.get() {
        true => session::view_session(desk),
        false => el("p").class("soft").child(more().paper.no_session).into_any(),
    })
}

fn view_across(desk: Desk) -> AnyView {
    let has_sessions = |it: &Journal| !it.sessions.is_empty();
    let is_there = memo(move || desk.journal().look(|it| it.as_deref().is_some_and(has_sessions)));
    let paper = &more().paper;
    live(move || match is_there.get() {
        true => {
            let day = fill(paper.of_day, &[("day", &full_day_text(desk.today()))]);
            el("div")
                .child(el("h2").child(paper.across_title))
                .child(el("p").class("soft small").child(day))
                .child(view_on_paper(desk))
                .into_any()
        }
        false => el("p").class("soft").child(paper.no_sessions).into_any(),
    })
}
