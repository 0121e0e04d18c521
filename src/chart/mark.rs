//! The round marks of standing as outlines: rings, discs and half discs.
//! Knows no need: which ring is filled how far is said elsewhere.

use super::written::{write_number, write_point};

/// The left half of a disc, added to a path's `d`.
pub fn add_left_half(path: &mut String, (x, y): (f32, f32), radius: f32) {
    path.push('M');
    write_point(path, (x, y - radius));
    add_arc(path, radius, (x, y + radius));
    path.push('Z');
}

/// A whole circle, added to a path's `d`.
pub fn add_circle(path: &mut String, (x, y): (f32, f32), radius: f32) {
    path.push('M');
    write_point(path, (x, y - radius));
    add_arc(path, radius, (x, y + radius));
    add_arc(path, radius, (x, y - radius));
    path.push('Z');
}

fn add_arc(path: &mut String, radius: f32, until: (f32, f32)) {
    path.push('A');
    write_number(path, radius);
    path.push(' ');
    write_number(path, radius);
    path.push_str(" 0 0 0 ");
    write_point(path, until);
}
