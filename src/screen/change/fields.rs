//! Texts of a change: words that become a field when touched, and fields that add; why a text is not taken, in words.
//! Never cuts what is typed: a text too long stays in the field, with a word about it.

use crate::reactive::effect;
use crate::ui::markup::{El, button, el, nodes};
use leptos::prelude::*;

use crate::desk::NotChanged;
use crate::domain::TextError;
use crate::i18n::{more, text};
use crate::screen::wording::too_long;
use crate::ui::field::Draft;
use crate::ui::{Icon, PersonField, icon};

pub type Kept = Result<(), NotChanged>;

/// A text that stands somewhere and can be said in other words.
#[derive(Clone)]
pub struct Words {
    /// Of the field, unique in the page.
    pub id: String,
    pub label: &'static str,
    /// What the button says where there is no text yet.
    pub empty: &'static str,
    pub hint: &'static str,
    pub value: Signal<Option<String>>,
    pub keep: Callback<String, Kept>,
}

/// `None` where there is nothing to speak of.
pub fn not_changed_text(error: NotChanged) -> Option<String> {
    let words = &more().change;
    Some(match error {
        NotChanged::Text(error) => return too_long(error, text().trouble.long_line),
        NotChanged::Taken => words.taken.to_string(),
        NotChanged::Full => words.full.to_string(),
        NotChanged::Gone => words.gone.to_string(),
        NotChanged::OnlyReads => text().trouble.only_reads.to_string(),
    })
}

/// A field that adds, by Enter or by its button; what was added leaves it, and the focus stays.
pub fn view_add(
    id: &'static str,
    label: &'static str,
    says: &'static str,
    add: impl Fn(&str) -> Kept + Copy + Send + Sync + 'static,
) -> AnyView {
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let take = Callback::new(move |()| {
        match add(&typed.get_untracked()) {
            Ok(()) => {
                typed.set(String::new());
                wrong.set(None);
            }
            Err(error) => wrong.set(not_changed_text(error)),
        }
        // What was begun may stand on another screen by now.
        crate::browser::focus(id);
    });
    el("div")
        .class("change__add")
        .child(
            view! { <PersonField id=id label=label value=typed error=wrong on_enter=take /> }
                .into_any(),
        )
        .child(
            button()
                .class("button")
                .attr("aria-label", [says, ": ", label].concat())
                .on_click(move || take.run(()))
                .child(says),
        )
        .into_any()
}

/// The words until they are touched, then a field.
pub fn view_words(words: Words) -> AnyView {
    let editing = RwSignal::new(false);
    let view = move || match editing.get() {
        true => view_open_words(words.clone(), editing),
        false => view_text(&words, editing),
    };
    el("div").class("line-field").live(view).into_any()
}

fn view_text(words: &Words, editing: RwSignal<bool>) -> AnyView {
    let edit = move || editing.set(true);
    match words.value.get() {
        Some(said) => button()
            .class("label")
            .attr("aria-label", [words.label, ": ", &said].concat())
            .attr("translate", "no")
            .on_click(edit)
            .child(said)
            .into_any(),
        None => button()
            .class("plain plain--add")
            .on_click(edit)
            .child(icon(Icon::Add))
            .child(words.empty)
            .into_any(),
    }
}

/// The field alone, as long as `editing` says so.
pub fn view_open_words(words: Words, editing: RwSignal<bool>) -> AnyView {
    let draft = Draft::of_the_page();
    let typed = RwSignal::new(words.value.get_untracked().unwrap_or_default());
    let wrong = RwSignal::new(None::<String>);
    let leave = move || {
        draft.clear();
        editing.set(false);
    };
    let keep = move || {
        // Leaving takes the field away, and a field that goes away is left once more.
        if editing.get_untracked() {
            match words.keep.run(typed.get_untracked()) {
                Ok(()) | Err(NotChanged::Text(TextError::Empty)) => leave(),
                Err(error) => wrong.set(not_changed_text(error)),
            }
        }
    };
    let focused = words.id.clone();
    effect(move || crate::browser::focus(&focused));
    let press = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
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
    let input = view_input(&words, typed, wrong);
    nodes![
        input.on_key(press).on("blur", move |_| keep()),
        el("p").class("field__error").attr("role", "status").live(move || wrong.get())
    ]
}

fn view_input(words: &Words, typed: RwSignal<String>, wrong: RwSignal<Option<String>>) -> El {
    let draft = Draft::of_the_page();
    let hear = move |event: web_sys::Event| {
        wrong.set(None);
        typed.set(draft.hear(&event));
    };
    el("input")
        .class("field__input")
        .attr("type", "text")
        .private()
        .id(words.id.clone())
        .attr("aria-label", words.label)
        .attr("placeholder", words.hint)
        .attr("enterkeyhint", "done")
        .live_attr("aria-invalid", move || wrong.get().is_some().to_string())
        .value(move || typed.get())
        .on("input", hear)
}
