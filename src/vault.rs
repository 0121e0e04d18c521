//! What is kept, as bytes, and back: envelopes and their seal, the segments inside them, the head that lists the segments,
//! the ways in. Pure: never reads a store, a clock or a random number. `docs/vault-format.md` says every byte.

pub mod aside;
pub mod cost;
pub mod derive;
pub mod envelope;
pub mod head;
pub mod kept;
pub mod key;
pub mod lock;
pub mod recovery_code;
pub mod seal;
pub mod segment;
pub mod way;
pub mod wire;
mod wire_v1;

/// Why bytes could not be read. They are kept as they are either way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unreadable {
    /// Written by a newer Attune, which can read them.
    Newer,
    /// Not what was written.
    Damaged,
}

/// The bytes would be larger than any reader accepts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooLarge;

impl From<postcard::Error> for Unreadable {
    fn from(_: postcard::Error) -> Self {
        Unreadable::Damaged
    }
}
