//! Three columns of nodes and the bands between them as geometry: as thick as what flows.
//! Paints nothing, orders nothing and knows no feeling: nodes and links come in the order in which they are drawn.

use super::label::wrap;
use super::written::write_point;

/// Sizes of letters.
pub const NAME: f32 = 13.0;
/// In a narrow drawing, where three names have to stand side by side.
pub const SMALL_NAME: f32 = 12.0;
pub const LINE: f32 = 16.0;
/// Of the nodes.
pub const BAR: f32 = 5.0;

/// A drawing narrower than this has all names above their nodes.
const NARROW: f32 = 560.0;
/// The thickness of one where there is room for more, and the length of the longest column's nodes together.
const MOST_UNIT: f32 = 12.0;
const MOST_FLOW: f32 = 260.0;
const GAP: f32 = 12.0;
const LEAST_NODE: f32 = 2.0;

/// From a place in one column to a place in the next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link {
    pub from: usize,
    pub to: usize,
    pub weight: usize,
}

/// Which end of its place a name is held by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hold {
    Start,
    Middle,
    End,
}

impl Hold {
    /// For a text's `text-anchor`.
    pub fn anchor(self) -> &'static str {
        match self {
            Hold::Start => "start",
            Hold::Middle => "middle",
            Hold::End => "end",
        }
    }
}

#[derive(Clone, PartialEq, Debug)]
pub struct Node {
    pub x: f32,
    pub y: f32,
    pub height: f32,
    pub lines: Vec<String>,
    pub hold: Hold,
    pub name_x: f32,
    /// The baseline of the first line of its name.
    pub name_y: f32,
}

/// One link: where it begins and ends, from top to bottom, and its outline for a path's `d`.
#[derive(Clone, PartialEq, Debug)]
pub struct Band {
    pub from: (f32, f32),
    pub to: (f32, f32),
    pub path: String,
}

#[derive(Clone, PartialEq, Debug)]
pub struct River {
    pub width: f32,
    pub height: f32,
    /// Of the letters.
    pub size: f32,
    pub columns: [Vec<Node>; 3],
    /// As many as links were given, in the same order.
    pub upper: Vec<Band>,
    pub lower: Vec<Band>,
}

/// `names` are those of the nodes, column by column.
pub fn river(room: f32, names: [&[String]; 3], upper: &[Link], lower: &[Link]) -> River {
    let flows = [
        flow(names[0].len(), &[(upper, true)]),
        flow(names[1].len(), &[(upper, false), (lower, true)]),
        flow(names[2].len(), &[(lower, false)]),
    ];
    let most = flows.iter().map(|flow| flow.iter().sum::<usize>()).max().unwrap_or(0);
    let unit = (MOST_FLOW / most.max(1) as f32).min(MOST_UNIT);
    let layout = Layout::new(room);
    let mut columns = [0, 1, 2].map(|at| layout.column(at, names[at], &flows[at], unit));
    let height = columns.iter().map(|column| column.1).fold(0.0, f32::max);
    for (nodes, own) in &mut columns {
        let down = (height - *own) / 2.0;
        nodes
            .iter_mut()
            .for_each(|node| (node.y, node.name_y) = (node.y + down, node.name_y + down));
    }
    let columns = columns.map(|column| column.0);
    let upper = bands(&columns[0], &columns[1], upper, unit);
    let lower = bands(&columns[1], &columns[2], lower, unit);
    River { width: room, height, size: layout.size(), columns, upper, lower }
}

/// The weight of each node: of what flows in, or of what flows out where that is more.
fn flow(count: usize, sides: &[(&[Link], bool)]) -> Vec<usize> {
    let mut flow = vec![0; count];
    for (links, leaves) in sides {
        let mut side = vec![0; count];
        for link in *links {
            let node = if *leaves { link.from } else { link.to };
            if let Some(weight) = side.get_mut(node) {
                *weight += link.weight;
            }
        }
        flow.iter_mut().zip(side).for_each(|(most, weight)| *most = weight.max(*most));
    }
    flow
}

