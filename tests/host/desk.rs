//! The desk's commands keep their promises without a browser: what is caught, kept, taken back, refused.
//! Never looks at bytes: the keeper's tests do.

mod bench;
mod catching;
mod keeping;
mod locking;
mod sharing;
mod two_homes;
