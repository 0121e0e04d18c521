//! Learn: what Attuning is, in short pieces, each a place of its own.
//! Holds no text and no definition: those are in i18n and the vocabulary.

mod drawing;
mod sections;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::i18n::text;
use drawing::{view_rings, view_shared_need};
use sections::{Drawing, Section, sections};

#[component]
pub fn LearnScreen() -> AnyView {
    let texts = &text().learn;
    view! {
        <main class="main learn" id="main" tabindex="-1">
            <header class="learn__head">
                <h1>{texts.title}</h1>
                <p class="learn__lead">{texts.lead}</p>
                {view_rings()}
            </header>
            {view_contents()}
            <div class="learn__body">{sections().map(view_section).collect_view()}</div>
        </main>
    }
    .into_any()
}

/// Buttons, not links: the address belongs to the screens, and a place within one is not kept there.
fn view_contents() -> AnyView {
    let entries = sections().map(|section| {
        let id = section.id;
        view! {
            <li><button type="button" class="learn__goto" on:click=move |_| go_to(id)>{section.title}</button></li>
        }
    });
    view! {
        <nav class="learn__contents" aria-label=text().learn.contents>
            <p class="learn__contents-title" aria-hidden="true">{text().learn.contents}</p>
            <ol>{entries.collect_view()}</ol>
        </nav>
    }
    .into_any()
}

fn view_section(section: Section) -> AnyView {
    let paragraphs = section.paragraphs.map(|paragraph| view! { <p>{paragraph}</p> });
    let case = section.case.map(|case| {
        view! {
            <aside class="learn__case" aria-label=case.who>
                <p class="learn__who" aria-hidden="true">{case.who}</p>
                <p>{case.told}</p>
            </aside>
        }
    });
    let drawing = match section.drawing {
        Drawing::None => ().into_any(),
        Drawing::SharedNeed => view_shared_need(),
    };
    view! {
        <section class="learn__section" aria-labelledby=section.id>
            <h2 id=section.id tabindex="-1">{section.title}</h2>
            {paragraphs.collect_view()}
            {drawing}
            {case}
        </section>
    }
    .into_any()
}

fn go_to(id: &str) {
    let heading = document().get_element_by_id(id);
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        heading.scroll_into_view();
        let _ = heading.focus();
    }
}
