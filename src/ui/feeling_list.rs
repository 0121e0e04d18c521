//! All feelings in their families, each family folding open.
//! Knows nothing of what picking does.

use crate::reactive::derived;
use leptos::prelude::*;

use super::word_list::WordFold;
use crate::vocabulary::{Entry, Family, Feeling};

/// Families with what they tell; inside, their words with definitions.
#[component]
pub fn FeelingList(
    on_pick: Callback<Feeling>,
    /// Those already caught.
    #[prop(into)]
    picked: Signal<Vec<Feeling>>,
) -> AnyView {
    let picked = derived(move || picked.get().into_iter().map(Entry::Feeling).collect());
    let on_pick = Callback::new(move |entry| {
        if let Entry::Feeling(feeling) = entry {
            on_pick.run(feeling);
        }
    });
    Family::all()
        .map(|family| {
            let words = family.feelings().map(Entry::Feeling).collect::<Vec<_>>();
            let tone = if family.comfortable() { "ease" } else { "unease" };
            view! { <WordFold title=family.name() note=family.signal() tone words on_pick picked /> }
        })
        .collect_view()
        .into_any()
}
