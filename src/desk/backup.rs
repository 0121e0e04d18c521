//! Backups: all that is here as a file, sealed or plain; when the last one was made, and asking for the next.
//! Never hands out a file that was not read back, and never knows where it goes: a browser saves it.

use leptos::prelude::*;
use zeroize::Zeroizing;

use super::{Desk, Kept, Phase, Role};
use crate::domain::moment::Line;
use crate::domain::{Backup, Cabinet, Day, Since};
use crate::exchange::{self, Meta, Refused};
use crate::reactive::Look;
use crate::worker::{FileTrouble, Helper, SealError, Trouble};

/// A file, ready to be saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Made {
    /// A day, and nothing of a person.
    pub name: String,
    pub bytes: Vec<u8>,
    /// How many sessions are in it.
    pub(super) sessions: u32,
}

/// Why there is no file. Nothing has changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotMade {
    /// More than a file holds, or something that does not come back as it was.
    Notes(Refused),
    Worker(Trouble),
    Seal(SealError),
}

/// When the last backup was made, as far as this device remembers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BackupAge {
    pub last: Option<Day>,
    pub since: Since,
}

const PROGRAM: &str = concat!("Attune ", env!("CARGO_PKG_VERSION"));

impl Desk {
    /// All that is here, sealed in the age format with a passphrase that is normalised to NFC. It has been opened again and
    /// compared.
    pub async fn make_backup(
        self,
        helper: Helper,
        passphrase: Zeroizing<String>,
    ) -> Result<Made, NotMade> {
        let plain = self.write_all().map_err(NotMade::Notes)?;
        let bytes = helper.seal_file(plain.bytes.into(), passphrase).await?;
        Ok(Made { name: self.file_name("age"), bytes, sessions: plain.sessions })
    }

    /// What is here as text that anyone can read, without what people who share this device have not shown each other. It has
    /// been read again and compared.
    pub fn make_plain_backup(&self) -> Result<Made, Refused> {
        self.write(exchange::for_anyone)
    }

    /// All that is here, to be sealed.
    pub(super) fn write_all(&self) -> Result<Made, Refused> {
        self.write(Cabinet::clone)
    }

    fn write(&self, what: fn(&Cabinet) -> Cabinet) -> Result<Made, Refused> {
        let meta = self.meta()?;
        self.cabinet.glance(|cabinet| {
            let bytes = exchange::write_and_check(&what(cabinet), &meta)?;
            Ok(Made { name: self.file_name("json"), bytes, sessions: cabinet.session_count() })
        })
    }

    /// Whether several write here for one conversation.
    pub fn shares_a_conversation(&self) -> bool {
        self.cabinet.look(|cabinet| cabinet.conversations.iter().any(|it| it.is_shared_here()))
    }

    /// What a file made now says of itself.
    pub(super) fn meta(&self) -> Result<Meta, Refused> {
        let made_by = Line::parse(PROGRAM).map_err(|_| Refused::NotAttune)?;
        Ok(Meta { made_on: self.today(), made_by })
    }

    pub(super) fn file_name(&self, ending: &str) -> String {
        format!("attune-{}.{ending}", self.today().iso())
    }

    /// Remembers that this file was handed over, where this tab writes at all.
    pub fn note_backup(&self, made: &Made) {
        let last = Backup { day: self.today(), sessions: made.sessions };
        self.remember_of_backups(|cabinet| {
            cabinet.backups.last = Some(last);
            cabinet.backups.answered = Some(last.day);
        });
    }

    pub fn backup_age(&self) -> BackupAge {
        let today = self.today();
        self.cabinet.look(|cabinet| BackupAge {
            last: cabinet.backups.last.map(|it| it.day),
            since: cabinet.since_backup(today),
        })
    }

    /// Whether to ask for a backup now: where notes are kept and this tab writes, once a day at most.
    pub fn asks_for_backup(&self) -> bool {
        let today = self.today();
        self.remembers() && self.cabinet.look(|cabinet| cabinet.asks_for_backup(today))
    }

    /// Does not ask again today.
    pub fn put_off_backup(&self) {
        let today = self.today();
        self.remember_of_backups(|cabinet| cabinet.backups.answered = Some(today));
    }

    fn remembers(&self) -> bool {
        self.phase.get() == Phase::Open(Kept::Kept) && self.role.get() == Role::Writer
    }

    fn remember_of_backups(&self, change: impl FnOnce(&mut Cabinet)) {
        if untrack(|| self.remembers()) {
            self.change(change);
        }
    }
}

impl From<FileTrouble<SealError>> for NotMade {
    fn from(trouble: FileTrouble<SealError>) -> NotMade {
        match trouble {
            FileTrouble::Worker(trouble) => NotMade::Worker(trouble),
            FileTrouble::File(error) => NotMade::Seal(error),
        }
    }
}
