//! Texts of the words, in British English.
//! Shapes are in `i18n::words`.

use crate::i18n::{Words, Wheel};

pub const WORDS: Words = Words {
    title: "Words",
};

pub const WHEEL: Wheel = Wheel {
    title: "Wheel of feelings",
};
