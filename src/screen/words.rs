//! The vocabulary to browse: search, families and groups, and one word's card with links both ways.
//! Says nothing of a person, and puts nothing of what is looked up into the address.

mod found;
mod kinds;

use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::i18n::{fill, text};
use crate::ui::entry::name;
use crate::ui::word_card::{HEADING, WordCard};
use crate::vocabulary::{Danger, Entry, shared_screen};
use found::view_found;
use kinds::{Kind, view_kind, view_kinds};

/// What is looked at just now; gone when the screen is left.
#[derive(Clone, Copy)]
struct Browsing {
    query: RwSignal<String>,
    kind: RwSignal<Kind>,
    /// The cards opened one from another; the last is shown.
    trail: RwSignal<Vec<Entry>>,
    /// Where the focus was before the first card opened.
    from: StoredValue<Option<HtmlElement>, LocalStorage>,
}

impl Browsing {
    /// A word from the lists begins a new trail.
    fn open(self, entry: Entry) {
        if self.trail.with_untracked(Vec::is_empty) {
            self.from.set_value(focused());
        }
        self.trail.set(vec![entry]);
        focus_heading();
    }

    /// A word on a card goes on with it.
    fn follow(self, entry: Entry) {
        self.trail.update(|trail| trail.push(entry));
        focus_heading();
    }

    fn go_back(self) {
        self.trail.update(|trail| {
            trail.pop();
        });
        focus_heading();
    }

    fn close(self) {
        self.trail.set(Vec::new());
        if let Some(element) = self.from.get_value() {
            // Gone from the page if the list has changed since: then the focus simply stays.
            let _ = element.focus();
        }
    }
}

/// All words, with what they mean and where they lead.
#[component]
pub fn WordsScreen() -> AnyView {
    let browsing = Browsing {
        query: RwSignal::new(String::new()),
        kind: RwSignal::new(Kind::Feelings),
        trail: RwSignal::new(Vec::new()),
        from: StoredValue::new_local(None),
    };
    let searching = Memo::new(move |_| !browsing.query.with(|query| query.trim().is_empty()));
    view! {
        <main class="main words" id="main" tabindex="-1" class:words--card=move || browsing.trail.with(|trail| !trail.is_empty())>
            <header class="words__head">
                <h1>{text().words.title}</h1>
                <p class="words__lead">{text().words.lead}</p>
            </header>
            {view_field(browsing)}
            <div class="words__card" role="region" aria-label=text().words.card>
                {move || browsing.trail.with(|trail| view_card(browsing, trail))}
            </div>
            <div class="words__list">
                {move || match searching.get() {
                    true => view_found(browsing),
                    false => view! { {view_kinds(browsing)} {view_kind(browsing)} }.into_any(),
                }}
            </div>
        </main>
    }
    .into_any()
}

fn view_field(browsing: Browsing) -> AnyView {
    let query = browsing.query;
    let heavy = Memo::new(move |_| query.with(|query| Danger::find(query)).is_some());
    view! {
        <div class="words__find" role="search">
            <input
                class="words__field"
                type="search"
                aria-label=text().words.find
                placeholder=text().words.find_hint
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                translate="no"
                {..custom_attribute("writingsuggestions", "false")}
                prop:value=query
                on:input=move |event| query.set(event_target_value(&event))
            />
            <div role="status">{move || heavy.get().then(view_pointer)}</div>
        </div>
    }
    .into_any()
}

/// Two people may look at this screen: the words that name nothing.
fn view_pointer() -> AnyView {
    view! { <p class="words__pointer">{shared_screen()}</p> }.into_any()
}

fn view_card(browsing: Browsing, trail: &[Entry]) -> AnyView {
    let Some((entry, before)) = trail.split_last() else {
        return view! { <p class="words__empty">{text().words.empty}</p> }.into_any();
    };
    let back = before.last().map(|earlier| {
        let says = fill(text().words.back_to, &[("word", name(*earlier))]);
        view! { <button type="button" class="words__step" on:click=move |_| browsing.go_back()>{says}</button> }
    });
    view! {
        <div class="words__steps">
            {back}
            <button type="button" class="words__step words__close" aria-label=text().words.close_card on:click=move |_| browsing.close()>
                {text().shared.close}
            </button>
        </div>
        <WordCard entry=*entry on_open=Callback::new(move |entry| browsing.follow(entry)) />
    }
    .into_any()
}

/// After the card is drawn: whoever listens or tabs is at the word they opened, and a phone scrolls to it.
fn focus_heading() {
    request_animation_frame(|| {
        let heading = document().get_element_by_id(HEADING);
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            let _ = heading.focus();
        }
    });
}

fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}
