//! The wheel of feelings as numbers: where each segment of a ring lies, and where its label stands.
//! Paints nothing and knows no feeling.
//!
//! Lengths are units of the drawing, whose middle is 0, 0. Angles are degrees, clockwise from twelve o'clock.

use super::written::{write_number, write_point};

/// A ring, or a piece of one.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Band {
    pub inner: f32,
    pub outer: f32,
    pub start: f32,
    /// At most 360.
    pub sweep: f32,
}

/// Which end of its place a label is held by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hold {
    /// Near the middle of the wheel, running outwards.
    Inside,
    /// Near the rim, running inwards.
    Outside,
}

/// One part of a band.
#[derive(Clone, PartialEq, Debug)]
pub struct Segment {
    pub start: f32,
    pub end: f32,
    /// The outline, for a path's `d`.
    pub path: String,
    pub label: Label,
}

/// Where a label stands: along the radius, and never upside down.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Label {
    pub x: f32,
    pub y: f32,
    pub rotation: f32,
    /// True where the text ends at its place instead of beginning there.
    pub ends_here: bool,
}

impl Label {
    /// For a text's `transform`.
    pub fn transform(&self) -> String {
        let mut written = String::from("translate(");
        write_point(&mut written, (self.x, self.y));
        written.push_str(") rotate(");
        write_number(&mut written, self.rotation);
        written.push(')');
        written
    }
}

/// The band in `count` equal segments, clockwise; labels stand `margin` units from the edge that holds them.
pub fn ring(band: Band, count: usize, hold: Hold, margin: f32) -> Vec<Segment> {
    let sweep = band.sweep / count.max(1) as f32;
    let radius = match hold {
        Hold::Inside => band.inner + margin,
        Hold::Outside => band.outer - margin,
    };
    (0..count)
        .map(|place| {
            let start = band.start + sweep * place as f32;
            let end = start + sweep;
            let label = label((start + end) / 2.0, radius, hold);
            Segment { start, end, path: outline(&band, start, end), label }
        })
        .collect()
}

/// A line along a circle, for a path's `d`.
pub fn arc(radius: f32, start: f32, end: f32) -> String {
    let mut path = String::from("M");
    write_point(&mut path, point(radius, start));
    write_arc(&mut path, radius, start, end);
    path
}

/// A text in one line, or in two where it has more characters than fit and a space to break at:
/// the break that makes the longer line shortest.
pub fn lines(text: &str, most: usize) -> (&str, Option<&str>) {
    if text.chars().count() <= most {
        return (text, None);
    }
    let halves = text.match_indices(' ').filter_map(|(at, _)| {
        let (one, rest) = text.split_at_checked(at)?;
        Some((one, rest.strip_prefix(' ')?))
    });
    match halves.min_by_key(|(one, two)| one.chars().count().max(two.chars().count())) {
        Some((one, two)) => (one, Some(two)),
        None => (text, None),
    }
}

fn label(angle: f32, radius: f32, hold: Hold) -> Label {
    let (x, y) = point(radius, angle);
    // Reading outwards a text would stand on its head in the left half, so there it reads inwards.
    let left = sine(angle) < 0.0;
    let rotation = if left { angle + 90.0 } else { angle - 90.0 };
    Label { x, y, rotation, ends_here: left == (hold == Hold::Inside) }
}

fn outline(band: &Band, start: f32, end: f32) -> String {
    let mut path = arc(band.outer, start, end);
    path.push('L');
    write_point(&mut path, point(band.inner, end));
    write_arc(&mut path, band.inner, end, start);
    path.push('Z');
    path
}

fn point(radius: f32, angle: f32) -> (f32, f32) {
    (radius * sine(angle), -radius * sine(angle + 90.0))
}

/// Of degrees. The standard library's is made for angles of any size, which costs the page 6 KB; the wheel has none beyond
/// a few turns, where seven terms of the series are exact to a millionth.
fn sine(angle: f32) -> f32 {
    let turned = f64::from(angle) - 360.0 * (f64::from(angle) / 360.0).floor();
    // Within a quarter turn of nought, where the series is quick: the sine climbs and falls alike.
    let folded = match turned {
        ..=90.0 => turned,
        ..=270.0 => 180.0 - turned,
        _ => turned - 360.0,
    };
    let square = folded.to_radians() * folded.to_radians();
    let series = [156.0, 110.0, 72.0, 42.0, 20.0, 6.0];
    let factor = series.iter().fold(1.0, |inner, divisor| 1.0 - square / divisor * inner);
    (folded.to_radians() * factor) as f32
}

fn write_arc(path: &mut String, radius: f32, start: f32, end: f32) {
    path.push('A');
    write_point(path, (radius, radius));
    path.push_str(if (end - start).abs() > 180.0 { " 0 1 " } else { " 0 0 " });
    path.push_str(if end > start { "1 " } else { "0 " });
    write_point(path, point(radius, end));
}
