//! A field for a file, or for many: chosen, or dropped on it.
//! Never reads the file: who asked for it does.

use leptos::prelude::*;
use web_sys::{Event, File};

use super::markup::{El, el};
use crate::browser::{chosen_file, chosen_files, dropped_file, dropped_files};

pub fn view_file_field(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    take: impl Fn(File) + Copy + 'static,
) -> AnyView {
    let take = move |file: Option<File>| file.into_iter().for_each(take);
    let field =
        el("input").attr("type", "file").on("change", move |event| take(chosen_file(&event)));
    let drop = el("div").on("drop", move |event| take(dropped_file(&event)));
    view_around(id, label.to_string(), hint, field, drop)
}

/// The same for many at once. Never called without one.
pub fn view_files_field(
    id: &'static str,
    label: String,
    hint: &'static str,
    take: impl Fn(Vec<File>) + Copy + 'static,
) -> AnyView {
    let take =
        move |files: Vec<File>| Some(files).filter(|it| !it.is_empty()).into_iter().for_each(take);
    let field = el("input")
        .attr("type", "file")
        .attr("multiple", "")
        .on("change", move |event| take(chosen_files(&event)));
    let drop = el("div").on("drop", move |event| take(dropped_files(&event)));
    view_around(id, label, hint, field, drop)
}

fn view_around(
    id: &'static str,
    label: String,
    hint: &'static str,
    field: El,
    drop: El,
) -> AnyView {
    let hint_id = format!("{id}-hint");
    drop.class("drop field")
        .on("dragover", |event: Event| event.prevent_default())
        .child(el("label").attr("for", id).attr("translate", "no").child(label))
        .child(field.id(id).attr("aria-describedby", hint_id.clone()))
        .child(el("p").id(hint_id).class("field__hint").child(hint))
        .into_any()
}
