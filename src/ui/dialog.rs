//! A dialog over the page: the browser keeps the focus inside and gives it back.
//! Never decides what stands in it.

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
    Effect::new(move |_| {
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
    view! {
        <dialog id=id class="dialog" aria-labelledby=labelled_by on:close=closed>
            <header class="dialog__head">
                <h2 id=heading>{title}</h2>
                <button type="button" class="plain" aria-label=text().shared.close on:click=move |_| open.set(false)>
                    {icon(Icon::Close)}
                </button>
            </header>
            <div class="dialog__body">{move || open.get().then(|| body.run(()))}</div>
        </dialog>
    }
    .into_any()
}
