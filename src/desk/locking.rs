//! The lock: who may open what is kept, chosen, changed and taken off.
//! Never keeps a passphrase or a code longer than it takes to make a key of it, and derives none itself: the world does.

use leptos::prelude::*;
use zeroize::Zeroizing;

use super::keeper::{Keeper, KeptIn, LockChoice, LockError, SaveError, WayChoice};
use super::keeping::PATIENCE;
use super::{Desk, Keeping, Kept, Phase};
use crate::vault::cost::Cost;
use crate::vault::key::DerivedKey;
use crate::vault::recovery_code::RecoveryCode;
use crate::vault::way::{Entry, Passkey, Salt, Stretch, WayIn};

/// Who may open what is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lock {
    /// Nobody has said yet: nothing is written before.
    Unchosen,
    /// Whoever uses this browser.
    Open,
    /// Who knows the passphrase or the recovery code.
    Closed,
}

/// Why there is no key to try.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoKey {
    /// What derives keys did not arrive, or does not start. It may come yet.
    NoHelp,
    /// It costs memory that this device does not have now.
    NoMemory,
    /// What derives keys is gone: the page has to be loaded again.
    Gone,
}

/// Why the lock is as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotLocked {
    NoKey(NoKey),
    /// The device gives no chance to make keys from.
    NoChance,
    NotSaved(SaveError),
    /// Another tab has the turn to write.
    OnlyReads,
    /// Another way in is needed first: one that lasts.
    NobodyCouldOpen,
}

/// A way into what is open now, as a person knows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WayKind {
    Passphrase,
    Code,
    Passkey,
    /// Of a newer Attune, or not to be tried.
    Strange,
}

/// Which ways take the place of which.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Instead {
    OfAll,
    Of(WayKind),
    OfNone,
}

impl Desk {
    pub fn lock(&self) -> ReadSignal<Lock> {
        self.lock.read_only()
    }

    /// The kinds of ways into what is open, in their order.
    pub fn kinds(&self) -> Vec<WayKind> {
        let ways = self.with_keeper(|keeper| keeper.ways()).unwrap_or_default();
        ways.iter().map(|way| kind(way.as_ref().ok())).collect()
    }

    /// A new recovery code, to be shown before it counts. `None` where the device gives no chance.
    pub fn draw_code(&self) -> Option<RecoveryCode> {
        RecoveryCode::draw(self.world.draw_secret).ok()
    }

    /// Anyone may open it, from now on or again. It is said at all times.
    pub async fn open_up(self) -> Result<(), NotLocked> {
        self.relock(|_| Ok(LockChoice::Open)).await
    }

    /// Only who knows the passphrase, normalised to NFC, or the code, and nobody by any way from before.
    pub async fn lock_by(
        self,
        passphrase: Zeroizing<String>,
        code: &RecoveryCode,
    ) -> Result<(), NotLocked> {
        let passphrase = self.passphrase_way(passphrase).await?;
        let code = self.code_way(code).await?;
        self.add_ways(vec![passphrase, code], Instead::OfAll).await
    }

    /// Another passphrase in the place of the one before; the other ways stay.
    pub async fn change_passphrase(self, passphrase: Zeroizing<String>) -> Result<(), NotLocked> {
        let way = self.passphrase_way(passphrase).await?;
        self.add_ways(vec![way], Instead::Of(WayKind::Passphrase)).await
    }

    /// Another code in the place of the one before; the other ways stay.
    pub async fn change_code(self, code: &RecoveryCode) -> Result<(), NotLocked> {
        let way = self.code_way(code).await?;
        self.add_ways(vec![way], Instead::Of(WayKind::Code)).await
    }

    /// A passkey as a further way in; the others stay.
    pub async fn add_passkey(self, passkey: Passkey, key: DerivedKey) -> Result<(), NotLocked> {
        let way = WayChoice::New(WayIn::Passkey(passkey), key);
        self.add_ways(vec![way], Instead::OfNone).await
    }

    /// Passkeys open it no more; the others do.
    pub async fn remove_passkeys(self) -> Result<(), NotLocked> {
        self.add_ways(Vec::new(), Instead::Of(WayKind::Passkey)).await
    }

    async fn passphrase_way(self, passphrase: Zeroizing<String>) -> Result<WayChoice, NotLocked> {
        let (stretch, key) = self.stretched(passphrase.as_bytes()).await?;
        Ok(WayChoice::New(WayIn::Passphrase(stretch), key))
    }

    async fn code_way(self, code: &RecoveryCode) -> Result<WayChoice, NotLocked> {
        let (stretch, key) = self.stretched(code.secret()).await?;
        Ok(WayChoice::New(WayIn::Code(stretch), key))
    }

    async fn stretched(self, secret: &[u8]) -> Result<(Stretch, DerivedKey), NotLocked> {
        let mut salt = [0; 16];
        (self.world.draw_secret)(&mut salt).map_err(|_| NotLocked::NoChance)?;
        let stretch = Stretch { cost: Cost::NEW, salt: Salt(salt) };
        let secret = Zeroizing::new(secret.to_vec());
        let key = (self.world.derive)(secret, stretch.salt, stretch.cost).await;
        Ok((stretch, key.map_err(NotLocked::NoKey)?))
    }

