//! What was found: each place with what stands there, and a tap that opens it.
//! Finds nothing itself: `insight::find` does.

use std::sync::Arc;

use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::Finding;
use crate::desk::NoteKind;
use crate::domain::{Kind as PersonKind, Moment, Person};
use crate::i18n::{more, text};
use crate::insight::find::{Answer, Found, FoundIn, Hit, Kind, Snippet};
use crate::route::Route;
use crate::screen::attune::AskedText;
use crate::screen::wording::{area_text, day_text, moment_text, person_text};
use crate::screen::{desk, go, session_route};

/// The row that Enter leads to.
pub const FIRST: &str = "found-first";

/// As many as a glance down the page takes in; the rest would be drawn anew with each letter, and seldom be looked at.
pub const FEW: usize = 20;

pub fn view_found(finding: Finding, answer: &Answer) -> AnyView {
    // A new search comes with each change of whose notes are looked through: it is read once a list.
    let with_code = finding.everyone.get_untracked();
    let shown = if finding.is_all.get() { answer.found.len() } else { FEW };
    let rows = answer.found.iter().take(shown).enumerate().map(|(place, found)| {
        let row = view_row(found, with_code, (place == 0).then_some(FIRST));
        el("li").child(row).into_any()
    });
    el("ul").class("found").children(rows).into_any()
}

fn view_row(found: &Found, with_code: bool, id: Option<&'static str>) -> AnyView {
    let (person, session) = (found.person.id, found.session.id);
    let goal = match &found.place {
        FoundIn::Moment(moment) => Ok(moment.id),
        FoundIn::Summary => Err(None),
        FoundIn::Reflection => Err(Some(NoteKind::Reflection)),
        FoundIn::Record | FoundIn::Sheet => Err(Some(NoteKind::Record)),
    };
    let desk = desk();
    let asked = AskedText::of_the_page();
    let open = move || {
        desk.choose(person);
        desk.open_session(session);
        match goal {
            Ok(moment) => desk.make_current(moment, None),
            Err(Some(kind)) => asked.ask(kind),
            // On a worksheet it has a place of its own; on the canvas it stands above the texts.
            Err(None) => return go(session_route(desk)),
        }
        go(Route::Attune);
    };
    let hits = found.hits.iter().map(|hit| view_hit(hit, &found.person));
    button()
        .class("found__row")
        .id(id)
        .on_click(open)
        .children(hits)
        .child(
            el("span").class("found__place").attr("translate", "no").child(place(found, with_code)),
        )
        .into_any()
}

fn view_hit(hit: &Hit, person: &Person) -> AnyView {
    let words =
        if hit.kind == Kind::Label { "found__words found__words--label" } else { "found__words" };
    nodes![
        el("span").class("found__kind").child(kind(hit.kind, person)),
        el("span")
            .class(words)
            .attr("translate", "no")
            .attr("dir", "auto")
            .child(view_snippet(&hit.snippet))
    ]
}

fn view_snippet(snippet: &Snippet) -> AnyView {
    let parts = snippet.parts().into_iter().map(|(words, is_marked)| match is_marked {
        true => el("mark").child(words).into_any(),
        false => words.to_string().into_any(),
    });
    let (before, after) = snippet.is_cut;
    let dots = |is_cut: bool| is_cut.then(|| "…".to_string());
    nodes![dots(before), parts.collect::<Vec<_>>(), dots(after)]
}

/// Whose, when, and in which moment, where that is not said already.
fn place(found: &Found, with_code: bool) -> AnyView {
    let says = |kind: Kind| found.hits.iter().any(|hit| hit.kind == kind);
    let moment: Option<&Arc<Moment>> = match &found.place {
        FoundIn::Moment(moment) => Some(moment),
        FoundIn::Summary | FoundIn::Reflection | FoundIn::Record | FoundIn::Sheet => None,
    };
    let named = moment.filter(|moment| !says(Kind::Label) && moment.label.is_some());
    let area = moment.and_then(|moment| moment.area.as_ref()).filter(|_| !says(Kind::Area));
    let part = |words: String, class| el("span").class(class).child(words).into_any();
    let parts = [
        with_code.then(|| part(person_text(&found.person), "found__part found__who")),
        Some(part(day_text(found.session.day, desk().today()), "found__part")),
        named.map(|it| part(moment_text(it, Some(&found.person)), "found__part")),
        area.map(|area| part(area_text(area), "found__part")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().into_any()
}

fn kind(kind: Kind, person: &Person) -> &'static str {
    let (texts, canvas) = (&more().find, &text().canvas);
    let is_me = person.kind == PersonKind::Me;
    match kind {
        Kind::Label => texts.label,
        Kind::Feeling => texts.feeling,
        Kind::Need => texts.need,
        Kind::Judgement => texts.judgement,
        Kind::Behaviour => texts.behaviour,
        Kind::Choice => texts.choice,
        Kind::Area => texts.area,
        Kind::Summary => texts.summary,
        Kind::Observation => texts.observation,
        Kind::Intervention => texts.intervention,
        Kind::Modality => texts.modality,
        Kind::Attendance => texts.attendance,
        Kind::Amendment => texts.amendment,
        Kind::Reflection if is_me => canvas.reflection_me,
        Kind::Reflection => canvas.reflection,
        Kind::Record if is_me => canvas.record_me,
        Kind::Record => canvas.record,
    }
}
