//! What the worker answers, as bytes and back.
//! Never a word for people: screens have those.

use zeroize::Zeroizing;

use super::bytes::{join, take, take_text};
use crate::domain::PublicKey;
use crate::sealed_file::{KeyOpenError, KeySealError, OpenError, SealError};
use crate::vault::key::{DerivedKey, KEY_LENGTH};

pub enum Answer {
    Derived(DerivedKey),
    Sealed(Result<Vec<u8>, SealError>),
    Opened(Result<Zeroizing<Vec<u8>>, OpenError>),
    PublicKey(PublicKey),
    KeySealed(Result<Vec<u8>, KeySealError>),
    /// Which of the keys opened it, and what is in it.
    KeyOpened(Result<(usize, Zeroizing<Vec<u8>>), KeyOpenError>),
    /// What was read in a picture.
    Texts(Vec<String>),
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
    pub const PUBLIC_KEY: u8 = 8;
    pub const KEY_SEALED: u8 = 9;
    pub const NOT_KEY_SEALED: u8 = 10;
    pub const KEY_OPENED: u8 = 11;
    pub const NOT_KEY_OPENED: u8 = 12;
    pub const TEXTS: u8 = 13;
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
const KEY_SEAL_ERRORS: [KeySealError; 4] = [
    KeySealError::TooLarge,
    KeySealError::NotAKey,
    KeySealError::NoMemory,
    KeySealError::NotSealedForIt,
];
const KEY_OPEN_ERRORS: [KeyOpenError; 7] = [
    KeyOpenError::NotSealed,
    KeyOpenError::Newer,
    KeyOpenError::WithPassphrase,
    KeyOpenError::ForAnotherKey,
    KeyOpenError::Damaged,
    KeyOpenError::TooLarge,
    KeyOpenError::NoMemory,
];

impl Answer {
    pub fn write(&self) -> Zeroizing<Vec<u8>> {
        match self {
            Answer::Derived(key) => join(&[&[kind::DERIVED], key.to_wire()]),
            Answer::Sealed(Ok(file)) => join(&[&[kind::SEALED], file]),
            Answer::Sealed(Err(why)) => join(&[&[kind::NOT_SEALED, number(&SEAL_ERRORS, why)]]),
            Answer::Opened(Ok(plain)) => join(&[&[kind::OPENED], plain]),
            Answer::Opened(Err(why)) => join(&[&[kind::NOT_OPENED, number(&OPEN_ERRORS, why)]]),
            Answer::PublicKey(key) => join(&[&[kind::PUBLIC_KEY], &key.0]),
            Answer::KeySealed(Ok(file)) => join(&[&[kind::KEY_SEALED], file]),
            Answer::KeySealed(Err(why)) => {
                join(&[&[kind::NOT_KEY_SEALED, number(&KEY_SEAL_ERRORS, why)]])
            }
            Answer::KeyOpened(Ok((which, plain))) => {
                // As many keys do not fit into wasm's memory.
                let which = u32::try_from(*which).unwrap_or(u32::MAX).to_le_bytes();
                join(&[&[kind::KEY_OPENED], &which, plain])
            }
            Answer::KeyOpened(Err(why)) => {
                join(&[&[kind::NOT_KEY_OPENED, number(&KEY_OPEN_ERRORS, why)]])
            }
            Answer::Texts(texts) => with_texts(texts),
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
            kind::PUBLIC_KEY => Some(Answer::PublicKey(PublicKey(rest.try_into().ok()?))),
            kind::KEY_SEALED => Some(Answer::KeySealed(Ok(rest.to_vec()))),
            kind::NOT_KEY_SEALED => Some(Answer::KeySealed(Err(numbered(&KEY_SEAL_ERRORS, rest)?))),
            kind::KEY_OPENED => {
                let (which, plain) = take(rest)?;
                let which = u32::from_le_bytes(which).try_into().ok()?;
                Some(Answer::KeyOpened(Ok((which, plain.to_vec().into()))))
            }
            kind::NOT_KEY_OPENED => Some(Answer::KeyOpened(Err(numbered(&KEY_OPEN_ERRORS, rest)?))),
            kind::TEXTS => read_texts(rest).map(Answer::Texts),
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

fn with_texts(texts: &[String]) -> Zeroizing<Vec<u8>> {
    let mut message = Zeroizing::new(vec![kind::TEXTS]);
    for text in texts {
        // No code holds four gigabytes.
        message.extend(u32::try_from(text.len()).unwrap_or(u32::MAX).to_le_bytes());
        message.extend(text.as_bytes());
    }
    message
}

fn read_texts(mut bytes: &[u8]) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    while !bytes.is_empty() {
        let (text, rest) = take_text(bytes)?;
        texts.push(text.to_string());
        bytes = rest;
    }
    Some(texts)
}
