//! Short texts of a person: a moment's label, a behaviour, a choice, an own word, a code.
//! Never cuts anything: what is too long is refused, and the caller still has it.

use std::sync::Arc;

/// One line of at most `MOST` Unicode scalar values, trimmed, not empty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShortText<const MOST: usize>(Arc<str>);

/// Why a text is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextError {
    Empty,
    /// Both in Unicode scalar values.
    TooLong {
        has: usize,
        most: usize,
    },
}

impl<const MOST: usize> ShortText<MOST> {
    /// In Unicode scalar values.
    pub const MOST: usize = MOST;

    /// Control characters become spaces and runs of spaces one, so that a pasted line break cannot hide half a text.
    /// Errors: empty, or longer than `MOST`.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        one_line(raw, MOST).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Compiled once, not once for each `MOST`.
fn one_line(raw: &str, most: usize) -> Result<Arc<str>, TextError> {
    let mut line = String::with_capacity(raw.len());
    for part in raw.split(|c: char| c.is_whitespace() || c.is_control()) {
        if part.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(part);
    }
    match line.chars().count() {
        0 => Err(TextError::Empty),
        has if has > most => Err(TextError::TooLong { has, most }),
        _ => Ok(line.into()),
    }
}
