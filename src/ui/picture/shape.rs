//! The marks of pictures, as drawn: full, half, outlined, one within the other, dotted; and the key to them.
//! Tells them apart by shape first; colour only helps.

use crate::ui::markup::{El, nodes, svg};
use leptos::prelude::*;

use crate::chart::Rect;
use crate::chart::grid::{Grid, HEAD, SMALL_HEAD};
use crate::chart::label;
use crate::chart::mark::{add_circle, add_left_half};
use crate::chart::written::number;

/// Draws something around a point.
pub type Draw = fn((f32, f32)) -> AnyView;
/// A mark of a key, and what it means.
pub type Entry = (&'static str, Draw);

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    Met,
    Partly,
    Unmet,
    /// Met at one time and unmet at another: the fuller, the more often met.
    Both(Share),
    NotSaid,
    /// Not named: something points there.
    PointedAt,
}

/// How often of how many.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Share {
    pub part: usize,
    pub all: usize,
}

impl Share {
    pub const HALF: Share = Share { part: 1, all: 2 };

    /// The radius of the disc within the ring, in parts of the ring's. Never so small or so large that it would be taken for
    /// an empty ring or a full one.
    fn inner(self) -> f32 {
        let share = self.part as f32 / self.all.max(1) as f32;
        0.2 + 0.45 * share.clamp(0.0, 1.0)
    }
}

/// Many marks as few outlines: those of a kind are one, for there may be hundreds.
#[derive(Default)]
pub struct Marks {
    met: String,
    partly: String,
    partly_ring: String,
    unmet_ring: String,
    not_said_ring: String,
    pointed_ring: String,
}

impl Marks {
    /// A mark around a point.
    pub fn add(&mut self, shape: Shape, at: (f32, f32), radius: f32) {
        // A line is painted on both sides of its place.
        let ring = radius - 1.0;
        match shape {
            Shape::Met => add_circle(&mut self.met, at, radius),
            Shape::Partly => {
                add_left_half(&mut self.partly, at, radius);
                add_circle(&mut self.partly_ring, at, ring);
            }
            Shape::Unmet => add_circle(&mut self.unmet_ring, at, ring),
            Shape::Both(share) => {
                add_circle(&mut self.met, at, radius * share.inner());
                add_circle(&mut self.unmet_ring, at, ring);
            }
            Shape::NotSaid => add_circle(&mut self.not_said_ring, at, ring),
            Shape::PointedAt => add_circle(&mut self.pointed_ring, at, ring),
        }
    }

    pub fn view(self) -> AnyView {
        nodes![
            path("shape__full shape--met", self.met),
            path("shape__full shape--partly", self.partly),
            path("shape__ring shape--partly", self.partly_ring),
            path("shape__ring shape--unmet", self.unmet_ring),
            path("shape__ring shape--not-said", self.not_said_ring),
            path("shape__ring shape--pointed-at", self.pointed_ring)
        ]
    }
}

/// One mark around a point.
pub fn shape(shape: Shape, at: (f32, f32), radius: f32) -> AnyView {
    let mut marks = Marks::default();
    marks.add(shape, at, radius);
    marks.view()
}

/// An outline of a class; nothing where it is empty.
pub fn path(class: &'static str, outline: String) -> AnyView {
    match outline.is_empty() {
        true => ().into_any(),
        false => svg("path").class(class).attr("d", outline).into_any(),
    }
}

/// A text held by its beginning, its middle or its end.
pub fn words(
    class: &'static str,
    (x, y): (f32, f32),
    anchor: &'static str,
    text: String,
) -> AnyView {
    svg("text")
        .class(class)
        .attr("x", number(x))
        .attr("y", number(y))
        .attr("text-anchor", anchor)
        .child(text)
        .into_any()
}

/// Lines of a text under one another.
pub fn lines(
    class: &'static str,
    (x, y): (f32, f32),
    step: f32,
    anchor: &'static str,
    lines: &[String],
) -> AnyView {
    let each = lines
        .iter()
        .enumerate()
        .map(|(at, line)| words(class, (x, y + step * at as f32), anchor, line.clone()));
    each.collect::<Vec<_>>().into_any()
}

const KEY_SIZE: f32 = 12.0;
const KEY_LINE: f32 = 24.0;
const KEY_MARK: f32 = 20.0;

/// What the marks mean, under a drawing that ends at `top`; and where the drawing ends with it.
pub fn key(entries: &[Entry], top: f32, room: f32) -> (AnyView, f32) {
    let widths = entries.iter().map(|(name, _)| KEY_MARK + label::width(name, KEY_SIZE));
    let places = label::key(&widths.collect::<Vec<_>>(), 18.0, room);
    let height = places.last().map_or(0.0, |(_, line)| (*line + 1) as f32 * KEY_LINE) + 14.0;
    let parts = entries.iter().zip(places).map(|((name, mark), (x, line))| {
        let y = top + 14.0 + KEY_LINE * (line as f32 + 0.5);
        let text =
            words("picture__small", (x + KEY_MARK, y + KEY_SIZE * 0.36), "start", name.to_string());
        svg("g").child(mark((x + 7.0, y))).child(text).into_any()
    });
    (parts.collect::<Vec<_>>().into_any(), top + height)
}

/// What is pressed: a place without a look of its own.
pub fn hit(rect: Rect, at: super::At) -> AnyView {
    view_hit(rect).attr("data-at", super::place(at)).into_any()
}

/// So many places side by side, all as wide: one element for all, for there may be hundreds.
pub fn hit_row(rect: Rect, row: usize, columns: usize) -> AnyView {
    view_hit(rect)
        .attr("data-row", row.to_string())
        .attr("data-columns", columns.to_string())
        .into_any()
}

fn view_hit(rect: Rect) -> El {
    svg("rect")
        .class("picture__hit")
        .attr("x", number(rect.x))
        .attr("y", number(rect.y))
        .attr("width", number(rect.width.max(0.0)))
        .attr("height", number(rect.height.max(0.0)))
        .attr("rx", "6")
}

/// The heads of a grid's columns, lying or standing.
pub fn heads(grid: &Grid) -> Vec<AnyView> {
    let all = grid.heads.iter().map(|head| {
        let step = HEAD + 3.0;
        let first = head.y - step * (head.lines.len() - 1) as f32;
        match head.stands {
            false => {
                let class = match head.size == SMALL_HEAD {
                    true => "picture__small picture__small--less",
                    false => "picture__small",
                };
                lines(class, (head.x, first), step, "middle", &head.lines)
            }
            true => {
                let turn = ["translate(", &number(head.x), " ", &number(head.y), ") rotate(-90)"];
                svg("g")
                    .attr("transform", turn.concat())
                    .child(lines("picture__small", (0.0, 0.0), step, "start", &head.lines))
                    .into_any()
            }
        }
    });
    all.collect()
}
