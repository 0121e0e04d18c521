//! Understanding over time: what shifted, and needs and feelings as strips over the sessions.
//! Computes neither counts nor bars: `insight::timeline` and `chart::strips` do.

mod felt;
mod named;
mod shifted;

use std::sync::Arc;

use crate::reactive::{Look, memo};
use crate::ui::markup::{el, live, nodes};
use leptos::prelude::*;

use super::names::short_day;
use super::{Frame, view_nothing};
use crate::chart::Rect;
use crate::chart::strips::{DATE, LINE, Strip, Strips, fits_both, most_columns};
use crate::chart::written::line;
use crate::i18n::{count, fill, more};
use crate::insight::timeline::{Column, Timeline, timeline};
use crate::screen::desk;
use crate::ui::picture::shape::{hit_row, lines, path, words};
use felt::view_felt;
use named::view_named;
use shifted::view_shifted;

/// Of fewer sessions nobody can tell what comes and goes.
const EARLY: usize = 3;

pub fn view_time(frame: Frame) -> AnyView {
    let desk = desk();
    let found = memo(move || {
        let most = most_columns(f32::from(frame.room.get()));
        let sessions = frame.sessions.get();
        let found = desk.person().map(|person| timeline(&sessions, &person, most));
        Arc::new(found.unwrap_or_default())
    });
    let has_needs = memo(move || found.look(|it| !it.needs.is_empty()));
    let has_felt = memo(move || found.look(|it| !it.feelings.is_empty()));
    nodes![
        live(move || (!has_needs.get() && !has_felt.get()).then(view_nothing)),
        live(move || view_early(frame)),
        view_shifted(frame),
        live(move || has_needs.get().then(|| view_named(frame, found))),
        live(move || has_felt.get().then(|| view_felt(frame, found)))
    ]
}

fn view_early(frame: Frame) -> Option<AnyView> {
    let texts = &more().understanding;
    let sessions = frame.sessions.look(|it| it.len());
    (1..EARLY).contains(&sessions).then(|| {
        let sessions = count(sessions, texts.sessions_one, texts.sessions_other);
        let words = fill(more().pictures.early, &[("sessions", &sessions)]);
        el("p").class("gentle").child(words).into_any()
    })
}

/// How the columns are read.
fn columns_text(columns: &[Column]) -> String {
    let texts = &more().pictures;
    match columns.first().map_or(1, |column| column.sessions) {
        ..=1 => texts.each_one.to_string(),
        several => count(several, texts.each_several, texts.each_several),
    }
}

fn column_text(column: &Column) -> String {
    let (from, to) = (short_day(column.first), short_day(column.last));
    match column.first == column.last {
        true => from,
        false => fill(more().pictures.column, &[("from", &from), ("to", &to)]),
    }
}

/// "Love, 9 Mar 2026".
fn at_text(what: &str, column: Option<&Column>) -> String {
    let when = column.map(column_text).unwrap_or_default();
    fill(more().pictures.at, &[("what", what), ("when", &when)])
}

/// The name of a strip and the line that its bars stand on.
fn view_line(strips: &Strips, strip: &Strip) -> AnyView {
    nodes![
        path("picture__base", line((strips.left, strip.base), strips.right)),
        lines("picture__name", (0.0, strip.name_y), LINE, "start", &strip.lines)
    ]
}

/// The columns of a strip as what can be pressed.
fn view_hits(strip: &Strip, row: usize) -> AnyView {
    let (Some(first), Some(last)) = (strip.stacks.first(), strip.stacks.last()) else {
        return ().into_any();
    };
    let all = Rect { width: last.place.right() - first.place.x, ..first.place };
    hit_row(all, row, strip.stacks.len())
}

/// The first day and the last one under the columns.
fn view_days(strips: &Strips, timeline: &Timeline) -> AnyView {
    let (Some(first), Some(last)) = (timeline.columns.first(), timeline.columns.last()) else {
        return ().into_any();
    };
    let (from, to) = (short_day(first.first), short_day(last.last));
    let has_both = from != to && fits_both(strips, &from, &to);
    let from_words = match from != to && !has_both {
        // Too near to stand side by side: one after the other.
        true => fill(more().pictures.column, &[("from", &from), ("to", &to)]),
        false => from,
    };
    let y = strips.foot - (DATE - 12.0);
    nodes![
        words("picture__small", (strips.left, y), "start", from_words),
        has_both.then(|| words("picture__small", (strips.right, y), "end", to))
    ]
}
