//! The two texts of a session, kept apart: the private reflection and the record for the file.
//! Never mixes them, here or anywhere.

use crate::reactive::{Look, memo};
use crate::ui::markup::{el, live, nodes};
use leptos::prelude::*;

use crate::desk::{Desk, NoteKind};
use crate::domain::{Kind, Note};
use crate::i18n::{fill, more, text};
use crate::route::Route;
use crate::screen::desk;
use crate::ui::PersonArea;

/// Which of the two texts the canvas is to be opened at; in the page's context.
#[derive(Clone, Copy)]
pub struct AskedText(RwSignal<Option<NoteKind>>);

impl AskedText {
    pub fn of_the_page() -> AskedText {
        use_context().unwrap_or_else(AskedText::none)
    }

    pub fn none() -> AskedText {
        AskedText(RwSignal::new(None))
    }

    /// The canvas that comes next opens at this text.
    pub fn ask(self, kind: NoteKind) {
        self.0.set(Some(kind));
    }

    /// Once: a canvas that comes later begins at its line again.
    pub fn take(self) -> Option<NoteKind> {
        let asked = self.0.get_untracked();
        self.0.set(None);
        asked
    }
}

pub fn id(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Reflection => "reflection",
        NoteKind::Record => "record",
    }
}

pub fn view_texts() -> AnyView {
    let canvas = &text().canvas;
    let is_me = untrack(|| desk().person()).is_some_and(|person| person.kind == Kind::Me);
    let (reflection, record) = match is_me {
        true => (canvas.reflection_me, canvas.record_me),
        false => (canvas.reflection, canvas.record),
    };
    let hint = move |hint| if is_me { "" } else { hint };
    let desk = desk();
    let is_locked = memo(move || {
        desk.session().look(|it| it.as_ref().is_some_and(|session| session.sheet.is_locked()))
    });
    let door = el("a").class("link").attr("href", Route::Record.address());
    nodes![
        view_note(NoteKind::Reflection, reflection, hint(canvas.reflection_hint)),
        live(move || match is_locked.get() {
            true => view_locked(desk, record),
            false => view_note(NoteKind::Record, record, hint(canvas.record_hint)),
        }),
        (!is_me).then(|| el("p").child(door.child(more().recording.open))),
    ]
}

/// As it stays: nothing to write in.
fn view_locked(desk: Desk, label: &'static str) -> AnyView {
    let text =
        move || desk.session().look(|it| it.as_ref().map(|it| it.record.as_str().to_string()));
    el("section")
        .class("field")
        .child(el("h3").class("eyebrow").child(label))
        .child(el("p").class("record__text").attr("translate", "no").live(text))
        .into_any()
}

fn view_note(kind: NoteKind, label: &'static str, hint: &'static str) -> AnyView {
    let desk = desk();
    let wrong = RwSignal::new(None::<String>);
    let value = memo(move || {
        desk.session().look(|session| {
            let session = session.as_ref();
            let note = session.map(|session| match kind {
                NoteKind::Reflection => &session.reflection,
                NoteKind::Record => &session.record,
            });
            note.map(|note| note.as_str().to_string()).unwrap_or_default()
        })
    });
    let write = Callback::new(move |raw: String| {
        let most = Note::MOST.to_string();
        let too_long = desk.write_note(kind, &raw).is_err();
        wrong.set(too_long.then(|| fill(text().trouble.long_note, &[("most", &most)])));
    });
    view! { <PersonArea id=id(kind) label=label hint=hint value=value on_input=write error=wrong /> }
        .into_any()
}
