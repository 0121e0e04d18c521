//! A stand-in page.
//! Never merged.
use leptos::prelude::*;
#[component]
pub fn App() -> impl IntoView {
    let count = RwSignal::new(0);
    let text = RwSignal::new(String::new());
    view! {
        <main id="main">
            <h1>"Attune"</h1>
            <section class="welcome"><p class="soft">"Listening for feelings & the needs underneath."</p><ul><li>"One"</li><li>"Two"</li></ul></section>
            <svg viewBox="0 0 26 26" role="img" aria-label="Two rings"><circle cx="10" cy="13" r="8"></circle><g class="ring"><circle cx="16" cy="13" r="8"></circle></g></svg>
            <label for="catch">"What came up?"</label>
            <input id="catch" role="combobox" aria-expanded="false" autocomplete="off" on:input=move |event| text.set(event_target_value(&event)) />
            <button type="button" on:click=move |_| count.update(|n| *n += 1)>"Caught " {count}</button>
            <p>{text}</p>
        </main>
    }
}
