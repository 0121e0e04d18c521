//! Texts of Learn, in British English.
//! Shapes are in `i18n::learn`.

use crate::i18n::{Learn};

pub const LEARN: Learn = Learn {
    title: "Learn",
};
