//! A field for a passphrase or a code: hidden unless the person wants to see it, and never a signal's value.
//! Tells the page how long it is, and nothing else.

use crate::ui::markup::{El, button, el};
use leptos::prelude::*;

use crate::i18n::text;

#[component]
pub fn SecretField(
    id: &'static str,
    label: &'static str,
    /// Stands below the field.
    #[prop(optional)]
    hint: &'static str,
    /// Why it is not taken, in words.
    #[prop(into)]
    error: Signal<Option<String>>,
    on_enter: Callback<()>,
    /// Told how many characters there are.
    #[prop(optional)]
    on_length: Option<Callback<usize>>,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    if autofocus {
        crate::reactive::effect(move || crate::browser::focus(id));
    }
    let is_shown = RwSignal::new(false);
    let input = view_input(id, is_shown, error, on_enter).on("input", move |event| {
        if let Some(on_length) = on_length {
            on_length.run(event_target_value(&event).chars().count());
        }
    });
    let show = button()
        .class("plain secret__show")
        .live_attr("aria-pressed", move || is_shown.get().to_string())
        .on_click(move || is_shown.update(|it| *it = !*it))
        .child(text().shared.show);
    let said = el("p").id([id, "-error"].concat()).class("field__error").attr("role", "alert");
    el("div")
        .class("field")
        .child(el("label").attr("for", id).child(label))
        .child(el("div").class("secret").child(input).child(show))
        .child(el("p").id([id, "-hint"].concat()).class("field__hint").child(hint))
        .child(said.live(move || error.get()))
        .into_any()
}

fn view_input(
    id: &'static str,
    is_shown: RwSignal<bool>,
    error: Signal<Option<String>>,
    on_enter: Callback<()>,
) -> El {
    el("input")
        .id(id)
        .live_attr("type", move || if is_shown.get() { "text" } else { "password" })
        .class("field__input")
        .private()
        .attr("autocapitalize", "off")
        .attr("enterkeyhint", "go")
        .attr("aria-describedby", [id, "-hint ", id, "-error"].concat())
        .live_attr("aria-invalid", move || error.get().is_some().to_string())
        .on_key(move |event| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                on_enter.run(());
            }
        })
}
