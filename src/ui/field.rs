//! Fields for a person's words: never spell-checked by a server, completed, translated or remembered by the browser.
//! Hold no text beyond what is being typed; tell the page what is typed, so that it can hear a word of danger at once.

use crate::reactive::effect;
use crate::ui::markup::{El, el};
use leptos::prelude::*;

/// What is being typed anywhere on the page, for the pointer to help; in the page's context.
#[derive(Clone, Copy)]
pub struct Draft(pub RwSignal<String>);

impl Draft {
    /// The page's; a field outside a page, in a test, gets one of its own.
    pub fn of_the_page() -> Draft {
        use_context().unwrap_or_else(|| Draft(RwSignal::new(String::new())))
    }

    /// Takes in what has just been typed, and gives it back.
    pub fn hear(self, event: &web_sys::Event) -> String {
        let text = event_target_value(event);
        self.0.set(text.clone());
        text
    }

    /// The field is left: nothing is being typed.
    pub fn clear(self) {
        self.0.set(String::new());
    }
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
    /// Told what is typed, as it is typed.
    #[prop(optional)]
    on_input: Option<Callback<String>>,
    /// Enter.
    #[prop(optional)]
    on_enter: Option<Callback<()>>,
    /// Escape.
    #[prop(optional)]
    on_escape: Option<Callback<()>>,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    let draft = Draft::of_the_page();
    if autofocus {
        effect(move || crate::browser::focus(id));
    }
    let input = el("input")
        .attr("type", if search { "search" } else { "text" })
        .class("field__input")
        .private()
        .attr("autocapitalize", "off")
        .attr("enterkeyhint", if search { "search" } else { "done" })
        .live_attr("aria-invalid", move || error.get().is_some().to_string())
        .value(move || value.get())
        .on("input", move |event| take_in(draft.hear(&event), value, on_input))
        .on_key(move |event| answer_key(&event, on_enter, on_escape))
        .on("blur", move |_| draft.clear());
    view_around(id, label, input, hint, error)
}

fn take_in(typed: String, value: RwSignal<String>, on_input: Option<Callback<String>>) {
    value.set(typed.clone());
    if let Some(on_input) = on_input {
        on_input.run(typed);
    }
}

fn answer_key(
    event: &web_sys::KeyboardEvent,
    on_enter: Option<Callback<()>>,
    on_escape: Option<Callback<()>>,
) {
    let heard = match event.key().as_str() {
        "Enter" if !event.is_composing() => on_enter,
        "Escape" => on_escape,
        _ => None,
    };
    if let Some(heard) = heard {
        event.prevent_default();
        heard.run(());
    }
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
    let input = el("textarea")
        .class("field__input field__input--area")
        .private()
        .attr("rows", "4")
        .value(move || value.get())
        .on("input", move |event| on_input.run(draft.hear(&event)))
        .on("blur", move |_| draft.clear());
    view_around(id, label, input, Some(hint), error)
}

/// A field with its label above, and below it the hint and why the text is not taken, both read with it.
fn view_around(
    id: &'static str,
    label: &'static str,
    input: El,
    hint: Option<&'static str>,
    error: Signal<Option<String>>,
) -> AnyView {
    let hint_id = [id, "-hint"].concat();
    let error_id = [id, "-error"].concat();
    let described = [hint_id.as_str(), " ", &error_id].concat();
    el("div")
        .class("field")
        .child(el("label").attr("for", id).child(label))
        .child(input.id(id).attr("aria-describedby", described))
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
