//! Needs over time: a strip for each, met above its line, unmet below it, partly on it.
//! Computes nothing: what is counted and where it lies is given.

use std::sync::Arc;

use crate::reactive::{Look, derived};
use crate::ui::markup::nodes;
use leptos::prelude::*;

use super::super::names::{self, Names};
use super::super::{Frame, view_show_all};
use super::{at_text, column_text, columns_text, view_days, view_hits, view_line};
use crate::chart::Rect;
use crate::chart::strips::{Counts, Stack, strips};
use crate::chart::written::{boxes, dots};
use crate::domain::Standing;
use crate::i18n::more;
use crate::insight::timeline::{Strip, Tally, Timeline};
use crate::screen::desk;
use crate::ui::picture::shape::{Draw, Entry, key, path};
use crate::ui::picture::{At, Drawing, Table, TableCell};
use crate::ui::{Picture, standing_name};

/// So many needs are shown at first.
const FEW: usize = 15;

/// How often a need was named in one way.
type Count = fn(&Tally) -> usize;

struct Named {
    timeline: Arc<Timeline>,
    names: Names,
}

pub fn view_named(frame: Frame, found: Memo<Arc<Timeline>>) -> AnyView {
    let desk = desk();
    let is_all = RwSignal::new(false);
    let named = move || Named { timeline: found.get(), names: Names(desk.person()) };
    let shown = move || if is_all.get() { usize::MAX } else { FEW };
    let drawing = Callback::new(move |()| named().drawing(f32::from(frame.room.get()), shown()));
    let table = Callback::new(move |()| named().table(shown()));
    let pick = Callback::new(move |(row, column): At| {
        let named = untrack(named);
        if let Some(strip) = named.timeline.needs.get(row) {
            let words = at_text(&named.names.need(&strip.need), named.timeline.columns.get(column));
            frame.behind.show(words, strip.behind(column..column + 1));
        }
    });
    let told = Callback::new(move |(row, column): At| {
        let named = untrack(named);
        let strip = named.timeline.needs.get(row)?;
        let tally = strip.tallies.get(column).filter(|tally| tally.all() > 0)?;
        let what = at_text(&named.names.need(&strip.need), named.timeline.columns.get(column));
        Some([what, names::tally(tally)].join(": "))
    });
    let extra = view_show_all(derived(move || found.look(|it| it.needs.len())), FEW, is_all);
    let texts = &more().pictures;
    let lead =
        derived(move || [texts.needs_lead, &found.look(|it| columns_text(&it.columns))].join(" "));
    view! { <Picture id="needs" title=texts.needs_title lead=lead drawing=drawing table=table on_pick=pick told=told extra=extra /> }
    .into_any()
}

impl Named {
    fn strips(&self, most: usize) -> &[Strip] {
        let needs = &self.timeline.needs;
        &needs[..most.min(needs.len())]
    }

    fn drawing(&self, room: f32, most: usize) -> Drawing {
        let rows = self.strips(most).iter().map(|strip| {
            (self.names.need(&strip.need), strip.tallies.iter().map(counts).collect())
        });
        let placed = strips(room, &rows.collect::<Vec<_>>());
        let mut parts: Vec<AnyView> = Vec::new();
        for (at, row) in placed.rows.iter().enumerate() {
            parts.push(view_line(&placed, row));
            parts.extend(view_bars(&row.stacks));
            parts.push(view_hits(row, at));
        }
        parts.push(view_days(&placed, &self.timeline));
        let (legend, height) = key(&self.legend(most), placed.height, room);
        parts.push(legend);
        Drawing { width: room, height, parts }
    }

    fn legend(&self, most: usize) -> Vec<Entry> {
        let all: [(Standing, Count, Draw); 4] = [
            (Standing::Met, |it| it.met, |at| path("bar--met", boxes([square(at, 12.0)]))),
            (Standing::Partly, |it| it.partly, view_partly),
            (
                Standing::Unmet,
                |it| it.unmet,
                |at| path("bar--unmet", boxes([inset(square(at, 12.0))])),
            ),
            (Standing::NotSaid, |it| it.not_said, |at| path("bar--not-said", dots([at]))),
        ];
        let is_shown = |count: Count| {
            self.strips(most).iter().flat_map(|strip| &strip.tallies).any(|it| count(it) > 0)
        };
        let shown = all.into_iter().filter(|(_, count, _)| is_shown(*count));
        shown.map(|(standing, _, draw)| (standing_name(standing), draw)).collect()
    }

    fn table(&self, most: usize) -> Table {
        let columns = self.timeline.columns.iter().map(column_text);
        let head = [more().pictures.need.to_string()].into_iter().chain(columns).collect();
        let rows = self.strips(most).iter().enumerate().map(|(at, strip)| {
            let name = TableCell::plain(self.names.need(&strip.need));
            let cells = strip.tallies.iter().enumerate().map(|(column, tally)| match tally.all() {
                0 => TableCell::plain(more().pictures.nothing.to_string()),
                _ => TableCell { words: names::tally(tally), at: Some((at, column)) },
            });
            [name].into_iter().chain(cells).collect()
        });
        Table { head, rows: rows.collect() }
    }
}

fn counts(tally: &Tally) -> Counts {
    Counts { above: tally.met, across: tally.partly, below: tally.unmet, beside: tally.not_said }
}

/// All bars of one kind are one outline: there may be hundreds.
fn view_bars(stacks: &[Stack]) -> [AnyView; 5] {
    let all = |of: fn(&Stack) -> Rect| boxes(stacks.iter().map(of));
    [
        path("bar--met", all(|stack| stack.above)),
        path("bar--partly", all(|stack| stack.across_upper)),
        path("bar--partly-lower", all(|stack| inset(stack.across_lower))),
        path("bar--unmet", all(|stack| inset(stack.below))),
        path("bar--not-said", dots(stacks.iter().filter_map(|stack| stack.dot))),
    ]
}

fn view_partly(at: (f32, f32)) -> AnyView {
    let whole = square(at, 12.0);
    let upper = Rect { height: 6.0, ..whole };
    let lower = Rect { y: whole.y + 6.0, ..upper };
    nodes![path("bar--partly", boxes([upper])), path("bar--partly-lower", boxes([inset(lower)]))]
}

fn square((x, y): (f32, f32), side: f32) -> Rect {
    Rect { x: x - side / 2.0, y: y - side / 2.0, width: side, height: side }
}

/// A line is painted on both sides of its place; drawn in by half of it, it stays within the bar.
fn inset(rect: Rect) -> Rect {
    const HALF: f32 = 0.75;
    match rect.height > 2.0 * HALF && rect.width > 2.0 * HALF {
        true => Rect {
            x: rect.x + HALF,
            y: rect.y + HALF,
            width: rect.width - 2.0 * HALF,
            height: rect.height - 2.0 * HALF,
        },
        false => rect,
    }
}
