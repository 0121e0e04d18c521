//! A field for a file: chosen, or dropped on it.
//! Never reads the file: who asked for it does.

use leptos::prelude::*;
use web_sys::{Event, File};

use super::markup::el;
use crate::browser::{chosen_file, dropped_file};

pub fn view_file_field(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    take: impl Fn(File) + Copy + 'static,
) -> AnyView {
    let hint_id = format!("{id}-hint");
    let take = move |file: Option<File>| file.into_iter().for_each(take);
    let field = el("input")
        .attr("type", "file")
        .id(id)
        .attr("aria-describedby", hint_id.clone())
        .on("change", move |event| take(chosen_file(&event)));
    el("div")
        .class("drop field")
        .on("dragover", |event: Event| event.prevent_default())
        .on("drop", move |event| take(dropped_file(&event)))
        .child(el("label").attr("for", id).child(label))
        .child(field)
        .child(el("p").id(hint_id).class("field__hint").child(hint))
        .into_any()
}
