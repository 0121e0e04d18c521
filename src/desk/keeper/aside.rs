//! The last states before a restore, laid aside in the ledger alone, as far as there is room.
//! Never in the way of a save: no head lists them, and they go when the key does.

use std::rc::Rc;

use super::homes::Homes;
use super::{Keeper, SaveError};
use crate::order;
use crate::storage::book::{Commit, CommitError, Kept};
use crate::storage::{Book, StorageError};
use crate::vault::aside::{self, Front};
use crate::vault::key::{Draw, Vault};

/// More than three nobody tells apart.
const MOST: usize = 3;
const PREFIX: &str = "before.";

/// Whether a key of the ledger is a piece of a state laid aside.
pub fn is_aside(key: &str) -> bool {
    key.starts_with(PREFIX)
}

/// A state that can be brought back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LaidAside {
    /// Counts up.
    pub number: u64,
    pub front: Front,
}

/// Where states are laid aside. Outlives the keeper that gave it.
#[derive(Clone)]
pub struct Ring {
    homes: Rc<Homes>,
    vault: Option<Rc<Vault>>,
    draw: Draw,
}

/// The pieces of one state, in their order.
type Pieces = Vec<Kept>;

impl Keeper {
    pub fn ring(&self) -> Ring {
        let vault = self.seal.lock.as_ref().map(|lock| lock.vault().clone());
        Ring { homes: Rc::clone(&self.homes), vault, draw: self.seal.draw }
    }
}

impl Ring {
    fn home(&self) -> Result<(&dyn Book, &Vault), SaveError> {
        Ok((
            self.homes.book().ok_or(SaveError::Blocked)?,
            self.vault.as_deref().ok_or(SaveError::Failed)?,
        ))
    }

    /// Lays a state aside; of more than three the oldest goes, and of fewer where there is no room for so many.
    pub async fn lay(&self, front: Front, text: &[u8]) -> Result<(), SaveError> {
        let (book, vault) = self.home()?;
        let before = states(book.read_where(is_aside).await?);
        let number = before.first().map_or(0, |(number, _)| *number) + 1;
        let pieces = aside::close(number, front, text, vault, self.draw);
        let pieces = pieces.map_err(|_| SaveError::Failed)?.into_iter().enumerate();
        let puts: Pieces =
            pieces.map(|(at, bytes)| (format!("{PREFIX}{number}.{at}"), bytes)).collect();
        for kept in (0..MOST.min(before.len() + 1)).rev() {
            let removes = keys(before.iter().skip(kept));
            match book.commit(Commit { puts: puts.clone(), removes, ..Commit::default() }).await {
                Err(CommitError::Storage(StorageError::Full)) => {}
                Err(CommitError::Storage(error)) => return Err(error.into()),
                Err(CommitError::Stale) => return Err(SaveError::Failed),
                Ok(()) => return Ok(()),
            }
        }
        Err(SaveError::Full)
    }

    /// Those that can be brought back, the newest first.
    pub async fn list(&self) -> Vec<LaidAside> {
        let Ok((book, vault)) = self.home() else { return Vec::new() };
        let fronts = book.read_where(|key| is_aside(key) && key.ends_with(".0")).await;
        let all = states(fronts.unwrap_or_default());
        let shown = all.iter().filter_map(|(number, pieces)| {
            let (_, first) = pieces.first()?;
            let front = aside::front(*number, first, vault).ok()?;
            Some(LaidAside { number: *number, front })
        });
        shown.collect()
    }

    /// The text of one. `None` where it is gone or damaged.
    pub async fn text(&self, wanted: u64) -> Option<Vec<u8>> {
        let (book, vault) = self.home().ok()?;
        let all = states(book.read_where(is_aside).await.ok()?);
        let (_, pieces) = all.iter().find(|(number, _)| *number == wanted)?;
        let pieces: Vec<&[u8]> = pieces.iter().map(|(_, bytes)| bytes.as_slice()).collect();
        aside::text(wanted, &pieces, vault).ok()
    }

    /// Lets go of what the present key does not open: a lock that is chosen leaves nothing behind that could be opened before.
    pub async fn let_go_of_strange(&self) -> Result<(), SaveError> {
        let (book, vault) = self.home()?;
        let all = states(book.read_where(is_aside).await?);
        let is_strange = |(number, pieces): &&(u64, Pieces)| {
            let first = pieces.first();
            first.is_none_or(|(_, first)| aside::front(*number, first, vault).is_err())
        };
        let removes = keys(all.iter().filter(is_strange));
        if removes.is_empty() {
            return Ok(());
        }
        let gone = book.commit(Commit { removes, ..Commit::default() }).await;
        gone.map_err(|_| SaveError::Failed)
    }
}

fn keys<'a>(states: impl Iterator<Item = &'a (u64, Pieces)>) -> Vec<String> {
    states.flat_map(|(_, pieces)| pieces.iter().map(|(key, _)| key.clone())).collect()
}

/// The newest first; the pieces of each in their order.
fn states(all: Vec<Kept>) -> Vec<(u64, Pieces)> {
    let mut found: Vec<(u64, u32, Kept)> = Vec::new();
    for (key, bytes) in all {
        if let Some((number, piece)) = place(&key) {
            found.push((number, piece, (key, bytes)));
        }
    }
    order::sort_by_key(&mut found, |(number, piece, _)| (std::cmp::Reverse(*number), *piece));
    let mut states: Vec<(u64, Pieces)> = Vec::new();
    for (number, _, kept) in found {
        match states.last_mut().filter(|(last, _)| *last == number) {
            Some((_, pieces)) => pieces.push(kept),
            None => states.push((number, vec![kept])),
        }
    }
    states
}

/// `None` for a key of something else.
fn place(key: &str) -> Option<(u64, u32)> {
    let (number, piece) = key.strip_prefix(PREFIX)?.split_once('.')?;
    Some((number.parse().ok().filter(|it| *it < u64::MAX / 2)?, piece.parse().ok()?))
}
