//! One word's card: what it means, and where it leads, both ways.
//! Knows nothing of a person: every link is the vocabulary's, and a question.

mod links;

use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::entry::{definition, kind, name, synonyms};
use crate::i18n::{fill, more, text};
use crate::vocabulary::{Entry, Feeling, Judgement, Need};

/// The heading's id, for moving the focus to a card that has just opened.
pub const HEADING: &str = "word-card-name";

/// Everything Attune knows of one word. Links are buttons.
#[component]
pub fn WordCard(entry: Entry, on_open: Callback<Entry>) -> AnyView {
    let body = match entry {
        Entry::Feeling(feeling) => view_feeling(feeling, on_open),
        Entry::Need(need) => view_need(need, on_open),
        Entry::Judgement(judgement) => view_judgement(judgement, on_open),
        Entry::Area(_) | Entry::Concept(_) => ().into_any(),
    };
    el("article")
        .class("word-card")
        .attr("aria-labelledby", HEADING)
        .child(el("p").class("word-card__kind").child(above(entry)))
        .child(
            el("h2").class("word-card__name").id(HEADING).attr("tabindex", "-1").child(name(entry)),
        )
        .child(el("p").class("word-card__meaning").child(definition(entry)))
        .child(body)
        .child(view_synonyms(synonyms(entry)))
        .into_any()
}

fn view_feeling(feeling: Feeling, on_open: Callback<Entry>) -> AnyView {
    let words = &more().words;
    nodes![
        feeling.care_note().then(view_pointer),
        view_links(links::points_to(feeling), links::needs(feeling.needs()), on_open),
        view_links(words.may_cover, links::feelings(feeling.may_cover()), on_open),
        view_links(words.covered_by, links::covering(feeling), on_open),
        view_links(words.heard_in, links::judgements_over(feeling), on_open)
    ]
}

fn view_need(need: Need, on_open: Callback<Entry>) -> AnyView {
    let words = &more().words;
    let often = links::often_felt(need);
    nodes![
        el("p").class("word-card__ask").child(need.ask()),
        view_links(words.felt_unmet, often.unmet, on_open),
        view_links(words.felt_met, often.met, on_open),
        view_links(words.heard_in, links::judgements_of(need), on_open)
    ]
}

fn view_judgement(judgement: Judgement, on_open: Callback<Entry>) -> AnyView {
    let pointer = judgement.care_note().then(view_pointer);
    if judgement.may_be_harm() {
        // Never translated: what was done to someone is not a way of seeing it.
        let harm = fill(text().care.harm, &[("word", judgement.name())]);
        return nodes![el("p").class("word-card__gentle").child(harm), pointer];
    }
    let words = &more().words;
    nodes![
        pointer,
        view_links(words.beneath_feelings, links::feelings(judgement.feelings()), on_open),
        view_links(words.beneath_needs, links::needs(judgement.needs()), on_open)
    ]
}

fn view_pointer() -> AnyView {
    el("p").class("word-card__gentle").child(text().care.pointer).into_any()
}

/// The strongest links at once, the others on asking. Nothing where there are none.
fn view_links(title: &'static str, mut entries: Vec<Entry>, on_open: Callback<Entry>) -> AnyView {
    if entries.is_empty() {
        return ().into_any();
    }
    let further = entries.split_off(entries.len().min(links::AT_ONCE));
    let more = (!further.is_empty()).then(|| {
        let count = further.len().to_string();
        el("details")
            .class("word-card__more")
            .child(el("summary").child(fill(more().words.show_more, &[("count", &count)])))
            .child(view_chips(further, on_open))
    });
    el("section")
        .class("word-card__links")
        .child(el("h3").class("word-card__title").child(title))
        .child(view_chips(entries, on_open))
        .child(more)
        .into_any()
}

fn view_chips(entries: Vec<Entry>, on_open: Callback<Entry>) -> AnyView {
    let chips = entries.into_iter().map(|entry| {
        let class = match entry {
            Entry::Feeling(_) => "word-link word-link--feeling",
            Entry::Need(_) => "word-link word-link--need",
            _ => "word-link",
        };
        el("li")
            .child(button().class(class).on_click(move || on_open.run(entry)).child(name(entry)))
    });
    el("ul").class("word-card__chips").children(chips).into_any()
}

fn view_synonyms(synonyms: &'static [&'static str]) -> AnyView {
    if synonyms.is_empty() {
        return ().into_any();
    }
    el("section")
        .class("word-card__links")
        .child(el("h3").class("word-card__title").child(more().words.synonyms))
        .child(el("p").class("word-card__synonyms").child(synonyms.join(", ")))
        .into_any()
}

/// The line above the name: the kind, and where the word belongs.
fn above(entry: Entry) -> String {
    let words = &more().words;
    match entry {
        Entry::Feeling(feeling) => fill(words.in_family, &[("family", feeling.family().name())]),
        Entry::Need(need) => {
            let group = fill(words.in_group, &[("group", need.group().name())]);
            if need.is_core() { [&group, " · ", words.core].concat() } else { group }
        }
        _ => kind(entry).to_owned(),
    }
}
