//! Understanding as a map: needs by areas of life, one mark a cell.
//! Computes neither marks nor places: `insight::map` and `chart::grid` do.

use std::sync::Arc;

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::live;
use leptos::prelude::*;

use super::names::{self, Names};
use super::{Frame, view_nothing, view_show_all};
use crate::chart::grid::{Grid, HEAD, LINE, Row as Placed, grid};
use crate::chart::written::{dots, line};
use crate::i18n::{count, fill, more};
use crate::insight::map::{Cell, Map, Mark, Row};
use crate::insight::timeline::Tally;
use crate::screen::desk;
use crate::ui::Picture;
use crate::ui::picture::shape::{
    Draw, Entry, Marks, Shape, Share, heads, hit, key, lines, path, shape, words,
};
use crate::ui::picture::{At, Drawing, Table, TableCell};

/// So many needs are shown at first.
const FEW: usize = 15;

/// A map with the names of its needs and areas.
#[derive(Clone)]
struct Named {
    map: Arc<Map>,
    names: Names,
}

pub fn view_map(frame: Frame) -> AnyView {
    let found = frame.seen.map;
    let is_empty = memo(move || found.look(|map| map.rows.is_empty()));
    live(move || if is_empty.get() { view_nothing() } else { view_found(frame, found) })
}

fn view_found(frame: Frame, found: Memo<Arc<Map>>) -> AnyView {
    let desk = desk();
    let is_all = RwSignal::new(false);
    let named = move || Named { map: found.get(), names: Names(desk.person()) };
    let shown = move || if is_all.get() { usize::MAX } else { FEW };
    let drawing = Callback::new(move |()| named().drawing(f32::from(frame.room.get()), shown()));
    let table = Callback::new(move |()| named().table(shown()));
    let pick = Callback::new(move |at: At| {
        let named = untrack(named);
        if let Some((row, cell)) = named.at(at) {
            let moments = cell.sightings.iter().map(|it| (it.session, it.moment)).collect();
            frame.behind.show(named.place_text(row, at.1), moments);
        }
    });
    let told = Callback::new(move |at: At| {
        let named = untrack(named);
        named.at(at).map(|(row, cell)| [named.place_text(row, at.1), cell_text(cell)].join(": "))
    });
    let extra = view_show_all(derived(move || found.look(|map| map.rows.len())), FEW, is_all);
    let texts = &more().pictures;
    let lead = derived(move || texts.map_lead.to_string());
    view! { <Picture id="map" title=texts.map_title lead=lead drawing=drawing table=table on_pick=pick told=told extra=extra /> }
    .into_any()
}

impl Named {
    fn rows(&self, most: usize) -> &[Row] {
        &self.map.rows[..most.min(self.map.rows.len())]
    }

    fn at(&self, (row, column): At) -> Option<(&Row, &Cell)> {
        let row = self.map.rows.get(row)?;
        Some((row, row.cells.get(column)?.as_ref()?))
    }

    fn area(&self, column: usize) -> String {
        names::area(self.map.areas.get(column).and_then(Option::as_ref))
    }

    /// "Love – Partner".
    fn place_text(&self, row: &Row, column: usize) -> String {
        let values = [("need", &*self.names.need(&row.need)), ("area", &self.area(column))];
        fill(more().pictures.in_area, &values)
    }

    fn drawing(&self, room: f32, most: usize) -> Drawing {
        let areas: Vec<String> = (0..self.map.areas.len()).map(|at| self.area(at)).collect();
        let rows = self.rows(most);
        let names: Vec<String> = rows.iter().map(|row| self.names.need(&row.need)).collect();
        let placed = grid(room, &areas, &names);
        let mut parts: Vec<AnyView> = heads(&placed);
        let mut marks = Marks::default();
        for (at, (row, place)) in rows.iter().zip(&placed.rows).enumerate() {
            add_marks(&mut marks, row, place, placed.radius);
            parts.extend(view_row(&placed, (at, row), place));
        }
        parts.push(marks.view());
        let (legend, height) = key(&self.legend(rows), placed.height, room);
        parts.push(legend);
        Drawing { width: room, height, parts }
    }

