//! An invitation to hand something over: the key that alone opens what comes back, and what was asked for.
//! Never computes with a key: `sealed_file` does.

use std::fmt;

use zeroize::Zeroizing;

use super::day::Day;
use super::id::HandoverId;
use super::naming::Listed;
use crate::vocabulary::{Area, Need};

/// One for each person at most; without its secret, what was sealed for it opens no more.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Invitation {
    /// `None`: it was taken back. What is left of it says so, or an older backup would bring its key back.
    pub secret: Option<SecretKey>,
    pub public: PublicKey,
    pub made_on: Day,
    /// What it suggests to begin with, in its order.
    pub asks: Vec<Ask>,
}

/// Something of the vocabulary to begin with; never typed words, for an invitation may be seen by others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    Area(Listed<Area>),
    Need(Listed<Need>),
    /// The open question of a need.
    Question(Listed<Need>),
}

/// X25519, as age has it in `AGE-SECRET-KEY-1`.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretKey(Zeroizing<[u8; 32]>);

/// X25519, as age has it in `age1`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PublicKey(pub [u8; 32]);

impl Invitation {
    /// Lets go of its secret, and of what it asked for.
    pub fn take_back(&mut self) {
        self.secret = None;
        self.asks = Vec::new();
    }
}

impl SecretKey {
    pub fn new(bytes: [u8; 32]) -> SecretKey {
        SecretKey(Zeroizing::new(bytes))
    }

    /// As it is written down, where 32 zeros stand for one that was let go of: no chance draws them.
    pub fn written(bytes: [u8; 32]) -> Option<SecretKey> {
        (bytes != [0; 32]).then(|| SecretKey::new(bytes))
    }

    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// A key is shown nowhere.
impl fmt::Debug for SecretKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SecretKey")
    }
}

/// How a session came here: in a file that somebody handed over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Received {
    pub handover: HandoverId,
    /// The day on which it was taken in.
    pub day: Day,
}
