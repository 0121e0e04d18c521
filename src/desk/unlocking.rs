//! Opening what is locked, with what a person knows or has.
//! Never keeps a passphrase or a code longer than it takes to make a key of it, and derives none itself: the world does.

use zeroize::Zeroizing;

use super::locking::kind;
use super::{Desk, NoKey, NoPasskey, WayKind};
use crate::vault::recovery_code::{CodeFault, RecoveryCode};
use crate::vault::way::{Entry, Passkey, Stretch, WayIn};

/// Why it stays shut. Nothing has changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shut {
    /// It opens nothing here.
    Wrong,
    /// What was typed is no recovery code.
    NoCode(CodeFault),
    NoKey(NoKey),
    NoPasskey(NoPasskey),
    /// There is no such way in.
    NoWay,
}

impl Desk {
    /// The kinds of ways into what is locked now.
    pub fn kinds_in(&self) -> Vec<WayKind> {
        self.ways_in().iter().map(|way| kind(way.as_ref().ok())).collect()
    }

    /// Opens with a passphrase, normalised to NFC.
    pub async fn unlock_by_passphrase(self, passphrase: &Zeroizing<String>) -> Result<(), Shut> {
        let secret = passphrase.as_bytes();
        self.try_secret(secret, |way| match way {
            WayIn::Passphrase(stretch) => Some(*stretch),
            _ => None,
        })
        .await
    }

    /// Opens with a recovery code as it was typed.
    pub async fn unlock_by_code(self, typed: &Zeroizing<String>) -> Result<(), Shut> {
        let code = RecoveryCode::parse(typed).map_err(Shut::NoCode)?;
        self.try_secret(code.secret(), |way| match way {
            WayIn::Code(stretch) => Some(*stretch),
            _ => None,
        })
        .await
    }

    /// What a passkey is to be asked with, and the place of its way.
    pub fn passkeys_in(&self) -> Vec<(usize, Passkey)> {
        let ways = self.ways_in().into_iter().enumerate();
        ways.filter_map(|(place, way)| match way {
            Ok(Entry::Closed(WayIn::Passkey(passkey))) => Some((place, passkey)),
            _ => None,
        })
        .collect()
    }

    async fn try_secret(
        self,
        secret: &[u8],
        stretch: fn(&WayIn) -> Option<Stretch>,
    ) -> Result<(), Shut> {
        let ways = self.ways_in();
        let mut shut = Shut::NoWay;
        for (place, way) in ways.iter().enumerate() {
            let Ok(Entry::Closed(way)) = way else { continue };
            let Some(Stretch { cost, salt }) = stretch(way) else { continue };
            let secret = Zeroizing::new(secret.to_vec());
            let key = (self.world.derive)(secret, salt, cost).await.map_err(Shut::NoKey)?;
            match self.unlock(place, key).await {
                Ok(()) => return Ok(()),
                Err(_) => shut = Shut::Wrong,
            }
        }
        Err(shut)
    }
}
