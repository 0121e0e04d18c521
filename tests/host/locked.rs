//! Made-up ways in, vaults locked with them, and how tests come in.
//! Never derives keys: any 32 bytes will do.

use attune::desk::keeper::{
    Homes, Keeper, LockChoice, Locked, NotUnlocked, Opened, Opening, Refusal, WayChoice,
};
use attune::domain::Cabinet;
use attune::storage::{Memory, Slot};
use attune::vault::cost::Cost;
use attune::vault::key::DerivedKey;
use attune::vault::way::{Passkey, Salt, Stretch, WayIn};

use crate::keeper::{Now, kept, open};
use crate::ledgers::now;
use crate::samples;

/// Of each made-up way one number: its salt and its key are made of it.
pub fn key(number: u8) -> DerivedKey {
    DerivedKey::from_bytes([number; 32])
}

pub fn stretch(number: u8) -> Stretch {
    Stretch { cost: Cost::NEW, salt: Salt([number; 16]) }
}

pub fn passphrase(number: u8) -> WayChoice {
    WayChoice::New(WayIn::Passphrase(stretch(number)), key(number))
}

pub fn code(number: u8) -> WayChoice {
    WayChoice::New(WayIn::Code(stretch(number)), key(number))
}

pub fn passkey(number: u8) -> WayChoice {
    let passkey = Passkey { credential: vec![number; 32], salt: [number; 32] };
    WayChoice::New(WayIn::Passkey(passkey), key(number))
}

/// Locked by a passphrase of number 1 and a code of number 2.
pub fn both() -> LockChoice {
    LockChoice::Closed(vec![passphrase(1), code(2)])
}

pub fn opening(slot: impl Slot + 'static) -> Result<Opening, Refusal> {
    now(Keeper::open(Homes::local_only(slot), samples::draw))
}

pub fn lock_of(memory: &Memory) -> Locked {
    match opening(memory.clone()).unwrap() {
        Opening::Locked(locked) => locked,
        Opening::Open(_) => panic!("it is open"),
    }
}

/// Tries the key at every way, as long as none opens.
pub fn try_key(mut locked: Locked, number: u8) -> Result<Opened, NotUnlocked> {
    for place in 0..locked.ways().len() {
        match now(locked.unlock(place, &key(number))) {
            Err(NotUnlocked::WrongKey(again)) => locked = again,
            other => return other,
        }
    }
    Err(NotUnlocked::WrongKey(locked))
}

pub fn unlock(memory: &Memory, number: u8) -> Opened {
    match try_key(lock_of(memory), number) {
        Ok(opened) => {
            assert_eq!(opened.unread, []);
            opened
        }
        Err(NotUnlocked::WrongKey(_)) => panic!("{number} is a wrong key"),
        Err(NotUnlocked::Refused(refusal)) => panic!("{refusal:?}"),
    }
}

pub fn is_wrong(memory: &Memory, number: u8) -> bool {
    matches!(try_key(lock_of(memory), number), Err(NotUnlocked::WrongKey(_)))
}

pub fn locked(cabinet: &Cabinet) -> Memory {
    let memory = kept(cabinet);
    open(&memory).0.set_lock(both()).unwrap();
    memory
}
