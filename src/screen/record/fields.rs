//! The form, and what only the therapist knows.
//! Never asks for any of it: each may stay empty.

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{El, el, nodes};
use leptos::prelude::*;

use super::parts_text;
use crate::desk::{Desk, NotRecorded, SheetChange};
use crate::domain::{Minutes, RecordForm, RecordSheet, TimeOfDay};
use crate::i18n::{fill, more};
use crate::ui::field::Draft;
use crate::ui::{Choice, ChoiceGroup, PersonArea};

pub(super) fn view_fields(desk: Desk) -> AnyView {
    let words = &more().recording;
    nodes![
        view_form(desk),
        el("div")
            .class("record__facts")
            .child(view_time(desk))
            .child(view_length(desk))
            .child(view_listed(desk, "modality", words.modality, words.modalities, Of::Modality))
            .child(view_listed(
                desk,
                "attendance",
                words.attendance,
                words.attendances,
                Of::Attendance
            )),
        view_area(desk, "observation", words.observation, words.observation_hint, Of::Observation),
        view_area(
            desk,
            "intervention",
            words.intervention,
            words.intervention_hint,
            Of::Intervention
        )
    ]
}

fn of_sheet<T: Default>(desk: Desk, read: impl FnOnce(&RecordSheet) -> T) -> T {
    desk.session().look(|it| it.as_ref().map(|it| read(&it.sheet))).unwrap_or_default()
}

fn view_form(desk: Desk) -> AnyView {
    let words = &more().recording;
    let form = memo(move || of_sheet(desk, |sheet| sheet.form));
    let chosen = derived(move || RecordForm::ALL.iter().position(|it| *it == form.get()));
    let choose = Callback::new(move |at: Option<usize>| {
        if let Some(form) = at.and_then(|at| RecordForm::ALL.get(at)) {
            // A form is never too long, and the screen of a locked record offers none.
            let _ = desk.change_sheet(SheetChange::Form(*form));
        }
    });
    let forms = [words.dap, words.soap, words.birp, words.girp].map(Choice::named).into();
    nodes![
        view! { <ChoiceGroup label=words.form choices=forms chosen=chosen on_choose=choose always=true /> }.into_any(),
        el("p").class("soft small record__parts").live(move || parts_text(form.get()))
    ]
}

/// The fields that hold words.
#[derive(Clone, Copy)]
enum Of {
    Observation,
    Intervention,
    Modality,
    Attendance,
}

impl Of {
    fn change(self, raw: &str) -> SheetChange<'_> {
        match self {
            Of::Observation => SheetChange::Observation(raw),
            Of::Intervention => SheetChange::Intervention(raw),
            Of::Modality => SheetChange::Modality(raw),
            Of::Attendance => SheetChange::Attendance(raw),
        }
    }

    fn held(self, sheet: &RecordSheet) -> String {
        let line = match self {
            Of::Observation => return sheet.observation.as_str().to_string(),
            Of::Intervention => return sheet.intervention.as_str().to_string(),
            Of::Modality => &sheet.modality,
            Of::Attendance => &sheet.attendance,
        };
        line.as_ref().map(|line| line.as_str().to_string()).unwrap_or_default()
    }
}

/// Says that a text is too long; nothing else can befall what is typed here.
pub(super) fn wrong_text(done: Result<(), NotRecorded>) -> Option<String> {
    match done {
        Err(NotRecorded::TooLong { has, most }) => {
            let values = [("has", &*has.to_string()), ("most", &*most.to_string())];
            Some(fill(more().recording.too_long, &values))
        }
        _ => None,
    }
}

fn view_area(
    desk: Desk,
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    of: Of,
) -> AnyView {
    let wrong = RwSignal::new(None::<String>);
    let value = memo(move || of_sheet(desk, |sheet| of.held(sheet)));
    let write = Callback::new(move |raw: String| {
        wrong.set(wrong_text(desk.change_sheet(of.change(&raw))));
    });
    view! { <PersonArea id=id label=label hint=hint value=value on_input=write error=wrong /> }
        .into_any()
}

fn view_around(id: &'static str, label: &'static str, input: El) -> El {
    el("div").class("field").child(el("label").attr("for", id).child(label)).child(input.id(id))
}

fn view_time(desk: Desk) -> El {
    let value = move || of_sheet(desk, |sheet| sheet.time.map(TimeOfDay::iso)).unwrap_or_default();
    let write = move |event| {
        let time = TimeOfDay::parse(&event_target_value(&event));
        let _ = desk.change_sheet(SheetChange::Time(time));
    };
    let input = el("input").attr("type", "time").class("field__input").private();
    view_around("time", more().recording.time, input.value(value).on("change", write))
}

fn view_length(desk: Desk) -> El {
    let value = move || {
        let minutes = of_sheet(desk, |sheet| sheet.length.map(|it| it.get().to_string()));
        minutes.unwrap_or_default()
    };
    let write = move |event| {
        let length = event_target_value(&event).trim().parse().ok().and_then(Minutes::new);
        let _ = desk.change_sheet(SheetChange::Length(length));
    };
    let input = el("input")
        .attr("type", "number")
        .attr("min", "1")
        .attr("max", Minutes::MOST.to_string())
        .attr("inputmode", "numeric")
        .class("field__input")
        .private();
    view_around("length", more().recording.length, input.value(value).on("change", write))
}

/// One line, with suggestions that the browser shows while one types.
fn view_listed(
    desk: Desk,
    id: &'static str,
    label: &'static str,
    offers: &'static str,
    of: Of,
) -> El {
    let draft = Draft::of_the_page();
    let wrong = RwSignal::new(None::<String>);
    let list = [id, "-offers"].concat();
    // Kept when the field is left: a line is trimmed, and would lose the blank between two words while they are typed.
    let write = move |event| {
        wrong.set(wrong_text(desk.change_sheet(of.change(&event_target_value(&event)))));
    };
    let input = el("input")
        .attr("type", "text")
        .attr("list", list.clone())
        .class("field__input")
        .private()
        .value(move || of_sheet(desk, |sheet| of.held(sheet)))
        .on("input", move |event| drop(draft.hear(&event)))
        .on("change", write)
        .on("blur", move |_| draft.clear());
    let offers = offers.split('|').map(|offer| el("option").attr("value", offer));
    view_around(id, label, input)
        .child(el("datalist").id(list).children(offers))
        .child(el("p").class("field__error").attr("role", "status").live(move || wrong.get()))
}
