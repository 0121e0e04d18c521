//! Numbers to geometry: what is drawn, as plain values that a test can read.
//! Holds no markup, no colour and no text of its own: names are given, and only shortened where there is no room.

pub mod grid;
pub mod label;
pub mod mark;
pub mod qr;
pub mod river;
pub mod strips;
pub mod wheel;
pub mod written;

/// Lengths are units of the drawing, which is shown at about one CSS pixel each; 0, 0 is its upper left corner.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Rect {
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }

    pub fn middle(&self) -> (f32, f32) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }
}
