//! A vault made beforehand, sealed with a passphrase or without, and laid into a browser's stores before the page comes.
//! Never goes through the page: what is measured is opening, not making.

use std::cell::RefCell;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use attune::desk::keeper::{Homes, Keeper, LockChoice, Opening, WayChoice};
use attune::domain::Cabinet;
use attune::storage::{Memory, Slot};
use attune::vault::cost::Cost;
use attune::vault::derive::derive;
use attune::vault::key::NoChance;
use attune::vault::way::{Salt, Stretch, WayIn};
use serde_json::json;
use thirtyfour::Key;

use crate::dice::Dice;
use crate::support::Outcome;
use crate::support::page::Page;
use crate::support::server::BLANK;
use crate::walk::write;

const PASSPHRASE: &str = "kettle moss 14";
/// So many keys go into a browser in one message.
const AT_ONCE: usize = 20;

/// What localStorage holds of it: keys, and a unit for each byte.
pub struct Sealed(Vec<[String; 2]>);

thread_local! {
    static CHANCE: RefCell<Dice> = RefCell::new(Dice::new(10));
}

fn draw(bytes: &mut [u8]) -> Result<(), NoChance> {
    CHANCE.with_borrow_mut(|dice| bytes.fill_with(|| (dice.next() >> 32) as u8));
    Ok(())
}

/// Where there is no ledger nothing waits.
fn now<T>(future: impl Future<Output = T>) -> Outcome<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Ok(value),
        Poll::Pending => Err("a store without a ledger waited".into()),
    }
}

impl Sealed {
    pub fn of(cabinet: &Cabinet) -> Outcome<Sealed> {
        Sealed::kept(cabinet, lock)
    }

    /// With its key beside it.
    pub fn without_lock(cabinet: &Cabinet) -> Outcome<Sealed> {
        Sealed::kept(cabinet, |_| Ok(()))
    }

    fn kept(cabinet: &Cabinet, lock: fn(&mut Keeper) -> Outcome) -> Outcome<Sealed> {
        let memory = Memory::default();
        let opening = now(Keeper::open(Homes::local_only(memory.clone()), draw))?;
        let Ok(Opening::Open(mut opened)) = opening else { return Err("no vault begins".into()) };
        lock(&mut opened.keeper)?;
        opened.keeper.begin(cabinet).map_err(|_| "nothing to save")?;
        bring(&mut opened.keeper)?;
        opened.keeper.begin_sweep().map_err(|_| "not swept")?;
        bring(&mut opened.keeper)?;
        let keys = memory.keys().map_err(|_| "no keys")?.into_iter();
        let kept = keys.map(|key| {
            let bytes = memory.read(&key).ok().flatten().unwrap_or_default();
            [format!("attune.{key}"), bytes.into_iter().map(char::from).collect()]
        });
        Ok(Sealed(kept.collect()))
    }

    /// Leaves the page at the lock, or where there is none at the people.
    pub async fn lay_into(&self, page: &Page) -> Outcome {
        page.driver().goto(format!("{}{BLANK}", page.address())).await?;
        for some in self.0.chunks(AT_ONCE) {
            let fill = "arguments[0].forEach(([key, text]) => localStorage.setItem(key, text))";
            page.script(fill, vec![json!(some)]).await?;
        }
        page.open("/#/people").await?;
        page.find("#unlock, main li").await.map(drop)
    }

    /// Opens it, and waits until both stores have it.
    pub async fn unlock(&self, page: &Page) -> Outcome {
        enter(page).await?;
        self.see_both(page).await
    }

    /// Waits until the ledger has it too.
    pub async fn see_both(&self, page: &Page) -> Outcome {
        // One commit brings all of it, and its head is what says so.
        let has_head = "return (async () => {
            const base = await new Promise((done) => { indexedDB.open('attune').onsuccess = (it) => done(it.target.result) });
            const asked = base.transaction('bytes').objectStore('bytes').getAllKeys();
            await new Promise((done) => { asked.onsuccess = done });
            base.close();
            return asked.result.some((it) => it.startsWith('head')) })()";
        page.wait_until("the ledger to have it all", async || {
            Ok(page.script(has_head, vec![]).await?.as_bool() == Some(true))
        })
        .await
    }
}

fn lock(keeper: &mut Keeper) -> Outcome {
    let stretch = Stretch { cost: Cost::NEW, salt: Salt([7; 16]) };
    let key =
        derive(PASSPHRASE.as_bytes(), stretch.cost, &stretch.salt).map_err(|_| "no memory")?;
    let way = WayChoice::New(WayIn::Passphrase(stretch), key);
    keeper.begin_lock(LockChoice::Closed(vec![way])).map_err(|_| "no lock")?;
    bring(keeper)
}

fn bring(keeper: &mut Keeper) -> Outcome {
    match keeper.settle(now(keeper.bring())?) {
        Some(Ok(_)) | None => Ok(()),
        Some(Err(error)) => Err(format!("not saved: {error:?}").into()),
    }
}

/// Writes the passphrase where it is asked for, and waits for the people.
pub async fn enter(page: &Page) -> Outcome {
    write(page, "unlock", PASSPHRASE).await?;
    page.key(Key::Enter).await?;
    page.find("main li").await.map(drop)
}

/// Of localStorage, keys included.
pub async fn units(page: &Page) -> Outcome<u64> {
    let script = "return Object.keys(localStorage).reduce((sum, key) => sum + key.length + localStorage.getItem(key).length, 0)";
    page.script(script, vec![]).await?.as_u64().ok_or_else(|| "no units".into())
}
