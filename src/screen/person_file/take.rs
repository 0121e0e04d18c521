//! Everything of one person as a file or on paper.
//! Never names anyone in a file's name: it bears the day alone.

use crate::reactive::Look;
use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::domain::{Kind, PersonId};
use crate::i18n::more;
use crate::screen::paper::view_with_code;
use crate::writing::markdown::Part;
use crate::writing::person_file::{Reflections, markdown, parts};
use crate::writing::table::{Table, csv};
use crate::writing::{caught, oldest_first};

pub(super) fn view_take(desk: Desk, id: PersonId) -> AnyView {
    let words = &more().filing;
    let (with, with_code) = (RwSignal::new(false), RwSignal::new(false));
    let trouble = RwSignal::new(None::<&'static str>);
    let told = move |is_done: bool| trouble.set((!is_done).then_some(words.not_made));
    let json = move || {
        let made = desk.person_file(id, with.get_untracked());
        told(made.is_ok_and(|made| crate::browser::save_file(&made.name, &made.bytes)));
    };
    let read = move || told(save(desk, "everything", "md", &written(desk, with.get_untracked())));
    let table = move |table: Table| told(save(desk, table.name(), "csv", &rows(desk, table)));
    let tables = [
        (words.moments, Table::Moments),
        (words.feelings, Table::Feelings),
        (words.needs, Table::Needs),
        (words.choices, Table::Choices),
    ];
    let tables = tables
        .map(|(name, which)| button().class("button").on_click(move || table(which)).child(name));
    let button =
        |pressed: Box<dyn FnMut()>, name| button().class("button").on_click(pressed).child(name);
    nodes![
        el("h2").child(words.take),
        view_switch(with),
        el("p")
            .class("answers")
            .child(button(Box::new(read), words.markdown))
            .child(button(Box::new(json), words.json))
            .child(button(Box::new(crate::browser::print), words.print))
            .live(move || view_code(desk, with_code)),
        el("h3").child(words.tables),
        el("p").class("soft small").child(words.tables_hint),
        el("p").class("answers").children(tables),
        el("p").class("field__error").attr("role", "status").live(move || trouble.get()),
        view_paper(desk, with, with_code)
    ]
}

/// "For myself" has no code that anyone would know.
fn view_code(desk: Desk, with_code: RwSignal<bool>) -> Option<AnyView> {
    let is_me = desk.person().is_some_and(|it| it.kind == Kind::Me);
    (!is_me).then(|| view_with_code(with_code, more().paper.print_code))
}

/// For paper alone.
fn view_paper(desk: Desk, with: RwSignal<bool>, with_code: RwSignal<bool>) -> AnyView {
    let all = move || {
        let reflections = reflections(with.get());
        let parts =
            desk.journal().look(|it| it.as_ref().map(|it| parts(it, reflections, with_code.get())));
        parts.unwrap_or_default().into_iter().map(view_part).collect::<Vec<_>>()
    };
    el("div")
        .class("record__paper paper")
        .attr("aria-hidden", "true")
        .attr("translate", "no")
        .live(all)
        .into_any()
}

fn view_part(part: Part) -> AnyView {
    match part {
        Part::Heading(level, line) => {
            let tag = ["h1", "h2", "h3"].get(level.saturating_sub(1)).unwrap_or(&"h4");
            el(tag).attr("dir", "auto").child(line).into_any()
        }
        Part::List(points) => {
            let point = |it| el("li").attr("dir", "auto").child(it).into_any();
            el("ul").child(points.into_iter().map(point).collect::<Vec<_>>()).into_any()
        }
        Part::Paragraph(lines) => el("p").attr("dir", "auto").child(lines.join("\n")).into_any(),
    }
}

fn view_switch(with: RwSignal<bool>) -> AnyView {
    let words = &more().filing;
    let turn = move |_| with.update(|with| *with = !*with);
    nodes![
        el("label")
            .class("person-file__switch")
            .child(el("input").attr("type", "checkbox").id("with-reflections").on("change", turn))
            .child(words.reflections),
        el("p").class("soft small").child(words.reflections_rules)
    ]
}

fn reflections(with: bool) -> Reflections {
    if with { Reflections::Taken } else { Reflections::Left }
}

fn written(desk: Desk, with: bool) -> String {
    let reflections = reflections(with);
    desk.journal().glance(|it| it.as_ref().map(|it| markdown(it, reflections))).unwrap_or_default()
}

fn rows(desk: Desk, table: Table) -> String {
    let Some(journal) = desk.journal().get_untracked() else { return String::new() };
    let sessions = oldest_first(&journal);
    csv(table, &caught(&journal.person, &sessions))
}

fn save(desk: Desk, what: &str, ending: &str, text: &str) -> bool {
    let name = ["attune-", what, "-", &desk.today().iso(), ".", ending].concat();
    crate::browser::save_file(&name, text.as_bytes())
}
