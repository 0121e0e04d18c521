//! The vocabulary to browse: search, families and groups, and one word's card with links both ways.
//! Says nothing of a person, and puts nothing of what is looked up into the address.

mod found;
mod kinds;

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::i18n::{fill, more, text};
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
        if self.trail.glance(Vec::is_empty) {
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
    let searching = memo(move || !browsing.query.look(|query| query.trim().is_empty()));
    el("main")
        .class("main words")
        .id("main")
        .attr("tabindex", "-1")
        .toggle("words--card", move || browsing.trail.look(|trail| !trail.is_empty()))
        .child(
            el("header")
                .class("words__head")
                .child(el("h1").child(more().words.title))
                .child(el("p").class("words__lead").child(more().words.lead)),
        )
        .child(view_field(browsing))
        .child(
            el("div")
                .class("words__card")
                .attr("role", "region")
                .attr("aria-label", more().words.card)
                .live(move || browsing.trail.look(|trail| view_card(browsing, trail))),
        )
        .child(el("div").class("words__list").live(move || match searching.get() {
            true => view_found(browsing),
            false => nodes![view_kinds(browsing), view_kind(browsing)],
        }))
        .into_any()
}

fn view_field(browsing: Browsing) -> AnyView {
    let query = browsing.query;
    let heavy = memo(move || query.look(|query| Danger::find(query)).is_some());
    el("div")
        .class("words__find")
        .attr("role", "search")
        .child(
            el("input")
                .class("words__field")
                .attr("type", "search")
                .attr("aria-label", more().words.find)
                .attr("placeholder", more().words.find_hint)
                .private()
                .attr("autocapitalize", "none")
                .value(move || query.get())
                .on("input", move |event| query.set(event_target_value(&event))),
        )
        .child(el("div").attr("role", "status").live(move || heavy.get().then(view_pointer)))
        .into_any()
}

/// Two people may look at this screen: the words that name nothing.
fn view_pointer() -> AnyView {
    el("p").class("words__pointer").child(shared_screen()).into_any()
}

fn view_card(browsing: Browsing, trail: &[Entry]) -> AnyView {
    let Some((entry, before)) = trail.split_last() else {
        return el("p").class("words__empty").child(more().words.empty).into_any();
    };
    let back = before.last().map(|earlier| {
        let says = fill(more().words.back_to, &[("word", name(*earlier))]);
        button().class("words__step").on_click(move || browsing.go_back()).child(says)
    });
    nodes![el("div").class("words__steps").child(back).child(button().class("words__step words__close").attr("aria-label", more().words.close_card).on_click(move || browsing.close()).child(text().shared.close)), view! { <WordCard entry=*entry on_open=Callback::new(move |entry| browsing.follow(entry)) /> }.into_any()]
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