/// Where the columns stand, and how much room their names have.
struct Layout {
    room: f32,
    is_narrow: bool,
    /// Of names beside the nodes.
    side: f32,
}

impl Layout {
    fn new(room: f32) -> Layout {
        let is_narrow = room < NARROW;
        Layout { room, is_narrow, side: if is_narrow { 0.0 } else { (room * 0.22).min(190.0) } }
    }

    fn size(&self) -> f32 {
        if self.is_narrow { SMALL_NAME } else { NAME }
    }

    /// The nodes of a column, and how high it is.
    fn column(&self, at: usize, names: &[String], flow: &[usize], unit: f32) -> (Vec<Node>, f32) {
        let is_above = self.is_narrow || at == 1;
        let x = [self.side, (self.room - BAR) / 2.0, self.room - self.side - BAR][at];
        let name_room = if is_above { self.room / 3.0 - 2.0 } else { self.side - 10.0 };
        let (hold, name_x) = match (at, is_above) {
            (0, true) => (Hold::Start, x),
            (0, false) => (Hold::End, x - 10.0),
            (1, _) => (Hold::Middle, x + BAR / 2.0),
            (_, true) => (Hold::End, x + BAR),
            (_, false) => (Hold::Start, x + BAR + 10.0),
        };
        let mut y = 0.0;
        let nodes = names.iter().zip(flow).map(|(name, weight)| {
            let lines = wrap(name, self.size(), name_room, if is_above { 3 } else { 2 });
            let height = (*weight as f32 * unit).max(LEAST_NODE);
            let text = lines.len() as f32 * LINE;
            let slot = if is_above { text + 4.0 + height } else { text.max(height) };
            let (node_y, name_y) = match is_above {
                true => (y + text + 4.0, y + NAME),
                false => (y + (slot - height) / 2.0, y + (slot - text) / 2.0 + NAME),
            };
            y += slot + GAP;
            Node { x, y: node_y, height, lines, hold, name_x, name_y }
        });
        let nodes = nodes.collect();
        (nodes, y)
    }
}

/// Side by side at each node, those from above first.
fn bands(from: &[Node], to: &[Node], links: &[Link], unit: f32) -> Vec<Band> {
    let places = |node_of: fn(&Link) -> usize, other_of: fn(&Link) -> usize, nodes: &[Node]| {
        links
            .iter()
            .map(move |link| {
                let is_above = |other: &&Link| {
                    node_of(other) == node_of(link) && other_of(other) < other_of(link)
                };
                let above: usize = links.iter().filter(is_above).map(|it| it.weight).sum();
                let top = nodes.get(node_of(link)).map_or(0.0, |node| node.y) + above as f32 * unit;
                (top, top + link.weight as f32 * unit)
            })
            .collect::<Vec<_>>()
    };
    let starts = places(|link| link.from, |link| link.to, from);
    let ends = places(|link| link.to, |link| link.from, to);
    let x = from.first().map_or(0.0, |node| node.x + BAR) + 1.0;
    let until = to.first().map_or(0.0, |node| node.x) - 1.0;
    let bands = starts.into_iter().zip(ends);
    bands.map(|(from, to)| Band { from, to, path: outline((x, until), from, to) }).collect()
}

fn outline((x, until): (f32, f32), from: (f32, f32), to: (f32, f32)) -> String {
    let middle = (x + until) / 2.0;
    let mut path = String::from("M");
    let mut write = |letter: &str, points: &[(f32, f32)]| {
        path.push_str(letter);
        for (at, point) in points.iter().enumerate() {
            if at > 0 {
                path.push(' ');
            }
            write_point(&mut path, *point);
        }
    };
    write("", &[(x, from.0)]);
    write("C", &[(middle, from.0), (middle, to.0), (until, to.0)]);
    write("L", &[(until, to.1)]);
    write("C", &[(middle, to.1), (middle, from.1), (x, from.1)]);
    path.push('Z');
    path
}
