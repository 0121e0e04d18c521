//! Understanding: one field over everything that was noted of a person, or of all; what it finds is opened in a tap.
//! Never shows another person before everyone was asked for, and keeps nothing of what was typed.

mod found;

use std::sync::Arc;

use crate::reactive::{Look, derived, effect, memo};
use crate::ui::markup::{el, live};
use leptos::prelude::*;

use super::{Frame, view_show_all};
use crate::domain::{Kind, Session};
use crate::i18n::{count, more};
use crate::insight::find::{Answer, MOST, Shelf, find};
use crate::screen::desk;
use crate::ui::field::Draft;
use crate::ui::{Choice, ChoiceGroup};
use crate::vocabulary::Danger;
use found::{FEW, FIRST, view_found};

const FIELD: &str = "find-words";

/// What is looked through, and for what; gone when the view is left.
#[derive(Clone, Copy)]
pub struct Finding {
    sought: RwSignal<String>,
    /// Whether everyone was asked for. Nobody chosen, it is everyone from the first.
    everyone: RwSignal<bool>,
    /// Whether all rows are shown, and not the first few.
    is_all: RwSignal<bool>,
    /// Of the chosen person.
    within: Option<Within>,
}

#[derive(Clone, Copy)]
struct Within {
    sessions: Memo<Arc<Vec<Arc<Session>>>>,
    has_area: Memo<bool>,
}

/// Among the views of one person.
pub fn view_find(frame: Frame) -> AnyView {
    view(Some(Within { sessions: frame.sessions, has_area: frame.has_area }))
}

/// Where nobody is chosen: over everyone.
pub fn view_find_in_all() -> AnyView {
    view(None)
}

fn view(within: Option<Within>) -> AnyView {
    let finding = Finding {
        sought: RwSignal::new(String::new()),
        everyone: RwSignal::new(within.is_none()),
        is_all: RwSignal::new(false),
        within,
    };
    let answer = answer(finding);
    // A browser need not say that a field is left which is taken away with its view.
    let draft = Draft::of_the_page();
    on_cleanup(move || draft.clear());
    el("div")
        .class("find")
        .toggle("find--everyone", move || within.is_some() && finding.everyone.get())
        .child(view_field(finding, draft))
        .child(within.map(|_| view_whose(finding)))
        .child(
            el("p")
                .class("soft find__told")
                .attr("role", "status")
                .live(move || told(finding, &answer.get())),
        )
        .live(move || view_found(finding, &answer.get()))
        .child(view_show_all(
            derived(move || answer.look(|it| it.found.len())),
            FEW,
            finding.is_all,
        ))
        .into_any()
}

fn answer(finding: Finding) -> Memo<Arc<Answer>> {
    let desk = desk();
    let shelf = memo(move || {
        Arc::new(match finding.within.filter(|_| !finding.everyone.get()) {
            Some(within) => match desk.person() {
                Some(person) => {
                    Shelf::of_one(&person, &within.sessions.get(), !within.has_area.get())
                }
                None => Shelf::default(),
            },
            None => desk.cabinet().look(|cabinet| Shelf::of_all(&cabinet.journals)),
        })
    });
    memo(move || Arc::new(finding.sought.look(|sought| find(&shelf.get(), sought))))
}

fn view_field(finding: Finding, draft: Draft) -> AnyView {
    let texts = &more().find;
    let sought = finding.sought;
    effect(move || crate::browser::focus(FIELD));
    let input = el("input")
        .id(FIELD)
        .class("find__field")
        .attr("type", "search")
        .attr("aria-label", texts.field)
        .attr("placeholder", texts.hint)
        .private()
        .attr("autocapitalize", "off")
        .attr("enterkeyhint", "search")
        .value(move || sought.get())
        .on("input", move |event| {
            finding.is_all.set(false);
            sought.set(draft.hear(&event));
        })
        .on("blur", move |_| draft.clear())
        .on_key(move |event| match event.key().as_str() {
            "Enter" if !event.is_composing() => {
                event.prevent_default();
                crate::browser::focus(FIRST);
            }
            "Escape" => {
                event.prevent_default();
                sought.set(String::new());
                draft.clear();
            }
            _ => {}
        });
    el("div").attr("role", "search").child(input).into_any()
}

/// The chosen person, or everyone. Nothing to choose where there is nobody else.
fn view_whose(finding: Finding) -> AnyView {
    let desk = desk();
    let has_others = memo(move || desk.cabinet().look(|it| it.journals.len() > 1));
    live(move || {
        let texts = &more().find;
        has_others.get().then(|| {
            let is_me = untrack(|| desk.person()).is_some_and(|it| it.kind == Kind::Me);
            let this = if is_me { texts.mine } else { texts.this_person };
            let choices = vec![Choice::named(this), Choice::named(texts.everyone)];
            let chosen = move || Some(usize::from(finding.everyone.get()));
            let choose = Callback::new(move |place| finding.everyone.set(place == Some(1)));
            view! { <ChoiceGroup label=texts.within choices=choices chosen=derived(chosen) on_choose=choose always=true /> }
                .into_any()
        })
    })
}

fn told(finding: Finding, answer: &Answer) -> String {
    let texts = &more().find;
    let within = finding.within.filter(|_| !finding.everyone.get());
    let lacks_texts = within.is_some_and(|within| within.has_area.get());
    let is_empty = finding.sought.look(|sought| sought.trim().is_empty());
    match answer.all {
        0 if is_empty && lacks_texts => [texts.can_be_found, texts.no_texts].join(" "),
        0 if is_empty => texts.can_be_found.to_string(),
        // Whoever may be in danger is pointed to people, and told nothing about words.
        0 if finding.sought.look(|sought| Danger::find(sought)).is_some() => String::new(),
        0 if lacks_texts => [texts.none_here, texts.no_texts].join(" "),
        0 if within.is_some() => texts.none_here.to_string(),
        0 => texts.none.to_string(),
        all if all > MOST => count(all, texts.found_many, texts.found_many),
        all => count(all, texts.found_one, texts.found_other),
    }
}
