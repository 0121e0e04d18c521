//! The map of a change: needs by groups, one mark a cell; threatened and served differ in shape.
//! Computes neither what is threatened nor places: `insight::change` and `chart::grid` do.

use std::sync::Arc;

use crate::reactive::memo;
use crate::ui::markup::{el, live};
use leptos::prelude::*;

use super::Changing;
use super::groups::SHOWN;
use super::needs::{hands_inside, need_name, row_id};
use crate::chart::grid::{Grid, LINE, Row as Placed, grid};
use crate::chart::written::{dots, line};
use crate::domain::{ChangeMap, Group, GroupId, Listed, Touch, TouchKind};
use crate::i18n::{fill, more};
use crate::insight::change::{left_out, served, threatened_in_several};
use crate::screen::understanding::room;
use crate::ui::Picture;
use crate::ui::picture::shape::{Draw, Entry, Marks, Shape, heads, hit, key, lines, path, shape};
use crate::ui::picture::{At, Drawing, Table, TableCell};
use crate::vocabulary::Need;

/// A change, and its needs in the order of their rows.
struct Drawn {
    map: Arc<ChangeMap>,
    needs: Vec<Listed<Need>>,
    left_out: Vec<(GroupId, Listed<Need>)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Threatened,
    Answered,
    Served,
}

pub fn view_map(changing: Changing) -> AnyView {
    let is_marked =
        memo(move || changing.look(|map| map.groups.iter().any(|it| !it.touches.is_empty())));
    live(move || match is_marked.get() {
        true => view_drawn(changing),
        false => el("p").class("empty").child(more().change_seen.no_mark).into_any(),
    })
}

fn view_drawn(changing: Changing) -> AnyView {
    let words = &more().change_seen;
    let room = room();
    let drawn = move || changing.map.get().map(Drawn::of);
    let drawing = Callback::new(move |()| match drawn() {
        Some(it) => it.drawing(f32::from(room.get())),
        None => Drawing { width: 0.0, height: 0.0, parts: Vec::new() },
    });
    let table = Callback::new(move |()| match drawn() {
        Some(it) => it.table(),
        None => Table { head: Vec::new(), rows: Vec::new() },
    });
    let pick = Callback::new(move |at: At| {
        if let Some((group, touch)) = untrack(drawn).and_then(|it| it.at(at)) {
            changing.chosen.set(Some(group.id));
            let row = row_id(&touch.need);
            crate::browser::soon(Box::new(move || {
                crate::browser::focus(SHOWN);
                crate::browser::focus(&row);
            }));
        }
    });
    let told = Callback::new(move |at: At| {
        let drawn = untrack(drawn)?;
        let (group, touch) = drawn.at(at)?;
        let values = [("need", &*need_name(&touch.need)), ("group", group.name.as_str())];
        Some([fill(words.place, &values), drawn.cell_text(&group, &touch)].join(": "))
    });
    let lead = Signal::derive(move || words.map_lead.to_string());
    view! { <Picture id="change" title=words.map lead=lead drawing=drawing table=table on_pick=pick told=told /> }
    .into_any()
}

impl Drawn {
    fn of(map: Arc<ChangeMap>) -> Drawn {
        let out = left_out(&map);
        let mut needs: Vec<Listed<Need>> = Vec::new();
        let several = threatened_in_several(&map).into_iter().map(|it| it.need);
        let threatened = map.groups.iter().flat_map(|it| &it.touches);
        let threatened = threatened.filter(|it| it.kind == TouchKind::Threatens);
        let others = threatened.map(|it| it.need.clone());
        let served = served(&map).into_iter().map(|it| it.need);
        for need in several.chain(out.iter().map(|it| it.need.clone())).chain(others).chain(served)
        {
            if !needs.contains(&need) {
                needs.push(need);
            }
        }
        let left_out = out.into_iter().flat_map(|it| {
            let need = it.need;
            it.groups.into_iter().map(move |group| (group, need.clone()))
        });
        let left_out = left_out.collect();
        Drawn { map, needs, left_out }
    }

    fn at(&self, (row, column): At) -> Option<(Arc<Group>, Touch)> {
        let group = self.map.groups.get(column)?;
        Some((group.clone(), group.touch(self.needs.get(row)?)?.clone()))
    }

