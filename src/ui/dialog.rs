//! A dialog over the page: the browser keeps the focus inside and gives it back.
//! Never decides what stands in it.

use crate::reactive::effect;
use crate::ui::markup::{button, el};
use leptos::prelude::*;

use super::icon::{Icon, icon};
use crate::i18n::text;

#[component]
pub fn Dialog(
    /// Unique in the page; `browser::show_dialog` opens it by this.
    id: &'static str,
    title: &'static str,
    /// Whether it is open: what stands in it is built only then.
    open: RwSignal<bool>,
    /// Told when it closes, in whatever way.
    #[prop(optional)]
    on_close: Option<Callback<()>>,
    body: Callback<(), AnyView>,
) -> impl IntoView {
    // The browser's own state follows the signal, never the other way but through `close`.
    effect(move || {
        if open.get() { crate::browser::show_dialog(id) } else { crate::browser::close_dialog(id) }
    });
    let closed = move |_| {
        open.set(false);
        if let Some(on_close) = on_close {
            on_close.run(());
        }
    };
    let heading = [id, "-title"].concat();
    let labelled_by = heading.clone();
    el("dialog")
        .id(id)
        .class("dialog")
        .attr("aria-labelledby", labelled_by)
        .on("close", closed)
        .child(
            el("header").class("dialog__head").child(el("h2").id(heading).child(title)).child(
                button()
                    .class("plain")
                    .attr("aria-label", text().shared.close)
                    .on_click(move || open.set(false))
                    .child(icon(Icon::Close)),
            ),
        )
        .child(el("div").class("dialog__body").live(move || open.get().then(|| body.run(()))))
        .into_any()
}
