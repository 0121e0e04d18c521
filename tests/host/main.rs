//! The tests that need no browser, in one binary.
//! Holds no test itself: one module per promise kept.

mod build_check;
mod catch;
mod danger;
mod example;
mod heard;
mod search;
mod suggest;
mod vocabulary;