    fn mark(&self, group: &Group, touch: &Touch) -> Mark {
        let is_left = || self.left_out.iter().any(|(id, it)| *id == group.id && *it == touch.need);
        match touch.kind {
            TouchKind::Serves => Mark::Served,
            TouchKind::Threatens if is_left() => Mark::Threatened,
            TouchKind::Threatens => Mark::Answered,
        }
    }

    /// "Threatened, can influence".
    fn cell_text(&self, group: &Group, touch: &Touch) -> String {
        let words = &more().change_seen;
        let mark = mark_text(self.mark(group, touch));
        match touch.hands {
            Some(hands) => fill(words.cell, &[("mark", mark), ("hands", &hands_inside(hands))]),
            None => mark.to_string(),
        }
    }

    fn drawing(&self, room: f32) -> Drawing {
        let names: Vec<String> = self.needs.iter().map(need_name).collect();
        let groups: Vec<String> =
            self.map.groups.iter().map(|it| it.name.as_str().to_string()).collect();
        let placed = grid(room, &groups, &names);
        let mut parts = heads(&placed);
        let mut marks = Marks::default();
        for (at, (need, place)) in self.needs.iter().zip(&placed.rows).enumerate() {
            parts.extend(self.row(&placed, (at, need), place, &mut marks));
        }
        parts.push(marks.view());
        let (legend, height) = key(&self.legend(), placed.height, room);
        parts.push(legend);
        Drawing { width: room, height, parts }
    }

    fn row(
        &self,
        grid: &Grid,
        (at, need): (usize, &Listed<Need>),
        place: &Placed,
        marks: &mut Marks,
    ) -> Vec<AnyView> {
        let (mut empty, mut hits) = (Vec::new(), Vec::new());
        for (column, (group, rect)) in self.map.groups.iter().zip(&place.cells).enumerate() {
            match group.touch(need) {
                Some(touch) => {
                    marks.add(mark_shape(self.mark(group, touch)), rect.middle(), grid.radius);
                    hits.push(hit(*rect, (at, column)));
                }
                None => empty.push(rect.middle()),
            }
        }
        let mut parts = vec![
            path("picture__rule", line((0.0, place.top), grid.right)),
            path("picture__none", dots(empty.into_iter())),
            lines("picture__name", (0.0, place.name_y), LINE, "start", &place.lines),
        ];
        parts.extend(hits);
        parts
    }

    /// Those marks alone that are shown: fewer to read.
    fn legend(&self) -> Vec<Entry> {
        let marks: [(Mark, Draw); 3] = [
            (Mark::Threatened, |at| shape(Shape::Unmet, at, 7.0)),
            (Mark::Answered, |at| shape(Shape::Partly, at, 7.0)),
            (Mark::Served, |at| shape(Shape::Met, at, 7.0)),
        ];
        let is_shown = |mark: Mark| {
            let in_group =
                |group: &Arc<Group>| group.touches.iter().any(|it| self.mark(group, it) == mark);
            self.map.groups.iter().any(in_group)
        };
        let shown = marks.into_iter().filter(|(mark, _)| is_shown(*mark));
        shown.map(|(mark, draw)| (mark_text(mark), draw)).collect()
    }

    fn table(&self) -> Table {
        let groups = self.map.groups.iter().map(|it| it.name.as_str().to_string());
        let head = [more().pictures.need.to_string()].into_iter().chain(groups).collect();
        let rows = self.needs.iter().enumerate().map(|(at, need)| {
            let cells =
                self.map.groups.iter().enumerate().map(|(column, group)| match group.touch(need) {
                    Some(touch) => {
                        TableCell { words: self.cell_text(group, touch), at: Some((at, column)) }
                    }
                    None => TableCell::plain(more().pictures.nothing.to_string()),
                });
            [TableCell::plain(need_name(need))].into_iter().chain(cells).collect()
        });
        Table { head, rows: rows.collect() }
    }
}

fn mark_shape(mark: Mark) -> Shape {
    match mark {
        Mark::Threatened => Shape::Unmet,
        Mark::Answered => Shape::Partly,
        Mark::Served => Shape::Met,
    }
}

fn mark_text(mark: Mark) -> &'static str {
    let words = &more().change_seen;
    match mark {
        Mark::Threatened => words.threatened,
        Mark::Answered => words.answered,
        Mark::Served => words.served,
    }
}