    async fn add_ways(self, new: Vec<WayChoice>, instead: Instead) -> Result<(), NotLocked> {
        self.relock(move |keeper| {
            let mut ways: Vec<WayChoice> = Vec::new();
            for (place, way) in keeper.ways().iter().enumerate() {
                let goes = match instead {
                    Instead::OfAll => true,
                    Instead::Of(other) => kind(way.as_ref().ok()) == other,
                    Instead::OfNone => false,
                };
                if !goes && keeper.is_locked() {
                    ways.push(WayChoice::Keep(place));
                }
            }
            ways.extend(new);
            Ok(LockChoice::Closed(ways))
        })
        .await
    }

    /// Changes the lock once nothing else is on its way to storage, and sweeps what it replaced.
    async fn relock(
        self,
        choose: impl FnOnce(&mut Keeper) -> Result<LockChoice, LockError>,
    ) -> Result<(), NotLocked> {
        if !self.may_change() {
            return Err(NotLocked::OnlyReads);
        }
        self.wait_for_turn().await;
        let relocked = self.relock_now(choose).await;
        self.give_turn_back();
        if relocked.is_ok() {
            self.look_at_lock();
            // What was held back until there was a lock, or changed meanwhile.
            self.keep_soon();
        }
        relocked
    }

    async fn relock_now(
        self,
        choose: impl FnOnce(&mut Keeper) -> Result<LockChoice, LockError>,
    ) -> Result<(), NotLocked> {
        let begun = self.with_keeper(|keeper| {
            let choice = choose(keeper)?;
            let begun = keeper.begin_lock(choice)?;
            Ok::<_, LockError>(begun.then(|| keeper.bring()))
        });
        let Some(begun) = begun else { return Err(NotLocked::NotSaved(SaveError::Blocked)) };
        if let Some(bring) = begun? {
            let kept_in = self.see_home(bring).await.unwrap_or(Err(SaveError::Failed))?;
            if matches!(kept_in, KeptIn::InLedger(_)) {
                self.with_keeper(Keeper::clear_local);
            }
            let sweep = self.with_keeper(|keeper| {
                keeper.begin_sweep().ok().filter(|begun| *begun).map(|_| keeper.bring())
            });
            if let Some(bring) = sweep.flatten() {
                // The lock stands, whatever comes of this: what could not be swept goes with the next save.
                let _ = self.see_home(bring).await;
            }
        }
        if let Some(ring) = self.with_keeper(|keeper| keeper.ring()) {
            // Sealed under a key that is no more, which may open them still: nothing of before is left to be opened.
            let _ = self.world.within(PATIENCE, ring.let_go_of_strange()).await;
        }
        self.lock.set(Lock::Open);
        Ok(())
    }

    /// Nothing is kept: what is on the screen lasts as long as the page.
    pub fn keep_nothing(&self) {
        self.keeper.set_value(None);
        (self.world.release)();
        self.keeping.set(Keeping::Saved);
        self.lock.set(Lock::Open);
        self.phase.set(Phase::Open(Kept::ThisVisit));
    }

    /// Takes up keeping again after `keep_nothing`; the lock is to be chosen then.
    pub fn keep_after_all(&self) {
        self.open_beside();
    }

    /// Whether everything is kept and the keys are gone: the page is to be loaded anew then.
    pub async fn shut(self) -> bool {
        self.keep_now();
        if self.keeping.get_untracked() != Keeping::Saved {
            self.wait_for_turn().await;
            self.give_turn_back();
        }
        let is_kept = self.keeping.get_untracked() == Keeping::Saved;
        if is_kept {
            self.wipe();
        }
        is_kept
    }

    /// Lets go of every key, at once.
    pub fn wipe(&self) {
        self.keeper.set_value(None);
        self.locked.set_value(None);
    }

    /// What the keeper says of the lock, for whoever shows it.
    pub(super) fn look_at_lock(&self) {
        let lock = self.with_keeper(|keeper| match (keeper.is_locked(), keeper.asks_for_lock()) {
            (true, _) => Lock::Closed,
            (false, true) if self.lock.get_untracked() != Lock::Open => Lock::Unchosen,
            (false, _) => Lock::Open,
        });
        self.lock.set(lock.unwrap_or(Lock::Open));
    }

    /// In milliseconds, between two looks at whether storage is free.
    pub(super) const TURN: i32 = 10;

    pub(super) async fn wait_for_turn(&self) {
        let mut turns = 2 * PATIENCE / Desk::TURN;
        while !self.take_turn() && turns > 0 {
            (self.world.wait)(Desk::TURN).await;
            turns -= 1;
        }
    }
}

pub(super) fn kind(way: Option<&Entry>) -> WayKind {
    match way {
        Some(Entry::Closed(WayIn::Passphrase(_))) => WayKind::Passphrase,
        Some(Entry::Closed(WayIn::Code(_))) => WayKind::Code,
        Some(Entry::Closed(WayIn::Passkey(_))) => WayKind::Passkey,
        Some(Entry::Open) | None => WayKind::Strange,
    }
}

impl From<LockError> for NotLocked {
    fn from(error: LockError) -> NotLocked {
        match error {
            LockError::NobodyCouldOpen | LockError::NoSuchWay => NotLocked::NobodyCouldOpen,
            LockError::NotSaved(error) => NotLocked::NotSaved(error),
        }
    }
}

impl From<SaveError> for NotLocked {
    fn from(error: SaveError) -> NotLocked {
        NotLocked::NotSaved(error)
    }
}
