//! How a feeling, a need or a judgement is named: a word of the vocabulary, the person's own, or one from a newer Attune.
//! Never drops a name it does not know: it is kept by its id until a version that knows it comes.

use std::sync::Arc;

use super::id::WordId;
use crate::vocabulary::{Feeling, Judgement, Need};

/// A name for a `T`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Naming<T> {
    Known(T),
    /// One of the person's own words; the person holds its text.
    Own(WordId),
    /// An id of a vocabulary newer than this one.
    Unknown(Arc<str>),
}

/// A word that only the vocabulary can give: known, or the id of one that a newer Attune knows.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Listed<T> {
    Known(T),
    Unknown(Arc<str>),
}

impl<T: Copy> Listed<T> {
    pub fn known(&self) -> Option<T> {
        match self {
            Listed::Known(it) => Some(*it),
            Listed::Unknown(_) => None,
        }
    }
}

pub type FeelingWord = Naming<Feeling>;
pub type NeedWord = Naming<Need>;
pub type JudgementWord = Naming<Judgement>;

impl<T: Copy> Naming<T> {
    pub fn known(&self) -> Option<T> {
        match self {
            Naming::Known(it) => Some(*it),
            Naming::Own(_) | Naming::Unknown(_) => None,
        }
    }
}
