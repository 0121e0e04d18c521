//! The record of the open session: drawn up, written, handed out, locked, amended.
//! Never shows a reflection, and is not offered for one's own sessions.

mod fields;
mod locked;
mod note;

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::paper::view_with_code;
use super::wording::{full_day_text, person_text};
use super::{desk, go};
use crate::desk::Desk;
use crate::domain::{Kind, RecordForm};
use crate::i18n::{fill, more, text};
use crate::route::Route;
use crate::writing::{caught, oldest_first, record};

#[component]
pub fn RecordScreen() -> impl IntoView {
    let (desk, words) = (desk(), &more().recording);
    let who = move || desk.person().map(|person| person_text(&person));
    let day =
        move || desk.session().look(|it| it.as_ref().map(|session| full_day_text(session.day)));
    let back = move || {
        let has_session = desk.session().glance(Option::is_some);
        go(if has_session { Route::Attune } else { Route::Sessions });
    };
    el("main")
        .class("main record")
        .id("main")
        .attr("tabindex", "-1")
        .child(
            el("header")
                .class("head")
                .child(el("h1").child(words.title))
                .child(el("span").class("soft").attr("translate", "no").live(who))
                .child(el("span").class("soft").live(day))
                .child(button().class("plain").on_click(back).child(words.back)),
        )
        .child(view_body(desk))
        .into_any()
}

fn view_body(desk: Desk) -> AnyView {
    let words = &more().recording;
    let is_me = memo(move || desk.person().is_some_and(|it| it.kind == Kind::Me));
    let is_locked = memo(move || {
        desk.session().look(|it| it.as_ref().map(|session| session.sheet.is_locked()))
    });
    let shown = Shown::new(desk);
    live(move || match (is_locked.get(), is_me.get()) {
        (None, _) => el("p").class("empty").child(words.no_session).into_any(),
        (_, true) => el("p").class("empty").child(words.not_mine).into_any(),
        (Some(true), false) => nodes![locked::view_locked(shown), view_paper(shown)],
        (Some(false), false) => nodes![
            el("p").class("soft lead").child(words.lead),
            fields::view_fields(desk),
            note::view_note(shown),
            view_paper(shown)
        ],
    })
}

/// The record as it is shown here: what is copied, saved, printed and locked is this and nothing else.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub desk: Desk,
    /// Emptied to begin afresh, it stays empty as long as one is here.
    pub is_begun: RwSignal<bool>,
    /// Whether it is printed with the person's code.
    with_code: RwSignal<bool>,
}

impl Shown {
    fn new(desk: Desk) -> Shown {
        Shown { desk, is_begun: RwSignal::new(false), with_code: RwSignal::new(false) }
    }

    pub fn is_own(self) -> bool {
        let is_written = |it: &Option<_>| it.as_ref().is_some_and(Self::has_record);
        self.is_begun.get() || self.desk.session().look(is_written)
    }

    fn has_record(session: &std::sync::Arc<crate::domain::Session>) -> bool {
        !session.record.is_empty()
    }

    /// What was written, else what was drawn up from the session.
    pub fn text(self) -> String {
        let written = || {
            let session = self.desk.session().get();
            session.map(|it| it.record.as_str().to_string()).unwrap_or_default()
        };
        if self.is_own() { written() } else { drawn_up(self.desk) }
    }
}

fn drawn_up(desk: Desk) -> String {
    let (session, journal) = (desk.session().get(), desk.journal().get());
    let Some((session, journal)) = session.zip(journal) else { return String::new() };
    let sessions = oldest_first(&journal);
    let at = sessions.iter().position(|it| it.id == session.id);
    let all = caught(&journal.person, &sessions);
    let drawn = at.and_then(|at| all.get(at)).map(|caught| {
        let life = record::life(&journal, session.id);
        record::text(&record::draft(*caught, &life, &session.sheet))
    });
    drawn.unwrap_or_default()
}

/// The same as Markdown, with what was added.
fn record_markdown(shown: Shown) -> String {
    let desk = shown.desk;
    let (session, journal) = (desk.session().get_untracked(), desk.journal().get_untracked());
    let Some((session, journal)) = session.zip(journal) else { return String::new() };
    let sessions = oldest_first(&journal);
    let at = sessions.iter().position(|it| it.id == session.id);
    let all = caught(&journal.person, &sessions);
    let text = untrack(|| shown.text());
    let sheet = &session.sheet;
    let write = |caught| record::markdown(caught, &text, sheet.form, &sheet.amendments);
    at.and_then(|at| all.get(at)).map(|caught| write(*caught)).unwrap_or_default()
}

/// Its parts, "Data, Assessment, Plan".
pub(super) fn parts_text(form: RecordForm) -> String {
    let parts =
        super::wording::join_text(record::headings(form).into_iter().map(String::from).collect());
    fill(more().recording.parts, &[("parts", &parts)])
}

/// For paper alone: the text and what was added, in ink.
fn view_paper(shown: Shown) -> AnyView {
    let (desk, written) = (shown.desk, &more().written);
    let title = move || {
        let day = desk.session().look(|it| it.as_ref().map(|it| full_day_text(it.day)));
        let day = day.unwrap_or_default();
        match desk.person().filter(|_| shown.with_code.get()).map(|it| person_text(&it)) {
            Some(code) => fill(written.title, &[("code", &code), ("day", &day)]),
            None => fill(written.title_plain, &[("day", &day)]),
        }
    };
    el("section")
        .class("record__paper")
        .attr("aria-hidden", "true")
        .attr("translate", "no")
        .child(el("h1").live(title))
        .child(el("p").class("record__text").live(move || shown.text()))
        .live(move || locked::view_added(desk))
        .into_any()
}

/// Copy, save, print: the same for a record that is open and one that is locked.
pub(super) fn view_ways_out(shown: Shown) -> AnyView {
    let (desk, words) = (shown.desk, &more().recording);
    let told = RwSignal::new(None::<&'static str>);
    let copy = move || {
        let text = untrack(|| shown.text());
        leptos::task::spawn_local(async move {
            let is_copied = crate::browser::copy(&text).await;
            told.try_set(Some(if is_copied { words.copied } else { words.not_copied }));
        });
    };
    let save = move || {
        let name = ["attune-record-", &desk.today().iso(), ".md"].concat();
        if !crate::browser::save_file(&name, record_markdown(shown).as_bytes()) {
            told.set(Some(text().trouble.failed));
        }
    };
    let out =
        |pressed: Box<dyn FnMut()>, name| button().class("button").on_click(pressed).child(name);
    nodes![
        el("p")
            .class("answers")
            .child(out(Box::new(copy), words.copy))
            .child(out(Box::new(save), words.save))
            .child(out(Box::new(crate::browser::print), words.print))
            .child(view_with_code(shown.with_code, more().paper.print_code)),
        el("p").class("soft small").attr("role", "status").live(move || told.get())
    ]
}
