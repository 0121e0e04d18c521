//! Numbers and points as a path's `d` has them.
//! Never more digits than a screen shows.

use super::Rect;

pub fn write_point(written: &mut String, (x, y): (f32, f32)) {
    write_number(written, x);
    written.push(' ');
    write_number(written, y);
}

/// Hundredths are finer than a screen shows, and whole numbers spare the page the code that prints floats.
pub fn write_number(written: &mut String, value: f32) {
    let hundredths = (value * 100.0).round() as i32;
    if hundredths < 0 {
        written.push('-');
    }
    let size = hundredths.unsigned_abs();
    written.push_str(&(size / 100).to_string());
    let rest = size % 100;
    if rest > 0 {
        written.push_str(if rest < 10 { ".0" } else { "." });
        written.push_str(&rest.to_string());
    }
}

/// For an attribute.
pub fn number(value: f32) -> String {
    let mut written = String::new();
    write_number(&mut written, value);
    written
}

/// For an attribute that takes several.
pub fn numbers(values: &[f32]) -> String {
    let mut written = String::new();
    for value in values {
        if !written.is_empty() {
            written.push(' ');
        }
        write_number(&mut written, *value);
    }
    written
}

/// Many rectangles as one outline, for a path's `d`; those without height or width are left out.
pub fn boxes(rects: impl IntoIterator<Item = Rect>) -> String {
    let mut path = String::new();
    for rect in rects.into_iter().filter(|rect| rect.width > 0.0 && rect.height > 0.0) {
        path.push('M');
        write_point(&mut path, (rect.x, rect.y));
        path.push('h');
        write_number(&mut path, rect.width);
        path.push('v');
        write_number(&mut path, rect.height);
        path.push('h');
        write_number(&mut path, -rect.width);
        path.push('Z');
    }
    path
}

/// Many points as lines of no length, for a path's `d`: with round ends, dots.
pub fn dots(points: impl IntoIterator<Item = (f32, f32)>) -> String {
    let mut path = String::new();
    for point in points {
        path.push('M');
        write_point(&mut path, point);
        path.push_str("h0");
    }
    path
}

/// A line to the right, for a path's `d`.
pub fn line(from: (f32, f32), until: f32) -> String {
    let mut path = String::from("M");
    write_point(&mut path, from);
    path.push('H');
    write_number(&mut path, until);
    path
}
