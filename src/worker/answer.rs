//! What the worker answers, as bytes and back.
//! Never a word for people: screens have those.

use zeroize::Zeroizing;

use super::bytes::{join, take};
use crate::sealed_file::{OpenError, SealError};
use crate::vault::key::{DerivedKey, KEY_LENGTH};

pub enum Answer {
    Derived(DerivedKey),
    Sealed(Result<Vec<u8>, SealError>),
    Opened(Result<Zeroizing<Vec<u8>>, OpenError>),
    /// The memory it costs is not to be had.
    NoMemory,
    /// What arrived is no task. Between two halves of one release it does not happen.
    NoTask,
}

/// The first byte of a message.
mod kind {
    pub const DERIVED: u8 = 1;
    pub const SEALED: u8 = 2;
    pub const NOT_SEALED: u8 = 3;
    pub const OPENED: u8 = 4;
    pub const NOT_OPENED: u8 = 5;
    pub const NO_MEMORY: u8 = 6;
    pub const NO_TASK: u8 = 7;
}

/// Their place in these lists is their number on the wire.
const SEAL_ERRORS: [SealError; 3] =
    [SealError::TooLarge, SealError::NoMemory, SealError::NotReadBack];
const OPEN_ERRORS: [OpenError; 8] = [
    OpenError::NotSealed,
    OpenError::Newer,
    OpenError::ForKeys,
    OpenError::TooMuchWork,
    OpenError::WrongPassphrase,
    OpenError::Damaged,
    OpenError::TooLarge,
    OpenError::NoMemory,
];

impl Answer {
    pub fn write(&self) -> Zeroizing<Vec<u8>> {
        match self {
            Answer::Derived(key) => join(&[&[kind::DERIVED], key.to_wire()]),
            Answer::Sealed(Ok(file)) => join(&[&[kind::SEALED], file]),
            Answer::Sealed(Err(why)) => join(&[&[kind::NOT_SEALED, number(&SEAL_ERRORS, why)]]),
            Answer::Opened(Ok(plain)) => join(&[&[kind::OPENED], plain]),
            Answer::Opened(Err(why)) => join(&[&[kind::NOT_OPENED, number(&OPEN_ERRORS, why)]]),
            Answer::NoMemory => join(&[&[kind::NO_MEMORY]]),
            Answer::NoTask => join(&[&[kind::NO_TASK]]),
        }
    }

    /// `None`: no answer.
    pub fn read(bytes: &[u8]) -> Option<Answer> {
        let ([kind], rest) = take(bytes)?;
        match kind {
            kind::DERIVED => {
                let key: [u8; KEY_LENGTH] = rest.try_into().ok()?;
                Some(Answer::Derived(DerivedKey::from_bytes(key)))
            }
            kind::SEALED => Some(Answer::Sealed(Ok(rest.to_vec()))),
            kind::NOT_SEALED => Some(Answer::Sealed(Err(numbered(&SEAL_ERRORS, rest)?))),
            kind::OPENED => Some(Answer::Opened(Ok(rest.to_vec().into()))),
            kind::NOT_OPENED => Some(Answer::Opened(Err(numbered(&OPEN_ERRORS, rest)?))),
            kind::NO_MEMORY => Some(Answer::NoMemory),
            kind::NO_TASK => Some(Answer::NoTask),
            _ => None,
        }
    }
}

fn number<T: PartialEq>(all: &[T], one: &T) -> u8 {
    all.iter().zip(0..).find(|(it, _)| *it == one).map_or(u8::MAX, |(_, number)| number)
}

fn numbered<T: Copy>(all: &[T], rest: &[u8]) -> Option<T> {
    let [number] = rest else { return None };
    all.get(usize::from(*number)).copied()
}
