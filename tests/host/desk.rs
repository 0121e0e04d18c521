//! The desk's commands keep their promises without a browser: what is caught, kept, taken back, refused.
//! Never looks at bytes: the keeper's tests do.

mod aside;
mod backup;
mod bench;
mod between_devices;
mod catching;
mod clock;
mod erasing;
mod inviting;
mod keeping;
mod locking;
mod receiving;
mod recording;
mod restoring;
mod sharing;
mod two_homes;
mod typing;
mod understanding;
