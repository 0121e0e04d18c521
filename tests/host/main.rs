//! The tests that need no browser, in one binary.
//! Holds no test itself: one module per room.
mod wheel;
