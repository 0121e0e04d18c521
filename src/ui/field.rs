//! Fields for a person's words: never spell-checked by a server, completed, translated or remembered by the browser.
//! Hold no text beyond what is being typed; tell the page what is typed, so that it can hear a word of danger at once.

use crate::reactive::effect;
use crate::ui::markup::el;
use leptos::attr::Attribute;
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

/// What is being typed anywhere on the page, for the pointer to help; in the page's context.
#[derive(Clone, Copy)]
pub struct Draft(pub RwSignal<String>);

impl Draft {
    /// The page's; a field outside a page, in a test, gets one of its own.
    pub fn of_the_page() -> Draft {
        use_context().unwrap_or_else(|| Draft(RwSignal::new(String::new())))
    }
}

/// What every field for a person's words carries: nothing in it is checked, completed, translated or remembered elsewhere.
pub fn private() -> impl Attribute {
    (
        custom_attribute("autocomplete", "off"),
        custom_attribute("spellcheck", "false"),
        custom_attribute("writingsuggestions", "false"),
        custom_attribute("translate", "no"),
    )
}

/// One line.
#[component]
pub fn PersonField(
    id: &'static str,
    label: &'static str,
    /// Stands below the field.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// What is typed.
    value: RwSignal<String>,
    /// Why it is not taken, in words.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    #[prop(optional)] search: bool,
    /// Enter.
    #[prop(optional)]
    on_enter: Option<Callback<()>>,
    /// Escape.
    #[prop(optional)]
    on_escape: Option<Callback<()>>,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    let draft = Draft::of_the_page();
    let hint_id = [id, "-hint"].concat();
    let error_id = [id, "-error"].concat();
    let described = [hint_id.as_str(), " ", &error_id].concat();
    let typed = move |event| {
        let text = event_target_value(&event);
        draft.0.set(text.clone());
        value.set(text);
    };
    let pressed = move |event: web_sys::KeyboardEvent| {
        let heard = match event.key().as_str() {
            "Enter" if !event.is_composing() => on_enter,
            "Escape" => on_escape,
            _ => None,
        };
        if let Some(heard) = heard {
            event.prevent_default();
            heard.run(());
        }
    };
    if autofocus {
        effect(move || crate::browser::focus(id));
    }
    el("div")
        .class("field")
        .child(el("label").attr("for", id).child(label))
        .child(
            el("input")
                .id(id)
                .attr("type", if search { "search" } else { "text" })
                .class("field__input")
                .private()
                .attr("autocapitalize", "off")
                .attr("enterkeyhint", if search { "search" } else { "done" })
                .attr("aria-describedby", described)
                .live_attr("aria-invalid", move || error.get().is_some().to_string())
                .value(move || value.get())
                .on("input", typed)
                .on_key(pressed)
                .on("blur", move |_| draft.0.set(String::new())),
        )
        .child(el("p").id(hint_id).class("field__hint").child(hint))
        .child(
            el("p")
                .id(error_id)
                .class("field__error")
                .attr("role", "status")
                .live(move || error.get()),
        )
        .into_any()
}

/// Several lines. `value` is what is kept; `on_input` gets what is typed.
#[component]
pub fn PersonArea(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    #[prop(into)] value: Signal<String>,
    on_input: Callback<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let draft = Draft::of_the_page();
    let hint_id = [id, "-hint"].concat();
    let error_id = [id, "-error"].concat();
    let described = [hint_id.as_str(), " ", &error_id].concat();
    let typed = move |event| {
        let text = event_target_value(&event);
        draft.0.set(text.clone());
        on_input.run(text);
    };
    el("div")
        .class("field")
        .child(el("label").attr("for", id).child(label))
        .child(
            el("textarea")
                .id(id)
                .class("field__input field__input--area")
                .private()
                .attr("rows", "4")
                .attr("aria-describedby", described)
                .value(move || value.get())
                .on("input", typed)
                .on("blur", move |_| draft.0.set(String::new())),
        )
        .child(el("p").id(hint_id).class("field__hint").child(hint))
        .child(
            el("p")
                .id(error_id)
                .class("field__error")
                .attr("role", "status")
                .live(move || error.get()),
        )
        .into_any()
}
