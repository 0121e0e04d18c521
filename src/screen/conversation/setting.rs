//! What a conversation is about and who takes part in it, folded away once two are there: everything can be changed.
//! Never asks for a name, and never for the story: a topic is what a camera would have seen.

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::people;
use super::starting::{Start, relation_name};
use crate::desk::{Desk, FrameChange};
use crate::domain::Relation;
use crate::i18n::{more, text};
use crate::route::Route;
use crate::screen::go;
use crate::screen::wording::too_long;
use crate::ui::{Choice, ChoiceGroup, PersonArea, PersonField};
use crate::vocabulary::Area;

pub fn view_setting(desk: Desk, is_open: bool) -> AnyView {
    let words = &more().conversing;
    let is_ours =
        memo(move || desk.conversation().look(|it| it.as_ref().is_none_or(|it| it.frame.is_ours)));
    el("details")
        .class("talk__setting")
        .attr("open", is_open.then_some(""))
        .child(el("summary").child(words.setting))
        .live(move || view_frame(desk, is_ours.get()))
        .child(view_delete(desk))
        .into_any()
}

/// What another device began is changed there: of two who change it, one would lose it.
fn view_frame(desk: Desk, is_ours: bool) -> AnyView {
    match is_ours {
        true => nodes![
            view_topic(desk),
            people::view_people(desk, true),
            view_relation(desk),
            view_opening(desk),
            view_areas(desk)
        ],
        false => nodes![
            el("p").class("soft").child(more().devices.changed_elsewhere),
            people::view_people(desk, false)
        ],
    }
}

fn view_topic(desk: Desk) -> AnyView {
    let words = &more().conversing;
    let now = desk.conversation().glance(|it| {
        let topic = it.as_ref().and_then(|it| it.frame.topic.as_ref());
        topic.map(|topic| topic.as_str().to_string())
    });
    let typed = RwSignal::new(now.unwrap_or_default());
    let wrong = RwSignal::new(None::<String>);
    let write = Callback::new(move |raw: String| {
        let refused = desk.change_frame(FrameChange::Topic(&raw)).err();
        wrong.set(refused.and_then(|error| too_long(error, text().trouble.long_line)));
    });
    let relation =
        memo(move || desk.conversation().look(|it| it.as_ref().and_then(|it| it.frame.relation)));
    let example = move || el("p").class("field__hint").child(Start::of(relation.get()).hint);
    el("div")
        .class("talk__topic")
        .child(view! { <PersonField id="topic" label=words.topic hint=words.topic_hint value=typed error=wrong on_input=write /> }.into_any())
        .child(live(example))
        .into_any()
}

fn view_relation(desk: Desk) -> AnyView {
    let chosen = derived(move || {
        let now = desk.conversation().look(|it| it.as_ref().and_then(|it| it.frame.relation));
        Relation::ALL.iter().position(|relation| Some(*relation) == now)
    });
    let choose = Callback::new(move |at: Option<usize>| {
        change_relation(desk, at.map(|at| Relation::ALL[at]));
    });
    let choices = Relation::ALL.map(|relation| Choice::named(relation_name(relation))).into();
    view! { <ChoiceGroup label=more().conversing.relation choices=choices chosen=chosen on_choose=choose /> }
        .into_any()
}

/// The words to begin with follow, unless somebody has made them their own.
fn change_relation(desk: Desk, relation: Option<Relation>) {
    let is_untouched =
        desk.conversation().glance(|it| it.as_ref().is_some_and(|it| Start::is_untouched(it)));
    let start = Start::of(relation);
    let changes = [
        Some(FrameChange::Relation(relation)),
        is_untouched.then_some(FrameChange::Opening(start.opening)),
        is_untouched.then_some(FrameChange::Areas(&start.areas)),
    ];
    for change in changes.into_iter().flatten() {
        // Our own words fit.
        let _ = desk.change_frame(change);
    }
}

fn view_opening(desk: Desk) -> AnyView {
    let words = &more().conversing;
    let wrong = RwSignal::new(None::<String>);
    let now = memo(move || {
        desk.conversation().look(|it| {
            let opening = it.as_ref().and_then(|it| it.frame.opening.as_ref());
            opening.map(|opening| opening.as_str().to_string()).unwrap_or_default()
        })
    });
    let write = Callback::new(move |raw: String| {
        let refused = desk.change_frame(FrameChange::Opening(&raw)).err();
        wrong.set(refused.and_then(|error| too_long(error, text().trouble.long_line)));
    });
    view! { <PersonArea id="opening" label=words.opening hint=words.opening_hint value=now on_input=write error=wrong /> }
        .into_any()
}

fn view_areas(desk: Desk) -> AnyView {
    let words = &more().conversing;
    let areas = Area::all().map(|area| {
        let is_in = memo(move || {
            desk.conversation().look(|it| {
                it.as_ref().is_some_and(|it| {
                    it.frame.areas.iter().any(|in_it| in_it.known() == Some(area))
                })
            })
        });
        let press = move || {
            let _ = desk.change_frame(FrameChange::Area(area, !is_in.get_untracked()));
        };
        button()
            .class("choice")
            .live_attr("aria-pressed", move || is_in.get().to_string())
            .on_click(press)
            .child(area.name())
            .into_any()
    });
    el("div")
        .class("talk__areas")
        .attr("role", "group")
        .attr("aria-label", words.areas)
        .child(el("span").class("eyebrow").attr("aria-hidden", "true").child(words.areas))
        .child(el("span").class("choices__flow").child(areas.collect::<Vec<_>>()))
        .into_any()
}

fn view_delete(desk: Desk) -> AnyView {
    let delete = move || {
        if let Some(id) = desk.conversation().glance(|it| it.as_ref().map(|it| it.id)) {
            desk.remove_conversation(id);
            go(Route::Together);
        }
    };
    el("p")
        .child(button().class("plain").on_click(delete).child(more().conversing.delete))
        .into_any()
}
