//! The tests that need no browser, in one binary.
//! Holds no test itself: one module per promise kept.

mod build_check;
mod danger;
mod search;
mod vocabulary;
mod wheel;
