//! Grids, strips and rivers: whatever is counted, all lies inside the drawing and nothing lies on anything else.
//! Knows no browser: what is painted is the numbers seen here.

use attune::chart::Rect;
use attune::chart::grid::grid;
use attune::chart::label::{fit, key, width, wrap};
use attune::chart::river::{Hold, Link, NAME, River, river};
use attune::chart::strips::{Counts, Strips, most_columns, strips};

use crate::dice::Dice;

/// A phone at 320 px, a phone, a tablet, a desk.
const ROOMS: [f32; 4] = [240.0, 320.0, 700.0, 1020.0];
const NAMES: [&str; 6] = [
    "Joy",
    "Relationship security",
    "Spirituality and meaning",
    "A word of one's own as long as it can be",
    "早早早早早早早早早早早早早早早早早早早早",
    "",
];

fn names(count: usize) -> Vec<String> {
    (0..count).map(|at| NAMES[at % NAMES.len()].to_string()).collect()
}

fn is_inside(rect: &Rect, width: f32, height: f32) -> bool {
    let whole = [rect.x, rect.y, rect.width, rect.height].iter().all(|it| it.is_finite());
    let inside = rect.x >= -0.01 && rect.y >= -0.01;
    whole && inside && rect.right() <= width + 0.01 && rect.bottom() <= height + 0.01
}

fn are_apart(one: &Rect, other: &Rect) -> bool {
    let slack = 0.01;
    one.right() <= other.x + slack
        || other.right() <= one.x + slack
        || one.bottom() <= other.y + slack
        || other.bottom() <= one.y + slack
}

#[test]
fn cells_of_a_grid_lie_inside_it_and_none_on_another() {
    for room in ROOMS {
        for (columns, rows) in [(0, 0), (1, 1), (3, 7), (6, 15), (14, 40)] {
            let grid = grid(room, &names(columns), &names(rows));
            assert_eq!((grid.width, grid.heads.len(), grid.rows.len()), (room, columns, rows));
            let cells: Vec<Rect> = grid.rows.iter().flat_map(|row| row.cells.clone()).collect();
            assert_eq!(cells.len(), columns * rows);
            for (at, cell) in cells.iter().enumerate() {
                assert!(is_inside(cell, grid.width, grid.height), "{room}: {cell:?}");
                assert!(cells[..at].iter().all(|other| are_apart(cell, other)));
                assert!(grid.radius * 2.0 <= cell.width && grid.radius * 2.0 <= cell.height);
            }
        }
    }
}

#[test]
fn names_of_a_grid_reach_into_no_cell() {
    for room in ROOMS {
        let grid = grid(room, &names(14), &names(20));
        for row in &grid.rows {
            let longest = row.lines.iter().map(|line| width(line, 14.0)).fold(0.0, f32::max);
            let first = row.cells[0];
            assert!(longest <= first.x || row.name_y + 3.0 <= first.y, "{room}: {row:?}");
        }
    }
}

fn counts(dice: &mut Dice, columns: usize, most: usize) -> Vec<Counts> {
    let mut draw = || if dice.one_in(3) { dice.below(most + 1) } else { 0 };
    (0..columns)
        .map(|_| Counts { above: draw(), across: draw(), below: draw(), beside: draw() })
        .collect()
}

fn check_strips(promise: impl Fn(&Strips, &[(String, Vec<Counts>)])) {
    let mut dice = Dice::new(17);
    for room in ROOMS {
        for (columns, most) in [(0, 0), (1, 0), (1, 1), (1, 10_000), (12, 3), (500, 40)] {
            let columns = columns.min(most_columns(room));
            let rows: Vec<_> = names(15)
                .into_iter()
                .map(|name| (name, counts(&mut dice, columns, most)))
                .collect();
            promise(&strips(room, &rows), &rows);
        }
    }
    promise(&strips(320.0, &[]), &[]);
}

#[test]
fn bars_lie_inside_their_strip_and_none_on_another() {
    check_strips(|strips, _| {
        let stacks: Vec<_> = strips.rows.iter().flat_map(|row| &row.stacks).collect();
        for (at, stack) in stacks.iter().enumerate() {
            assert!(is_inside(&stack.place, strips.width, strips.height));
            assert!(stacks[..at].iter().all(|other| are_apart(&stack.place, &other.place)));
            let bars = [stack.above, stack.across_upper, stack.across_lower, stack.below];
            for (at, bar) in bars.iter().enumerate() {
                assert!(is_inside(bar, strips.width, strips.height));
                assert!(bar.x >= stack.place.x && bar.right() <= stack.place.right() + 0.01);
                assert!(
                    bar.y >= stack.place.y - 0.01 && bar.bottom() <= stack.place.bottom() + 0.01
                );
                assert!(bars[..at].iter().all(|other| are_apart(bar, other)));
            }
        }
    });
}

