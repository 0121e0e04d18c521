//! A family of words that folds open: its name, what it says, and its words as buttons with their meaning.
//! Knows nothing of what picking does.

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el};
use leptos::prelude::*;

use super::entry::{definition, name};
use crate::vocabulary::Entry;

/// Words under one heading. Its words are built when it is first opened: a whole vocabulary at once would be heard by no one.
#[component]
pub fn WordFold(
    /// The family's or the group's name.
    title: &'static str,
    /// One sentence about all of them; may be empty.
    note: &'static str,
    /// Which kind of words, for the mark beside the name: "ease" and "unease" for feelings, "need", or "plain".
    tone: &'static str,
    words: Vec<Entry>,
    on_pick: Callback<Entry>,
    /// Those shown as picked.
    #[prop(into)]
    picked: Signal<Vec<Entry>>,
) -> AnyView {
    let opened = RwSignal::new(false);
    let count = words.len().to_string();
    let words = StoredValue::new(words);
    let within = memo(move || {
        let picked = picked.get();
        words.with_value(|words| words.iter().filter(|word| picked.contains(word)).count())
    });
    el("details")
        .class(["word-fold word-fold--", tone].concat())
        .on("toggle", move |_| opened.set(true))
        .child(
            el("summary")
                .class("word-fold__head")
                .child(el("span").class("word-fold__mark").attr("aria-hidden", "true"))
                .child(el("span").class("word-fold__title").child(title))
                .child(
                    el("span")
                        .class("word-fold__count")
                        .toggle("word-fold__count--picked", move || within.get() != 0)
                        .child(count),
                )
                .child(el("span").class("word-fold__note").child(note)),
        )
        .live(move || opened.get().then(|| view_words(words.get_value(), on_pick, picked)))
        .into_any()
}

/// Words as buttons, each with its meaning beneath.
pub fn view_words(
    words: Vec<Entry>,
    on_pick: Callback<Entry>,
    picked: Signal<Vec<Entry>>,
) -> AnyView {
    let rows = words.into_iter().map(|word| view_word(word, on_pick, picked)).collect_view();
    el("ul").class("word-list").child(rows).into_any()
}

fn view_word(word: Entry, on_pick: Callback<Entry>, picked: Signal<Vec<Entry>>) -> AnyView {
    let is_picked = move || picked.look(|picked| picked.contains(&word));
    el("li")
        .child(
            button()
                .class("word-list__word")
                .live_attr("aria-pressed", move || if is_picked() { "true" } else { "false" })
                .on_click(move || on_pick.run(word))
                .child(el("span").class("word-list__name").child(name(word)))
                .child(el("span").class("word-list__meaning").child(definition(word))),
        )
        .into_any()
}
