//! What was answered "not quite" or "later", and a way to ask again.
//! Never shows what rings true: that has a place of its own.

use crate::ui::markup::{button, el};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::domain::{Answer, CoreNeed};
use crate::i18n::{fill, more};
use crate::screen::understanding::names::Names;
use crate::screen::wording::day_inside;

pub(super) fn view_answered(desk: Desk, answers: &[CoreNeed]) -> Option<AnyView> {
    let texts = &more().core_needs;
    let rows: Vec<AnyView> = answers.iter().rev().filter_map(|it| view_row(desk, it)).collect();
    (!rows.is_empty()).then(|| {
        el("details")
            .class("answered")
            .child(el("summary").child(texts.answered_title))
            .child(el("ul").children(rows))
            .into_any()
    })
}

fn view_row(desk: Desk, answered: &CoreNeed) -> Option<AnyView> {
    let texts = &more().core_needs;
    let template = match answered.answer {
        Answer::RingsTrue => return None,
        Answer::NotQuite => texts.answered_not_quite,
        Answer::Later => texts.answered_later,
    };
    let need = answered.need.clone();
    let day = day_inside(answered.day, desk.today());
    let row = el("li")
        .class("answered__row")
        .child(el("span").attr("translate", "no").child(Names(desk.person()).need(&answered.need)))
        .child(el("span").class("soft small").child(fill(template, &[("day", &day)])))
        .child(
            button()
                .class("plain")
                .on_click(move || {
                    desk.take_back_core_need(&need);
                })
                .child(texts.ask_again),
        );
    Some(row.into_any())
}
