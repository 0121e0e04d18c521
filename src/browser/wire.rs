//! The wire between the page and its worker: the page's end, the worker's end, and the seal that closes behind it.
//! Never knows what the bytes it carries mean.

mod call;
mod files;
mod outset;
mod running;
mod script;
mod seal;
mod serve;

pub use call::{ask, prepare};
pub use serve::serve;

/// Why no answer came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Broken {
    /// The worker's files did not arrive whole.
    NotFetched,
    /// The browser does not start it.
    NotStarted,
    /// The one that had the task ended without an answer.
    Died,
    /// The one that starts them has ended, and this page starts no other.
    Gone,
}
