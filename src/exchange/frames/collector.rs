//! Frames as they are read, in any order and as often as they come, until the row is whole.
//! Never takes one of another row: the first says which it is.

use super::{Frame, FrameFault, Row};
use crate::checksum::crc32;

/// What became of a text that was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Taken {
    Added,
    /// It was there before.
    Already,
    /// The last that was missing: the file.
    Complete(Vec<u8>),
    /// A frame of some other file. What was collected stays.
    OtherRow,
    /// A newer Attune made it.
    Newer,
    /// A frame that is not as it was written; or the last one, and the whole is not what it was: then all begins anew.
    Broken,
    /// Some other code.
    NotAFrame,
}

/// Begins empty.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Collector {
    row: Option<Row>,
    /// By place.
    pieces: Vec<Option<Vec<u8>>>,
}

impl Collector {
    pub fn take(&mut self, text: &str) -> Taken {
        match super::read(text) {
            Ok(frame) if self.row.is_some_and(|row| row != frame.row) => Taken::OtherRow,
            Ok(frame) => self.add(frame),
            Err(FrameFault::NotAFrame) => Taken::NotAFrame,
            Err(FrameFault::Newer) => Taken::Newer,
            Err(FrameFault::Broken) => Taken::Broken,
        }
    }

    /// How many are there.
    pub fn count(&self) -> usize {
        self.pieces.iter().flatten().count()
    }

    /// How many there are in all; `None` before the first.
    pub fn of(&self) -> Option<usize> {
        self.row.map(|row| row.count)
    }

    /// Places still to come, counted from 1.
    pub fn missing(&self) -> Vec<usize> {
        (1..).zip(&self.pieces).filter(|(_, it)| it.is_none()).map(|(place, _)| place).collect()
    }

    fn add(&mut self, frame: Frame) -> Taken {
        self.row = Some(frame.row);
        self.pieces.resize(frame.row.count, None);
        // Its place was held against the count when it was read.
        let Some(place) = self.pieces.get_mut(frame.place) else { return Taken::Broken };
        if place.is_some() {
            return Taken::Already;
        }
        *place = Some(frame.piece);
        match self.whole() {
            None => Taken::Added,
            Some(bytes) if crc32(&bytes) == frame.row.checksum => Taken::Complete(bytes),
            Some(_) => {
                *self = Collector::default();
                Taken::Broken
            }
        }
    }

    fn whole(&self) -> Option<Vec<u8>> {
        let pieces: Option<Vec<&[u8]>> = self.pieces.iter().map(Option::as_deref).collect();
        pieces.map(|it| it.concat())
    }
}
