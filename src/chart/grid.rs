//! Rows by columns as geometry: where names, heads and cells lie, for any width.
//! Paints nothing and knows no need.

use super::Rect;
use super::label::{fit, is_whole, width, wrap};

/// Sizes of letters.
pub const NAME: f32 = 14.0;
/// Of the heads, and of heads that would not fit side by side otherwise.
pub const HEAD: f32 = 12.0;
pub const SMALL_HEAD: f32 = 11.0;
/// From one line of a name to the next.
pub const LINE: f32 = 17.0;

const ROW: f32 = 40.0;
/// Narrower cells cannot be told apart by a finger beside names, so names go above them.
const LEAST_CELL: f32 = 34.0;
/// Wider ones tear the rows apart.
const MOST_CELL: f32 = 136.0;
const MOST_NAME: f32 = 210.0;
const MOST_HEAD: f32 = 190.0;
const GAP: f32 = 12.0;

#[derive(Clone, PartialEq, Debug)]
pub struct Head {
    /// Where the text is held: its middle where it lies, its beginning where it stands.
    pub x: f32,
    /// The baseline of the last line.
    pub y: f32,
    pub lines: Vec<String>,
    /// Of its letters.
    pub size: f32,
    /// Turned to read upwards: the columns are too narrow for the names.
    pub stands: bool,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// The line above it.
    pub top: f32,
    pub lines: Vec<String>,
    /// The baseline of the first line of its name.
    pub name_y: f32,
    pub cells: Vec<Rect>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Grid {
    pub width: f32,
    pub height: f32,
    /// Where the cells end.
    pub right: f32,
    pub heads: Vec<Head>,
    pub rows: Vec<Row>,
    /// Of the marks.
    pub radius: f32,
}

/// `columns` and `rows` are names; the grid is exactly `room` wide, whatever they are.
pub fn grid(room: f32, columns: &[String], rows: &[String]) -> Grid {
    let longest = rows.iter().map(|name| width(name, NAME)).fold(0.0, f32::max);
    let beside = (longest + GAP).min(MOST_NAME).min(room * 0.42);
    let count = columns.len().max(1) as f32;
    let is_beside = (room - beside) / count >= LEAST_CELL;
    let left = if is_beside { beside } else { 0.0 };
    let cell = ((room - left) / count).min(MOST_CELL);
    let (heads, head) = heads(columns, left, cell);
    let mut top = head;
    let mut placed = Vec::with_capacity(rows.len());
    for name in rows {
        let row =
            if is_beside { beside_cells(name, top, left) } else { above_cells(name, top, room) };
        let cells_top = if is_beside { top } else { top + LINE + 4.0 };
        let height = if is_beside { ROW } else { ROW - 4.0 };
        let cells = (0..columns.len()).map(|place| Rect {
            x: left + cell * place as f32,
            y: cells_top,
            width: cell,
            height,
        });
        placed.push(Row { cells: cells.collect(), ..row });
        top = cells_top + height;
    }
    Grid {
        width: room,
        height: top,
        right: (left + cell * count).max(left),
        heads,
        rows: placed,
        radius: (cell / 2.0 - 2.0).clamp(4.0, 9.0),
    }
}

fn beside_cells(name: &str, top: f32, left: f32) -> Row {
    let lines = wrap(name, NAME, left - GAP, 2);
    let name_y = top + ROW / 2.0 + NAME * 0.36 - LINE / 2.0 * (lines.len() - 1) as f32;
    Row { top, lines, name_y, cells: Vec::new() }
}

fn above_cells(name: &str, top: f32, room: f32) -> Row {
    Row { top, lines: vec![fit(name, NAME, room)], name_y: top + LINE, cells: Vec::new() }
}

/// And how much room they take above the rows.
fn heads(columns: &[String], left: f32, cell: f32) -> (Vec<Head>, f32) {
    let x = |place: usize| left + cell * (place as f32 + 0.5);
    for size in [HEAD, SMALL_HEAD] {
        let lying: Vec<_> = columns.iter().map(|name| wrap(name, size, cell - 3.0, 2)).collect();
        if lying.iter().all(|lines| is_whole(lines)) {
            let lines = lying.iter().map(Vec::len).max().unwrap_or(1) as f32;
            let head = 10.0 + lines * (HEAD + 3.0);
            let heads = lying.into_iter().enumerate().map(|(at, lines)| Head {
                x: x(at),
                y: head - 10.0,
                lines,
                size,
                stands: false,
            });
            return (heads.collect(), head);
        }
    }
    let longest = columns.iter().map(|name| width(name, HEAD)).fold(0.0, f32::max).min(MOST_HEAD);
    let head = longest + 10.0;
    let heads = columns.iter().enumerate().map(|(at, name)| Head {
        x: x(at) + HEAD * 0.36,
        y: head - 8.0,
        lines: vec![fit(name, HEAD, longest)],
        size: HEAD,
        stands: true,
    });
    (heads.collect(), head)
}
