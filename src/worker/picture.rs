//! A picture for the worker to read: how light each of its points is, and nothing more.
//! Never larger than reading it is worth.

/// Rows of the same width, from the top; a point is a byte from dark (0) to light (255).
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    grey: Vec<u8>,
}

impl Picture {
    /// Points. A camera's picture is made smaller before: a thousand across are enough for the finest code we make.
    pub const MOST: usize = 1_500_000;

    /// `None`: no rows, rows that are not whole, or more than `MOST`.
    pub fn new(width: usize, grey: Vec<u8>) -> Option<Picture> {
        let is_whole = width > 0 && !grey.is_empty() && grey.len().is_multiple_of(width);
        (is_whole && grey.len() <= Picture::MOST).then_some(Picture { width, grey })
    }

    pub fn width(&self) -> usize {
        self.width
    }

    pub fn height(&self) -> usize {
        self.grey.len() / self.width
    }

    pub fn grey(&self) -> &[u8] {
        &self.grey
    }
}
