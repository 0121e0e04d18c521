//! Learn: what Attuning is, in short pieces, each a place of its own.
//! Holds no text and no definition: those are in i18n and the vocabulary.

mod drawing;
mod sections;

use crate::ui::markup::{button, el};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::i18n::more;
use crate::route::Route;
use drawing::{view_rings, view_shared_need};
use sections::{Drawing, Section, sections};

#[component]
pub fn LearnScreen() -> AnyView {
    let texts = &more().learn;
    el("main")
        .class("main learn")
        .id("main")
        .attr("tabindex", "-1")
        .child(
            el("header")
                .class("learn__head")
                .child(el("h1").child(texts.title))
                .child(el("p").class("learn__lead").child(texts.lead))
                .child(view_rings()),
        )
        .child(view_contents())
        .child(
            el("div")
                .class("learn__body")
                .child(sections().map(view_section).collect_view())
                .child(view_door_to_words()),
        )
        .into_any()
}

/// Buttons, not links: the address belongs to the screens, and a place within one is not kept there.
fn view_contents() -> AnyView {
    let entries = sections().map(|section| {
        let id = section.id;
        el("li")
            .child(button().class("learn__goto").on_click(move || go_to(id)).child(section.title))
    });
    el("nav")
        .class("learn__contents")
        .attr("aria-label", more().learn.contents)
        .child(
            el("p")
                .class("learn__contents-title")
                .attr("aria-hidden", "true")
                .child(more().learn.contents),
        )
        .child(el("ol").children(entries))
        .into_any()
}

fn view_section(section: Section) -> AnyView {
    let paragraphs = section.paragraphs.map(|paragraph| el("p").child(paragraph));
    let case = section.case.map(|case| {
        el("aside")
            .class("learn__case")
            .attr("aria-label", case.who)
            .child(el("p").class("learn__who").attr("aria-hidden", "true").child(case.who))
            .child(el("p").child(case.told))
    });
    let drawing = match section.drawing {
        Drawing::None => ().into_any(),
        Drawing::SharedNeed => view_shared_need(),
    };
    el("section")
        .class("learn__section")
        .attr("aria-labelledby", section.id)
        .child(el("h2").id(section.id).attr("tabindex", "-1").child(section.title))
        .children(paragraphs)
        .child(drawing)
        .child(case)
        .into_any()
}

fn view_door_to_words() -> AnyView {
    let link =
        el("a").class("link").attr("href", Route::Words.address()).child(more().learn.to_words);
    el("p").child(link).into_any()
}

fn go_to(id: &str) {
    let heading = document().get_element_by_id(id);
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        heading.scroll_into_view();
        let _ = heading.focus();
    }
}
