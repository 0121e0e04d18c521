//! All needs in their ten groups, each group folding open.
//! Knows nothing of what picking does.

use crate::reactive::derived;
use leptos::prelude::*;

use super::word_list::WordFold;
use crate::vocabulary::{Entry, Need, NeedGroup};

/// Groups with their summary; inside, their needs with definitions.
#[component]
pub fn NeedList(
    on_pick: Callback<Need>,
    /// Those already caught.
    #[prop(into)]
    picked: Signal<Vec<Need>>,
) -> AnyView {
    let picked = derived(move || picked.get().into_iter().map(Entry::Need).collect());
    let on_pick = Callback::new(move |entry| {
        if let Entry::Need(need) = entry {
            on_pick.run(need);
        }
    });
    NeedGroup::all()
        .map(|group| {
            let words = group.needs().map(Entry::Need).collect::<Vec<_>>();
            view! { <WordFold title=group.name() note=group.summary() tone="need" words on_pick picked /> }
        })
        .collect_view()
        .into_any()
}
