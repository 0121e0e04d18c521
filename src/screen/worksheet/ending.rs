//! How a worksheet may end: a few plain sentences, made from what was marked, then the person's own.
//! Never writes over what somebody has changed without a way back.

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, live};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::domain::Note;
use crate::i18n::{fill, more, text};
use crate::ui::PersonArea;
use crate::writing::sentences::sentences;

pub fn view_ending(desk: Desk) -> AnyView {
    let worksheet = &more().worksheet;
    let drawn = memo(move || {
        let person = desk.person();
        desk.session().look(|session| {
            session
                .as_deref()
                .zip(person.as_deref())
                .map(|(session, person)| sentences(session, person))
        })
    });
    let drawn = Signal::derive(move || drawn.get().unwrap_or_default());
    let has_words = memo(move || {
        desk.session().look(|session| session.as_ref().is_some_and(|it| !it.summary.is_empty()))
    });
    // What stood there before it was written anew.
    let before = RwSignal::new(None::<String>);
    let hint = move || match (has_words.get(), drawn.look(|it| it.is_empty())) {
        (false, true) => worksheet.end_nothing,
        _ => worksheet.end_hint,
    };
    el("section")
        .class("question question--end")
        .attr("aria-label", worksheet.end)
        .child(el("h2").child(worksheet.end))
        .child(el("p").class("soft small question__hint").live(hint))
        .live(move || match has_words.get() {
            true => view_words(desk, drawn, before),
            false => view_begin(desk, drawn),
        })
        .into_any()
}

fn view_begin(desk: Desk, drawn: Signal<String>) -> AnyView {
    let begin = move || {
        let _ = desk.write_summary(&drawn.get_untracked());
        crate::browser::soon(Box::new(|| crate::browser::focus(FIELD)));
    };
    let view = move || button().class("button").on_click(begin).child(more().worksheet.end_begin);
    live(move || (!drawn.look(|it| it.is_empty())).then(view))
}

const FIELD: &str = "summary";

fn view_words(desk: Desk, drawn: Signal<String>, before: RwSignal<Option<String>>) -> AnyView {
    let worksheet = &more().worksheet;
    let wrong = RwSignal::new(None::<String>);
    let words = memo(move || {
        desk.session().look(|it| it.as_ref().map(|it| it.summary.as_str().to_string()))
    });
    let value = Signal::derive(move || words.get().unwrap_or_default());
    let write = Callback::new(move |raw: String| {
        let most = Note::MOST.to_string();
        let too_long = desk.write_summary(&raw).is_err();
        wrong.set(too_long.then(|| fill(text().trouble.long_note, &[("most", &most)])));
    });
    let anew = move || {
        before.set(Some(value.get_untracked()));
        let _ = desk.write_summary(&drawn.get_untracked());
    };
    let back = move || {
        if let Some(words) = before.get_untracked() {
            let _ = desk.write_summary(&words);
            before.set(None);
        }
    };
    let may_anew = move || drawn.look(|it| !it.is_empty()) && drawn.get() != value.get();
    el("div")
        .class("question__end")
        .child(view! { <PersonArea id=FIELD label=worksheet.end_label hint="" value=value on_input=write error=wrong /> }.into_any())
        .child(
            el("p")
                .class("answers")
                .live(move || may_anew().then(|| button().class("plain").on_click(anew).child(worksheet.end_anew)))
                .live(move || before.look(Option::is_some).then(|| button().class("plain").on_click(back).child(worksheet.end_back))),
        )
        .into_any()
}