#[test]
fn a_bar_is_as_long_as_it_counts_on_one_scale() {
    check_strips(|strips, rows| {
        let pairs = strips
            .rows
            .iter()
            .zip(rows)
            .flat_map(|(row, (_, counts))| row.stacks.iter().zip(counts));
        let lengths: Vec<(f32, usize)> = pairs
            .flat_map(|(stack, counts)| {
                let across = stack.across_upper.height + stack.across_lower.height;
                [
                    (stack.above.height, counts.above),
                    (across, counts.across),
                    (stack.below.height, counts.below),
                ]
            })
            .collect();
        let most = lengths.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let Some((longest, _)) = lengths.iter().find(|(_, count)| *count == most && most > 0)
        else {
            return;
        };
        for (length, count) in &lengths {
            assert!((length - longest * *count as f32 / most as f32).abs() < 0.05);
        }
    });
}

fn links(dice: &mut Dice, from: usize, to: usize, most: usize) -> Vec<Link> {
    let pairs = (0..from).flat_map(|from| (0..to).map(move |to| (from, to)));
    let pairs: Vec<_> = pairs.filter(|(from, to)| from == to || dice.one_in(2)).collect();
    pairs.into_iter().map(|(from, to)| Link { from, to, weight: 1 + dice.below(most) }).collect()
}

type Flow = (River, Vec<Link>, Vec<Link>);

fn check_rivers(promise: impl Fn(&Flow)) {
    let mut dice = Dice::new(23);
    for room in ROOMS {
        for (sizes, most) in [
            ([0, 0, 0], 1),
            ([1, 1, 1], 1),
            ([4, 3, 2], 5),
            ([10, 12, 14], 3_000),
            ([16, 12, 14], 2),
        ] {
            let upper = links(&mut dice, sizes[0], sizes[1], most);
            let lower = links(&mut dice, sizes[1], sizes[2], most);
            let all = sizes.map(names);
            let river = river(room, [&all[0], &all[1], &all[2]], &upper, &lower);
            promise(&(river, upper, lower));
        }
    }
}

#[test]
fn bands_of_a_river_fill_their_nodes_and_none_lies_on_another_there() {
    check_rivers(|(river, upper, lower)| {
        for (links, bands, from, to) in [(upper, &river.upper, 0, 1), (lower, &river.lower, 1, 2)] {
            assert_eq!(links.len(), bands.len());
            for (place, node) in river.columns[from].iter().enumerate() {
                let ends = links.iter().zip(bands).filter(|(link, _)| link.from == place);
                check_ends(ends.map(|(_, band)| band.from).collect(), node.y, node.height);
            }
            for (place, node) in river.columns[to].iter().enumerate() {
                let ends = links.iter().zip(bands).filter(|(link, _)| link.to == place);
                check_ends(ends.map(|(_, band)| band.to).collect(), node.y, node.height);
            }
            let thick = |(from, to): (f32, f32)| to - from;
            assert!(bands.iter().all(|band| (thick(band.from) - thick(band.to)).abs() < 0.01));
            assert!(!bands.iter().any(|band| band.path.contains("NaN")));
        }
    });
}

fn check_ends(mut ends: Vec<(f32, f32)>, top: f32, height: f32) {
    ends.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut reached = top;
    for (from, to) in ends {
        assert!((from - reached).abs() < 0.05 && to > from, "{from} after {reached}");
        reached = to;
    }
    assert!(reached <= top + height + 0.1);
}

#[test]
fn nodes_and_names_of_a_river_lie_inside_it_and_none_on_another() {
    check_rivers(|(river, ..)| {
        for column in &river.columns {
            let mut reached = 0.0;
            for node in column {
                let bar = Rect { x: node.x, y: node.y, width: 5.0, height: node.height };
                assert!(is_inside(&bar, river.width, river.height), "{bar:?}");
                let above = node.name_y - NAME;
                let below = above + 16.0 * node.lines.len() as f32;
                assert!(above.min(node.y) >= reached - 0.05, "{node:?} after {reached}");
                reached = below.max(node.y + node.height);
                for line in &node.lines {
                    let wide = width(line, river.size);
                    let left = match node.hold {
                        Hold::Start => node.name_x,
                        Hold::Middle => node.name_x - wide / 2.0,
                        Hold::End => node.name_x - wide,
                    };
                    assert!(left >= -0.1 && left + wide <= river.width + 0.1, "{line}");
                }
            }
            assert!(reached <= river.height);
        }
    });
}

#[test]
fn words_are_shortened_to_the_room_they_have() {
    for name in NAMES {
        for room in [20.0, 60.0, 140.0, 600.0] {
            assert!(width(&fit(name, 14.0, room), 14.0) <= room, "{name} {room}");
            let lines = wrap(name, 14.0, room, 2);
            assert!((1..=2).contains(&lines.len()));
            assert!(lines.iter().all(|line| width(line, 14.0) <= room), "{lines:?}");
        }
        assert_eq!(wrap(name, 14.0, 2000.0, 2), [name]);
    }
}

#[test]
fn entries_of_a_key_stand_side_by_side_and_go_on_below() {
    let places = key(&[60.0, 90.0, 40.0, 300.0], 20.0, 200.0);
    assert_eq!(places, [(0.0, 0), (80.0, 0), (0.0, 1), (0.0, 2)]);
}
