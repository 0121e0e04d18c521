//! A text as a QR code: which fields are dark, as one outline. ISO/IEC 18004.
//! Never a colour and never a size on the page: a field is one unit wide.

use fast_qr::{ECL, QRBuilder};

use super::Rect;
use super::written::boxes;

/// In fields, all around: what the standard asks for, so that a reader finds the code.
pub const QUIET: usize = 4;

/// How much of it may be unreadable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spare {
    /// 7 in 100: on a screen nothing is torn or stained, a picture that was not read is there to be read again, and fewer
    /// fields are larger ones.
    Little,
    /// 15 in 100: paper is folded.
    Some,
}

/// A code with its margin, in fields.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Qr {
    /// The side of the code alone.
    size: usize,
    /// Row by row.
    dark: Vec<bool>,
}

impl Qr {
    /// `None`: more than any code holds, which is 2,331 bytes with some to spare, and 2,953 with little. A text of digits,
    /// capitals and ` $%*+-./:` alone takes two thirds of the room.
    pub fn new(text: &str, spare: Spare) -> Option<Qr> {
        let level = match spare {
            Spare::Little => ECL::L,
            Spare::Some => ECL::M,
        };
        let code = QRBuilder::new(text).ecl(level).build().ok()?;
        let size = code.size;
        let dark = code.data.iter().take(size * size).map(|field| field.value()).collect();
        Some(Qr { size, dark })
    }

    /// The side of the drawing, margins and all.
    pub fn side(&self) -> usize {
        self.size + 2 * QUIET
    }

    /// Whether a field of the drawing is dark; the margin is not.
    pub fn is_dark(&self, row: usize, column: usize) -> bool {
        let within = |at: usize| at.checked_sub(QUIET).filter(|at| *at < self.size);
        match (within(row), within(column)) {
            (Some(row), Some(column)) => {
                self.dark.get(row * self.size + column).copied().unwrap_or(false)
            }
            _ => false,
        }
    }

    /// The dark fields, those side by side in one, for a path's `d`.
    pub fn outline(&self) -> String {
        boxes((0..self.side()).flat_map(|row| self.runs(row)))
    }

    fn runs(&self, row: usize) -> Vec<Rect> {
        let mut runs: Vec<Rect> = Vec::new();
        for column in (0..self.side()).filter(|column| self.is_dark(row, *column)) {
            let (x, y) = (column as f32, row as f32);
            match runs.last_mut() {
                Some(run) if run.right() == x => run.width += 1.0,
                _ => runs.push(Rect { x, y, width: 1.0, height: 1.0 }),
            }
        }
        runs
    }
}
