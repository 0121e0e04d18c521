//! Feelings over time: a strip for each family, as high as feelings of it were named.
//! Computes nothing: what is counted and where it lies is given.

use std::sync::Arc;

use crate::reactive::{Look, derived};
use leptos::prelude::*;

use super::super::{Frame, names};
use super::{at_text, column_text, columns_text, view_days, view_hits, view_line};
use crate::chart::strips::{Counts, strips};
use crate::chart::written::boxes;
use crate::i18n::more;
use crate::insight::timeline::Timeline;
use crate::ui::Picture;
use crate::ui::picture::shape::path;
use crate::ui::picture::{At, Drawing, Table, TableCell};

pub fn view_felt(frame: Frame, found: Memo<Arc<Timeline>>) -> AnyView {
    let drawing =
        Callback::new(move |()| found.look(|it| drawing(it, f32::from(frame.room.get()))));
    let table = Callback::new(move |()| found.look(|it| table(it)));
    let pick = Callback::new(move |(row, column): At| {
        let found = found.get_untracked();
        if let Some(strip) = found.feelings.get(row) {
            let words = at_text(names::kin(strip.kin), found.columns.get(column));
            frame.behind.show(words, strip.behind(column..column + 1));
        }
    });
    let told = Callback::new(move |(row, column): At| {
        let found = found.get_untracked();
        let strip = found.feelings.get(row)?;
        let count = strip.counts.get(column).filter(|count| **count > 0)?;
        let what = at_text(names::kin(strip.kin), found.columns.get(column));
        Some([what, count.to_string()].join(": "))
    });
    let texts = &more().pictures;
    let lead =
        derived(move || [texts.felt_lead, &found.look(|it| columns_text(&it.columns))].join(" "));
    view! { <Picture id="feelings" title=texts.felt_title lead=lead drawing=drawing table=table on_pick=pick told=told /> }
    .into_any()
}

fn drawing(timeline: &Timeline, room: f32) -> Drawing {
    let rows = timeline.feelings.iter().map(|strip| {
        let counts = strip.counts.iter().map(|count| Counts { above: *count, ..Counts::default() });
        (names::kin(strip.kin).to_string(), counts.collect())
    });
    let placed = strips(room, &rows.collect::<Vec<_>>());
    let mut parts: Vec<AnyView> = Vec::new();
    for (at, row) in placed.rows.iter().enumerate() {
        parts.push(view_line(&placed, row));
        parts.push(path("bar--felt", boxes(row.stacks.iter().map(|stack| stack.above))));
        parts.push(view_hits(row, at));
    }
    parts.push(view_days(&placed, timeline));
    Drawing { width: room, height: placed.height, parts }
}

fn table(timeline: &Timeline) -> Table {
    let columns = timeline.columns.iter().map(column_text);
    let head = [more().pictures.family.to_string()].into_iter().chain(columns).collect();
    let rows = timeline.feelings.iter().enumerate().map(|(at, strip)| {
        let name = TableCell::plain(names::kin(strip.kin).to_string());
        let cells = strip.counts.iter().enumerate().map(|(column, count)| match count {
            0 => TableCell::plain(more().pictures.nothing.to_string()),
            _ => TableCell { words: count.to_string(), at: Some((at, column)) },
        });
        [name].into_iter().chain(cells).collect()
    });
    Table { head, rows: rows.collect() }
}
