//! The catch line: one field that takes whatever comes up, and keeps the focus while it does.
//! Follows the ARIA pattern for a combobox with a list; what is offered is insight's.

use crate::reactive::effect;
use crate::ui::markup::el;
use leptos::prelude::*;

use super::line::Line;
use super::options::{LIST_ID, Options, option_id};
use crate::i18n::text;
use crate::screen::desk;
use crate::ui::Help;

/// The field's id: other parts send the focus back here.
pub const CATCH_ID: &str = "catch";

#[component]
pub fn CatchLine(
    /// What stands in it while it is empty.
    hint: &'static str,
) -> impl IntoView {
    let line = Line::new(desk());
    provide_context(line);
    if !crate::browser::prefers_touch() {
        effect(move || crate::browser::focus(CATCH_ID));
    }
    el("div")
        .class("catch")
        .child(el("label").class("unseen").attr("for", CATCH_ID).child(text().capture.label))
        .child(view_input(line, hint))
        .child(view! { <Options /> }.into_any())
        .child(
            el("p")
                .id("catch-wrong")
                .class("field__error")
                .attr("role", "status")
                .live(move || line.wrong.get()),
        )
        .child(el("p").class("unseen").attr("role", "status").live(move || line.count_text()))
        .child(el("p").class("unseen").attr("role", "status").live(move || line.said.get()))
        .into_any()
}

fn view_input(line: Line, hint: &'static str) -> AnyView {
    let open_help = Help::open_on_page();
    let active_id = move || line.active.get().filter(|_| line.is_shown()).map(option_id);
    el("input")
        .id(CATCH_ID)
        .class("catch__input")
        .attr("type", "text")
        .private()
        .attr("role", "combobox")
        .live_attr("aria-expanded", move || line.is_shown().to_string())
        .attr("aria-controls", LIST_ID)
        .attr("aria-autocomplete", "list")
        .attr("aria-haspopup", "listbox")
        .live_attr("aria-activedescendant", active_id)
        .attr("aria-describedby", "catch-wrong")
        .attr("placeholder", hint)
        .attr("autocapitalize", "off")
        .attr("enterkeyhint", "enter")
        .value(move || line.typed.get())
        .on("input", move |event| line.type_in(event_target_value(&event)))
        .on_key(move |event| line.press(event, open_help))
        .on("blur", move |_| line.open.set(false))
        .into_any()
}
