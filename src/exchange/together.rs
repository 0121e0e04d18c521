//! What merging makes of conversations and changes: each once, with what both sides have put together.
//! Never undoes a reveal, never shows what its writer has not said ready with, and knows no clock.

mod change;
mod conversation;
mod participant;
mod request;
mod side;

use std::sync::Arc;

use super::preview::Compared;
use crate::domain::{Cabinet, ChangeMap, Conversation};
use crate::order;

/// A conversation or a change: how the file's stands to what is here, and what there is after merging.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Joined<T> {
    /// Never kept beside: there is one of each.
    pub compared: Compared,
    /// The same pointer as here where merging changes nothing.
    pub after: Arc<T>,
    /// Texts of the file that read otherwise here, and stay out.
    pub stays: Vec<String>,
    /// How many of the file's participants, groups, measures and requests find no room.
    pub left_out: usize,
}

/// What two states come to, and what of the file is not in it.
struct Draft<T> {
    after: T,
    stays: Vec<String>,
    left_out: usize,
}

impl<T> Draft<T> {
    fn new(after: T) -> Draft<T> {
        Draft { after, stays: Vec::new(), left_out: 0 }
    }

    /// Where the file says something else than what there is after merging.
    fn note<U: PartialEq>(&mut self, file: Option<&U>, after: Option<&U>, text: fn(&U) -> &str) {
        if let Some(file) = file
            && Some(file) != after
        {
            self.stays.push(text(file).to_owned());
        }
    }
}

/// Those here in their order, then those only in the file in theirs.
pub(super) fn conversations(mine: &Cabinet, file: &Cabinet) -> Vec<Joined<Conversation>> {
    all(&mine.conversations, &file.conversations, |it| it.id.0, conversation::join)
}

/// As of conversations.
pub(super) fn changes(mine: &Cabinet, file: &Cabinet) -> Vec<Joined<ChangeMap>> {
    all(&mine.changes, &file.changes, |it| it.id.0, change::join)
}

fn all<T: PartialEq>(
    mine: &[Arc<T>],
    file: &[Arc<T>],
    id: fn(&T) -> [u8; 8],
    join: fn(&T, &T) -> Draft<T>,
) -> Vec<Joined<T>> {
    let mut theirs = order::map(file.iter().map(|it| (id(it), it)));
    let alone = |compared, it: &Arc<T>| Joined {
        compared,
        after: Arc::clone(it),
        stays: Vec::new(),
        left_out: 0,
    };
    let mut all: Vec<_> = mine
        .iter()
        .map(|here| match theirs.remove(&id(here)) {
            Some(file) => both(here, file, join),
            None => alone(Compared::OnlyHere, here),
        })
        .collect();
    let new = file.iter().filter(|it| theirs.contains_key(&id(it)));
    all.extend(new.map(|it| alone(Compared::New, it)));
    all
}

fn both<T: PartialEq>(here: &Arc<T>, file: &Arc<T>, join: fn(&T, &T) -> Draft<T>) -> Joined<T> {
    if Arc::ptr_eq(here, file) || here == file {
        let (compared, after) = (Compared::Same, Arc::clone(here));
        return Joined { compared, after, stays: Vec::new(), left_out: 0 };
    }
    let Draft { after, stays, left_out } = join(here, file);
    let (compared, after) = if after == **here {
        (Compared::HereHoldsMore, Arc::clone(here))
    } else if after == **file {
        (Compared::FileHoldsMore, Arc::clone(file))
    } else {
        (Compared::Differs, Arc::new(after))
    };
    Joined { compared, after, stays, left_out }
}

/// What the first has, then what only the second has; where both have it, what `join` makes of it.
/// Looked through one by one: the lists are short, and a map for each type would weigh more than it saves.
fn union<T, K: PartialEq>(
    one: &[T],
    other: &[T],
    key: impl Fn(&T) -> K,
    mut join: impl FnMut(Option<&T>, Option<&T>) -> Option<T>,
) -> Vec<T> {
    let mut rest: Vec<&T> = other.iter().collect();
    let mut all = Vec::with_capacity(one.len());
    for it in one {
        let same = rest.iter().position(|other| key(other) == key(it)).map(|at| rest.remove(at));
        all.extend(join(Some(it), same));
    }
    all.extend(rest.into_iter().filter_map(|it| join(None, Some(it))));
    all
}
