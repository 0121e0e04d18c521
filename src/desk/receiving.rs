//! Receiving what somebody hands over: a file is opened and looked at, and only then taken in.
//! Never keeps anything by opening, and takes no handover in a second time unless asked for it.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::restoring::SEALED;
use super::{Desk, Refused};
use crate::domain::person::CodeError;
use crate::domain::{Day, Journal, Kind, Person, PersonId, SecretKey};
use crate::exchange::handover::{self, Handover};
use crate::reactive::Look;
use crate::worker::{FileTrouble, Helper, KeyOpenError, OpenError, Trouble};

/// What was handed over, opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Arrived {
    pub handover: Handover,
    /// Whose invitation it was sealed for; `None` where a key of an invitation was not what opened it.
    pub invited: Option<PersonId>,
    /// Who has sessions of it already, and since which day.
    pub doubled: Option<(PersonId, Day)>,
}

/// Why there is nothing to look at. Nothing has changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotArrived {
    /// Some other file: a backup, perhaps.
    NotAHandover,
    /// For the key of somebody else, or of an invitation that was taken back.
    ForAnotherKey,
    /// It can be opened with one.
    AsksForPassphrase,
    WrongPassphrase,
    /// It asks for more work than we accept.
    TooMuchWork,
    Damaged,
    TooLarge,
    /// A newer Attune made it.
    Newer,
    Worker(Trouble),
}

/// Whose it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose<'a> {
    Person(PersonId),
    /// By their code.
    NewClient(&'a str),
}

/// Why nothing was taken in: everything is as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotTakenIn {
    /// The person is not there any more.
    Gone,
    Code(CodeError),
    /// These have its sessions already, since that day.
    Doubled(PersonId, Day),
    /// With it there would be more of one person than a backup holds.
    TooLarge,
    /// Another tab writes.
    OnlyReads,
}

/// What was taken in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TakenIn {
    pub person: PersonId,
    pub sessions: usize,
}

impl Desk {
    /// In bytes: a larger handover is not even read.
    pub const HANDOVER_MOST: usize = handover::MOST_BYTES;

    /// Opens a handover with the keys of all invitations here. One that is not sealed at all is read as it is.
    pub async fn open_handover(
        self,
        helper: Helper,
        bytes: Vec<u8>,
    ) -> Result<Arrived, NotArrived> {
        if bytes.len() > Self::HANDOVER_MOST {
            return Err(NotArrived::TooLarge);
        }
        if !bytes.starts_with(SEALED) {
            return self.arrive(&bytes, None);
        }
        let (people, keys): (Vec<PersonId>, Vec<SecretKey>) = self.cabinet.glance(|it| {
            let invited = it.journals.iter().filter_map(|journal| {
                Some((journal.person.id, journal.invitation.as_ref()?.secret.clone()?))
            });
            invited.unzip()
        });
        let (place, plain) = helper.open_with_keys(bytes, keys).await?;
        self.arrive(&plain, people.get(place).copied())
    }

    /// Opens one that was sealed with a passphrase, normalised to NFC. It says of nobody who it is from.
    pub async fn open_handover_with_passphrase(
        self,
        helper: Helper,
        bytes: Vec<u8>,
        passphrase: Zeroizing<String>,
    ) -> Result<Arrived, NotArrived> {
        let plain = helper.open_file(bytes, passphrase).await?;
        self.arrive(&plain, None)
    }

    fn arrive(self, plain: &[u8], invited: Option<PersonId>) -> Result<Arrived, NotArrived> {
        let handover = handover::read(plain)?;
        let doubled = self.find_handover(&handover);
        Ok(Arrived { handover, invited, doubled })
    }

    fn find_handover(self, handover: &Handover) -> Option<(PersonId, Day)> {
        self.cabinet.glance(|it| handover::find_handover(it, handover.id))
    }

    /// Takes a handover in, after all that is there. One that was taken in before is refused unless `again`.
    pub fn take_in(
        &self,
        whose: Whose<'_>,
        handover: &Handover,
        again: bool,
    ) -> Result<TakenIn, NotTakenIn> {
        if let Some((person, day)) = self.find_handover(handover).filter(|_| !again) {
            return Err(NotTakenIn::Doubled(person, day));
        }
        let before = self.journal_of(whose)?;
        let draw = self.world.draw;
        let after = handover::take_in(&before, handover, self.today(), &mut || draw())
            .map_err(|_| NotTakenIn::TooLarge)?;
        if !self.may_change() {
            return Err(NotTakenIn::OnlyReads);
        }
        let person = before.person.id;
        self.change(|cabinet| {
            let after = Arc::new(after);
            match cabinet.journals.iter_mut().find(|it| it.person.id == person) {
                Some(place) => *place = after,
                None => cabinet.journals.push(after),
            }
        });
        Ok(TakenIn { person, sessions: handover.sessions.len() })
    }

    /// The one that is there, or an empty one that is not there yet.
    fn journal_of(&self, whose: Whose<'_>) -> Result<Arc<Journal>, NotTakenIn> {
        match whose {
            Whose::Person(id) => {
                let found = self.cabinet.glance(|it| it.journal(id).cloned());
                found.ok_or(NotTakenIn::Gone)
            }
            Whose::NewClient(code) => {
                let code = self.parse_code(code, None).map_err(NotTakenIn::Code)?;
                let id = PersonId((self.world.draw)());
                Ok(Arc::new(Journal::new(Person::new(id, Kind::Client, code))))
            }
        }
    }
}

impl From<Refused> for NotArrived {
    fn from(refused: Refused) -> NotArrived {
        match refused {
            Refused::NotAttune => NotArrived::NotAHandover,
            Refused::Newer { .. } => NotArrived::Newer,
            Refused::Damaged { .. } => NotArrived::Damaged,
            Refused::TooLarge => NotArrived::TooLarge,
        }
    }
}

impl From<FileTrouble<KeyOpenError>> for NotArrived {
    fn from(trouble: FileTrouble<KeyOpenError>) -> NotArrived {
        match trouble {
            FileTrouble::Worker(trouble) => NotArrived::Worker(trouble),
            FileTrouble::File(error) => match error {
                KeyOpenError::NotSealed => NotArrived::NotAHandover,
                KeyOpenError::Newer => NotArrived::Newer,
                KeyOpenError::WithPassphrase => NotArrived::AsksForPassphrase,
                KeyOpenError::ForAnotherKey => NotArrived::ForAnotherKey,
                KeyOpenError::Damaged => NotArrived::Damaged,
                KeyOpenError::TooLarge => NotArrived::TooLarge,
                KeyOpenError::NoMemory => NotArrived::Worker(Trouble::NoMemory),
            },
        }
    }
}

impl From<FileTrouble<OpenError>> for NotArrived {
    fn from(trouble: FileTrouble<OpenError>) -> NotArrived {
        match trouble {
            FileTrouble::Worker(trouble) => NotArrived::Worker(trouble),
            FileTrouble::File(error) => match error {
                OpenError::NotSealed => NotArrived::NotAHandover,
                OpenError::Newer => NotArrived::Newer,
                OpenError::ForKeys => NotArrived::ForAnotherKey,
                OpenError::TooMuchWork => NotArrived::TooMuchWork,
                OpenError::WrongPassphrase => NotArrived::WrongPassphrase,
                OpenError::Damaged => NotArrived::Damaged,
                OpenError::TooLarge => NotArrived::TooLarge,
                OpenError::NoMemory => NotArrived::Worker(Trouble::NoMemory),
            },
        }
    }
}
