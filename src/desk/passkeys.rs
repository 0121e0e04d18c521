//! Passkeys as a further way in: made, tried and taken away; the browser is asked through the world.
//! Never the only way: a passkey goes with its device.

use super::locking::NotLocked;
use super::unlocking::Shut;
use super::{Desk, NoPasskey};
use crate::vault::key::DerivedKey;
use crate::vault::way::Passkey;

/// Why there is no passkey for these notes now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoPasskeyWay {
    Passkey(NoPasskey),
    NotLocked(NotLocked),
}

impl Desk {
    /// Makes a passkey on this device and lets it open what is locked, from now on.
    pub async fn make_passkey(self) -> Result<(), NoPasskeyWay> {
        let (mut user, mut challenge, mut salt) = ([0; 16], [0; 32], [0; 32]);
        for chance in [&mut user[..], &mut challenge, &mut salt] {
            (self.world.draw_secret)(chance)
                .map_err(|_| NoPasskeyWay::NotLocked(NotLocked::NoChance))?;
        }
        let made = (self.world.make_passkey)(user, challenge, salt).await;
        let (credential, answer) = made.map_err(NoPasskeyWay::Passkey)?;
        let passkey = Passkey { credential, salt };
        let added = self.add_passkey(passkey, DerivedKey::from_bytes(answer)).await;
        added.map_err(NoPasskeyWay::NotLocked)
    }

    /// Opens with whichever passkey of these notes this device has.
    pub async fn unlock_by_passkey(self) -> Result<(), Shut> {
        let mut shut = Shut::NoWay;
        for (place, Passkey { credential, salt }) in self.passkeys_in() {
            let mut challenge = [0; 32];
            if (self.world.draw_secret)(&mut challenge).is_err() {
                continue;
            }
            match (self.world.ask_passkey)(credential, challenge, salt).await {
                Ok(answer) => match self.unlock(place, DerivedKey::from_bytes(answer)).await {
                    Ok(()) => return Ok(()),
                    Err(_) => shut = Shut::Wrong,
                },
                Err(no_passkey) => shut = Shut::NoPasskey(no_passkey),
            }
        }
        Err(shut)
    }
}
