//! The desk's commands keep their promises without a browser: what is caught, kept, taken back, refused.
//! Never looks at bytes: the keeper's tests do.

mod aside;
mod backup;
mod bench;
mod between_devices;
mod catching;
mod changing;
mod clock;
mod conversing;
mod conversing_sheets;
mod counting;
mod erasing;
mod inviting;
mod keeping;
mod locking;
mod receiving;
mod recording;
mod restoring;
mod sharing;
mod together;
mod two_homes;
mod typing;
mod understanding;
