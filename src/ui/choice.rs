//! A row of buttons of which one or none is pressed.
//! Knows positions, not meanings: the caller maps them to its values.

use crate::reactive::derived;
use crate::ui::markup::{button, el};
use leptos::prelude::*;

/// One button of the row: what it says, and a drawing before it.
pub struct Choice {
    pub name: &'static str,
    /// Shown instead of the name, which is then for screen readers only.
    pub short: Option<&'static str>,
    pub drawing: Option<AnyView>,
}

impl Choice {
    pub fn named(name: &'static str) -> Choice {
        Choice { name, short: None, drawing: None }
    }
}

#[component]
pub fn ChoiceGroup(
    /// The row's name, shown before it.
    label: &'static str,
    choices: Vec<Choice>,
    /// The position that is pressed.
    #[prop(into)]
    chosen: Signal<Option<usize>>,
    /// Gets the position pressed; `None` where the pressed one was pressed again.
    on_choose: Callback<Option<usize>>,
    /// Whether one must always be pressed.
    #[prop(optional)]
    always: bool,
) -> impl IntoView {
    let buttons = choices.into_iter().enumerate().map(|(position, choice)| {
        let is_chosen = derived(move || chosen.get() == Some(position));
        let choose = move || match (is_chosen.get_untracked(), always) {
            (true, true) => {}
            (true, false) => on_choose.run(None),
            (false, _) => on_choose.run(Some(position)),
        };
        view_choice(choice, is_chosen, choose)
    });
    el("div")
        .class("choices")
        .attr("role", "group")
        .attr("aria-label", label)
        .child(el("span").class("eyebrow").attr("aria-hidden", "true").child(label))
        .child(buttons.collect::<Vec<_>>())
        .into_any()
}

fn view_choice(choice: Choice, is_chosen: Signal<bool>, choose: impl FnMut() + 'static) -> AnyView {
    let aria_label = choice.short.map(|_| choice.name);
    button()
        .class("choice")
        .live_attr("aria-pressed", move || is_chosen.get().to_string())
        .attr("aria-label", aria_label)
        .on_click(choose)
        .child(choice.drawing)
        .child(choice.short.unwrap_or(choice.name))
        .into_any()
}
