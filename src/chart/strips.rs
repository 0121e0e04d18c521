//! Counts over columns as bars on a line: above it, across it and below it.
//! Paints nothing, and knows neither needs nor days.

use super::Rect;
use super::label::{fit, width, wrap};

/// Sizes of letters.
pub const NAME: f32 = 14.0;
pub const LINE: f32 = 17.0;
pub const DATE: f32 = 12.0;

/// The longest bar on one side of a line.
const SIDE: f32 = 22.0;
/// The length of one count where there is room for more.
const MOST_UNIT: f32 = 11.0;
const MOST_BAR: f32 = 26.0;
/// So narrow a column is still told apart from the next.
const LEAST_COLUMN: f32 = 12.0;
const MOST_COLUMN: f32 = 110.0;
const MOST_NAME: f32 = 190.0;
/// A drawing narrower than this has its names above the strips.
const NARROW: f32 = 480.0;
const GAP: f32 = 12.0;
const FOOT: f32 = 24.0;

/// What one column of one strip counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    pub above: usize,
    /// Half above the line and half below it.
    pub across: usize,
    pub below: usize,
    /// Neither: a dot on the line, where nothing else stands.
    pub beside: usize,
}

/// The bars of one column; what counts nothing has no height.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Stack {
    /// The whole column of the strip: what is pressed.
    pub place: Rect,
    pub above: Rect,
    pub across_upper: Rect,
    pub across_lower: Rect,
    pub below: Rect,
    pub dot: Option<(f32, f32)>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Strip {
    pub top: f32,
    pub lines: Vec<String>,
    /// The baseline of the first line of its name.
    pub name_y: f32,
    /// The line that the bars stand on.
    pub base: f32,
    pub stacks: Vec<Stack>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Strips {
    pub width: f32,
    pub height: f32,
    /// Where the columns begin and end.
    pub left: f32,
    pub right: f32,
    pub rows: Vec<Strip>,
    /// The baseline of what stands under the columns.
    pub foot: f32,
}

/// How many columns a drawing of this width has room for; at least one.
pub fn most_columns(room: f32) -> usize {
    ((room - name_room(room)) / LEAST_COLUMN).max(1.0) as usize
}

fn name_room(room: f32) -> f32 {
    if room < NARROW { 0.0 } else { MOST_NAME.min(room * 0.3) }
}

/// One strip for each name, with the same number of columns; all bars have one scale.
pub fn strips(room: f32, rows: &[(String, Vec<Counts>)]) -> Strips {
    let left = name_room(room);
    let columns = rows.iter().map(|(_, counts)| counts.len()).max().unwrap_or(0);
    let column = ((room - left) / columns.max(1) as f32).min(MOST_COLUMN);
    let all = || rows.iter().flat_map(|(_, counts)| counts);
    let above = all().map(Counts::upwards).fold(0.0, f32::max);
    let below = all().map(Counts::downwards).fold(0.0, f32::max);
    let unit = (SIDE / above.max(below).max(1.0)).min(MOST_UNIT);
    // Where nothing ever hangs below the lines, they lie lower.
    let (upper, lower) = (SIDE + 4.0, if below > 0.0 { SIDE + 4.0 } else { 8.0 });
    let mut top = 0.0;
    let mut placed = Vec::with_capacity(rows.len());
    for (name, counts) in rows {
        let name_room = if left > 0.0 { 0.0 } else { LINE + 2.0 };
        let base = top + name_room + upper;
        let bottom = base + lower;
        let whole = Rect { x: left, y: top + name_room, width: column, height: upper + lower };
        let stacks = counts.iter().enumerate().map(|(at, counts)| {
            let place = Rect { x: left + column * at as f32, ..whole };
            stack(place, base, unit, counts)
        });
        let (lines, name_y) = match left > 0.0 {
            true => beside(name, left, (top + bottom) / 2.0),
            false => (vec![fit(name, NAME, room)], top + LINE),
        };
        placed.push(Strip { top, lines, name_y, base, stacks: stacks.collect() });
        top = bottom;
    }
    let right = left + column * columns as f32;
    Strips { width: room, height: top + FOOT, left, right, rows: placed, foot: top + FOOT - 6.0 }
}

fn beside(name: &str, left: f32, middle: f32) -> (Vec<String>, f32) {
    let lines = wrap(name, NAME, left - GAP, 2);
    let name_y = middle + NAME * 0.36 - LINE / 2.0 * (lines.len() - 1) as f32;
    (lines, name_y)
}

impl Counts {
    fn upwards(&self) -> f32 {
        self.above as f32 + self.across as f32 / 2.0
    }

    fn downwards(&self) -> f32 {
        self.below as f32 + self.across as f32 / 2.0
    }

    fn is_empty(&self) -> bool {
        self.above + self.across + self.below == 0
    }
}

fn stack(place: Rect, base: f32, unit: f32, counts: &Counts) -> Stack {
    let width = (place.width * 0.7).min(MOST_BAR);
    let x = place.x + (place.width - width) / 2.0;
    let bar = |from: f32, length: f32| Rect { x, y: from, width, height: length };
    let half = counts.across as f32 * unit / 2.0;
    let (up, down) = (counts.above as f32 * unit, counts.below as f32 * unit);
    let has_dot = counts.is_empty() && counts.beside > 0;
    Stack {
        place,
        above: bar(base - half - up, up),
        across_upper: bar(base - half, half),
        across_lower: bar(base, half),
        below: bar(base + half, down),
        dot: has_dot.then_some((place.x + place.width / 2.0, base)),
    }
}

/// Whether two dates fit under the columns, one at each end.
pub fn fits_both(strips: &Strips, one: &str, other: &str) -> bool {
    width(one, DATE) + width(other, DATE) + GAP <= strips.right - strips.left
}
