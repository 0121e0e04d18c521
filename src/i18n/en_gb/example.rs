//! Texts of the examples, in British English.
//! Shapes are in `i18n::example`.

use crate::i18n::{Example};

pub const EXAMPLE: Example = Example {
    sue: "Sue",
};
