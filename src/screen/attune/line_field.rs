//! A short text that is words until it is touched, then a field: a label, a behaviour, a choice.
//! Never cuts what is typed: a text too long stays in the field, with a word about it.

use crate::reactive::{Look, effect};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::gentle::view_typed;
use crate::desk::{Desk, TextPlace};
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
    el("div")
        .class("line-field")
        .live(move || {
            if editing.get() {
                view_field(Writing::new(moment, place, value, editing), label, hint)
            } else {
                view_words(value.get(), label, empty, editing)
            }
        })
        .into_any()
}

/// The words, or where there are none the button that asks for them.
fn view_words(
    words: Option<String>,
    label: &'static str,
    empty: &'static str,
    editing: RwSignal<bool>,
) -> AnyView {
    let edit = move || editing.set(true);
    match words {
        Some(words) => button()
            .class("label")
            .attr("aria-label", [label, ": ", &words].concat())
            .attr("translate", "no")
            .on_click(edit)
            .child(words)
            .into_any(),
        None => button()
            .class("plain plain--add")
            .on_click(edit)
            .child(icon(Icon::Add))
            .child(empty)
            .into_any(),
    }
}

/// A text while it is being written.
#[derive(Clone, Copy)]
struct Writing {
    desk: Desk,
    draft: Draft,
    moment: MomentId,
    place: TextPlace,
    typed: RwSignal<String>,
    /// Why it is not taken, in words.
    wrong: RwSignal<Option<String>>,
    editing: RwSignal<bool>,
}

impl Writing {
    fn new(
        moment: MomentId,
        place: TextPlace,
        value: Signal<Option<String>>,
        editing: RwSignal<bool>,
    ) -> Writing {
        Writing {
            desk: desk(),
            draft: Draft::of_the_page(),
            moment,
            place,
            typed: RwSignal::new(value.get_untracked().unwrap_or_default()),
            wrong: RwSignal::new(None),
            editing,
        }
    }

    fn type_in(self, event: &web_sys::Event) {
        let words = self.draft.hear(event);
        self.wrong.set(None);
        self.typed.set(words);
    }

    fn leave(self) {
        self.draft.clear();
        self.editing.set(false);
    }

    fn keep(self) {
        // Leaving takes the field away, and a field that goes away is left once more.
        if !self.editing.get_untracked() {
            return;
        }
        let template = match self.place {
            TextPlace::Label => text().trouble.long_label,
            _ => text().trouble.long_line,
        };
        match self.desk.write_line(self.moment, self.place, &self.typed.get_untracked()) {
            Ok(()) | Err(TextError::Empty) => self.leave(),
            Err(error) => self.wrong.set(too_long(error, template)),
        }
    }

    fn press(self, event: &web_sys::KeyboardEvent) {
        match event.key().as_str() {
            "Enter" if !event.is_composing() => {
                event.prevent_default();
                self.keep();
            }
            "Escape" => {
                event.stop_propagation();
                self.leave();
            }
            _ => {}
        }
    }
}

fn view_field(writing: Writing, label: &'static str, hint: &'static str) -> AnyView {
    let Writing { typed, wrong, .. } = writing;
    let id = field_id(writing.place);
    let focused = id.clone();
    effect(move || crate::browser::focus(&focused));
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
            .on("input", move |event| writing.type_in(&event))
            .on_key(move |event| writing.press(&event))
            .on("blur", move |_| writing.keep()),
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
