//! A short text that is words until it is touched, then a field: a label, a behaviour, a choice.
//! Never cuts what is typed: a text too long stays in the field, with a word about it.

use crate::reactive::{Look, effect};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::gentle::view_typed;
use crate::desk::TextPlace;
use crate::domain::{ItemId, MomentId, TextError};
use crate::i18n::text;
use crate::screen::desk;
use crate::screen::wording::too_long;
use crate::ui::field::Draft;
use crate::ui::{Icon, icon};

#[component]
pub fn LineField(
    moment: MomentId,
    place: TextPlace,
    #[prop(into)] value: Signal<Option<String>>,
    label: &'static str,
    /// What the button says where there is no text yet.
    empty: &'static str,
    hint: &'static str,
) -> impl IntoView {
    let editing = RwSignal::new(false);
    let view_words = move || {
        let edit = move |_| editing.set(true);
        match value.get() {
            Some(words) => {
                let name = [label, ": ", &words].concat();
                button()
                    .class("label")
                    .attr("aria-label", name)
                    .attr("translate", "no")
                    .on("click", edit)
                    .child(words)
                    .into_any()
            }
            None => button()
                .class("plain plain--add")
                .on("click", edit)
                .child(icon(Icon::Add))
                .child(empty)
                .into_any(),
        }
    };
    el("div")
        .class("line-field")
        .live(move || {
            if editing.get() {
                view_field(moment, place, value, label, hint, editing)
            } else {
                view_words()
            }
        })
        .into_any()
}

fn view_field(
    moment: MomentId,
    place: TextPlace,
    value: Signal<Option<String>>,
    label: &'static str,
    hint: &'static str,
    editing: RwSignal<bool>,
) -> AnyView {
    let desk = desk();
    let draft = Draft::of_the_page();
    let typed = RwSignal::new(value.get_untracked().unwrap_or_default());
    let wrong = RwSignal::new(None::<String>);
    let id = field_id(place);
    let focused = id.clone();
    effect(move || crate::browser::focus(&focused));
    let template = match place {
        TextPlace::Label => text().trouble.long_label,
        _ => text().trouble.long_line,
    };
    let leave = move || {
        draft.0.set(String::new());
        editing.set(false);
    };
    let keep = move || {
        // Leaving takes the field away, and a field that goes away is left once more.
        if !editing.get_untracked() {
            return;
        }
        match desk.write_line(moment, place, &typed.get_untracked()) {
            Ok(()) | Err(TextError::Empty) => leave(),
            Err(error) => wrong.set(too_long(error, template)),
        }
    };
    let pressed = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.is_composing() => {
            event.prevent_default();
            keep();
        }
        "Escape" => {
            event.stop_propagation();
            leave();
        }
        _ => {}
    };
    let input = move |event| {
        let words = event_target_value(&event);
        draft.0.set(words.clone());
        wrong.set(None);
        typed.set(words);
    };
    nodes![
        el("input")
            .class("field__input")
            .attr("type", "text")
            .private()
            .id(id)
            .attr("aria-label", label)
            .attr("placeholder", hint)
            .attr("enterkeyhint", "done")
            .live_attr("aria-invalid", move || wrong.get().is_some().to_string())
            .value(move || typed.get())
            .on("input", input)
            .on_key(pressed)
            .on("blur", move |_| keep()),
        el("p").class("field__error").attr("role", "status").live(move || wrong.get()),
        live(move || typed.look(|typed| view_typed(typed)))
    ]
}

/// Where the focus goes when the words become a field. A field closes when it is left, so one of a kind is open at a time.
fn field_id(place: TextPlace) -> String {
    match place {
        TextPlace::Label => "line-label".to_string(),
        TextPlace::NewBehaviour => "line-behaviour".to_string(),
        TextPlace::NewChoice => "line-choice".to_string(),
        TextPlace::Item(ItemId(id)) => format!("line-{id}"),
    }
}
