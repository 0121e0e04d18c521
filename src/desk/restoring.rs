//! Restoring: a file is tried first, what it would do is shown, and only then is it merged or put in the place of what is here.
//! Never changes anything before it is told to, and says "done" only once it is kept.

use leptos::prelude::*;
use zeroize::Zeroizing;

use super::keeper::LaidAside;
use super::keeping::PATIENCE;
use super::{Desk, Keeping, Phase, Role, SaveError};
use crate::domain::moment::Line;
use crate::domain::{Cabinet, Day};
use crate::exchange::{self, Preview, Read, Refused, Size};
use crate::reactive::Look;
use crate::vault::aside::Front;
use crate::worker::{FileTrouble, Helper, OpenError, Trouble};

/// A file on trial. A handle, cheap to copy; what is in the file lasts as long as the reactive owner it was begun under.
#[derive(Clone, Copy)]
pub struct Restoring {
    desk: Desk,
    held: StoredValue<Held, LocalStorage>,
}

enum Held {
    Nothing,
    Sealed(Vec<u8>),
    Read(Box<Read>),
}

/// What there is to do with a file that was taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Taken {
    AsksForPassphrase,
    Read,
}

/// Why a file is not read. Nothing has changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotRead {
    Notes(Refused),
    Worker(Trouble),
    Open(OpenError),
}

/// Why nothing was restored: everything is as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotRestored {
    /// There is no file that was read.
    NoFile,
    /// Another tab writes.
    OnlyReads,
    NotSaved(SaveError),
}

/// What restoring would do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outlook {
    pub made_on: Day,
    pub here: Size,
    pub file: Size,
    pub preview: Preview,
    /// To replace would leave less than half of something.
    pub is_much_by_little: bool,
}

/// What was restored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Restored {
    pub preview: Preview,
    /// What became of the state before.
    pub aside: Aside,
}

/// Whether the state before a restore can be brought back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Aside {
    /// There was nothing in it.
    NothingToMiss,
    Laid,
    /// No room, or no ledger.
    NotLaid,
}

/// How every sealed file begins, as far as it tells one from notes. The whole of it is the worker's to know: by it
/// tools/seal-page.mjs tells the worker's program from the page's.
pub(super) const SEALED: &[u8] = b"age-";

impl Restoring {
    /// In bytes: a larger file is not even read.
    pub const MOST: usize = exchange::MOST_BYTES;

    /// Needs a reactive owner.
    pub fn begin(desk: Desk) -> Restoring {
        Restoring { desk, held: StoredValue::new_local(Held::Nothing) }
    }

    /// Takes a file in the place of the one before. Errors: it is no file of ours, or not as it was written.
    pub fn take(self, bytes: Vec<u8>) -> Result<Taken, NotRead> {
        self.held.set_value(Held::Nothing);
        if bytes.starts_with(SEALED) {
            self.held.set_value(Held::Sealed(bytes));
            return Ok(Taken::AsksForPassphrase);
        }
        self.read(&bytes)?;
        Ok(Taken::Read)
    }

    /// Opens a sealed file with a passphrase that is normalised to NFC. It may be tried again.
    pub async fn open(self, helper: Helper, passphrase: Zeroizing<String>) -> Result<(), NotRead> {
        let file = self.held.with_value(|held| match held {
            Held::Sealed(file) => Some(file.clone()),
            _ => None,
        });
        let Some(file) = file else { return Err(NotRead::Open(OpenError::NotSealed)) };
        let plain = helper.open_file(file, passphrase).await?;
        self.read(&plain)
    }

    fn read(self, plain: &[u8]) -> Result<(), NotRead> {
        let read = exchange::read(plain).map_err(NotRead::Notes)?;
        // Whoever waited may have gone meanwhile.
        self.held.try_update_value(|held| *held = Held::Read(Box::new(read)));
        Ok(())
    }

    /// Takes a state that was laid aside before a restore. Whether it could be read.
    pub async fn take_laid_aside(self, number: u64) -> bool {
        let Some(ring) = self.desk.with_keeper(|keeper| keeper.ring()) else { return false };
        let Some(text) = ring.text(number).await else { return false };
        self.read(&text).is_ok()
    }

    /// Lets go of the file.
    pub fn forget(self) {
        self.held.set_value(Held::Nothing);
    }

