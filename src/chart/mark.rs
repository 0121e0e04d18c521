//! The round marks of standing as outlines: what lies inside a ring.
//! Knows no need: which ring is filled how far is said elsewhere.

use super::written::{write_number, write_point};

/// The left half of a disc, for a path's `d`.
pub fn left_half((x, y): (f32, f32), radius: f32) -> String {
    let mut path = String::from("M");
    write_point(&mut path, (x, y - radius));
    path.push('A');
    write_point(&mut path, (radius, radius));
    path.push_str(" 0 0 0 ");
    write_number(&mut path, x);
    path.push(' ');
    write_number(&mut path, y + radius);
    path.push('Z');
    path
}
