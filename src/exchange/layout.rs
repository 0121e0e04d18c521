//! How the JSON lies on the page: a field a line, indented by two, and what is caught in a moment on one line each.
//! Changes no value. Everything on lines of its own would triple the file and hide its shape; everything on one nobody reads.

use std::io::{Result, Write};

use serde_json::ser::Formatter;

/// The nesting of a moment's lists, counted from 1 for the file itself: people 2, a person 3, sessions 4, a session 5,
/// moments 6, a moment 7. An object this deep or deeper stands on one line, and so does all within it.
const DEEP: usize = 8;

#[derive(Default)]
pub(super) struct Layout {
    depth: usize,
    /// Whether the innermost list or object that is open has something in it.
    is_filled: bool,
}

#[derive(Clone, Copy)]
struct Shape {
    open: u8,
    close: u8,
    /// From this depth on it stands on one line.
    flat_from: usize,
}

const LIST: Shape = Shape { open: b'[', close: b']', flat_from: DEEP + 1 };
const OBJECT: Shape = Shape { open: b'{', close: b'}', flat_from: DEEP };

impl Layout {
    fn open<W: ?Sized + Write>(&mut self, writer: &mut W, shape: Shape) -> Result<()> {
        self.depth += 1;
        self.is_filled = false;
        writer.write_all(&[shape.open])
    }

    fn close<W: ?Sized + Write>(&mut self, writer: &mut W, shape: Shape) -> Result<()> {
        let is_flat = self.depth >= shape.flat_from;
        self.depth = self.depth.saturating_sub(1);
        if self.is_filled && !is_flat {
            self.new_line(writer)?;
        }
        self.is_filled = true;
        writer.write_all(&[shape.close])
    }

    fn part<W: ?Sized + Write>(&self, writer: &mut W, first: bool, shape: Shape) -> Result<()> {
        if !first {
            writer.write_all(b",")?;
        }
        match (self.depth >= shape.flat_from, first) {
            (true, true) => Ok(()),
            (true, false) => writer.write_all(b" "),
            (false, _) => self.new_line(writer),
        }
    }

    fn new_line<W: ?Sized + Write>(&self, writer: &mut W) -> Result<()> {
        writer.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for Layout {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.open(writer, LIST)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.close(writer, LIST)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.part(writer, first, LIST)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> Result<()> {
        self.is_filled = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.open(writer, OBJECT)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.close(writer, OBJECT)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.part(writer, first, OBJECT)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        writer.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> Result<()> {
        self.is_filled = true;
        Ok(())
    }
}