    /// What restoring it would do now. `None` where there is no file that was read.
    pub fn outlook(self) -> Option<Outlook> {
        self.with_file(|read, here| Outlook {
            made_on: read.meta.made_on,
            here: Size::of(here),
            file: Size::of(&read.cabinet),
            preview: exchange::preview(here, &read.cabinet),
            is_much_by_little: exchange::is_much_by_little(here, &read.cabinet),
        })
    }

    /// Puts the file together with what is here; nothing of either is lost. `kept_twice` names what both have changed.
    pub async fn merge(self, kept_twice: &str) -> Result<Restored, NotRestored> {
        let name = Line::parse(kept_twice).map_err(|_| NotRestored::NoFile)?;
        let draw = self.desk.world.draw;
        let merged = self
            .with_file(|read, here| exchange::merge(here, &read.cabinet, &name, &mut || draw()));
        let merged = merged.ok_or(NotRestored::NoFile)?;
        let aside = self.desk.put_and_keep(merged.cabinet).await?;
        self.forget();
        Ok(Restored { preview: merged.preview, aside })
    }

    /// Puts the file in the place of everything that is here. What is the device's own stays.
    pub async fn replace(self) -> Result<Restored, NotRestored> {
        let restored = self.with_file(|read, here| {
            let (backups, idle_time) = (here.backups, here.idle_time);
            let cabinet = Cabinet { backups, idle_time, ..read.cabinet.clone() };
            (cabinet, exchange::preview(here, &read.cabinet))
        });
        let (cabinet, preview) = restored.ok_or(NotRestored::NoFile)?;
        let aside = self.desk.put_and_keep(cabinet).await?;
        self.forget();
        Ok(Restored { preview, aside })
    }

    fn with_file<R>(self, act: impl FnOnce(&Read, &Cabinet) -> R) -> Option<R> {
        let with = |held: &Held| match held {
            Held::Read(read) => Some(self.desk.cabinet.glance(|here| act(read, here))),
            _ => None,
        };
        self.held.try_with_value(with).flatten()
    }
}

impl Desk {
    /// The states before the last restores, the newest first.
    pub async fn laid_aside(self) -> Vec<LaidAside> {
        match self.with_keeper(|keeper| keeper.ring()) {
            Some(ring) => ring.list().await,
            None => Vec::new(),
        }
    }

    async fn lay_aside(self, cabinet: &Cabinet) -> Aside {
        if Size::of(cabinet).is_nothing() {
            return Aside::NothingToMiss;
        }
        let (Ok(made), Some(ring)) = (self.write_all(), self.with_keeper(|keeper| keeper.ring()))
        else {
            return Aside::NotLaid;
        };
        let people = u32::try_from(cabinet.journals.len()).unwrap_or(u32::MAX);
        let front = Front { day: self.today(), people, sessions: cabinet.session_count() };
        let laid = self.world.within(PATIENCE, ring.lay(front, &made.bytes)).await;
        if laid == Some(Ok(())) { Aside::Laid } else { Aside::NotLaid }
    }

    /// Lays the present cabinet aside, lays out another and keeps it. Where it cannot be kept, the one before
    /// lies there again.
    async fn put_and_keep(self, cabinet: Cabinet) -> Result<Aside, NotRestored> {
        if self.role.get_untracked() != Role::Writer {
            return Err(NotRestored::OnlyReads);
        }
        let phase = self.phase.get_untracked();
        if !matches!(phase, Phase::Open(_)) {
            return Err(NotRestored::NotSaved(SaveError::Blocked));
        }
        self.wait_for_turn().await;
        let before = self.cabinet.get_untracked();
        let aside = self.lay_aside(&before).await;
        self.lay_out(cabinet, phase);
        self.keep_all().await;
        self.give_turn_back();
        match self.keeping.get_untracked() {
            Keeping::NotSaved(error) => {
                self.lay_out(before, phase);
                self.keep_soon();
                Err(NotRestored::NotSaved(error))
            }
            Keeping::Saved | Keeping::Saving => Ok(aside),
        }
    }
}

impl From<FileTrouble<OpenError>> for NotRead {
    fn from(trouble: FileTrouble<OpenError>) -> NotRead {
        match trouble {
            FileTrouble::Worker(trouble) => NotRead::Worker(trouble),
            FileTrouble::File(error) => NotRead::Open(error),
        }
    }
}
