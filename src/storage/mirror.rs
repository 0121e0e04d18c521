//! Keeps one state in two homes: the ledger first, then the slot; and says which of them holds it.
//! Knows of the bytes only which are heads. Never waits: it says what to ask of the ledger, and takes the answer.

mod decide;
mod found;
mod local;
mod machine;
mod side;

use std::cell::RefCell;

use super::book::{Book, Commit, CommitError};
use super::{Slot, StorageError};

pub use decide::{Decision, Fork, Judge, Lack, Listed, Passed, Refused, Seen, decide};
pub use found::Found;
pub use machine::Mirror;
pub use side::{Bytes, Standing};

/// Two, written in turn: a home keeps the state before, and a slot does not write two keys together.
pub const HEAD_KEYS: [&str; 2] = ["head.0", "head.1"];

/// The two homes, by what they are to each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Home {
    Ledger,
    Local,
}

/// A further state, whole together with what both homes were given before.
#[derive(Clone, Debug)]
pub struct Save {
    /// Which of `HEAD_KEYS`: not the one that the present state's head is under.
    pub place: usize,
    /// Like no other that was ever written, also by another tab on top of the same state: by its head a state is known.
    pub head: Bytes,
    pub puts: Vec<(String, Bytes)>,
    /// Segments that the present state lists and this one does not.
    pub replaced: Vec<String>,
}

/// Where the present state is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outcome {
    pub ledger: Standing,
    pub local: Standing,
}

impl Outcome {
    /// Whether the newest state handed in is kept somewhere.
    pub fn is_kept(self) -> bool {
        self.ledger == Standing::Holds
            || self.local == Standing::Holds && self.ledger != Standing::Elsewhere
    }

    /// Whether another tab has written: nothing more is written from here.
    pub fn is_elsewhere(self) -> bool {
        [self.ledger, self.local].contains(&Standing::Elsewhere)
    }
}

/// What is to be asked of the ledger.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    Commit(Commit),
    /// What lies under `HEAD_KEYS`: a commit's answer left it open.
    Heads,
}

pub enum Answer {
    Commit(Result<(), CommitError>),
    Heads(Result<Vec<Option<Vec<u8>>>, StorageError>),
}

/// Brings the state handed in, and all that is owed, to both homes: the ledger first.
pub async fn run(mirror: &RefCell<Mirror>, book: Option<&dyn Book>, slot: &dyn Slot) -> Outcome {
    loop {
        let ask = mirror.borrow_mut().ask();
        let (Some(ask), Some(book)) = (ask, book) else { break };
        let answer = match ask {
            Ask::Commit(commit) => Answer::Commit(book.commit(commit).await),
            Ask::Heads => Answer::Heads(book.read(HEAD_KEYS.map(str::to_owned).to_vec()).await),
        };
        mirror.borrow_mut().answer(answer);
    }
    flush(&mut mirror.borrow_mut(), slot)
}

/// The slot alone, at once: for a page that ends. The ledger stays owed, and a commit on its way goes on.
pub fn flush(mirror: &mut Mirror, slot: &dyn Slot) -> Outcome {
    while mirror.local_step(slot) {}
    mirror.settle()
}
