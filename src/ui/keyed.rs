//! A list whose entries keep their place on the screen, their focus too, while they change.
//! Compiled once for all lists: keys are numbers, entries are erased.

use std::sync::Arc;

use crate::reactive::derived;
use leptos::prelude::*;

/// One view per key, built when the key first appears; `entry` reads what changes from signals.
pub fn keyed(
    keys: impl Fn() -> Vec<u64> + Send + Sync + 'static,
    entry: impl Fn(u64) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let entry: Arc<dyn Fn(u64) -> AnyView + Send + Sync> = Arc::new(entry);
    keyed_list(derived(keys), entry)
}

fn keyed_list(keys: Signal<Vec<u64>>, entry: Arc<dyn Fn(u64) -> AnyView + Send + Sync>) -> AnyView {
    view! { <For each=move || keys.get() key=|key| *key children=move |key| entry(key) /> }
        .into_any()
}
