//! The world as the desk needs it: a date, chance, a later, and the homes to keep things in.
//! Never used by anything but the desk; tests hand in one of their own.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::Poll;

use zeroize::Zeroizing;

use super::NoKey;
#[cfg(target_arch = "wasm32")]
use crate::browser::Claim;
use crate::domain::Day;
use crate::storage::book::Later;
use crate::storage::{Book, Slot, StorageError};
use crate::vault::cost::Cost;
#[cfg(target_arch = "wasm32")]
use crate::vault::key::NoChance;
use crate::vault::key::{DerivedKey, Draw};
use crate::vault::way::Salt;
#[cfg(target_arch = "wasm32")]
use crate::worker::{Helper, Trouble};

/// What has to wait for something.
pub type Task = Pin<Box<dyn Future<Output = ()>>>;

/// Whether it was granted, once that is known.
pub type Granted = Pin<Box<dyn Future<Output = bool>>>;

/// Why a passkey gave nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoPasskey {
    /// The person said no, took too long, or there is none on this device.
    Refused,
    /// It cannot give bytes of its own: an older device, browser or key.
    NoBytes,
    Failed,
}

pub type MakePasskey = fn([u8; 16], [u8; 32], [u8; 32]) -> Later<(Vec<u8>, [u8; 32]), NoPasskey>;
pub type AskPasskey = fn(Vec<u8>, [u8; 32], [u8; 32]) -> Later<[u8; 32], NoPasskey>;

/// From a secret, with a salt, at a cost.
pub type Derive = fn(Zeroizing<Vec<u8>>, Salt, Cost) -> Later<DerivedKey, NoKey>;

#[derive(Clone, Copy)]
pub struct World {
    pub today: fn() -> Day,
    pub draw: fn() -> [u8; 8],
    /// Chance for keys: where there is none, there is no key, and never a weak one.
    pub draw_secret: Draw,
    /// Does a task as soon as the current one has ended.
    pub soon: fn(Box<dyn FnOnce()>),
    /// Goes on with a task whenever what it waits for has come.
    pub spawn: fn(Task),
    /// Ends after so many milliseconds.
    pub wait: fn(i32) -> Task,
    /// A key from a passphrase or a code, made aside while the page goes on.
    pub derive: Derive,
    /// Makes a passkey for a user's id, with a challenge, and asks it with a salt: its credential and its answer.
    pub make_passkey: MakePasskey,
    /// The answer of a passkey, by its credential, a challenge and the salt.
    pub ask_passkey: AskPasskey,
    /// Asks for the turn to write among tabs, taking it from another where the first argument says so. Whether it is ours;
    /// the second is called when another takes it.
    pub claim: fn(bool, Box<dyn FnOnce()>) -> Granted,
    /// Gives the turn back.
    pub release: fn(),
    /// Says a word to the other tabs.
    pub tell: fn(&str),
    /// Where things are kept at once. Errors: the browser keeps nothing for this page.
    pub local: fn() -> Result<Rc<dyn Slot>, StorageError>,
    /// Where they are kept for sure. Errors as of `local`.
    pub ledger: fn() -> Later<Rc<dyn Book>>,
}

impl World {
    /// The browser's.
    #[cfg(target_arch = "wasm32")]
    pub fn of_the_browser() -> World {
        World {
            today,
            draw: crate::browser::draw,
            draw_secret: |bytes| crate::browser::draw_secret(bytes).then_some(()).ok_or(NoChance),
            soon: crate::browser::soon,
            spawn: |task| leptos::task::spawn_local(task),
            derive,
            make_passkey: |user, challenge, salt| {
                Box::pin(async move {
                    let made = crate::browser::make_passkey(&user, &challenge, &salt).await;
                    made.map(|made| (made.credential, made.answer)).map_err(no_passkey)
                })
            },
            ask_passkey: |credential, challenge, salt| {
                Box::pin(async move {
                    let asked = crate::browser::ask_passkey(&credential, &challenge, &salt).await;
                    asked.map_err(no_passkey)
                })
            },
            claim: |takes, lost| {
                let claim = if takes { Claim::Take } else { Claim::IfFree };
                Box::pin(crate::browser::claim_turn(claim, lost))
            },
            release: crate::browser::give_turn_back,
            tell: crate::browser::tell_tabs,
            wait: |milliseconds| Box::pin(crate::browser::wait(milliseconds)),
            local: || Ok(Rc::new(crate::storage::Local::open()?)),
            ledger: || {
                Box::pin(async {
                    let ledger = crate::storage::Ledger::open().await?;
                    Ok(Rc::new(ledger) as Rc<dyn Book>)
                })
            },
        }
    }

    /// What `task` gives, or `None` where it has given nothing after so many milliseconds.
    pub async fn within<T>(&self, milliseconds: i32, task: impl Future<Output = T>) -> Option<T> {
        let mut task = pin!(task);
        let mut wait = (self.wait)(milliseconds);
        poll_fn(|context| match task.as_mut().poll(context) {
            Poll::Ready(given) => Poll::Ready(Some(given)),
            Poll::Pending => wait.as_mut().poll(context).map(|()| None),
        })
        .await
    }
}

/// The page's worker makes it.
#[cfg(target_arch = "wasm32")]
fn derive(secret: Zeroizing<Vec<u8>>, salt: Salt, cost: Cost) -> Later<DerivedKey, NoKey> {
    Box::pin(async move {
        let helper = Helper::of_the_page().ok_or(NoKey::NoHelp)?;
        helper.derive(secret, salt, cost).await.map_err(|trouble| match trouble {
            Trouble::NotFetched | Trouble::NotStarted => NoKey::NoHelp,
            // Nothing else is known to end it.
            Trouble::Died | Trouble::NoMemory => NoKey::NoMemory,
            Trouble::Gone => NoKey::Gone,
        })
    })
}

#[cfg(target_arch = "wasm32")]
fn no_passkey(why: crate::browser::NoPasskey) -> NoPasskey {
    match why {
        crate::browser::NoPasskey::Refused => NoPasskey::Refused,
        crate::browser::NoPasskey::NoBytes => NoPasskey::NoBytes,
        crate::browser::NoPasskey::Failed => NoPasskey::Failed,
    }
}

#[cfg(target_arch = "wasm32")]
fn today() -> Day {
    use crate::domain::day::Civil;
    let (year, month, day) = crate::browser::local_date();
    // A device whose clock stands outside the years a day can have gets the first of them.
    Day::from_civil(Civil { year, month, day }).unwrap_or(Day::FIRST)
}