    /// Those marks alone that are shown: fewer to read.
    fn legend(&self, rows: &[Row]) -> Vec<Entry> {
        let marks: [(Mark, Draw); 6] = [
            (Mark::Met, |at| shape(Shape::Met, at, 7.0)),
            (Mark::Partly, |at| shape(Shape::Partly, at, 7.0)),
            (Mark::Unmet, |at| shape(Shape::Unmet, at, 7.0)),
            (Mark::Both, |at| shape(Shape::Both(Share::HALF), at, 7.0)),
            (Mark::NotSaid, |at| shape(Shape::NotSaid, at, 7.0)),
            (Mark::PointedAt, |at| shape(Shape::PointedAt, at, 7.0)),
        ];
        let is_shown = |mark: Mark| {
            rows.iter().any(|row| row.cells.iter().flatten().any(|cell| cell.mark == mark))
        };
        let shown = marks.into_iter().filter(|(mark, _)| is_shown(*mark));
        shown.map(|(mark, draw)| (names::mark(mark, &Tally::default()).1, draw)).collect()
    }

    fn table(&self, most: usize) -> Table {
        let areas = (0..self.map.areas.len()).map(|at| self.area(at));
        let head = [more().pictures.need.to_string()].into_iter().chain(areas).collect();
        let rows = self.rows(most).iter().enumerate().map(|(at, row)| {
            let name = TableCell::plain(self.names.need(&row.need));
            let cells = row.cells.iter().enumerate().map(|(column, cell)| match cell {
                Some(cell) => TableCell { words: cell_text(cell), at: Some((at, column)) },
                None => TableCell::plain(more().pictures.nothing.to_string()),
            });
            [name].into_iter().chain(cells).collect()
        });
        Table { head, rows: rows.collect() }
    }
}

fn add_marks(marks: &mut Marks, row: &Row, place: &Placed, radius: f32) {
    for (cell, rect) in row.cells.iter().zip(&place.cells) {
        if let Some(cell) = cell {
            marks.add(names::mark(cell.mark, &tally(cell)).0, rect.middle(), radius);
        }
    }
}

fn view_row(grid: &Grid, (at, row): (usize, &Row), place: &Placed) -> Vec<AnyView> {
    let empty = row.cells.iter().zip(&place.cells).filter(|(cell, _)| cell.is_none());
    let mut parts = vec![
        path("picture__rule", line((0.0, place.top), grid.right)),
        path("picture__none", dots(empty.map(|(_, rect)| rect.middle()))),
        lines("picture__name", (0.0, place.name_y), LINE, "start", &place.lines),
    ];
    for (column, (cell, rect)) in row.cells.iter().zip(&place.cells).enumerate() {
        let Some(cell) = cell else { continue };
        let (x, y) = rect.middle();
        let seen = cell.sightings.len();
        if seen > 1 && rect.width >= 56.0 {
            let beside = (x + grid.radius + 5.0, y + HEAD * 0.36);
            parts.push(words("picture__small", beside, "start", seen.to_string()));
        }
        parts.push(hit(*rect, (at, column)));
    }
    parts
}

/// "Unmet, 2 moments"; where it stood differently, how often how: "Met 1, Unmet 2".
fn cell_text(cell: &Cell) -> String {
    let texts = &more().pictures;
    let (first, seen) = (cell.sightings.first(), cell.sightings.len());
    let is_one = cell.sightings.iter().all(|it| Some(it.standing) == first.map(|it| it.standing));
    if !is_one {
        return told_apart(cell);
    }
    let (_, standing) = names::mark(cell.mark, &Tally::default());
    let template = count(seen, texts.map_cell_one, texts.map_cell_other);
    fill(&template, &[("standing", standing)])
}

/// "Met 1, Unmet 2, Only pointed at 1".
fn told_apart(cell: &Cell) -> String {
    let texts = &more().pictures;
    let pointed = cell.sightings.iter().filter(|it| it.standing.is_none()).count();
    let mut told = names::tally(&tally(cell));
    if pointed > 0 {
        let values = [("standing", texts.pointed_at), ("count", &*pointed.to_string())];
        told.push_str(", ");
        told.push_str(&fill(texts.tally, &values));
    }
    told
}

fn tally(cell: &Cell) -> Tally {
    let mut tally = Tally::default();
    let named = cell.sightings.iter().filter_map(|it| it.standing);
    named.for_each(|standing| tally.count(standing));
    tally
}
