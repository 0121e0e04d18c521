//! The worker's services for whoever needs one: a key, a sealed file, an opened one.
//! Never blocks, and never gives half an answer: each is a value, or why there is none.

use std::pin::Pin;

use zeroize::Zeroizing;

use super::{Answer, Picture, Task};
use crate::domain::{PublicKey, SecretKey};
use crate::sealed_file::{KeyOpenError, KeySealError, OpenError, SealError};
use crate::vault::cost::Cost;
use crate::vault::key::DerivedKey;
use crate::vault::way::Salt;

/// An answer to wait for. Whoever stops waiting ends the work on it.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// Carries one task to the worker and its answer back.
pub type Ask = fn(Zeroizing<Vec<u8>>) -> Later<Result<Zeroizing<Vec<u8>>, Trouble>>;

/// Why the worker gave no answer. Nothing is changed by it, and all but `Gone` may be tried again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// Its files did not arrive. The connection may come back.
    NotFetched,
    /// The browser does not start it.
    NotStarted,
    /// It ended in the middle of the work: for want of memory, most likely. The next task gets a new one.
    Died,
    /// The memory that the work costs is not to be had.
    NoMemory,
    /// The worker that starts all others is gone, and a page that has sealed itself starts no new one: it has to be
    /// loaded again. What is kept is kept; what is only on the screen has to be saved before.
    Gone,
}

/// Why there is no file, or nothing out of one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileTrouble<E> {
    Worker(Trouble),
    File(E),
}

impl<E> From<Trouble> for FileTrouble<E> {
    fn from(trouble: Trouble) -> Self {
        FileTrouble::Worker(trouble)
    }
}

/// As cheap to copy as an address. Every call is a worker of its own, ended when it has answered.
#[derive(Clone, Copy)]
pub struct Helper {
    ask: Ask,
}

impl Helper {
    /// Over another wire: tests have one that does the work in place.
    pub const fn over(ask: Ask) -> Helper {
        Helper { ask }
    }

    /// `secret` is a passphrase in UTF-8, normalised to NFC, or what `RecoveryCode::secret` gives.
    pub async fn derive(
        self,
        secret: Zeroizing<Vec<u8>>,
        salt: Salt,
        cost: Cost,
    ) -> Result<DerivedKey, Trouble> {
        match self.answer(Task::Derive { secret, salt, cost }).await? {
            Answer::Derived(key) => Ok(key),
            other => Err(no_answer(&other)),
        }
    }

    /// A sealed file that was opened again and compared. `passphrase` is normalised to NFC.
    pub async fn seal_file(
        self,
        plain: Zeroizing<Vec<u8>>,
        passphrase: Zeroizing<String>,
    ) -> Result<Vec<u8>, FileTrouble<SealError>> {
        match self.answer(Task::Seal { plain, passphrase }).await? {
            Answer::Sealed(Err(SealError::NoMemory)) => Err(Trouble::NoMemory.into()),
            Answer::Sealed(sealed) => sealed.map_err(FileTrouble::File),
            other => Err(no_answer(&other).into()),
        }
    }

    /// What is in a sealed file. `passphrase` is normalised to NFC.
    pub async fn open_file(
        self,
        file: Vec<u8>,
        passphrase: Zeroizing<String>,
    ) -> Result<Zeroizing<Vec<u8>>, FileTrouble<OpenError>> {
        match self.answer(Task::Open { file, passphrase }).await? {
            Answer::Opened(Err(OpenError::NoMemory)) => Err(Trouble::NoMemory.into()),
            Answer::Opened(opened) => opened.map_err(FileTrouble::File),
            other => Err(no_answer(&other).into()),
        }
    }

    /// The key to give away, of the one to keep.
    pub async fn public_key(self, secret: SecretKey) -> Result<PublicKey, Trouble> {
        match self.answer(Task::PublicKey { secret }).await? {
            Answer::PublicKey(key) => Ok(key),
            other => Err(no_answer(&other)),
        }
    }

    /// A file that the secret of `key` alone opens: so it was not opened again to compare, only its header was read.
    pub async fn seal_for_key(
        self,
        plain: Zeroizing<Vec<u8>>,
        key: PublicKey,
    ) -> Result<Vec<u8>, FileTrouble<KeySealError>> {
        match self.answer(Task::SealForKey { plain, key }).await? {
            Answer::KeySealed(Err(KeySealError::NoMemory)) => Err(Trouble::NoMemory.into()),
            Answer::KeySealed(sealed) => sealed.map_err(FileTrouble::File),
            other => Err(no_answer(&other).into()),
        }
    }

    /// What is in a file that was sealed for one of these keys, and the place of that key among them, from 0.
    pub async fn open_with_keys(
        self,
        file: Vec<u8>,
        keys: Vec<SecretKey>,
    ) -> Result<(usize, Zeroizing<Vec<u8>>), FileTrouble<KeyOpenError>> {
        match self.answer(Task::OpenWithKeys { file, keys }).await? {
            Answer::KeyOpened(Err(KeyOpenError::NoMemory)) => Err(Trouble::NoMemory.into()),
            Answer::KeyOpened(opened) => opened.map_err(FileTrouble::File),
            other => Err(no_answer(&other).into()),
        }
    }

    /// What stands in the QR codes of a picture, in no order.
    pub async fn read_picture(self, picture: Picture) -> Result<Vec<String>, Trouble> {
        match self.answer(Task::ReadPicture(picture)).await? {
            Answer::Texts(texts) => Ok(texts),
            other => Err(no_answer(&other)),
        }
    }

    async fn answer(self, task: Task) -> Result<Answer, Trouble> {
        let message = task.write();
        drop(task);
        let answer = (self.ask)(message).await?;
        Answer::read(&answer).ok_or(Trouble::Died)
    }
}

/// What is no answer to the question asked.
fn no_answer(answer: &Answer) -> Trouble {
    match answer {
        Answer::NoMemory => Trouble::NoMemory,
        _ => Trouble::Died,
    }
}
